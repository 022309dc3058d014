"""What to do this week: three to five steps, each with the function that takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.bijlage_feiten import open_cost
from policygen.context.inspraak import awaited
from policygen.context.omvang import ALONE, size
from policygen.context.rollen import holders, keeper
from policygen.context.vullen import fill
from policygen.openplace import Open, join

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policygen.openplace import Text
    from policygen.profile import Profile

_MOST: Final = 5
_FIRST: Final = 1  # the priority of what cannot wait; the rest would contradict the self-scan
_VISION: Final = "ZB01"  # of the self-scan; with the papers on the agenda it is there too
_READ: Final = ("visie", "zelfscan")
_INFORM: Final = "informatie"
_ANSWER: Final = ("advies", "instemming")  # what a council gives back
_GAPS: Final = 2  # of the self-scan; the others can wait a week


def stappen(
    profile: Profile, context: dict[str, Any], ids: Sequence[str], names: Mapping[str, Text], open_places: int
) -> tuple[dict[str, Text], ...]:
    """Builds `leeswijzer.stappen`: `wie` and `tekst`, what presses most first; the lawyer is always among them.

    Args:
        profile: A checked profile.
        context: What was built before.
        ids: The documents of the set.
        names: The names for the texts.
        open_places: How many open places the set has.
    """
    data = catalogue.load("leeswijzer")
    told, names = data["stappen"], {**names, **_names(profile, context, ids, open_places)}
    owner = keeper(context) or str(data["opsteller"])
    decided = context["document"]["status_code"] == "definitief"
    asked = context["document"]["status_code"] == "ter_besluit"
    board, place = _held(profile, "bestuur", context) or context["termen"]["bestuur"]["enkelvoud"], names["stap.plek"]
    later = {_VISION} if asked else set()
    first_ones = [
        gap for gap in context["zelfscan"]["hiaten"] if gap["prioriteit"] == _FIRST and gap["id"] not in later
    ]
    gaps = [_step(gap["wie"], gap["actie"]) for gap in first_ones[:_GAPS]]
    unknown = len(context["zelfscan"]["uitzoeken"]) if "zelfscan" in ids else 0
    voices = "" if decided else _voices(names)
    agenda = "agenda_op" if names["besluit.datum"] else "agenda"
    before = [
        (asked, board, agenda),
        (open_places, owner, "open_een" if open_places == 1 else "open"),
        (voices and (names["stap.gevraagd"] or names["besluit.datum"]), owner, voices),
        (names["stap.geld"] and "beleid" in ids, owner, "geld_op" if names["besluit.datum"] else "geld"),
        (isinstance(context["eind"]["functie"], Open), board, "aanwijzen"),
    ]
    after = [
        (unknown, owner, "uitzoeken_een" if unknown == 1 else "uitzoeken"),
        (voices and not (names["stap.gevraagd"] or names["besluit.datum"]), owner, voices),
        (decided, board, "evaluatie"),
        (not decided and not asked, board, agenda),
        (not decided and names["stap.lezen"], board, "lezen"),
        (True, _held(profile, "communicatie", context) or owner, "delen_met_plek" if place else "delen"),
    ]
    first, rest = (
        [_step(who, fill(told[kind], names)) for fits, who, kind in rows if fits] for rows in (before, after)
    )
    lawyer = fill(told["jurist_besloten" if decided else "jurist_op" if names["besluit.datum"] else "jurist"], names)
    if "beleid" in ids:  # with the form for pictures
        lawyer = fill(told["jurist_beeld"], {"stap.jurist": lawyer})
    return (*[*first, *gaps, *rest][: _MOST - 1], _step(owner, lawyer))


def _voices(names: Mapping[str, Text]) -> str:
    """The step about the councils: to collect what was asked, to ask what was not, or both."""
    if names["stap.gevraagd"]:
        return "uitkomst_raden" if names["stap.raden"] else "uitkomst"
    apart = names["stap.vragen"] and names["stap.informeren"]
    return "raden_apart" if apart else "raden" if names["stap.raden"] else ""


def _names(profile: Profile, context: dict[str, Any], ids: Sequence[str], open_places: int) -> dict[str, Text]:
    termen, place = context["termen"], context["document"]["vindplaats"]
    unknown = len(context["zelfscan"]["uitzoeken"])
    told = [termen["leidinggevende"].get("meervoud", ""), termen["medewerker"]["meervoud"]]
    if size(profile) == ALONE:
        told = [termen["client"]["meervoud"]]
    short = catalogue.load("leeswijzer")["documenten"]
    ask, inform = _councils(context)
    return {
        "stap.open": f"{velden.telwoord(open_places)} open plekken",
        "stap.uitzoeken": f"{velden.telwoord(unknown)} vragen",
        "stap.raden": dutch.hoofdletter(dutch.opsomming((ask, inform))),
        "stap.vragen": dutch.hoofdletter(ask),
        "stap.informeren": dutch.hoofdletter(inform),
        "stap.gevraagd": _asked(context),
        "stap.geld": velden.bedrag(profile, "beleid.kosten_per_jaar") if open_cost(profile, context) else "",
        "stap.lezen": dutch.opsomming(f"de {short[name]['kort']}" for name in _READ if name in ids),
        "stap.delen": dutch.opsomming(told),
        "stap.plek": place if isinstance(place, str) else "",
    }


def _step(who: Text, text: Text) -> dict[str, Text]:
    return {"wie": dutch.hoofdletter(who), "tekst": text}


def _councils(context: dict[str, Any]) -> tuple[Text, Text]:
    """What to ask the councils that nobody asked yet, and whom to inform: two phrases, each empty for nobody."""
    texts = catalogue.load("leeswijzer")["stappen"]["vraag"]
    waiting: dict[str, list[Text]] = {power: [] for power in (*_ANSWER, "", _INFORM)}
    for row in context["inspraak"]["rijen"]:
        if not row["geraadpleegd_op"] and isinstance(row["bij"], str):
            power = row["bevoegdheid"]
            waiting[power if isinstance(power, str) and power in waiting else ""].append(row["bij"])
    told = {
        # "aan" before each: one group may have two councils, with their own "en" between them.
        power: fill(
            texts[power],
            {"raad.bij": dutch.opsomming(who), "raad.aan": dutch.opsomming(join("aan ", one) for one in who)},
        )
        for power, who in waiting.items()
        if who
    }
    wanted = dutch.opsomming(told.get(power, "") for power in _ANSWER)
    asked = fill(texts["samen"], {"raad.wat": wanted}) if wanted else ""
    return dutch.opsomming((asked, told.get("", ""))), told.get(_INFORM, "")


def _asked(context: dict[str, Any]) -> Text:
    """The councils that were asked for advice or consent, and whose outcome is not known yet."""
    return dutch.opsomming(row["bij"] for row in context["inspraak"]["rijen"] if awaited(row))


def _held(profile: Profile, role: str, context: dict[str, Any]) -> Text:
    """The functions in a role, as far as they are known."""
    return dutch.opsomming(one for one in holders(profile, role, context["termen"]) if isinstance(one, str))
