"""A Word file of somebody else: how large it may be, and what may not be in it because it runs or fetches something.

The limits are looked at in the directory of the zip, before a part is unpacked or parsed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

from policygen.ooxml.limits import LARGEST
from policygen.ooxml.names import CONTENT_TYPES_PART, DOCUMENT, W, is_xml, qn
from policygen.ooxml.relations import content_types
from policygen.ooxml.xml import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from policygen.ooxml.relations import Parts

MOST_MEMBERS: Final = 2_000
HIGHEST_RATIO: Final = 200
_SMALL: Final = 65_536  # bytes; below this a ratio says nothing
_FOLDERS: Final = {name.lower(): name for name in ("word", "_rels", "docProps", "customXml")}
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN: Final = tuple(
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}.main+xml"
    for kind in ("document", "template")
)
_ENCODING = re.compile(rb"<\?xml[^>]*?\bencoding\s*=\s*['\"]([^'\"]*)", re.IGNORECASE)
# In another encoding, such as UTF-7, what we look for could be written in other bytes.
_ENCODINGS: Final = frozenset({b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1", b"windows-1252"})
_BEFORE_XML: Final = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_MACRO = re.compile(r"macroEnabled|vbaProject|vbaData", re.IGNORECASE)
_CODE: Final = (
    (re.compile(r"vba(?:Project|Data)", re.IGNORECASE), "macro's"),
    (re.compile(r"(?:^|/)activeX/", re.IGNORECASE), "een ActiveX-besturingselement"),
    (re.compile(r"(?:^|/)embeddings/", re.IGNORECASE), "een ingesloten bestand (OLE)"),
)
_KEPT_WHEN_ALLOWED: Final = {"image": "een afbeelding van internet", "attachedTemplate": "een gekoppeld sjabloon"}
_FINE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_FETCHING: Final = frozenset({
    "DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "EMBED", "DATABASE", "RD",
})  # fmt: skip


class NoWordFileError(Exception):
    """A file that is not unpacked; the message is a Dutch clause."""


class Danger(NamedTuple):
    """Something in a Word file that runs or fetches.

    Attributes:
        part: The part that it stands in.
        message: What it is, a Dutch clause.
        hint: What to do about it.
    """

    part: str
    message: str
    hint: str


def unpack(docx: bytes) -> dict[str, bytes]:
    """Unpacks a package within the limits.

    Returns:
        The content of every part by name.

    Raises:
        NoWordFileError: It is no Word file, is damaged, or is over a limit.
    """
    if docx.startswith(_OLD_WORD):
        raise NoWordFileError("dit is een oud Word-bestand (.doc), of het is met een wachtwoord beveiligd")
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            if fault := next(_limits(members), ""):
                raise NoWordFileError(fault)
            parts = {one.filename: archive.read(one) for one in members}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        raise NoWordFileError("dit is geen Word-document (.docx), of het is beschadigd") from None
    if fault := next((fault for name, data in parts.items() if is_xml(name) and (fault := _strange(name, data))), ""):
        raise NoWordFileError(fault)
    return parts


def _strange(name: str, data: bytes) -> str:
    """What is wrong with an XML part that is not parsed yet; empty when nothing is."""
    plain = data.replace(b"\0", b"")  # of UTF-16 this leaves what is needed here
    if b"<!DOCTYPE" in plain:
        return f"in {name} staat een DTD, en die heeft een Word-document nooit"
    start = plain.lstrip(_BEFORE_XML)
    encoding = _ENCODING.match(start)
    if not start.startswith(b"<") or (encoding and encoding[1].lower() not in _ENCODINGS):
        return f"{name} is geen XML zoals Word die schrijft"
    return ""


def _limits(members: list[zipfile.ZipInfo]) -> Iterator[str]:
    names = [one.filename for one in members]
    if len(members) > MOST_MEMBERS:
        yield f"er zitten meer dan {MOST_MEMBERS} onderdelen in dit bestand"
    if sum(one.file_size for one in members) > LARGEST:
        yield "uitgepakt is dit bestand groter dan 50 MB"
    if len({name.lower() for name in names}) < len(names):
        yield "een onderdeel komt twee keer voor in dit bestand"
    for one in members:
        if _ratio(one) > HIGHEST_RATIO:
            yield f"{one.filename} is meer dan {HIGHEST_RATIO} keer ingepakt, en dat doet Word niet"
        if one.flag_bits & 1:
            yield "dit bestand is met een wachtwoord beveiligd"
        if one.filename.startswith("/") or "\\" in one.filename or any(map(_is_odd, one.filename.split("/"))):
            yield f"een onderdeel heeft een vreemde naam: {one.filename}"


def _is_odd(segment: str) -> bool:
    """Whether a piece of a part name leads elsewhere, or is one of Word's folders in other letters."""
    return segment == ".." or _FOLDERS.get(segment.lower(), segment) != segment


