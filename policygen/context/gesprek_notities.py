"""What goes round after and beside the conversation: notes for the councils, questions and answers."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.inspraak import awaited
from policygen.context.lidwoord import with_article
from policygen.context.taken import breakable
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_TERM = re.compile(r"\bbinnen \w+ (?:(?:werk)?dag(?:en)?|week|weken|maand(?:en)?|uur)\b", re.IGNORECASE)
_STAFF = "personeel"
_GIVEN = ("advies", "instemming")
_FOLLOWS = re.compile(r"(?:binnen|uiterlijk|via|in|op|na|per|met|tijdens|elke?|iedere?|bij) ")


def notities(profile: Profile, context: Mapping[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Any], ...]:
    """Builds `gesprek.notities`: a note of one page for each council that there is; staff only where it has a name."""
    data = catalogue.load("gesprek")["notitie"]
    names = {**names, "gesprek.uiterlijk": _latest(profile)}
    groups = [context["inspraak"][key] for key in data]
    there = [group for group in groups if group and not group["geen"] and (group["vorm"] or group["id"] != _STAFF)]
    notes = [_note(group, data[group["id"]], context, names) for group in there]
    if len({str(note["kop"]) for note in notes}) < len(notes):  # one council for both
        notes = [
            note | {"kop": f"{dutch.hoofdletter(context['woord']['agendanotitie'])} over {note['groep']}"}
            for note in notes
        ]
    return tuple(notes)


def _latest(profile: Profile) -> Text:
    """The last day for advice that can still change the decision; empty where that is too soon to ask for."""
    decision, now = (velden.raw(profile, path) for path in ("motieven.datum", "document.datum"))
    if not isinstance(decision, date) or not isinstance(now, date):
        return ""
    last = decision - timedelta(weeks=catalogue.load("gesprek")["wie_hoort"]["weken"])
    return dutch.datum(last) if last > now else ""


def _usual_rate(group: Mapping[str, Any]) -> str:
    """How often where the profile does not tell: with the staff as often as the plan to keep it going says."""
    council = next(one for one in catalogue.load("borging")["do"] if one["id"] == "raad")
    return str(council["standaard"]) if group["id"] == "personeel" else "Dat spreken we in dit overleg af."


def _note(
    group: Mapping[str, Any], text: Mapping[str, Any], context: Mapping[str, Any], names: Mapping[str, Text]
) -> dict[str, Any]:
    """One note: who it is for, what is asked, why, and the questions."""
    meeting = group["bij"] if group["vorm"] else join("het overleg met ", group["groep"])
    known = meeting if isinstance(meeting, str) else join("het overleg met ", group["groep"])
    rows = [
        ("Voor", meeting),
        (
            "Wat we vragen",
            dutch.rij([_asked(group["bevoegdheid"], context, names), _before(group, context, names)], " "),
        ),
        ("Hoe vaak", group["per_jaar"] or _usual_rate(group)),
        ("Eerder besproken", _earlier(group, context, names)),
        ("Wie het onderwerp inbrengt", with_article(context["eind"]["nu"], context["termen"])),
        ("Antwoord aan het overleg", _answer(group, context, names)),
    ]
    extra = [catalogue.load("gesprek")["wijzigen"]] if group["bevoegdheid"] in _GIVEN else []
    control = [text["controle"]] if group["controle_op_gebruik"] and "controle" in text else []
    return {
        "groep": group["groep"],
        "kop": join(dutch.hoofdletter(context["woord"]["agendanotitie"]), " voor ", known),
        "wie": known,
        "rijen": tuple({"kop": head, "tekst": dutch.hoofdletter(cell)} for head, cell in rows if cell),
        "waarom": fill(text["waarom"], names),
        "vragen": tuple(fill(question, names) for question in [*extra, *text["vragen"], *control]),
    }


def _asked(power: Text, context: Mapping[str, Any], names: Mapping[str, Text]) -> Text:
    """What the council is asked for, in its own words where the profile has a power that we do not know."""
    powers = catalogue.load("gesprek")["bevoegdheid"]
    if power and not (isinstance(power, str) and power.lower() in powers):
        return power
    entry = powers[str(power).lower()]
    final = context["document"]["status_code"] == "definitief"
    return join(entry["kop"], ". ", fill(entry.get("besloten", entry["tekst"]) if final else entry["tekst"], names))


def _waits(context: Mapping[str, Any]) -> bool:
    """Whether there is a day on which the decision is still to be taken."""
    day, status = context["motieven"]["datum"], context["document"]["status_code"]
    return isinstance(day, str) and bool(day) and status != "definitief" and not context["afweging"]["genomen"]


def _before(group: Mapping[str, Any], context: Mapping[str, Any], names: Mapping[str, Text]) -> Text:
    """By when the answer of a council is welcome that nobody asked yet."""
    asks = group["bevoegdheid"] in _GIVEN and not group["geraadpleegd_op"]
    kind = "graag_op" if names["gesprek.uiterlijk"] else "graag_voor"
    return fill(catalogue.load("gesprek")["wie_hoort"][kind], names) if asks and _waits(context) else ""


def _earlier(group: Mapping[str, Any], context: Mapping[str, Any], names: Mapping[str, Text]) -> Text:
    """When the council was asked before; of advice or consent the outcome is still welcome."""
    if not group["geraadpleegd_op"]:
        return ""
    waits = awaited(group) and context["document"]["status_code"] != "definitief"
    told: Text = group["gehoord"]
    kind = "uitkomst_op" if names["gesprek.uiterlijk"] and _waits(context) else "uitkomst"
    return join(told, ". ", fill(catalogue.load("gesprek")["wie_hoort"][kind], names)) if waits else told


def _answer(group: Mapping[str, Any], context: Mapping[str, Any], names: Mapping[str, Text]) -> Text:
    """How and when the council gets its answer: about the policy before the decision, when that is still to come."""
    texts, about = catalogue.load("gesprek")["wie_hoort"], context["organisatie"]
    plain = "hoe_beeld" if about["groep"] == "licht" else "hoe_gewoon" if about["sector"] == "jeugdhulp" else "hoe"
    how = texts[plain if group["id"] == "clienten" else "hoe"]
    soon = _waits(context) and group["bevoegdheid"] in _GIVEN
    first = fill(texts["vraag"], {**names, "gesprek.hoe": how}) if soon else ""
    return join(first, dutch.rij(["" if soon else how, names["gesprek.termijn"], fill(texts["van"], names)]))


def antwoord(profile: Profile, context: Mapping[str, Any]) -> dict[str, Text]:
    """Builds how answers come back: the `termijn`, which holds for all, and `team`, which says how staff hear it."""
    given = velden.text(profile, "gesprek.terugkoppeling")
    text: Text = given or catalogue.load("gesprek")["terugkoppeling"]
    staff = context["termen"]["medewerker"]["meervoud"]
    if isinstance(text, Open):
        told: Text = dutch.punt(join(dutch.hoofdletter(staff), " krijgen antwoord: ", text))
        return {"terugkoppeling": text, "team": told, "termijn": "", "termijn_kop": "op"}
    plain = str(text)
    found = _TERM.search(plain)
    if plain.endswith(dutch.SENTENCE_ENDS):
        told = dutch.hoofdletter(plain)
    else:
        follows = _FOLLOWS.match(plain)
        lead = join(staff, " krijgen antwoord ") if follows else join("zo komt het antwoord bij ", staff, ": ")
        proposal = not given and context["document"]["concept"]
        told = join("Voorstel: ", lead, plain, ".") if proposal else join(dutch.hoofdletter(lead), plain, ".")
    term = found[0].lower() if found else ""
    return {"terugkoppeling": text, "team": told, "termijn": term, "termijn_kop": term or "op"}


def wie_hoort(context: Mapping[str, Any], names: Mapping[str, Text]) -> dict[str, Text]:
    """The names that say by when and from whom a council hears, for the texts of the catalogue."""
    board, leader = context["termen"]["bestuur"]["de"], with_article(context["eind"]["nu"], context["termen"])
    term = names["gesprek.termijn"]
    return {
        "gesprek.binnen": join(" ", term) if term else "",
        "gesprek.antwoordt": board if leader == board else join(board, ", via ", leader),
    }


def antwoord_zin(context: Mapping[str, Any], team: Text, names: Mapping[str, Text]) -> Text:
    """Who hears what was done with a question, and from whom: staff, those they help, and the councils."""
    texts = catalogue.load("gesprek")["wie_hoort"]
    meets = any(group["vorm"] for group in context["inspraak"]["rijen"])
    led = context["termen"]["leidinggevende"].get("de", "") if not context["organisatie"]["klein"] else ""
    sees = fill(texts["toezicht"], {"gesprek.teamleider": led}) if led else ""
    return dutch.rij([team, fill(texts["mensen"], names), sees, fill(texts["raad"], names) if meets else ""], " ")


def vragen(profile: Profile, context: Mapping[str, Any]) -> dict[str, Any]:
    """Builds `gesprek.volg`: the rows of the follow-up form, and a sentence on the groups that asked nothing yet."""
    data = catalogue.load("gesprek")
    rows: list[dict[str, Text]] = []
    silent = []
    for group, term in data["groepen"].items():
        people = context["termen"][term]
        asked = velden.texts(profile, f"gesprek.vragen.{group}") if people else ()
        rows += [{"vraag": question, "van": breakable(dutch.hoofdletter(people["meervoud"]))} for question in asked]
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
