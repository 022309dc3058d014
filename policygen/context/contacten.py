"""Whom to call: the ICT contacts, and the two functions with access to each account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import dutch
from policygen.context import velden
from policygen.context.personen import person, who_field
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile


_EXAMPLE = "Servicedesk ICT, 000 000 00 01, werkdagen 8 tot 17 uur"
_HELD = ("ingevuld", "voorstel")


def ict_contacten(profile: Profile) -> tuple[dict[str, Text], ...]:
    """Builds `ict_contacten`: `wie`, `waarvoor` and `bereikbaar` (telephone, e-mail and hours) per contact."""
    given = velden.raw(profile, "ict_contacten")
    if given is None or isinstance(given, Open):
        place = velden.open_place("ict_contacten", "wie helpt bij vragen en storingen", _EXAMPLE)
        return ({"wie": place, "waarvoor": "Vragen en storingen", "bereikbaar": "Nog op te nemen"},)
    return tuple(_contact(profile, place) for place, one in enumerate(given) if not isinstance(one, Open))


def _contact(profile: Profile, place: int) -> dict[str, Text]:
    path = f"ict_contacten.{place}"
    key = velden.raw(profile, f"{path}.persoon")
    one = person(profile, key) if isinstance(key, str) else {}
    name = one.get("tekst") or velden.text(profile, f"{path}.naam", "", "de naam van dit ICT-contact")
    plain = name if isinstance(name, str) else "dit contact"
    phone = velden.text(profile, f"{path}.telefoon", "", f"het telefoonnummer van {plain}")
    mail = velden.text(profile, f"{path}.email", one.get("email", ""), f"het e-mailadres van {plain}")
    hours = velden.text(profile, f"{path}.bereikbaar", "", f"de bereikbaarheid van {plain}")
    reach = dutch.opsomming([phone, mail], "of")
    if not reach:
        reach = velden.open_place(f"{path}.telefoon", f"de telefoon of e-mail van {plain}")
    what = dutch.hoofdletter(dutch.opsomming(velden.texts(profile, f"{path}.waarvoor")))
    external = velden.raw(profile, f"{path}.extern") is True
    return {
        "wie": join(dutch.hoofdletter(name), " (extern)") if external else dutch.hoofdletter(name),
        "waarvoor": what or "Vragen en storingen",
        "bereikbaar": join(reach, "; ", hours) if hours else reach,
    }


def accounts(profile: Profile, context: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    """Builds `accounts`: per channel two different functions with access."""
    channels = velden.raw(profile, "kanalen")
    if not channels or isinstance(channels, Open):
        return ({"kanaal": "Elk account", **_two(context, _holder(context, "communicatie"))},)
    rows = []
    for place, one in enumerate(channels):
        if isinstance(one, Open):
            continue
        path = f"kanalen.{place}"
        first = who_field(profile, f"{path}.beheer", context["termen"]) or _holder(context, "communicatie")
        rows.append({"kanaal": velden.text(profile, f"{path}.naam"), **_two(context, first)})
    return tuple(rows)


def _holder(context: dict[str, Any], role: str) -> Text:
    """Who holds a role as plain text; the finally responsible function where nobody does."""
    held = [one["functies"] for one in context["rollen"] if one["id"] == role and one["status"] in _HELD]
    last: str = context["eind"]["wie"]
    return held[0] if held and held[0] and isinstance(held[0], str) else last


def _two(context: dict[str, Any], first: Text) -> dict[str, Text]:
    """The second function: the finally responsible one, else a team leader, else the board."""
    termen = context["termen"]
    leaders = [termen[key].get("enkelvoud", "") for key in ("leidinggevende", "bestuur")]
    others = [context["eind"]["wie"], *leaders]
    second = next((other for other in others if other and str(other) not in str(first)), "een tweede collega")
    return {"eerste": dutch.hoofdletter(first), "tweede": dutch.hoofdletter(second)}
