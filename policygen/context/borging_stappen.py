"""Plan, Do and Act: the goals of the year, what is done, and who decides when something has to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.contacten import holder
from policygen.context.personen import role_name
from policygen.context.rollen import here, state
from policygen.context.vullen import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text
    from policygen.profile import Profile

_OPEN = {"open", "gepland", "voorstel"}
_STATES = ("deels", "nee")


def plan(profile: Profile, context: dict[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Text], ...]:
    """Builds `borging.plan`: `doel`, `stand`, `stap` and `wie`, only for what the profile leaves to be done."""
    data = catalogue.load("borging")["plan"]
    free = _free_roles(profile, context)
    names = {**names, "borging.open_rollen": free, "borging.rollen_stand": "Nog niet ingevuld"}
    wanted = {
        "client": True,
        "visie": velden.raw(profile, "visie.online_media_in_visie") in _STATES,
        "zicht": velden.raw(profile, "mediabegeleiding.zicht_op_gebruik") in _STATES,
        "rollen": bool(free),
        "scholing": velden.raw(profile, "scholing.status") == "meer_nodig" and bool(names["borging.behoefte"]),
        "bijscholing": bool(names["borging.bijscholing"]) and state(profile, "expert") != "niet_nodig",
        "kosten": bool(names["borging.kosten"]) and not context["motieven"]["geen"],
        "zelfscan": True,
    }
    answers = {"visie": "visie.online_media_in_visie", "zicht": "mediabegeleiding.zicht_op_gebruik"}
    rows = []
    for key, entry in data.items():
        if wanted[key]:
            state_text = entry["stand"][velden.raw(profile, answers[key])] if key in answers else entry["stand"]
            step = entry["stap_raad"] if "stap_raad" in entry and names["borging.clientraad"] else entry["stap"]
            texts = {"doel": entry["doel"], "stand": state_text, "stap": step}
            rows.append(_filled(texts, names) | {"wie": _who(context, entry["wie"])})
    return tuple(rows)


def do(context: dict[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Text], ...]:
    """Builds `borging.do`: the moments of the profile that are for doing, then what goes on all year."""
    moments = [
        {key: dutch.hoofdletter(one[part]) for key, part in (("wat", "wat"), ("wanneer", "maand"), ("wie", "wie"))}
        for one in context["pdca"]["momenten"]
        if one["fase"] == "do"
    ]
    wanted = {
        "aandacht": True,
        "raad": bool(names["borging.raad"]),
        "aanpak": bool(names["borging.aanpak"]),
        "preventie": bool(names["borging.preventie"]),
        "opbrengst": True,
        "antwoord": bool(names["borging.terugkoppeling"]),
    }
    going_on = [
        _filled({key: entry[key] for key in ("wat", "wanneer")}, names) | {"wie": _who(context, entry["wie"])}
        for entry in catalogue.load("borging")["do"]
        if wanted[entry["id"]]
    ]
    return (*moments, *going_on)


def act(context: dict[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Text], ...]:
    """Builds `borging.act`: `als`, `dan`, `wie` decides and `wanneer`."""
    data = catalogue.load("borging")
    fixed = next((one for one in context["pdca"]["momenten"] if one["fase"] == "act"), None)
    after = fill(data["wanneer"]["na"], names)
    when = {**data["wanneer"], "vast": dutch.hoofdletter(fixed["maand"]) if fixed else after}
    decides = fixed["wie"] if fixed else context["termen"]["bestuur"]["enkelvoud"]
    rows = []
    for entry in data["act"]:
        who = dutch.hoofdletter(decides) if entry["wie"] == "beslist" else _who(context, entry["wie"])
        texts = {key: entry[key] for key in ("als", "dan")}
        rows.append(_filled(texts, names) | {"wie": who, "wanneer": when[entry["wanneer"]]})
    return tuple(rows)


def _free_roles(profile: Profile, context: dict[str, Any]) -> Text:
    """The roles that nobody holds yet."""
    roles = [role for role in here(profile) if state(profile, role) in _OPEN and role != "bestuur"]
    return dutch.opsomming(role_name(profile, role, context["termen"]) for role in roles)


def _filled(texts: Mapping[str, str], names: Mapping[str, Text]) -> dict[str, Text]:
    return {key: dutch.hoofdletter(fill(text, names)) for key, text in texts.items()}


def _who(context: dict[str, Any], key: str) -> Text:
    """Who does it: the guard, the board, team leaders, or who holds the role."""
    termen = context["termen"]
    if key == "bewaker":
        found: Text = context["pdca"]["bewaker"]
    elif key == "bestuur":
        found = termen["bestuur"]["enkelvoud"]
    elif key == "leidinggevende":
        found = termen["leidinggevende"].get("meervoud") or context["eind"]["nu"]
    else:
        found = holder(context, key)
    return dutch.hoofdletter(found)
