"""Whom the policy asks for advice or consent, whom it hears and whom it informs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import dutch
from policygen.openplace import join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text

_POWERS = ("advies", "instemming", "informatie")
STAFF = "medewerkers"  # a council of staff speaks for the kitchen and the office too


def voices(context: Mapping[str, Any], *, alone: bool) -> dict[str, Text]:
    """Gives the names `inspraak.*`: per power the councils that have it, and `gesprek` for everybody else."""
    told: dict[str, list[Text]] = {power: [] for power in (*_POWERS, "gesprek")}
    for key in ("clienten", "verwanten", "personeel"):
        group = context["inspraak"][key]
        if not group or (key == "personeel" and alone):
            continue
        power = group["bevoegdheid"]
        if group["vorm"] and power in _POWERS:
            # "aan" before each: one group may have two meetings, with their own "en" between them.
            told[power].append(group["bij"] if power == "informatie" else join("aan ", group["bij"]))
        else:
            told["gesprek"].append(STAFF if key == "personeel" else group["groep"])
    return {f"inspraak.{power}": dutch.opsomming(who) for power, who in told.items()}
