"""Open places in the words of this organisation: the schema's labels and examples use the usual ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.openplace import Open, Pieces

if TYPE_CHECKING:
    from collections.abc import Mapping

_USUAL = {"client": "cliënt", "verwant": "verwant", "scholing": "scholing", "thema": "online media"}
_FORMS = ("meervoud", "enkelvoud")


def in_own_words(value: Any, words: Mapping[str, str]) -> Any:  # noqa: ANN401 - any value of the context
    """Gives a value of the context with the usual words in its open places replaced.

    Args:
        value: Any value, with dicts and tuples all the way down.
        words: What `words` made; without any the value is given back as it is.
    """
    if not words:
        return value
    # At the start of a sentence a word has a capital, and so has what comes in its place.
    both = {str(dutch.hoofdletter(usual)): str(dutch.hoofdletter(own)) for usual, own in words.items()} | dict(words)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(both, key=len, reverse=True)))})\b")
    return _replaced(value, lambda text: pattern.sub(lambda match: both[match[0]], text))


def words(termen: Mapping[str, Any], land: str) -> dict[str, str]:
    """The usual words that are not those of this organisation, and what it says instead; longest first."""
    known = catalogue.load("termen")
    found: dict[str, str] = dict(known["voorbeelden"].get(land, {}))
    for name, usual in _USUAL.items():
        plural = known["woorden"][usual][1]
        for form, word in zip(_FORMS, (plural, usual), strict=True):
            own = termen[name].get(form, "")
            if isinstance(own, str) and own and own != word:
                found[word] = own
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def _replaced(value: Any, change: Any) -> Any:  # noqa: ANN401 - any value of the context
    if isinstance(value, Open):
        return Open(value.field, change(value.label), value.wie, change(value.voorbeeld))
    if isinstance(value, Pieces):
        return Pieces(_replaced(piece, change) if isinstance(piece, Open) else piece for piece in value)
    if isinstance(value, dict):
        return {key: _replaced(part, change) for key, part in value.items()}
    return tuple(_replaced(part, change) for part in value) if isinstance(value, tuple) else value
