"""How many people work here: a text about teams and departments does not fit everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.context import velden

if TYPE_CHECKING:
    from policygen.profile import Profile

_FEW: Final = 5
ALONE, SMALL = "alleen", "klein"


def size(profile: Profile) -> str:
    """`alleen` for one person, `klein` for one small team without departments; empty for all others."""
    number = velden.raw(profile, "organisatie.medewerkers")
    if not isinstance(number, int) or number > _FEW:
        return ""
    return ALONE if number == 1 else SMALL


def has_personnel(profile: Profile) -> bool:
    """Whether somebody has personnel as a job; few people have no such department."""
    return not size(profile)
