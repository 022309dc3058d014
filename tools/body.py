"""Makes the Word body of a document from its text in templates/bron.

One line of text is one paragraph. A line begins with what it is: `# ` to `### ` a heading, `- ` a bullet, `1. ` a
number, `> ` a box, `[Stijl] ` a paragraph in that style, `| a | b |` a table row, `{%tr … %}` a row tag,
`=== liggend ===` and `=== staand ===` turn the page, and `=== pagina ===` begins a new one. Before a table,
`tabel: 30 70` gives the widths of its columns in percent; in a table with `{%tc … %}` the first width is that of the
first column and the others divide the rest. `formulier: 30 70` gives those of a form: no header row, but a first column
that says what to write beside it. With `heel` behind the widths a table stays on one page, loops in it or not.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from tools.table import TABLE_GAP, add_runs, add_table, is_row, keep_with_next

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

_STYLES: Final = (
    ("### ", "heading 3"),
    ("## ", "heading 2"),
    ("# ", "heading 1"),
    ("- ", "List Bullet"),
    ("1. ", "List Number"),
    ("> ", "Kader"),
)
_LISTS: Final = ("List Bullet", "List Number")
_NAMED = re.compile(r"\[(\w[\w ]*)\] ")
_WIDTHS = re.compile(r"(tabel|formulier):((?: \d+)+)( heel)?$")
_PAGE = re.compile(r"=== (liggend|staand) ===$")
_ENDS: Final = ("{%p endif", "{%p endfor")
_NEW_PAGE: Final = "=== pagina ==="
_PORTRAIT: Final = 9070
_LANDSCAPE: Final = 14000


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
    width, shares, rows, form, whole, new_page = _PORTRAIT, [100], [], False, False, False
    for line in [*filter(None, map(str.strip, text.splitlines())), ""]:
        if is_row(line):
            rows.append(line)
            continue
        if rows:
            add_table(document, rows, shares, width=width, form=form, whole=whole)
            rows = []
        if match := _WIDTHS.match(line):
            form, whole = match[1] == "formulier", bool(match[3])
            shares = [int(part) for part in match[2].split()]
        elif line == _NEW_PAGE:
            new_page = True
        elif match := _PAGE.match(line):
            width = _page(document, match[1])
        elif line:
            paragraph = _paragraph(document, line)
            if new_page and not line.startswith("{%"):
                paragraph.paragraph_format.page_break_before = True
                _drop_gap(document)
                new_page = False
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
    if style == "Snippet" or (style in _LISTS and _introduces(document)):
        keep_with_next(document.element.body[-2])
    paragraph = document.add_paragraph(style=_style(document, style))
    add_runs(paragraph, line)
    return paragraph


def _introduces(document: Word) -> bool:
    """Whether the last line of text, tags aside, leads up to a list."""
    texts = (paragraph.text for paragraph in reversed(document.paragraphs))
    return next((text for text in texts if not text.startswith("{%p")), "").endswith(":")


def _style(document: Word, name: str):  # noqa: ANN202 - python-docx has no public type for a style
    wanted = {"heading 1": "Heading 1", "heading 2": "Heading 2", "heading 3": "Heading 3"}.get(name, name)
    if wanted not in [style.name for style in document.styles]:
        raise ValueError(f"onbekende stijl: {name}")
    return document.styles[wanted]


def _drop_gap(document: Word) -> None:
    """Drops the empty line between a table and the last paragraph: before a new page it might fill one by itself.

    The ends of blocks may stand between them, but no beginning: what comes after the table must be sure to come.
    """
    before = next(node for node in reversed(document.element.body) if node.tag == qn("w:p")).getprevious()
    while before is not None and "".join(before.itertext()).startswith(_ENDS):
        before = before.getprevious()
    if before is not None and before.tag == qn("w:p") and before.style == document.styles[TABLE_GAP].style_id:
        document.element.body.remove(before)


def _page(document: Word, kind: str) -> int:
    """Turns the page for what follows; returns the width of its text."""
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE if kind == "liggend" else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = section.page_height, section.page_width
    border = next(node for node in reversed(document.element.body) if node.tag == qn("w:p"))
    border.get_or_add_pPr().style = document.styles["Sectiegrens"].style_id
    _drop_gap(document)
    return _LANDSCAPE if kind == "liggend" else _PORTRAIT
