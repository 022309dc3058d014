"""The Context: the only names a Word template may use, made of one profile, the catalogue and a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import policygen.context.vacature as vacatures
from policygen.context.afweging import afweging
from policygen.context.beleid import beleid
from policygen.context.beleid_bijlagen import bijlagen
from policygen.context.beleid_delen import incidenten, kanalen, mediabegeleiding, scholing
from policygen.context.bezetting import combinaties, niet_nodig, open_rollen
from policygen.context.borging import borging
from policygen.context.contacten import accounts, accounts_zin, ict_contacten, ict_zin, vast, woord
from policygen.context.document import document, for_document, in_set, left_out, lists, stukken
from policygen.context.eigen_woorden import in_own_words, words
from policygen.context.gesprek import gesprek
from policygen.context.huisstijl import huisstijl
from policygen.context.inspraak import inspraak
from policygen.context.juridisch import juridisch, outdated_law
from policygen.context.kaarten import kaarten
from policygen.context.leeswijzer import leeswijzer, with_places
from policygen.context.motieven import motieven
from policygen.context.omvang import size
from policygen.context.onlinehulp import onlinehulp
from policygen.context.organisatie import organisatie, termen
from policygen.context.pdca import pdca
from policygen.context.personen import listed
from policygen.context.rollen import eind
from policygen.context.stakeholders import stakeholders
from policygen.context.taken import taken
from policygen.context.variant import taal
from policygen.context.visie import visie
from policygen.context.vullen import Growing, flatten
from policygen.context.vult_in import vult_in
from policygen.context.zelfscan import zelfscan

if TYPE_CHECKING:
    from datetime import date

    from policygen.profile import Profile

__all__ = ["build", "for_document", "in_set", "left_out", "outdated_law", "with_places"]


def build(profile: Profile, *, today: date, vorige: Profile | None = None) -> dict[str, Any]:
    """Builds the whole base Context of a profile.

    It holds plain dicts, tuples, `str`, `int`, `bool` and open places, and every name is always there: `''`, `()` or
    `{}` for what is left out.

    Args:
        profile: A checked profile.
        today: The date for documents whose profile has none.
        vorige: The profile of an earlier self-scan, to compare with.
    """
    context = Growing()
    context["organisatie"] = organisatie(profile) | {"omvang": size(profile)}
    land, sector = context["organisatie"]["land"], context["organisatie"]["sector"]
    context["termen"] = termen(profile, land, sector)
    context["woord"] = woord(land)
    context["document"] = document(profile, context["termen"], context["woord"], today=today)
    context["taal"] = taal(profile)
    context["vast"] = vast()
    context["huisstijl"] = huisstijl(profile, land, context["organisatie"]["korte_naam"])
    context["vult_in"] = vult_in(profile, context)
    context["lijst"] = lists(context)
    context["stukken"] = stukken(context)
    names = flatten(context)
    context["personen"] = listed(profile)
    _roles(profile, context, names)
    context["inspraak"] = inspraak(profile, context["termen"])
    context["pdca"] = pdca(profile, context)
    context["motieven"] = motieven(profile, context)
    context["visie"] = visie(profile, context, today=today)
    context["onlinehulp"] = onlinehulp(profile, context)
    context["stakeholders"] = stakeholders(profile, context)
    context["borging"] = borging(profile, context, today=today)
    context["afweging"] = afweging(profile, context, today=today)
    context["bijlagen"] = bijlagen(profile, context)
    context["gesprek"] = gesprek(profile, context)
    _policy(profile, context, today=today)
    context["vacatures"] = vacatures.build(profile, context)
    context["zelfscan"] = zelfscan(profile, context, vorige=vorige)
    context["leeswijzer"] = leeswijzer(profile, context, {})
    own: dict[str, Any] = in_own_words(dict(context), words(context["termen"], land))
    return own


def _policy(profile: Profile, context: dict[str, Any], *, today: date) -> None:
    """Adds the policy and what it and its annexes tell about."""
    context["mediabegeleiding"] = mediabegeleiding(context)
    context["scholing"] = scholing(profile, context)
    context["incidenten"] = incidenten(profile, context)
    context["kanalen"] = kanalen(profile, context)
    context["juridisch"] = juridisch(profile, context, today=today)
    context["beleid"] = beleid(profile, context)


def _roles(profile: Profile, context: dict[str, Any], names: dict[str, Any]) -> None:
    """Adds what is about roles; each next part uses the ones before."""
    context["eind"] = eind(profile, context)
    context["ict_contacten"] = ict_contacten(profile, context["termen"])
    context["ict_zin"] = ict_zin(profile, context)
    context["rollen"] = kaarten(profile, context, names)
    context["taken"] = taken(profile, context, names)
    context["open_rollen"] = open_rollen(profile, context)
    context["niet_nodig"] = niet_nodig(profile, context["termen"])
    context["combinaties"] = combinaties(profile, context["termen"])
    context["accounts"] = accounts(profile, context)
    context["accounts_zin"] = accounts_zin(profile, context)
    context["rollen_voorstel"] = any(one["status"] == "voorstel" for one in context["rollen"])
