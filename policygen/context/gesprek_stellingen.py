"""The statements and everyday moments that open a conversation, per audience."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue
from policygen.context import velden
from policygen.context.gesprek_keuze import fits
from policygen.context.motieven import sentence
from policygen.context.variant import kies
from policygen.context.vullen import fill
from policygen.openplace import Open

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text
    from policygen.profile import Profile

_PARTS = ("tekst", "voor", "tegen", "vervolg")
_PATH = "gesprek.stellingen"


def stellingen(profile: Profile, context: Mapping[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    """Builds `gesprek.stellingen`: per audience its statements, and `open` for a choice that is not made yet.

    A statement that the organisation wrote itself comes first in the version for staff; its arguments are for the
    group to find.
    """
    value = velden.raw(profile, f"{_PATH}.uit_catalogus")
    groups = {
        audience: tuple(
            {"nr": entry["id"]} | {part: fill(entry[part], names) for part in _PARTS}
            for entry in entries
            if _wanted(value, entry, context)
        )
        for audience, entries in catalogue.load("stellingen").items()
    }
    own = catalogue.load("gesprek")["eigen_stelling"]
    mine = tuple(
        {
            "nr": f"E{number}",
            "tekst": sentence(text),
            "voor": own["voor"],
            "tegen": own["tegen"],
            "vervolg": names["gesprek.toets"],
        }
        for number, text in enumerate(velden.texts(profile, f"{_PATH}.eigen"), 1)
    )
    groups["medewerkers"] = mine + groups["medewerkers"]
    if not context["termen"]["verwant"]:
        groups["verwanten"] = ()
    gap = isinstance(value, Open) or (isinstance(value, tuple) and any(isinstance(one, Open) for one in value))
    return {**groups, "open": velden.open_place(f"{_PATH}.uit_catalogus") if gap else ""}


def _wanted(value: object, entry: Mapping[str, Any], context: Mapping[str, Any]) -> bool:
    """Whether a statement of ours is used: the numbers that the profile lists, or all that fit here."""
    if value == "geen":
        return False
    if isinstance(value, tuple):
        return entry["id"] in {str(one).strip().upper() for one in value}
    return fits(entry, context)


def momenten(context: Mapping[str, Any]) -> tuple[dict[str, Any], ...]:
    """Builds `gesprek.momenten`: everyday moments with the open questions that somebody may ask then."""
    return tuple(
        {"moment": entry["moment"], "vragen": tuple(f"“{kies(vraag, context)}”" for vraag in entry["vragen"])}
        for entry in catalogue.load("momenten")["momenten"]
        if fits(entry, context)
    )
