"""The answers of the self-scan: somebody's own answer, or the one that the profile gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from policygen import catalogue
from policygen.context import velden
from policygen.context.zelfscan_regels import Antwoord, derive

if TYPE_CHECKING:
    from policygen.profile import Profile

STATES: Final = ("ja", "deels", "nee", "onbekend")
CHOICE: Final = "keuze"
_POLICY: Final = "beleid"


class Uitkomst(NamedTuple):
    """The answer to one question.

    Attributes:
        stand: ja, deels, nee, onbekend, or `keuze` for what rests on a policy that is not wanted.
        gevonden: What the rules found, or what somebody answered.
        eigen: Whether it is somebody's own answer.
    """

    stand: str
    gevonden: Antwoord
    eigen: bool


def outcomes(profile: Profile) -> dict[str, Uitkomst]:
    """Answers all questions, in the order of the catalogue."""
    return {key: _outcome(profile, key, entry) for key, entry in catalogue.load("zelfscan")["vragen"].items()}


def _outcome(profile: Profile, key: str, entry: dict[str, Any]) -> Uitkomst:
    own = velden.raw(profile, f"zelfscan.antwoorden.{key}")
    said = isinstance(own, str) and bool(own)
    found = _said(own) if said else derive(entry["soort"], profile, fields(profile, entry))
    no_policy = velden.raw(profile, "motieven.besluit") == "geen" and entry["document"] == _POLICY
    return Uitkomst(CHOICE if no_policy and found.staat != "ja" else found.staat, found, said)


def _said(own: str) -> Antwoord:
    """An own answer is a state; to a choice or an open question it is the answer itself."""
    return Antwoord(own) if own in STATES else Antwoord("ja", (), own)


def fields(profile: Profile, entry: dict[str, Any]) -> tuple[str, ...]:
    """The fields of a question; none about relatives where there are none."""
    absent = "verwanten" if velden.raw(profile, "taal.termen.verwant") == "geen" else " "
    return tuple(path for path in entry["velden"] if absent not in path)
