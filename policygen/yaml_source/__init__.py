"""YAML as people type it: every scalar stays text, mistakes come back in Dutch with their place.

The common case is one pass over the events of PyYAML's C parser that keeps no positions. Only when there is something
to report is the text read again by `composer`, which keeps every position and goes on after a mistake.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from policygen.errors import Problem, ProfileError
from policygen.yaml_source import fast, json_line, text
from policygen.yaml_source.lines import Line, lines

if TYPE_CHECKING:
    from pathlib import Path

    from policygen.yaml_source.composer import Composed

__all__ = ["Line", "YamlDocument", "lines", "load", "read", "read_line"]


@dataclass(frozen=True)
class YamlDocument:
    """A YAML file, or one line of a JSON Lines file, as nested dict, list and str.

    Attributes:
        path: The file as the caller named it.
        data: The root mapping; keys without a value are left out.
        problems: What is wrong with the text; `data` is then the best that could be made of it.
        first: The line of the file on which the text begins, from 1.
    """

    path: Path
    data: dict[str, Any]
    problems: tuple[Problem, ...] = ()
    _text: str = field(default="", repr=False)
    first: int = 1
    _pairs: tuple[int, ...] = field(default=(), repr=False)

    @cached_property
    def _composed(self) -> Composed:
        from policygen.yaml_source.composer import compose  # noqa: PLC0415 - only paid for when something is wrong

        return compose(str(self.path), "\n" * (self.first - 1) + self._text)

    def position(self, loc: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
        """Tells where a value stands, or its key; the nearest parent when `loc` itself is not in the file.

        Args:
            loc: Keys and list indexes from the root.
            key: Whether the place of the key is wanted instead of the place of the value.

        Returns:
            Line and column, both counted from 1.
        """
        line, column = self._composed.position(loc, key=key)
        return max(line, self.first), column + self.shift(column)

    def shift(self, column: int) -> int:
        """How much further a column is in the line of the file: there a character was two codes."""
        return json_line.SHORTER * bisect_left(self._pairs, column - 1)


def read(path: Path) -> YamlDocument:
    """Reads a file and keeps what is wrong with its text in `problems`, so that the caller can look further.

    Raises:
        ProfileError: The file cannot be read at all, or nothing can be made of it.
    """
    source = text.read(path)
    try:
        return YamlDocument(path, fast.construct(source), (), source)
    except fast.TooMuch as error:
        hint = "Een profiel is een kort bestand met enkele niveaus."
        raise ProfileError(Problem(str(path), error.message, error.line, error.column, hint=hint)) from None
    except fast.Unusual:
        return _composed(YamlDocument(path, {}, (), source))


def read_line(path: Path, number: int, line: str) -> YamlDocument:
    """Makes a profile of one line of a JSON Lines file.

    Args:
        path: The file.
        number: Which line this is, from 1.
        line: Its text.

    Raises:
        ProfileError: Nothing can be made of it.
    """
    text, pairs = json_line.as_yaml(line)
    document = YamlDocument(path, {}, (), text, number, pairs)
    try:
        return replace(document, data=json_line.construct(line))
    except fast.Unusual:
        pass

    def placed(one: Problem) -> Problem:
        return replace(one, line=number, column=one.column and one.column + document.shift(one.column))

    try:
        found = _composed(document)
    except ProfileError as error:
        raise ProfileError(*map(placed, error.problems)) from None
    return replace(found, problems=tuple(map(placed, found.problems)))


def _composed(document: YamlDocument) -> YamlDocument:
    """The best that can be made of a text in which something is wrong."""
    composed = document._composed  # noqa: SLF001 - our own class
    if composed.data is None:
        raise ProfileError(*composed.problems) from None
    found = replace(document, data=composed.data, problems=composed.problems)
    found.__dict__["_composed"] = composed
    return found


def load(path: Path) -> YamlDocument:
    """Reads a file that has to be right.

    Raises:
        ProfileError: Something is wrong with the text; holds all of it.
    """
    document = read(path)
    if any(not problem.warning for problem in document.problems):
        raise ProfileError(*document.problems)
    return document
