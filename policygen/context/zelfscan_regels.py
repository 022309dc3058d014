"""The rules of the self-scan: one small function per kind of question, from a profile to a state and its cause.

A field that is absent is `onbekend`, never `nee`. INVULLEN and an empty list are not filled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from policygen.context import velden
from policygen.context.personen import keys
from policygen.context.rollen import OPTIONAL, owner, state
from policygen.openplace import Open

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from policygen.profile import Profile

_ENOUGH: Final = 2  # moments a year, or ways to keep talking
DO: Final = "pdca.momenten.do"
_EXPERT: Final = "rollen.expert"


class Antwoord(NamedTuple):
    """What a rule finds.

    Attributes:
        staat: ja, deels, nee or onbekend.
        oorzaken: Dotted paths of the fields that keep it from being a ja.
        keuze: The answer to a choice question, as it stands in the profile.
    """

    staat: str
    oorzaken: tuple[str, ...] = ()
    keuze: str = ""


def derive(soort: str, profile: Profile, paths: Sequence[str]) -> Antwoord:
    """Answers a question from the profile.

    Args:
        soort: The kind of question, as in the catalogue.
        profile: A checked profile.
        paths: The fields that the answer comes from.
    """
    return _RULES[soort](profile, paths)


def has(profile: Profile, path: str) -> bool | None:
    """Whether a field is filled; None when it is absent. Of a role, whether it is filled or left out on purpose."""
    if path == DO:
        return _moment(profile)
    if path.startswith("rollen.") and path.endswith(".status"):
        return _role(profile, path.split(".")[1])
    value = velden.raw(profile, path)
    if value is None or value == "":
        return None
    if isinstance(value, Open) or value is False or value == "geen":
        return False
    if isinstance(value, tuple):
        return any(item and not isinstance(item, Open) for item in value)
    return True


def planned(profile: Profile) -> int:
    """How many moments of the year have a month."""
    given = velden.raw(profile, "pdca.momenten")
    return sum(isinstance(moment.maand, int) for moment in given) if isinstance(given, tuple) else 0


def _role(profile: Profile, role: str) -> bool | None:
    if velden.raw(profile, f"rollen.{role}") is None:
        return None
    if any(isinstance(velden.raw(profile, f"rollen.{role}.{key}"), Open) for key in ("status", "personen")):
        return False
    return state(profile, role) in {"ingevuld", "niet_nodig"}


def _moment(profile: Profile) -> bool | None:
    """Whether the calendar has a moment to act or talk."""
    given = velden.raw(profile, "pdca.momenten")
    if given is None:
        return None
    return isinstance(given, tuple) and any(moment.fase == "do" for moment in given)


def _counted(known: Mapping[str, bool | None], needed: int) -> Antwoord:
    lacking = tuple(path for path, filled in known.items() if filled is not True)
    filled = len(known) - len(lacking)
    if filled >= needed:
        return Antwoord("ja")
    if filled:
        return Antwoord("deels", lacking)
    return Antwoord("onbekend" if None in known.values() else "nee", lacking)


def _all(profile: Profile, paths: Sequence[str]) -> Antwoord:
    """Ja when every field is filled, deels when some are."""
    return _counted({path: has(profile, path) for path in paths}, len(paths))


def _answer(profile: Profile, paths: Sequence[str]) -> Antwoord:
    """The field is the answer."""
    value = velden.raw(profile, paths[0])
    if value == "ja":
        return Antwoord("ja")
    return Antwoord(value if isinstance(value, str) and value else "onbekend", (paths[0],))


def _attitude(_profile: Profile, paths: Sequence[str]) -> Antwoord:
    """What people feel stands in no field."""
    return Antwoord("onbekend", (paths[0],))


def _moments(profile: Profile, paths: Sequence[str]) -> Antwoord:
    """Moments with a month; a rhythm, or a moment without one, is a beginning."""
    if planned(profile) >= _ENOUGH:
        return Antwoord("ja")
    given, rhythm = velden.raw(profile, paths[0]), has(profile, paths[1])
    if (isinstance(given, tuple) and given) or (rhythm and given is None):
        return Antwoord("deels", (paths[0],))
    return Antwoord("onbekend" if given is None else "nee", (paths[0],))


def _talk(profile: Profile, paths: Sequence[str]) -> Antwoord:
    """Two of the three ways to keep talking."""
    return _counted({path: has(profile, path) for path in paths}, _ENOUGH)


def _roles(profile: Profile, paths: Sequence[str]) -> Antwoord:
    """Every role that is needed is filled; whether the optional one is needed is a question of its own."""
    known = {path: has(profile, path) for path in paths}
    if all(filled is None for filled in known.values()):
        return Antwoord("onbekend", ("rollen",))
    lacking = [path for path, filled in known.items() if not filled]
    if known[f"rollen.{OPTIONAL}.status"] is None:
        lacking.remove(f"rollen.{OPTIONAL}.status")
    return Antwoord("deels", tuple(lacking)) if lacking else Antwoord("ja")


def _expert(profile: Profile, paths: Sequence[str]) -> Antwoord:
    """Who the expert is; another role may have the final responsibility."""
    status, people, final = paths
    if velden.raw(profile, _EXPERT) is None:
        return Antwoord("onbekend", (people,))
    found = state(profile, "expert")
    if found == "niet_nodig":
        return Antwoord("ja", (), found)
    if not keys(profile, people) or isinstance(velden.raw(profile, status), Open):
        return Antwoord("deels" if found in {"gepland", "ingevuld"} else "nee", (people,))
    if found != "ingevuld":
        return Antwoord("deels" if found == "gepland" else "nee", (status,))
    denied = has(profile, final) is False and owner(profile) == "expert"
    return Antwoord("deels", (final,)) if denied else Antwoord("ja")


def _choice(profile: Profile, paths: Sequence[str]) -> Antwoord:
    """Filled, planned or left out for a reason: all three are a decision."""
    role = paths[0].split(".")[1]
    if velden.raw(profile, f"rollen.{role}") is None:
        return Antwoord("onbekend", (paths[0],))
    found = state(profile, role)
    if found == "open" or isinstance(velden.raw(profile, paths[0]), Open):
        return Antwoord("nee", (paths[0],))
    if found == "niet_nodig" and has(profile, paths[1]) is not True:
        return Antwoord("deels", (paths[1],), found)
    return Antwoord("ja", (), found)


def _vacancies(profile: Profile, paths: Sequence[str]) -> Antwoord:
    given = velden.raw(profile, paths[0])
    if given is None:
        return Antwoord("onbekend", (paths[0],))
    if not isinstance(given, tuple) or not given:
        return Antwoord("nee", (paths[0],))
    used = any(one.status == "gebruikt" for one in given)
    return Antwoord("ja") if used else Antwoord("deels", (paths[0],))


def _training(profile: Profile, paths: Sequence[str]) -> Antwoord:
    status, need = paths
    found = velden.raw(profile, status)
    if not isinstance(found, str):
        return Antwoord("onbekend", (status,))
    if found == "meer_nodig" and has(profile, need) is not True:
        return Antwoord("deels", (need,), found)
    return Antwoord("ja", (), found)


_RULES: Final[dict[str, Callable[[Profile, Sequence[str]], Antwoord]]] = {
    "antwoord": _answer,
    "alle": _all,
    "houding": _attitude,
    "momenten": _moments,
    "gesprek": _talk,
    "rollen": _roles,
    "expert": _expert,
    "keuze_rol": _choice,
    "vacatures": _vacancies,
    "scholing": _training,
}
