"""The numbers of the statements that a profile may choose; what they say stands in the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.openplace import Open
from policygen.profile import suggest
from policygen.profile.finding import Finding
from policygen.yaml_source.limits import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.profile.model import Profile


def _numbers(letter: str, last: int) -> tuple[str, ...]:
    return tuple(f"{letter}{number:02}" for number in range(1, last + 1))


STELLINGEN: Final = (*_numbers("M", 23), *_numbers("V", 21), *_numbers("C", 43))
"""For medewerkers, verwanten and clienten. A number belongs to one statement for ever."""


def check(profile: Profile) -> Iterator[Finding]:
    """Numbers that no statement has."""
    chosen = profile.gesprek and profile.gesprek.stellingen and profile.gesprek.stellingen.uit_catalogus
    for index, given in enumerate(chosen if isinstance(chosen, tuple) else ()):
        if isinstance(given, Open) or (number := given.strip().upper()) in STELLINGEN:
            continue
        padded = f"{number[:1]}{number[1:].zfill(2)}"  # M3 means M03, however much it looks like M23
        hint = suggest.hint(padded, STELLINGEN) or "De nummers staan in HANDLEIDING.md, bijvoorbeeld M01."
        yield Finding(
            ("gesprek", "stellingen", "uit_catalogus", index), f"'{short(given)}' is geen stelling van policygen", hint
        )
