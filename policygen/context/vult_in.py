"""Who fills in what is open, as this organisation calls them; the schema only knows words that fit everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import dutch
from policygen.context import personen, velden
from policygen.context.lidwoord import with_article
from policygen.context.rollen import holders
from policygen.openplace import Open
from policygen.profile.declare import BESTUUR, COMMUNICATIE, KWALITEIT, PROJECT, RAAD, TECHNIEK

if TYPE_CHECKING:
    from policygen.openplace import Text
    from policygen.profile import Profile

_NO_TECHNICIAN = "wie over ICT gaat"  # not everyone has somebody for it


def vult_in(profile: Profile, context: dict[str, Any]) -> dict[str, str]:
    """Builds `vult_in`: for the words of the schema those of this organisation, as far as the profile has them.

    Args:
        profile: A checked profile.
        context: What was built before.
    """
    termen, owner = context["termen"], context["document"]["eigenaar"]
    found: dict[str, Text] = {
        BESTUUR: termen["bestuur"]["de"],
        COMMUNICATIE: _held(profile, "communicatie", termen),
        TECHNIEK: _held(profile, "ict", termen) or _NO_TECHNICIAN,
        PROJECT: leads_online_help(profile, termen),
        **dict.fromkeys((KWALITEIT, RAAD), with_article(owner, termen)),
    }
    found |= _managers(profile, termen, found)
    return {who: name for who, name in found.items() if isinstance(name, str) and name}


def _managers(profile: Profile, termen: dict[str, Any], found: dict[str, Text]) -> dict[str, Text]:
    """Who manages a channel, by the word that the profile has for it: `velden.asked` names that word."""
    channels = velden.raw(profile, "kanalen")
    keys = [one.beheer for one in (channels if isinstance(channels, tuple) else ()) if not isinstance(one, Open)]
    usual = {"communicatie": COMMUNICATIE, "ict": TECHNIEK}
    return {
        key: found.get(usual[key]) or usual[key]
        if key in usual
        else with_article(personen.who(profile, key, termen), termen)
        for key in keys
        if isinstance(key, str) and key
    }


def leads_online_help(profile: Profile, termen: dict[str, Any]) -> Text:
    """The function that organises online help; empty while nobody is known."""
    held = personen.keys(profile, "onlinehulp.team.organisator")
    return dutch.opsomming(with_article(personen.person(profile, key)["tekst"], termen) for key in held)


def _held(profile: Profile, role: str, termen: dict[str, Any]) -> Text:
    """The functions of the persons in a role."""
    if not velden.raw(profile, f"rollen.{role}.personen"):
        return ""
    return dutch.opsomming(with_article(one, termen) for one in holders(profile, role, termen))
