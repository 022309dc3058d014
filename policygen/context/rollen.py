"""The roles: which state they are in, who holds them and which one is finally responsible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue
from policygen.context import velden
from policygen.context.lidwoord import with_article
from policygen.context.personen import ROLES, keys, person, role_name
from policygen.context.vullen import fill
from policygen.openplace import Open, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

OPTIONAL = "digicoach"
_ONE_PERSON = ("direct", "wethouder", "schepen")  # in the function of somebody of a board who can be called


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


def groups_here(context: dict[str, Any], *groups: str) -> list[str]:
    """The groups of people that exist here; so few people that all know each other have nobody who leads teams."""
    gone = "leidinggevende" if context["organisatie"]["klein"] else ""
    return [group for group in groups if context["termen"][group] and group != gone]


def here_said(context: dict[str, Any]) -> dict[str, Any]:
    """What sounds different in this sector and for this group."""
    own: dict[str, Any] = catalogue.load("rollen")["sector"].get(context["organisatie"]["sector"], {})
    variant: dict[str, Any] = own.get("bij_doelgroep", {}).get(context["organisatie"]["groep"], {})
    return own | variant


def owner(profile: Profile) -> str:
    """The one role that is finally responsible, never the digicoach."""
    roles = [role for role in here(profile) if role != OPTIONAL]
    marked = [role for role in roles if velden.raw(profile, f"rollen.{role}.eindverantwoordelijk") is True]
    return (marked or [role for role in ("expert", *roles) if role in roles] or ["bestuur"])[0]


def guardian(profile: Profile, final: str) -> str:
    """The role of who guards the rhythm of the year: `final` by default; empty for a function without a role."""
    said = velden.raw(profile, "pdca.bewaker")
    if not isinstance(said, str) or not said:
        return final
    if said in ROLES:
        return said
    held = [role for role in here(profile) if said in keys(profile, f"rollen.{role}.personen")]
    return final if final in held else next(iter(held), "")


def director(profile: Profile, termen: Mapping[str, Any]) -> Text:
    """Who has the role of the board and can be called, where the board is a body of several people; else empty."""
    held = holders(profile, "bestuur", dict(termen))
    first = held[0] if held else ""
    body = str(termen["bestuur"]["enkelvoud"]).lower()
    if not isinstance(first, str) or "bestuurder" in first.lower():
        return ""
    return first if any(one in first.lower() and one not in body for one in _ONE_PERSON) else ""


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
            return (_asked(profile, role, asked, termen),)
    if role == "bestuur" and termen["bestuur"]:
        return (termen["bestuur"]["enkelvoud"],)
    if is_external(profile, role):
        return (_supplier(profile),)
    if role == "expert" and status != "open":
        return (_asked(profile, role, "personen", termen),)
    return ()


def _asked(profile: Profile, role: str, asked: str, termen: dict[str, Any]) -> Open:
    """The open place of a role; its status and its persons both come down to who gets it."""
    name = role_name(profile, role, termen)
    label = f"wie {name} wordt" if role == "expert" else f"wie de rol {name} krijgt"
    example = catalogue.load("rollen")["rollen"][role].get("voorbeeld", "adviseur kwaliteit")
    return velden.open_place(f"rollen.{role}.{asked}", label, example)


def _supplier(profile: Profile) -> Text:
    """The first external ICT contact, by name."""
    contacts = velden.raw(profile, "ict_contacten")
    for one in contacts if isinstance(contacts, tuple) else ():
        if not isinstance(one, Open) and one.extern is True and isinstance(one.naam, str):
            return one.naam
    return "externe leverancier"


def eind(profile: Profile, context: dict[str, Any]) -> dict[str, Text]:
    """Builds `eind`: the finally responsible `rol` and `functie`, the first where a role has two.

    `wie` is the function where it is known and else the name of the role, for places that need no gap of their own.
    `nu` is who does it while the role is not filled yet. `zin` says it all, beside the board.
    """
    termen = context["termen"]
    role = owner(profile)
    held = holders(profile, role, termen)
    name = role_name(profile, role, termen)
    functie = held[0] if held else name
    who = {"id": role, "rol": name, "functie": functie, "wie": functie if isinstance(functie, str) else name}
    waiting = state(profile, role) in {"open", "gepland"}
    who["nu"] = _until(context, who) if waiting else who["wie"]
    return who | {"zin": _sentence(who, termen, waiting=waiting)}


def _until(context: dict[str, Any], who: dict[str, Text]) -> Text:
    """Who does the work of a role that is not filled yet: the owner of the document, else the board."""
    board: Text = context["termen"]["bestuur"]["enkelvoud"]
    given = context["document"]["eigenaar"]
    return given if isinstance(given, str) and given and given != who["wie"] else board


def keeper(context: Mapping[str, Any]) -> Text:
    """Who looks after the documents: their owner, else who is responsible now; empty while nobody is."""
    given, final = context["document"]["eigenaar"], context["eind"]
    if isinstance(given, str) and given:
        return given
    return "" if isinstance(final["functie"], Open) else final["nu"]


def _sentence(who: dict[str, Text], termen: dict[str, Any], *, waiting: bool) -> Text:
    """Who is finally responsible for what, so that a board can sign it."""
    board = termen["bestuur"]["enkelvoud"]
    if who["wie"] == board:
        kind = "bestuur"
    elif who["id"] == "bestuur":
        kind = "bestuur_met_functie"
    elif waiting:
        kind = "straks"
    else:
        kind = "open" if isinstance(who["functie"], Open) else "vervuld"
    names = {
        "eind.bestuur": termen["bestuur"]["de"],
        "eind.wie": with_article(who["functie"], termen),
        "eind.nu": with_article(who["nu"], termen),
    }
    return fill(catalogue.load("rollen")["eind"][kind], names)
