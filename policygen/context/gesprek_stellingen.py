"""The statements and everyday moments that open a conversation, per audience."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue
from policygen.context import velden
from policygen.context.document import in_set
from policygen.context.gesprek_keuze import fits
from policygen.context.motieven import sentence
from policygen.context.variant import kies
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policygen.openplace import Text
    from policygen.profile import Profile

_PARTS = ("tekst", "voor", "tegen", "vervolg")
_PATH = "gesprek.stellingen"
_MOST = 12
_SOME = 3
_STAFF, _RELATIVES = "medewerkers", "verwanten"


def stellingen(profile: Profile, context: Mapping[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    """Builds `gesprek.stellingen`: per audience its statements, numbered as they stand there.

    A statement that the organisation wrote itself comes first in the version for staff, and in every version that has
    no other; its arguments are for the group to find. `open` is a choice that is not made yet, `kaarten` says which
    statements lie ready.
    """
    value = velden.raw(profile, f"{_PATH}.uit_catalogus")
    decided = catalogue.load("gesprek")["al_afgesproken"] if in_set(profile, "beleid") else ""
    mine = _own(profile, names, decided)
    groups: dict[str, Any] = {}
    some = False
    for audience, entries in catalogue.load("stellingen").items():
        people = context["termen"][catalogue.load("gesprek")["groepen"][audience]]
        chosen = _chosen(value, entries, context) if people else []
        ours = [
            {part: fill(entry[part], names) for part in _PARTS} | {"afgesproken": decided if "beleid" in entry else ""}
            for entry in chosen
        ]
        wanted = people and (audience == _STAFF or not ours)
        groups[audience] = tuple(
            {"nr": str(number), **row} for number, row in enumerate([*(mine if wanted else ()), *ours], 1)
        )
        some = some or bool(chosen)
    gap = isinstance(value, Open) or (isinstance(value, tuple) and any(isinstance(one, Open) for one in value))
    return {
        **groups,
        "open": velden.open_place(f"{_PATH}.uit_catalogus") if gap else "",
        "kaarten": _cards(groups, len(mine), ours=some),
        "beleid": any(row["afgesproken"] for row in (*groups[_STAFF], *groups[_RELATIVES])),
    }


def _own(profile: Profile, names: Mapping[str, Text], decided: str) -> tuple[dict[str, Text], ...]:
    """The statements of the organisation itself; every policy says something about pictures of people."""
    data = catalogue.load("gesprek")
    own, pictures = data["eigen_stelling"], data["al_afgesproken_woorden"]
    return tuple(
        {
            "tekst": sentence(text),
            "voor": own["voor"],
            "tegen": own["tegen"],
            "vervolg": names["gesprek.toets"],
            "afgesproken": decided if any(word in str(text).lower() for word in pictures) else "",
        }
        for text in velden.texts(profile, f"{_PATH}.eigen")
    )


def _chosen(value: object, entries: Sequence[Mapping[str, Any]], context: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The statements of ours: the numbers that the profile lists, or a dozen that fit here, the most fitting first."""
    if value == "geen":
        return []
    if isinstance(value, tuple):
        asked = {str(one).strip().upper() for one in value}
        return [entry for entry in entries if entry["id"] in asked]
    fitting = [entry for entry in entries if fits(entry, context)]
    return sorted(fitting, key=lambda entry: "alleen" not in entry)[:_MOST]


def _cards(groups: Mapping[str, Sequence[Any]], own: int, *, ours: bool) -> str:
    """Which statements lie ready at the opening meeting."""
    texts = catalogue.load("gesprek")["kaarten"]
    if ours:
        return str(texts["alle" if min(len(rows) for rows in groups.values() if rows) >= _SOME else "enkele"])
    kind = "eigen_een" if own == 1 else "eigen" if own else "geen"
    return str(fill(texts[kind], {"gesprek.aantal": velden.telwoord(own)}))


def momenten(context: Mapping[str, Any]) -> tuple[dict[str, Any], ...]:
    """Builds `gesprek.momenten`: everyday moments with the open questions that somebody may ask then."""
    known = flatten({"woord": context["woord"], "termen": context["termen"]})
    return tuple(
        {
            "moment": fill(entry["moment"], known),
            "vragen": tuple(f"“{kies(vraag, context)}”" for vraag in entry["vragen"]),
        }
        for entry in catalogue.load("momenten")["momenten"]
        if fits(entry, context)
    )
