"""Vacancy snippets: per vacancy the catalogue's texts, filled with what the profile says and with nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import vacature_functie, velden
from policygen.context.vacature_feiten import facts
from policygen.context.vullen import fill, flatten
from policygen.openplace import Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_WORD = re.compile(r"[^\W_]+(?:[-'’.@/_+]+[^\W_]+)*")
_SLOT = re.compile(r"\{([a-z_]+)\}")
_SLUG_LENGTH = 35  # with code, length and `.txt` below the 100 characters of a file name
# A long name can push a snippet over its length; the sentences that can be missed go first.
_DROP_ORDER = ("steun", "steun_expert", "contact", "aanbod_gast", "aanbod")
_PLAIN = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
    "–": "-", "—": "-", "‑": "-", "−": "-", "•": "-", "·": "-", "…": "...",
    "\t": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": "", "\u00ad": "",
})  # fmt: skip


def build(profile: Profile, context: Mapping[str, Any]) -> dict[str, Any]:
    """Builds `vacatures`: the vacancies with their snippets, and the texts for the .txt files.

    Args:
        profile: A checked profile.
        context: The Context so far; `organisatie` and `termen` are used.
    """
    tone = "u" if velden.raw(profile, "taal.aanspreekvorm") == "u" else "je"
    known = facts(profile)
    names = _names(context) | known
    given = velden.raw(profile, "vacatures")
    asked = tuple(range(len(given))) if isinstance(given, tuple) else ()
    taken: set[str] = set()  # file names given out
    listed = tuple(_vacancy(profile, place, tone, names, taken) for place in asked)
    if not listed:
        listed = (_neutral("leeg" if given == () else "ontbreekt", tone, names),)
    code = context["organisatie"]["code"]
    return {
        "aanspreekvorm": tone,
        "thema": names["thema.enkelvoud"],
        "client": names["client.meervoud"],
        "lijst": listed,
        "beloftes": _promises(tone, names, listed),
        "zonder": _missing(known),
        "txt_files": tuple(
            {"naam": f"{code}_vacature_{one['bestand']}_{snippet['lengte']}.txt", "tekst": plain(snippet["tekst"])}
            for one in listed
            for snippet in one["snippets"]
        ),
    }


def plain(text: Text) -> str:
    """Text for a form field: straight quotes, plain hyphens, no tabs; an open place stays readable."""
    lines = str(text).translate(_PLAIN).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(re.sub(r" {2,}", " ", line).strip() for line in lines).strip() + "\n"


def _names(context: Mapping[str, Any]) -> dict[str, Text]:
    # A snippet needs these words even where the profile says that the idea has no name.
    defaults = catalogue.load("termen")["standaard"][context["organisatie"]["land"]]
    fallback: dict[str, Text] = {
        f"{term}.{form}": word for term, word in defaults.items() for form in ("enkelvoud", "meervoud", "de")
    }
    return fallback | flatten({"organisatie": context["organisatie"]}) | flatten(context["termen"])


def _vacancy(profile: Profile, place: int, tone: str, names: Mapping[str, Text], taken: set[str]) -> dict[str, Any]:
    path = f"vacatures.{place}"
    typed = velden.text(profile, f"{path}.functie")
    key, notes, word, shown = vacature_functie.NEUTRAL, [], typed, typed
    data = catalogue.load("vacatures")
    if isinstance(typed, str):
        key = _key(profile, typed)
        word = vacature_functie.name(typed) or fill(data["functies"][key]["naam"], names)
        shown = vacature_functie.title(typed) or data["opmerkingen"]["titel_neutraal"]
        if key == vacature_functie.NEUTRAL:
            notes.append(data["opmerkingen"]["onbekend" if typed else "zonder_functie"])
        if vacature_functie.one_sided(typed):
            notes.append(data["opmerkingen"]["eenzijdig"])
    mvx = " (m/v/x)" if velden.raw(profile, f"{path}.mvx") is True else ""
    wanted = velden.raw(profile, f"{path}.lengte")
    slug = dutch.slug(typed if isinstance(typed, str) else "", _SLUG_LENGTH) or "functie"
    bestand, number = _free(slug, taken)
    return {
        "titel": join(dutch.hoofdletter(shown), mvx, f" ({number})" if number > 1 else ""),
        "status": velden.text(profile, f"{path}.status", "concept"),
        "nadruk": velden.text(profile, f"{path}.nadruk"),
        "onbekend": key == vacature_functie.NEUTRAL and typed != "",
        "opmerkingen": tuple(fill(note, names) for note in notes),
        "bestand": bestand,
        **_texts(
            key, tone, {**names, "functie": word}, (wanted,) if wanted in data["lengtes"] else tuple(data["lengtes"])
        ),
    }


def _neutral(why: str, tone: str, names: Mapping[str, Text]) -> dict[str, Any]:
    data = catalogue.load("vacatures")
    word = fill(data["functies"][vacature_functie.NEUTRAL]["naam"], names)
    return {
        "titel": data["opmerkingen"]["titel_neutraal"],
        "status": "",
        "nadruk": "",
        "onbekend": False,
        "opmerkingen": (data["opmerkingen"][why],),
        "bestand": vacature_functie.NEUTRAL,
        **_texts(vacature_functie.NEUTRAL, tone, {**names, "functie": word}, tuple(data["lengtes"])),
    }


def _key(profile: Profile, typed: str) -> str:
    own = velden.raw(profile, "rollen.digicoach.eigen_naam")
    same = isinstance(own, str) and own and dutch.slug(own) == dutch.slug(vacature_functie.title(typed))
    return "digicoach" if same else vacature_functie.match(typed)


def _free(slug: str, taken: set[str]) -> tuple[str, int]:
    """A file name part that no earlier vacancy has, and its number among the vacancies of that name."""
    free, number = slug, 1
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    taken.add(free)
    return free, number


def _texts(key: str, tone: str, names: Mapping[str, Text], lengths: tuple[str, ...]) -> dict[str, Any]:
    function = catalogue.load("vacatures")["functies"][key]
    return {
        "functie": names["functie"],
        "snippets": tuple(_snippet(function[tone][length], length, tone, names) for length in lengths),
        "punt": fill(function["punt"][tone], names),
        "vraag": fill(function["vraag"][tone], names),
        "let_op": tuple(fill(item, names) for item in function["vraag"]["let_op"]),
    }


def _snippet(parts: Mapping[str, str], length: str, tone: str, names: Mapping[str, Text]) -> dict[str, Any]:
    data = catalogue.load("vacatures")
    limit, dropped = data["lengtes"][length], 0
    while True:
        left_out = _DROP_ORDER[:dropped]
        filled = {part: fill(_choose(text, tone, names, left_out), names) for part, text in parts.items()}
        filled = {part: text for part, text in filled.items() if text}
        words = sum(len(_WORD.findall(str(text))) for text in filled.values())
        if words <= limit["max"] or dropped == len(_DROP_ORDER):
            break
        dropped += 1
    paragraphs = tuple({"plak": data["plak"][tone][part], "tekst": text} for part, text in filled.items())
    return {
        "lengte": length,
        "label": limit["label"],
        "woorden": words,
        "plak": _where(paragraphs),
        "alineas": paragraphs,
        "tekst": join(*_between([one["tekst"] for one in paragraphs], "\n\n")),
    }


def _where(paragraphs: tuple[dict[str, Any], ...]) -> Text:
    if len(paragraphs) == 1:
        return str(paragraphs[0]["plak"])
    return dutch.opsomming([f"{one['plak']} (alinea {place})" for place, one in enumerate(paragraphs, 1)])


def _choose(text: str, tone: str, names: Mapping[str, Text], left_out: tuple[str, ...]) -> str:
    """Puts the sentences that rest on a fact in their slots; a slot without a fact leaves nothing behind."""
    sentences = catalogue.load("vacatures")["zinnen"]

    def sentence(slot: re.Match[str]) -> str:
        name = slot.group(1)
        if name not in sentences:
            return slot.group()
        fits = (one[tone] for one in sentences[name] if all(fact in names for fact in one["feiten"]))
        return "" if name in left_out else next(fits, "")

    return " ".join(_SLOT.sub(sentence, text).split())


def _between(texts: list[Text], glue: str) -> list[Text]:
    return [piece for place, text in enumerate(texts) for piece in ((glue, text) if place else (text,))]


def _promises(tone: str, names: Mapping[str, Text], listed: tuple[dict[str, Any], ...]) -> tuple[Text, ...]:
    """The promising sentences that stand in one of these snippets, for the check before posting."""
    everything = " ".join(str(snippet["tekst"]) for one in listed for snippet in one["snippets"])
    sentences = catalogue.load("vacatures")["zinnen"]
    options = [
        one
        for choices in sentences.values()
        for one in choices
        if one["feiten"] and all(fact in names for fact in one["feiten"])
    ]
    filled = {str(text): text for text in (fill(one[tone], names) for one in options)}
    return tuple(text for plain_text, text in filled.items() if plain_text in everything)


def _missing(known: Mapping[str, Text]) -> tuple[str, ...]:
    """What would make the snippets stronger and is not in the profile."""
    hints = catalogue.load("vacatures")["zonder"]
    return tuple(hint["tekst"] for hint in hints if not any(fact in known for fact in hint["feiten"]))
