"""Catalogue text with names in it, such as `{organisatie.korte_naam}`, and the values that go there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from policygen.dutch import SENTENCE_ENDS, hoofdletter
from policygen.openplace import Open, Pieces, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = re.compile(r"\{([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)\}")
_SENTENCE_END = (". ", "! ", "? ", "\n")


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[tuple[str, str, bool], ...]:
    """Splits text into (fixed text, name after it, whether that name starts a sentence)."""
    pieces: list[tuple[str, str, bool]] = []
    done = 0
    # A fragment ("denkt mee met {termen.client.de}") has no full stop and so no capital of its own.
    sentence = text.rstrip().endswith((".", "!", "?"))
    for match in _NAME.finditer(text):
        before = text[done : match.start()]
        starts = before.endswith(_SENTENCE_END) or (sentence and not text[: match.start()].strip())
        pieces.append((before, match.group(1), starts))
        done = match.end()
    pieces.append((text[done:], "", False))
    return tuple(pieces)


def fill(text: str, names: Mapping[str, Text]) -> Text:
    """Fills the names in catalogue text once; a `{` in a value stays a `{`.

    A name at the start of a sentence gets a capital. Text without a full stop at its end is a fragment and keeps
    its first letter.

    Args:
        text: Catalogue text; `{pad.naam}` is a name and any other brace is text.
        names: Dotted names and their values, as `flatten` makes them.

    Raises:
        KeyError: The text holds a name that `names` does not have.
    """
    pieces = _split(text)
    if len(pieces) == 1:
        return text
    parts: list[Text] = []
    for before, name, starts in pieces:
        stopped = before.startswith(".") and parts and str(parts[-1]).endswith(SENTENCE_ENDS)
        parts.append(before[1:] if stopped else before)  # "De Linde B.V." ends its sentence itself
        if name:
            value = names[name]
            parts.append(hoofdletter(value) if starts else value)
    return join(*parts)


def names_in(text: str) -> frozenset[str]:
    """Lists the names that a catalogue text uses."""
    return frozenset(name for _before, name, _starts in _split(text) if name)


class Growing(dict[str, Any]):
    """A Context that is being built, and the names in it: what is put in is flattened once, and not changed later."""

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, Text] = {}

    def __setitem__(self, key: str, value: Any) -> None:  # noqa: ANN401 - any part of a Context
        super().__setitem__(key, value)
        _flatten(self.names, {key: value}, "")


def flatten(context: Mapping[str, Any]) -> dict[str, Text]:
    """Makes dotted names of nested dicts; values that are no text (lists, truths, numbers) are left out."""
    if isinstance(context, Growing):
        return dict(context.names)
    flat: dict[str, Text] = {}
    _flatten(flat, context, "")
    return flat


def _flatten(flat: dict[str, Text], context: Mapping[str, Any], prefix: str) -> None:
    for key, value in context.items():
        if isinstance(value, (str, Open, Pieces)):
            flat[prefix + key] = value
        elif isinstance(value, dict):
            _flatten(flat, value, f"{prefix}{key}.")
