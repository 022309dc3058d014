"""The weighing of reasons for and against policy: two columns, a counter-view to each, and the decision on it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context.afweging_besluit import besluit
from policygen.context.afweging_recht import altijd
from policygen.context.lidwoord import with_article
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open, Text

if TYPE_CHECKING:
    from datetime import date

    from policygen.profile import Profile

_SIDES = ("tegen", "voor")
_OWN_ROWS = 2
_BOX = "☐ "


def afweging(profile: Profile, context: dict[str, Any], *, today: date) -> dict[str, Any]:
    """Builds `afweging`: `rijen` for two columns, `overig` for what was not chosen, `tegengeluid`, and the decision.

    A profile without motives gets all reasons of the catalogue, to tick.
    """
    data = catalogue.load("afweging")
    door = with_article(context["motieven"]["beslist_door"], context["termen"])
    names = flatten(context) | {"besluit.door": door, "besluit.datum": context["motieven"]["datum"]}
    chosen = {side: context["motieven"][side] for side in _SIDES}
    others = {side: _not_chosen(side, chosen[side], names) for side in _SIDES}
    picked = context["motieven"]["gekozen"]
    decision = besluit(profile, context, names, today=today)
    taken = decision["genomen"]
    settled = taken or context["document"]["status_code"] == "definitief"
    shown = chosen if picked else others
    box = "" if picked or settled else _BOX
    own = () if settled else (dict.fromkeys(_SIDES, data["eigen_rij"]),) * _OWN_ROWS
    return {
        "opening": fill(data["opening"]["genomen" if taken else "straks"], names),
        **_sector(context, data, names),
        "kolommen": fill(_lead(data["kolommen"], chosen, taken=taken, settled=settled), names),
        "rijen": _rows(shown, data["geen_reden"], box),
        "eigen_rijen": own,
        "overig": _rows(others, data["alles_genoemd"], "") if picked and any(others.values()) else (),
        "tegengeluid": _counter_views(shown, data["eigen"]),
        "altijd": altijd(context, names),
        **decision,
    }


def _sector(context: dict[str, Any], data: dict[str, Any], names: dict[str, Text]) -> dict[str, Text]:
    """What is at stake in this sector, and an ordinary moment to test the reasons by."""
    own = data["sector"][context["organisatie"]["sector"]]
    own = own | own.get("bij_doelgroep", {}).get(context["organisatie"]["groep"], {})
    return {key: fill(own[key], names) for key in ("spel", "moment")}


def _not_chosen(side: str, chosen: tuple[dict[str, Text], ...], names: dict[str, Text]) -> tuple[dict[str, Text], ...]:
    """The reasons of the catalogue that the profile leaves out; none while the choice itself is an open place."""
    if any(isinstance(one["tekst"], Open) and not one["id"] for one in chosen):
        return ()
    here = {one["id"] for one in chosen}
    return tuple(
        {"id": key} | {part: fill(entry[part], names) for part in ("naam", "tekst", "weerwoord")}
        for key, entry in catalogue.load("motieven")[side].items()
        if key not in here
    )


def _lead(texts: dict[str, str], chosen: dict[str, Any], *, taken: bool, settled: bool) -> str:
    """The sentences above the columns."""
    number = sum(len(chosen[side]) for side in _SIDES)
    if not number:
        return texts["alle"] if settled else texts["alle"] + texts["aankruisen"] + texts["aanvullen"]
    one, more = ("een_genomen", "genomen") if taken else ("een", "gekozen")
    first = texts[one if number == 1 else more]
    return first if settled else first + texts["aanvullen"]


def _rows(sides: dict[str, Any], nothing: dict[str, str], box: str) -> tuple[dict[str, Any], ...]:
    """Reasons side by side; an empty side says that it is."""
    columns = [[_cell(one, box) for one in sides[side]] or [_empty(nothing[side])] for side in _SIDES]
    pairs = zip_longest(*columns, fillvalue=_empty(""))
    return tuple(dict(zip(_SIDES, pair, strict=True)) for pair in pairs)


def _cell(one: dict[str, Text], box: str) -> dict[str, Text]:
    """One reason; an own reason has no name beside its text."""
    return {"vak": box, "naam": dutch.punt(one["naam"]) if one["id"] else "", "tekst": one["tekst"]}


def _empty(text: str) -> dict[str, Text]:
    return {"vak": "", "naam": "", "tekst": text}


def _counter_views(shown: dict[str, Any], own: dict[str, str]) -> tuple[dict[str, Text], ...]:
    """A counter-view per reason, in the order of the columns; an open place has none."""
    return tuple(
        {
            "reden": one["naam"] if one["id"] else one["tekst"],
            "kant": side,
            "tekst": one["weerwoord"] if one["id"] else own[side],
        }
        for side in _SIDES
        for one in shown[side]
        if not isinstance(one["tekst"], Open)
    )
