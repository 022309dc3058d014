"""The plan for the conversation: opening meeting, rules of play, forms, guests, occasions and what teams do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.contacten import meldpunt
from policygen.context.gesprek_draaiboek import USUAL, draaiboek
from policygen.context.gesprek_keuze import audiences, chosen, takes_part
from policygen.context.gesprek_notities import antwoord, notities, vragen
from policygen.context.gesprek_stellingen import momenten, stellingen
from policygen.context.lidwoord import with_article
from policygen.context.motieven import sentence
from policygen.context.rollen import holders, is_external
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_FORMS = ("stellingen", "ideeen")
_START = "gesprek.startmoment"
_LATER = "nog af te spreken"


def gesprek(profile: Profile, context: dict[str, Any]) -> dict[str, Any]:
    """Builds `gesprek`; the test question comes from `visie`, and who has a say from `inspraak`."""
    data = catalogue.load("gesprek")
    answer = antwoord(profile, context)
    names = flatten(context) | {
        "gesprek.toets": _question(context["visie"]["toets"]),
        "gesprek.mensen": _people(context),
        "gesprek.spel": dutch.opsomming(velden.texts(profile, "gesprek.middelen")) or "Kaartjes met elk één open vraag",
        "gesprek.terugkoppeling": answer["terugkoppeling"],
        "gesprek.termijn": answer["termijn"],
        "meldpunt.bij": _report(profile, context),
    }
    vormen, forms_gap = chosen(profile, "gesprek.vormen", _FORMS)
    gasten, guests_gap = chosen(profile, "gesprek.gasten", ())
    aanleidingen, occasions_gap = chosen(profile, "gesprek.aanleidingen", data["aanleidingen"])
    ideas = _others(context, data["gasten"], gasten, names) if velden.raw(profile, "gesprek.gasten") != () else ""
    heavy = "" if takes_part(context) else "_zwaar"
    return {
        **answer,
        "toets": names["gesprek.toets"],
        "leider": with_article(context["eind"]["nu"], context["termen"]),
        "begin": fill(data[f"begin{heavy}"], names),
        "waarover": _about(context, data),
        "herhaling": _again(profile, context, data["herhaling"], names),
        "kalender": _calendar(context),
        "start": _start(profile, context, names),
        "boodschap": _message(profile, data["boodschap"], names),
        "draaiboek": draaiboek(profile, context, names, vormen, gasten),
        "oordeel": data["spelregels"]["oordeel"],
        "spelregels": _rules(profile, data["spelregels"], names),
        "vormen": _entries(data["vormen"], vormen, names),
        "vormen_open": forms_gap,
        "vormen_later": _others(context, data["vormen"], vormen, names),
        "middelen": dutch.opsomming(velden.texts(profile, "gesprek.middelen")),
        "gasten": _entries(_guests(profile, context, data), gasten, names),
        "gasten_open": guests_gap,
        "gasten_later": ideas,
        "gasten_deel": bool(gasten or guests_gap or ideas),
        "aanleidingen": _entries(data["aanleidingen"], aanleidingen, names),
        "aanleidingen_open": occasions_gap,
        "aanleidingen_deel": bool(aanleidingen or occasions_gap),
        "momenten": momenten(context),
        "momenten_uitleg": data[f"momenten_uitleg{heavy}"],
        "uitweg": data[f"uitweg{heavy}"],
        "ernstig": fill(data["ernstig"]["kaart" if _has_card(profile, context) else "zonder_kaart"], names),
        "stellingen": stellingen(profile, context, names),
        "stappen": tuple(fill(step, names) for step in data[f"stappen{heavy}"]),
        "client_antwoord": fill(data["antwoord"]["termijn" if answer["termijn"] else "zonder"], names),
        "client_uitleg": data[f"client_uitleg{heavy}"],
        "notities": notities(context, names),
        "teams": _teams(profile, data["teams"], names),
        "volg": vragen(profile, context),
    }


def _question(text: Text) -> Text:
    """The fixed question as a sentence of its own."""
    asked = dutch.hoofdletter(text)
    return asked if str(asked).endswith(("?", ".", "!", "…", "]")) else join(asked, "?")


def _people(context: Mapping[str, Any]) -> Text:
    """With whom a team talks: clients where they can, and relatives where there are any."""
    termen = context["termen"]
    relatives = termen["verwant"].get("meervoud", "")
    clients = termen["client"]["meervoud"] if takes_part(context) or not relatives else ""
    return dutch.opsomming([clients, relatives])


def _about(context: Mapping[str, Any], data: Mapping[str, Any]) -> str:
    about = context["organisatie"]
    own: str = data["bij_doelgroep"].get(about["groep"]) or data["sector"][about["sector"]]
    return own


def _report(profile: Profile, context: Mapping[str, Any]) -> Text:
    """Where to report, after a verb: the contact point, else the team leader, else the board."""
    termen = context["termen"]
    known = meldpunt(profile, termen)
    return known or join(" bij ", termen["leidinggevende"].get("de", termen["bestuur"]["de"]))


def _has_card(profile: Profile, context: Mapping[str, Any]) -> bool:
    """Whether the set has the policy that the incident card belongs to."""
    wanted = velden.raw(profile, "documenten")
    made = "beleid" in wanted if isinstance(wanted, tuple) else True
    return made and not context["motieven"]["geen"]


def _again(profile: Profile, context: Mapping[str, Any], texts: Mapping[str, str], names: Mapping[str, Text]) -> Text:
    """That the subject comes back, and how often."""
    if velden.raw(profile, "pdca.ritme"):
        kind = "ritme"
    elif context["pdca"]["momenten"] and not context["pdca"]["voorstel"]:
        kind = "zonder"
    else:
        kind = "voorstel" if context["document"]["concept"] else "later"
    return fill(texts[kind], names)


def _calendar(context: Mapping[str, Any]) -> tuple[Text, ...]:
    """The conversations in the calendar; a calendar that is only proposed belongs in a concept."""
    if context["pdca"]["voorstel"] and not context["document"]["concept"]:
        return ()
    return tuple(
        join(dutch.hoofdletter(moment["maand"]), ": ", moment["wat"])
        for moment in context["pdca"]["momenten"]
        if moment["fase"] == "do"
    )


def _start(profile: Profile, context: Mapping[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
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
    ]
    return {
        "naam": name,
        "kop": dutch.hoofdletter(name),
        "rijen": tuple({"kop": head, "tekst": dutch.hoofdletter(cell)} for head, cell in rows if cell),
    }


def _still_open(profile: Profile, context: Mapping[str, Any], key: str) -> Text:
    """A date or place that a concept asks for; a decided paper may leave it for later, since nothing hangs on it."""
    path = f"{_START}.{key}"
    later = "" if context["document"]["concept"] else _LATER
    return velden.text(profile, path, later) or velden.open_place(path)


def _message(profile: Profile, texts: Mapping[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Text], ...]:
    """The three sentences of the opening: the organisation's own, or ours."""
    rows = []
    for key, entry in texts.items():
        ours = fill(entry["tekst"], names)
        rows.append({"kop": entry["kop"], "tekst": sentence(velden.text(profile, f"{_START}.boodschap.{key}", ours))})
    return tuple(rows)


