"""Plan, Do and Act: the goals of the year, what is done, and who decides when something has to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.contacten import holder
from policygen.context.document import in_set
from policygen.context.personen import role_name
from policygen.context.rollen import here, state
from policygen.context.vullen import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text
    from policygen.profile import Profile

_OPEN = {"open", "gepland", "voorstel"}
_STATES = ("deels", "nee")


def plan(
    profile: Profile, context: dict[str, Any], own: Mapping[str, str], names: Mapping[str, Text]
) -> tuple[dict[str, Text], ...]:
    """Builds `borging.plan`: `doel`, `stand`, `stap` and `wie`, only for what the profile leaves to be done.

    Args:
        profile: The profile.
        context: What was built before.
        own: The texts of the sector, which may have a goal of its own about what clients need.
        names: The names that the texts use.
    """
    data = catalogue.load("borging")["plan"]
    free = _free_roles(profile, context)
    names = {**names, "borging.open_rollen": free, **_of_the_scan(context, names)}
    in_vision, settled = in_set(profile, "visie"), context["document"]["status_code"] == "definitief"
    steps = {
        "client": "stap_raad" if names["borging.clientraad"] else "stap",
        "visie": "stap_visie" if in_vision else "stap",
    }
    wanted = {
        "client": True,
        "momenten": context["pdca"]["voorstel"] or not context["pdca"]["momenten"],
        "visie": velden.raw(profile, "visie.online_media_in_visie") in _STATES and not (in_vision and settled),
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
            step = _seen(names) if key == "zicht" else entry[steps.get(key, "stap")]
            texts = {"doel": entry["doel"], "stand": state_text, "stap": step}
            if key == "client" and "inbreng" in own:
                texts |= {"doel": own["inbreng"], "stap": own["inbreng_stap"]}
            rows.append(_filled(texts, names) | {"wie": wie(context, entry["wie"])})
    return tuple(rows)


def _seen(names: Mapping[str, Text]) -> str:
    """The first step that the self-scan gives on what clients do online, so that both papers ask for one thing."""
    scan = catalogue.load("zelfscan")
    entry = scan["vragen"]["ZG01"]
    step = entry.get("actie_bekend", entry["actie"]) if names["borging.aanpak"] else entry["actie"]
    return str(step).removesuffix(".")


def _of_the_scan(context: dict[str, Any], names: Mapping[str, Text]) -> dict[str, Text]:
    """The names that the steps of the self-scan use."""
    plan_word = context["termen"]["clientplan"].get("de", catalogue.load("zelfscan")["zonder_plan"])
    return {"scan.plan": plan_word, "scan.aanpak": names["borging.aanpak"]}


def do(context: dict[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Text], ...]:
    """Builds `borging.do`: the moments of the profile that are for doing, then what goes on all year."""
    moments = [
        {key: dutch.hoofdletter(one[part]) for key, part in (("wat", "wat"), ("wanneer", "maand"), ("wie", "wie"))}
        for one in context["pdca"]["momenten"]
        if one["fase"] == "do"
    ]
    wanted = {
        "aandacht": True,
        "aanpak": bool(names["borging.aanpak"]),
        "preventie": bool(names["borging.preventie"]),
        "opbrengst": True,
        "antwoord": bool(names["borging.terugkoppeling"]),
    }
    data = catalogue.load("borging")["do"]
    going_on = [
        _filled({key: entry[key] for key in ("wat", "wanneer")}, names) | {"wie": wie(context, entry["wie"])}
        for entry in data
        if wanted.get(entry["id"])
    ]
    council = next(entry for entry in data if entry["id"] == "raad")
    return (*moments, *_councils(context, council, names), *going_on)


def _councils(context: dict[str, Any], entry: dict[str, str], names: Mapping[str, Text]) -> list[dict[str, Text]]:
    """A row per council: of clients and relatives as often as agreed, of staff at least once a year."""
    rows = [row for row in context["inspraak"]["rijen"] if row["id"] == "personeel" or row["per_jaar"]]
    texts = {key: entry[key] for key in ("wat", "wanneer")}
    return [
        _filled(texts, {**names, "borging.raad": row["bij"], "borging.keer": row["per_jaar"] or entry["standaard"]})
        | {"wie": wie(context, entry["wie"])}
        for row in rows
    ]


def act(context: dict[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Text], ...]:
    """Builds `borging.act`: `als`, `dan`, `wie` decides and `wanneer`."""
    data = catalogue.load("borging")
    fixed = next((one for one in context["pdca"]["momenten"] if one["fase"] == "act"), None)
    after = fill(data["wanneer"]["na"], names)
    when = {**data["wanneer"], "vast": dutch.hoofdletter(fixed["maand"]) if fixed else after}
    board = context["termen"]["bestuur"]["enkelvoud"]
    chair = next((one["functies"] for one in context["rollen"] if one["id"] == "bestuur"), "")
    # The body decides, not who chairs it.
    decides = fixed["wie"] if fixed and fixed["wie"] != chair else board
    rows = []
    for entry in data["act"]:
        who = dutch.hoofdletter(decides) if entry["wie"] == "beslist" else wie(context, entry["wie"])
        texts = {key: entry[key] for key in ("als", "dan")}
        rows.append(_filled(texts, names) | {"wie": who, "wanneer": when[entry["wanneer"]]})
    return tuple(rows)


def _free_roles(profile: Profile, context: dict[str, Any]) -> Text:
    """The roles that nobody holds yet."""
    roles = [role for role in here(profile) if state(profile, role) in _OPEN and role != "bestuur"]
    return dutch.opsomming(role_name(profile, role, context["termen"]) for role in roles)


def _filled(texts: Mapping[str, str], names: Mapping[str, Text]) -> dict[str, Text]:
    return {key: dutch.hoofdletter(fill(text, names)) for key, text in texts.items()}


def wie(context: dict[str, Any], key: str) -> Text:
    """Names who does it: the guard, who is finally responsible, the board, team leaders, or who holds the role."""
    termen = context["termen"]
    if key == "bewaker":
        found: Text = context["pdca"]["bewaker"]
    elif key == "eind":
        found = context["eind"]["nu"]
    elif key == "bestuur":
        found = termen["bestuur"]["enkelvoud"]
    elif key == "leidinggevende":
        found = termen["leidinggevende"].get("meervoud") or context["eind"]["nu"]
    else:
        found = holder(context, key)
    return dutch.hoofdletter(found)
