"""The policy: its rules and paragraphs, as far as they hold for this organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue
from policygen.context import beleid_tabellen, velden
from policygen.context.beleid_feiten import facts
from policygen.context.beleid_namen import names
from policygen.context.beleid_regels import paragraph, rules
from policygen.context.contacten import answers_self
from policygen.context.dringend import day_and_night

if TYPE_CHECKING:
    from policygen.profile import Profile

_BOTH = "regels"  # a list whose name a paragraph has too gets this after it


def beleid(profile: Profile, context: dict[str, Any]) -> dict[str, Any]:
    """Builds `beleid`: per part of the catalogue a paragraph or a list of rules, and the tables.

    Args:
        profile: A checked profile.
        context: What was built before, with `kanalen`, `incidenten`, `scholing` and `mediabegeleiding`.
    """
    data = catalogue.load("beleid")
    true, known = facts(profile, context), names(profile, context)
    if known["wie.woordvoerder"] == known["wie.bestuur"]:
        true |= {"een_functie"}
    if answers_self(profile, context, known["wie.woordvoerder"]):
        true |= {"beheerder_spreekt"}
    if known["wie.leiding"] == known["wie.bestuur"]:
        true |= {"leiding_bestuur"}
    if known["meld.waar"] == known["wie.toezicht"]:
        true |= {"meld_leiding"}
    if day_and_night(profile, context):
        true |= {"dag_en_nacht"}
    true |= {f"inspraak_{one}" for one in ("advies", "instemming", "gesprek", "informatie") if known[f"inspraak.{one}"]}
    texts = {key: paragraph(entries, true, known) for key, entries in data["alineas"].items()}
    lists = {
        f"{key}{_BOTH}" if key in texts or key == "beeld" else key: rules(entries, true, known)
        for key, entries in data["lijsten"].items()
    }
    motives = context["motieven"]
    return {
        **texts,
        **lists,
        **{key: known[f"sector.{key}"] for key in ("opening", "beeld", "misgaan")},
        "aantal_huisregels": velden.telwoord(len(context["bijlagen"]["huisregels"]["regels"])),
        "contact_met": known["contact.meervoud"],
        "kop_minderjarigen": data["kop_minderjarigen"]["ja" if "minderjarigen" in true else "nee"],
        "redenen": tuple(motive["tekst"] for motive in motives["voor"]),
        "kop_redenen": data["kop_redenen"]["later" if motives["later"] else "wel"],
        "bezwaren": tuple(motive["tekst"] for motive in motives["tegen"] if motives["later"]),
        "kop_bezwaren": data["kop_redenen"]["tegen"],
        "ingang": beleid_tabellen.start(profile, context),
        "rollen": beleid_tabellen.roles(profile, context, known),
        "momenten": beleid_tabellen.moments(context),
        "route": beleid_tabellen.route(profile, context),
    }
