"""Rules for one part of a Word file: tables, text, bookmarks, comments and pictures.

A rule is an XPath where it can be one, so that most of the work is done by libxml2: every document goes through them
before it is written.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from policygen.ooxml.names import PREFIXES, WP, W, qn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element as Element

_WORDS: Final = 40
_LONGEST_BOOKMARK: Final = 40  # ECMA-376 part 1, 17.13.6.2 as Word applies it


def query(path: str) -> Callable[[Element], list[Any]]:
    """A query that finds nodes or texts; of an XPath in general the type knows less."""
    return etree.XPath(path, namespaces=PREFIXES)  # type: ignore[return-value]


_CELLS: Final = query("//w:tc[not(*[last()][self::w:p])]")
_ROWS: Final = query("//w:tr[not(w:tc)]")
_TABLES: Final = query("//w:tbl[not(w:tr)]")
_GRIDLESS: Final = query("//w:tbl[not(w:tblGrid)]")
_HOLLOW: Final = query("//w:sdt[not(w:sdtContent)]")
_TEXTS: Final = query("//text()[not(parent::w:t)]")
_MAY_HOLD_TEXT: Final = {qn(f"w:{name}") for name in ("t", "delText", "instrText", "delInstrText", "fldData")}
_WRAPPERS: Final = {qn("w:sdt"), qn("w:customXml")}
_MARKS: Final = tuple(
    qn(f"w:{name}")
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference")
)
_ID, _NAME = qn("w:id"), qn("w:name")


def faults(root: Element, *, ids: bool) -> Iterator[str]:
    """Lists what is wrong in a part.

    Args:
        root: Its root element.
        ids: Look at bookmarks, comments and the ids of pictures too.
    """
    yield from _structure(root)
    if ids:
        yield from _ids(root)


def _structure(root: Element) -> Iterator[str]:
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
    yield from repeated("id van een afbeelding", (node.get("id", "") for node in root.iter(f"{{{WP}}}docPr")))


def _bookmarks(starts: list[Element], ends: list[Element]) -> Iterator[str]:
    names = [node.get(_NAME, "") for node in starts]
    yield from repeated("id van een bladwijzer", (node.get(_ID, "") for node in starts))
    yield from repeated("naam van een bladwijzer", (name.lower() for name in names))
    if sorted(node.get(_ID, "") for node in starts) != sorted(node.get(_ID, "") for node in ends):
        yield "een bladwijzer zonder begin of einde"
    yield from (f"de naam van een bladwijzer is te lang: {name}" for name in names if len(name) > _LONGEST_BOOKMARK)


def _comments(starts: list[Element], ends: list[Element], references: list[Element]) -> Iterator[str]:
    """A comment has one reference; the text that it is about may be marked, and then has a start and an end."""
    begun, ended, referred = (Counter(node.get(_ID, "") for node in nodes) for nodes in (starts, ends, references))
    for number in sorted(begun.keys() | ended.keys() | referred.keys()):
        if begun[number] != ended[number] or begun[number] > 1 or referred[number] != 1:
            yield f"opmerking {number} is niet heel"


def repeated(what: str, values: Iterable[str]) -> Iterator[str]:
    """Names the values that occur more than once."""
    yield from (f"{what} komt vaker voor: {value}" for value, count in Counter(values).items() if count > 1)
