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

_MARK = re.compile(f"{OPEN_MARK}(\\d+){OPEN_MARK}|{PARAGRAPH_MARK}")
_RUN = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>.*?</w:rPr>|<w:rPr/>)?", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(<w:pPr>.*?</w:pPr>|<w:pPr/>)?", re.DOTALL)
_EMPTY = re.compile(r'<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve"></w:t></w:r>', re.DOTALL)
PRESERVED: Final = '<w:t xml:space="preserve">'
LINE_BREAK: Final = f"</w:t><w:br/>{PRESERVED}"


@dataclass(slots=True)
class Breaks:
    """What `place_marks` needs to know.

    Attributes:
        marked: Gives the open place behind the number in a mark.
        styles: Style ids by lower-case name.
        comments: Collects number and open place of each comment; None where a part can hold no comments.
        prints: Counts what is printed for a new paragraph.
        first: Number of the first comment.
    """

    marked: Callable[[int], Open]
    styles: Mapping[str, str]
    comments: list[tuple[int, Open]] | None
    prints: Callable[[int], None]
    first: int = 0
    commented: set[str] = field(default_factory=set)


def entities(value: str) -> str:
    """Escapes what is markup in XML, and nothing else."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def place_marks(text: str, breaks: Breaks) -> str:
    """Replaces the marks in the printed XML of a part."""
    if OPEN_MARK not in text and PARAGRAPH_MARK not in text:
        return text
    pieces: list[str] = []
    end = 0
    runs, paragraphs = _Innermost(_RUN, "<w:r", text), _Innermost(_PARAGRAPH, "<w:p", text)
    for match in _MARK.finditer(text):
        pieces.append(text[end : match.start()])
        end = match.end()
        again = f"<w:r>{runs.at(match.start())}{PRESERVED}"
        if match[1]:
            pieces.append(f"</w:t></w:r>{_open_runs(breaks.marked(int(match[1])), breaks)}{again}")
        else:
            pieces.append(f"</w:t></w:r></w:p><w:p>{paragraphs.at(match.start())}{again}")
            breaks.prints(len(pieces[-1]))
    pieces.append(text[end:])
    return _EMPTY.sub("", "".join(pieces))


class _Innermost:
    """The properties of the run or paragraph that is open at a place; looks at each stretch of the text once."""

    def __init__(self, pattern: re.Pattern[str], start: str, text: str) -> None:
        self._pattern, self._starts, self._text = pattern, (f"{start}>", f"{start} "), text
        self._seen = 0
        self._properties = ""

    def at(self, place: int) -> str:
        """The properties at a place that lies after the one that was asked for last."""
        found = max(self._text.rfind(start, self._seen, place) for start in self._starts)
        if found >= 0 and (match := self._pattern.match(self._text, found)):
            self._properties = match[1] or ""
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
