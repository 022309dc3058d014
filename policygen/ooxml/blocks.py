"""Statements around whole elements, and what keeps a document whole when a loop or condition leaves nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.ooxml.instructions import STATEMENT, instruction, is_instruction, is_statement
from policygen.ooxml.names import qn

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_GRID = re.compile(r'<w:gridCol w:w="(\d+)"')
_ROW = re.compile(r"<w:tr[ >].*?</w:tr>", re.DOTALL)
_CELL = re.compile(r"<w:tc[ >]")
_ROW_OR_WIDTH = re.compile(r'<w:tr[ >]|<w:tcW w:w="(\d+)"')
_BEGIN: Final = ("if", "for", "filter")
_CONTAINERS: Final = ("w:tc", "w:hdr", "w:ftr", "w:txbxContent", "w:footnote", "w:endnote", "w:comment")


def protect(root: Element) -> None:
    """Puts a filter around each row, table and cell that a loop or condition may empty.

    A row without cells and a table without rows go; a cell, header or footer without a paragraph gets one, also where a
    comment `{#p … #}` emptied it.
    """
    _mend(root)
    for row in root.iter(qn("w:tr")):
        if any(map(is_statement, row)):
            around(row, "_pg_row")
    for table in list(root.iter(qn("w:tbl"))):
        loops_over_cells = any(is_statement(node) for row in table.iterchildren(qn("w:tr")) for node in row)
        if loops_over_cells or (any(map(is_instruction, table)) and not _has_a_sure_row(table)):
            around(table, "_pg_grid" if loops_over_cells else "_pg_table")
    for name in _CONTAINERS:
        for container in root.iter(qn(name)):
            if any(map(is_instruction, container)):
                inside(container, "_pg_cell", keep="w:tcPr")


def _mend(root: Element) -> None:
    for name, content in (("w:tr", "w:tc"), ("w:tbl", "w:tr")):
        for node in list(root.iter(qn(name))):
            parent = node.getparent()
            if parent is not None and not any(map(is_instruction, node)) and node.find(f".//{qn(content)}") is None:
                parent.remove(node)
    for name in _CONTAINERS:
        for container in root.iter(qn(name)):
            if not any(map(is_instruction, container)) and container.find(f".//{qn('w:p')}") is None:
                container.append(etree.Element(qn("w:p")))


def _has_a_sure_row(table: Element) -> bool:
    """Whether a row stands outside every statement; then the table needs no filter, which would copy all of it."""
    depth = 0
    for node in table:
        if is_statement(node):
            word = (node.text or "").split(maxsplit=1)[0]
            depth += 1 if word in _BEGIN else -1 if word.startswith("end") else 0
        elif node.tag == qn("w:tr") and not depth:
            return True
    return False


def keep_inline(root: Element) -> None:
    """Prints values on the lines of their own paragraph where a new paragraph cannot begin.

    That is inside a field, content control or link, in the last paragraph of a section, and beside a text box.
    """
    whole: dict[Element | None, bool] = {}  # looked at once, however many tags it holds
    for node in root.iter(etree.PI):
        run = next(node.iterancestors(qn("w:r")), None)
        if run is None or is_statement(node):
            continue
        parent = run.getparent()
        if parent not in whole:
            whole[parent] = _stays_whole(parent)
        if whole[parent]:
            node.text = f"({node.text})|_pg_inline"


def _stays_whole(parent: Element | None) -> bool:
    return (
        parent is None
        or parent.tag != qn("w:p")
        or parent.find(f".//{qn('w:sectPr')}") is not None
        or parent.find(f".//{qn('w:p')}") is not None
    )


def around(node: Element, filter_code: str) -> None:
    """Filters an element."""
    parent = node.getparent()
    if parent is not None:
        at = parent.index(node)
        parent.insert(at + 1, _end())
        parent.insert(at, _start(filter_code))


def inside(node: Element, filter_code: str, *, keep: str) -> None:
    """Filters the content of an element, after its properties `keep`."""
    first = 1 if len(node) and node[0].tag == qn(keep) else 0
    node.insert(first, _start(filter_code))
    node.append(_end())


def keep_row(content: str) -> str:
    """The filter for a row."""
    return content if "<w:tc>" in content or "<w:tc " in content else ""


def keep_table(content: str) -> str:
    """The filter for a table."""
    return content if "<w:tr>" in content or "<w:tr " in content else ""


def keep_grid(content: str) -> str:
    """The filter for a table with loops over cells: gives each column that came out of it a width.

    The first column keeps its share and the others divide the rest, or Word would lay the table out by itself.
    """
    widths = [int(width) for width in _GRID.findall(content)]
    row = _ROW.search(content)
    columns = len(_CELL.findall(row[0])) if row else 0
    if columns in {0, 1, len(widths)} or content.count("<w:tbl>") != 1:
        return keep_table(content)
    rest = (sum(widths) - widths[0]) // (columns - 1)
    made = [widths[0], *[rest] * (columns - 1)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in made)
    before, _, rows = content.partition("</w:tblGrid>")
    left = iter(made)

    def widened(match: re.Match[str]) -> str:
        nonlocal left
        if match[1]:
            return f'<w:tcW w:w="{next(left, match[1])}"'
        left = iter(made)
        return match[0]

    return f"{before[: before.index('<w:tblGrid>')]}<w:tblGrid>{grid}</w:tblGrid>{_ROW_OR_WIDTH.sub(widened, rows)}"


def keep_cell(content: str) -> str:
    """The filter for the content of a cell, header or footer."""
    return content if content.endswith(("</w:p>", "<w:p/>")) else content + "<w:p/>"


def _start(filter_code: str) -> Element:
    return instruction(STATEMENT, f"filter {filter_code}", 0)


def _end() -> Element:
    return instruction(STATEMENT, "endfilter", 0)
