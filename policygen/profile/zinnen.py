"""One sentence that a list reads as two: in [a, b] every comma ends an item."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from policygen.profile.finding import Finding
from policygen.yaml_source.limits import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.profile.finding import Loc
    from policygen.profile.model import Profile

_SENTENCES: Final[tuple[tuple[str, ...], ...]] = (
    ("visie", "waarden"),
    ("motieven", "eigen_voor"),
    ("motieven", "eigen_tegen"),
    ("gesprek", "stellingen", "eigen"),
    ("gesprek", "spelregels"),
    *(("gesprek", "vragen", group) for group in ("medewerkers", "clienten", "verwanten")),
    ("incidenten", "preventie"),
    ("scholing", "behoefte"),
    ("rollen", "bestuur", "voorbeeldgedrag"),
    *(("rollen", role, "taken") for role in ("bestuur", "expert", "ict", "digicoach", "communicatie")),
)
"""The lists in which people type sentences."""
_ENDS: Final = (".", "!", "?", "…")
_REST: Final = re.compile(r"[^\W\d_]+\W+\w")  # two words at least
_ABBREVIATION: Final = re.compile(r"(?:\b(?:enz|etc)|\.\w)\.$")  # brood, melk enz.


def check(profile: Profile) -> Iterator[Finding]:
    """Neighbours in a list that look like the two halves of one sentence."""
    for path in _SENTENCES:
        value: object = profile
        for part in path:
            value = getattr(value, part, None)
        if isinstance(value, tuple):
            yield from _split(value, path)


def _split(items: tuple[object, ...], loc: Loc) -> Iterator[Finding]:
    for index, (first, second) in enumerate(pairwise(items)):
        if isinstance(first, str) and isinstance(second, str) and _halves(first, second):
            whole = short(f"{first}, {second}")
            message = f"'{short(first)}' en '{short(second)}' lijken samen één zin"
            hint = f'Zet aanhalingstekens om de hele zin: "{whole}"'
            yield Finding((*loc, index), message, hint, warning=True)


def _halves(first: str, second: str) -> bool:
    if not second.endswith(_ENDS) or first.endswith(_ENDS) or not second[0].islower():
        return False
    return bool(_REST.match(second)) and not _ABBREVIATION.search(second)
