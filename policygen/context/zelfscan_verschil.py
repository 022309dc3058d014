"""The self-scan beside an earlier one: what changed, and which way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.vullen import fill
from policygen.context.zelfscan_antwoorden import STATES, outcomes

if TYPE_CHECKING:
    from policygen.openplace import Text
    from policygen.profile import Profile

_UNKNOWN: Final = "onbekend"
_QUESTIONS: Final = "vragen"


def difference(rows: tuple[dict[str, Any], ...], earlier: Profile) -> dict[str, Any]:
    """Builds `zelfscan.vergelijking`: `zin`, and `rijen` with `toen`, `nu` and `verschil` per question that changed.

    Args:
        rows: The questions as they are answered now.
        earlier: The profile of an earlier self-scan.
    """
    data = catalogue.load("zelfscan")
    before = {key: one.gevonden.staat for key, one in outcomes(earlier).items()}
    changed = [(row, _way(before[row["id"]], row["staat"])) for row in rows if before[row["id"]] != row["staat"]]
    count = {way: sum(one == way for _, one in changed) for way in data["verschil"]}
    same = sum(before[row["id"]] == row["staat"] != _UNKNOWN for row in rows)
    names: dict[str, Text] = {
        "vorige.wanneer": _when(earlier),
        "vorige.gelijk": str(same),
        "vorige.beter": str(count["beter"]),
        "vorige.minder": str(count["minder"]),
        "vorige.bekend": f"{count['bekend']} {'vraag' if count['bekend'] == 1 else _QUESTIONS}",
    }
    told = data["verschil"]["zin"] + (data["verschil"]["zin_bekend"] if count["bekend"] else "")
    return {
        "zin": fill(told, names),
        "rijen": tuple(
            {
                "id": row["id"],
                "vraag": row["vraag"],
                "toen": before[row["id"]],
                "nu": row["staat"],
                "verschil": data["verschil"][way],
            }
            for row, way in changed
        ),
    }


def _way(before: str, now: str) -> str:
    """Whether an answer went up or down; what was or is unknown did neither."""
    if before == _UNKNOWN:
        return "bekend"
    if now == _UNKNOWN:
        return "kwijt"
    return "beter" if STATES.index(now) < STATES.index(before) else "minder"


def _when(earlier: Profile) -> Text:
    told = catalogue.load("zelfscan")["verschil"]
    for path in ("zelfscan.datum", "document.datum"):
        value = velden.raw(earlier, path)
        if isinstance(value, date):
            return fill(told["wanneer"], {"vorige.datum": dutch.datum(value)})
    return str(told["wanneer_onbekend"])
