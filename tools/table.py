"""Tables and marked-up text of a Word body, from lines such as `| **vet** | {{ naam }} |`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_RUNS = re.compile(r"\*\*(.+?)\*\*|(?<![*\w])\*([^*\s][^*]*?)\*(?!\w)|(\{[{%].*?[}%]\})", re.DOTALL)
_ROW_TAG = re.compile(r"\{%tr .*%\}$")
_CELL_TAG: Final = "{%tc "
_BAR = re.compile(r"\|(?![^{]*\}\})")  # a bar in a tag is a filter
_STYLES: Final = {"tabel": "Beleidstabel", "gegevens": "Gegevenstabel"}
_LOOKS: Final = {"tabel": ("0620", "1", "0"), "gegevens": ("0680", "0", "1")}


def is_row(line: str) -> bool:
    """Tells whether a line belongs to a table."""
    return line.startswith("|") or _ROW_TAG.match(line) is not None


def add_table(document: Word, lines: list[str], kind: str, shares: list[int], *, width: int) -> None:
    """Adds a table at the end of a document.

    Args:
        document: Where it goes.
        lines: Rows and row tags.
        kind: `tabel`, with a header row, or `gegevens`, with labels in the first column.
        shares: Width of each column in percent.
        width: Width of the text in twips.
    """
    rows = [[line] if _ROW_TAG.match(line) else [cell.strip() for cell in _BAR.split(line[1:-1])] for line in lines]
    columns = max(map(len, rows))
    matrix = any(_CELL_TAG in line for line in lines)
    sizes = _sizes(shares, columns, width)
    table = document.add_table(rows=0, cols=columns)
    table.style = document.styles[_STYLES[kind]]
    table.autofit = False
    _set_look(table, kind)
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = Twips(size)
    for place, cells in enumerate(rows):
        row = table.add_row()
        header = kind == "tabel" and place == 0
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no public way
        properties.append(OxmlElement("w:cantSplit"))
        if header:
            properties.append(OxmlElement("w:tblHeader"))
        for number, cell in enumerate(row.cells):
            cell.width = Twips(sizes[number])
            style = "Tabelkop" if header else "Tabelklein" if matrix else "Tabeltekst"
            _fill(
                document,
                cell,
                cells[number] if number < len(cells) else "",
                style,
                bold=kind == "gegevens" and number == 0,
            )
            if matrix and number:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            if matrix and header:
                cell.paragraphs[0].style = document.styles["Tabelkopklein"]
    if kind == "gegevens":
        for cell in table._cells:  # noqa: SLF001 - every cell once
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True  # a card is short: it stays on one page
    before = table._tbl.getprevious()  # noqa: SLF001
    if before is not None and before.tag == qn("w:p") and "{%p" not in "".join(before.itertext()):
        before.get_or_add_pPr().get_or_add_keepNext()
    document.add_paragraph(style="Tabelwit")


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


def _set_look(table: Table, kind: str) -> None:
    value, first_row, first_column = _LOOKS[kind]
    look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 - python-docx has no public way
    settings = {"val": value, "firstRow": first_row, "firstColumn": first_column}
    for key, setting in {**settings, "lastRow": "0", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}.items():
        look.set(qn(f"w:{key}"), setting)


def _fill(document: Word, cell: _Cell, text: str, style: str, *, bold: bool) -> None:
    for place, line in enumerate(map(str.strip, text.split("<br>"))):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.style = document.styles["Tabelpunt" if line.startswith("- ") else style]
        typed = line.removeprefix("- ")
        add_runs(paragraph, f"**{typed}**" if bold and typed and not typed.startswith("{%") else typed)
