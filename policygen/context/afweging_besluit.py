"""The decision on policy as the board reads it: what is asked or decided, what belongs to it, and a form to sign."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.contacten import meldpunt
from policygen.context.lidwoord import with_article
from policygen.context.omvang import klein
from policygen.context.personen import role_name
from policygen.context.rollen import state
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_SENTENCE = {"wel", "geen"}
_ADVISING = {"advies", "instemming"}
_JUST_BEFORE = 3  # months


def besluit(profile: Profile, context: dict[str, Any], names: dict[str, Text], *, today: date) -> dict[str, Any]:
    """Builds the decision: `zin` in the box, its `stappen`, `antwoorden` to choose from and `formulier` to sign."""
    answer, raw = context["motieven"]["besluit"], velden.raw(profile, "motieven.besluit")
    taken = _is_taken(profile, context, today)
    data = catalogue.load("afweging")
    text = data["besluit"][answer]
    both = context["motieven"]["voor"] and context["motieven"]["tegen"]
    choices = () if taken or answer == "later" else data["antwoorden"]
    means = "betekent_klein" if klein(profile) else "betekent"
    return {
        "zin": _sentence(context, text, names, taken=taken),
        "valt_op": fill(data["valt_op"], names) if names["besluit.datum"] and answer != "later" and not taken else "",
        "antwoord_open": velden.open_place("motieven.besluit") if isinstance(raw, Open) else "",
        "genomen": taken,
        "weging": fill(data["weging"][answer], names) if taken and both else "",
        "uitleg": fill(text["uitleg"], names) if answer else "",
        "stappen": _steps(profile, context, answer, names, today),
        "antwoorden": tuple(
            {"kop": one["kop"], "betekent": one.get(means, one["betekent"]), "nodig": one["nodig"]} for one in choices
        ),
        "voorbereiden": _again(profile, context, names),
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


def _steps(
    profile: Profile, context: dict[str, Any], answer: str, names: dict[str, Text], today: date
) -> tuple[Text, ...]:
    """What belongs to the answer, as far as the profile bears it."""
    facts = _facts(profile, context, today)
    names = names | {f"afweging.{key}": value for key, value in facts.items()}
    steps, small = catalogue.load("afweging")["stappen"].get(answer, ()), klein(profile)
    return tuple(
        fill(step["klein"] if small and "klein" in step else step["tekst"], names)
        for step in steps
        if "als" not in step or facts[step["als"]]
    )


def _facts(profile: Profile, context: dict[str, Any], today: date) -> dict[str, Text]:
    termen = context["termen"]
    lead = termen["leidinggevende"].get("de") or with_article(context["eind"]["nu"], termen)
    asked, waiting = _advising(profile, context, today)
    start = velden.raw(profile, "beleid.ingangsdatum")
    role = context["eind"]["id"]
    hours = velden.raw(profile, f"rollen.{role}.uren_per_week") if state(profile, role) == "ingevuld" else None
    return {
        "raden": dutch.opsomming(row["bij"] for row in (*asked, *waiting)),
        "gevraagd": dutch.opsomming(join("aan ", row["bij"]) for row in asked),
        "nog_vragen": dutch.opsomming(join("aan ", row["bij"]) for row in waiting[:1]),
        "nog_ook": dutch.opsomming(join("aan ", row["bij"]) for row in waiting[1:]),
        "uitkomst_open": "ja" if asked and context["document"]["status_code"] != "definitief" else "",
        "ingang": velden.text(profile, "beleid.ingangsdatum") if start else "",
        "kosten": velden.bedrag(profile, "beleid.kosten_per_jaar"),
        "rol": role_name(profile, role, termen),
        "uren": dutch.uren(hours) if isinstance(hours, (int, float)) and hours else "",
        "melden": join("", str(meldpunt(profile, termen)).strip() or join("bij ", lead)),
        "verzamelt": with_article(context["eind"]["nu"], termen),
    }


def _advising(profile: Profile, context: dict[str, Any], today: date) -> tuple[list[Any], list[Any]]:
    """The councils that advise or consent: those that were asked by the date of the document, and the others."""
    made = velden.raw(profile, "document.datum")
    last = made if isinstance(made, date) else today
    asked: list[Any] = []
    waiting: list[Any] = []
    for row in context["inspraak"]["rijen"]:
        if row["bevoegdheid"] in _ADVISING:
            day = velden.raw(profile, f"inspraak.{row['id']}.geraadpleegd_op")
            (asked if isinstance(day, date) and day <= last else waiting).append(row)
    return asked, waiting


def _asked(context: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    """Which councils were asked, and when."""
    return tuple(
        {"vorm": row["vorm_kop"], "groep": row["kop"], "gevraagd": dutch.hoofdletter(row["gehoord"])}
        for row in context["inspraak"]["rijen"]
    )


def _again(profile: Profile, context: dict[str, Any], names: dict[str, Text]) -> Text:
    """Says which moment of the year goes before choosing again, where there is no policy and one comes just before."""
    review = velden.raw(profile, "document.evaluatie_op")
    if not context["motieven"]["geen"] or context["pdca"]["voorstel"] or not isinstance(review, date):
        return ""
    for moment in context["pdca"]["momenten"]:
        months = (review.month - moment["maand_nr"]) % 12
        if moment["fase"] == "act" and isinstance(moment["maand"], str) and 0 < months <= _JUST_BEFORE:
            return fill(catalogue.load("afweging")["voorbereiden"], names | {"besluit.maand": moment["maand"]})
    return ""


def _form(context: dict[str, Any], short: Text, *, taken: bool) -> tuple[dict[str, Any], ...]:
    """The rows of the form that closes the paper; what is not known yet is left to write in."""
    choice, motives = tuple(catalogue.load("afweging")["formulier"]), context["motieven"]
    rows: list[tuple[str, Text]] = [
        *([] if taken else [("Reden die het zwaarst weegt", "")]),
        ("Beslist door", dutch.hoofdletter(motives["beslist_door"])),
        ("Datum", motives["datum"]),
        ("Opnieuw wegen op", context["document"]["evaluatie_op"]),
        ("Handtekening", ""),
    ]
    decision = {"kop": "Besluit", "regels": (short,) if taken else choice}
    return (decision, *({"kop": head, "regels": (text,)} for head, text in rows))
