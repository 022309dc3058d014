"""Profiles with one field that is not known yet, to see that a text survives it."""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from tests.context.bodies import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator

OPEN = "INVULLEN"


@cache
def _full() -> dict[str, Any]:
    """The profile with every key, all values as text, without what needs files beside it."""
    given: dict[str, Any] = yaml.load((DATA / "volledig.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    return {key: part for key, part in given.items() if key not in {"huisstijl", "zelfscan"}}


def sections() -> tuple[str, ...]:
    """The sections in which there can be a gap."""
    return tuple(_full())


def with_a_gap(section: str) -> Iterator[tuple[str, str]]:
    """Every variant of the full profile with one value or list of a section replaced by INVULLEN, as YAML."""
    given = _full()
    for path in _places(given[section], (section,)):
        changed = copy.deepcopy(given)
        at: Any = changed
        for part in path[:-1]:
            at = at[part]
        at[path[-1]] = OPEN
        yield ".".join(map(str, path)), json.dumps(changed)  # which is YAML as well, and quick to read


def _places(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if not isinstance(value, dict):
        yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in pairs:
        yield from _places(part, (*path, key))
