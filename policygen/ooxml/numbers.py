"""Ids that must be unique in a document, also when a loop prints their element more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.ooxml.anchors import ANCHORS, pairs, remove_all
from policygen.ooxml.instructions import is_statement
from policygen.ooxml.names import WP, qn

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

_DOCUMENT: Final = "_pg_doc"
_CHANGES: Final = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")


def renumber(root: Element, token: Callable[[str], str]) -> None:
    """Lets the ids of pictures and bookmarks be counted while a part is printed, where they could come twice.

    Word's own comments cannot be repeated, so inside a part with loops their anchors go.

    Args:
        root: Root element of a part, with its statements; changed in place.
        token: Turns an expression into text that may stand in an attribute.
    """
    loops = any(is_statement(node) and (node.text or "").startswith("for") for node in root.iter(etree.PI))
    if not loops and not _repeats(root):
        return
    for properties in root.iter(f"{{{WP}}}docPr"):
        properties.set("id", token(f"{_DOCUMENT}.next_drawing()"))
    for key, (start, end) in enumerate(list(pairs(root))):
        start.set(qn("w:id"), token(f"{_DOCUMENT}.begin_bookmark({key})"))
        start.set(qn("w:name"), token(f"{_DOCUMENT}.bookmark_name({start.get(qn('w:name'), '')!r})|_pg_flat"))
        end.set(qn("w:id"), token(f"{_DOCUMENT}.end_bookmark({key})"))
    for change in root.iter(*map(qn, _CHANGES)):
        change.set(qn("w:id"), token(f"{_DOCUMENT}.next_change()"))
    if loops:
        remove_all(root.iter(*ANCHORS))


def _repeats(root: Element) -> bool:
    """Whether two pictures, changes or bookmarks have one id or name, as when a frame and a body come together."""
    starts = list(root.iter(qn("w:bookmarkStart")))
    found = (
        [node.get("id") for node in root.iter(f"{{{WP}}}docPr")],
        [node.get(qn("w:id")) for node in root.iter(*map(qn, _CHANGES))],
        [node.get(qn("w:id")) for node in starts],
        [node.get(qn("w:name"), "").lower() for node in starts],
    )
    return any(len(set(values)) < len(values) for values in found)
