"""What goes round after and beside the conversation: notes for the councils, questions and answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.lidwoord import with_article
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_TERM = re.compile(r"\bbinnen \w+ (?:(?:werk)?dag(?:en)?|week|weken|maand(?:en)?|uur)\b", re.IGNORECASE)
_FOLLOWS = re.compile(r"(?:binnen|uiterlijk|via|in|op|na|per|met|tijdens|elke?|iedere?|bij) ")


def notities(context: Mapping[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Any], ...]:
    """Builds `gesprek.notities`: a note of one page for each council of clients and relatives that there is."""
    data = catalogue.load("gesprek")["notitie"]
    groups = [context["inspraak"][key] for key in data]
    notes = [_note(group, data[group["id"]], context, names) for group in groups if group and not group["geen"]]
    if len({str(note["kop"]) for note in notes}) < len(notes):  # one council for both
        notes = [note | {"kop": f"Agendanotitie over {note['groep']}"} for note in notes]
    return tuple(notes)


def _note(
    group: Mapping[str, Any], text: Mapping[str, Any], context: Mapping[str, Any], names: Mapping[str, Text]
) -> dict[str, Any]:
    """One note: who it is for, what is asked, why, and the questions."""
    meeting = group["bij"] if group["vorm"] else join("het overleg met ", group["groep"])
    known = meeting if isinstance(meeting, str) else join("het overleg met ", group["groep"])
    rows = [
        ("Voor", meeting),
        ("Wat we vragen", _asked(group["bevoegdheid"])),
        ("Hoe vaak", group["per_jaar"] or "Dat spreken we in dit overleg af."),
        ("Eerder besproken", group["geraadpleegd_op"]),
        ("Wie het onderwerp inbrengt", with_article(context["eind"]["nu"], context["termen"])),
        ("Antwoord aan het overleg", names["gesprek.terugkoppeling"]),
    ]
    return {
        "groep": group["groep"],
        "kop": join("Agendanotitie voor ", known),
        "wie": known,
        "rijen": tuple({"kop": head, "tekst": dutch.hoofdletter(cell)} for head, cell in rows if cell),
        "waarom": fill(text["waarom"], names),
        "vragen": tuple(fill(question, names) for question in text["vragen"]),
    }


def _asked(power: Text) -> Text:
    """What the council is asked for, in its own words where the profile has a power that we do not know."""
    powers = catalogue.load("gesprek")["bevoegdheid"]
    if power and not (isinstance(power, str) and power.lower() in powers):
        return power
    entry = powers[str(power).lower()]
    return f"{entry['kop']}. {entry['tekst']}"


def antwoord(profile: Profile, context: Mapping[str, Any]) -> dict[str, Text]:
    """Builds how answers come back: `terugkoppeling`, the sentence `zin` and the `termijn` in it, if it tells one."""
    path = "gesprek.terugkoppeling"
    given = velden.text(profile, path)
    told: Text
    text: Text = given or catalogue.load("gesprek")["terugkoppeling"]
    if isinstance(text, Open):
        told = dutch.punt(join("Iedereen krijgt antwoord: ", text))
        return {"terugkoppeling": text, "antwoord_zin": told, "termijn": "", "termijn_kop": "op"}
    plain = str(text)
    found = _TERM.search(plain)
    if plain.endswith(dutch.SENTENCE_ENDS):
        told = dutch.hoofdletter(plain)
    else:
        lead = "iedereen krijgt antwoord " if _FOLLOWS.match(plain) else "zo komt het antwoord terug: "
        proposal = not given and context["document"]["concept"]
        told = join("Voorstel: ", lead, plain, ".") if proposal else join(dutch.hoofdletter(lead), plain, ".")
    term = found[0].lower() if found else ""
    return {"terugkoppeling": text, "antwoord_zin": told, "termijn": term, "termijn_kop": term or "op"}


def vragen(profile: Profile, context: Mapping[str, Any]) -> dict[str, Any]:
    """Builds `gesprek.volg`: the rows of the follow-up form, and a sentence on the groups that asked nothing yet."""
    data = catalogue.load("gesprek")
    rows: list[dict[str, Text]] = []
    silent = []
    for group, term in data["groepen"].items():
        people = context["termen"][term]
        asked = velden.texts(profile, f"gesprek.vragen.{group}") if people else ()
        rows += [{"vraag": question, "van": dutch.hoofdletter(people["meervoud"])} for question in asked]
        if people and not asked:
            silent.append(people["meervoud"])
    empty = [{"vraag": "", "van": ""}] * max(3, data["volgrijen"] - len(rows))
    return {"rijen": (*rows, *empty), "bekend": len(rows), "stil": _silent(silent, known=bool(rows))}


def _silent(groups: list[Text], *, known: bool) -> Text:
    who = dutch.opsomming(groups)
    if not who:
        return ""
    if known:
        return join("Van ", who, " hebben we nog geen vragen. Vraag er de eerste keer meteen naar.")
    return "Er zijn nog geen vragen verzameld. Dat begint bij het eerste gesprek."
