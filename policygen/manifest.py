"""Where a document comes from, told inside the .docx, and the stamp that shows whether somebody edited it."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Final

import policygen
from policygen.ooxml import relations
from policygen.ooxml.names import COMMENTS, DECLARATION, DOCUMENT, REL, W
from policygen.ooxml.package import Member, content, enclosed, inflate, member
from policygen.ooxml.runs import entities

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policygen.ooxml.relations import Parts

CUSTOM: Final = "docProps/custom.xml"
BASE: Final = "customXml/item900.xml"  # a number that no document of Word comes to, so that theirs stay
_BASE_PROPERTIES: Final = "customXml/itemProps900.xml"
_BASE_START: Final = f'{DECLARATION}<basis xmlns="urn:policygen:basis:1" deel="{DOCUMENT}"><![CDATA['.encode()
_BASE_END: Final = b"]]></basis>"
_STAMP: Final = "policygen.stempel"
_FORMAT: Final = (
    "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one format id of user-defined properties, ECMA-376 part 1, 22.3
)
_STORE_ITEM: Final = "{6F2C6B1E-4E5B-4B8B-9E42-9C1A5D0F7A10}"
_TYPES: Final = "application/vnd.openxmlformats-officedocument."
_OWN: Final = ' name="policygen.'
_LARGEST: Final = 100_000  # bytes of properties; ours are a thousand
_READ_STAMP = re.compile(rf'name="{re.escape(_STAMP)}"[^>]*>\s*<vt:lpwstr>([0-9a-f]{{64}})<')


def declare(parts: Parts) -> None:
    """Announces in a template what a document of policygen carries: its origin, and comments at open places.

    Until `seal` their parts are there without content.
    """
    if relations.find(parts, DOCUMENT, REL + "comments") is None:
        parts[COMMENTS] = f'{DECLARATION}<w:comments xmlns:w="{W}"/>'.encode()
        relations.relate(parts, DOCUMENT, REL + "comments", "comments.xml")
        relations.declare(parts, f"{_TYPES}wordprocessingml.comments+xml", part=COMMENTS)
    relations.declare(parts, f"{_TYPES}custom-properties+xml", part=CUSTOM)
    relations.declare(parts, f"{_TYPES}customXmlProperties+xml", part=_BASE_PROPERTIES)
    if relations.find(parts, "", REL + "custom-properties") is None:
        relations.relate(parts, "", REL + "custom-properties", CUSTOM)
    relations.relate(parts, DOCUMENT, REL + "customXml", f"../{BASE}")
    relations.relate(parts, BASE, REL + "customXmlProps", "itemProps900.xml")
    parts |= {
        CUSTOM: _custom({}).encode(),
        BASE: _BASE_START + _BASE_END,
        _BASE_PROPERTIES: content(_base_properties()),
    }


def seal(members: Iterable[Member], facts: Mapping[str, str]) -> list[Member]:
    """Adds the origin of a document: facts, the text as generated, and a stamp over all other members.

    Args:
        members: The rendered members.
        facts: Short values to keep, such as the document id and the digest of its template.

    Returns:
        The members with `docProps/custom.xml` and the base text in `customXml/`.
    """
    kept = [one for one in members if one.name not in {CUSTOM, BASE, _BASE_PROPERTIES}]
    body = next(one for one in kept if one.name == DOCUMENT)
    kept += [_based(body), _base_properties()]
    stamp = _stamp((one.name, one.crc, one.size) for one in kept)
    values = {"policygen.versie": policygen.__version__, **facts, _STAMP: stamp}
    return [*kept, member(CUSTOM, _custom(values).encode())]


def is_untouched(docx: bytes) -> bool:
    """Tells whether these bytes are a document of policygen in which nobody changed a part."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            entry = archive.getinfo(CUSTOM)
            if not _is_bare(docx) or max(entry.file_size, entry.compress_size) > _LARGEST:  # the first may be a lie
                return False
            custom = archive.read(CUSTOM).decode()
            others = [(one.filename, one.CRC, one.file_size) for one in archive.infolist() if one.filename != CUSTOM]
    except Exception:  # noqa: BLE001 - damaged or encrypted in whatever way, it is not as it was written
        return False
    found = _READ_STAMP.search(custom)
    return found is not None and found[1] == _stamp(others) and custom.count("<property ") == custom.count(_OWN)


def _is_bare(docx: bytes) -> bool:
    """Whether nothing stands before or behind the members; a zip may have anything there."""
    return docx.startswith(b"PK\x03\x04") and docx[-22:].startswith(b"PK\x05\x06")


def digest(*templates: bytes) -> str:
    """Sixteen hex digits over the contents of templates, however they were compressed."""
    total = hashlib.sha256()
    for docx in templates:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            total.update(_stamp((one.filename, one.CRC, one.file_size) for one in archive.infolist()).encode())
    return total.hexdigest()[:16]


def _stamp(members: Iterable[tuple[str, int, int]]) -> str:
    return hashlib.sha256(repr(sorted(members)).encode()).hexdigest()


def _based(body: Member) -> Member:
    """The text as it was generated; as text, since what a compressor makes of it differs from machine to machine."""
    text = body.data or inflate(body.body)
    if b"]" in text and b"]]>" in text:  # the one thing that such a section may not hold; one byte is soon looked for
        return member(BASE, _BASE_START + text.replace(b"]]>", b"]]]]><![CDATA[>") + _BASE_END)
    return enclosed(BASE, _BASE_START, body, text, _BASE_END)


@cache
def _base_properties() -> Member:
    return member(
        _BASE_PROPERTIES,
        (
            f'{DECLARATION}<ds:datastoreItem ds:itemID="{_STORE_ITEM}" '
            'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
            '<ds:schemaRef ds:uri="urn:policygen:basis:1"/></ds:schemaRefs></ds:datastoreItem>'
        ).encode(),
    )


def _custom(values: Mapping[str, str]) -> str:
    entries = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}"><vt:lpwstr>{entities(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{entries}</Properties>'
    )
