"""How big an organisation is, where that decides which words are true of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.context import velden

if TYPE_CHECKING:
    from policygen.profile import Profile

_ONE_TABLE: Final = 3


def klein(profile: Profile) -> bool:
    """Whether everybody fits around one table: then no sentence speaks of teams."""
    number = velden.raw(profile, "organisatie.medewerkers")
    return isinstance(number, int) and number <= _ONE_TABLE
