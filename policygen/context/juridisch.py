"""What the law asks, per country, and which of it nobody looked at for too long."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.beleid_feiten import facts
from policygen.context.beleid_regels import holds
from policygen.context.vullen import fill, flatten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policygen.profile import Profile

_MONTHS = 12


def juridisch(profile: Profile, context: dict[str, Any], *, today: date) -> dict[str, Any]:
    """Builds `juridisch`: `rijen` with `onderwerp`, `tekst` and `bron`, and the line that asks to have it checked."""
    data, land, true = catalogue.load("juridisch"), context["organisatie"]["land"], facts(profile, context)
    chosen = [one for one in data["fragmenten"] if one["land"] == land and holds(one, true)]
    old = stale(chosen, today=today)
    checked = min(one["gecontroleerd_op"] for one in chosen)
    dated = velden.raw(profile, "document.datum")
    names = flatten(context) | {
        "personeel.bij": context["inspraak"]["personeel"].get("bij", ""),
        "juridisch.gecontroleerd_op": dutch.datum(checked),
        "juridisch.maanden": str(data["maanden_geldig"]),
        "juridisch.oud": dutch.opsomming(one["onderwerp"].lower() for one in old),
    }
    # What a board decides on asks no reader to check it: that is a step in the letter, before the decision.
    kind = ("regel_verouderd" if old else "regel") + ("" if context["document"]["concept"] else "_besluit")
    line = fill(data[kind], names)
    # A paper cannot know of a check that came after it.
    told = not old and checked <= (dated if isinstance(dated, date) else today)
    return {
        "rijen": tuple(
            {"onderwerp": one["onderwerp"], "tekst": fill(one["tekst"], names), "bron": dutch.hoofdletter(one["bron"])}
            for one in chosen
        ),
        "regel": dutch.rij([line, fill(data["bijgewerkt"], names) if told else ""], " "),
        "verouderd": tuple(one["onderwerp"] for one in old),
    }


def outdated_law(profile: Profile, *, today: date) -> str:
    """Names the subjects of the country's legal texts that were checked too long ago, for a warning; empty for none."""
    land = "BE" if velden.raw(profile, "organisatie.land") == "BE" else "NL"
    fragments = [one for one in catalogue.load("juridisch")["fragmenten"] if one["land"] == land]
    old = dict.fromkeys(one["onderwerp"].lower() for one in stale(fragments, today=today))
    return str(dutch.opsomming(old))


def stale(fragments: Iterable[Mapping[str, Any]], *, today: date) -> list[Mapping[str, Any]]:
    """The legal fragments that were last checked longer ago than the catalogue allows.

    Args:
        fragments: Entries of `juridisch.yaml`.
        today: The date to count from.
    """
    limit = catalogue.load("juridisch")["maanden_geldig"]
    return [one for one in fragments if _passed(one["gecontroleerd_op"], limit, today)]


def _passed(checked: date, months: int, today: date) -> bool:
    """Whether more than so many months have passed."""
    age = (today.year - checked.year) * _MONTHS + today.month - checked.month
    return (age, today.day) > (months, checked.day)