def _ratio(one: zipfile.ZipInfo) -> float:
    return one.file_size / max(1, one.compress_size) if one.file_size > _SMALL else 0


def dangers(parts: Parts, *, allow_external: bool = False) -> Iterator[Danger]:
    """Finds what runs or fetches something.

    Args:
        parts: The parts of the package.
        allow_external: Keep remote images and attached templates.

    Yields:
        Each thing with its part.

    Raises:
        lxml.etree.XMLSyntaxError: A part is not well-formed.
    """
    types = read(parts[CONTENT_TYPES_PART])
    kind_of = content_types(types)
    if any(_MACRO.search(one.get("ContentType", "")) for one in types):
        yield Danger(CONTENT_TYPES_PART, "dit bestand kan macro's bevatten", "Sla het in Word op als .docx.")
    elif kind_of(DOCUMENT) not in _MAIN:
        yield Danger(CONTENT_TYPES_PART, "dit is geen gewoon Word-document", "Sla het in Word op als .docx.")
    for name in parts:
        if not is_xml(name) and kind_of(name).lower().endswith("xml"):
            yield Danger(name, "dit onderdeel heeft niet de naam die erbij hoort", "Sla het in Word op als .docx.")
        yield from (Danger(name, f"hier zit {what} in", "Haal dit weg.") for found, what in _CODE if found.search(name))
        if name.lower().endswith(".rels"):
            yield from _external(name, read(parts[name]), allow_external=allow_external)
        elif is_xml(name):
            yield from _fetching(name, read(parts[name]))


def _external(name: str, root: Element, *, allow_external: bool) -> Iterator[Danger]:
    for one in root:
        kind, target = one.get("Type", "").rpartition("/")[2], one.get("Target", "")
        if kind == "aFChunk":
            yield Danger(name, "hier zit een ander document in (altChunk)", "Plak de tekst als gewone tekst.")
        if one.get("TargetMode") != "External" or (kind == "hyperlink" and _FINE.match(target)):
            continue
        if kind in _KEPT_WHEN_ALLOWED:
            if not allow_external:
                hint = "Zet het in het bestand zelf, of geef --allow-external mee."
                yield Danger(name, f"{_KEPT_WHEN_ALLOWED[kind]}: {target}", hint)
        elif kind == "hyperlink":
            yield Danger(name, f"een koppeling naar {target}", "Gebruik een adres dat met https:// of mailto: begint.")
        else:
            yield Danger(name, f"een verwijzing naar buiten ({kind}): {target}", "Haal dit weg.")


def _fetching(name: str, root: Element) -> Iterator[Danger]:
    for node in root.iter(qn("w:altChunk"), qn("w:object")):
        what = "een ander document (altChunk)" if node.tag == qn("w:altChunk") else "een ingesloten object (OLE)"
        yield Danger(name, f"hier zit {what} in", "Haal dit weg.")
    for code in _field_codes(root):
        word = code.split(maxsplit=1)[0].upper().strip("\\") if code.strip() else ""
        if word in _FETCHING:
            yield Danger(name, f"de veldcode {word} haalt iets van buiten", "Zet de tekst of afbeelding zelf neer.")
        elif not word:
            yield Danger(name, "een veldcode die pas bij het openen ontstaat", "Haal dit veld weg.")


def _field_codes(root: Element) -> Iterator[str]:
    """The code of each field, however Word or somebody split it; what a field inside another makes is left out."""
    yield from (node.get(f"{{{W}}}instr", "") for node in root.iter(qn("w:fldSimple")))
    open_codes: list[list[str]] = []
    for node in root.iter(qn("w:fldChar"), qn("w:instrText")):
        kind = node.get(f"{{{W}}}fldCharType")
        if node.tag == qn("w:instrText"):
            if open_codes:
                open_codes[-1].append(node.text or "")
        elif kind == "begin":
            open_codes.append([])
        elif kind == "end" and open_codes:
            yield "".join(open_codes.pop())
