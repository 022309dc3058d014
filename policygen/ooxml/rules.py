"""Own rules for a Word file: what Word refuses or repairs and public validators let pass."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

from policygen.ooxml import relations
from policygen.ooxml.names import CONTENT_TYPES_PART, RELATIONSHIPS, WP, W, qn
from policygen.ooxml.package import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_LONGEST_BOOKMARK = 40  # ECMA-376 part 1, 17.13.6.2 as Word applies it
_TEXT_PARENTS = {qn("w:t"), qn("w:delText"), qn("w:instrText"), qn("w:delInstrText")}


def broken(docx: bytes) -> list[str]:
    """Lists in Dutch, with the part, what is wrong with a Word file; empty when it is sound.

    Raises:
        zipfile.BadZipFile: It is no zip.
    """
    parts = read(docx)
    found: list[str] = []
    for name, data in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        if b"<!DOCTYPE" in data:
            found.append(f"{name}: DOCTYPE")
            continue
        try:
            root = etree.fromstring(data)
        except etree.XMLSyntaxError as error:
            found.append(f"{name}: geen geldige XML ({error.msg})")
            continue
        if name.startswith("word/"):
            found += [f"{name}: {fault}" for fault in _faults(root)]
    found += _relations(parts)
    found += [
        f"{name}: geen inhoudstype"
        for name in parts
        if name != CONTENT_TYPES_PART and not relations.content_type(parts, name)
    ]
    return found


def _faults(root: Element) -> Iterator[str]:
    for cell in root.iter(qn("w:tc")):
        last = cell[-1] if len(cell) else None
        if last is None or (
            last.tag != qn("w:p") and (last.tag != qn("w:sdt") or last.find(f".//{qn('w:p')}") is None)
        ):
            yield "een cel eindigt niet op een alinea"
    for row in root.iter(qn("w:tr")):
        if row.find(qn("w:tc")) is None and row.find(qn("w:sdt")) is None:
            yield "een rij zonder cellen"
    for table in root.iter(qn("w:tbl")):
        if table.find(qn("w:tr")) is None and table.find(qn("w:sdt")) is None:
            yield "een tabel zonder rijen"
    for node in root.iter(f"{{{W}}}*"):
        if node.tag not in _TEXT_PARENTS and (node.text or "").strip():
            yield f"losse tekst in {etree.QName(node).localname}"
        if (node.tail or "").strip():
            yield f"losse tekst na {etree.QName(node).localname}"
    yield from _bookmarks(root)
    yield from _repeated("id van een afbeelding", (node.get("id", "") for node in root.iter(f"{{{WP}}}docPr")))


def _bookmarks(root: Element) -> Iterator[str]:
    starts = list(root.iter(qn("w:bookmarkStart")))
    ends = [node.get(qn("w:id"), "") for node in root.iter(qn("w:bookmarkEnd"))]
    yield from _repeated("id van een bladwijzer", (node.get(qn("w:id"), "") for node in starts))
    yield from _repeated("naam van een bladwijzer", (node.get(qn("w:name"), "").lower() for node in starts))
    if sorted(node.get(qn("w:id"), "") for node in starts) != sorted(ends):
        yield "een bladwijzer zonder begin of einde"
    yield from (
        f"de naam van een bladwijzer is te lang: {name}"
        for node in starts
        if len(name := node.get(qn("w:name"), "")) > _LONGEST_BOOKMARK
    )
    comments = Counter(
        node.get(qn("w:id"), "")
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
        for node in root.iter(qn(f"w:{name}"))
    )
    yield from (f"opmerking {number} is niet heel" for number, count in comments.items() if count != 3)  # noqa: PLR2004 - start, end, reference


def _repeated(what: str, values: Iterator[str]) -> Iterator[str]:
    yield from (f"{what} komt vaker voor: {value}" for value, count in Counter(values).items() if count > 1)


def _relations(parts: dict[str, bytes]) -> Iterator[str]:
    for name in parts:
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.rpartition("_rels/")
        owner = folder + file.removesuffix(".rels")
        known = list(relations.relations(parts, owner))
        yield from _repeated(f"{name}: id", (one.get("Id", "") for one in known))
        for one in known:
            if one.get("TargetMode") != "External" and relations.target_of(owner, one) not in parts:
                yield f"{name}: {one.get('Target')} bestaat niet"
        yield from _dangling(parts, owner, {one.get("Id", "") for one in known})


def _dangling(parts: dict[str, bytes], owner: str, known: set[str]) -> Iterator[str]:
    if not owner.endswith(".xml") or owner not in parts:
        return
    space = f"{{{RELATIONSHIPS.replace('package/2006', 'officeDocument/2006')}}}"
    try:
        root = etree.fromstring(parts[owner])
    except etree.XMLSyntaxError:  # has been named already
        return
    for node in root.iter(etree.Element):
        for attribute, value in node.attrib.items():
            if (
                str(attribute).startswith(space)
                and str(attribute).removeprefix(space) in {"id", "embed", "link", "pict"}
                and str(value) not in known
            ):
                yield f"{owner}: relatie {value!s} bestaat niet"
