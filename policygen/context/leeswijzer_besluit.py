"""What the letter asks of the board, and what it costs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.lidwoord import with_article
from policygen.context.personen import ROLES
from policygen.context.rollen import here
from policygen.context.vullen import fill
from policygen.openplace import Open, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygen.profile import Profile


def besluit(profile: Profile, context: dict[str, Any], ids: Sequence[str]) -> Text:
    """The decision that is asked, or that was taken, in a sentence or two."""
    data, document = catalogue.load("leeswijzer"), context["document"]
    answer = velden.raw(profile, "motieven.besluit")
    told = data["besluit"]["onbekend" if isinstance(answer, Open) else answer or "wel"]
    status = document["status_code"]
    starts, day = (velden.raw(profile, path) for path in ("beleid.ingangsdatum", "motieven.datum"))
    kind = status
    if isinstance(starts, date) and f"{status}_met_ingang" in told:
        kind = f"{status}_met_ingang"
    elif isinstance(day, date) and f"{status}_met_datum" in told:
        kind = f"{status}_met_datum"
    pieces = [data["documenten"][name]["kort"] for name in data["stukken"] if name in ids]
    names: dict[str, Text] = {
        "besluit.datum": velden.text(profile, "motieven.datum"),
        "besluit.ingang": velden.text(profile, "beleid.ingangsdatum"),
        "besluit.stukken": dutch.opsomming(pieces) or "deze stukken",
        "besluit.door": with_article(document["vastgesteld_door"], context["termen"]),
        "besluit.vastgesteld": document["vastgesteld_op"],
        "besluit.evaluatie": document["evaluatie_op"],
    }
    return fill(told.get(kind, told["concept"]), names)


def extra(profile: Profile, context: dict[str, Any]) -> Text:
    """What it costs in money and hours, as far as the profile tells."""
    told = catalogue.load("leeswijzer")["extra"]
    money = velden.raw(profile, "beleid.kosten_per_jaar")
    hours = [velden.raw(profile, f"rollen.{role}.uren_per_week") for role in ROLES if role in here(profile)]
    known = sum(one for one in hours if isinstance(one, (int, float)))
    costs = isinstance(money, int) and not context["motieven"]["geen"]
    return dutch.rij(
        [
            fill(told["kosten"], {"extra.kosten": dutch.euro(money)}) if costs else "",
            fill(told["uren"], {"extra.uren": dutch.uren(known)}) if known else "",
        ],
        " ",
    )
