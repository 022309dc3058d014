"""The channels of the stakeholder plan: ease of use and reach, what follows from that, and who answers where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import kanaal, personen, rollen, velden
from policygen.context.lidwoord import with_article
from policygen.context.stakeholders_groepen import item_text
from policygen.context.taken import breakable
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_HELD = ("ingevuld", "voorstel")


def channels(
    profile: Profile, context: dict[str, Any], groups: tuple[dict[str, Any], ...], names: Mapping[str, Text]
) -> tuple[dict[str, Any], ...]:
    """Every channel of the organisation as a row; `mist` says whether its reply time is still to be agreed."""
    given = velden.raw(profile, "kanalen")
    places = range(len(given)) if isinstance(given, tuple) else ()
    return tuple(_channel(profile, place, context, groups, names) for place in places)


def _channel(
    profile: Profile,
    place: int,
    context: dict[str, Any],
    groups: tuple[dict[str, Any], ...],
    names: Mapping[str, Text],
) -> dict[str, Any]:
    path = f"kanalen.{place}"
    data = catalogue.load("stakeholders")
    name = velden.text(profile, f"{path}.naam")
    plain, called = name if isinstance(name, str) else f"kanaal {place + 1}", kanaal.called(name, context["termen"])

    def said(key: str) -> Text:
        return item_text(profile, f"{path}.{key}", "dit kanaal", str(called) if plain == name else "")

    goal, target, reply = said("doel"), said("doelgroep"), said("reactietijd")
    kind = str(velden.raw(profile, f"{path}.soort") or "").lower()
    users = [group["kort"] for group in groups if plain.lower() in map(str.lower, group["kanaalnamen"])]
    return {
        "naam": breakable(name),
        "kort": plain,
        "doel": dutch.rij([goal, join("voor ", target) if target else ""]) or data["onbekend"],
        "bereik": said("bereik") or data["onbekend"],
        "gemak": said("gebruiksgemak") or data["onbekend"],
        "groepen": dutch.opsomming(users) or "geen",
        "doelgroep": target,
        "zit_er": bool(users),
        "gebruikt": bool(users) or any(group["kort"].lower() in str(target).lower() for group in groups),
        "wie": personen.who_field(profile, f"{path}.beheer", context["termen"]) or role(profile, context),
        "reactietijd": reply or data["afspreken"],
        "mist": not isinstance(reply, str) or not reply,
        "toon": fill(data["toon"].get(kind, data["toon"][""]), names),
    }


def role(profile: Profile, context: dict[str, Any], name: str = "communicatie") -> Text:
    """Who has a role, by default communication; who is finally responsible where that role is not filled."""
    if rollen.state(profile, name) in _HELD:
        return personen.who(profile, name, context["termen"])
    last: Text = context["eind"]["nu"]
    return last


def sentence(profile: Profile, rows: tuple[dict[str, Any], ...]) -> Text:
    """How many channels there are."""
    text = catalogue.load("stakeholders")["kanalen_zin"]
    given = velden.raw(profile, "kanalen")
    if isinstance(given, Open):
        return fill(text["open"], {"kanalen.open": velden.open_place("kanalen")})
    which = "onbekend" if given is None else {0: "geen", 1: "een"}.get(len(rows), "meer")
    return fill(text[which], {"kanalen.aantal": velden.telwoord(len(rows))})


def advice(rows: tuple[dict[str, Any], ...], groups: tuple[dict[str, Any], ...]) -> tuple[Text, ...]:
    """What follows from reach, ease of use and where the groups are."""
    text = catalogue.load("stakeholders")["kanalen"]
    ours = {row["kort"].lower() for row in rows}
    placed = any(group["kanaalnamen"] for group in groups)
    first = _first(rows) if placed else ""
    said = []
    for row in rows:
        which = _which(row, placed=placed) or ("waar_de_groep_is" if row["kort"] == first else "")
        if which:
            told = {"naam": row["kort"], "doelgroep": row["doelgroep"], "groepen": row["groepen"]}
            said.append(fill(text[which], {f"kanaal.{key}": one for key, one in told.items()}))
    elsewhere: dict[str, list[str]] = {}
    for group in groups:
        for name in group["kanaalnamen"]:
            if name.lower() not in ours:
                elsewhere.setdefault(name, []).append(group["kort"])
    for name, there in elsewhere.items():
        said.append(fill(text["niet_van_ons"], {"kanaal.naam": name, "kanaal.groepen": dutch.opsomming(there)}))
    return tuple(said)


def _which(row: Mapping[str, Any], *, placed: bool) -> str:
    """What there is to say of a channel; reach counts only where a group of this plan can be reached."""
    if row["gemak"] == "lastig":
        return "lastig"
    if placed and not row["gebruikt"]:
        return "zonder_groep" if row["doelgroep"] else "zonder_doelgroep"
    if not _wide(row):
        return ""
    return "bereik_zonder_groep" if placed and not row["zit_er"] else "bereik_en_gemak"


def _wide(row: Mapping[str, Any]) -> bool:
    return (row["bereik"], row["gemak"]) == ("groot", "goed")


def _first(rows: tuple[dict[str, Any], ...]) -> str:
    """The channel to begin with where none has both reach and a group: the first one where a group is."""
    there = [row for row in rows if row["zit_er"]]
    if any(_wide(row) for row in there):
        return ""
    return next((row["kort"] for row in there if row["gemak"] != "lastig"), "")


def hand_over(profile: Profile, context: dict[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Text], ...]:
    """What an answer cannot solve, what to do then, and who takes over."""
    leader: Text = context["termen"]["leidinggevende"].get("enkelvoud") or context["eind"]["wie"]
    termen = context["termen"]
    point, technique = _report_name(profile, termen) or leader, role(profile, context, "ict")
    told = dict.fromkeys(with_article(one, termen) for one in (point, technique))
    whom = {
        "meldpunt": _report(profile, context["termen"]) or leader,
        "leiding": leader,
        "communicatie": role(profile, context),
        "woordvoerder": personen.who_field(profile, "beleid.woordvoerder", context["termen"]) or role(profile, context),
        "techniek": dutch.opsomming(told),
    }
    return tuple(
        {"wat": fill(one["wat"], names), "doen": fill(one["doen"], names), "wie": whom[one["wie"]]}
        for one in catalogue.load("stakeholders")["doorzetten"]
    )


def _report(profile: Profile, termen: dict[str, Any]) -> Text:
    """Where to report and how; nothing where the profile has no such place."""
    name = _report_name(profile, termen)
    reach = (velden.text(profile, f"incidenten.meldpunt.{key}") for key in ("telefoon", "bereikbaar"))
    return dutch.rij([name, *reach]) if name else ""


def _report_name(profile: Profile, termen: dict[str, Any]) -> Text:
    path = "incidenten.meldpunt.naam"
    return with_article(velden.text(profile, path), termen) if velden.raw(profile, path) else ""
