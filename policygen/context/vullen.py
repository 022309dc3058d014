"""Catalogue text with names in it, such as `{organisatie.korte_naam}`, and the values that go there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from policygen.dutch import SENTENCE_ENDS, hoofdletter
from policygen.openplace import Open, Pieces, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = re.compile(r"\{([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)\}")
_SENTENCE_END = (". ", "! ", "? ", "\n")


@dataclass(frozen=True, slots=True)
class _Plan:
    """A text taken apart: fixed pieces with names between them, one name less than pieces.

    Attributes:
        pieces: The fixed pieces, with room for a value after each but the last.
        names: The names, in order.
        capitals: Which values start a sentence.
        stops: Which pieces begin with a full stop right after a value.
    """

    pieces: tuple[str, ...]
    names: tuple[str, ...]
    capitals: tuple[int, ...]
    stops: tuple[int, ...]


@lru_cache(maxsize=4096)
def _plan(text: str) -> _Plan:
    fixed = _NAME.split(text)  # a piece, a name, a piece, …
    # A fragment ("denkt mee met {termen.client.de}") has no full stop and so no capital of its own.
    sentence = text.rstrip().endswith((".", "!", "?"))
    starts = [
        before.endswith(_SENTENCE_END) or (sentence and not place and not before.strip())
        for place, before in enumerate(fixed[:-1:2])
    ]
    return _Plan(
        pieces=tuple("" if place % 2 else piece for place, piece in enumerate(fixed)),
        names=tuple(fixed[1::2]),
        capitals=tuple(place for place, begins in enumerate(starts) if begins),
        stops=tuple(place for place, piece in enumerate(fixed[2::2]) if piece.startswith(".")),
    )


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
    plan = _plan(text)
    if not plan.names:
        return text
    values = [names[name] for name in plan.names]
    for place in plan.capitals:
        values[place] = hoofdletter(values[place])
    parts: list[Text] = list(plan.pieces)
    parts[1::2] = values
    for place in plan.stops:
        value, piece = 2 * place + 1, 2 * place + 2
        if str(parts[value]).endswith(SENTENCE_ENDS):
            parts[piece] = plan.pieces[piece][1:]  # "De Linde B.V." ends its sentence itself
    return join(*parts)


def names_in(text: str) -> frozenset[str]:
    """Lists the names that a catalogue text uses."""
    return frozenset(_plan(text).names)


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
        kind = type(value)
        if kind is str or kind is Open or kind is Pieces:
            flat[prefix + key] = value
        elif kind is dict:
            _flatten(flat, value, f"{prefix}{key}.")
