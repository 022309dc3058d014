"""The script of the opening meeting: which parts it has, who leads them and how many minutes each gets."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.personen import role_name
from policygen.context.rollen import holders, state
from policygen.context.taken import breakable
from policygen.context.vullen import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text
    from policygen.profile import Profile

USUAL = 90
"""Minutes, where the profile tells nothing that a script can be made for."""
_TALK = "momenten"
_EXPERT = "expert_mediawijsheid"
_SHORTEST, _LONGEST = 15, 480
_FIVE, _ROOMY = 5, 60
_BREAK, _EVERY = 15, 120  # a break for every two hours
_ACTIVE = 0.6  # of the time


def draaiboek(
    profile: Profile,
    context: Mapping[str, Any],
    names: Mapping[str, Text],
    vormen: tuple[str, ...],
    gasten: tuple[str, ...],
) -> dict[str, Any]:
    """Builds `gesprek.draaiboek`: `rijen`, the minutes `totaal` and `actief`, and the sentences about them.

    Args:
        profile: The profile.
        context: What was built before.
        names: Names for the texts of the catalogue.
        vormen: The ids of the forms of conversation that were chosen.
        gasten: The ids of the guests who were chosen.
    """
    given = velden.raw(profile, "gesprek.startmoment.duur_min")
    known = isinstance(given, int) and _SHORTEST <= given <= _LONGEST
    total = given if known else USUAL
    data = catalogue.load("gesprek")
    now = vormen[: data["hooguit"]]
    # An expert who leads the workshop has a part already.
    guests = tuple(one for one in gasten if not (one == _EXPERT and "workshop" in now))
    parts, dropped = _parts(now, total, guests=bool(guests))
    leaders = _leaders(profile, context, names, gasten)
    leaders["gast"] = dutch.opsomming(data["gasten"][one]["naam"] for one in guests)
    left = {*vormen[data["hooguit"] :], *(part.get("vorm") for part in dropped)}
    ends = accumulate(minutes for _part, minutes in parts)
    rows = tuple(
        {"van_tot": f"{end - minutes}–{end}", "minuten": minutes, **_row(part, leaders, names)}
        for (part, minutes), end in zip(parts, ends, strict=True)
    )
    active: int = sum(row["minuten"] for row in rows if row["actief"])
    return {
        "rijen": rows,
        "totaal": total,
        "actief": active,
        "zin": _told(total, active, assumed=given is not None and not known),
        "later": _later(left, names),
    }


def _row(part: Mapping[str, Any], leaders: Mapping[str, Text], names: Mapping[str, Text]) -> dict[str, Any]:
    """What a part is for, who leads it, what it takes and what comes of it."""
    texts = {key: dutch.hoofdletter(fill(part[key], names)) for key in ("naam", "doel", "materiaal", "opbrengst")}
    leads = breakable(dutch.hoofdletter(leaders[part.get("leidt", "gesprek")]))
    return {"actief": bool(part.get("actief")), "leidt": leads, **texts}


def _told(total: int, active: int, *, assumed: bool) -> str:
    first = f"Dit draaiboek gaat uit van {total} minuten." if assumed else f"Samen duurt dit {total} minuten."
    return f"{first} Daarvan zijn de deelnemers {active} minuten zelf aan het praten of doen."


def _later(left: set[Any], names: Mapping[str, Text]) -> Text:
    """What does not fit in one meeting, by the names of the forms."""
    data = catalogue.load("gesprek")
    kept = dutch.opsomming(fill(form["naam"], names) for key, form in data["vormen"].items() if key in left)
    return fill(data["later"], {"gesprek.vormen": kept}) if kept else ""


def _parts(
    vormen: tuple[str, ...], total: int, *, guests: bool
) -> tuple[list[tuple[dict[str, Any], int]], list[dict[str, Any]]]:
    """The parts with their minutes, and the parts for which there is no time."""
    data = catalogue.load("gesprek")
    blocks = [part for part in data["blokken"] if guests or "gast" not in part]
    parts, main = _wanted(blocks, vormen)
    dropped = []
    for key in data["vervalt"]:
        if _least(parts) <= total:
            break
        gone = [part for part in parts if part["id"] == key and part is not main]
        dropped += gone
        parts = [part for part in parts if part not in gone]
    if _least(parts) > total:
        weights = data["kort"] | {main["id"]: data["kort"]["kern"]}
        parts = [{**part, "gewicht": weights[part["id"]]} for part in parts if part["id"] in weights]
    return _with_break(parts, total), dropped


def _wanted(blocks: list[dict[str, Any]], vormen: tuple[str, ...]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The parts that the chosen forms ask for, and the one that is kept however short the time is."""
    parts = [part for part in blocks if part.get("vorm") is None or part["vorm"] in vormen]
    instead = {part.get("vervangt") for part in parts}
    main = next((part for part in parts if part.get("kern") and "vorm" in part), None)
    if main:
        instead.add(_TALK)
    parts = [part for part in parts if part["id"] not in instead]
    main = main or next(part for part in parts if part["id"] == _TALK)
    longer = {**main, "gewicht": catalogue.load("gesprek")["hoofddeel"]}
    return [longer if part is main else part for part in parts], longer


