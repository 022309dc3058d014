"""Numbered lists that start at 1 each time: in every list of a document and in every round of a loop."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.ooxml import relations
from policygen.ooxml.instructions import VALUE, instruction, is_statement
from policygen.ooxml.names import DOCUMENT, NUMBERING, REL, W, qn
from policygen.ooxml.xml import number as number_in
from policygen.ooxml.xml import parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element as Element

    from policygen.ooxml.relations import Parts

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
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


def look_of(styles: Element, numbering: Element, style_id: str) -> str:
    """Looks up the look (`w:abstractNumId`) of the lists of a paragraph style; empty when it has none."""
    for style in styles.iter(qn("w:style")):
        if style.get(qn("w:styleId")) == style_id:
            number = style.find(f".//{qn('w:numId')}")
            return "" if number is None else dict(looks(numbering)).get(number.get(qn("w:val"), ""), "")
    return ""


def looks(numbering: Element) -> Iterator[tuple[str, str]]:
    """The numbers (`w:numId`) of lists, each with its look, of those that have one."""
    known = {node.get(qn("w:abstractNumId")) for node in numbering.iter(qn("w:abstractNum"))}
    for number in numbering.iter(qn("w:num")):
        link = number.find(qn("w:abstractNumId"))
        look = "" if link is None else link.get(qn("w:val"), "")
        if look in known:
            yield number.get(qn("w:numId"), ""), look


def bring_numbering(frame: Parts, body: Parts, styles: Element, brought: Collection[str]) -> None:
    """Copies the numbering of the list styles that a frame got from a body, under numbers of its own.

    Args:
        frame: Parts of the frame; its numbering grows.
        body: Parts of the body.
        styles: Root of the styles of the frame; the numbers in the brought styles change.
        brought: Ids of those styles.
    """
    numbers = [
        number
        for style in styles.iter(qn("w:style"))
        if style.get(qn("w:styleId"), "") in brought
        for number in style.iterfind(f".//{qn('w:numPr')}/{qn('w:numId')}")
    ]
    if not numbers or NUMBERING not in body:
        for number in numbers:
            number.getparent().getparent().remove(number.getparent())  # type: ignore[union-attr, arg-type]
        return
    if NUMBERING not in frame:
        frame[NUMBERING] = f'<w:numbering xmlns:w="{W}"/>'.encode()
        relations.relate(frame, DOCUMENT, REL + "numbering", "numbering.xml")
        relations.declare(frame, _TYPE, part=NUMBERING)
    ours, theirs = parse(frame[NUMBERING]), parse(body[NUMBERING])
    made: dict[str, str] = {}
    for number in numbers:
        old = number.get(qn("w:val"), "")
        if old not in made:
            made[old] = _copy_number(ours, theirs, old)
        number.set(qn("w:val"), made[old])
    frame[NUMBERING] = etree.tostring(ours, xml_declaration=True, encoding="UTF-8", standalone=True)


def _copy_number(ours: Element, theirs: Element, number: str) -> str:
    """Copies one `w:num` and the `w:abstractNum` under it; returns its new number."""
    link = theirs.find(f"{qn('w:num')}[@{qn('w:numId')}='{number}']/{qn('w:abstractNumId')}")
    old = "" if link is None else link.get(qn("w:val"), "")
    abstract = theirs.find(f"{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='{old}']")
    if abstract is None:
        return number
    look = str(
        1 + max((number_in(one, qn("w:abstractNumId"), 0) for one in ours.iter(qn("w:abstractNum"))), default=-1)
    )
    new = str(1 + max((number_in(one, qn("w:numId"), 0) for one in ours.iter(qn("w:num"))), default=0))
    copied = deepcopy(abstract)
    copied.set(qn("w:abstractNumId"), look)
    for name in ("w:nsid", "w:tmpl"):  # two lists with one identity are one list to Word
        for identity in copied.findall(qn(name)):
            copied.remove(identity)
    # CT_Numbering is a sequence: all abstractNum before all num.
    ours.insert(sum(1 for one in ours if one.tag == qn("w:abstractNum")), copied)
    made = etree.Element(qn("w:num"))
    made.set(qn("w:numId"), new)
    etree.SubElement(made, qn("w:abstractNumId")).set(qn("w:val"), look)
    ours.insert(sum(1 for one in ours if one.tag in {qn("w:abstractNum"), qn("w:num"), qn("w:numPicBullet")}), made)
    return new


def restarting(numbering: str, look: str, first: int, count: int) -> str:
    """Adds numberings that start at 1, one for each numbered list of a document.

    Args:
        numbering: Text of numbering.xml, as `ready` made it.
        look: The look that they have.
        first: Id of the first one.
        count: How many.
    """
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    made = "".join(
        f'<w:num w:numId="{first + place}"><w:abstractNumId w:val="{look}"/>{again}</w:num>' for place in range(count)
    )
    return numbering.replace("</w:numbering>", made + "</w:numbering>")


def ready(numbering: bytes) -> bytes:
    """Takes from numbering.xml what would have to come after the numberings that `restarting` adds."""
    root = parse(numbering)
    for node in root.findall(qn("w:numIdMacAtCleanup")):
        root.remove(node)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


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
