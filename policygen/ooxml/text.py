"""Any Word document as plain lines: for reviews, golden files and checks on what a document says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policygen.ooxml.names import DOCUMENT, STYLES, qn
from policygen.ooxml.package import read
from policygen.ooxml.splice import style_ids
from policygen.ooxml.xml import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_PREFIX: Final = {
    "heading 1": "# ",
    "heading 2": "## ",
    "heading 3": "### ",
    "list bullet": "- ",
    "list bullet 2": "  - ",
    "list number": "1. ",
    "kader": "> ",
}
_ELSEWHERE: Final = (
    (r"header\d+", "koptekst"),
    (r"footer\d+", "voettekst"),
    ("footnotes", "voetnoot"),
    ("endnotes", "eindnoot"),
)
_CONTAINERS: Final = frozenset(map(qn, ("w:body", "w:sdt", "w:sdtContent", "w:footnote", "w:endnote")))


def lines(docx: bytes) -> list[str]:
    """Writes a document as one line per paragraph or table row.

    Headings begin with `#`, list items with `-` or `1.`, rows are `| cell | cell |`;
    headers, footers and notes come last.

    Raises:
        zipfile.BadZipFile: It is no Word document.
    """
    parts = read(docx)
    names = {style: name for name, style in style_ids(parse(parts[STYLES])).items()} if STYLES in parts else {}
    found = list(_block(parse(parts[DOCUMENT]), names))
    for pattern, label in _ELSEWHERE:
        for name in sorted(part for part in parts if re.fullmatch(rf"word/{pattern}\.xml", part)):
            found += [f"[{label}] {line}" for line in _block(parse(parts[name]), names)]
    return found


def _block(parent: Element, names: Mapping[str, str]) -> Iterator[str]:
    for node in parent:
        if node.tag == qn("w:p"):
            if typed := paragraph(node):
                yield _PREFIX.get(_style(node, names), "") + typed
        elif node.tag == qn("w:tbl"):
            for row in node.iterfind(qn("w:tr")):
                yield (
                    "| "
                    + " | ".join(
                        " / ".join(filter(None, map(paragraph, cell.iterfind(qn("w:p")))))
                        for cell in row.iterfind(qn("w:tc"))
                    )
                    + " |"
                )
        elif node.tag in _CONTAINERS:
            yield from _block(node, names)


def paragraph(node: Element) -> str:
    """The visible text of a paragraph; a tab and a line break are one space each."""
    pieces = []
    for part in node.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        if part.tag == qn("w:t"):
            pieces.append(part.text or "")
        elif part.getparent() is not None and part.getparent().tag == qn("w:r"):  # type: ignore[union-attr]
            pieces.append(" ")
    return "".join(pieces).strip()


def _style(node: Element, names: Mapping[str, str]) -> str:
    style = node.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return names.get(style.get(qn("w:val"), ""), "") if style is not None else ""
