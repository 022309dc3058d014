"""What somebody typed in a profile: those words are theirs, so a check of our Dutch leaves them out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator


def without_typed(text: str, source: str) -> str:
    """The text with every phrase of the profile (its YAML text) as the one word `naam`, whatever its length."""
    for value in _phrases(source):
        text = text.replace(value, "naam")
    return text


@cache
def _phrases(source: str) -> tuple[str, ...]:
    read = yaml.load(source, Loader=yaml.BaseLoader)
    found = {value.rstrip(".") for value in _texts(read) if " " in value}
    return tuple(sorted(found, key=len, reverse=True))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (value, value[:1].upper() + value[1:], value[:1].lower() + value[1:])
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