def _least(parts: list[dict[str, Any]]) -> int:
    return sum(part["minimum"] for part in parts)


def _with_break(parts: list[dict[str, Any]], total: int) -> list[tuple[dict[str, Any], int]]:
    """Divides the minutes, with a break halfway where people sit for more than two hours."""
    pause = (total - 1) // _EVERY * _BREAK
    minutes = _mostly_active(parts, _divided([part["gewicht"] for part in parts], total - pause), total)
    timed = list(zip(parts, minutes, strict=True))
    if pause:
        middle = next(place for place, end in enumerate(accumulate(row[1] for row in timed), 1) if end * 2 >= total)
        timed.insert(min(middle, len(timed) - 1), (catalogue.load("gesprek")["pauze"], pause))
    return timed


def _divided(weights: list[int], total: int) -> list[int]:
    """Divides minutes by weight so that they add up, in steps of five where there is room for that.

    Each next step goes to the part that is furthest behind (Sainte-Laguë), after one for every part.
    """
    step = _FIVE if total >= _ROOMY and total % _FIVE == 0 else 1
    steps = [1] * len(weights)
    for _ in range(total // step - len(weights)):
        behind = max(range(len(weights)), key=lambda place: weights[place] / (2 * steps[place] + 1))
        steps[behind] += 1
    return [number * step for number in steps]


def _mostly_active(parts: list[dict[str, Any]], minutes: list[int], total: int) -> list[int]:
    """Takes from where people listen, the longest part first, until they talk or do for most of the time."""
    given = list(minutes)
    passive, active = (
        [n for n, part in enumerate(parts) if bool(part.get("actief")) is side] for side in (False, True)
    )
    step = _FIVE if all(number % _FIVE == 0 for number in given) else 1
    while active and sum(given[place] for place in active) < _ACTIVE * total:
        longest = max(passive, key=lambda place: given[place] - parts[place]["minimum"])
        if given[longest] - step < parts[longest]["minimum"]:
            break
        given[longest] -= step
        given[max(active, key=lambda place: parts[place]["gewicht"])] += step
    return given


def _leaders(
    profile: Profile, context: Mapping[str, Any], names: Mapping[str, Text], gasten: tuple[str, ...]
) -> dict[str, Text]:
    """Who leads each kind of part, by function."""
    termen, leader = context["termen"], context["eind"]["nu"]
    board = [one for one in holders(profile, "bestuur", termen) if isinstance(one, str)]
    guest = catalogue.load("gesprek")["gasten"][_EXPERT]["naam"] if _EXPERT in gasten else ""
    coach = role_name(profile, "digicoach", termen) if state(profile, "digicoach") == "ingevuld" else ""
    return {
        "opening": board[0] if board else termen["bestuur"]["enkelvoud"],
        "gesprek": leader,
        "groep": leader if context["organisatie"]["klein"] else termen["leidinggevende"].get("enkelvoud", leader),
        "deskundige": guest or coach or leader,
        "client": fill("{termen.client.een} met {termen.medewerker.een}", names),
    }
