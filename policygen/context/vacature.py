"""Vacancy snippets: per vacancy the catalogue's texts, filled with what the profile says and with nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from policygen import catalogue, dutch
from policygen.context import vacature_controle, vacature_functie, vacature_keuze, velden
from policygen.context.lidwoord import with_article
from policygen.context.rollen import keeper
from policygen.context.vacature_feiten import expert, facts
from policygen.context.vacature_tekst import plain, snippet
from policygen.context.vullen import fill, flatten
from policygen.openplace import Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

__all__ = ["build", "plain"]

_SLUG_LENGTH = 35  # with code, length and `.txt` below the 100 characters of a file name


class _House(NamedTuple):
    """What is the same for all vacancies of one organisation."""

    profile: Profile
    tone: str
    names: Mapping[str, Text]
    settings: tuple[str, ...]


def build(profile: Profile, context: Mapping[str, Any]) -> dict[str, Any]:
    """Builds `vacatures`: the vacancies with their snippets, and the texts for the .txt files.

    Args:
        profile: A checked profile.
        context: The Context so far; `organisatie`, `termen` and who looks after the documents are used.
    """
    tone = "u" if velden.raw(profile, "taal.aanspreekvorm") == "u" else "je"
    known = facts(profile)
    house = _House(profile, tone, _names(context) | known, vacature_keuze.settings(profile, context))
    given = velden.raw(profile, "vacatures")
    asked = tuple(range(len(given))) if isinstance(given, tuple) else ()
    taken: set[str] = set()  # file names given out
    listed = tuple(_vacancy(house, place, taken) for place in asked)
    if not listed:
        listed = (_neutral("leeg" if given == () else "ontbreekt", house),)
    promised = {str(promise): promise for one in listed for promise in one["beloftes"]}
    code = context["organisatie"]["code"]
    grouped = vacature_keuze.groups(house.settings)
    return {
        "aanspreekvorm": tone,
        "thema": house.names["thema.enkelvoud"],
        "client": house.names["client.meervoud"],
        "groep": catalogue.load("vacatures")["opmerkingen"]["groep"] if grouped else "",
        "fotos": vacature_controle.photos(context["organisatie"], house.settings, house.names),
        "meer": len(listed) > 1,
        "bij": with_article(keeper(context), context["termen"]),
        "lijst": listed,
        "beloftes": tuple(promised.values()),
        **vacature_controle.missing(profile, known, digicoach=any(one["sleutel"] == "digicoach" for one in listed)),
        "txt_files": tuple(
            {"naam": f"{code}_vacature_{one['bestand']}_{each['lengte']}.txt", "tekst": plain(each["tekst"])}
            for one in listed
            for each in one["snippets"]
        ),
    }


def _names(context: Mapping[str, Any]) -> dict[str, Text]:
    # A snippet needs these words even where the profile says that the idea has no name.
    defaults = catalogue.load("termen")["standaard"][context["organisatie"]["land"]]
    fallback: dict[str, Text] = {
        f"{term}.{form}": word for term, word in defaults.items() for form in ("enkelvoud", "meervoud", "de")
    }
    return fallback | flatten({"organisatie": context["organisatie"]}) | flatten(context["termen"])


def _vacancy(house: _House, place: int, taken: set[str]) -> dict[str, Any]:
    path = f"vacatures.{place}"
    typed = velden.text(house.profile, f"{path}.functie")
    key, notes, word, shown = vacature_functie.NEUTRAL, [], typed, typed
    data = catalogue.load("vacatures")
    if isinstance(typed, str):
        own = _key(house.profile, typed)
        key = own if vacature_keuze.fits(own, house.settings) else vacature_functie.NEUTRAL
        # The neutral text names the function only where it has a name of its own.
        word = vacature_functie.name(typed) or _catalogue_name(own)
        shown = vacature_functie.title(typed) or data["opmerkingen"]["titel_neutraal"]
        notes = [data["opmerkingen"][note] for note in _notes(own, key, typed)]
    mvx = " (m/v/x)" if velden.raw(house.profile, f"{path}.mvx") is True else ""
    wanted = velden.raw(house.profile, f"{path}.lengte")
    slug = dutch.slug(typed if isinstance(typed, str) else "", _SLUG_LENGTH) or "functie"
    bestand, number = _free(slug, taken)
    lengths = (wanted,) if wanted in data["lengtes"] else tuple(data["lengtes"])
    stress = vacature_controle.emphasis(
        velden.text(house.profile, f"{path}.nadruk"), key, house.tone, house.names, house.settings
    )
    texts = _texts(key, word, house, lengths, stress["nadruk_zinnen"], guest=vacature_functie.guest(str(typed)))
    return {
        "titel": join(dutch.hoofdletter(shown), mvx, f" ({number})" if number > 1 else ""),
        "status": velden.text(house.profile, f"{path}.status", "concept"),
        **stress,
        **vacature_controle.explained(texts["snippets"], stress),
        "onbekend": key == vacature_functie.NEUTRAL and typed != "",
        "opmerkingen": tuple(notes),
        "bestand": bestand,
        **texts,
    }


def _neutral(why: str, house: _House) -> dict[str, Any]:
    data = catalogue.load("vacatures")
    return {
        "titel": data["opmerkingen"]["titel_neutraal"],
        "status": "",
        "nadruk": "",
        "nadruk_al": False,
        "nadruk_zinnen": (),
        "nadruk_uitleg": "",
        "nadruk_los": (),
        "onbekend": False,
        "opmerkingen": (data["opmerkingen"][why],),
        "bestand": vacature_functie.NEUTRAL,
        **_texts(vacature_functie.NEUTRAL, "", house, tuple(data["lengtes"])),
    }


def _key(profile: Profile, typed: str) -> str:
    own = velden.raw(profile, "rollen.digicoach.eigen_naam")
    same = isinstance(own, str) and own and dutch.slug(own) == dutch.slug(vacature_functie.title(typed))
    return "digicoach" if same else vacature_functie.match(typed)


def _catalogue_name(key: str) -> str:
    return "" if key == vacature_functie.NEUTRAL else str(catalogue.load("vacatures")["functies"][key]["naam"])


def _notes(own: str, key: str, typed: str) -> list[str]:
    """The keys of the remarks above the texts of one function."""
    notes = []
    if own == vacature_functie.NEUTRAL:
        notes.append("onbekend" if typed else "zonder_functie")
    elif own != key:
        notes.append("geen_variant")
    if vacature_functie.one_sided(typed):
        notes.append("eenzijdig")
    return notes


def _free(slug: str, taken: set[str]) -> tuple[str, int]:
    """A file name part that no earlier vacancy has, and its number among the vacancies of that name."""
    free, number = slug, 1
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    taken.add(free)
    return free, number


def _texts(  # noqa: PLR0913 - one vacancy has this many sides
    key: str,
    word: Text,
    house: _House,
    lengths: tuple[str, ...],
    stress: tuple[Text, ...] = (),
    *,
    guest: bool = False,
) -> dict[str, Any]:
    function = vacature_keuze.texts(key, house.settings)
    named: dict[str, Text] = {"functie": word, "functie_genoemd": "ja"} if word else {}
    # Who is no staff has no share in the training of the staff.
    known = {name: text for name, text in house.names.items() if not (guest and name.startswith("scholing_"))}
    names = {**known, **expert(house.profile, word), **named}
    snippets = tuple(snippet(function[house.tone][length], length, house.tone, names, stress) for length in lengths)
    return {
        "functie": word,
        "sleutel": key,
        "snippets": snippets,
        "beloftes": vacature_controle.promises(snippets, house.tone, names),
        "punt": fill(function["punt"][house.tone], names),
        "vraag": fill(function["vraag"][house.tone], names),
        "let_op": tuple(fill(item, names) for item in function["vraag"]["let_op"]),
    }
