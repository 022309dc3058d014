"""Assurance: how attention for the subject stays, in the quality system that is there, with a plan for the year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.borging_kalender import kalender, maanden
from policygen.context.borging_meten import check
from policygen.context.borging_scholing import mediawijs, scholing
from policygen.context.borging_stappen import act, do, plan
from policygen.context.contacten import meldpunt
from policygen.context.document import in_set
from policygen.context.lidwoord import with_article
from policygen.context.omvang import klein
from policygen.context.rollen import holders
from policygen.context.vullen import fill, flatten

if TYPE_CHECKING:
    from datetime import date

    from policygen.openplace import Text
    from policygen.profile import Profile


def borging(profile: Profile, context: dict[str, Any], *, today: date) -> dict[str, Any]:
    """Builds `borging`: how it joins the existing system, a calendar, the four steps, training and the look ahead."""
    data = catalogue.load("borging")
    if context["pdca"]["voorstel"] and not context["document"]["concept"]:  # our proposal is no fact of a decision
        context = context | {"pdca": context["pdca"] | {"momenten": (), "agenda": data["nog_kiezen"]}}
    months = maanden(profile, context, today=today)
    names = flatten(context) | {f"borging.{key}": value for key, value in _names(profile, context, months).items()}
    own = data["sector"][context["organisatie"]["sector"]]
    own = own | own.get("bij_doelgroep", {}).get(context["organisatie"]["groep"], {})
    named = "systeem" if context["pdca"]["bestaand_systeem"] else ""
    cycle = "pdca" if str(context["pdca"]["cyclus"]).upper().startswith("PDCA") else "eigen"
    return {
        **{key: fill(own[key], names) for key in ("blijft", "vraag")},
        "besluit": data["besluit"][context["motieven"]["besluit"]],
        "bewaakt": fill(data["bewaakt"], names),
        "systeem": fill(data["systeem"]["bekend" if named else "onbekend"], names),
        "cyclus": fill(data["cyclus"][cycle], names),
        "agenda": context["pdca"]["agenda"],
        "momenten": context["pdca"]["momenten"],
        "kalender": kalender(context),
        "jaar": months["jaar"],
        "streef": _targets(profile, context, data, names),
        "maand_voorstel": data["maand_voorstel"] if months["voorstel"] else "",
        "vooruit": fill(data["vooruit"], names) if isinstance(velden.raw(profile, "visie.toekomst"), str) else "",
        "klein": klein(profile),
        "plan": plan(profile, context, own, names),
        "do": do(context, names),
        "check": check(profile, context, names),
        "act": act(context, names),
        "scholing": scholing(profile, names),
        "mediawijs": mediawijs(profile, names),
    }


def _names(profile: Profile, context: dict[str, Any], months: dict[str, Text]) -> dict[str, Text]:
    """What the texts of the catalogue may name besides the base Context."""
    termen = context["termen"]
    place = str(meldpunt(profile, termen)).strip().split(",", maxsplit=1)[0]
    return {
        **{key: months[key] for key in ("start", "check", "na_momenten", "volgend")},
        "bewaker": with_article(context["pdca"]["bewaker"], termen),
        "ritme": dutch.hoofdletter(context["pdca"]["ritme"]),
        "aantal": dutch.keer(len(context["pdca"]["momenten"])).removesuffix(" keer"),
        "meldpunt": place or "van voorvallen",
        "expert": _expert(profile, context),
        "terugkoppeling": velden.text(profile, "gesprek.terugkoppeling"),
        "clientraad": _clients_council(context),
        **_lists(profile),
    }


def _targets(profile: Profile, context: dict[str, Any], data: dict[str, Any], names: dict[str, Text]) -> Text:
    """Where the targets for people come from; in a draft, that they are still ours."""
    told = data["streef"]["visie" if in_set(profile, "visie") else "los"]
    return fill(told["voorstel" if context["document"]["concept"] else "besloten"], names)


def _expert(profile: Profile, context: dict[str, Any]) -> Text:
    """Who the expert is, as a function; the name of the role where nobody is."""
    termen = context["termen"]
    for one in context["rollen"]:
        if one["id"] == "expert":
            held = holders(profile, "expert", termen) if one["status"] == "ingevuld" else ()
            return dutch.opsomming([with_article(who, termen) for who in held or (one["naam"],)])
    return with_article(context["eind"]["nu"], termen)


def _clients_council(context: dict[str, Any]) -> Text:
    """The council of the clients; empty where there is none."""
    return next((row["bij"] for row in context["inspraak"]["rijen"] if row["id"] == "clienten"), "")


def _lists(profile: Profile) -> dict[str, Text]:
    """Lists and amounts of the profile in a phrase; empty where the profile is silent."""
    return {
        "behoefte": dutch.opsomming(_given(profile, "scholing.behoefte")),
        "aanbod": dutch.opsomming(_given(profile, "scholing.aanbod")),
        "preventie": dutch.rij(_given(profile, "incidenten.preventie"), "; "),
        "aanpak": velden.text(profile, "mediabegeleiding.aanpak"),
        "bijscholing": velden.text(profile, "rollen.expert.bijscholing"),
        "kosten": velden.bedrag(profile, "beleid.kosten_per_jaar"),
        "uren": velden.uren(profile, "scholing.uren_per_jaar"),
    }


def _given(profile: Profile, path: str) -> tuple[Text, ...]:
    """A list that the profile holds."""
    return velden.texts(profile, path) if velden.raw(profile, path) is not None else ()
