"""The plan for the conversation, put together, with what belongs to no other part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.contacten import always_open, meldpunt
from policygen.context.document import in_set
from policygen.context.dringend import urgent
from policygen.context.gesprek_draaiboek import draaiboek
from policygen.context.gesprek_keuze import takes_part
from policygen.context.gesprek_notities import antwoord, antwoord_zin, notities, vragen, wie_hoort
from policygen.context.gesprek_start import boodschap, herhaling, kalender, spelregels, startmoment
from policygen.context.gesprek_stellingen import momenten, stellingen
from policygen.context.gesprek_vormen import op_gang
from policygen.context.lidwoord import with_article
from policygen.context.vullen import fill, flatten
from policygen.context.wonen import setting
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile


def gesprek(profile: Profile, context: dict[str, Any]) -> dict[str, Any]:
    """Builds `gesprek`; the test question comes from `visie`, and who has a say from `inspraak`."""
    data = catalogue.load("gesprek")
    answer = antwoord(profile, context)
    policy = in_set(profile, "beleid")
    names = flatten(context) | {
        "gesprek.toets": _question(context["visie"]["toets"]),
        "gesprek.mensen": _people(context),
        "gesprek.spel": dutch.opsomming(velden.texts(profile, "gesprek.middelen")) or data["kaartjes"],
        "gesprek.termijn": answer["termijn"],
        "gesprek.plan": fill(data["plan"]["beleid" if policy else "zonder"], flatten({"termen": context["termen"]})),
        "meldpunt.bij": _report(profile, context),
    }
    names |= wie_hoort(context, names) | urgent(profile, context)
    said = stellingen(profile, context, names)
    names["gesprek.kaarten"] = said["kaarten"]
    going, vormen, gasten = op_gang(profile, context, names)
    heavy = "" if takes_part(context) else "_zwaar"
    return {
        **answer,
        "antwoord_zin": antwoord_zin(context, answer["team"], names),
        "beleid": policy,
        "opdracht": _task(profile, context, names) if policy else "",
        **going,
        "toets": names["gesprek.toets"],
        "leider": with_article(context["eind"]["nu"], context["termen"]),
        "begin": fill(data[f"begin{heavy}"], names),
        "waarover": _about(context, data),
        "herhaling": herhaling(profile, context, data["herhaling"], names),
        "kalender": kalender(context),
        "start": startmoment(profile, context, names),
        "boodschap": boodschap(profile, data["boodschap"], names),
        "draaiboek": draaiboek(profile, context, names, vormen, gasten),
        "oordeel": data["spelregels"]["oordeel"],
        "spelregels": spelregels(profile, data["spelregels"], names),
        "middelen": dutch.opsomming(velden.texts(profile, "gesprek.middelen")),
        "momenten": momenten(context),
        "momenten_uitleg": data[f"momenten_uitleg{heavy}"],
        "uitweg": data[f"uitweg{heavy}"],
        "ernstig": _serious(profile, data["ernstig"], names, card=policy),
        "stellingen": said,
        "stappen": _steps(context, data, names),
        "client_antwoord": fill(data["antwoord"]["termijn" if answer["termijn"] else "zonder"], names),
        "client_beeld": data[f"client_beeld{'_jong' if _young(context) else _pictures(context)}"],
        "client_uitleg": data[f"client_uitleg{heavy or _pictures(context)}"],
        "notities": notities(profile, context, names),
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
    leader = "" if context["organisatie"]["klein"] else termen["leidinggevende"].get("de", "")
    return known or join(" bij ", leader or termen["bestuur"]["de"])


def _serious(profile: Profile, texts: Mapping[str, str], names: Mapping[str, Text], *, card: bool) -> Text:
    """What to do when somebody tells something serious, also while the contact point is closed."""
    named = isinstance(velden.raw(profile, "incidenten.meldpunt.naam"), str)
    first = fill(texts["kaart" if card else "zonder_kaart"], names)
    closed = fill(texts["beperkt"], names) if named and not always_open(profile) else ""
    return dutch.rij([first, closed], " ")


def _steps(context: Mapping[str, Any], data: Mapping[str, Any], names: Mapping[str, Text]) -> tuple[Text, ...]:
    """The steps of a conversation with clients; people who come for an appointment do not sit in a circle."""
    if not takes_part(context):
        return tuple(fill(step, names) for step in data["stappen_zwaar"])
    return tuple(fill(step, names) for step in (data["stappen_begin"][setting(context)], *data["stappen"]))


def _pictures(context: Mapping[str, Any]) -> str:
    """Which words about pictures: with texts on B2 nobody needs one beside every line."""
    return "_B2" if context["taal"]["niveau"] == "B2" and takes_part(context) else ""


def _young(context: Mapping[str, Any]) -> bool:
    """Whether clients are of every age, from children to nearly grown up."""
    return bool(context["organisatie"]["sector"] == "jeugdhulp")


def _task(profile: Profile, context: Mapping[str, Any], names: Mapping[str, Text]) -> Text:
    """What each team does first, as the policy says it; so few people that there are no teams do it together."""
    if context["organisatie"]["klein"]:
        return ""
    data, termen = catalogue.load("gesprek"), context["termen"]
    opened = bool(velden.raw(profile, "gesprek.startmoment"))
    start = startmoment(profile, context, names)["naam"] if opened else data["opdracht"]["ingang"]
    leader = termen["leidinggevende"].get("de") or with_article(context["eind"]["nu"], termen)
    return fill(data["opdracht"]["tekst"], {"gesprek.begin": start, "gesprek.teamleider": leader})


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
