"""YAML as people type it: every scalar stays text, mistakes come back in Dutch with their place.

The common case is one pass over the events of PyYAML's C parser that keeps no positions. Only when there is something
to report is the text read again by `composer`, which keeps every position and goes on after a mistake.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from policygen.errors import Problem, ProfileError
from policygen.yaml_source import fast, text

if TYPE_CHECKING:
    from pathlib import Path

    from policygen.yaml_source.composer import Composed

__all__ = ["YamlDocument", "load", "read"]


@dataclass(frozen=True)
class YamlDocument:
    """A YAML file as nested dict, list and str.

    Attributes:
        path: The file as the caller named it.
        data: The root mapping; keys without a value are left out.
        problems: What is wrong with the text; `data` is then the best that could be made of it.
    """

    path: Path
    data: dict[str, Any]
    problems: tuple[Problem, ...] = ()
    _text: str = field(default="", repr=False)

    @cached_property
    def _composed(self) -> Composed:
        from policygen.yaml_source.composer import compose  # noqa: PLC0415 - only paid for when something is wrong

        return compose(str(self.path), self._text)

    def position(self, loc: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
        """Tells where a value stands, or its key; the nearest parent when `loc` itself is not in the file.

        Args:
            loc: Keys and list indexes from the root.
            key: Whether the place of the key is wanted instead of the place of the value.

        Returns:
            Line and column, both counted from 1.
        """
        return self._composed.position(loc, key=key)


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
        document = YamlDocument(path, {}, (), source)
        composed = document._composed  # noqa: SLF001 - our own class
        if composed.data is None:
            raise ProfileError(*composed.problems) from None
        found = YamlDocument(path, composed.data, composed.problems, source)
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
