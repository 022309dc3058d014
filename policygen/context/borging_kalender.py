"""The twelve months: which step comes when, and the months in which we measure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.tekenen import eerste_jaar, start
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_MONTHS: Final = 12
_TIME_TO_CHECK: Final = 6  # months, as for the signs of the vision
_SOON: Final = 3  # months after the start
_SHORT: Final = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MARK: Final = {"plan": "P", "do": "D", "check": "C", "act": "A", "": "•"}


def maanden(profile: Profile, context: dict[str, Any], *, today: date) -> dict[str, Any]:
    """When we measure: first (`start`), every year (`check`), and what comes after (`na_momenten`, `volgend`).

    The profile's moment for checking goes first, then the one for acting, then the date of the review, then the month
    that the catalogue proposes; in a paper that is decided nothing is a proposal, so there it stays open. `jaar` is
    the year of the plan.
    """
    begin = start(profile, today)
    day, proposed = _day(profile, context, begin)
    first = _baseline(profile, context, begin)
    if day and first >= day:
        first = begin.replace(day=1)
    years = sorted({first.year, (day or first).year})
    unknown = context["document"]["evaluatie_op"]
    return {
        "start": _written(first),
        "check": _written(day) if day else unknown,
        "na_momenten": _written(_after(context, day)) if day else unknown,
        "volgend": _written(day.replace(year=day.year + 1)) if day else unknown,
        "jaar": " en ".join(map(str, years)),
        "voorstel": proposed,
    }


def _day(profile: Profile, context: dict[str, Any], begin: date) -> tuple[date | None, bool]:
    """The first day of the month in which we measure, and whether that month is only our proposal."""
    review = velden.raw(profile, "document.evaluatie_op")
    month = 0 if context["pdca"]["voorstel"] else _month(context, "check") or _month(context, "act")
    day = _first(begin, month, _TIME_TO_CHECK) if month else None
    if isinstance(review, date) and (day is None or day >= review.replace(day=1)):
        return (review - timedelta(days=1)).replace(day=1), False  # what we know by then goes into the review
    if day or not context["document"]["concept"]:
        return day, False
    month = next(row["maand"] for row in catalogue.load("pdca")["momenten"] if row["fase"] == "check")
    return _first(begin, month, _TIME_TO_CHECK), True


def _baseline(profile: Profile, context: dict[str, Any], begin: date) -> date:
    """The month of the first measurement: that of planning or doing where it comes soon, else that of the start."""
    chosen = velden.raw(profile, "motieven.datum")
    if isinstance(chosen, date) and chosen > begin:
        begin = chosen  # nobody measures before there is a decision
    month = _month(context, "plan") or _month(context, "do")
    soon = month and (month - begin.month) % _MONTHS <= _SOON
    return _first(begin, month) if soon else begin.replace(day=1)


def _first(begin: date, month: int, least: int = 0) -> date:
    """The first day of the first such month, at least so many months after the start."""
    return date(eerste_jaar(begin, month, least), month, 1)


def _after(context: dict[str, Any], day: date) -> date:
    """When all moments of the year are over: the month of the check, or the one after the last moment."""
    last = max((one["maand_nr"] for one in context["pdca"]["momenten"] if isinstance(one["maand"], str)), default=0)
    if last <= day.month:
        return day
    return date(day.year + last // _MONTHS, last % _MONTHS + 1, 1)


def _written(day: date) -> str:
    return f"{dutch.maand(day.month)} {day.year}"


def _month(context: dict[str, Any], phase: str) -> int:
    """The month of the first moment in a phase; 0 when there is none or its month is open."""
    for moment in context["pdca"]["momenten"]:
        if moment["fase"] == phase and isinstance(moment["maand"], str):
            return int(moment["maand_nr"])
    return 0


def kalender(context: dict[str, Any]) -> dict[str, Any]:
    """Builds `borging.kalender`: a column per month and a row per moment, marked with its step."""
    moments = context["pdca"]["momenten"]
    known = sum(isinstance(moment["maand"], str) for moment in moments)
    rows = tuple(map(_row, moments)) if known > 1 else ()  # one mark is no overview
    unknown = any(not moment["fase"] and isinstance(moment["maand"], str) for moment in moments)
    return {"maanden": _SHORT, "rijen": rows, "open": unknown}


def _row(moment: dict[str, Any]) -> dict[str, Any]:
    month: Text = moment["maand"]
    open_month = isinstance(month, Open)
    marks = ["" if open_month or place != moment["maand_nr"] else _MARK[moment["fase"]] for place in range(1, 13)]
    what = dutch.hoofdletter(moment["wat"])
    return {"wat": join(what, ", ", month) if open_month else what, "cellen": tuple(marks)}
