"""Tables and marked-up text of a Word body, from lines such as `| **vet** | {{ naam }} |`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_RUNS = re.compile(r"\*\*(.+?)\*\*|(?<![*\w])\*([^*\s][^*]*?)\*(?!\w)|(\{[{%].*?[}%]\})", re.DOTALL)
_ROW_TAG = re.compile(r"\{%tr .*%\}$")
_BLOCK_TAG = re.compile(r"\{%p\s+(\w+)")
_CELL_TAG: Final = "{%tc "
TABLE_GAP: Final = "Tabelwit"
_BAR = re.compile(r"\|(?![^{]*\}\})")  # a bar in a tag is a filter
_STYLES: Final = {  # header row and other rows, each with its first column and the others
    "tabel": (("Tabelkop", "Tabelkop"), ("Tabeltekst", "Tabeltekst")),
    "matrix": (("Matrixkop", "Matrixkop midden"), ("Matrix", "Matrix midden")),
    # The heading of a row is bold text: a frame may print the heading of a table in white on a colour.
    "formulier": (("Tabeltekst", "Tabeltekst"), ("Tabeltekst", "Tabeltekst")),
}
_WHOLE: Final = 9  # rows of a table that is kept on one page
_FORM_ROW: Final = 500  # twips: room to write by hand
_LOOK: Final = {
    "val": "0620",
    "firstRow": "1",
    "firstColumn": "0",
    "lastRow": "0",
    "lastColumn": "0",
    "noHBand": "1",
    "noVBand": "1",
}
_FORM_LOOK: Final = _LOOK | {"val": "0680", "firstRow": "0", "firstColumn": "1"}


def is_row(line: str) -> bool:
    """Tells whether a line belongs to a table."""
    return line.startswith("|") or _ROW_TAG.match(line) is not None


def add_table(  # noqa: PLR0913 - what a table is
    document: Word, lines: list[str], shares: list[int], *, width: int, form: bool = False, whole: bool = False
) -> None:
    """Adds a table at the end of a document, its first row a header that comes back on every page.

    Args:
        document: Where it goes.
        lines: Rows and row tags.
        shares: Width of each column in percent; with loops over cells, that of the first column.
        width: Width of the text in twips.
        form: Whether it is a form: no header row, and rows high enough to write in.
        whole: Keep it on one page, also when the number of its rows is only known later.
    """
    rows = [[line] if _ROW_TAG.match(line) else [cell.strip() for cell in _BAR.split(line[1:-1])] for line in lines]
    if form:
        rows = [[f"**{cells[0]}**", *cells[1:]] if len(cells) > 1 and cells[0] else cells for cells in rows]
    columns = max(map(len, rows))
    sizes = _sizes(shares, columns, width)
    table = document.add_table(rows=0, cols=columns)
    table.style = document.styles["Gegevenstabel" if form else "Beleidstabel"]
    table.autofit = False
    _set_look(table, _FORM_LOOK if form else _LOOK)
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = Twips(size)
    styles = _STYLES["formulier" if form else "matrix" if any(_CELL_TAG in line for line in lines) else "tabel"]
    for place, cells in enumerate(rows):
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no public way
        properties.append(OxmlElement("w:cantSplit"))
        if form:
            row.height = Twips(_FORM_ROW)
        elif place == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for number, cell in enumerate(row.cells):
            cell.width = Twips(sizes[number])
            _fill(document, cell, cells[number] if number < len(cells) else "", styles[min(place, 1)][min(number, 1)])
    looped = any(_ROW_TAG.match(line) for line in lines)
    if whole or (len(rows) <= _WHOLE and not looped):
        _keep_whole(table, looped=looped)
    keep_with_next(table._tbl.getprevious())  # noqa: SLF001 - python-docx has no public way
    document.add_paragraph(style=TABLE_GAP)


def add_runs(paragraph: Paragraph, text: str) -> None:
    """Adds text with `**vet**` and `*cursief*`; inside a tag an asterisk stays one."""
    end = 0
    for match in _RUNS.finditer(text):
        if match[3]:
            continue
        if match.start() > end:
            paragraph.add_run(text[end : match.start()])
        paragraph.add_run(match[1] or match[2], style="Strong" if match[1] else "Emphasis")
        end = match.end()
    if text[end:]:
        paragraph.add_run(text[end:])


def _sizes(shares: list[int], columns: int, width: int) -> list[int]:
    if len(shares) == columns:
        return [round(width * share / sum(shares)) for share in shares]
    first = round(width * shares[0] / 100)
    return [first, *[(width - first) // (columns - 1)] * (columns - 1)] if columns > 1 else [width]


def _set_look(table: Table, wanted: dict[str, str]) -> None:
    look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 - python-docx has no public way
    for key, setting in wanted.items():
        look.set(qn(f"w:{key}"), setting)


def _keep_whole(table: Table, *, looped: bool) -> None:
    """Keeps a table on one page; which row and which paragraph of a loop is the last is not known yet."""
    for row in table.rows if looped else table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs if looped else cell.paragraphs[-1:]:
                paragraph.paragraph_format.keep_with_next = True


def keep_with_next(node: BaseOxmlElement | None) -> None:
    """Keeps what leads up to something on its page: the paragraph before it, and the one before a condition.

    What stands under a condition may be left out, and then the paragraph above the condition leads up to it.
    """
    depth, leads = 0, True
    while node is not None and node.tag == qn("w:p") and (leads or depth):
        text = "".join(node.itertext())
        if not (tag := _BLOCK_TAG.match(text)):
            if leads:
                node.get_or_add_pPr().get_or_add_keepNext()
            leads = False
        elif tag[1] in {"if", "for"}:
            depth, leads = max(0, depth - 1), True
        elif tag[1] in {"endif", "endfor"}:
            depth += 1
        else:
            leads = True
        node = node.getprevious()


def _fill(document: Word, cell: _Cell, text: str, style: str) -> None:
    for place, line in enumerate(map(str.strip, text.split("<br>"))):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.style = document.styles["Tabelpunt" if line.startswith("- ") else style]
        add_runs(paragraph, line.removeprefix("- "))
