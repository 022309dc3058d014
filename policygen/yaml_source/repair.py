"""Finds what people type without quotation marks and YAML reads otherwise; stands in for it so that reading can go on.

A C parser stops at the first such value and often reports a later line. Here the source is read line by line, every
such value is reported on its own line, and the text gets an equally long stand-in for it, so all positions stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from policygen.yaml_source import flow
from policygen.yaml_source.flow import Found
from policygen.yaml_source.limits import short

_LINE: Final = re.compile(
    r"""(?P<indent>[ ]*)(?P<dashes>(?:-[ ]+)*)
        (?:(?P<key>"[^"]*"|'[^']*'|<<|\w[\w .\-]*?)[ ]*:(?P<gap>[ \t]+|$))?
        (?P<value>.*)""",
    re.VERBOSE,
)
_NO_SPACE: Final = re.compile(r"(?P<indent>[ ]*)(?P<key>[a-z]\w*):(?P<value>[^\s:/,\]}].*)$")
_HARD_GAP: Final = re.compile(r"[ ]*(?:-[ ]+)*(?:-|\w[\w .\-]*?:)(?P<gap>\xa0[ \xa0]*)")
_BARE_KEY: Final = re.compile(r"[ ]*[a-z]\w*[ ]*")
_BLOCK: Final = re.compile(r"[|>](?:[+-]?\d?|\d[+-])[ \t]*(?:#.*)?$")
_QUOTED: Final = {
    "'": re.compile(r"'(?:[^']|'')*'"),
    '"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL),
}
_CLOSES: Final = {
    "'": re.compile(r"(?:[^']|'')*'(?!')"),
    '"': re.compile(r'(?:[^"\\]|\\.?)*"'),
}
_COMMENT: Final = re.compile(r"[ \t]+#.*$")
_LOST_TAIL: Final = re.compile(r"[ \t]#[^\W_]")
_REST: Final = re.compile(r"[ \t]*(?:[ \t]#.*|#(?:[ \t].*)?)?$")
_MOST_EFFORT: Final = 1_000_000
"""Characters looked at more than once; only a text made to be slow needs more."""
_MOST_FOUND: Final = 100
_STAND_IN: Final = 0xF0000
_FILLER: Final = chr(0xFFFFD)


@dataclass
class Repaired:
    """The text to read on with, and what was found.

    Attributes:
        text: As long as the original, line for line.
        values: What each stand-in stands for; None when there is nothing to read there.
        found: Every value that has to be mended, in file order.
    """

    text: str
    values: dict[str, str | None] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)


def repair(text: str) -> Repaired:
    """Looks at every line outside block texts and multi-line quotations."""
    return _Scan(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).run()


class _Scan:
    """One pass over the lines; `at` is the line in hand, counted from 0."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.at = 0
        self.values: dict[str, str | None] = {}
        self.found: list[Found] = []
        self.tabs: list[int] = []
        self.hard: list[int] = []
        self.last = 0
        self.expects = True
        self.effort = 0

    def run(self) -> Repaired:
        while self.at < len(self.lines) and self.effort < _MOST_EFFORT and len(self.found) < _MOST_FOUND:
            self._line()
            self.at += 1
        hint = "Gebruik spaties om in te springen, twee per niveau."
        self._indented(self.tabs, "een tab als inspringing mag niet", hint)
        hint = "Zo'n spatie komt mee uit Word of een webpagina. Typ gewone spaties, twee per niveau."
        self._indented(self.hard, "de regel begint met een vaste spatie en niet met gewone spaties", hint)
        self.found.sort(key=lambda found: (found.line, found.column))
        return Repaired("\n".join(self.lines), self.values, self.found)

    def _indented(self, lines: list[int], message: str, hint: str) -> None:
        """One message for all lines that have the same wrong thing in front."""
        if lines:
            others = len(lines) - 1
            more = f", hier en op nog {others} {'regel' if others == 1 else 'regels'}" if others else ""
            self.found.append(Found(lines[0], 0, f"{message}{more}", hint))

    def _line(self) -> None:
        line = self._with_soft_spaces()
        if not line.strip() or line.lstrip().startswith("#"):
            return
        lead = line[: len(line) - len(line.lstrip())]
        if "\t" in lead:
            self.tabs.append(self.at)
            line = self.lines[self.at] = " " * len(lead) + line[len(lead) :]
        if line.startswith("%"):
            hint = "Begin een toelichting met # en een spatie."
            self.found.append(Found(self.at, 0, "een regel mag niet beginnen met %", hint))
            self.lines[self.at] = ""
            return
        if line.startswith(("---", "...")):
            return
        match = _LINE.match(line)
        if match is None:  # pragma: no cover - the pattern matches every line
            return
        if match["key"] is None and not match["dashes"]:
            if len(lead) <= self.last or self.expects:  # else the line goes on with the text of the line above
                self._no_key(line, len(lead))
            return
        self.last = len(lead)
        self.expects = not _COMMENT.sub("", " " + match["value"]).strip()
        self._value(match.start("value"), len(match["indent"]) + len(match["dashes"]), match["key"] or "")

    def _with_soft_spaces(self) -> str:
        """The line with spaces that YAML knows where it needs them."""
        line = self.lines[self.at]
        rest = line.lstrip()
        lead = line[: len(line) - len(rest)]
        if lead.strip(" \t"):
            line = self.lines[self.at] = " " * len(lead) + rest
            if rest and not rest.startswith("#"):
                self.hard.append(self.at)
        match = _HARD_GAP.match(line) if "\xa0" in line and (len(lead) <= self.last or self.expects) else None
        if match:
            start, end = match.span("gap")
            hint = "Vervang die door een gewone spatie."
            self.found.append(Found(self.at, start, "hier staat een vaste spatie", hint))
            line = self.lines[self.at] = line[:start] + " " * (end - start) + line[end:]
        return line

    def _no_key(self, line: str, indent: int) -> None:
        """A line that should begin with a key and a colon."""
        glued = _NO_SPACE.match(line)
        if glued:
            self._glued(glued)
        elif _BARE_KEY.fullmatch(line) and self._has_children(indent):
            word = line.strip()
            hint = f"Schrijf {short(word)}: met een dubbele punt."
            self.found.append(Found(self.at, indent, f"na '{short(word)}' ontbreekt een dubbele punt", hint))
            self.lines[self.at] = f"{line.rstrip()}:"
        self.last = indent

    def _glued(self, match: re.Match[str]) -> None:
        hint = f"Zet een spatie na de dubbele punt: {short(match['key'])}: {short(match['value'].strip())}"
        self.found.append(Found(self.at, match.end("key"), "na de dubbele punt ontbreekt een spatie", hint))
        start, end = match.start("value"), len(match.string.rstrip())
        line = match.string
        self.lines[self.at] = f"{line[:start]} {self._stand_in(line[start:end], end - start - 1)}{line[end:]}"

    def _value(self, start: int, indent: int, key: str) -> None:  # noqa: C901 - one case per first character
        line = self.lines[self.at]
        value = _COMMENT.sub("", line[start:]).rstrip()
        end = start + len(value)
        first = line[start : start + 1]
        if not first:
            return
        if first == "#":
            if line[start + 1 : start + 2].isalnum() and (not key or not self._has_children(indent)):
                full = re.split(r"[ \t]#(?=[ \t])", line[start:])[0].rstrip()
                self._text(start, start + len(full), "deze tekst valt weg, want # begint een toelichting")
        elif first in "'\"":
            self._quoted(start, end, indent, first)
        elif first in "|>":
            if _BLOCK.match(line[start:]):
                self._skip_block(indent)
            else:
                self._text(start, end, f"een tekst mag niet beginnen met {first}")
        elif first in "[{" and not value.startswith("{{"):
            self._flow(start, indent)
        elif first in "&*!":
            self._indicator(start, end, first, key, indent)
        elif first in "%@`]},{" or value.startswith(("- ", "? ")):
            self._text(start, end, f"een tekst mag niet beginnen met {first}")
        elif re.search(r":(?:[ \t]|$)", value):
            self._text(start, end, "een dubbele punt met een spatie erna mag niet in tekst zonder aanhalingstekens")
        else:
            self._lost_tail(start)

    def _indicator(self, start: int, end: int, first: str, key: str, indent: int) -> None:
        rest = self.lines[self.at][start:end]
        bare = re.fullmatch(r"[&*!]\S*", rest) is not None
        if key == "<<" or rest.startswith("!!") or (first in "&!" and bare and self._has_children(indent)):
            return  # really YAML: the composer says that anchors, tags and merge keys are not for profiles
        if first in "&!" and re.match(r"[&!]\S*[ \t]+[\[{]", rest):
            return
        self._text(start, end, f"een tekst mag niet beginnen met {first}")

    def _lost_tail(self, start: int) -> None:
        line = self.lines[self.at]
        lost = _LOST_TAIL.search(line, start)
        if lost:
            full = line[start:].rstrip()
            hint = f"Hoort het bij de tekst? Zet er aanhalingstekens om{example(full)}. Anders: zet een spatie na #."
            message = f"alles vanaf {short(line[lost.start() + 1 :].split()[0])} telt als toelichting"
            self.found.append(Found(self.at, start, message, hint, warning=True))

    def _quoted(self, start: int, end: int, indent: int, mark: str) -> None:
        line = self.lines[self.at]
        match = _QUOTED[mark].match(line, start)
        if match:
            if not _REST.match(line, match.end()):
                self._text(start, end, "na het sluitende aanhalingsteken staat nog tekst")
            return
        for at in range(self.at + 1, len(self.lines)):
            below = self.lines[at]
            if below.strip() and len(below) - len(below.lstrip()) <= indent:
                break
            self.effort += len(below) + 1
            if _CLOSES[mark].match(below):
                self.at = at
                return
        if mark == "'":
            self._text(start, end, "de tekst begint met een apostrof en wordt niet gesloten")
            return
        message = "de tekst begint met een aanhalingsteken en wordt niet gesloten"
        self.found.append(Found(self.at, start, message, "Zet ook aan het eind een aanhalingsteken."))
        self._replace(start, end, line[start + 1 : end])

    def _flow(self, start: int, indent: int) -> None:
        first = self.at
        result = flow.scan(self.lines, first, start, indent)
        self.effort += result.effort
        for span in result.texts:
            self.at = span.line
            self._text(span.start, span.end, span.message)
        self.at = first
        if result.closed_at is not None:
            self.at, column = result.closed_at
            if not _REST.match(self.lines[self.at], column):
                end = len(_COMMENT.sub("", self.lines[self.at]).rstrip())
                if self.at == first:
                    bracket = self.lines[first][start]
                    self._text(start, end, f"een tekst mag niet beginnen met {bracket}")
            return
        if result.texts:
            return
        line = self.lines[first]
        bracket = line[start]
        close = "}" if bracket == "{" else "]"
        end = len(_COMMENT.sub("", line).rstrip())
        hint = f"Zet {close} aan het eind, of zet aanhalingstekens als dit tekst is{example(line[start:end])}"
        self.found.append(Found(first, start, f"{bracket} wordt niet gesloten", hint))
        plain = (bracket == "{" and ":" not in line[start:end]) or (bracket == "[" and "," not in line[start:end])
        self._replace(start, end, line[start:end] if plain else None)

    def _text(self, start: int, end: int, message: str) -> None:
        value = self.lines[self.at][start:end]
        self.found.append(Found(self.at, start, message, f"Zet aanhalingstekens om de tekst{example(value)}"))
        self._replace(start, end, value)

    def _replace(self, start: int, end: int, value: str | None) -> None:
        line = self.lines[self.at]
        self.lines[self.at] = line[:start] + self._stand_in(value, end - start) + line[end:]

    def _stand_in(self, value: str | None, length: int) -> str:
        if length < 1:
            return ""
        mark = chr(_STAND_IN + len(self.values)) + _FILLER * (length - 1)
        self.values[mark] = value
        return mark

    def _has_children(self, indent: int) -> bool:
        for at in range(self.at + 1, len(self.lines)):
            below = self.lines[at]
            self.effort += len(below) + 1
            text = below.lstrip()
            if text and not text.startswith("#"):
                depth = len(below) - len(text)
                return depth > indent or (depth == indent and text.startswith("- "))
        return False

    def _skip_block(self, indent: int) -> None:
        while self.at + 1 < len(self.lines):
            below = self.lines[self.at + 1]
            if below.strip() and len(below) - len(below.lstrip(" \t")) <= indent:
                return
            self.at += 1


def example(value: str) -> str:
    """The value as it has to be typed, when it is short enough to show."""
    if len(value) > 60:  # noqa: PLR2004 - about what fits on a line
        return ""
    if '"' not in value and "\\" not in value:
        return f': "{value}"'
    return ": '" + value.replace("'", "''") + "'"
