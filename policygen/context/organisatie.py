"""The organisation and its words: name with article, country, and the terms for people, plan and theme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.omvang import klein
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_ENDINGS = (  # ending, article, what drops off, what comes instead
    ("plan", "het", "", "nen"),
    ("raad", "de", "aad", "aden"),
    ("er", "de", "", "s"),
    ("aar", "de", "", "s"),
    ("ing", "de", "", "en"),
)
_MAY_BE_ABSENT = {"verwant", "leidinggevende", "clientplan"}
_CODE_LENGTH = 40  # leaves room for document, version and status in a file name of 100 characters
_ARTICLES = ("de ", "het ", "'t ", "\u2019t ", "een ")


def organisatie(profile: Profile) -> dict[str, Any]:
    """Builds `organisatie`: the facts, and the name as it stands after `bij` and `van`."""
    naam = velden.text(profile, "organisatie.naam")
    kort = velden.text(profile, "organisatie.korte_naam", naam)
    lidwoord = velden.raw(profile, "organisatie.lidwoord")
    has_one = str(kort).lower().startswith(_ARTICLES)
    de_naam = join(f"{lidwoord} ", kort) if lidwoord in {"de", "het"} and not has_one else kort
    code = velden.raw(profile, "organisatie.code")
    if not code or isinstance(code, Open):
        code = dutch.slug(str(kort) if isinstance(kort, str) else "", _CODE_LENGTH) or "organisatie"
    land = velden.raw(profile, "organisatie.land")
    sector, doelgroep = _plain(velden.raw(profile, "organisatie.sector")), velden.text(profile, "organisatie.doelgroep")
    return {
        "naam": naam,
        "korte_naam": kort,
        "de_naam": de_naam,
        "bij": join("bij ", de_naam),
        "van": join("van ", de_naam),
        "code": code[:_CODE_LENGTH].rstrip("-"),
        "land": land if land == "BE" else "NL",
        "sector": sector,
        "plaats": velden.text(profile, "organisatie.plaats"),
        "medewerkers": velden.text(profile, "organisatie.medewerkers"),
        "locaties": velden.text(profile, "organisatie.locaties"),
        "klein": klein(profile),
        "meer_locaties": _many(velden.raw(profile, "organisatie.locaties")),
        "doelgroep": doelgroep,
        "groep": _group(sector, str(doelgroep).lower()),
        "minderjarigen": velden.raw(profile, "organisatie.minderjarigen") is True or _minors(profile),
    }


def _plain(value: object) -> str:
    return value if isinstance(value, str) else ""


def _group(sector: str, doelgroep: str) -> str:
    """The group of the catalogue that this organisation works for; empty when none fits."""
    for name, group in catalogue.load("termen")["groepen"].items():
        said = [_says(doelgroep, group[words]) for words in ("woorden", "niet")]
        if group["sector"] == sector and said == [True, False]:
            return str(name)
    return ""


def _says(text: str, words: list[str]) -> bool:
    return any(re.search(rf"\b{word}", text) for word in words)


def _minors(profile: Profile) -> bool:
    """Whether the sector alone tells that there are minors; an answer in the profile goes first."""
    answer = velden.raw(profile, "organisatie.minderjarigen")
    return answer is None and velden.raw(profile, "organisatie.sector") == "jeugdhulp"


def _many(value: object) -> bool:
    return isinstance(value, Open) or (isinstance(value, int) and value > 1)


def termen(profile: Profile, land: str, sector: str) -> dict[str, Any]:
    """Builds `termen`: per idea its forms; an empty dict for a term that is `geen`."""
    data = catalogue.load("termen")
    defaults = data["standaard"][land] | data["sector"][land].get(sector, {})
    return {naam: term(profile, naam, default) for naam, default in defaults.items()}


def term(profile: Profile, naam: str, default: str) -> dict[str, Text]:
    """Gives one term: `enkelvoud`, `meervoud` and both with their article and pronouns.

    An idea that no text can do without keeps its default word when the profile says `geen`.
    """
    path = f"taal.termen.{naam}"
    value = velden.raw(profile, path)
    if value == "geen" and naam in _MAY_BE_ABSENT:
        return {}
    enkelvoud = velden.text(profile, f"{path}.enkelvoud", default)
    lidwoord, meervoud = _known(enkelvoud)
    given = velden.raw(profile, f"{path}.lidwoord")
    lidwoord = given if isinstance(given, str) else lidwoord
    meervoud = velden.text(profile, f"{path}.meervoud", meervoud) or velden.open_place(f"{path}.meervoud")
    het, geen = lidwoord == "het", lidwoord == "geen"
    return {
        "enkelvoud": enkelvoud,
        "meervoud": meervoud,
        "lidwoord": lidwoord,
        "de": enkelvoud if geen else join(f"{lidwoord} ", enkelvoud),
        "de_meervoud": meervoud if geen else join("de ", meervoud),
        "een": enkelvoud if geen else join("een ", enkelvoud),
        "elke": join("elk " if het else "elke ", enkelvoud),
        "onze": join("ons " if het else "onze ", enkelvoud),
    }


def _known(enkelvoud: Text) -> tuple[str, Text]:
    """Article and plural of a word; an unknown word gets `de` and, where Dutch is regular, a plural."""
    if not isinstance(enkelvoud, str):
        return "de", enkelvoud
    words = catalogue.load("termen")["woorden"]
    if enkelvoud in words:
        lidwoord, meervoud = words[enkelvoud]
        return lidwoord, meervoud
    for ending, lidwoord, cut, plural in _ENDINGS:
        if enkelvoud.endswith(ending):
            return lidwoord, f"{enkelvoud.removesuffix(cut)}{plural}"
    return "de", ""
