"""Which facts of the sources come out in which document.

A catalogue text says in `bron` which facts it tells, and a paragraph of a Word body in a comment such as `{# S0-03 #}`.
A fact comes out in a document where such a text stands in it, whatever the profile filled in.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from policygen import catalogue, resources
from policygen.ooxml.text import lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FACT = re.compile(r"S\d-\d\d")
_CITED = re.compile(r"\{#\s*((?:S\d-\d\d\s*)+)#\}")
_MARKS = re.compile(r"^(?:#+ |- |> |1\. |\| )")
_NAME = re.compile(r"\{[a-z][a-z0-9_.]*\}")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_LEAST: Final = 3  # words of our own; a text with fewer, such as the name of a role, might stand anywhere
_FILLED: Final = 400  # characters that a profile may have filled in between two stretches of our own


class _Told(NamedTuple):
    """A text of ours: its fixed stretches, the facts that it tells, and the document that it is of, or any."""

    pieces: tuple[str, ...]
    facts: tuple[str, ...]
    document: str


def facts() -> dict[str, dict[str, Any]]:
    """The facts of the sources by their number: `kern` (what it says), `status` and the `documenten` it belongs in."""
    return {item["id"]: item for item in catalogue.load("bronfeiten")["items"]}


def coverage(texts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Looks which facts come out.

    Args:
        texts: The plain text of each document, by its id.

    Returns:
        For every fact the documents that tell it, in the order of `texts`.
    """
    told = (*_catalogue_texts(), *_body_texts())
    found: set[tuple[str, str]] = set()
    for document, text in texts.items():
        plain = _plain(text)
        for one in told:
            if one.document in {"", document} and _stands_in(plain, one.pieces):
                found |= {(fact, document) for fact in one.facts}
    return {fact: tuple(document for document in texts if (fact, document) in found) for fact in facts()}


@cache
def _catalogue_texts() -> tuple[_Told, ...]:
    return tuple(
        _Told(pieces, cited, "")
        for name in catalogue.names()
        for text, cited in _cited(catalogue.load(name), ())
        if (pieces := _pieces(text, _NAME))
    )


@cache
def _body_texts() -> tuple[_Told, ...]:
    return tuple(
        _Told(pieces, tuple(_FACT.findall(" ".join(_CITED.findall(line)))), document)
        for document in resources.documents()
        for line in lines(resources.template(document))
        if _CITED.search(line) and (pieces := _pieces(_MARKS.sub("", line).rstrip(" |"), _TAG))
    )


def _cited(value: Any, cited: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:  # noqa: ANN401 - YAML
    """The texts below a `bron`, each with the facts that it cites."""
    if isinstance(value, str) and cited:
        yield value, cited
    elif isinstance(value, dict):
        own = value.get("bron")
        mine = tuple(fact for fact in own if _FACT.fullmatch(str(fact))) if isinstance(own, list) else ()
        for part in (part for key, part in value.items() if key != "bron"):
            yield from _cited(part, mine or cited)
    elif isinstance(value, list):
        for part in value:
            yield from _cited(part, cited)


def _pieces(text: str, hole: re.Pattern[str]) -> tuple[str, ...]:
    """The stretches of a text between what a profile fills in; none when they are too short to tell anything."""
    found = tuple(filter(None, (_plain(piece).strip(" .,:;") for piece in hole.split(text))))
    return found if sum(len(piece.split()) for piece in found) >= _LEAST else ()


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").lower().split())


def _stands_in(text: str, pieces: tuple[str, ...]) -> bool:
    """Whether the stretches stand in a text, one after the other."""
    start = text.find(pieces[0])
    while start >= 0:
        place = start + len(pieces[0])
        for piece in pieces[1:]:
            place = text.find(piece, place, place + _FILLED + len(piece)) + len(piece)
            if place < len(piece):
                break
        else:
            return True
        start = text.find(pieces[0], start + 1)
    return False
