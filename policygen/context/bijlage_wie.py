"""Who the annexes of the policy send a reader to: the team leader, where to report, who speaks for us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.contacten import always_open, answers_self, holder
from policygen.context.dringend import by_day
from policygen.context.lidwoord import with_article
from policygen.context.personen import role_name, who_field
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_POINT = "incidenten.meldpunt"


def wie(profile: Profile, context: dict[str, Any]) -> dict[str, Text]:
    """Builds the names `wie.*` for the texts of the annexes, each a phrase with its article.

    `leider_eigen` has `je` or `uw` before it, for the house rules. `meldpunt` is empty in a decided paper whose profile
    names none; `melden` is the same with how to reach it, or else the team leader.
    """
    termen, usual = context["termen"], catalogue.load("bijlagen")["wie"]
    last = with_article(context["eind"]["nu"], termen)
    leader = termen["leidinggevende"]
    own = "uw " if context["taal"]["aanspreekvorm"] == "u" else "je "
    pictures = _communication(profile, context)
    spoken = who_field(profile, "beleid.woordvoerder", termen)
    if velden.raw(profile, "beleid.woordvoerder") in (None, "", "communicatie"):
        spoken = pictures
    point = _point(profile, context)
    plain = with_article(point, termen) if isinstance(point, str) else usual["meldpunt"]
    leads = leader["de"] if leader else last
    own_leader = join(own, leader["enkelvoud"]) if leader else last
    reach = [velden.text(profile, f"{_POINT}.{part}") for part in ("telefoon", "bereikbaar")] if point else []
    speaker = spoken if spoken == usual["communicatie"] else with_article(spoken, termen)
    own_answer = answers_self(profile, context, speaker)
    manager = pictures if pictures == usual["communicatie"] else with_article(pictures, termen)
    return {
        "leider_de": leads,
        "leider_eigen": own_leader,
        "woordvoerder": speaker,
        "beeld": manager,
        "eind": last,
        "meldpunt": point,
        "meldpunt_of_leider": plain if point else leads,
        "melden": join("bij ", dutch.rij([with_article(point, termen), *reach]) if point else own_leader),
        "meldpunt_vol": dutch.rij([plain, *reach]) if point else leads,
        "dienst": _at_night(profile, context, plain if point else leads),
        "ict": _technique(context),
        "antwoord": speaker if own_answer else join("de beheerder, na een ja van ", speaker),
    }


def _point(profile: Profile, context: dict[str, Any]) -> Text:
    """The point to report to; a decided paper asks for none."""
    if context["document"]["concept"] or velden.raw(profile, f"{_POINT}.naam"):
        return velden.text(profile, f"{_POINT}.naam")
    return ""


def _at_night(profile: Profile, context: Mapping[str, Any], usual: Text) -> Text:
    """Who deals with a message in the night."""
    if by_day(profile, context):
        return "wie het bericht leest"
    known = bool(velden.raw(profile, f"{_POINT}.naam"))
    return "wie dienst heeft" if known and not always_open(profile) else usual


def lost(context: Mapping[str, Any]) -> Text:
    """Whom to call or mail, as they can be reached: who is there for lost devices, and for a leak where somebody is."""
    texts = catalogue.load("bijlagen")["incident"]["lek_ict"]
    contacts = [one for one in context["ict_contacten"] if not isinstance(one["wie"], Open)]
    leak = [one for one in contacts if "datalek" in str(one["waarvoor"]).lower()]
    found = [one for one in contacts if "kwijt" in str(one["waarvoor"]).lower()] or leak or contacts
    if not found:
        return fill(texts["geen"], {"lek.contact": catalogue.load("bijlagen")["wie"]["ict"]})
    names = _reach("lek", found[0]) | _reach("datalek", (leak or found)[0])
    return fill(texts["wel" if not leak or leak[0] is found[0] else "twee"], names)


def _reach(prefix: str, contact: Mapping[str, Text]) -> dict[str, Text]:
    return {f"{prefix}.hoe": contact["hoe"], f"{prefix}.contact": join(contact["zin"], ", ", contact["bereikbaar"])}


def _communication(profile: Profile, context: dict[str, Any]) -> Text:
    """Who looks after channels and pictures; in general words while nobody has that role."""
    held = holder(context, "communicatie")
    nobody = held == role_name(profile, "communicatie", context["termen"])
    usual: Text = catalogue.load("bijlagen")["wie"]["communicatie"]
    return usual if nobody and not velden.raw(profile, "rollen.communicatie.eigen_naam") else held


def _technique(context: dict[str, Any]) -> Text:
    """Who knows the technique: the first ICT contact with a name."""
    contacts = [one["zin"] for one in context["ict_contacten"] if not isinstance(one["wie"], Open)]
    usual: Text = catalogue.load("bijlagen")["wie"]["ict"]
    return next(iter(contacts), usual)
