"""Tags that say something of their table cell: `colspan`, `cellbg`, `vm` (merge down) and `hm` (merge across)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.ooxml.instructions import STATEMENT, instruction
from policygen.ooxml.names import qn

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from policygen.errors import Problem
    from policygen.ooxml.site import Site, Tag

# CT_TcPr is a sequence (ECMA-376 part 1, 17.4.70): what comes before and after these.
_ORDER: Final = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar")


def apply(tag: Tag, number: int, site: Site, paragraph: Element, token: Callable[[str, int], str]) -> list[Problem]:
    """Carries out a cell command on the cell around a paragraph.

    Args:
        tag: The command.
        number: Index of its site.
        site: Its site, for messages.
        paragraph: Where the tag stood.
        token: Turns an expression, with the index of its site, into text that may stand in an attribute.

    Returns:
        A problem when the tag stands in no cell, or lacks its value.
    """
    cell = next(paragraph.iterancestors(qn("w:tc")), None)
    if cell is None:
        return [site.problem("deze tag hoort in een cel van een tabel")]
    value = tag.code[len(tag.command) :].strip()
    if tag.command in {"colspan", "cellbg"} and not value:
        return [site.problem(f"na '{tag.command}' hoort een waarde")]
    if tag.command == "colspan":
        _set(cell, "gridSpan", {"val": token(value, number)})
    elif tag.command == "cellbg":
        _set(cell, "shd", {"val": "clear", "color": "auto", "fill": token(value, number)})
    elif tag.command == "vm":
        _set(cell, "vMerge", {"val": token("'restart' if loop.first else 'continue'", number)})
        _only_first(cell, number)
    else:
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        width = "1" if span is None else span.get(qn("w:val"), "1")
        _set(cell, "gridSpan", {"val": token(f"{width} * loop.length", number)})
        _around(cell, number)
    return []


def _set(cell: Element, name: str, values: dict[str, str]) -> None:
    """Gives a cell a property, in its place among the others."""
    properties = cell.find(qn("w:tcPr"))
    if properties is None:
        properties = etree.Element(qn("w:tcPr"))
        cell.insert(0, properties)
    for old in properties.findall(qn(f"w:{name}")):
        properties.remove(old)
    before = {qn(f"w:{other}") for other in _ORDER[: _ORDER.index(name)]}
    made = etree.Element(qn(f"w:{name}"))
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    properties.insert(sum(1 for child in properties if child.tag in before), made)


def _only_first(cell: Element, number: int) -> None:
    """Prints the content of a cell in the first round of the loop only."""
    first = 1 if len(cell) and cell[0].tag == qn("w:tcPr") else 0
    cell.insert(first, instruction(STATEMENT, "if loop.first", number))
    cell.append(instruction(STATEMENT, "else", number))
    cell.append(etree.Element(qn("w:p")))
    cell.append(instruction(STATEMENT, "endif", number))


def _around(cell: Element, number: int) -> None:
    """Prints a cell in the first round of the loop only."""
    parent = cell.getparent()
    if parent is not None:
        at = parent.index(cell)
        parent.insert(at + 1, instruction(STATEMENT, "endif", number))
        parent.insert(at, instruction(STATEMENT, "if loop.first", number))
