"""The decision on policy as the board reads it: what is asked or decided, what belongs to it, and a form to sign."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.contacten import meldpunt
from policygen.context.lidwoord import with_article
from policygen.context.personen import role_name
from policygen.context.rollen import state
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_SENTENCE = {"wel", "geen"}


def besluit(profile: Profile, context: dict[str, Any], names: dict[str, Text], *, today: date) -> dict[str, Any]:
    """Builds the decision: `zin` in the box, its `stappen`, `antwoorden` to choose from and `formulier` to sign."""
    answer, raw = context["motieven"]["besluit"], velden.raw(profile, "motieven.besluit")
    taken = _is_taken(profile, context, today)
    data = catalogue.load("afweging")
    text = data["besluit"][answer]
    both = context["motieven"]["voor"] and context["motieven"]["tegen"]
    choices = () if taken or answer == "later" else data["antwoorden"]
    return {
        "zin": _sentence(context, text, names, taken=taken),
        "valt_op": fill(data["valt_op"], names) if names["besluit.datum"] and answer != "later" and not taken else "",
        "antwoord_open": velden.open_place("motieven.besluit") if isinstance(raw, Open) else "",
        "genomen": taken,
        "weging": fill(data["weging"][answer], names) if taken and both else "",
        "uitleg": fill(text["uitleg"], names) if answer else "",
        "stappen": _steps(profile, context, answer, names),
        "antwoorden": tuple({key: one[key] for key in ("kop", "betekent", "nodig")} for one in choices),
        "overleg": _asked(context),
        "formulier": _form(context, fill(text.get("kort", ""), names), taken=taken),
    }


def _is_taken(profile: Profile, context: dict[str, Any], today: date) -> bool:
    """Whether the board decided: by a date that is past, else because the paper itself is approved."""
    if context["motieven"]["besluit"] not in _SENTENCE:
        return False
    day = velden.raw(profile, "motieven.datum")
    made = velden.raw(profile, "document.datum")
    if isinstance(day, date):
        return day <= (made if isinstance(made, date) else today) or context["document"]["status_code"] == "definitief"
    return bool(context["document"]["status_code"] == "definitief")


def _sentence(context: dict[str, Any], text: dict[str, str], names: dict[str, Text], *, taken: bool) -> Text:
    dated = bool(names["besluit.datum"])
    if "zin" in text:
        return fill(text["zin_op"] if dated and "zin_op" in text else text["zin"], names)
    if taken:
        return fill(text["genomen_op" if dated else "genomen"], names)
    return fill(text["voorstel" if context["document"]["concept"] else "gevraagd"], names)


def _steps(profile: Profile, context: dict[str, Any], answer: str, names: dict[str, Text]) -> tuple[Text, ...]:
    """What belongs to the answer, as far as the profile bears it."""
    facts = _facts(profile, context)
    names = names | {f"afweging.{key}": value for key, value in facts.items()}
    steps = catalogue.load("afweging")["stappen"].get(answer, ())
    return tuple(fill(step["tekst"], names) for step in steps if "als" not in step or facts[step["als"]])


def _facts(profile: Profile, context: dict[str, Any]) -> dict[str, Text]:
    termen = context["termen"]
    lead = termen["leidinggevende"].get("de") or with_article(context["eind"]["nu"], termen)
    advising = [row["groep"] for row in context["inspraak"]["rijen"] if row["bevoegdheid"] in {"advies", "instemming"}]
    start = velden.raw(profile, "beleid.ingangsdatum")
    role = context["eind"]["id"]
    hours = velden.raw(profile, f"rollen.{role}.uren_per_week") if state(profile, role) == "ingevuld" else None
    return {
        "raden": dutch.opsomming(advising),
        "ingang": velden.text(profile, "beleid.ingangsdatum") if start else "",
        "kosten": velden.bedrag(profile, "beleid.kosten_per_jaar"),
        "rol": role_name(profile, role, termen),
        "uren": dutch.uren(hours) if isinstance(hours, (int, float)) and hours else "",
        "melden": join("", str(meldpunt(profile, termen)).strip() or join("bij ", lead)),
        "verzamelt": with_article(context["eind"]["nu"], termen),
    }


def _asked(context: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    """Which councils were asked, and when."""
    never = "Geen datum vastgelegd" if context["document"]["status_code"] == "definitief" else "Nog niet"
    return tuple(
        {"vorm": row["vorm_kop"], "groep": row["kop"], "gevraagd": row["geraadpleegd_op"] or never}
        for row in context["inspraak"]["rijen"]
    )


def _form(context: dict[str, Any], short: Text, *, taken: bool) -> tuple[dict[str, Any], ...]:
    """The rows of the form that closes the paper; what is not known yet is left to write in."""
    boxes, motives = catalogue.load("afweging")["formulier"], context["motieven"]
    answer = motives["besluit"]
    choice = tuple(boxes["akkoord" if answer in _SENTENCE else "keuze"])
    rows: list[tuple[str, Text]] = [
        *([] if taken else [("Reden die het zwaarst weegt", "")]),
        ("Beslist door", dutch.hoofdletter(motives["beslist_door"])),
        ("Datum", motives["datum"]),
        ("Opnieuw wegen op", context["document"]["evaluatie_op"]),
        ("Handtekening", ""),
    ]
    decision = {"kop": "Besluit", "regels": (short,) if taken else choice}
    return (decision, *({"kop": head, "regels": (text,)} for head, text in rows))
