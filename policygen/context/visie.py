"""The vision: what the profile says, and the catalogue's words where it is silent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.document import in_set
from policygen.context.lidwoord import with_article
from policygen.context.motieven import sentence
from policygen.context.rollen import groups_here
from policygen.context.tekenen import tekenen
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_SHOWN = {"voor": 2, "tegen": 2}  # reasons in the vision, which stays within 500 words
_NOUN_AT = 2  # the noun is the first word, or the second after an adjective


def visie(profile: Profile, context: dict[str, Any], *, today: date) -> dict[str, Any]:
    """Builds `visie`, with `mediabegeleiding` and `scholing` as far as the vision tells about them."""
    data = catalogue.load("visie")
    termen = context["termen"]
    values = velden.texts(profile, "visie.waarden")
    wie = _everyone(context)
    names = flatten(context) | {
        "visie.wie": wie,
        "visie.werkers": dutch.opsomming(_groups(context, "leidinggevende", "medewerker")),
        "visie.waarden": dutch.opsomming(values),
    }
    shared = velden.raw(profile, "visie.gedeelde_verantwoordelijkheid")
    return {
        "wie": wie,
        **_sector(context, data, names),
        "feiten": _facts(profile, context),
        "kern": _own(profile, "visie.kern", fill(data["kern"]["tekst"], names)),
        "in_visie": fill(data["in_visie"][_answer(profile, "visie.online_media_in_visie")]["tekst"], names),
        "waarden": fill(data["waarden"]["een" if _is_one(values) else "meer"], names) if values else "",
        "zicht": fill(data["zicht"][_answer(profile, "mediabegeleiding.zicht_op_gebruik")]["tekst"], names),
        "aanpak": _approach(profile, termen, data["aanpak"]),
        "toets": _after_colon(velden.text(profile, "gesprek.toetsvraag", fill(data["toets"]["tekst"], names))),
        "samen": fill(data["samen"]["nee" if shared is False else "ja"]["tekst"], names),
        "toekomst": _own(profile, "visie.toekomst", fill(data["toekomst"]["tekst"], names)),
        "tekenen": tekenen(profile, context, today=today),
        "scholing": _hours(profile, context),
        **_reasons(profile, context, data["motieven"]),
        "slot": dutch.rij(
            [
                _prepared(profile, context, data["voorbereiden"]),
                join("Op ", context["document"]["evaluatie_op"], " bekijken we deze visie opnieuw."),
            ],
            " ",
        ),
    }


def _sector(context: dict[str, Any], data: dict[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    """What sounds different in each sector, and the general words where the sector has none of its own."""
    termen = context["termen"]
    own = data["sector"][context["organisatie"]["sector"]]
    own = own | own.get("bij_doelgroep", {}).get(context["organisatie"]["groep"], {})
    doing = own["doen"] if termen["verwant"] else own.get("doen_zonder", own["doen"])
    limit = own.get("grens") or data["grens" if termen["clientplan"] else "grens_zonder_plan"]
    if termen["verwant"]:
        limit = own.get("grens_met_verwant", limit)
    return {
        "leven": join(own["leven"], " ", own["brug"]),
        "winst": tuple(own["winst"]),
        "doen": fill(doing, names),
        "grens": fill(limit, names),
        **{key: fill(own.get(key, data[key]), names) for key in ("vanzelf", "mediawijs")},
    }


def _own(profile: Profile, path: str, ours: Text) -> Text:
    """The profile's own sentence, or ours; where the profile asks for one, ours is the example."""
    if isinstance(velden.raw(profile, path), Open):
        return velden.open_place(path, voorbeeld=str(ours))
    return sentence(velden.text(profile, path, ours))


def _is_one(values: tuple[Text, ...]) -> bool:
    return len(values) == 1 and isinstance(values[0], str)


def _approach(profile: Profile, termen: dict[str, Any], lead: str) -> Text:
    """What the profile says about the way of working: its own sentence, or its few words after ours."""
    path = "mediabegeleiding.aanpak"
    if isinstance(velden.raw(profile, path), Open):
        plan = termen["clientplan"].get("de", "een eigen afspraak")
        said: Text = velden.open_place(path, voorbeeld=f"een vraag over het leven online in {plan}")
    else:
        said = velden.text(profile, path)
    whole = not said or str(said).endswith(dutch.SENTENCE_ENDS)
    return sentence(said if whole else fill(lead, {"visie.aanpak": _with_een(said)}))


def _with_een(said: Text) -> Text:
    """A few words as they stand in a sentence: profiles tend to leave out the article of their first noun."""
    words = said.lower().split()[:_NOUN_AT] if isinstance(said, str) else []
    known = catalogue.load("visie")["aanpak_woorden"]
    bare = words and words[0] not in known["niet"] and any(word in known["een"] for word in words)
    return join("een ", said) if bare else said


