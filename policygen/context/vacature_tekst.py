"""One snippet: the catalogue's text of one length, filled with facts, kept within its length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from policygen import catalogue
from policygen.context.vullen import fill
from policygen.openplace import Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORD = re.compile(r"[^\W_]+(?:[-'’.@/_+]+[^\W_]+)*")
_SLOT = re.compile(r"\{([a-z_]+)\}")
# A long name can push a snippet over its length; the sentences that can be missed go first.
_DROP_ORDER = ("steun", "steun_expert", "contact", "aanbod_gast", "aanbod")
_HELP = 2  # of which so many are about the help of a colleague
_SHORT = "kort"
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_PLAIN = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
    "–": "-", "—": "-", "‑": "-", "−": "-", "•": "-", "·": "-", "…": "...",
    "\t": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": "", "\u00ad": "",
})  # fmt: skip


def snippet(
    parts: Mapping[str, str], length: str, tone: str, names: Mapping[str, Text], stress: Sequence[Text] = ()
) -> dict[str, Any]:
    """Fills one text: its paragraphs, each with the heading to paste it under, and its real number of words.

    Args:
        parts: The paragraphs of the catalogue.
        length: `kort`, `midden` or `lang`.
        tone: `je` or `u`.
        names: What the names and the facts in the text stand for.
        stress: Sentences after the moment, as far as the length has room for them; the others are in `past_niet`.
    """
    data = catalogue.load("vacatures")
    limit, dropped = data["lengtes"][length], 0
    if length != _SHORT:  # what somebody asked for goes before a wish and before the help of a colleague
        parts, dropped = _room(parts, tone, names, stress, limit["max"])
    while True:
        left_out = _DROP_ORDER[:dropped]
        filled = {part: fill(_choose(text, tone, names, left_out), names) for part, text in parts.items()}
        filled = {part: text for part, text in filled.items() if text}
        words = sum(len(_WORD.findall(str(text))) for text in filled.values())
        if words <= limit["max"] or dropped == len(_DROP_ORDER):
            break
        dropped += 1
    said: list[Text] = []
    for sentence in stress:
        more = len(_WORD.findall(str(sentence)))
        if words + more <= limit["max"]:
            said.append(sentence)
            words += more
    first = next(iter(filled))
    # First the moment, then what it asks: a rule in front of a scene reads as two texts.
    filled[first] = join(*_between([filled[first], *said], " "))
    headings = {part: data["plak"][tone][part] for part in filled}
    alone = len(filled) == 1
    return {
        "lengte": length,
        "label": limit["label"],
        "woorden": words,
        # One paragraph has its heading in the line above it; more paragraphs each have their own.
        "plak": next(iter(headings.values())) if alone else "",
        "alineas": tuple(
            {"plak": headings[part], "kop": "" if alone else headings[part], "tekst": text}
            for part, text in filled.items()
        ),
        "past_niet": tuple(sentence for sentence in stress if sentence not in said),
        "tekst": join(*_between(list(filled.values()), "\n\n")),
    }


def _room(
    parts: Mapping[str, str], tone: str, names: Mapping[str, Text], stress: Sequence[Text], most: int
) -> tuple[dict[str, str], int]:
    """Makes room for as much of the emphasis as it can: without the help of a colleague, then without the last wishes.

    Returns:
        The paragraphs, and how many sentences of `_DROP_ORDER` are left out.
    """
    wishes = _SENTENCE.split(parts.get("meebrengen", "").strip())
    fewer = [dict(parts) | {"meebrengen": " ".join(wishes[:number])} for number in range(len(wishes) - 1, 0, -1)]
    for number in range(len(stress), 0, -1):
        left = most - sum(len(_WORD.findall(str(sentence))) for sentence in stress[:number])
        for kept, dropped in ((dict(parts), 0), (dict(parts), _HELP), *((one, _HELP) for one in fewer)):
            filled = (fill(_choose(text, tone, names, _DROP_ORDER[:dropped]), names) for text in kept.values())
            if sum(len(_WORD.findall(str(text))) for text in filled) <= left:
                return kept, dropped
    return dict(parts), 0


def plain(text: Text) -> str:
    """Text for a form field: straight quotes, plain hyphens, no tabs; an open place stays readable."""
    lines = str(text).translate(_PLAIN).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(re.sub(r" {2,}", " ", line).strip() for line in lines).strip() + "\n"


def _choose(text: str, tone: str, names: Mapping[str, Text], left_out: tuple[str, ...]) -> str:
    """Puts the sentences that rest on a fact in their slots; a slot without a fact leaves nothing behind."""
    data = catalogue.load("vacatures")
    sentences = data["zinnen"] | data["wendingen"]

    def sentence(slot: re.Match[str]) -> str:
        name = slot.group(1)
        if name not in sentences:
            return slot.group()
        fits = (one[tone] for one in sentences[name] if all(fact in names for fact in one["feiten"]))
        return "" if name in left_out else next(fits, "")

    return " ".join(_SLOT.sub(sentence, text).split())


def _between(texts: list[Text], glue: str) -> list[Text]:
    return [piece for place, text in enumerate(texts) for piece in ((glue, text) if place else (text,))]
