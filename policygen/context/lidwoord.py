"""`de` or `het` before a function, a council or a body that the profile names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue
from policygen.openplace import Pieces, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

_OWN = {"de", "het", "een", "onze", "ons", "elke", "elk", "alle", "iedere", "ieder"}


def with_article(text: Text, termen: Mapping[str, Any]) -> Text:
    """Puts `de` or `het` before a phrase; a name, an open place and what has an article stay as they are."""
    if isinstance(text, Pieces) and isinstance(text[0], str):
        return join(with_article(text[0], termen), *text[1:])
    if not isinstance(text, str) or not text.strip():
        return text
    if text == termen["bestuur"].get("enkelvoud"):
        board: Text = termen["bestuur"]["de"]
        return board
    known = catalogue.load("termen")["woorden"].get(text)
    if known:
        return text if known[0] == "geen" else f"{known[0]} {text}"
    first = text.split()[0]
    if first.lower() in _OWN or _is_name(first):
        return text
    return f"{_article(text)} {text}"


def _is_name(word: str) -> bool:
    """Whether a word is a name: a number (112), or a capital that is no abbreviation (ICT) and no noun (Meldpunt)."""
    if word[0].isdigit():
        return True
    nouns = tuple(catalogue.load("termen")["soortnamen"])
    return word[0].isupper() and not word[:2].isupper() and not word.lower().endswith(nouns)


def _article(text: str) -> str:
    """`het` where the noun, which is the first word of a function or council, takes it."""
    endings = tuple(catalogue.load("termen")["het"])
    return "het" if text.split(maxsplit=1)[0].rstrip(",").endswith(endings) else "de"