def _answer(profile: Profile, path: str) -> str:
    """ja, deels or nee; empty when it is unknown."""
    value = velden.raw(profile, path)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return value if isinstance(value, str) else ""


def _everyone(context: dict[str, Any]) -> Text:
    others = _groups(context, "leidinggevende", "medewerker", "client", "verwant")
    return dutch.opsomming([context["termen"]["bestuur"]["de"], *others])


def _groups(context: dict[str, Any], *groups: str) -> tuple[Text, ...]:
    return tuple(context["termen"][key]["meervoud"] for key in groups_here(context, *groups))


def _after_colon(question: Text) -> Text:
    """The fixed question as it goes on after a colon: without its capital."""
    if isinstance(question, str) and question[:1].isupper() and question[1:2].islower() and question.endswith("?"):
        return question[0].lower() + question[1:]
    return question


def _prepared(profile: Profile, context: dict[str, Any], text: str) -> Text:
    """Where there is no policy on purpose: in which month of the calendar the next choice is prepared."""
    review = velden.raw(profile, "document.evaluatie_op")
    if not context["motieven"]["geen"] or not isinstance(review, date) or context["pdca"]["voorstel"]:
        return ""
    checks = [one["maand_nr"] for one in context["pdca"]["momenten"] if one["fase"] == "check"]
    before = [month for month in checks if month < review.month]
    if not before:
        return ""
    by = with_article(context["motieven"]["beslist_door"], context["termen"])
    month = {"voorbereiden.maand": dutch.maand(before[-1]), "besluit.door": by}
    return fill(text, flatten({"document": context["document"]}) | month)


def _facts(profile: Profile, context: dict[str, Any]) -> Text:
    """Who we are, in at most two sentences of what the profile tells."""
    about = context["organisatie"]
    where = join("vanuit ", about["plaats"]) if about["plaats"] else ""
    # The number is that of everyone who works here, whatever those who help are called.
    alone = velden.raw(profile, "organisatie.medewerkers") == 1
    people = "" if alone else _number(profile, "organisatie.medewerkers", "medewerkers")
    places = _number(profile, "organisatie.locaties", "locaties")
    crowd = dutch.rij([join("met ", people) if people else "", join("op ", places) if places else ""], " ")
    reach = dutch.rij([where, crowd])
    first = dutch.punt(join("We zijn er voor ", about["doelgroep"])) if about["doelgroep"] else ""
    second = dutch.punt(join("Dat doen we " if first else "We werken ", reach)) if reach else ""
    return dutch.rij([first, second, "Eén persoon doet het werk." if alone else ""], " ")


def _number(profile: Profile, path: str, more: str) -> Text:
    """A number and what is counted; one of it is not worth telling."""
    value = velden.raw(profile, path)
    if isinstance(value, Open):
        return join(velden.open_place(path), f" {more}")
    return f"{velden.telwoord(value)} {more}" if isinstance(value, int) and value > 1 else ""


def _hours(profile: Profile, context: dict[str, Any]) -> Text:
    """How much time there is to learn, in a sentence."""
    hours = velden.raw(profile, "scholing.uren_per_jaar")
    termen = context["termen"]
    word = termen["scholing"].get("enkelvoud", "scholing")
    people = dutch.hoofdletter(termen["medewerker"]["meervoud"])
    worktime = f", {context['woord']['in_werktijd']}" if _answer(profile, "scholing.in_werktijd") == "ja" else ""
    amount: Text = dutch.uren(hours) if isinstance(hours, (int, float)) and hours else ""
    if isinstance(hours, Open):
        amount = velden.text(profile, "scholing.uren_per_jaar")
    return dutch.punt(join(people, " krijgen ", amount, " ", word, " per jaar", worktime)) if amount else ""


def _reasons(profile: Profile, context: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """A few reasons for and against; the paper that weighs them shows all, so without it none is left out."""
    sides = {side: context["motieven"][side] for side in _SHOWN}
    if in_set(profile, "motieven"):
        sides = {side: _few(rows, _SHOWN[side]) for side, rows in sides.items()}
    fewer = any(len(rows) < len(context["motieven"][side]) for side, rows in sides.items())
    return {**sides, "meer_motieven": data["meer"] if fewer else ""}


def _few(rows: tuple[dict[str, Text], ...], number: int) -> tuple[dict[str, Text], ...]:
    """At most so many, in their order; those of the organisation itself go before those of the catalogue."""
    kept = sorted(range(len(rows)), key=lambda place: (bool(rows[place]["id"]), place))[:number]
    return tuple(rows[place] for place in sorted(kept))
