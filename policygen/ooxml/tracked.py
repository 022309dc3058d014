"""Tags that somebody changed while Word kept track: which of the two texts is meant cannot be known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.ooxml.names import qn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from policygen.ooxml.site import Tag

_CHANGES: Final = tuple(map(qn, ("w:ins", "w:del", "w:moveFrom", "w:moveTo")))


def changed(paragraph: Element, texts: Sequence[Element], tags: Sequence[Tag]) -> list[bool]:
    """Tells of each tag in a paragraph whether a tracked change begins, ends or stands in it.

    Args:
        paragraph: The paragraph.
        texts: Its `w:t`, in order.
        tags: Its tags, with places in the joined text.
    """
    if next(paragraph.iter(*_CHANGES), None) is None:
        return [False] * len(tags)
    stretches: list[tuple[int, int, Element | None]] = []
    own, at = set(texts), 0
    for node in paragraph.iter(qn("w:t"), qn("w:delText")):
        size = len(node.text or "") if node in own else 0
        stretches.append((at, at + size, next(node.iterancestors(*_CHANGES), None)))
        at += size
    return [_is_changed(tag, stretches) for tag in tags]


def _is_changed(tag: Tag, stretches: Sequence[tuple[int, int, Element | None]]) -> bool:
    """Whether the text of a tag is not all of one piece; a removed text has no length and counts between its ends."""
    touched = {
        change
        for start, end, change in stretches
        if (start < tag.end and end > tag.start) or (start == end and tag.start < start < tag.end)
    }
    return len(touched) > 1
