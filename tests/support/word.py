"""Word files for tests in one line: `word("Beste {{ na¦am }}")` has the tag split over two runs at the broken bar."""

from __future__ import annotations

import html
import re

from policygen.ooxml.names import A, R, W
from policygen.ooxml.package import member, pack, read

NS = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}"'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
STYLES = {
    "Normal": "Normal",
    "heading 1": "Kop1",
    "heading 2": "Kop2",
    "List Bullet": "Lijstopsomteken",
    "List Number": "Lijstnummering",
}


def runs(text: str) -> str:
    """Makes a run of each piece between broken bars; every other run is bold, as Word does when it splits."""
    pieces = text.split("¦")
    bold = ("", "<w:rPr><w:b/></w:rPr>")
    return "".join(
        f'<w:r>{bold[place % 2]}<w:t xml:space="preserve">{html.escape(piece, quote=False)}</w:t></w:r>'
        for place, piece in enumerate(pieces)
    )


def p(text: str = "", style: str = "") -> str:
    """A paragraph."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{runs(text) if text else ''}</w:p>"


def table(*rows: list[str]) -> str:
    """A table of rows of cells; a cell is text, or paragraphs when it begins with `<`."""
    cells = [
        "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{c if c.startswith("<") else p(c)}</w:tc>'
            for c in row
        )
        for row in rows
    ]
    grid = "".join('<w:gridCol w:w="2000"/>' for _ in rows[0])
    body = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


def note(number: int = 2) -> str:
    """A paragraph with the mark of a footnote."""
    return f'<w:p><w:r><w:t>tekst</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r></w:p>'


def commented(text: str) -> str:
    """A paragraph that the comment is about."""
    begin, end = (f'<w:commentRange{kind} w:id="0"/>' for kind in ("Start", "End"))
    return f'<w:p>{begin}{runs(text)}{end}<w:r><w:commentReference w:id="0"/></w:r></w:p>'


def section_end() -> str:
    """An empty paragraph that ends a section."""
    return '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'


def word(  # noqa: PLR0913 - what a Word file can have
    *blocks: str,
    header: str = "",
    footer: str = "",
    footnote: str = "",
    comment: str = "",
    title: str = "",
    styles: dict[str, str] = STYLES,
) -> bytes:
    """A Word file; a block is XML, or the text of a paragraph; `note()` and `commented()` refer to the others."""
    body = "".join(block if block.startswith("<w:") else p(block) for block in blocks)
    margins = {"header": header, "footer": footer}
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="rId{kind}"/>' for kind, text in margins.items() if text
    )
    parts = {
        "word/document.xml": f"<w:document {NS}><w:body>{body}<w:sectPr>{references}"
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" '
        'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>',
        "word/styles.xml": f"<w:styles {NS}>{''.join(_style(name, key) for name, key in styles.items())}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NS}>"
        + "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
            for number, form, text in ((1, "bullet", "•"), (2, "decimal", "%1."))
        )
        + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
        "</w:numbering>",
        "word/comments.xml": f'<w:comments {NS}><w:comment w:id="0" w:author="x">{p(comment)}</w:comment></w:comments>'
        if comment
        else f"<w:comments {NS}/>",
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        f'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{html.escape(title)}</dc:title>'
        "</cp:coreProperties>",
    }
    tags = {"header": "hdr", "footer": "ftr"}
    parts |= {
        f"word/{kind}1.xml": f"<w:{tags[kind]} {NS}>{p(text)}</w:{tags[kind]}>"
        for kind, text in margins.items()
        if text
    }
    if footnote:
        fixed = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for number, kind in enumerate(("separator", "continuationSeparator"))
        )
        parts["word/footnotes.xml"] = (
            f'<w:footnotes {NS}>{fixed}<w:footnote w:id="2">{p(footnote)}</w:footnote></w:footnotes>'
        )
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering", "comments": "comments"}
    kinds |= {"footnotes": "footnotes"} if footnote else {}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}{kind}+xml"/>' for name, kind in kinds.items()
    )
    overrides += "".join(
        f'<Override PartName="/word/{kind}1.xml" ContentType="{_MAIN}{kind}+xml"/>'
        for kind, text in margins.items()
        if text
    )
    parts["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" '
        f'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{overrides}</Types>'
    )
    inner = {f"rId{name}": (name, f"{name}.xml") for name in kinds if name != "document"}
    inner |= {f"rId{kind}": (kind, f"{kind}1.xml") for kind, text in margins.items() if text}
    parts["word/_rels/document.xml.rels"] = _relationships(
        {key: (_REL + kind, target) for key, (kind, target) in inner.items()}
    )
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    parts["_rels/.rels"] = _relationships(
        {"rId1": (_REL + "officeDocument", "word/document.xml"), "rId2": (core, "docProps/core.xml")}
    )
    return pack(
        member(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}'.encode())
        for name, text in parts.items()
    )


def xml(docx: bytes, part: str = "word/document.xml") -> str:
    """The text of a part."""
    return read(docx)[part].decode()


def bold_texts(docx: bytes) -> list[str]:
    """The texts of the bold runs."""
    return [html.unescape(text) for text in re.findall(r"<w:rPr><w:b/></w:rPr><w:t[^>]*>([^<]*)", xml(docx)) if text]


def _style(name: str, key: str) -> str:
    number = {"List Bullet": 1, "List Number": 2}.get(name)
    numbering = f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>' if number else ""
    default = ' w:default="1"' if name == "Normal" else ""
    return f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>{numbering}</w:style>'


def _relationships(known: dict[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, (kind, target) in known.items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
