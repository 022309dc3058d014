"""The seven conditions for online help: how each stands, what it takes here and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import onlinehulp_geld, onlinehulp_stand, personen, velden
from policygen.context.lidwoord import with_article
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile


def onlinehulp(profile: Profile, context: dict[str, Any]) -> dict[str, Any]:
    """Builds `onlinehulp`; empty where the profile has no such section, and so no such document."""
    if velden.raw(profile, "onlinehulp") is None:
        return {}
    data, text = catalogue.load("onlinehulp"), catalogue.load("onlinehulp")["zinnen"]
    sector = _sector(context, data)
    daytime = velden.raw(profile, "onlinehulp.werkplek.buiten_kantooruren") == "nee"
    names = flatten(context) | {
        "kiezers.wie": _choosers(profile, context),
        "hulp.wanneer": data["wanneer"] if daytime else "",
    }
    parts = onlinehulp_stand.parts(profile, names)
    overview = onlinehulp_stand.overview(profile, parts, names)
    chosen = "bekend" if names["kiezers.wie"] else "onbekend"
    asked = onlinehulp_geld.asked(profile)
    return {
        "vraagt": asked,
        "vraagt_zin": fill(text["vraagt"]["tekst"], {"vraagt.lijst": asked}) if asked else "",
        **{key: fill(sector[key], names) for key in ("winst", "keus", "plek", "les")},
        "overzicht": overview,
        "stand": onlinehulp_stand.summary(overview, names),
        **_ready(parts, names),
        "kiezers": fill(text["kiezers"][chosen], names),
        "besluit": fill(text["besluit"][chosen], names),
        "beslist_door": dutch.opsomming(velden.texts(profile, "onlinehulp.draagvlak.kiezers")),
        **_goals(profile, sector, names),
        **{key: parts[key] for key in ("draagvlak", "team", "ict", "werkplek", "deskundigheid")},
        "team_zinnen": _team(profile, context, parts["team"], names),
        **_time(profile, parts["tijd"], sector, names),
        "kosten": onlinehulp_geld.rows(parts["kosten"]),
        "totaal": onlinehulp_geld.total(profile, parts["kosten"], names),
        "uren_in_geld": onlinehulp_geld.hours_in_money(profile),
        "tijden": text["werkplek"]["nee" if daytime else "open"],
        "regeling": onlinehulp_geld.payment(profile, names),
        "risico_tools": _answer(profile, "risico_tools", text["ict"]["tools"]),
        "risico_taal": _answer(profile, "risico_taal", text["ict"]["taal"]),
        "scholing": _training(profile, names),
    }


def _sector(context: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    own: dict[str, Any] = data["sector"][context["organisatie"]["sector"]]
    variant: dict[str, Any] = own.get("bij_doelgroep", {}).get(context["organisatie"]["groep"], {})
    return own | variant


def _choosers(profile: Profile, context: dict[str, Any]) -> Text:
    given = velden.texts(profile, "onlinehulp.draagvlak.kiezers")
    return dutch.opsomming(with_article(one, context["termen"]) for one in given)


def _ready(parts: dict[str, tuple[dict[str, Any], ...]], names: Mapping[str, Text]) -> dict[str, Any]:
    """What the start still waits for: a sentence with the number, and the points by condition."""
    needed = onlinehulp_stand.needed(parts)
    number = sum(len(missing) for _name, missing in needed)
    text = catalogue.load("onlinehulp")["zinnen"]["klaar"]
    which = {0: "nul", 1: "een"}.get(number, "meer")
    return {
        "klaar": fill(text[which], {**names, "klaar.aantal": velden.telwoord(number)}),
        "nodig": tuple(f"{dutch.hoofdletter(name)}: {dutch.opsomming(missing)}" for name, missing in needed),
    }


def _goals(profile: Profile, sector: dict[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    """The goals: one within a sentence, more as a list, and an example where there are none."""
    goals = velden.texts(profile, "onlinehulp.draagvlak.doelen")
    which = {0: "geen", 1: "een"}.get(len(goals), "meer")
    own = {"doelen.een": goals[0] if goals else "", "doelen.voorbeeld": sector["doel"]}
    text = catalogue.load("onlinehulp")["zinnen"]["doel"][which]
    return {"doel": fill(text, {**names, **own}), "doelen": goals if len(goals) > 1 else ()}


def _team(
    profile: Profile, context: dict[str, Any], parts: tuple[dict[str, Any], ...], names: Mapping[str, Text]
) -> tuple[Text, ...]:
    """Who is more than one of the five types, and which types are still to be found."""
    data = catalogue.load("onlinehulp")
    text = data["zinnen"]["team"]
    kinds = dict(zip(data["voorwaarden"]["team"]["onderdelen"], parts, strict=True))
    roles: dict[str, list[str]] = {}
    for kind, part in kinds.items():
        for key in personen.keys(profile, f"onlinehulp.team.{kind}"):
            roles.setdefault(key, []).append(part["kort"])
    missing = [part["kort"] for part in parts if not part["klaar"]]
    said = []
    for key, held in roles.items():
        one = with_article(personen.person(profile, key)["tekst"], context["termen"])
        own = {"team.wie": one, "team.rollen": dutch.opsomming(held)}
        if len(held) == len(kinds) and len(roles) == 1:
            said.append(fill(text["alleen"], {**names, **own}))
        elif len(held) > 1:
            said.append(fill(text["dubbel"], {**names, **own}))
    last = fill(text["mist"], {**names, "team.mist": dutch.opsomming(missing)}) if missing else text["compleet"]
    return (*said, last)


def _time(
    profile: Profile, parts: tuple[dict[str, Any], ...], sector: dict[str, Any], names: Mapping[str, Text]
) -> dict[str, Any]:
    """The two kinds of time and the strategy; tips where there is no strategy yet."""
    data = catalogue.load("onlinehulp")
    plan = velden.text(profile, "onlinehulp.tijd.strategie")
    text = data["zinnen"]["tijd"]["strategie" if plan else "geen"]
    return {
        "werkuren": parts[0]["stand"],
        "doorlooptijd": parts[1]["stand"],
        "per_week": onlinehulp_geld.per_week(profile, names),
        "strategie": fill(text, {**names, "tijd.strategie": plan}),
        "tips": () if plan else tuple(fill(tip, names) for tip in (sector["begin"], *data["tips"])),
    }


def _answer(profile: Profile, key: str, text: str) -> Text:
    """What the organisation does about a complication; nothing where the table says that it is not known."""
    said = velden.text(profile, f"onlinehulp.ict.{key}")
    return fill(text, {f"ict.{key}": said}) if said else ""


def _training(profile: Profile, names: Mapping[str, Text]) -> Text:
    """Which training there is and which is wanted, as far as the profile tells."""
    text = catalogue.load("onlinehulp")["zinnen"]["scholing"]
    hours, worktime = velden.raw(profile, "scholing.uren_per_jaar"), velden.raw(profile, "scholing.in_werktijd")
    amount: Text = dutch.uren(hours) if isinstance(hours, (int, float)) and hours else ""
    if isinstance(hours, Open):
        amount = velden.text(profile, "scholing.uren_per_jaar")
    own = {
        "scholing.aanbod": dutch.opsomming(velden.texts(profile, "scholing.aanbod")),
        "scholing.behoefte": dutch.opsomming(velden.texts(profile, "scholing.behoefte")),
        "scholing.uren": amount,
    }
    said = [
        fill(text["aanbod"], {**names, **own}) if own["scholing.aanbod"] else "",
        fill(text["behoefte"], {**names, **own}) if own["scholing.behoefte"] else "",
        fill(text["uren_werktijd" if worktime is True else "uren"], {**names, **own}) if amount else "",
    ]
    return dutch.rij(said, " ") or fill(text["geen"], names)
