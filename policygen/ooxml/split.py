"""Cuts runs around tags: a value alone in a run with the formatting of its first brace, a statement between runs."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from policygen.ooxml.instructions import STATEMENT, VALUE, instruction
from policygen.ooxml.names import XML, qn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from policygen.ooxml.site import Tag

# What `{_{` and its kin stand for in a template that must print braces.
_ESCAPED = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


def split_runs(texts: Sequence[Element], tags: Sequence[Tag], first: int) -> None:
    """Replaces the tags of a paragraph by processing instructions.

    Args:
        texts: The `w:t` of the paragraph, in order.
        tags: Its tags, with places in the joined text.
        first: Site of the first tag; the others follow.
    """
    offset = 0
    pieces: dict[Element, list[tuple[str, int | None]]] = {}
    for text in texts:
        typed = text.text or ""
        pieces[text] = _cut(typed, offset, tags)
        offset += len(typed)
    runs = dict.fromkeys(text.getparent() for text in texts if pieces[text] != [(text.text or "", None)])
    for run in runs:
        if run is not None:
            _rebuild(run, pieces, tags, first)


def unescape(texts: Sequence[Element]) -> None:
    """Prints `{_{` as `{{` and so on."""
    for text in texts:
        for escaped, meant in _ESCAPED:
            if text.text and escaped in text.text:
                text.text = text.text.replace(escaped, meant)


def _cut(typed: str, offset: int, tags: Sequence[Tag]) -> list[tuple[str, int | None]]:
    """Cuts the text of one `w:t` into static text and the indexes of the tags that begin in it."""
    pieces: list[tuple[str, int | None]] = []
    here = 0
    for index, tag in enumerate(tags):
        start, end = tag.start - offset, tag.end - offset
        if end <= 0 or start >= len(typed):
            continue
        if start > here:
            pieces.append((typed[here:start], None))
        if start >= 0:
            pieces.append(("", index))
        here = min(end, len(typed))
    if here < len(typed) or (not pieces and typed):
        pieces.append((typed[here:], None))
    return pieces


def _rebuild(
    run: Element, pieces: dict[Element, list[tuple[str, int | None]]], tags: Sequence[Tag], first: int
) -> None:
    properties = run.find(qn("w:rPr"))
    out: list[Element] = []
    static: Element | None = None
    for child in list(run):
        if child is properties:
            continue
        for text, index in pieces.get(child, [("", None)]):
            if index is not None:
                static = None
                out += _tag_nodes(tags[index], first + index, properties)
                continue
            if static is None:
                static = make_run(properties)
                out.append(static)
            static.append(_text(text) if child in pieces else child)
    parent = run.getparent()
    if parent is not None:
        at = parent.index(run)
        parent.remove(run)
        for position, node in enumerate(out):
            parent.insert(at + position, node)


def _tag_nodes(tag: Tag, site: int, properties: Element | None) -> list[Element]:
    """A value in a run of its own, a statement by itself, nothing for a comment or a command of the cell."""
    if not tag.kind or tag.command:
        return []
    node = instruction(tag.kind, tag.code, site)
    if tag.kind == STATEMENT:
        return [node]
    run = make_run(properties)
    run.append(_text("", node))
    return around_markup(run, tag.code, site) if tag.level == "r" else [run]


def around_markup(usual: Element, code: str, site: int) -> list[Element]:
    """What prints a value as the markup that its `__html__` gives, or in `usual` when it has none."""
    return [
        instruction(STATEMENT, f"if ({code}) is _pg_markup", site),
        instruction(VALUE, f"({code})|_pg_markup", site),
        instruction(STATEMENT, "else", site),
        usual,
        instruction(STATEMENT, "endif", site),
    ]


def make_run(properties: Element | None) -> Element:
    """An empty run with a copy of these properties."""
    run = etree.Element(qn("w:r"))
    if properties is not None:
        run.append(deepcopy(properties))
    return run


def _text(typed: str, value: Element | None = None) -> Element:
    text = etree.Element(qn("w:t"))
    text.text = typed
    if value is not None:
        text.append(value)
    text.set(f"{{{XML}}}space", "preserve")
    return text
