"""How a conversation gets going: forms, guests and occasions, with what else is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.gesprek_keuze import chosen
from policygen.context.rollen import holders, is_external
from policygen.context.vullen import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text
    from policygen.profile import Profile

_FORMS = ("stellingen", "ideeen")


def op_gang(
    profile: Profile, context: Mapping[str, Any], names: Mapping[str, Text]
) -> tuple[dict[str, Any], tuple[str, ...], tuple[str, ...]]:
    """Builds what `gesprek` tells about forms, guests and occasions.

    Returns:
        The part of `gesprek`, the ids of the forms and those of the guests.
    """
    data = catalogue.load("gesprek")
    vormen, forms_gap = chosen(profile, "gesprek.vormen", _FORMS)
    gasten, guests_gap = chosen(profile, "gesprek.gasten", ())
    aanleidingen, occasions_gap = chosen(profile, "gesprek.aanleidingen", data["aanleidingen"])
    ideas = _others(context, data["gasten"], gasten, names) if velden.raw(profile, "gesprek.gasten") != () else ""
    part = {
        "vormen": _entries(data["vormen"], vormen, names),
        "vormen_open": forms_gap,
        "vormen_later": _others(context, data["vormen"], vormen, names),
        "gasten": _entries(_guests(profile, context, data), gasten, names),
        "gasten_open": guests_gap,
        "gasten_later": ideas,
        "gasten_deel": bool(gasten or guests_gap or ideas),
        "aanleidingen": _entries(data["aanleidingen"], aanleidingen, names),
        "aanleidingen_open": occasions_gap,
        "aanleidingen_deel": bool(aanleidingen or occasions_gap),
    }
    return part, vormen, gasten


def _entries(
    entries: Mapping[str, Any], ids: tuple[str, ...], names: Mapping[str, Text]
) -> tuple[dict[str, Text], ...]:
    """The chosen entries in the order of the catalogue, ready for a table."""
    return tuple(
        {part: fill(text, names) for part, text in entry.items() if isinstance(text, str)}
        | {"naam": dutch.hoofdletter(fill(entry["naam"], names))}
        for key, entry in entries.items()
        if key in ids
    )


def _others(
    context: Mapping[str, Any], entries: Mapping[str, Any], ids: tuple[str, ...], names: Mapping[str, Text]
) -> Text:
    """What was not chosen, as an idea for a concept."""
    if not context["document"]["concept"]:
        return ""
    return dutch.opsomming(
        (fill(entry.get("idee", entry["naam"]), names) for key, entry in entries.items() if key not in ids), "of"
    )


def _guests(profile: Profile, context: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """The guests, with the function of whoever comes from ICT."""
    held = [one for one in holders(profile, "ict", context["termen"]) if isinstance(one, str)]
    guest = data["gasten"]["ict"]
    if is_external(profile, "ict"):
        guest = guest | {"naam": data["gast_ict"]["extern"]}
    elif held:
        guest = guest | {"naam": fill(data["gast_ict"]["met_functie"], {"gast.functie": held[0]})}
    return {**data["gasten"], "ict": guest}
