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
        first: Number of the first comment.
    """

    marked: Callable[[int], Open]
    styles: Mapping[str, str]
    comments: list[tuple[int, Open]] | None
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
    for match in _MARK.finditer(text):
        pieces.append(text[end : match.start()])
        end = match.end()
        properties = _innermost(_RUN, "<w:r", text, match.start())
        again = f"<w:r>{properties}{PRESERVED}"
        if match[1]:
            pieces.append(f"</w:t></w:r>{_open_runs(breaks.marked(int(match[1])), breaks)}{again}")
        else:
            paragraph = _innermost(_PARAGRAPH, "<w:p", text, match.start())
            pieces.append(f"</w:t></w:r></w:p><w:p>{paragraph}{again}")
    pieces.append(text[end:])
    return _EMPTY.sub("", "".join(pieces))


def _innermost(pattern: re.Pattern[str], start: str, text: str, before: int) -> str:
    """The properties of the run or paragraph that is open at a place in the text."""
    at = max(text.rfind(f"{start}>", 0, before), text.rfind(f"{start} ", 0, before))
    match = pattern.match(text, at)
    return (match[1] or "") if match else ""


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
