"""A profile as one line of JSON: read as JSON, and as the YAML that it is too where there is something to report."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from policygen.yaml_source.fast import Unusual
from policygen.yaml_source.limits import MAX_DEPTH, MAX_NODES
from policygen.yaml_source.text import FORBIDDEN

SHORTER: Final = 2
"""Characters that a code of YAML is shorter than the two of JSON for the same character."""

_ESCAPE: Final = re.compile(r"\\(?:u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})|.)", re.IGNORECASE)


def as_yaml(line: str) -> tuple[str, tuple[int, ...]]:
    r"""Makes YAML of a line of JSON: an emoji is two codes there (`\ud83d\ude00`), and one in YAML (`\U0001f600`).

    Returns:
        The text, and where in it these codes begin, from 0.
    """
    if "\\u" not in line:
        return line, ()
    places: list[int] = []

    def code(found: re.Match[str]) -> str:
        if not found[1]:
            return found[0]
        places.append(found.start() - SHORTER * len(places))
        character = 0x10000 + (int(found[1], 16) - 0xD800) * 0x400 + int(found[2], 16) - 0xDC00
        return f"\\U{character:08x}"

    return _ESCAPE.sub(code, line), tuple(places)


def construct(line: str) -> dict[str, Any]:
    """Makes the data of a line in which nothing is wrong: text as it was typed, and keys without a value left out.

    Raises:
        Unusual: Something may be wrong.
    """
    if FORBIDDEN.search(line) or len(line) > 2 * MAX_NODES:
        raise Unusual
    try:
        data = json.loads(line, object_pairs_hook=_mapping, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        raise Unusual from None
    if not isinstance(data, dict) or (line.count("{") + line.count("[") > MAX_DEPTH and _too_deep(data)):
        raise Unusual
    if "\\u" in line and _any_text(data):
        raise Unusual
    return data


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any] | str:
    """A mapping; the empty text for a section that nobody filled in, since all its keys are empty."""
    keys = {key.strip() for key, _ in pairs}
    if len(keys) != len(pairs) or "<<" in keys:
        raise ValueError  # one of two equal keys would be lost
    kept = {key.strip(): plain for key, value in pairs if (plain := _plain(value)) != ""}
    return kept if kept or not pairs else ""


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of JSON
    kind = type(value)
    if kind is str:
        return value.strip()
    if kind is list:
        kept = [_plain(item) for item in value if item is not None]
        if "" in kept:
            raise ValueError  # an empty item that somebody typed
        return kept if kept or not value else ""
    if kind is bool:
        return "true" if value else "false"
    return "" if value is None else value


def _too_deep(data: dict[str, Any]) -> bool:
    """Whether more levels lie within each other than a profile has; looks level by level."""
    level: list[Any] = [data]
    for _ in range(MAX_DEPTH):
        values = [item for one in level for item in (one.values() if type(one) is dict else one)]
        level = [item for item in values if type(item) is dict or type(item) is list]
    return bool(level)


def _any_text(data: Any) -> bool:  # noqa: ANN401 - any value of JSON
    r"""Whether an escape such as `\u0007` put a character into a text that no document can hold."""
    if isinstance(data, str):
        return FORBIDDEN.search(data) is not None
    items = [part for pair in data.items() for part in pair] if isinstance(data, dict) else data
    return any(map(_any_text, items))
