"""One sentence that a list reads as two: in [a, b] every comma ends an item."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel

from policygen.profile.finding import Finding
from policygen.yaml_source.limits import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.profile.finding import Loc

_ENDS: Final = (".", "!", "?", "…")
_REST: Final = re.compile(r"[^\W\d_]+\W+\w")  # two words at least
_ABBREVIATION: Final = re.compile(r"(?:\b(?:enz|etc)|\.\w)\.$")  # brood, melk enz.


def check(value: object, loc: Loc = ()) -> Iterator[Finding]:
    """Neighbours in a list that look like the two halves of one sentence."""
    if isinstance(value, BaseModel):
        for name, item in value.__dict__.items():
            yield from check(item, (*loc, name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from check(item, (*loc, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from check(item, (*loc, index))
        for index, (first, second) in enumerate(pairwise(value)):
            if isinstance(first, str) and isinstance(second, str) and _halves(first, second):
                whole = short(f"{first}, {second}")
                message = f"'{short(first)}' en '{short(second)}' lijken samen één zin"
                hint = f'Zet aanhalingstekens om de hele zin: "{whole}"'
                yield Finding((*loc, index), message, hint, warning=True)


def _halves(first: str, second: str) -> bool:
    rest = _REST.match(second) and second[0].islower() and second.endswith(_ENDS)
    return bool(rest) and not first.endswith(_ENDS) and not _ABBREVIATION.search(second)
