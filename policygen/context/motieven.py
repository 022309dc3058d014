"""The reasons for and against policy that the profile chose, and the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.lidwoord import with_article
from policygen.context.vullen import fill, flatten
from policygen.openplace import OPEN, Open, Text

if TYPE_CHECKING:
    from policygen.profile import Profile


def motieven(profile: Profile, context: dict[str, Any]) -> dict[str, Any]:
    """Builds `motieven`: `voor` and `tegen` with `naam`, `tekst` and `weerwoord`, and the decision in a sentence."""
    names = flatten(context)
    voor, tegen = _side(profile, "voor", names), _side(profile, "tegen", names)
    answer = velden.raw(profile, "motieven.besluit")
    besluit = answer if isinstance(answer, str) else ""
    door = velden.text(profile, "motieven.beslist_door", context["document"]["vastgesteld_door"])
    datum = velden.text(profile, "motieven.datum") if velden.raw(profile, "motieven") else ""
    data = catalogue.load("visie")["motieven"]
    own = {"besluit.door": with_article(door, context["termen"]), "besluit.datum": datum}
    names = names | own
    lead = data["besluit"].get(besluit) or data["besluit"]["wel"]
    with_date = lead.get("met_datum") if datum else None
    opening = _opening(answer, with_date or lead["tekst"], names)
    # Nothing is agreed while the decision is still to come.
    decided = context["document"]["status_code"] == "definitief"
    last = lead["slot"] if decided else lead.get("slot_nog", lead["slot"])
    closing = fill(last, names) if tegen or besluit in {"geen", "later"} else ""
    if not voor and not tegen:  # no list between the two sentences
        opening, closing = dutch.rij([opening, closing], " "), ""
    return {
        "besluit": besluit,
        "geen": besluit == "geen",
        "later": besluit == "later",
        "voor": voor,
        "tegen": tegen,
        "beslist_door": door,
        "datum": datum,
        "gekozen": bool(voor or tegen),
        "inleiding": opening,
        "kop_voor": lead["kop_voor"] if voor else "",
        "kop_tegen": _against(lead, len(tegen), alone=not voor),
        "slot": closing,
    }


def _against(lead: dict[str, str], number: int, *, alone: bool) -> str:
    """The line above the reasons against, in the number that fits."""
    if not number:
        return ""
    many = lead["kop_tegen"] if number > 1 else lead["kop_een_tegen"]
    return lead.get("kop_alleen_tegen", many) if alone else many


def _opening(answer: object, text: str, names: dict[str, Text]) -> Text:
    """The decision in a sentence; a gap where it is INVULLEN, and nothing where the profile is silent."""
    if isinstance(answer, Open):
        return velden.open_place("motieven.besluit")
    return fill(text, names) if answer else ""


def _side(profile: Profile, side: str, names: dict[str, Text]) -> tuple[dict[str, Text], ...]:
    """The chosen motives of one side in catalogue order, then the organisation's own."""
    chosen = velden.raw(profile, f"motieven.{side}")
    if isinstance(chosen, Open):
        place = velden.open_place(f"motieven.{side}")
        return ({"id": "", "naam": place, "tekst": place, "weerwoord": ""},)
    entries = catalogue.load("motieven")[side]
    rows: list[dict[str, Text]] = [
        {"id": key} | {part: fill(entry[part], names) for part in ("naam", "tekst", "weerwoord")}
        for key, entry in entries.items()
        if key in (chosen or ())
    ]
    gaps = [velden.open_place(f"motieven.{side}.{place}") for place, one in enumerate(chosen or ()) if one is OPEN]
    own = (*gaps, *velden.texts(profile, f"motieven.eigen_{side}"))
    return (*rows, *({"id": "", "naam": text, "tekst": sentence(text), "weerwoord": ""} for text in own))


def sentence(text: Text) -> Text:
    """Makes a sentence of what somebody typed: a capital and a full stop."""
    if not text or isinstance(text, Open):
        return text
    capital = dutch.hoofdletter(text)
    return dutch.punt(capital)
