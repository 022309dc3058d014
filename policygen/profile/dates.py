"""Dates that have to come one after the other."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from policygen.profile.finding import Finding, Loc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.profile.model import Profile


def check(profile: Profile) -> Iterator[Finding]:
    """Consulted, decided, in force, reviewed: each not before the one that is known before it."""
    document, policy = profile.document, profile.beleid
    chain: list[tuple[Loc, object]] = [
        (("document", "vastgesteld_op"), document and document.vastgesteld_op),
        (("beleid", "ingangsdatum"), policy and policy.ingangsdatum),
        (("document", "evaluatie_op"), document and document.evaluatie_op),
    ]
    known = [(loc, value) for loc, value in chain if isinstance(value, dt.date)]
    for (earlier_loc, earlier), (later_loc, later) in pairwise(known):
        if later < earlier:
            yield _too_early(later_loc, later, earlier_loc, earlier)
    if profile.inspraak and known:
        for name, group in profile.inspraak.__dict__.items():
            asked = group.geraadpleegd_op if group else None
            first_loc, first = known[0]
            if isinstance(asked, dt.date) and first < asked:
                yield _too_early(first_loc, first, ("inspraak", name, "geraadpleegd_op"), asked)
    if document:
        made, review = document.datum, document.evaluatie_op
        if isinstance(made, dt.date) and isinstance(review, dt.date) and review < made:
            yield _too_early(("document", "evaluatie_op"), review, ("document", "datum"), made)
        if document.status == "definitief":
            yield from _settled(profile, made, document.vastgesteld_op)


def _settled(profile: Profile, made: object, decided: object) -> Iterator[Finding]:
    """An approved paper carries the day of its approval, and the choice that it rests on came no later."""
    hint = "Neem de dag van vaststelling als datum van het document, of controleer beide datums."
    if isinstance(made, dt.date) and isinstance(decided, dt.date) and made != decided:
        where = "na" if made > decided else "voor"
        message = f"{made} ligt {where} document.vastgesteld_op ({decided})"
        about = ("document", "vastgesteld_op")
        yield Finding(("document", "datum"), message, hint, warning=True, about=about)
    motives = profile.motieven
    chosen = motives.datum if motives and motives.besluit in {"wel", "geen"} else None
    if isinstance(chosen, dt.date) and isinstance(decided, dt.date) and chosen > decided:
        message = f"{chosen} ligt na document.vastgesteld_op ({decided})"
        here: Loc = ("motieven", "datum")
        about = ("document", "vastgesteld_op")
        yield Finding(here, message, "Controleer beide datums.", warning=True, about=about)


def _too_early(loc: Loc, value: dt.date, other: Loc, before: dt.date) -> Finding:
    name = ".".join(map(str, other))
    return Finding(loc, f"{value} ligt voor {name} ({before})", "Controleer beide datums.", about=other)
