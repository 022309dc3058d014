"""What the profile chose for the conversation, and what of the catalogue fits the organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue
from policygen.context import velden
from policygen.context.vullen import names_in
from policygen.context.wonen import setting
from policygen.openplace import Open, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policygen.profile import Profile


def fits(entry: Mapping[str, Any], context: Mapping[str, Any]) -> bool:
    """Whether a statement or moment fits this sector, group and setting, and names no idea that does not exist here."""
    here = {context["organisatie"]["sector"], context["organisatie"]["groep"], setting(context)}
    alone, never = entry.get("alleen"), entry.get("niet", ())
    if (alone and here.isdisjoint(alone)) or not here.isdisjoint(never):
        return False
    if context["termen"]["verwant"]:
        return True
    texts = [text for text in entry.values() if isinstance(text, str)]
    return not any("verwant" in name for text in texts for name in names_in(text))


def chosen(profile: Profile, path: str, default: Iterable[str]) -> tuple[tuple[str, ...], Text]:
    """Gives the ids in a list field, and the open place of a list that is not complete yet.

    Args:
        profile: The profile.
        path: Dotted key of the list.
        default: The ids where the profile is silent or does not know yet.
    """
    value = velden.raw(profile, path)
    if isinstance(value, Open):
        return tuple(default), velden.open_place(path)
    if value is None:
        return tuple(default), ""
    unknown = [f"{path}.{place}" for place, item in enumerate(value) if isinstance(item, Open)]
    return tuple(item for item in value if isinstance(item, str)), velden.open_place(unknown[0]) if unknown else ""


def takes_part(context: Mapping[str, Any]) -> bool:
    """Whether clients can read a document and come to a meeting about it."""
    group = catalogue.load("termen")["groepen"].get(context["organisatie"]["groep"], {})
    return bool(group.get("leest", True))


def audiences(profile: Profile, context: Mapping[str, Any]) -> tuple[tuple[str, ...], Text]:
    """The groups at the opening meeting by their ids, and the open place where one is not known yet."""
    groups = catalogue.load("gesprek")["groepen"]
    default = [key for key in groups if key != "clienten" or takes_part(context)]
    keys, gap = chosen(profile, "gesprek.startmoment.doelgroepen", default)
    return tuple(key for key in keys or default if context["termen"][groups[key]]), gap
