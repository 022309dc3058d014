"""Roles that ask for attention: still open, left out on purpose, or several with one person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.personen import ROLES, keys, person, role_name
from policygen.context.rollen import holders, state
from policygen.openplace import Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_STATES = {"gepland": "gepland", "keuze": "nog te kiezen"}


def open_rollen(profile: Profile, context: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    """Builds `open_rollen`: what to do about each role that nobody holds yet, and who does it until then."""
    advice = catalogue.load("rollen")["open"]
    rows = []
    for role in ROLES:
        status = state(profile, role)
        held = dutch.opsomming(holders(profile, role, context["termen"]))
        if status == "niet_nodig" or (held and status not in {"gepland", "open", "keuze"}):
            continue
        planned = "gepland_met_functie" if status == "gepland" and held else status
        until = context["document"]["eigenaar"] if role == context["eind"]["id"] else context["eind"]["wie"]
        row = {
            "rol": dutch.hoofdletter(role_name(profile, role, context["termen"])),
            "status": _STATES.get(status, "open"),
            "functies": held,
            "actie": advice.get(planned, advice["open"]),
            "tot_dan": dutch.hoofdletter(until or context["eind"]["wie"]),
        }
        rows.append(row)
    return tuple(rows)


def niet_nodig(profile: Profile, termen: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    """Builds `niet_nodig`: the roles left out on purpose, with the reason."""
    return tuple(
        {
            "rol": role_name(profile, role, termen),
            "reden": velden.text(profile, f"rollen.{role}.reden") or velden.open_place(f"rollen.{role}.reden"),
        }
        for role in ROLES
        if state(profile, role) == "niet_nodig"
    )


def combinaties(profile: Profile, termen: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    """Builds `combinaties`: who has more than one role, and the hours of those roles together."""
    roles: dict[str, list[str]] = {}
    for role in ROLES:
        if state(profile, role) != "niet_nodig":
            for key in keys(profile, f"rollen.{role}.personen"):
                roles.setdefault(key, []).append(role)
    return tuple(
        {
            "functie": dutch.hoofdletter(person(profile, key)["tekst"]),
            "rollen": dutch.hoofdletter(dutch.opsomming(role_name(profile, role, termen) for role in held)),
            "uren": _total(profile, held, termen),
        }
        for key, held in roles.items()
        if len(held) > 1
    )


def _total(profile: Profile, held: list[str], termen: dict[str, Any]) -> Text:
    hours = {role: velden.raw(profile, f"rollen.{role}.uren_per_week") for role in held}
    known = [value for value in hours.values() if isinstance(value, (int, float))]
    unknown = [role_name(profile, role, termen) for role, value in hours.items() if value not in known]
    if not known:
        return "Nog geen uren afgesproken"
    total = f"{dutch.uren(sum(known))} per week"
    return join(total, "; zonder vaste uren: ", dutch.opsomming(unknown)) if unknown else total
