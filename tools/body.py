"""Makes the Word body of a document from its text in templates/bron.

One line of text is one paragraph. A line begins with what it is: `# ` to `### ` a heading, `- ` a bullet, `1. ` a number,
`> ` a box, `[Stijl] ` a paragraph in that style, `| a | b |` a table row, `tabel: 30 70` the widths of the table that
follows in percent, `{%tr … %}` a row tag, `=== liggend ===`, `=== staand ===` and `=== nieuwe pagina ===` the page.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import _Cell as Cell
    from docx.text.paragraph import Paragraph

_STYLES: Final = (("### ", "heading 3"), ("## ", "heading 2"), ("# ", "heading 1"), ("- ", "List Bullet"), ("1. ", "List Number"), ("> ", "Kader"))
_NAMED = re.compile(r"\[(\w[\w ]*)\] ")
_WIDTHS = re.compile(r"tabel:((?: \d+)+)$")
_RUNS = re.compile(r"\*\*(.+?)\*\*|(?<![*\w])\*([^*\s][^*]*?)\*(?!\w)|(\{[{%].*?[}%]\})", re.DOTALL)
_PAGE = re.compile(r"=== (liggend|staand|nieuwe pagina) ===$")
_ROW_TAG = re.compile(r"\{%tr .*%\}$")
_PORTRAIT: Final = 9070
_LANDSCAPE: Final = 14000
_LOOK: Final = {"val": "0620", "firstRow": "1", "lastRow": "0", "firstColumn": "0", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}


def build(text: str, frame: bytes) -> bytes:
    """Makes a body that carries the styles of the frame, so that it looks in Word as it will in the document.

    Args:
        text: The text source.
        frame: The frame whose styles the body gets.

    Returns:
        The bytes of a .docx.

    Raises:
        ValueError: A line cannot be read; names it.
    """
    document = Document(io.BytesIO(frame))
    _empty(document)
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    width, table, widths = _PORTRAIT, [], []
    for number, line in [*lines, (0, "")]:
        if line.startswith("|") or (_ROW_TAG.match(line)):
            table.append((number, line))
            continue
        if table:
            _table(document, table, widths, width)
            table = []
        if match := _WIDTHS.match(line):
            widths = [int(part) for part in match[1].split()]
        elif match := _PAGE.match(line):
            width = _page(document, match[1], width)
        elif line:
            _paragraph(document, line)
    result = io.BytesIO()
    document.save(result)
    return result.getvalue()


def _empty(document: Word) -> None:
    body = document.element.body
    for node in list(body):
        if node.tag != qn("w:sectPr"):
            body.remove(node)
    for node in list(document.sections[-1]._sectPr):  # noqa: SLF001 - python-docx has no public way
        if node.tag in {qn("w:headerReference"), qn("w:footerReference"), qn("w:titlePg")}:
            node.getparent().remove(node)
    for name, relation in list(document.part.rels.items()):
        if relation.reltype.rpartition("/")[2] in {"header", "footer", "image", "comments"}:
            del document.part.rels[name]
    properties = document.core_properties
    properties.title, properties.author, properties.subject = "", "", ""


def _paragraph(document: Word, line: str) -> Paragraph:
    style = "Normal"
    for start, name in _STYLES:
        if line.startswith(start):
            style, line = name, line[len(start) :]
            break
    else:
        if match := _NAMED.match(line):
            style, line = match[1], line[match.end() :]
    paragraph = document.add_paragraph(style=_style(document, style))
    _runs(paragraph, line)
    return paragraph


def _style(document: Word, name: str):  # noqa: ANN202 - python-docx has no public type for a style
    wanted = {"heading 1": "Heading 1", "heading 2": "Heading 2", "heading 3": "Heading 3"}.get(name, name)
    if wanted not in [style.name for style in document.styles]:
        raise ValueError(f"onbekende stijl: {name}")
    return document.styles[wanted]


def _runs(paragraph: Paragraph, text: str) -> None:
    end = 0
    for match in _RUNS.finditer(text):
        if match[3]:
            continue
        paragraph.add_run(text[end : match.start()]) if match.start() > end else None
        paragraph.add_run(match[1] or match[2], style="Strong" if match[1] else "Emphasis")
        end = match.end()
    if text[end:]:
        paragraph.add_run(text[end:])


def _page(document: Word, kind: str, width: int) -> int:
    if kind == "nieuwe pagina":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        return width
    section = document.add_section()
    turned = (kind == "liggend") != (section.orientation == WD_ORIENT.LANDSCAPE)
    if turned:
        section.orientation = WD_ORIENT.LANDSCAPE if kind == "liggend" else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width
    border = next(node for node in reversed(document.element.body) if node.tag == qn("w:p"))
    border.get_or_add_pPr().style = document.styles["Sectiegrens"].style_id
    return _LANDSCAPE if kind == "liggend" else _PORTRAIT


def _table(document: Word, lines: list[tuple[int, str]], widths: list[int], width: int) -> None:
    rows = [(number, [line] if _ROW_TAG.match(line) else [cell.strip() for cell in _cells(line)]) for number, line in lines]
    columns = max(len(cells) for _, cells in rows)
    shares = widths if len(widths) == columns else [100 // columns] * columns
    table = document.add_table(rows=0, cols=columns)
    table.style = document.styles["Beleidstabel"]
    table.autofit = False
    look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 - python-docx has no public way
    for key, value in _LOOK.items():
        look.set(qn(f"w:{key}"), value)
    sizes = [round(width * share / sum(shares)) for share in shares]
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = Emu(size * 635)
    for place, (_, cells) in enumerate(rows):
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001
        properties.append(OxmlElement("w:cantSplit"))
        if place == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for number, cell in enumerate(row.cells):
            cell.width = Emu(sizes[number] * 635)
            _fill(document, cell, cells[number] if number < len(cells) else "", header=place == 0)


def _cells(line: str) -> list[str]:
    return line.strip().strip("|").split("|") if "{" not in line else re.split(r"\|(?![^{]*\}\})", line.strip()[1:-1])


def _fill(document: Word, cell: Cell, text: str, *, header: bool) -> None:
    style = document.styles["Tabelkop" if header else "Tabeltekst"]
    for place, line in enumerate(text.split("<br>")):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        bullet = line.strip().startswith("- ")
        paragraph.style = document.styles["List Bullet"] if bullet else style
        _runs(paragraph, line.strip().removeprefix("- "))
