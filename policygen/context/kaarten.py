"""The card of each role: purpose, tasks, hours, deputy, authority, contact, limit and first action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import afspraken, velden
from policygen.context.contacten import meldpunt
from policygen.context.motieven import sentence
from policygen.context.personen import role_name
from policygen.context.rollen import director, groups_here, guardian, here, here_said, holders, state
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_STATES = {"gepland": "gepland", "open": "nog niet ingevuld", "voorstel": "nog te kiezen"}
_LINES = {
    "uren": "Tijd",
    "neemt_over": "Vervanger",
    "mag": "Mag zelf",
    "contact": "Contact",
    "hulp": "Zelf hulp nodig",
    "niet": "Grens",
}


def kaarten(profile: Profile, context: dict[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Any], ...]:
    """Builds `rollen`: every role that exists here, the profile's own first, then team leaders and staff."""
    names = {**names, "meldpunt.bij": meldpunt(profile, context["termen"])}
    own = [_role(profile, role, context, names) for role in here(profile)]
    groups = [_group(key, context, names) for key in groups_here(context, "leidinggevende", "medewerker")]
    draft = context["document"]["concept"]
    return tuple(row | {"wie": _who(row), "regels": _table(row, draft=draft)} for row in own + groups)


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
        "namens": _for(profile, role, context["termen"]),
        "voorbeeld": f"bijvoorbeeld een {entry['voorbeeld']}" if status == "voorstel" and "voorbeeld" in entry else "",
        "doel": fill(entry["doel"], names),
        "taken": _tasks(profile, role, _guarding(profile, role, entry, context), names),
        "gedeeld": len(held) > 1 and isinstance(velden.raw(profile, f"rollen.{role}.uren_per_week"), (int, float)),
        "uren": afspraken.hours(profile, role, entry, context["termen"]),
        "vervanger": (deputy := afspraken.deputy(profile, role, context, held)),
        "neemt_over": afspraken.standing_in(deputy, role, context, held),
        "contact": afspraken.contact(profile, role, context, held),
        "hulp": "",
        **{key: fill(entry[key], names) for key in ("mag", "niet")},
        "maand": fill(_first_step(entry, context), names),
    }


def _for(profile: Profile, role: str, termen: Mapping[str, Any]) -> Text:
    """That a director acts for the board, which is a body of several people."""
    acts = role == "bestuur" and director(profile, termen)
    return join(", namens ", termen["bestuur"]["de"]) if acts else ""


def _first_step(entry: dict[str, Any], context: dict[str, Any]) -> str:
    """What the role does first; once it is decided, nothing has to be put on the agenda any more."""
    step: str = entry["maand"]
    return step if context["document"]["concept"] else entry.get("maand_besloten", step)


def _group(key: str, context: dict[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    """A role that many people have, so that it has no persons and no state."""
    data = catalogue.load("rollen")
    entry = data["rollen"][key]
    if key == "medewerker":
        entry = entry | here_said(context) | (data["klein"] if context["organisatie"]["klein"] else {})
    term = context["termen"][key]
    leader = "" if context["organisatie"]["klein"] else context["termen"]["leidinggevende"].get("enkelvoud", "")
    return {
        "id": key,
        "naam": term["enkelvoud"],
        "status": "ingevuld",
        "status_tekst": "",
        "eindverantwoordelijk": False,
        "functies": join("voor alle ", term["meervoud"]),
        "namens": "",
        "voorbeeld": "",
        "taken": tuple(sentence(fill(text, names)) for text in entry["taken"]),
        "gedeeld": False,
        "uren": entry["uren"],
        "vervanger": entry["vervanger"],
        "neemt_over": entry["vervanger"],
        "contact": "",
        "hulp": leader if key == "medewerker" and leader else context["eind"]["nu"],
        **{part: fill(entry[part], names) for part in ("doel", "mag", "niet", "maand")},
    }


def _who(row: dict[str, Any]) -> Text:
    """The first words of a card: who has the role, and whether that is settled."""
    functies = "" if row["functies"] == row["naam"] else row["functies"]
    if row["id"] == "bestuur" and row["status"] == "voorstel":  # there is a board, whatever else is to be chosen
        return ""
    return sentence(
        dutch.rij(
            [row["status_tekst"], join(functies, row["namens"]) if functies else row["voorbeeld"]],
            ": " if functies else ", ",
        )
    )


def _table(row: dict[str, Any], *, draft: bool) -> tuple[dict[str, Text], ...]:
    """The agreements of a card, the first action last; what is empty drops out."""
    heads = _LINES | ({"contact": "Tot de start"} if row["status"] == "gepland" else {})
    told = row | ({"uren": join("samen ", row["uren"])} if row["gedeeld"] else {})
    rows = [(head, told[key]) for key, head in heads.items() if told[key]]
    # In a decided paper the text above the cards tells when; a role without anybody cannot start yet.
    first = "Eerste maand" if draft and row["status"] in {"ingevuld", "voorstel"} else "Eerste stap"
    return tuple({"kop": head, "tekst": dutch.hoofdletter(text)} for head, text in [*rows, (first, row["maand"])])


def _guarding(profile: Profile, role: str, entry: dict[str, Any], context: dict[str, Any]) -> dict[str, Any]:
    """The tasks of a role, where who guards the rhythm of the year is not who usually does."""
    usual = catalogue.load("rollen")["bewaken"]
    guards = guardian(profile, context["eind"]["id"]) == role
    tasks = [one for one in entry["taken"] if one != usual["taak"]]
    if guards:
        tasks = [*tasks, usual["taak"]]
    elif len(tasks) < len(entry["taken"]):
        tasks = [*tasks, usual["anders"]]
    return entry | {"taken": tasks}


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
        worktime = f" {names['woord.in_werktijd']}" if velden.raw(profile, "scholing.in_werktijd") is True else ""
        own.append(join(f"leert bij{worktime}: ", learning))
    return tuple(sentence(task) for task in (*(fill(text, names) for text in standard), *own))
