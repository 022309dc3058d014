"""Where a profile says INVULLEN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from policygen.openplace import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.profile.finding import Loc
    from policygen.profile.model import Profile


def open_fields(profile: Profile) -> tuple[str, ...]:
    """Dotted paths of every INVULLEN, in the order of the schema."""
    return tuple(".".join(map(str, loc)) for loc in open_places(profile))


def open_places(value: object, loc: Loc = ()) -> Iterator[Loc]:
    """The place of every INVULLEN in a profile or a part of it."""
    if value is OPEN:
        yield loc
    elif isinstance(value, BaseModel):
        for name, item in value.__dict__.items():
            if item is not None:
                yield from open_places(item, (*loc, name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from open_places(item, (*loc, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from open_places(item, (*loc, index))
