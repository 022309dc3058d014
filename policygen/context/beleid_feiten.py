"""What is true of an organisation, as the words that the catalogue of the policy asks for with `als`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen.context import kanaal, velden
from policygen.context.contacten import always_open
from policygen.context.rollen import state
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

ONE_SENTENCE = 2  # meetings, with their long names and how often
_DISCONNECT = 20  # from so many staff on, the Belgian law asks for agreements on not being reachable
_CARE = {"", "gehandicaptenzorg", "ouderenzorg", "ggz"}
_WZD = {"gehandicaptenzorg", "ouderenzorg"}
_WMCZ = {"gehandicaptenzorg", "ouderenzorg", "ggz"}


def alone(profile: Profile) -> bool:
    """Whether one person does all the work: then nobody has a team or a colleague."""
    number = velden.raw(profile, "organisatie.medewerkers")
    return isinstance(number, int) and number == 1


def staff(profile: Profile) -> int:
    """How many people work here; nought when the profile does not tell."""
    number = velden.raw(profile, "organisatie.medewerkers")
    return number if isinstance(number, int) else 0


def facts(profile: Profile, context: Mapping[str, Any]) -> frozenset[str]:
    """Everything that holds: country, sector and group, and what the profile tells or leaves open."""
    about, termen = context["organisatie"], context["termen"]
    said = {
        about["land"]: True,
        about["sector"]: True,
        about["groep"]: True,
        "minderjarigen": about["minderjarigen"],
        "land_onbekend": velden.raw(profile, "organisatie.land") is None,
        "sector_onbekend": velden.raw(profile, "organisatie.sector") is None,
        "alleen": alone(profile),
        "locaties": about["meer_locaties"],
        "inspraak_ritme": bool(councils(context)),
        "inspraak_meer": len(councils(context)) > ONE_SENTENCE,
        "zorg": about["sector"] in _CARE,
        "wzd": about["sector"] in _WZD,
        "wmcz": about["sector"] in _WMCZ,
        "verwant": bool(termen["verwant"]),
        "plan": bool(termen["clientplan"]),
        "definitief": context["document"]["status_code"] == "definitief",
        "concept": context["document"]["concept"],
        "vindplaats": bool(context["document"]["vindplaats"]),
        "later": context["motieven"]["later"],
        "besluit_datum": bool(context["motieven"]["datum"]),
        "systeem": bool(context["pdca"]["bestaand_systeem"]),
        "ritme": isinstance(velden.raw(profile, "pdca.ritme"), str),
        "momenten": bool(context["pdca"]["momenten"]),
        "pdca_voorstel": context["pdca"]["voorstel"],
    }
    said |= _control(profile, context) | _parts(profile, context)
    return frozenset(name for name, true in said.items() if true)


def _control(profile: Profile, context: Mapping[str, Any]) -> dict[str, bool]:
    """Whether the organisation looks at what staff do; unknown counts as no, as the schema says."""
    answer = velden.raw(profile, "inspraak.personeel.controle_op_gebruik")
    return {
        "controle": answer is True,
        "controle_open": isinstance(answer, Open),
        "controle_mogelijk": not alone(profile),
        "twintig": staff(profile) >= _DISCONNECT,
        "instemming_controle": context["organisatie"]["land"] == "NL" and _works_council(profile),
        "straf_reglement": context["organisatie"]["land"] == "BE" and context["organisatie"]["sector"] != "gemeente",
        "personeelsraad": bool(context["inspraak"]["personeel"].get("vorm")),
    }


def _works_council(profile: Profile) -> bool:
    """Whether one of the meetings of staff is the works council of the Dutch law."""
    forms = velden.texts(profile, "inspraak.personeel.vorm")
    return any(
        isinstance(one, str) and ("ondernemingsraad" in one.lower() or one.split()[:1] == ["OR"]) for one in forms
    )


def _parts(profile: Profile, context: Mapping[str, Any]) -> dict[str, bool]:
    """What the profile tells about channels, incidents, training, support and the opening."""
    insight = velden.raw(profile, "mediabegeleiding.zicht_op_gebruik")
    training = context["scholing"]
    return {
        "zicht_ja": insight is True or insight == "ja",
        "zicht_deels": insight == "deels",
        "zicht_nee": insight is False or insight == "nee",
        "kanalen": bool(context["kanalen"]["rijen"]),
        "besloten": any(row["soort"] == "besloten" for row in context["kanalen"]["rijen"]),
        "meld_beperkt": not always_open(profile),
        "geen_kanalen": velden.raw(profile, "kanalen") == (),
        "reactietijden": bool(context["kanalen"]["tijden"]),
        "stappenplan": bool(context["incidenten"]["stappenplan"]),
        "stappenplan_chat": about_chat(profile),
        "helpt_online": kanaal.helps_online(profile, context["termen"]),
        "gesprek_online": bool(kanaal.talks(profile, context["termen"])),
        "extern": bool(context["incidenten"]["extern"]),
        "uren": bool(training["uren"]),
        "aanbod": bool(training["aanbod"]),
        "behoefte": bool(training["behoefte"]),
        "scholing_voldoende": velden.raw(profile, "scholing.status") == "voldoende",
        "terugkoppeling": bool(velden.raw(profile, "gesprek.terugkoppeling")),
        "eind_gedeeld": any(row["gedeeld"] for row in context["rollen"] if row["id"] == context["eind"]["id"]),
        "eind_uren": _hours(profile, context["eind"]["id"]),
        "voorbeeld": bool(velden.raw(profile, "rollen.bestuur.voorbeeldgedrag")),
        "start": bool(velden.raw(profile, "gesprek.startmoment")),
        "spreker_later": state(profile, "communicatie") == "voorstel"
        and velden.raw(profile, "beleid.woordvoerder") in {None, "", "communicatie"},
        "woordvoerder_open": isinstance(velden.raw(profile, "beleid.woordvoerder"), Open),
    }


def about_chat(profile: Profile) -> bool:
    """Whether the own plan for incidents is one for the chat: then it does not hold for everything that goes wrong."""
    plan = velden.raw(profile, "incidenten.stappenplan")
    return isinstance(plan, str) and "chat" in plan.lower()


def councils(context: Mapping[str, Any]) -> tuple[Text, ...]:
    """The meetings that come back to the subject, each with how often a year."""
    groups = (context["inspraak"][key] for key in ("clienten", "verwanten", "personeel"))
    return tuple(
        join(one["bij"], " (", one["per_jaar"], ")") for one in groups if one and one["bij"] and one["per_jaar"]
    )


def _hours(profile: Profile, role: str) -> bool:
    """Whether somebody has the role now, with an agreed number of hours."""
    known = isinstance(velden.raw(profile, f"rollen.{role}.uren_per_week"), (int, float))
    return known and state(profile, role) == "ingevuld"
