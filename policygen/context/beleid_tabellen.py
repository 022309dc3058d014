"""The tables of the policy: who is there for what, the moments of the year and how the decision is made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.afspraken import NOBODY
from policygen.context.beleid_feiten import alone
from policygen.context.lidwoord import with_article
from policygen.context.meepraten import STAFF
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_GROUPS = ("clienten", "verwanten", "personeel")
_SUPPLIER = "via de leverancier"
_WAITING = {"gepland": "gepland", "open": "nog niet ingevuld", "voorstel": "nog te kiezen"}
_EACH_OTHER = "zij vervangen elkaar"
_AS_USUAL = "zoals bij ander werk"
_USUAL = (_AS_USUAL, NOBODY)
_MANY = ("leidinggevende", "medewerker")


def roles(profile: Profile, context: Mapping[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Text], ...]:
    """Who one can turn to for what, and who takes over."""
    purpose = catalogue.load("beleid")["rollen"]
    above = _above(context)
    decides = [(above, purpose["beslist"], _AS_USUAL)] if above else []
    first = tuple(
        {
            "wie": dutch.hoofdletter(who),
            "waarvoor": dutch.hoofdletter(fill(why, names)),
            "vervanger": dutch.hoofdletter(how),
        }
        for who, why, how in decides
    )
    kinds = {"bestuur": "voert_uit"} if above else {}
    return first + tuple(
        {
            "wie": dutch.hoofdletter(_who(row, context)),
            "waarvoor": dutch.hoofdletter(
                join(fill(purpose[kinds.get(row["id"], row["id"])], names), _extra(row, context, purpose))
            ),
            "vervanger": dutch.hoofdletter(_deputy(row, context)),
        }
        for row in context["rollen"]
        if not (row["id"] in _MANY and alone(profile))
    )


def _above(context: Mapping[str, Any]) -> str:
    """The body that approves the policy where that is not the board itself, as a `bestuursorgaan` above a directie."""
    approves, board = context["document"]["vastgesteld_door"], context["termen"]["bestuur"]["enkelvoud"]
    return approves if isinstance(approves, str) and approves and approves != board else ""


def _extra(row: Mapping[str, Any], context: Mapping[str, Any], purpose: Mapping[str, str]) -> str:
    """What the finally responsible role does besides, where nobody is there for communication."""
    gone = all(one["id"] != "communicatie" for one in context["rollen"])
    return f"; ook {purpose['communicatie']}" if gone and row["id"] == context["eind"]["id"] else ""


def _who(row: Mapping[str, Any], context: Mapping[str, Any]) -> Text:
    """The function in a role, or the role with its state where nobody has it yet."""
    if row["id"] in _MANY:
        many: Text = context["termen"][row["id"]]["meervoud"]
        return many
    if row["id"] == "bestuur":
        board: Text = context["termen"]["bestuur"]["enkelvoud"]
        return board
    if row["status"] == "voorstel" and row["id"] in catalogue.load("bijlagen")["wie"]:
        colleague = catalogue.load("bijlagen")["wie"][row["id"]].removeprefix("de ")
        return f"{colleague} ({_WAITING['voorstel']})"
    if row["status"] in _WAITING:
        return join(row["naam"], " (", _WAITING[row["status"]], ")")
    held: Text = row["functies"] or row["naam"]
    if row["id"] != "digicoach" or not row["functies"]:
        return held
    # With the name of the person in brackets, a second pair would read as a mistake.
    return join(held, ", ", row["naam"]) if "(" in str(held) else join(held, " (", row["naam"], ")")


def _deputy(row: Mapping[str, Any], context: Mapping[str, Any]) -> Text:
    """Who takes over, or who does it until somebody has the role."""
    now = context["eind"]["nu"]
    if row["status"] in {"gepland", "open"} and now != row["naam"]:
        return join("tot de start: ", now)
    deputy: Text = row["vervanger"] or _SUPPLIER
    if row["id"] == "bestuur" and _one_deputy(deputy):
        acts: Text = row["neemt_over"]
        return acts
    # Who has the role together with somebody else cannot stand in for both.
    return _EACH_OTHER if str(deputy) and f" {deputy}" in str(row["functies"]).replace("(", " ") else deputy


def _one_deputy(deputy: Text) -> bool:
    """Whether a function takes over, rather than `een ander lid` or nobody."""
    return isinstance(deputy, str) and deputy not in {*_USUAL, _SUPPLIER}


def moments(context: Mapping[str, Any]) -> tuple[dict[str, Text], ...]:
    """The moments of the year, each with what is there to show for it."""
    proof = catalogue.load("beleid")["bewijs"]
    return tuple(
        {
            "wanneer": dutch.hoofdletter(dutch.rij([moment["maand"], moment["fase_naam"]])),
            "wat": dutch.hoofdletter(moment["wat"]),
            "wie": dutch.hoofdletter(moment["wie"]),
            "bewijs": dutch.hoofdletter(proof[moment["fase"]]),
        }
        for moment in context["pdca"]["momenten"]
    )


def start(profile: Profile, context: Mapping[str, Any]) -> Text:
    """When the policy takes effect; a gap in a draft, and else the day of the decision."""
    if isinstance(velden.raw(profile, "beleid.ingangsdatum"), (date, Open)) or context["document"]["concept"]:
        return velden.text(profile, "beleid.ingangsdatum")
    return "de dag van het besluit"


def route(profile: Profile, context: Mapping[str, Any]) -> tuple[dict[str, Text], ...]:
    """Consulted, decided, in force, reviewed: who and when, in the order in which it happens."""
    words, termen = catalogue.load("beleid")["route"], context["termen"]
    groups = [key for key in _GROUPS if context["inspraak"][key] and not (key == "personeel" and alone(profile))]
    asked = {key: velden.raw(profile, f"inspraak.{key}.geraadpleegd_op") for key in groups}
    order = sorted(groups, key=lambda key: asked[key] if isinstance(asked[key], date) else date.max)
    rows = [_consulted(context["inspraak"][key], words) for key in order]
    owner = dutch.hoofdletter(with_article(context["document"]["eigenaar"], termen))
    board = dutch.hoofdletter(with_article(context["document"]["vastgesteld_door"], termen))
    last = [
        (words["besluit"], board, _decided(profile, context, asked)),
        (words["ingang"], dutch.hoofdletter(join("iedereen ", context["organisatie"]["bij"])), start(profile, context)),
        (words["herziening"], owner, context["document"]["evaluatie_op"]),
    ]
    return (*rows, *({"stap": stap, "wie": wie, "wanneer": dutch.hoofdletter(wanneer)} for stap, wie, wanneer in last))


def _consulted(group: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Text]:
    """One voice: what it has to say, by which meeting, and when it was heard."""
    power = group["bevoegdheid"]
    people = STAFF if group["id"] == "personeel" else group["groep"]
    if group["vorm"]:
        who = join(group["bij"], " (", people, ")")
    else:
        who = join(people, ", in eigen gesprekken" if group["geen"] else ", overleg nog te kiezen")
    return {
        "stap": words.get(power, words[""]) if isinstance(power, str) else words[""],
        "wie": dutch.hoofdletter(who),
        "wanneer": dutch.hoofdletter(group["gehoord"]),
    }


def _decided(profile: Profile, context: Mapping[str, Any], asked: Mapping[str, Any]) -> Text:
    """When the policy is decided: the date, or the one that is planned and fits between the others."""
    done = velden.raw(profile, "document.vastgesteld_op")
    planned = velden.raw(profile, "motieven.datum")
    if isinstance(done, date) or not isinstance(planned, date):
        decided: Text = context["document"]["vastgesteld_op"]
        return decided
    before = [*asked.values(), velden.raw(profile, "document.datum")]
    after = velden.raw(profile, "beleid.ingangsdatum")
    fits = all(one <= planned for one in before if isinstance(one, date))
    if fits and not (isinstance(after, date) and after < planned):
        return f"gepland op {dutch.datum(planned)}"
    unknown: Text = context["woord"]["niet_vastgesteld"]
    return unknown
