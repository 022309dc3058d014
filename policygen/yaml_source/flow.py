"""The same look at values between brackets: `[a, b]` and `{naam: a, functie: b}`, also over more lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

_QUOTED: Final = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""")
_AFTER: Final = re.compile(r"[ \t]*(?:$|[,\]}:]|[ \t]#)")
_PLAIN: Final = re.compile(r"(?:[^,\[\]{}:#]|:(?![ \t,\]}]|$)|(?<![ \t])#)+")
_UP_TO_COMMA: Final = re.compile(r"[^,\]}]*")
_KEY_LINE: Final = re.compile(r"[ ]*(?:- )?\w[\w .\-]*:(?:[ \t]|$)")


@dataclass(frozen=True)
class Found:
    """Something to mend; line and column are counted from 0."""

    line: int
    column: int
    message: str
    hint: str
    warning: bool = False


@dataclass(frozen=True)
class Span:
    """A text that needs quotation marks."""

    line: int
    start: int
    end: int
    message: str


@dataclass
class Flow:
    """What `scan` saw; `closed_at` is behind the last bracket, None when there is none; `effort` in characters."""

    texts: list[Span] = field(default_factory=list)
    closed_at: tuple[int, int] | None = None
    effort: int = 0


def scan(lines: list[str], line: int, column: int, indent: int) -> Flow:  # noqa: C901 - one case per character
    """Reads from an opening bracket to the bracket that closes it, or to where the next key begins."""
    result = Flow()
    stack: list[str] = []
    value_of_pair = False
    while line < len(lines):
        text = lines[line]
        result.effort += len(text) + 1
        if stack and column == 0 and _KEY_LINE.match(text) and len(text) - len(text.lstrip()) <= indent:
            return result
        while column < len(text):
            character = text[column]
            if character in " \t":
                column += 1
            elif character in "[{":
                stack.append(character)
                value_of_pair = False
                column += 1
            elif character in "]}":
                stack.pop()
                column += 1
                value_of_pair = False
                if not stack:
                    result.closed_at = (line, column)
                    return result
            elif character == ",":
                value_of_pair = False
                column += 1
            elif character == ":":
                value_of_pair = True
                column += 1
            elif character == "#" and text[column + 1 : column + 2] in {"", " ", "\t"}:
                break
            else:
                end, message = _item(text, column, pair_value=value_of_pair)
                if message:
                    result.texts.append(Span(line, column, end, message))
                column = end
        line, column = line + 1, 0
    return result


def _item(text: str, column: int, *, pair_value: bool) -> tuple[int, str]:  # noqa: PLR0911 - one return per case
    """Where an item ends, and what is wrong with it when it has no quotation marks."""
    first = text[column]
    match = _QUOTED.match(text, column)
    up_to_comma = _end(_UP_TO_COMMA, text, column)
    if match and _AFTER.match(text, match.end()):
        return match.end(), ""
    if match:
        return up_to_comma, "na het sluitende aanhalingsteken staat nog tekst"
    if first in "'\"":
        what = "apostrof" if first == "'" else "aanhalingsteken"
        return up_to_comma, f"de tekst begint met een {what} en wordt niet gesloten"
    if first == "#":
        return up_to_comma, "deze tekst valt weg, want # begint een toelichting"
    if first in "&*!%@`|>":
        return up_to_comma, f"een tekst mag niet beginnen met {first}"
    end = _end(_PLAIN, text, column)
    following = text[end : end + 1]
    if following == ":" and pair_value:
        return up_to_comma, "een dubbele punt met een spatie erna mag niet in tekst zonder aanhalingstekens"
    if following == "#" and text[end + 1 : end + 2].isalnum():
        return up_to_comma, "deze tekst valt deels weg, want # begint een toelichting"
    return max(end, column + 1), ""


def _end(pattern: re.Pattern[str], text: str, column: int) -> int:
    match = pattern.match(text, column)
    end = match.end() if match else column + 1
    return max(column + 1, column + len(text[column:end].rstrip()))
