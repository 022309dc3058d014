"""What to do this week: three to five steps, each with the function that takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.rollen import holders
from policygen.context.lidwoord import with_article
from policygen.context.vullen import fill, flatten
from policygen.openplace import Text

if TYPE_CHECKING:
    from policygen.profile import Profile

_MOST: Final = 5
_GAPS: Final = 2  # of the self-scan; the others can wait a week


def stappen(profile: Profile, context: dict[str, Any], open_places: int) -> tuple[dict[str, Text], ...]:
    """Builds `leeswijzer.stappen`: `wie` and `tekst`, what presses most first; the lawyer is always among them.

    Args:
        profile: A checked profile.
        context: What was built before.
        open_places: How many open places the set has.
    """
    told = catalogue.load("leeswijzer")["stappen"]
    termen, scan = context["termen"], context["zelfscan"]
    owner = context["document"]["eigenaar"]
    owner = owner if isinstance(owner, str) and owner else context["eind"]["nu"]
    councils = _councils(context)
    names = flatten(context) | {
        "stap.open": f"{velden.telwoord(open_places)} open plekken",
        "stap.uitzoeken": _number(len(scan["uitzoeken"])),
        "stap.raden": councils,
        "stap.delen": dutch.opsomming([termen["leidinggevende"].get("meervoud", ""), termen["medewerker"]["meervoud"]]),
    }
    decided = context["document"]["status_code"] == "definitief"
    place = context["document"]["vindplaats"]
    chosen: list[tuple[Text, str]] = []
    if open_places:
        chosen.append((owner, told["open_een" if open_places == 1 else "open"]))
    steps = [_step(who, fill(text, names)) for who, text in chosen]
    steps += [_step(gap["wie"], gap["actie"]) for gap in scan["hiaten"][:_GAPS]]
    rest: list[tuple[Text, str]] = []
    if scan["uitzoeken"]:
        rest.append((context["eind"]["nu"], told["uitzoeken"]))
    if councils and not decided:
        rest.append((owner, told["raden"]))
    rest += [
        (_board(profile, termen), told["evaluatie" if decided else "agenda"]),
        (_communication(profile, context), told["delen_met_plek" if place and isinstance(place, str) else "delen"]),
    ]
    steps += [_step(who, fill(text, names)) for who, text in rest]
    lawyer = _step(owner, fill(told["jurist"], names))
    return (*steps[: _MOST - 1], lawyer)


def _step(who: Text, text: Text) -> dict[str, Text]:
    return {"wie": dutch.hoofdletter(who), "tekst": text}


def _number(number: int) -> str:
    return "één vraag" if number == 1 else f"{velden.telwoord(number)} vragen"


def _councils(context: dict[str, Any]) -> Text:
    """The councils that have more to do than listen, and that nobody asked yet."""
    waiting = [
        row["bij"]
        for row in context["inspraak"]["rijen"]
        if row["bevoegdheid"] != "informatie" and not row["geraadpleegd_op"] and isinstance(row["bij"], str)
    ]
    return dutch.opsomming(waiting)


def _board(profile: Profile, termen: dict[str, Any]) -> Text:
    held = [one for one in holders(profile, "bestuur", termen) if isinstance(one, str)]
    return dutch.opsomming(held) or termen["bestuur"]["enkelvoud"]


def _communication(profile: Profile, context: dict[str, Any]) -> Text:
    held = [one for one in holders(profile, "communicatie", context["termen"]) if isinstance(one, str)]
    return dutch.opsomming(held) or context["eind"]["nu"]
