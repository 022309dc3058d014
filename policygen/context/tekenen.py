"""The signs of the vision: how clients, relatives and teams notice that it works, and by when."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.vullen import fill, flatten
from policygen.openplace import Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_MONTHS = 12
_TIME_TO_CHECK = 6  # months that a new way of working gets before somebody looks at what it brought
_TIME_TO_TALK = 1


def tekenen(profile: Profile, context: dict[str, Any], *, today: date) -> tuple[dict[str, Text], ...]:
    """Builds `visie.tekenen`: `wie` and `tekst` for clients, relatives (else the board) and teams."""
    data, termen = catalogue.load("visie"), context["termen"]
    checked = _by(profile, context, _month(context, ("check", "act")), _TIME_TO_CHECK, today)
    talked = _told(profile, context) or _by(profile, context, _month(context, ("do",), talk=True), _TIME_TO_TALK, today)
    names = flatten(context) | {"teken.nagaan": checked, "teken.doen": talked}
    sector = data["sector"][context["organisatie"]["sector"]]
    client = sector["teken"] if termen["clientplan"] else sector.get("teken_zonder", sector["teken"])
    signs = data["tekenen"]
    relative = signs["verwant"]
    if not context["document"]["concept"]:  # a target that nobody chose is no fact of a decided paper
        decided = sector["teken_besloten"]
        client = decided if termen["clientplan"] else sector.get("teken_besloten_zonder", decided)
        relative = signs["verwant_besloten"]
    few = context["organisatie"]["klein"]
    kind = ("samen" if few else "team") + ("_geen" if context["motieven"]["geen"] else "")
    chosen = [
        (termen["client"]["meervoud"], client),
        (termen["verwant"].get("meervoud", ""), relative["tekst"]),
        ("" if termen["verwant"] else termen["bestuur"]["enkelvoud"], signs["bestuur"]["tekst"]),
        ("wijzelf" if few else "teams", signs[kind]["tekst"]),
    ]
    return tuple({"wie": dutch.hoofdletter(wie), "tekst": fill(text, names)} for wie, text in chosen if wie)


def _told(profile: Profile, context: dict[str, Any]) -> Text:
    """By when teams talked about the policy: a month after the opening or the start, as the policy itself says."""
    if context["motieven"]["geen"]:
        return ""
    review = velden.raw(profile, "document.evaluatie_op")
    for path in ("gesprek.startmoment.datum", "beleid.ingangsdatum"):
        value = velden.raw(profile, path)
        if isinstance(value, date):
            last = _month_later(value)
            late = isinstance(review, date) and review <= last
            return "" if late else f"uiterlijk {dutch.datum(last)}"
    return ""


def _month_later(day: date) -> date:
    """The same day of the next month, or its last day where that month is shorter."""
    year, month = day.year + day.month // _MONTHS, day.month % _MONTHS + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _month(context: dict[str, Any], phases: tuple[str, ...], *, talk: bool = False) -> int:
    """The month of the first such moment that the profile itself names; 0 when there is none.

    Args:
        context: What was built before.
        phases: Phases in the order in which they count.
        talk: Whether only a conversation in the teams counts.
    """
    if context["pdca"]["voorstel"]:
        return 0
    for phase in phases:
        for moment in context["pdca"]["momenten"]:
            right = moment["fase"] == phase and isinstance(moment["maand"], str)
            if right and (not talk or _is_team_talk(context, moment)):
                return int(moment["maand_nr"])
    return 0


def _is_team_talk(context: dict[str, Any], moment: dict[str, Any]) -> bool:
    leaders = context["termen"]["leidinggevende"].get("meervoud", "leidinggevenden")
    about = str(moment["wat"]).lower()
    return moment["wie"] == leaders or ("team" in about and ("gesprek" in about or "overleg" in about))


def _by(profile: Profile, context: dict[str, Any], month: int, least: int, today: date) -> Text:
    """By when: the end of a month with its year, else the date of the review, else a year after the decision."""
    review = velden.raw(profile, "document.evaluatie_op")
    year = eerste_jaar(start(profile, today), month, least) if month else 0
    if year and not (isinstance(review, date) and (review.year, review.month) <= (year, month)):
        return f"eind {dutch.maand(month)} {year}"
    if isinstance(review, date):
        return join("voor ", context["document"]["evaluatie_op"])
    return join("binnen een jaar ", context["woord"]["na_vaststelling"])


def start(profile: Profile, today: date) -> date:
    """When the clock starts: when the policy takes effect, else the date of the document."""
    for path in ("beleid.ingangsdatum", "document.datum"):
        value = velden.raw(profile, path)
        if isinstance(value, date):
            return value
    return today


def eerste_jaar(start: date, month: int, least: int) -> int:
    """The first year in which that month comes at least so many months after the start."""
    passed = month - start.month
    return start.year + -(-(least - passed) // _MONTHS) if passed < least else start.year
