"""What the text of a template refers to in other parts: styles, lists and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.ooxml import relations
from policygen.ooxml.anchors import ANCHORS, remove_all
from policygen.ooxml.lists import looks
from policygen.ooxml.names import DOCUMENT, NUMBERING, REL, STYLES, qn
from policygen.ooxml.notes import NOTES
from policygen.ooxml.splice import styles_of
from policygen.ooxml.xml import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from policygen.ooxml.relations import Parts

_STYLED: Final = tuple(map(qn, ("w:pStyle", "w:rStyle", "w:tblStyle")))
_ID, _VAL = qn("w:id"), qn("w:val")
_NO_LIST: Final = "0"  # takes the numbering of its style away from a paragraph


def drop_unknown(roots: Iterable[Element], parts: Parts) -> None:
    """Removes references to styles, lists and comments that are not there; Word takes no notice of them either.

    Args:
        roots: Roots of the parts with text; changed in place.
        parts: The parts of the file.
    """
    styles = set(styles_of(parts[STYLES]).values()) if STYLES in parts else set()
    part = relations.find(parts, DOCUMENT, REL + "comments")
    comments = {one.get(_ID) for one in parse(parts[part])} if part in parts else set()
    lists = {_NO_LIST, *(number for number, _ in (looks(parse(parts[NUMBERING])) if NUMBERING in parts else ()))}
    for root in roots:
        unknown = [node for node in root.iter(*_STYLED) if node.get(_VAL) not in styles]
        for numbering in root.iter(qn("w:numPr")):
            number = numbering.find(qn("w:numId"))
            if number is not None and number.get(_VAL) not in lists:
                unknown.append(numbering)
        unknown += [node for node in root.iter(*ANCHORS) if node.get(_ID) not in comments]
        remove_all(unknown)


def faults(root: Element, parts: Parts) -> Iterator[str]:
    """Lists the notes that the main text refers to and that are not there, and text that is removed and stays."""
    for part, name in NOTES.items():
        known = {one.get(_ID) for one in parse(parts[part])} if part in parts else set()
        for node in root.iter(qn(f"w:{name}Reference")):
            if node.get(_ID) not in known:
                yield f"een noot zonder tekst: {node.get(_ID)}"
    removed = qn("w:del")
    for text in root.iter(qn("w:t"), qn("w:delText")):
        change = next(text.iterancestors(qn("w:ins"), removed), None)
        if (change is not None and change.tag == removed) != (text.tag == qn("w:delText")):
            yield "verwijderde tekst die geen verwijderde tekst is, of andersom"


def places_of_notes(document: bytes) -> list[int]:
    """The numbers of the paragraphs, counted as in messages, with a footnote or endnote."""
    if b"noteReference" not in document:
        return []
    kinds = [qn(f"w:{name}Reference") for name in NOTES.values()]
    return [
        number
        for number, paragraph in enumerate(parse(document).iter(qn("w:p")), 1)
        if next(paragraph.iter(*kinds), None) is not None
    ]
