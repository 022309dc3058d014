"""Numbered lists that start at 1 each time: in every list of a document and in every round of a loop."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.ooxml.instructions import VALUE, instruction, is_statement
from policygen.ooxml.names import qn

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NUMBER_STYLE: Final = "List Number"
START: Final = "_pg_doc.start_list()"
CURRENT: Final = "_pg_doc.list_number"


def restart(body: Element, style_id: str, token: str) -> bool:
    """Marks where numbered lists begin, and gives their paragraphs the number of the running list.

    Args:
        body: The element that holds the paragraphs; changed in place.
        style_id: Id of the style `List Number`.
        token: Text that the compiler will turn into the value `CURRENT`.

    Returns:
        Whether the body has a numbered list.
    """
    found = False
    for paragraph in body.iter(qn("w:p")):
        if _style(paragraph) != style_id:
            continue
        found = True
        _number(paragraph, token)
        first = _first_of_list(paragraph, style_id)
        parent = first.getparent() if first is not None else None
        if first is not None and parent is not None:
            parent.insert(parent.index(first), instruction(VALUE, START, 0))
    return found


def numbering_of(styles: Element, style_id: str) -> str:
    """Looks up the id of the numbering (`w:numId`) of a paragraph style; empty when it has none."""
    for style in styles.iter(qn("w:style")):
        if style.get(qn("w:styleId")) == style_id:
            number = style.find(f".//{qn('w:numId')}")
            return "" if number is None else number.get(qn("w:val"), "")
    return ""


def restarting(numbering: str, number: str, first: int, count: int) -> str:
    """Adds numberings that start at 1, one for each numbered list of a document.

    Args:
        numbering: Text of numbering.xml.
        number: Id of the numbering whose look they have.
        first: Id of the first one.
        count: How many.
    """
    match = re.search(rf'<w:num w:numId="{number}"[^>]*>\s*<w:abstractNumId w:val="(\d+)"/>', numbering)
    look = match[1] if match else "0"
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    made = "".join(
        f'<w:num w:numId="{first + place}"><w:abstractNumId w:val="{look}"/>{again}</w:num>' for place in range(count)
    )
    return numbering.replace("</w:numbering>", made + "</w:numbering>")


def _style(paragraph: Element) -> str | None:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if style is None else style.get(qn("w:val"))


def _first_of_list(paragraph: Element, style_id: str) -> Element | None:
    """The node before which a list starts, or None when the paragraph goes on with a list."""
    first, node = paragraph, paragraph.getprevious()
    while node is not None and is_statement(node) and (node.text or "").split(maxsplit=1)[0] in {"for", "if"}:
        first, node = node, node.getprevious()
    if node is not None and is_statement(node):
        before = next((item for item in node.itersiblings(qn("w:p"), preceding=True)), None)
        return None if before is not None and _style(before) == style_id else first
    return None if node is not None and node.tag == qn("w:p") and _style(node) == style_id else first


def _number(paragraph: Element, token: str) -> None:
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        return
    for old in properties.findall(qn("w:numPr")):
        properties.remove(old)
    numbering = etree.Element(qn("w:numPr"))
    etree.SubElement(numbering, qn("w:ilvl")).set(qn("w:val"), "0")
    etree.SubElement(numbering, qn("w:numId")).set(qn("w:val"), token)
    # CT_PPr is a sequence: numPr comes after these, before all the rest.
    before = sum(1 for child in properties if child.tag in {qn(f"w:{name}") for name in _BEFORE_NUMBERING})
    properties.insert(before, numbering)


_BEFORE_NUMBERING: Final = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
