"""Whom to call when it cannot wait: at night, in the weekend, and when a message is too slow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue
from policygen.context import velden
from policygen.context.contacten import always_open
from policygen.context.kanaal import in_need
from policygen.openplace import Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_POINT = "incidenten.meldpunt"


def day_and_night(profile: Profile, context: Mapping[str, Any]) -> bool:
    """Whether somebody is on duty day and night, as where people live and get care."""
    return context["organisatie"]["sector"] in catalogue.load("termen")["dienst"]["altijd"] and not _alone(profile)


def nobody_there(profile: Profile, context: Mapping[str, Any]) -> bool:
    """Whether nobody is at work at night or in the weekend."""
    return _alone(profile) or context["organisatie"]["sector"] in catalogue.load("termen")["dienst"]["nooit"]


def by_day(profile: Profile, context: Mapping[str, Any]) -> bool:
    """Whether people come here for help and go home, so that nobody is on duty at night."""
    return _alone(profile) or context["organisatie"]["sector"] in catalogue.load("termen")["dienst"]["overdag"]


def urgent(profile: Profile, context: Mapping[str, Any]) -> dict[str, Text]:
    """Gives the names `dringend.*`: whom to call besides 112, and which colleague takes over from the team leader."""
    daytime = by_day(profile, context)
    return {
        "dringend.waar": _where(context, daytime=daytime),
        "dringend.nood": in_need(profile, context["termen"]),
        "dringend.collega": "een collega" if daytime else "de collega die dienst heeft",
    }


def point_answers(profile: Profile) -> bool:
    """Whether the point to report to is known to answer day and night."""
    told = (velden.raw(profile, f"{_POINT}.{part}") for part in ("naam", "telefoon", "bereikbaar"))
    return all(isinstance(one, str) and one for one in told) and always_open(profile)


def _where(context: Mapping[str, Any], *, daytime: bool) -> Text:
    """Who is at work: the point to report to is there for staff, however long it is open."""
    if daytime:
        return join(context["organisatie"]["de_naam"], ", als we open zijn")
    return "de locatie of wie dienst heeft" if context["organisatie"]["meer_locaties"] else "wie dienst heeft"


def _alone(profile: Profile) -> bool:
    number = velden.raw(profile, "organisatie.medewerkers")
    return isinstance(number, int) and number == 1
