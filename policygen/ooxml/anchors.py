"""Bookmarks and comments of a template: both ends stay, or both go, whatever loops and conditions do."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.errors import Problem
from policygen.ooxml.instructions import is_statement
from policygen.ooxml.names import qn
from policygen.ooxml.nesting import CONTINUE, OPENERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

_START, _END = qn("w:bookmarkStart"), qn("w:bookmarkEnd")
ANCHORS: Final = tuple(map(qn, ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")))
"""What ties a comment to the text."""
_REFERENCE: Final = ANCHORS[-1]
_ID, _NAME = qn("w:id"), qn("w:name")
_HIDDEN: Final = "_"  # Word's own bookmarks, such as _GoBack and _Hlk12345678, which a user never sees
_HINT: Final = "Haal hem in Word weg (Invoegen, Bladwijzer), of laat begin en einde binnen dezelfde tags vallen."


def left_behind(container: Element) -> list[Element]:
    """The ends of bookmarks and comments of which the other end is not in the same paragraph, row or cell."""
    own = list(container.iter(_START, _END, *ANCHORS[:2]))
    kinds = {_START: "b", _END: "b"}
    keys = [(kinds.get(str(node.tag), "c"), node.get(_ID)) for node in own]
    return [node for node, key in zip(own, keys, strict=True) if keys.count(key) == 1]


def pairs(root: Element) -> Iterator[tuple[Element, Element]]:
    """Start and end of each bookmark; an end belongs to the last start with its id that is still open."""
    begun: dict[str, list[Element]] = {}
    for node in root.iter(_START, _END):
        same = begun.setdefault(node.get(_ID, ""), [])
        if node.tag == _START:
            same.append(node)
        elif same:
            yield same.pop(), node


def tidy(root: Element, source: str, part: str) -> list[Problem]:
    """Removes the bookmarks and comments of which a loop or condition could print one end only.

    Args:
        root: Root element of a part, with its statements; changed in place.
        source: File name of the template.
        part: Dutch name of the part; empty for the main text.

    Returns:
        The bookmarks that somebody made and that cannot stay as they are.
    """
    blocks = _blocks(root)
    whole = list(pairs(root))
    torn = [(start, end) for start, end in whole if blocks[start] != blocks[end]]
    named = [start.get(_NAME, "") for start, _ in torn if not start.get(_NAME, "").startswith(_HIDDEN)]
    paired = {node for pair in whole for node in pair}
    remove_all(node for node in root.iter(_START, _END) if node not in paired)
    remove_all(node for pair in torn for node in pair)
    comments: dict[str, list[Element]] = {}
    for node in root.iter(*ANCHORS):
        comments.setdefault(node.get(_ID, ""), []).append(node)
    remove_all(node for nodes in comments.values() if not _is_whole(nodes, blocks) for node in nodes)
    message = "de bladwijzer '{}' begint in een lus of voorwaarde en eindigt erbuiten, of andersom"
    return [Problem(source, message.format(name), where=part, hint=_HINT) for name in named]


def _is_whole(nodes: list[Element], blocks: dict[Element, tuple[int, ...]]) -> bool:
    """Whether a comment has its one reference, and start and end or neither, all in the same block."""
    found = [str(node.tag) for node in nodes]
    return found in ([_REFERENCE], list(ANCHORS)) and len({blocks[node] for node in nodes}) == 1


def remove_all(nodes: Iterable[Element]) -> None:
    """Removes nodes, whichever parents they have."""
    for node in list(nodes):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)


def _blocks(root: Element) -> dict[Element, tuple[int, ...]]:
    """The statements that each end of a bookmark or comment stands in, from the outside in."""
    found: dict[Element, tuple[int, ...]] = {}
    numbers = count()
    stack: list[int] = []
    for node in root.iter(_START, _END, *ANCHORS, etree.PI):
        if not is_statement(node):
            found[node] = tuple(stack)
            continue
        word = (node.text or "").split(maxsplit=1)[0]
        if word in OPENERS:
            stack.append(next(numbers))
        elif word in OPENERS.values() and stack:
            stack.pop()
        elif word in CONTINUE and stack:
            stack[-1] = next(numbers)
    return found
