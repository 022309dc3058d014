"""How big an organisation is, where that decides which words are true of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.context import velden

if TYPE_CHECKING:
    from policygen.profile import Profile

_ONE_TABLE: Final = 3
ALONE, SMALL = "alleen", "klein"


def size(profile: Profile) -> str:
    """`alleen` for one person, `klein` for those who fit around one table; empty for all others."""
    number = velden.raw(profile, "organisatie.medewerkers")
    if not isinstance(number, int) or number > _ONE_TABLE:
        return ""
    return ALONE if number == 1 else SMALL


def klein(profile: Profile) -> bool:
    """Whether everybody fits around one table: then no sentence speaks of teams."""
    return bool(size(profile))


def has_personnel(profile: Profile) -> bool:
    """Whether somebody has personnel as a job; few people have no such department."""
    return not size(profile)
