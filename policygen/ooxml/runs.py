"""Puts in place what cannot be printed inside a run: open places with their comment, and new paragraphs.

A template prints a value inside `<w:r><w:rPr/><w:t>`. An open place needs runs of its own and a blank line needs a
paragraph of its own, so the template prints a mark that no value can hold, and here the run is cut around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from policygen.openplace import Open

OPEN_MARK: Final = "\x01"
PARAGRAPH_MARK: Final = "\x02"
CONTENTS_MARK: Final = "\x03"
"""Characters that XML, and so any value, cannot hold."""

_RUN = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>.*?</w:rPr>|<w:rPr/>)?", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(<w:pPr>.*?</w:pPr>|<w:pPr/>)?", re.DOTALL)
PRESERVED: Final = '<w:t xml:space="preserve">'
LINE_BREAK: Final = f"</w:t><w:br/>{PRESERVED}"
_RUN_ENDS: Final = "</w:t></w:r>"


@dataclass(slots=True)
class Breaks:
    """What `place_marks` needs to know.

    Attributes:
        marked: Gives the open place behind the number in a mark.
        styles: Style ids by lower-case name.
        comments: Collects number and open place of each comment; None where a part can hold no comments.
        prints: Counts what is printed for a new paragraph.
        first: Number of the first comment.
        contents: The contents list.
    """

    marked: Callable[[int], Open]
    styles: Mapping[str, str]
    comments: list[tuple[int, Open]] | None
    prints: Callable[[int], None]
    first: int = 0
    contents: str = ""
    commented: set[str] = field(default_factory=set)


def entities(value: str) -> str:
    """Escapes what is markup in XML, and nothing else."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def place_marks(text: str, breaks: Breaks) -> str:
    """Replaces the marks in the printed XML of a part; a run that a cut leaves without text goes."""
    pieces: list[str] = []
    end, again = 0, ""
    runs, paragraphs = _Innermost(_RUN, "<w:r", text), _Innermost(_PARAGRAPH, "<w:p", text)
    for start, stop in _marks(text):
        _go_on(pieces, again, text[end:start])
        end = stop
        if text[start] == CONTENTS_MARK:
            pieces.append(breaks.contents)
            again = ""
            continue
        again = f"<w:r>{runs.at(start)}{PRESERVED}"
        _cut(pieces, again)
        if text[start] == OPEN_MARK:
            pieces.append(_open_runs(breaks.marked(int(text[start + 1 : stop - 1])), breaks))
        else:
            pieces.append(f"</w:p><w:p>{paragraphs.at(start)}")
            breaks.prints(len(_RUN_ENDS) + len(pieces[-1]) + len(again))
    _go_on(pieces, again, text[end:])
    return "".join(pieces)


def _marks(text: str) -> list[tuple[int, int]]:
    """Begin and end of each mark, in order; between those of an open place stands its number."""
    # A regular expression for three rare characters takes some thirty times as long as looking for each.
    places = _all(OPEN_MARK, text)
    single = [(at, at + 1) for mark in (PARAGRAPH_MARK, CONTENTS_MARK) for at in _all(mark, text)]
    return sorted([*zip(places[::2], (at + 1 for at in places[1::2]), strict=True), *single])


def _all(mark: str, text: str) -> list[int]:
    found = [text.find(mark)]
    while found[-1] >= 0:
        found.append(text.find(mark, found[-1] + 1))
    return found[:-1]


def _cut(pieces: list[str], opening: str) -> None:
    """Ends the run that is open at the end of the last piece, or takes its opening away when it has no text yet."""
    if pieces[-1].endswith(opening):
        pieces[-1] = pieces[-1].removesuffix(opening)
    elif pieces[-1]:
        pieces.append(_RUN_ENDS)


def _go_on(pieces: list[str], opening: str, text: str) -> None:
    """Adds what comes after a cut, in a run like the one that was cut unless nothing of that is left."""
    if opening and text.startswith(_RUN_ENDS):
        text = text.removeprefix(_RUN_ENDS)
    elif opening and text:
        pieces.append(opening)
    pieces.append(text)


class _Innermost:
    """The properties of the run or paragraph that is open at a place; looks at each stretch of the text once."""

    def __init__(self, pattern: re.Pattern[str], start: str, text: str) -> None:
        self._pattern, self._start, self._text = pattern, start, text
        self._seen = 0
        self._properties = ""

    def at(self, place: int) -> str:
        """The properties at a place that lies after the one that was asked for last."""
        found = self._text.rfind(self._start, self._seen, place)
        while found >= 0:
            if match := self._pattern.match(self._text, found):
                self._properties = match[1] or ""
                break
            found = self._text.rfind(self._start, self._seen, found)  # that was `w:rPr`, or another name like it
        self._seen = place
        return self._properties


def _open_runs(place: Open, breaks: Breaks) -> str:
    style = breaks.styles.get("open plek")
    properties = (f'<w:rStyle w:val="{style}"/>' if style else "") + '<w:highlight w:val="yellow"/>'
    run = f"<w:r><w:rPr>{properties}</w:rPr>{PRESERVED}{entities(str(place))}</w:t></w:r>"
    name = place.field or place.label
    if breaks.comments is None or name in breaks.commented:
        return run
    breaks.commented.add(name)
    number = breaks.first + len(breaks.comments)
    breaks.comments.append((number, place))
    reference = breaks.styles.get("annotation reference")
    mark = f'<w:rPr><w:rStyle w:val="{reference}"/></w:rPr>' if reference else ""
    ends = f'<w:commentRangeEnd w:id="{number}"/><w:r>{mark}<w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeStart w:id="{number}"/>{run}{ends}'
