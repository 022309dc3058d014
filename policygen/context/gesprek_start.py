"""The opening meeting: its facts, its message, its rules of play, and that it is not the only one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.contacten import holder
from policygen.context.gesprek_draaiboek import USUAL
from policygen.context.gesprek_keuze import audiences
from policygen.context.lidwoord import with_article
from policygen.context.motieven import sentence
from policygen.context.rollen import state
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_START = "gesprek.startmoment"
_LATER = "nog af te spreken"


def startmoment(profile: Profile, context: Mapping[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    """The facts about the opening meeting."""
    data = catalogue.load("gesprek")["startmoment"]
    vorm = velden.raw(profile, f"{_START}.vorm")
    name = data[vorm if isinstance(vorm, str) else ""]
    groups = catalogue.load("gesprek")["groepen"]
    keys, gap = audiences(profile, context)
    people = [*(context["termen"][groups[key]]["meervoud"] for key in keys), gap]
    minutes = velden.text(profile, f"{_START}.duur_min", str(USUAL))
    rows = [
        ("Vorm", velden.open_place(f"{_START}.vorm") if isinstance(vorm, Open) else ""),
        ("Wanneer", _still_open(profile, context, "datum")),
        ("Waar", _still_open(profile, context, "plaats")),
        ("Hoe lang", join(minutes, " minuten")),
        ("Wie erbij zijn", dutch.opsomming(people)),
        ("Wie het gesprek leidt", with_article(names["eind.nu"], context["termen"])),
        ("Vooraf regelen", _prepared(profile, context)),
    ]
    return {
        "naam": name,
        "kop": dutch.hoofdletter(name),
        "rijen": tuple({"kop": head, "tekst": dutch.hoofdletter(cell)} for head, cell in rows if cell),
    }


def _prepared(profile: Profile, context: Mapping[str, Any]) -> Text:
    """Who invites and who sees to the room: one function, or two where somebody has communication as a role."""
    leader, invites = context["eind"]["nu"], holder(context, "communicatie")
    shared = state(profile, "communicatie") == "ingevuld" and invites != leader
    names = {
        "gesprek.regelt": with_article(leader, context["termen"]),
        "gesprek.nodigt": with_article(invites, context["termen"]),
    }
    return fill(catalogue.load("gesprek")["vooraf"]["verdeeld" if shared else "samen"], names)


def _still_open(profile: Profile, context: Mapping[str, Any], key: str) -> Text:
    """A date or place that a concept asks for; a decided paper may leave it for later, since nothing hangs on it."""
    path = f"{_START}.{key}"
    later = "" if context["document"]["concept"] else _LATER
    return velden.text(profile, path, later) or velden.open_place(path)


def boodschap(profile: Profile, texts: Mapping[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Text], ...]:
    """The three sentences of the opening: the organisation's own, or ours."""
    rows = []
    for key, entry in texts.items():
        ours = fill(entry["tekst"], names)
        rows.append({"kop": entry["kop"], "tekst": sentence(velden.text(profile, f"{_START}.boodschap.{key}", ours))})
    return tuple(rows)


def spelregels(profile: Profile, texts: Mapping[str, Any], names: Mapping[str, Text]) -> tuple[Text, ...]:
    """The rules of play; that nobody is judged always comes first."""
    usual = tuple(fill(rule, names) for rule in texts["standaard"])
    given = velden.texts(profile, "gesprek.spelregels", usual)
    # What is said stays in the room, and yet the outcomes go round: say so.
    rules = [
        dutch.rij([sentence(rule), texts["uitkomsten"] if "blijft hier" in str(rule).lower() else ""], " ")
        for rule in given
        if "oordeel" not in str(rule).lower()
    ]
    return (texts["oordeel"], *rules)


def herhaling(
    profile: Profile, context: Mapping[str, Any], texts: Mapping[str, str], names: Mapping[str, Text]
) -> Text:
    """That the subject comes back, and how often."""
    if velden.raw(profile, "pdca.ritme"):
        kind = "ritme"
    elif context["pdca"]["momenten"] and not context["pdca"]["voorstel"]:
        kind = "zonder"
    else:
        kind = "voorstel" if context["document"]["concept"] else "later"
    return fill(texts[kind], names)


def kalender(context: Mapping[str, Any]) -> tuple[Text, ...]:
    """The conversations in the calendar; a calendar that is only proposed belongs in a concept."""
    if context["pdca"]["voorstel"] and not context["document"]["concept"]:
        return ()
    return tuple(
        join(dutch.hoofdletter(moment["maand"]), ": ", moment["wat"])
        for moment in context["pdca"]["momenten"]
        if moment["fase"] == "do" or _is_talk(moment["wat"])
    )


def _is_talk(what: Text) -> bool:
    """Whether people talk with each other at that moment, whatever step of the cycle it belongs to."""
    return any(word in str(what).lower() for word in catalogue.load("gesprek")["praten"])
