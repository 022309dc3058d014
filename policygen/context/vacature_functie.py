"""The function of a vacancy: what somebody typed, the catalogue's function behind it, and its name in a sentence."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from policygen import catalogue

NEUTRAL = "neutraal"
_MVX = re.compile(r"\s*[(\[]\s*[mvxfhd](?:\s*[/|,-]\s*[mvxfhd]){1,2}\s*[)\]]", re.IGNORECASE)
_LONGEST_NAME = 3  # words; a longer title reads badly in "Als ... kijk je mee"
_ABBREVIATION = 4  # letters; a longer word in capitals is shouting


def match(functie: str) -> str:
    """Finds the catalogue function behind a free text: `Woonbegeleider nacht` -> `begeleider`.

    A whole synonym wins, then the first one that stands in the text, then an ending (`crisisbegeleider`);
    `neutraal` when nothing fits.
    """
    wanted = simple(_MVX.sub("", functie))
    synonyms, endings = _words()
    if wanted in synonyms:
        return synonyms[wanted]
    padded = f" {wanted} "
    hits = [
        (place, -len(synonym), function)
        for synonym, function in synonyms.items()
        if (place := padded.find(f" {synonym} ")) >= 0
    ]
    hits += [
        (padded.index(f" {word} "), -len(ending), function)
        for word in wanted.split()
        for ending, function in endings.items()
        if word.endswith(ending) and word != ending
    ]
    return min(hits)[2] if hits else NEUTRAL


def title(functie: str) -> str:
    """The function as typed, without its own (m/v/x)."""
    return " ".join(_MVX.sub("", functie).split())


def name(functie: str) -> str:
    """The function as it stands in a sentence; empty where the catalogue's name reads better."""
    typed = title(functie)
    if not typed or len(typed.split()) > _LONGEST_NAME or re.search(r"[\d(),:]", typed) or one_sided(typed):
        return ""
    first, *rest = typed.split()
    if first.isupper() and len(first) > _ABBREVIATION:
        return typed.lower()
    lowered = first if first[1:2].isupper() or len(first) == 1 else first[:1].lower() + first[1:]
    return " ".join((lowered, *rest))


def one_sided(functie: str) -> bool:
    """True for a title of one sex, such as `opvoedster`."""
    endings = tuple(catalogue.load("vacatures")["eenzijdig"])
    return any(word.endswith(endings) for word in simple(functie).split())


def guest(functie: str) -> bool:
    """True for somebody who is plainly no staff, such as a `pleegouder`."""
    return any(matches(simple(functie), word) for word in catalogue.load("vacatures")["gasten"])


def matches(text: str, word: str) -> bool:
    """Whether a plain text holds a word of the catalogue, in which `*` stands for the rest of a word."""
    return bool(_pattern(word).search(text))


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Of a word of the catalogue, so there are not many."""
    parts = r"\w*".join(re.escape(simple(part)) for part in word.split("*"))
    return re.compile(rf"\b{parts}\b")


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, str], dict[str, str]]:
    functions = catalogue.load("vacatures")["functies"]
    synonyms = {simple(word): key for key, function in functions.items() for word in function["synoniemen"]}
    endings = {simple(word): key for key, function in functions.items() for word in function["achtervoegsels"]}
    return synonyms, endings


@lru_cache(maxsize=256)
def simple(text: str) -> str:
    """Lower case, without accents; `HR-adviseur` and `hr adviseur` are the same."""
    bare = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^a-z0-9&]+", " ", bare.replace("'", "")).split())
