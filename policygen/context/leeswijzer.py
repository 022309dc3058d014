"""The cover letter: what is in the set and for whom, what is asked, what to do this week and what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.document import for_document, in_set
from policygen.context.leeswijzer_besluit import besluit, extra
from policygen.context.leeswijzer_lezers import lezers
from policygen.context.leeswijzer_stappen import stappen
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open, Text
from policygen.profile import open_fields

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policygen.profile import Profile

OWN: Final = "leeswijzer"


def leeswijzer(profile: Profile, context: dict[str, Any], marked: Mapping[str, Sequence[Open]]) -> dict[str, Any]:
    """Builds `leeswijzer`.

    Args:
        profile: A checked profile.
        context: What was built before.
        marked: The open places that each other document of the set marks, by its id; what the profile itself holds
            is counted anyway.
    """
    data = catalogue.load("leeswijzer")
    ids = [name for name in catalogue.load("documenten") if in_set(profile, name)]
    places = _places(profile, marked, data)
    return {
        "stukken": tuple(_document(name, context, data) for name in ids),
        "aantal": f"{velden.telwoord(len(ids))} {'document' if len(ids) == 1 else 'documenten'}",
        "bestanden": _text_files(context, data) if "vacature" in ids else "",
        "besluit": besluit(profile, context, ids),
        "extra": extra(profile, context),
        "stappen": stappen(profile, context, len(places)),
        "lezers": lezers(profile, context, ids),
        "open_plekken": places,
        "aantal_open": len(places),
        "contact": _contact(context),
        "afzender": _sender(context),
    }


def with_places(profile: Profile, context: dict[str, Any], marked: Mapping[str, Sequence[Open]]) -> dict[str, Any]:
    """The same Context, in which the letter knows the open places of all other documents."""
    return {**context, OWN: leeswijzer(profile, context, marked)}


def _document(name: str, context: dict[str, Any], data: dict[str, Any]) -> dict[str, Text]:
    """One document of the set, with its title, readers, purpose and file."""
    own = for_document(context, name)["document"]
    return {
        "id": name,
        "titel": own["titel"],
        "lezers": dutch.hoofdletter(own["lezers"]),
        "waarvoor": fill(data["documenten"][name]["waarvoor"], flatten(context)),
        "bestand": f"{own['bestandsnaam']}.docx",
    }


def _text_files(context: dict[str, Any], data: dict[str, Any]) -> Text:
    number = len(context["vacatures"]["txt_files"])
    told = data["bestanden"]["een" if number == 1 else "meer"]
    return fill(told, {"set.txt": velden.telwoord(number)}) if number else ""


def _places(
    profile: Profile, marked: Mapping[str, Sequence[Open]], data: dict[str, Any]
) -> tuple[dict[str, Text], ...]:
    """Every open place once, with the documents that mark it: first those, then what stands in the profile only."""
    found: dict[str, Open] = {}
    where: dict[str, list[str]] = {}
    for name, places in marked.items():
        for place in places:
            found.setdefault(place.field, place)
            where.setdefault(place.field, []).append(name)
    for path in open_fields(profile):
        found.setdefault(path, velden.open_place(path))
    return tuple(
        {
            "sleutel": path,
            "label": dutch.hoofdletter(place.label),
            "wie": dutch.hoofdletter(place.wie),
            "voorbeeld": place.voorbeeld,
            "documenten": dutch.hoofdletter(_where(where.get(path, []), len(marked), data)),
        }
        for path, place in found.items()
    )


def _where(names: list[str], number: int, data: dict[str, Any]) -> Text:
    if not names:
        return str(data["bij_documenten"]["geen"])
    if len(names) == number > 1:
        return str(data["bij_documenten"]["alle"])
    return dutch.rij(data["documenten"][name]["kort"] for name in names)


def _contact(context: dict[str, Any]) -> Text:
    """Who answers questions: the owner, or who is responsible now."""
    owner: Text = context["document"]["eigenaar"]
    return owner if isinstance(owner, str) and owner else context["eind"]["nu"]


def _sender(context: dict[str, Any]) -> Text:
    """Who signs: the consultancy, else who answers questions."""
    sender: Text = context["huisstijl"]["afzender"]
    return sender if isinstance(sender, str) and sender else dutch.hoofdletter(_contact(context))
