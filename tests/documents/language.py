"""What a machine can say of the Dutch in a document, as a list of faults; an empty list is a document without any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.support import taal
from tests.support.typed import without_typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.documents.conftest import Made

LIMITS = {"B1": (12, 25, 55), "B2": (15, 30, 40)}  # mean and longest sentence in words, Flesch-Douma
VISITORS = "# Bijlage: regels voor bezoekers"  # this annex says u to strangers, whatever staff are called
WORDS = {"cliënt", "bewoner", "jongere", "gebruiker", "hulpvrager", "inwoner", "patiënt"}
_OPEN_PLACE = re.compile(r"\[Nog in te vullen: [^\]]*\]")
_ENOUGH = 100  # words for a measure of readability
_NOT_RUNNING = ("|", "#", "[koptekst]", "[voettekst]", "Over dit document.")
_COUNCIL = re.compile(r"\w+(?:raad|raden)\b")


def faults(made: Made, document: str) -> list[str]:
    """Everything that is wrong with the language of one document."""
    lines, text = made.lines(document), made.text(document)
    typed = made.file.path.read_text(encoding="utf-8")
    found = [fault for line in lines for fault in _leftovers(line) if fault not in typed]
    found += taal.bronreeksen(text)
    found += taal.woorden_van_ander_land(text, made.profile.organisatie.land or "NL")
    found += [*taal.stijlfouten(text), *taal.geslachtswoorden(text), *taal.geuren(text)]
    found += taal.gemengde_aanspreekvorm(without_typed(without_visitors(text), typed))
    found += _strays(text, made, typed)
    return found + list(_hard_to_read(without_typed(running(lines), typed), made.context["taal"]["niveau"]))


def without_visitors(text: str) -> str:
    """The text without the annex for visitors."""
    return re.sub(rf"{VISITORS}.*?(?=\n# |\Z)", "", text, flags=re.DOTALL)


def running(lines: list[str]) -> str:
    """The running text of a document, without headings, tables, margins and open places."""
    kept = [line for line in lines if not line.startswith(_NOT_RUNNING)]
    return "\n".join(_OPEN_PLACE.sub("", re.sub(r"^\s*(?:- |> |1\. )", "", line)) for line in kept)


def _leftovers(line: str) -> list[str]:
    texts = line.strip("| ").split("|") if line.startswith("|") else [line]
    found = [fault for text in texts for fault in taal.leftovers(text.strip())]
    found += re.findall(r"\b(?:None|nan|undefined|TODO|Open\()", line)
    return found if line.strip("-# >|1.") else [*found, f"empty line {line!r}"]


def _strays(text: str, made: Made, typed: str) -> list[str]:
    """Words for the people helped that are not the organisation's, and that nobody typed."""
    term = str(made.context["termen"]["client"]["enkelvoud"])
    plain = _COUNCIL.sub("", " ".join(text.split()).lower())
    return [word for word in WORDS - {term} if word not in typed.lower() and re.search(rf"\b{word}(?:en|s)?\b", plain)]


def _hard_to_read(plain: str, level: str) -> Iterator[str]:
    mean, longest, ease = LIMITS[level]
    if taal.mean_sentence(plain) > mean:
        yield f"mean sentence {taal.mean_sentence(plain):.1f}"
    length, sentence = taal.longest_sentence(plain)
    if length > longest:
        yield f"{length} words: {sentence}"
    if len(taal.words(plain)) >= _ENOUGH and taal.flesch_douma(plain) < ease:
        yield f"Flesch-Douma {taal.flesch_douma(plain):.0f}"
