"""A value that is not known yet, and running text that holds such values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Open:
    """An open place: prints as `[Nog in te vullen: <label>]`, marked, with a comment in Word.

    True in a condition, once itself in a loop; in a template any attribute of it is itself.

    Attributes:
        field: Dotted key in the profile (`kanalen.2.reactietijd`); equal fields are one place.
        label: What is missing, in Dutch, as it reads between the brackets.
        wie: Who fills it in.
        voorbeeld: An example of a good answer.
    """

    field: str = ""
    label: str = ""
    wie: str = ""
    voorbeeld: str = ""

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Open]:
        yield self

    def __len__(self) -> int:
        return 1

    def __str__(self) -> str:
        return f"[Nog in te vullen: {self.label}]"


OPEN = Open()
"""The profile's `INVULLEN`, before the context gives it a label."""


class Pieces(tuple[str | Open, ...]):
    """Running text with one or more open places in it, in reading order."""

    __slots__ = ()

    def __str__(self) -> str:
        return "".join(str(piece) for piece in self)


Text = str | Open | Pieces
"""What a place in a document may hold: text, an open place, or text with open places in it."""


def join(*pieces: Text) -> Text:
    """Puts text one after the other; plain text stays a plain `str`."""
    try:
        return "".join(pieces)  # type: ignore[arg-type]  # nearly always there is no open place among them
    except TypeError:
        return _join(pieces)


def _join(pieces: Iterable[Text]) -> Text:
    flat: list[str | Open] = []
    texts: list[str] = []  # since the last open place
    for piece in pieces:
        parts = piece if isinstance(piece, Pieces) else (piece,)
        for part in parts:
            if isinstance(part, Open):
                flat += _one(texts)
                texts = []
                flat.append(part)
            elif part:
                texts.append(part)
    flat += _one(texts)
    if not flat:
        return ""
    return flat[0] if len(flat) == 1 else Pieces(flat)


def _one(texts: list[str]) -> list[str]:
    """The texts as one, or none; a single one is that very object."""
    return ["".join(texts)] if len(texts) > 1 else texts
