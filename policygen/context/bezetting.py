"""Roles that ask for attention: still open, left out on purpose, or several with one person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.personen import ROLES, keys, person, role_name
from policygen.context.rollen import holders, state
from policygen.context.vullen import fill
from policygen.openplace import Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_NONE = " zijn nog geen uren afgesproken."
_STATES = {"gepland": "gepland", "open": "open", "keuze": "nog te kiezen", "voorstel": "voorstel"}


def open_rollen(profile: Profile, context: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    """Builds `open_rollen`: what to do about each role that nobody holds yet, and who does it until then."""
    termen, final = context["termen"], context["eind"]
    # Nobody has the final responsibility yet where that itself is an open place.
    until = final["nu"] if isinstance(final["functie"], str) else termen["bestuur"]["enkelvoud"]
    proposal = velden.raw(profile, "rollen") is None  # then nobody agreed to do anything yet
    rows = []
    for role in ROLES:
        status = state(profile, role)
        held = dutch.opsomming(holders(profile, role, termen))
        if status == "niet_nodig" or (held and status not in _STATES):
            continue
        row = {
            "rol": dutch.hoofdletter(role_name(profile, role, termen)),
            "status": _STATES.get(status, "open"),
            "functies": held,
            "actie": _advice(profile, role, status, termen, held=bool(held)),
            "tot_dan": "" if proposal else dutch.hoofdletter(until),
        }
        rows.append(row)
    return tuple(rows)


def _advice(profile: Profile, role: str, status: str, termen: dict[str, Any], *, held: bool) -> Text:
    """What to do about a role, with an example of who might have it where the profile has no roles at all."""
    data = catalogue.load("rollen")
    if status == "voorstel":
        example = data["rollen"][role].get("voorbeeld", "")
        kind = "voorstel" if example else "voorstel_bestuur" if role == "bestuur" else "keuze"
        names = {"rol.voorbeeld": f"een {example}", "termen.bestuur.de": termen["bestuur"]["de"]}
        return fill(data["open"][kind], names)
    if status == "open" and isinstance(velden.raw(profile, f"rollen.{role}.uren_per_week"), (int, float)):
        status = "gepland"  # the hours are known, so there is nothing to agree on
    kind = "gepland_met_functie" if status == "gepland" and held else status
    advice: str = data["open"].get(kind, data["open"]["open"])
    return advice


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
    return join(total, ". Voor ", dutch.opsomming(unknown), _NONE) if unknown else total
