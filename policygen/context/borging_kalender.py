"""The twelve months: which step comes when, and the months in which we measure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_SHORT: Final = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MARK: Final = {"plan": "P", "do": "D", "check": "C", "act": "A", "": "•"}


def maanden(profile: Profile, context: dict[str, Any]) -> dict[str, Any]:
    """The months of the first measurement (`start`) and of the yearly one (`check`), and whether `check` is ours.

    The profile's moment goes first, then the date of the review, then the month that the catalogue proposes.
    """
    review = velden.raw(profile, "document.evaluatie_op")
    found = {phase: _month(context, phase) for phase in ("plan", "do", "check", "act")}
    proposed = next(row["maand"] for row in catalogue.load("pdca")["momenten"] if row["fase"] == "check")
    known = found["check"] or (review.month if isinstance(review, date) else 0) or found["act"]
    month = known or proposed
    start = found["plan"] or found["do"] or month
    ours = context["pdca"]["voorstel"] or not known
    return {
        "start": dutch.maand(start),
        "check": dutch.maand(month),
        "voorstel": ours and context["document"]["concept"],
    }


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
