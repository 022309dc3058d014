"""What the stakeholder plan recommends, and the first steps that follow from what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import stakeholders_kanalen, velden
from policygen.context.stakeholders_groepen import QUESTIONS, STEPS, named
from policygen.context.vullen import fill
from policygen.openplace import Open, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from policygen.profile import Profile

_MIX = 2  # ways to get to know a group; with fewer it is no mix
_ABOUT = ("groep.namen", "kanaal.namen", "onderzoek.mist")


def recommendations(profile: Profile, names: Mapping[str, Text], *, draft: bool) -> dict[str, Any]:
    """The chosen ones worked out, the others in one sentence, and whether webcare is among them."""
    data = catalogue.load("stakeholders")
    entries: dict[str, Any] = data["aanbevelingen"]
    path = "stakeholders.aanbevelingen"
    given = velden.raw(profile, path)
    open_places = [one for one in velden.texts(profile, path) if isinstance(one, Open)]
    chosen = [key for key in entries if given is None or (isinstance(given, tuple) and key in given)]
    later = [] if open_places else [entries[key]["kort"] for key in entries if key not in chosen]
    which = "voorstel" if given is None and draft else {0: "geen", 1: "een"}.get(len(chosen), "meer")
    own: dict[str, Text] = {
        "aanbevelingen.aantal": velden.telwoord(len(chosen)),
        "aanbevelingen.open": dutch.opsomming([*(entries[key]["kort"] for key in chosen), *open_places]),
        "aanbevelingen.later": dutch.opsomming(later),
    }
    return {
        "aanpak": fill(data["aanpak"]["open" if open_places else which], {**names, **own}),
        "aanbevelingen": tuple(_worked_out(entries[key], names) for key in chosen),
        "later": fill(data["later"]["tekst"], {**names, **own}) if later else "",
        "webcare": "webcare" in chosen,
        "eerst": tuple(fill(entries[key]["eerst"], names) for key in chosen),
    }


def _worked_out(entry: dict[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    return {
        "naam": entry["naam"],
        "waarom": fill(entry["waarom"], names),
        "stappen": tuple(fill(step, names) for step in entry["stappen"]),
    }


def first_steps(
    profile: Profile, context: dict[str, Any], made: dict[str, Any], names: Mapping[str, Text]
) -> tuple[dict[str, Text], ...]:
    """The steps to begin with and who takes them: first ask those whom it is for, then fill the gaps."""
    text = catalogue.load("stakeholders")["stappen"]
    groups, channels = made["groepen"], made["kanalen"]
    speaks = stakeholders_kanalen.role(profile, context)
    given = context["document"]["eigenaar"]
    owner = given if isinstance(given, str) and given else context["eind"]["wie"]
    late = [row["kort"] for row in channels if row["mist"]] if made["webcare"] else []
    hard = [row["kort"] for row in channels if row["gemak"] == "lastig"]
    chosen = [str(row["naam"]).lower() for row in made["onderzoek"] if row["gekozen"]]
    missing = [str(row["naam"]).lower() for row in made["onderzoek"] if row["mist"]]
    steps: list[tuple[str, Text, Text]] = [
        (_asking(context), "", owner),
        ("kiezen", "" if groups else "ja", owner),
        ("vragen", _those(groups, lambda group: bool(set(QUESTIONS) & set(group["mist"]))), owner),
        ("uitvoeren", dutch.opsomming(chosen), owner),
        ("onderzoek", dutch.opsomming(missing) if len(chosen) < _MIX else "", owner),
        ("onbereikbaar", _those(groups, lambda group: group["antwoord"]["bereikbaar"] == "nee"), speaks),
        ("onwillig", _those(groups, lambda group: group["antwoord"]["bereid"] in {"nee", "deels"}), speaks),
        ("ritme", "ja" if made["waarschuwing"] else "", speaks),
        ("plan", _those(groups, lambda group: bool(set(STEPS) & set(group["mist"]))), speaks),
        ("kanalen", "ja" if velden.raw(profile, "kanalen") is None else "", speaks),
        ("reactietijd", dutch.opsomming(late), speaks),
        ("lastig", dutch.opsomming(hard), speaks),
    ]
    gaps = tuple(
        {"tekst": fill(text[key], {**names, **dict.fromkeys(_ABOUT, about)}), "wie": who}
        for place, (key, about, who) in enumerate(steps)
        if about or place == 0
    )
    return (*gaps, *({"tekst": first, "wie": speaks} for first in made["eerst"]))


def _those(groups: tuple[dict[str, Any], ...], wanted: Callable[[dict[str, Any]], bool]) -> Text:
    return named(tuple(group for group in groups if wanted(group)))


def _asking(context: dict[str, Any]) -> str:
    """Which step asks clients: by their council, else by those close to them where they cannot read the plan."""
    if context["inspraak"]["clienten"].get("vorm"):
        return "inspraak"
    group = catalogue.load("termen")["groepen"].get(context["organisatie"]["groep"], {})
    return "verwanten" if context["termen"]["verwant"] and not group.get("leest", True) else "zonder_inspraak"
