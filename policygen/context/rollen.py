"""The roles: which state they are in, who holds them and which one is finally responsible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue
from policygen.context import velden
from policygen.context.personen import ROLES, keys, person, role_name
from policygen.openplace import Open, Text

if TYPE_CHECKING:
    from policygen.profile import Profile

OPTIONAL = "digicoach"


def state(profile: Profile, role: str) -> str:
    """The state of a role: as the profile says, or what follows from it.

    Without `rollen` every role is a `voorstel`. The optional role that the profile does not name is a `keuze`.
    """
    value = velden.raw(profile, f"rollen.{role}.status")
    if isinstance(value, str):
        return value
    if role == OPTIONAL and velden.raw(profile, f"rollen.{role}") is None:
        return "keuze"
    if velden.raw(profile, "rollen") is None:
        return "voorstel"
    return "ingevuld" if keys(profile, f"rollen.{role}.personen") else "open"


def here(profile: Profile) -> list[str]:
    """The roles that exist in this organisation, filled or not."""
    return [role for role in ROLES if state(profile, role) not in {"niet_nodig", "keuze"}]


def owner(profile: Profile) -> str:
    """The one role that is finally responsible, never the digicoach."""
    roles = [role for role in here(profile) if role != OPTIONAL]
    marked = [role for role in roles if velden.raw(profile, f"rollen.{role}.eindverantwoordelijk") is True]
    return (marked or [role for role in ("expert", *roles) if role in roles] or ["bestuur"])[0]


def is_external(profile: Profile, role: str) -> bool:
    """Whether a supplier holds the role."""
    return velden.raw(profile, f"rollen.{role}.extern") is True


def holders(profile: Profile, role: str, termen: dict[str, Any]) -> tuple[Text, ...]:
    """The functions in a role; an open place where somebody should be named, and nothing where nobody is yet."""
    held = tuple(person(profile, key)["tekst"] for key in keys(profile, f"rollen.{role}.personen"))
    status = state(profile, role)
    if held or status in {"gepland", "keuze", "niet_nodig"}:
        return held
    for asked in ("status", "personen"):
        if isinstance(velden.raw(profile, f"rollen.{role}.{asked}"), Open):
            return (velden.open_place(f"rollen.{role}.{asked}"),)
    return _assumed(profile, role, status, termen)


def _assumed(profile: Profile, role: str, status: str, termen: dict[str, Any]) -> tuple[Text, ...]:
    """Who holds a role that the profile names nobody for."""
    if role == "bestuur" and termen["bestuur"]:
        return (termen["bestuur"]["enkelvoud"],)
    if is_external(profile, role):
        return (_supplier(profile),)
    if role == "expert" and status != "open":
        return (velden.open_place(f"rollen.{role}.personen"),)
    proposal = catalogue.load("rollen")["rollen"][role].get("voorstel")
    return (proposal,) if proposal and status == "voorstel" else ()


def _supplier(profile: Profile) -> Text:
    """The first external ICT contact, by name."""
    contacts = velden.raw(profile, "ict_contacten")
    for one in contacts if isinstance(contacts, tuple) else ():
        if not isinstance(one, Open) and one.extern is True and isinstance(one.naam, str):
            return one.naam
    return "externe leverancier"


def eind(profile: Profile, termen: dict[str, Any]) -> dict[str, Text]:
    """Builds `eind`: the finally responsible `rol` and `functie`, the first where a role has two.

    `wie` is the function where it is known and else the name of the role, for places that need no gap of their own.
    """
    role = owner(profile)
    held = holders(profile, role, termen)
    name = role_name(profile, role, termen)
    functie = held[0] if held else name
    return {"id": role, "rol": name, "functie": functie, "wie": functie if isinstance(functie, str) else name}
