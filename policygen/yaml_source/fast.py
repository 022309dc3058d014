"""The hot path: events of the C parser to dict, list and str, without positions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from policygen.yaml_source.limits import KEY, MAX_DEPTH, MAX_NODES, NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable

_LOST = re.compile(r"#(?:(?<=[ \t,\[{\]}]#)|(?<=[^\s:,\[{]['\"]#))[^\W_]")
"""A comment without a space after `#`: perhaps text that is lost (`naam: #samen`, `naam: "Zorg"#samen`).

A quotation mark that opens a text (`kleur: "#005f73"`) stands after white space or a sign of YAML.
"""
_SWALLOWS = re.compile(r": +'[^'\n]*\n")
"""An apostrophe with no other on its line: it may swallow the lines below (`naam: 't Zeepaardje`)."""

_HARD_SPACE = re.compile(r"^ *-?\xa0|:\xa0", re.MULTILINE)
"""A no-break space where YAML asks for a space: text that was pasted from Word or a browser."""

_MISSING: Any = object()


class Unusual(Exception):  # noqa: N818 - not an error, a reason to look closer
    """The text holds something that the composer has to look at."""


class TooMuch(Unusual):
    """The text holds more than a profile can; there is no use in looking closer."""

    def __init__(self, message: str, event: Any) -> None:  # noqa: ANN401 - the C parser has no types
        super().__init__(message)
        self.message = message
        self.line: int = event.start_mark.line + 1
        self.column: int = event.start_mark.column + 1


def construct(text: str) -> dict[str, Any]:
    """Makes the data of a text in which nothing is wrong.

    Raises:
        Unusual: Something may be wrong.
    """
    try:
        get: Callable[[], Any] = CParser(text).get_event
        if len(text) > 2 * MAX_NODES:  # in less text there cannot be too many nodes
            get = _counted(get)
        get()  # the stream starts
        if get().__class__ is not DocumentStartEvent:
            raise Unusual
        event = get()
        if event.__class__ is not MappingStartEvent or event.anchor is not None or event.tag is not None:
            raise Unusual
        data = _Builder(get, text).mapping(1)
        if get().__class__ is not DocumentEndEvent or get().__class__ is not StreamEndEvent:
            raise Unusual
    except (YAMLError, UnicodeError):
        raise Unusual from None
    if data is _MISSING or _may_mislead(text) or ("\\" in text and _has_escaped_control(data)):
        raise Unusual
    found: dict[str, Any] = data
    return found


def _may_mislead(text: str) -> bool:
    """Whether the text may say something else than was meant."""
    return (
        _LOST.search(text) is not None
        or (": '" in text and _SWALLOWS.search(text) is not None)
        or (not text.isascii() and any(character in text for character in "\x85\u2028\u2029"))
        or ("\xa0" in text and _HARD_SPACE.search(text) is not None)
    )


def _counted(get: Callable[[], Any]) -> Callable[[], Any]:
    """The same events, until there are too many."""
    left = MAX_NODES

    def counted() -> Any:  # noqa: ANN401 - the C parser has no types
        nonlocal left
        event = get()
        if isinstance(event, NodeEvent):
            left -= 1
            if left < 0:
                raise TooMuch("meer dan 100.000 waarden", event)
        return event

    return counted


def has_colon(text: str, end: Any, start: Any) -> bool:  # noqa: ANN401 - the C parser has no types
    """Whether a colon stands between a key and its value: there is none in `naam: {tekst}`, which was meant as text."""
    return ":" in text[end.index : start.index]


class _Builder:
    """Pulls events; one small object so that the methods can call each other without passing state."""

    __slots__ = ("get", "text")

    def __init__(self, get: Callable[[], Any], text: str) -> None:
        self.get = get
        self.text = text

    def mapping(self, depth: int) -> Any:  # noqa: ANN401 - a dict, or nothing
        get = self.get
        result: dict[str, Any] = {}
        dropped: set[str] = set()
        while True:
            event = get()
            if event.__class__ is not ScalarEvent:
                if event.__class__ is MappingEndEvent:
                    # keys without values are a section that nobody filled in, not an empty section
                    return result if result or not dropped else _MISSING
                raise Unusual
            key, end = event.value, event.end_mark
            if key == "<<" or event.anchor is not None or event.tag is not None or key in result or key in dropped:
                raise Unusual
            event = get()
            if event.__class__ is ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    raise Unusual
                value = event.value.strip()
                if value in NOTHING and (event.implicit[0] or not value):
                    if not KEY.fullmatch(key) or (not value and not has_colon(self.text, end, event.start_mark)):
                        raise Unusual  # perhaps text: `- Let op:` or `{x}`
                    dropped.add(key)
                else:
                    result[key] = value
            else:
                value = self.collection(event, depth)
                if value is _MISSING:
                    dropped.add(key)
                else:
                    result[key] = value

    def sequence(self, depth: int) -> Any:  # noqa: ANN401 - a list, or nothing
        get = self.get
        result: list[Any] = []
        dropped = False
        while True:
            event = get()
            if event.__class__ is ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    raise Unusual
                value = event.value.strip()
                if value in NOTHING and (event.implicit[0] or not value):
                    if not event.implicit[0]:
                        raise Unusual  # an empty item that somebody typed
                    dropped = True
                else:
                    result.append(value)
            elif event.__class__ is SequenceEndEvent:
                # a list of nothing but empty items is a list that nobody filled in, not an empty list
                return result if result or not dropped else _MISSING
            else:
                value = self.collection(event, depth)
                if value is _MISSING:
                    dropped = True
                else:
                    result.append(value)

    def collection(self, event: Any, depth: int) -> Any:  # noqa: ANN401 - nested data
        if event.__class__ is AliasEvent or event.anchor is not None or event.tag is not None:
            raise Unusual
        if depth >= MAX_DEPTH:
            raise TooMuch("meer dan 50 niveaus diep", event)
        if event.__class__ is MappingStartEvent:
            return self.mapping(depth + 1)
        if event.__class__ is SequenceStartEvent:
            return self.sequence(depth + 1)
        raise Unusual


def _has_escaped_control(data: object) -> bool:
    r"""Whether a quoted escape such as `"\a"` put a character into a value that no document can hold."""
    from policygen.yaml_source.text import FORBIDDEN  # noqa: PLC0415 - only when the text holds a backslash

    if isinstance(data, str):
        return FORBIDDEN.search(data) is not None
    if isinstance(data, dict):
        return any(_has_escaped_control(item) for pair in data.items() for item in pair)
    return isinstance(data, list) and any(_has_escaped_control(item) for item in data)
