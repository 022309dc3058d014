"""What the profile tells about channels, incidents, training and support, for the policy and its annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import kanaal, velden
from policygen.context.bijlage_kanalen import sent
from policygen.context.contacten import holder
from policygen.context.lidwoord import with_article
from policygen.context.personen import who_field
from policygen.context.taken import breakable
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_MOST_TIMES = 3  # more reply times than this make a sentence that nobody reads; the table has them
_UNKNOWN = "nog af te spreken"


def mediabegeleiding(context: Mapping[str, Any]) -> dict[str, Text]:
    """Builds `mediabegeleiding`: the way of working, in the same sentence as in the vision."""
    return {"aanpak": context["visie"]["aanpak"]}


def scholing(profile: Profile, context: Mapping[str, Any]) -> dict[str, Text]:
    """Builds `scholing`: hours a year in a sentence, and what there is and what is needed as phrases."""
    given = velden.raw(profile, "scholing") is not None
    offer, needs = (velden.texts(profile, f"scholing.{key}") if given else () for key in ("aanbod", "behoefte"))
    return {
        "uren": _hours(profile, context),
        "aanbod": dutch.opsomming(offer),
        "behoefte": dutch.opsomming(needs),
    }


def _hours(profile: Profile, context: Mapping[str, Any]) -> Text:
    """Hours of training a year as a sentence: they are for who is employed, while the policy holds for others too."""
    amount = velden.uren(profile, "scholing.uren_per_jaar")
    if not amount:
        return ""
    worktime = f", {context['woord']['in_werktijd']}" if velden.raw(profile, "scholing.in_werktijd") is True else ""
    termen = context["termen"]
    told = [termen["medewerker"]["meervoud"], " in dienst krijgen ", amount, " ", termen["scholing"]["enkelvoud"]]
    return dutch.hoofdletter(join(*told, " per jaar", worktime, "."))


def incidenten(profile: Profile, context: Mapping[str, Any]) -> dict[str, Any]:
    """Builds `incidenten`: how to prevent them, the own plan, help from outside and where to report."""
    data, about = catalogue.load("beleid"), context["organisatie"]
    given = velden.raw(profile, "incidenten") is not None
    minors = f"{about['land']}_minderjarigen"
    usual = data["extern"][minors if about["minderjarigen"] and minors in data["extern"] else about["land"]]
    prevent = velden.texts(profile, "incidenten.preventie", tuple(data["preventie"]["tekst"]))
    outside = velden.texts(profile, "incidenten.extern", tuple(usual))
    return {
        "preventie": tuple(dutch.hoofdletter(one) for one in prevent),
        "extern": dutch.opsomming(with_article(one, context["termen"]) for one in outside),
        "stappenplan": velden.text(profile, "incidenten.stappenplan") if given else "",
        "meldpunt": _meldpunt(profile, context),
    }


def _meldpunt(profile: Profile, context: Mapping[str, Any]) -> Text:
    """The place to report with how to reach it; empty when the profile names none."""
    path = "incidenten.meldpunt"
    name = velden.raw(profile, f"{path}.naam")
    if not isinstance(name, str) or not name:
        return ""
    reach = [velden.text(profile, f"{path}.{key}") for key in ("telefoon", "bereikbaar")]
    return dutch.rij([with_article(name, context["termen"]), *reach])


def kanalen(profile: Profile, context: dict[str, Any]) -> dict[str, Any]:
    """Builds `kanalen`: `rijen` for a table, `tijden` as a phrase for public channels, and the `chat` of the work."""
    given = velden.raw(profile, "kanalen")
    places = [place for place, one in enumerate(given if isinstance(given, tuple) else ()) if not isinstance(one, Open)]
    rows = tuple(_channel(profile, place, context) for place in places)
    public = [row for row in rows if row["soort"] == "openbaar" and row["tijd"] and not sent(row)]
    times: Text = dutch.opsomming(_time(row) for row in public if isinstance(row["naam"], str))
    chats = (row for place, row in zip(places, rows, strict=True) if _is_chat(profile, place, row, context))
    chat = next(chats, {})
    return {
        "rijen": rows,
        "tijden": "zie de laatste kolom van de tabel hierboven" if len(public) > _MOST_TIMES else times,
        "chat": {"naam": chat.get("naam", ""), "tijd": chat.get("tijd", "")},
    }


def _channel(profile: Profile, place: int, context: dict[str, Any]) -> dict[str, Text]:
    path = f"kanalen.{place}"
    manager = who_field(profile, f"{path}.beheer", context["termen"]) or holder(context, "communicatie")
    kind = velden.raw(profile, f"{path}.soort")
    told = {key: dutch.hoofdletter(velden.text(profile, f"{path}.{key}", _UNKNOWN)) for key in ("doel", "doelgroep")}
    name = velden.text(profile, f"{path}.naam")
    label = f"de reactietijd van {kanaal.called(name, context['termen'])}" if isinstance(name, str) and name else ""
    time = velden.text(profile, f"{path}.reactietijd", "", label)
    return {
        "naam": name,
        "kop": kanaal.at_start(name),
        "soort": kind if isinstance(kind, str) else "",
        **told,
        "beheer": breakable(dutch.hoofdletter(manager)),
        "tijd": time,
        "reactietijd": dutch.hoofdletter(within(time) if time else _UNKNOWN),
    }


def _is_chat(profile: Profile, place: int, row: Mapping[str, Text], context: Mapping[str, Any]) -> bool:
    """Whether a channel is a chat with a name, by which those whom we write with reach us."""
    named = row["soort"] == "chat" and isinstance(row["naam"], str)
    return named and kanaal.reaches_us(profile, f"kanalen.{place}", context)


def within(time: Text) -> Text:
    """Writes a reply time as `binnen 1 werkdag`; what is no length of time stays as it is."""
    return f"binnen {time}" if isinstance(time, str) and time[0].isdigit() else time


def _time(row: Mapping[str, Text]) -> Text:
    return join(row["naam"], " ", within(row["tijd"]))
