"""The cover letter: what is in the set and for whom, what is asked, what to do this week and what is still open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from policygen import catalogue, dutch
from policygen.context import leeswijzer_besluit as vragen
from policygen.context import velden
from policygen.context.document import for_document, in_set
from policygen.context.eigen_woorden import in_own_words, words
from policygen.context.leeswijzer_lezers import lezers
from policygen.context.leeswijzer_stappen import stappen
from policygen.context.lidwoord import with_article
from policygen.context.rollen import keeper
from policygen.context.vullen import fill, names_in
from policygen.openplace import Open
from policygen.profile import field, open_fields

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policygen.openplace import Text
    from policygen.profile import Profile

OWN: Final = "leeswijzer"
_WITH_NAME: Final = re.compile(r"([^()]+) \(([^()]+)\)")
_NAMES: Final = ("naam", "wat", "functie")  # what an item of a list is called by


def leeswijzer(profile: Profile, context: dict[str, Any], marked: Mapping[str, Sequence[Open]]) -> dict[str, Any]:
    """Builds `leeswijzer`.

    Args:
        profile: A checked profile.
        context: What was built before.
        marked: The open places that each other document of the set marks, by its id; what the profile itself holds
            is counted anyway.
    """
    data, ids = catalogue.load("leeswijzer"), _set(profile)
    names = vragen.names(profile, context, ids)
    owner, sender = keeper(context), context["huisstijl"]["afzender"]
    return {
        "stukken": tuple(_document(name, context, names, data) for name in ids),
        "aantal": f"{velden.telwoord(len(ids))} {'document' if len(ids) == 1 else 'documenten'}",
        "bestanden": _text_files(context, data) if "vacature" in ids else "",
        "aan": with_article(vragen.addressee(context), context["termen"]),
        "aanhef": vragen.greeting(context),
        "besluit": vragen.besluit(profile, context, names),
        "punten": vragen.punten(profile, context, ids, names),
        "extra": vragen.kosten(profile, context, ids, names),
        "zelfscan": "zelfscan" in ids,
        "lezers": lezers(profile, context, ids),
        "contact": with_article(owner, context["termen"]) if owner and sender else "",
        "afzender": sender if isinstance(sender, str) and sender else _signed(owner or _unknown(context), context),
        **_about_places(profile, context, marked, names),
    }


def _set(profile: Profile) -> list[str]:
    """The documents of the set."""
    return [name for name in catalogue.load("documenten") if in_set(profile, name)]


def _about_places(
    profile: Profile, context: dict[str, Any], marked: Mapping[str, Sequence[Open]], names: dict[str, Text]
) -> dict[str, Any]:
    """Builds `open_plekken`, `aantal_open` and the steps that depend on these."""
    places = _places(profile, context, marked, names)
    steps = stappen(profile, context, _set(profile), names, len(places))
    return {"stappen": steps, "open_plekken": places, "aantal_open": len(places)}


def _signed(owner: Text, context: dict[str, Any]) -> Text:
    """How the owner signs: `Priya Ramdin, opbouwwerker`, or `De opbouwwerker` where no name may be shown."""
    found = _WITH_NAME.fullmatch(owner) if isinstance(owner, str) else None
    return f"{found[2]}, {found[1]}" if found else dutch.hoofdletter(with_article(owner, context["termen"]))


def _unknown(context: dict[str, Any]) -> Text:
    """Who signs while nobody is known: an open place."""
    owner: Text = context["document"]["eigenaar"]
    return owner or velden.open_place("document.eigenaar")


def with_places(profile: Profile, context: dict[str, Any], marked: Mapping[str, Sequence[Open]]) -> dict[str, Any]:
    """The same Context, in which the letter knows the open places of all other documents."""
    names = vragen.names(profile, context, _set(profile))
    return {**context, OWN: {**context[OWN], **_about_places(profile, context, marked, names)}}


def _document(name: str, context: dict[str, Any], names: dict[str, Text], data: dict[str, Any]) -> dict[str, Text]:
    """One document of the set, with its title, readers, purpose and file."""
    own = for_document(context, name)["document"]
    return {
        "id": name,
        "titel": own["titel"],
        "lezers": dutch.hoofdletter(own["lezers"]),
        "waarvoor": fill(data["documenten"][name]["waarvoor"], names),
        "bestand": f"{own['bestandsnaam']}.docx",
    }


def _text_files(context: dict[str, Any], data: dict[str, Any]) -> Text:
    number = len(context["vacatures"]["txt_files"])
    told = data["bestanden"]["een" if number == 1 else "meer"]
    return fill(told, {"set.txt": velden.telwoord(number)}) if number else ""


def _places(
    profile: Profile, context: dict[str, Any], marked: Mapping[str, Sequence[Open]], names: dict[str, Text]
) -> tuple[dict[str, Text], ...]:
    """Every open place once, with the documents that mark it: first those, then what stands in the profile only."""
    data, who = catalogue.load("leeswijzer"), context["vult_in"]
    found: dict[str, Open] = {}
    where: dict[str, list[str]] = {}
    for name, places in marked.items():
        for place in places:
            found.setdefault(place.field, place)
            where.setdefault(place.field, []).append(name)
    own = words(context["termen"], context["organisatie"]["land"])
    for path in velden.kept(profile, "open plekken", lambda: open_fields(profile)):
        found.setdefault(path, in_own_words(_typed(profile, path, names), own))
    return tuple(
        {
            "sleutel": path,
            "label": dutch.hoofdletter(place.label),
            "wie": dutch.hoofdletter(who.get(place.wie, place.wie)),
            "voorbeeld": place.voorbeeld,
            "documenten": dutch.hoofdletter(_where(where.get(path, []), len(marked), data)),
        }
        for path, place in found.items()
    )


def _typed(profile: Profile, path: str, names: dict[str, Text]) -> Open:
    """The open place of an INVULLEN that no document marks, in the words of the organisation where we have those."""
    own = catalogue.load("zelfscan")["oorzaken"].get(path, "")
    if own and names_in(own) <= set(names):  # without relatives there is no word for them
        return Open(path, str(fill(own, names)), field(path).wie)
    return velden.asked(profile, path, _label(profile, path))


def _label(profile: Profile, path: str) -> str:
    """The label of a field of an item in a list, with the name of that item; empty for the usual label."""
    item = path.rpartition(".")[0]
    if not item.rpartition(".")[2].isdigit():
        return ""
    thing = velden.raw(profile, item)
    names = [getattr(thing, key, None) for key in _NAMES]
    return next((f"{field(path).label} ({name})" for name in names if isinstance(name, str)), "")


def _where(names: list[str], number: int, data: dict[str, Any]) -> Text:
    if not names:
        return str(data["bij_documenten"]["geen"])
    if len(names) == number > 1:
        return str(data["bij_documenten"]["alle"])
    return dutch.rij(data["documenten"][name]["kort"] for name in names)
