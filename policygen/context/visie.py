"""The vision: what the profile says, and the catalogue's words where it is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.motieven import sentence
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile


def visie(profile: Profile, context: dict[str, Any]) -> dict[str, Any]:
    """Builds `visie`, with `mediabegeleiding` and `scholing` as far as the vision tells about them."""
    data = catalogue.load("visie")
    termen = context["termen"]
    wie = _everyone(termen)
    names = flatten(context) | {"visie.wie": wie}
    sector = data["sector"][context["organisatie"]["sector"]]
    shared = velden.raw(profile, "visie.gedeelde_verantwoordelijkheid")
    return {
        "wie": wie,
        "leven": sector["leven"],
        "winst": tuple(sector["winst"]),
        "feiten": _facts(context),
        "kern": _own(profile, "visie.kern", fill(data["kern"]["tekst"], names)),
        "in_visie": fill(data["in_visie"][_answer(profile, "visie.online_media_in_visie")]["tekst"], names),
        "waarden": dutch.opsomming(velden.texts(profile, "visie.waarden")),
        "zicht": fill(data["zicht"][_answer(profile, "mediabegeleiding.zicht_op_gebruik")]["tekst"], names),
        "aanpak": _approach(profile, termen),
        "toets": velden.text(profile, "gesprek.toetsvraag", fill(data["toets"]["tekst"], names)),
        "samen": fill(data["samen"]["nee" if shared is False else "ja"]["tekst"], names),
        "toekomst": _own(profile, "visie.toekomst", fill(data["toekomst"]["tekst"], names)),
        "tekenen": _signs(context, data["tekenen"]),
        "scholing": _training(profile, termen),
        "plan": termen["clientplan"].get("de", "een eigen afspraak"),
        "slot": join("Op ", context["document"]["evaluatie_op"], " bekijken we deze visie opnieuw."),
    }


def _own(profile: Profile, path: str, ours: Text) -> Text:
    """The profile's own sentence, or ours; where the profile asks for one, ours is the example."""
    if isinstance(velden.raw(profile, path), Open):
        return velden.open_place(path, voorbeeld=str(ours))
    return sentence(velden.text(profile, path, ours))


def _approach(profile: Profile, termen: dict[str, Any]) -> Text:
    path = "mediabegeleiding.aanpak"
    if isinstance(velden.raw(profile, path), Open):
        plan = termen["clientplan"].get("de", "een eigen afspraak")
        return velden.open_place(path, voorbeeld=f"een vraag over het leven online in {plan}")
    return velden.text(profile, path)


def _answer(profile: Profile, path: str) -> str:
    """ja, deels or nee; empty when it is unknown."""
    value = velden.raw(profile, path)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return value if isinstance(value, str) else ""


def _everyone(termen: dict[str, Any]) -> Text:
    ends = [termen[key].get("enkelvoud", "") for key in ("bestuur", "medewerker", "client", "verwant")]
    bestuur, medewerker, client, verwant = ends
    last = join(" en van ", client, " tot ", verwant) if verwant else join(" en ", client)
    return join("van ", bestuur, " tot ", medewerker, last) if bestuur else join("van ", medewerker, " tot ", client)


def _facts(context: dict[str, Any]) -> Text:
    """Who we are, in at most two sentences of what the profile tells."""
    about, termen = context["organisatie"], context["termen"]
    where = dutch.opsomming(
        [
            join("vanuit ", about["plaats"]) if about["plaats"] else "",
            join("op ", about["locaties"], " locaties") if about["meer_locaties"] else "",
        ]
    )
    people = join("met ", about["medewerkers"], " ", termen["medewerker"]["meervoud"]) if about["medewerkers"] else ""
    reach = dutch.rij([where, people])
    first = join("We zijn er voor ", about["doelgroep"], ".") if about["doelgroep"] else ""
    second = join("We werken ", reach, ".") if reach else ""
    return join(first, " ", second) if first and second else first or second


def _signs(context: dict[str, Any], data: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    termen, pdca = context["termen"], context["pdca"]
    when = {
        "teken.nagaan": join("in ", pdca["maand_check"]) if pdca["maand_check"] else "binnen een jaar",
        "teken.doen": join("in ", pdca["maand_do"]) if pdca["maand_do"] else "binnen een jaar",
    }
    names = flatten(context) | when
    chosen = [
        (termen["client"]["meervoud"], "client" if termen["clientplan"] else "client_zonder_plan"),
        (termen["verwant"].get("meervoud", ""), "verwant"),
        ("" if termen["verwant"] else termen["bestuur"].get("enkelvoud", ""), "bestuur"),
        ("teams", "team"),
    ]
    return tuple(
        {"wie": dutch.hoofdletter(wie), "tekst": dutch.hoofdletter(fill(data[key]["tekst"], names))}
        for wie, key in chosen
        if wie
    )


def _training(profile: Profile, termen: dict[str, Any]) -> Text:
    """What the vision says about learning: hours in a sentence, and what people still want to learn."""
    hours = velden.raw(profile, "scholing.uren_per_jaar")
    word = termen["scholing"].get("enkelvoud", "scholing")
    people = dutch.hoofdletter(termen["medewerker"]["meervoud"])
    worktime = ", in werktijd" if _answer(profile, "scholing.in_werktijd") == "ja" else ""
    amount: Text = dutch.uren(hours) if isinstance(hours, (int, float)) and hours else ""
    if isinstance(hours, Open):
        amount = velden.text(profile, "scholing.uren_per_jaar")
    needs = velden.texts(profile, "scholing.behoefte") if velden.raw(profile, "scholing") else ()
    first = join(people, " krijgen ", amount, " ", word, " per jaar", worktime, ".") if amount else ""
    second = join("Wat we nog willen leren: ", dutch.opsomming(needs), ".") if needs else ""
    return join(first, " ", second) if first and second else first or second
