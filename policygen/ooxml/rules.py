"""Own rules for a Word file: what Word refuses or repairs and public validators let pass.

A rule is an XPath that finds what breaks it, so that most of the work is done by libxml2: every document goes through
them before it is written.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lxml import etree

from policygen.ooxml import relations
from policygen.ooxml.names import CONTENT_TYPES_PART, DOCUMENT, REL, WP, R, W, is_xml, qn, rels_part
from policygen.ooxml.package import read
from policygen.ooxml.xml import read as read_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

_WORDS: Final = 40
_LONGEST_BOOKMARK: Final = 40  # ECMA-376 part 1, 17.13.6.2 as Word applies it
_NAMESPACES: Final = {"w": W, "r": R, "wp": WP}


def _xpath(path: str) -> Callable[[Element], list[Any]]:
    """A query that finds nodes or texts; of an XPath in general the type knows less."""
    return etree.XPath(path, namespaces=_NAMESPACES)  # type: ignore[return-value]


# The instructions of a template that is not filled yet keep a cell, row or table whole by themselves.
_NO_TAG: Final = "not(processing-instruction())"
_CELLS: Final = _xpath(f"//w:tc[not(*[last()][self::w:p]) and {_NO_TAG}]")
_ROWS: Final = _xpath(f"//w:tr[not(w:tc) and {_NO_TAG}]")
_TABLES: Final = _xpath(f"//w:tbl[not(w:tr) and {_NO_TAG}]")
_GRIDLESS: Final = _xpath("//w:tbl[not(w:tblGrid)]")
_HOLLOW: Final = _xpath("//w:sdt[not(w:sdtContent)]")
_TEXTS: Final = _xpath("//text()[not(parent::w:t)]")
_MAY_HOLD_TEXT: Final = {qn(f"w:{name}") for name in ("t", "delText", "instrText", "delInstrText", "fldData")}
_WRAPPERS: Final = {qn("w:sdt"), qn("w:customXml")}
_REFERENCES: Final = _xpath("//@r:*")
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS: Final = frozenset({
    "styles", "numbering", "settings", "webSettings", "fontTable", "footnotes", "endnotes", "header", "footer",
    "comments",
})  # fmt: skip
_MARKS: Final = tuple(
    qn(f"w:{name}")
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference")
)
_ID, _NAME = qn("w:id"), qn("w:name")


class Fault(NamedTuple):
    """A rule that a Word file breaks.

    Attributes:
        part: The part that breaks it.
        message: What is wrong, a Dutch clause.
    """

    part: str
    message: str

    def __str__(self) -> str:
        return f"{self.part}: {self.message}"


def broken(docx: bytes) -> list[str]:
    """Lists in Dutch, with the part, what is wrong with a Word file; empty when it is sound.

    Raises:
        zipfile.BadZipFile: It is no zip.
    """
    return [str(fault) for fault in faults(read(docx))]


def faults(parts: Mapping[str, bytes], looked_into: Collection[str] | None = None, *, ids: bool = True) -> list[Fault]:
    """Lists which rules a package breaks.

    Args:
        parts: The parts by name. Of a part that is not in `looked_into` only the name counts.
        looked_into: Names of the parts to look into; None for all. Content types and relationships must be among them.
        ids: Look at bookmarks, comments and the ids of pictures too; in a template they are counted again.
    """
    found: list[Fault] = []
    roots: dict[str, Element] = {}
    for name, data in parts.items():
        if is_xml(name) and (looked_into is None or name in looked_into):
            try:
                roots[name] = _parsed(data)
            except etree.XMLSyntaxError as error:
                found.append(Fault(name, f"geen geldige XML ({error.msg})"))
            except _TypesDeclaredError:
                found.append(Fault(name, "DOCTYPE"))
    for name, root in roots.items():
        if name.startswith("word/") and not name.endswith(".rels"):
            found += [Fault(name, message) for message in (*structure(root), *(_ids(root) if ids else ()))]
    found += _relations(parts, roots)
    if CONTENT_TYPES_PART in roots:
        found += _content_types(parts, roots)
    elif CONTENT_TYPES_PART not in parts:
        found.append(Fault(CONTENT_TYPES_PART, "dit onderdeel ontbreekt"))
    return found


class _TypesDeclaredError(Exception):
    """A part with a document type declaration."""


def _parsed(data: bytes) -> Element:
    if b"<!DOCTYPE" in data:
        raise _TypesDeclaredError
    return read_xml(data, large=True)


def structure(root: Element) -> Iterator[str]:
    """Lists what is wrong with the tables and the text of a part, also of a template that is not filled yet."""
    yield from (f"een cel eindigt niet op een alinea ({_table(cell)})" for cell in _CELLS(root) if not _closed(cell))
    yield from (f"een rij zonder cellen ({_table(row)})" for row in _ROWS(root) if not _wraps(row, "w:tc"))
    yield from (f"een tabel zonder rijen ({_table(table)})" for table in _TABLES(root) if not _wraps(table, "w:tr"))
    yield from (f"een tabel zonder kolommen ({_table(table)})" for table in _GRIDLESS(root))
    yield from ("een inhoudsbesturingselement zonder inhoud" for _ in _HOLLOW(root))
    for text in _TEXTS(root):
        holder = text.getparent()
        parent = holder.getparent() if text.is_tail else holder
        if text.strip() and parent.tag.startswith(f"{{{W}}}") and parent.tag not in _MAY_HOLD_TEXT:
            place = f"{'na' if text.is_tail else 'in'} {etree.QName(holder).localname}"
            yield f"losse tekst {place}: {' '.join(text.split())[:_WORDS]}"


def _closed(cell: Element) -> bool:
    """Whether a cell ends in a paragraph before the marks, or in the content control, at its end."""
    last = next((node for node in reversed(cell) if node.tag not in _MARKS), None)
    return last is not None and (last.tag == qn("w:p") or (last.tag in _WRAPPERS and _holds(last, "w:p")))


def _wraps(node: Element, name: str) -> bool:
    """Whether what a row or table lacks stands in a content control in it."""
    return any(_holds(child, name) for child in node if child.tag in _WRAPPERS)


def _holds(node: Element, name: str) -> bool:
    return node.find(f".//{qn(name)}") is not None


def _table(node: Element) -> str:
    """Which table of the part a table, row or cell is in, as messages about tags count them."""
    table = node if node.tag == qn("w:tbl") else next(node.iterancestors(qn("w:tbl")), None)
    tables = list(node.getroottree().getroot().iter(qn("w:tbl")))
    return f"tabel {tables.index(table) + 1}" if table is not None else "buiten een tabel"


def _ids(root: Element) -> Iterator[str]:
    marks: dict[str, list[Element]] = {tag: [] for tag in _MARKS}
    for node in root.iter(*_MARKS):
        marks[str(node.tag)].append(node)
    starts, ends, *comments = (marks[tag] for tag in _MARKS)
    yield from _bookmarks(starts, ends)
    yield from _comments(*comments)
    yield from _repeated("id van een afbeelding", (node.get("id", "") for node in root.iter(f"{{{WP}}}docPr")))


def _bookmarks(starts: list[Element], ends: list[Element]) -> Iterator[str]:
    names = [node.get(_NAME, "") for node in starts]
    yield from _repeated("id van een bladwijzer", (node.get(_ID, "") for node in starts))
    yield from _repeated("naam van een bladwijzer", (name.lower() for name in names))
    if sorted(node.get(_ID, "") for node in starts) != sorted(node.get(_ID, "") for node in ends):
        yield "een bladwijzer zonder begin of einde"
    yield from (f"de naam van een bladwijzer is te lang: {name}" for name in names if len(name) > _LONGEST_BOOKMARK)


def _comments(starts: list[Element], ends: list[Element], references: list[Element]) -> Iterator[str]:
    """A comment has one reference; the text that it is about may be marked, and then has a start and an end."""
    begun, ended, referred = (Counter(node.get(_ID, "") for node in nodes) for nodes in (starts, ends, references))
    for number in sorted(begun.keys() | ended.keys() | referred.keys()):
        if begun[number] != ended[number] or begun[number] > 1 or referred[number] != 1:
            yield f"opmerking {number} is niet heel"


def _repeated(what: str, values: Iterable[str]) -> Iterator[str]:
    yield from (f"{what} komt vaker voor: {value}" for value, count in Counter(values).items() if count > 1)


def _content_types(parts: Mapping[str, bytes], roots: Mapping[str, Element]) -> Iterator[Fault]:
    types = roots[CONTENT_TYPES_PART]
    declared = (one.get("PartName", one.get("Extension", "")).lower() for one in types)
    yield from (Fault(CONTENT_TYPES_PART, message) for message in _repeated("inhoudstype", declared))
    kind_of = relations.content_types(types)
    yield from (Fault(name, "geen inhoudstype") for name in parts if name != CONTENT_TYPES_PART and not kind_of(name))
    for one in roots.get(rels_part(DOCUMENT), ()):
        kind = one.get("Type", "").removeprefix(REL)
        part = relations.target_of(DOCUMENT, one)
        if kind in _KINDS and part in parts and kind_of(part) != f"{_WORD}{kind}+xml":
            yield Fault(part, f"een ander inhoudstype dan bij '{kind}' hoort")


def _relations(parts: Mapping[str, bytes], roots: Mapping[str, Element]) -> Iterator[Fault]:
    known: dict[str, set[str]] = {}
    start = roots.get(rels_part(""), ())
    if not any(one.get("Type") == f"{REL}officeDocument" and relations.target_of("", one) == DOCUMENT for one in start):
        yield Fault(rels_part(""), f"geen verwijzing naar {DOCUMENT}")
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.rpartition("_rels/")
        owner = folder + file.removesuffix(".rels")
        known[owner] = {one.get("Id", "") for one in root}
        yield from (Fault(name, message) for message in _repeated("id", (one.get("Id", "") for one in root)))
        for one in root:
            if one.get("TargetMode") != "External" and relations.target_of(owner, one) not in parts:
                yield Fault(name, f"{one.get('Target')} bestaat niet")
    for name, root in roots.items():
        if not name.endswith(".rels"):
            for value in dict.fromkeys(map(str, _REFERENCES(root))):
                if value and value not in known.get(name, ()):
                    yield Fault(name, f"relatie {value} bestaat niet")
