"""The annexes of the policy, and its summary for the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen.context.bijlage_incident import incidentkaart
from policygen.context.bijlage_kanalen import accountlijst, family, kanalen, kanalentabel, named, photo
from policygen.context.bijlage_regels import bezoekers, huisregels
from policygen.context.bijlage_samenvatting import samenvatting
from policygen.context.bijlage_toestemming import toestemming
from policygen.context.bijlage_wie import wie
from policygen.context.dringend import urgent
from policygen.context.vullen import flatten

if TYPE_CHECKING:
    from policygen.profile import Profile


def bijlagen(profile: Profile, context: dict[str, Any]) -> dict[str, Any]:
    """Builds `bijlagen`: a dict per annex, and `samenvatting` for the first page."""
    channels = kanalen(profile, context)
    people = wie(profile, context)
    used = {key: context[key] for key in ("organisatie", "termen", "document", "vast", "woord")}
    names = flatten({**used, "wie": people, "kanalen": named(channels, context["termen"])}) | urgent(profile, context)
    names["foto.wie"] = photo(channels, names)
    rules = huisregels(profile, context, names)
    return {
        "huisregels": rules,
        "bezoekers": bezoekers(context, names, family(context, channels)),
        "toestemming": toestemming(context, channels, names),
        "incident": incidentkaart(profile, context, names),
        "accounts": accountlijst(profile, context, names),
        "kanalen": kanalentabel(profile, context, channels, names),
        "samenvatting": samenvatting(profile, context, channels, names, rules=len(rules["regels"])),
    }
