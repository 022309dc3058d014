"""The documents of a client in one zip: the same files, the same bytes, with a stamp that an edited zip loses."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_DAY: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3  # whatever the system: the same files are the same zip
_STAMP: Final = b"policygen "


def bundle(files: Iterable[Path]) -> bytes:
    """Puts files in a zip, in the order of their names.

    Raises:
        OSError: A file cannot be read.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path in sorted(files, key=lambda path: path.name):
            entry = zipfile.ZipInfo(path.name, _DAY)  # not compressed: a Word document is already, and a text is short
            entry.create_system = _UNIX
            archive.writestr(entry, path.read_bytes())
        archive.comment = _STAMP + _digest(archive)
    return stream.getvalue()


def is_untouched(data: bytes) -> bool:
    """Tells whether these bytes are a zip of policygen in which nobody changed, added or removed a file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.comment == _STAMP + _digest(archive)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def _digest(archive: zipfile.ZipFile) -> bytes:
    told = repr([(one.filename, one.CRC, one.file_size) for one in archive.infolist()])
    return hashlib.sha256(told.encode()).hexdigest().encode()
