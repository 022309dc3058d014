"""Where a profile says INVULLEN."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel

from policygen.openplace import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policygen.profile.finding import Loc
    from policygen.profile.model import Profile

_PLAIN: Final = frozenset({str, int, float, bool, date, type(None)})


def open_fields(profile: Profile) -> tuple[str, ...]:
    """Dotted paths of every INVULLEN, in the order of the schema."""
    return tuple(".".join(map(str, loc)) for loc in open_places(profile))


def open_places(value: object, loc: Loc = ()) -> Iterator[Loc]:
    """The place of every INVULLEN in a profile or a part of it."""
    if value is OPEN:
        yield loc
    elif isinstance(value, BaseModel):
        yield from _within(value.__dict__.items(), loc)
    elif isinstance(value, dict):
        yield from _within(value.items(), loc)
    elif isinstance(value, tuple):
        yield from _within(enumerate(value), loc)


def _within(items: Iterable[tuple[str | int, object]], loc: Loc) -> Iterator[Loc]:
    for key, item in items:
        if type(item) not in _PLAIN:  # most of a profile, and not worth a call each
            yield from open_places(item, (*loc, key))
