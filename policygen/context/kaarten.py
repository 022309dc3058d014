"""The card of each role: purpose, tasks, hours, deputy, authority, contact, limit and first action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.motieven import sentence
from policygen.context.personen import keys, person, role_name, who_field
from policygen.context.rollen import here, holders, is_external, state
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_STATES = {"gepland": "gepland", "open": "nog open", "voorstel": "voorstel"}
_LINES = {
    "uren": "Tijd",
    "vervanger": "Vervanger",
    "mag": "Mag zelf",
    "contact": "Aanspreekpunt",
    "niet": "Grens",
    "maand": "Deze maand",
}
_CONTRACT = "volgens het contract"
_USUAL = "volgens de gewone vervanging"


def kaarten(profile: Profile, context: dict[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Any], ...]:
    """Builds `rollen`: every role that exists here, the profile's own first, then team leaders and staff."""
    own = [_role(profile, role, context, names) for role in here(profile)]
    groups = [_group(key, context, names) for key in ("leidinggevende", "medewerker") if context["termen"][key]]
    return tuple(row | {"wie": _who(row), "regels": _table(row)} for row in own + groups)


def _role(profile: Profile, role: str, context: dict[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    entry = catalogue.load("rollen")["rollen"][role]
    held = holders(profile, role, context["termen"])
    status = state(profile, role)
    asked = isinstance(velden.raw(profile, f"rollen.{role}.status"), Open)
    return {
        "id": role,
        "naam": role_name(profile, role, context["termen"]),
        "status": status,
        "status_tekst": "" if asked else _STATES.get(status, ""),
        "eindverantwoordelijk": role == context["eind"]["id"],
        "functies": dutch.opsomming(held),
        "doel": fill(entry["doel"], names),
        "taken": _tasks(profile, role, entry, names),
        "uren": _hours(profile, role, entry),
        "vervanger": _deputy(profile, role, context, held),
        "contact": _contact(profile, role, context, held),
        **{key: fill(entry[key], names) for key in ("mag", "niet", "maand")},
    }


def _group(key: str, context: dict[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    """A role that many people have, so that it has no persons and no state."""
    entry = catalogue.load("rollen")["rollen"][key]
    term = context["termen"][key]
    leader = context["termen"]["leidinggevende"].get("enkelvoud", "")
    return {
        "id": key,
        "naam": term["enkelvoud"],
        "status": "ingevuld",
        "status_tekst": "",
        "eindverantwoordelijk": False,
        "functies": join("alle ", term["meervoud"]),
        "taken": tuple(sentence(fill(text, names)) for text in entry["taken"]),
        "uren": entry["uren"],
        "vervanger": entry["vervanger"],
        "contact": leader if key == "medewerker" and leader else context["eind"]["wie"],
        **{part: fill(entry[part], names) for part in ("doel", "mag", "niet", "maand")},
    }


def _who(row: dict[str, Any]) -> Text:
    """The first words of a card: who has the role, and whether that is settled."""
    functies = "" if row["functies"] == row["naam"] else row["functies"]
    return sentence(dutch.rij([row["status_tekst"], functies], ": "))


def _table(row: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    """The agreements of a card; what is empty drops out."""
    return tuple({"kop": head, "tekst": dutch.hoofdletter(row[key])} for key, head in _LINES.items() if row[key])


def _tasks(profile: Profile, role: str, entry: dict[str, Any], names: Mapping[str, Text]) -> tuple[Text, ...]:
    """The standard tasks, the profile's own, what the board does to set the example and what the expert learns."""
    own = list(velden.texts(profile, f"rollen.{role}.taken"))
    standard = entry["taken"]
    if role == "bestuur" and velden.texts(profile, "rollen.bestuur.voorbeeldgedrag"):
        standard = standard[:-1]  # it says in general what the profile says in particular
        example = dutch.opsomming(velden.texts(profile, "rollen.bestuur.voorbeeldgedrag"))
        own.append(join("geeft het voorbeeld: ", example))
    learning = velden.text(profile, f"rollen.{role}.bijscholing")
    if learning:
        own.append(join("leert bij in werktijd: ", learning))
    return tuple(sentence(task) for task in (*(fill(text, names) for text in standard), *own))


def _hours(profile: Profile, role: str, entry: dict[str, Any]) -> Text:
    path = f"rollen.{role}.uren_per_week"
    hours = velden.raw(profile, path)
    if isinstance(hours, (int, float)):
        return f"{dutch.uren(hours)} per week"
    if isinstance(hours, Open):
        return velden.open_place(path)
    if is_external(profile, role):
        return _CONTRACT
    if state(profile, role) in {"open", "gepland"}:
        return "nog af te spreken"
    return entry.get("uren") or velden.open_place(path)


def _deputy(profile: Profile, role: str, context: dict[str, Any], held: tuple[Text, ...]) -> Text:
    """Who takes over: as the profile says, or what is usual; a gap where it hangs on one person."""
    path = f"rollen.{role}.vervanger"
    usual = catalogue.load("rollen")["rollen"][role].get("vervanger", "")
    last = context["eind"]["wie"]
    if velden.raw(profile, path) is not None:
        deputy = who_field(profile, path, context["termen"])
    elif is_external(profile, role):
        deputy = _CONTRACT
    elif usual or len(held) > 1:
        deputy = usual or join("de ", held[1])
    elif role == context["eind"]["id"] or last in held:
        deputy = velden.open_place(path)
    elif role == "ict":
        deputy = _desk(context, held)
    else:
        deputy = join("zolang niets is afgesproken: ", last)
    return deputy


def _desk(context: dict[str, Any], held: tuple[Text, ...]) -> Text:
    """The first ICT contact that is not the holder of the role."""
    own = {str(one).lower() for one in held}
    names: list[Text] = [contact["wie"] for contact in context["ict_contacten"]]
    return next((name for name in names if isinstance(name, str) and name.lower() not in own), _USUAL)


def _contact(profile: Profile, role: str, context: dict[str, Any], held: tuple[Text, ...]) -> Text:
    """Where questions go: the list of ICT contacts, an address where names may stand, else the function itself."""
    if role == "ict" and context["ict_contacten"]:
        return "zie ‘Hulp bij techniek’"
    for key in keys(profile, f"rollen.{role}.personen"):
        one = person(profile, key)
        return dutch.rij([one["functie"], one["email"]])
    if held and isinstance(held[0], str):
        return held[0]
    instead: Text = context["document"]["eigenaar"] if role == context["eind"]["id"] else context["eind"]["wie"]
    return instead if instead and isinstance(instead, str) else role_name(profile, role, context["termen"])
