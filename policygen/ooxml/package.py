"""Parts in and out of the zip that a .docx is, the same bytes every time."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from policygen.ooxml.names import CONTENT_TYPES_PART

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

try:
    from isal import igzip_lib, isal_zlib
    from isal.isal_zlib import crc32

    _packer: Any = partial(isal_zlib.compressobj, 1, isal_zlib.DEFLATED, -15)
except ImportError:  # no wheel for this platform: zlib gives the same parts, slower
    from zlib import crc32

    igzip_lib = None  # type: ignore[assignment]
    _packer = partial(zlib.compressobj, 6, zlib.DEFLATED, -15)

_LONG: Final = 1_000_000  # characters
_SLICE: Final = 262_144
_VERSION: Final = 20
_DEFLATED: Final = 8
_DOS_DATE: Final = (1980 - 1980) << 9 | 1 << 5 | 1  # the earliest date a zip can hold, so no clock gets in
_UTF8_NAME: Final = 0x0800
_FLUSHED: Final = b"\x00\x00\xff\xff"  # how a flush ends, at the start of a byte: RFC 1951, 3.2.4
_LAST: Final = b"\x03\x00"  # a last block without content
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5HL")  # without the offset, which comes last
_ORDER: Final = attrgetter("order")
_END: Final = struct.Struct("<4s4H2LH")

Deflate = "Callable[[bytes], bytes]"


def fast_deflate(data: bytes) -> bytes:
    """Deflates with ISA-L level 1 where it is installed, else with zlib level 6."""
    if igzip_lib is None:
        return zlib_deflate(data)
    return igzip_lib.compress(data, 1, igzip_lib.COMP_DEFLATE)


def zlib_deflate(data: bytes, level: int = 6) -> bytes:
    """Deflates with zlib, without header or checksum."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def inflate(data: bytes) -> bytes:
    """What was deflated by any of these."""
    if igzip_lib is None:
        return zlib.decompress(data, -15)
    return igzip_lib.decompress(data, igzip_lib.DECOMP_DEFLATE)


@dataclass(frozen=True, slots=True)
class Member:
    """One compressed part, ready to be joined into a package.

    Attributes:
        name: Part name without a leading slash.
        size: Size in bytes before compression.
        crc: CRC-32 of the part before compression.
        body: The part, deflated.
        local: Its local file header.
        entry: Its entry in the directory, up to the offset.
        encoded: Its name in bytes.
        order: Where it comes: content types first, the rest by name.
        data: The part before compression, where that is used again; else empty.
    """

    name: str
    size: int
    crc: int
    body: bytes
    local: bytes
    entry: bytes
    encoded: bytes
    order: tuple[bool, str]
    data: bytes = b""


def member(name: str, data: bytes, deflate: Callable[[bytes], bytes] = fast_deflate) -> Member:
    """Compresses one part and writes the headers that do not depend on its place."""
    return _headed(name, deflate(data), crc32(data), len(data))


def text_member(name: str, text: str, deflate: Callable[[bytes], bytes] = fast_deflate) -> Member:
    """As `member`, for text; a very long one goes through ISA-L in slices, with no second copy of all of it."""
    if len(text) < _LONG or deflate is not fast_deflate or igzip_lib is None:
        return member(name, text.encode(), deflate)
    packer, pieces, crc, size = isal_zlib.compressobj(1, isal_zlib.DEFLATED, -15), [], 0, 0
    for start in range(0, len(text), _SLICE):
        data = text[start : start + _SLICE].encode()
        crc, size = crc32(data, crc), size + len(data)
        pieces.append(packer.compress(data))
    return _headed(name, b"".join([*pieces, packer.flush()]), crc, size)


def _headed(name: str, body: bytes, crc: int, size: int, data: bytes = b"") -> Member:
    encoded = name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    sizes = (0, _DOS_DATE, crc, len(body), size, len(encoded), 0)
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, flags, _DEFLATED, *sizes) + encoded
    entry = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, flags, _DEFLATED, *sizes, 0, 0, 0, 0)
    return Member(name, size, crc, body, local, entry, encoded, (name != CONTENT_TYPES_PART, name), data)


def open_member(name: str, text: str) -> Member:
    """As `text_member`, deflated so that `enclosed` can use it once more."""
    data, packer = text.encode(), _packer()
    body = packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH) + _LAST
    return _headed(name, body, crc32(data), len(data), data)


def enclosed(name: str, before: bytes, part: Member, text: bytes, after: bytes) -> Member:
    """A part that holds another part between two texts, without compressing that again.

    Args:
        name: Of the new part.
        before: What comes first, at most 65,535 bytes.
        part: What `open_member` made, or any other; that is compressed again.
        text: What is in it.
        after: What comes last, at most 65,535 bytes.
    """
    if not part.body.endswith(_FLUSHED + _LAST):
        return member(name, b"".join((before, text, after)))
    body = b"".join((_stored(before, last=False), memoryview(part.body)[: -len(_LAST)], _stored(after, last=True)))
    crc = crc32(after, crc32(text, crc32(before)))
    return _headed(name, body, crc, len(before) + len(text) + len(after))


def _stored(data: bytes, *, last: bool) -> bytes:
    """A block of deflate that is not compressed: RFC 1951, 3.2.4."""
    return struct.pack("<BHH", last, len(data), 0xFFFF ^ len(data)) + data


def content(part: Member) -> bytes:
    """Gives a compressed part as it was before.

    Raises:
        zlib.error: It was not compressed well.
    """
    return zlib.decompress(part.body, -15, part.size)


def pack(members: Iterable[Member]) -> bytes:
    """Joins compressed parts into a package: content types first, the rest by name, no clock.

    Returns:
        The bytes of a .docx; equal members give equal bytes.
    """
    chunks: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in sorted(members, key=_ORDER):
        chunks += (part.local, part.body)
        directory += (part.entry, offset.to_bytes(4, "little"), part.encoded)
        offset += len(part.local) + len(part.body)
    count = len(directory) // 3
    central = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(central), offset, 0)
    return b"".join((*chunks, central, end))


def read(docx: bytes) -> dict[str, bytes]:
    """Unpacks a package.

    Returns:
        The content of every part by name, in the order of the zip.

    Raises:
        zipfile.BadZipFile: It is no zip, or a damaged one.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
