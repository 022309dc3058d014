"""What is agreed about a role: its hours, who takes over and where questions go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.lidwoord import with_article
from policygen.context.personen import keys, person, role_name, who_field
from policygen.context.rollen import is_external, state
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_PEOPLE = ("expert", "digicoach")  # roles that are called after who has them
_USUAL = "zoals bij ander werk"
_NO_HOURS = "nog geen uren afgesproken"
NOBODY = "nog geen vervanger aangewezen"


def hours(profile: Profile, role: str, entry: dict[str, Any], termen: dict[str, Any]) -> Text:
    """How many hours a role has, an open place where it should be known, or that nothing is agreed."""
    path = f"rollen.{role}.uren_per_week"
    given = velden.raw(profile, path)
    label = f"het aantal uren per week voor {_as_role(profile, role, termen)}"
    if isinstance(given, (int, float)):
        return f"{dutch.uren(given)} per week"
    if isinstance(given, Open):
        return velden.open_place(path, label)
    if is_external(profile, role):  # the contract tells, and that is not in the profile
        return ""
    if role == "expert" and state(profile, role) not in {"open", "gepland"}:
        return velden.open_place(path, label)
    usual: Text = entry.get("uren", _NO_HOURS)
    return usual


def deputy(profile: Profile, role: str, context: dict[str, Any], held: tuple[Text, ...]) -> Text:
    """Who takes over: as the profile says, or what is usual; a gap where it hangs on one person.

    Only a concept proposes somebody; nothing is told of a supplier, whose contract is not in the profile.
    """
    path = f"rollen.{role}.vervanger"
    who: Text
    usual = catalogue.load("rollen")["rollen"][role].get("vervanger", "")
    last = context["eind"]["nu"]
    instead = "vervangt" if role in _PEOPLE else "overneemt"
    label = f"wie {_as_role(profile, role, context['termen'])} bij afwezigheid {instead}"
    if velden.raw(profile, path) is not None:
        who = who_field(profile, path, context["termen"], label)
    elif is_external(profile, role):
        who = ""
    elif usual or len(held) > 1:
        who = usual or held[1]
    elif role == context["eind"]["id"] or last in held:
        who = velden.open_place(path, label)
    elif not context["document"]["concept"] or role == "ict":  # a supplier or a desk takes over no role by itself
        who = NOBODY
    else:
        who = join("voorlopig ", with_article(last, context["termen"]))
    return who


def standing_in(who: Text, role: str, context: dict[str, Any], held: tuple[Text, ...]) -> Text:
    """What the deputy does: no decisions of the board, and only the questions where both have the role already."""
    data, termen = catalogue.load("rollen")["vervangen"], context["termen"]
    if not isinstance(who, str) or not who or who in {_USUAL, NOBODY}:
        return who
    if role == "bestuur":
        return fill(data["bestuur"], {"wie": who, "termen.bestuur.de": termen["bestuur"]["de"]})
    if who in held and len(held) > 1:
        return fill(data["samen"], {"tweede": with_article(who, termen)})
    return who


def _as_role(profile: Profile, role: str, termen: dict[str, Any]) -> str:
    """A role in a label: `de inhoudelijk expert`, `de rol ICT`."""
    name = role_name(profile, role, termen)
    return f"de {name}" if role in _PEOPLE else f"de rol {name}"


def contact(profile: Profile, role: str, context: dict[str, Any], held: tuple[Text, ...]) -> Text:
    """Where questions go: the list of ICT contacts, an address where names may stand, else the function itself."""
    now: Text = context["eind"]["nu"]
    if state(profile, role) == "gepland":  # nobody has begun
        return now
    if role == "ict" and velden.raw(profile, "ict_contacten") != ():
        return "zie ‘Hulp bij techniek’"
    for key in keys(profile, f"rollen.{role}.personen"):
        one = person(profile, key)
        return dutch.rij([one["functie"], one["email"]])
    if held and isinstance(held[0], str):
        return held[0]
    if state(profile, role) == "voorstel":
        return join("voorlopig ", context["termen"]["bestuur"]["de"])
    return now