def _rules(profile: Profile, texts: Mapping[str, Any], names: Mapping[str, Text]) -> tuple[Text, ...]:
    """The rules of play; that nobody is judged always comes first."""
    usual = tuple(fill(rule, names) for rule in texts["standaard"])
    given = velden.texts(profile, "gesprek.spelregels", usual)
    rules = [sentence(rule) for rule in given if "oordeel" not in str(rule).lower()]
    return (texts["oordeel"], *rules)


def _entries(
    entries: Mapping[str, Any], ids: tuple[str, ...], names: Mapping[str, Text]
) -> tuple[dict[str, Text], ...]:
    """The chosen entries in the order of the catalogue, ready for a table."""
    return tuple(
        {part: fill(text, names) for part, text in entry.items() if isinstance(text, str)}
        | {"naam": dutch.hoofdletter(fill(entry["naam"], names))}
        for key, entry in entries.items()
        if key in ids
    )


def _others(
    context: Mapping[str, Any], entries: Mapping[str, Any], ids: tuple[str, ...], names: Mapping[str, Text]
) -> Text:
    """What was not chosen, as an idea for a concept."""
    if not context["document"]["concept"]:
        return ""
    return dutch.opsomming((fill(entry["naam"], names) for key, entry in entries.items() if key not in ids), "of")


def _guests(profile: Profile, context: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """The guests, with the function of whoever comes from ICT."""
    held = [one for one in holders(profile, "ict", context["termen"]) if isinstance(one, str)]
    guest = data["gasten"]["ict"]
    if is_external(profile, "ict"):
        guest = guest | {"naam": data["gast_ict"]["extern"]}
    elif held:
        guest = guest | {"naam": fill(data["gast_ict"]["met_functie"], {"gast.functie": held[0]})}
    return {**data["gasten"], "ict": guest}


def _teams(profile: Profile, texts: Mapping[str, Any], names: Mapping[str, Text]) -> tuple[Text, ...]:
    """What teams do themselves, as far as the profile tells."""
    lines: list[Text] = []
    for key, options in texts.items():
        value = velden.raw(profile, f"gesprek.teams.{key}")
        if isinstance(value, Open):
            lines.append(velden.open_place(f"gesprek.teams.{key}"))
        else:
            lines.append(fill(options["" if value is None else "ja" if value else "nee"], names))
    return tuple(line for line in lines if line)
