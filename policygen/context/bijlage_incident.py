"""The incident card: five cases on one page, and the steps that hold for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import kanaal, velden
from policygen.context.beleid_feiten import about_chat
from policygen.context.bijlage_wie import lost
from policygen.context.contacten import always_open
from policygen.context.dringend import by_day, day_and_night, nobody_there, point_answers
from policygen.context.lidwoord import with_article
from policygen.context.ouders import parents
from policygen.context.taken import breakable
from policygen.context.vullen import fill
from policygen.openplace import join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text
    from policygen.profile import Profile

_CELLS = ("kop", "wat", "eerst", "wie", "weg", "termijn")


def incidentkaart(profile: Profile, context: dict[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    """Builds the card: `gevallen` with what to do first, who helps, by which way and when; `stappen`; `regels`."""
    data = catalogue.load("bijlagen")["incident"]
    about = context["organisatie"]
    always, helps = day_and_night(profile, context), kanaal.helps_online(profile, context["termen"])
    duty = {"dag_en_nacht": always, "niemand_in_huis": nobody_there(profile, context)}
    duty["hulp_online"] = helps and by_day(profile, context) and not point_answers(profile)
    kinds = (*(one for one, true in duty.items() if true), about["sector"], about["groep"])
    different = [data["anders"].get(one, {}) for one in kinds]
    same = names["wie.leider_de"] == names["wie.eind"]
    own = {**names, "incident.meldpunt": names["wie.meldpunt_vol"]}
    by = "melden_leider" if names["wie.meldpunt_vol"] == names["wie.leider_de"] else "melden"
    by = by if by == "melden_leider" or always_open(profile) else "melden_beperkt"
    phone = velden.text(profile, "incidenten.meldpunt.telefoon") if by != "melden_leider" else ""
    own["nacht.automatisch"] = data["automatisch"] if context["document"]["concept"] else ""
    react = data["reageer"]["hulp_online" if helps else ""]
    own |= {f"reageer.{key}": fill(text, names) for key, text in react.items()}
    own["lek.bij"] = dutch.rij([names["wie.meldpunt_of_leider"], phone])
    own["lek.dicht"] = fill(data["lek_dicht"], names) if by == "melden_beperkt" else ""
    own |= {
        "incident.melden": join(fill(data[by], own), parents(context, names["wie.leider_de"], names["wie.eind"])),
        "lek.eerst": fill(data["lek"][_first(profile, by)], own),
        "lek.ict": lost(context),
        "incident.beslist": fill(data["beslist_een" if same else "beslist"], names),
    }
    cases = [
        {key: text for part in (case, *(one.get(case["id"], {}) for one in different)) for key, text in part.items()}
        for case in data["gevallen"]
    ]
    filled = [{key: dutch.hoofdletter(fill(case[key], own)) for key in _CELLS} for case in cases]
    return {
        "intro": fill(data["intro"], own),
        "gevallen": tuple({key: breakable(text) for key, text in case.items()} for case in filled),
        "stappen": tuple(
            {"kop": fill(step["kop"], own), "tekst": dutch.hoofdletter(fill(step["tekst"], own))}
            for step in data["stappen"]
        ),
        "regels": _lines(profile, data, context["termen"]),
    }


def _first(profile: Profile, by: str) -> str:
    """To call or to report: one calls whom one knows, or what has a number."""
    return "bel" if by == "melden_leider" or velden.raw(profile, "incidenten.meldpunt.telefoon") else "meld"


def _lines(profile: Profile, data: Mapping[str, str], termen: Mapping[str, Any]) -> tuple[Text, ...]:
    """What the profile itself has: its own plan, what it does to prevent, and help from outside."""
    plan = velden.text(profile, "incidenten.stappenplan")
    prevent = dutch.rij(velden.texts(profile, "incidenten.preventie"), "; ")
    outside = dutch.opsomming(with_article(one, termen) for one in velden.texts(profile, "incidenten.extern"))
    chat = about_chat(profile)
    plan = with_article(plan, termen) if chat else plan
    names = {"incident.stappenplan": plan, "incident.preventie": prevent, "incident.extern": outside}
    told = (("stappenplan_chat" if chat else "stappenplan", plan), ("preventie", prevent))
    ours = [fill(data[key], names) for key, value in told if value]
    help_there = fill(data["extern" if outside else "extern_zonder"], names)
    return tuple(line for line in (dutch.rij(ours, " "), help_there) if line)
