"""The page for the board before the policy: what is decided, what changes, what it takes and what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.bijlage_feiten import feiten, nog_open, open_cost
from policygen.context.lidwoord import with_article
from policygen.context.taken import breakable
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile


def samenvatting(
    profile: Profile,
    context: dict[str, Any],
    channels: tuple[dict[str, Any], ...],
    names: Mapping[str, Text],
    *,
    rules: int,
) -> dict[str, Any]:
    """Builds `samenvatting`: `intro`, `besluit` (`kop` and `tekst`), `verandert` and `feiten`.

    Args:
        profile: The profile.
        context: What was built before.
        channels: The channels, as `kanalen` builds them.
        names: The names for the texts.
        rules: How many house rules there are.
    """
    data = catalogue.load("bijlagen")["samenvatting"]
    kinds = tuple(filter(None, (context["organisatie"]["groep"], context["organisatie"]["sector"])))
    return {
        "intro": fill(next(data["intro"][one] for one in (*kinds, "") if one in data["intro"]), names),
        "bereik": fill(data["bereik"], {**names, "bereik": _reach(profile, context)}),
        "besluit": _decision(profile, context, data),
        "verandert": _changes(context, data, kinds, rules),
        "feiten": (*feiten(profile, context, data), *_open(nog_open(profile, context, channels, names))),
    }


def _open(lines: tuple[Text, ...]) -> tuple[dict[str, Text], ...]:
    """The last row: what is not settled. A list below the table would not stay on the one page."""
    return ({"kop": "Nog open", "tekst": dutch.rij(lines, " ")},) if lines else ()


def _reach(profile: Profile, context: dict[str, Any]) -> Text:
    """For whom the policy is: everyone who works here, with the numbers that the profile has."""
    staff, places = (velden.raw(profile, f"organisatie.{key}") for key in ("medewerkers", "locaties"))
    people: Text = join("alle medewerkers ", context["organisatie"]["van"])
    if isinstance(staff, int) and staff > 1:
        people = join(f"de {velden.telwoord(staff)} medewerkers ", context["organisatie"]["van"])
    return join(people, f" op {velden.telwoord(places)} locaties") if isinstance(places, int) and places > 1 else people


def _decision(profile: Profile, context: dict[str, Any], data: Mapping[str, Any]) -> dict[str, Text]:
    """What the board is asked, or what it decided."""
    document, texts = context["document"], data["besluit"]
    start = velden.text(profile, "beleid.ingangsdatum")
    known = bool(start) and not isinstance(start, Open)
    decided = document["is_vastgesteld"]
    later = context["motieven"]["later"]
    if decided:
        kind = "besloten_ingang" if known else "besloten"
    elif later:
        kind = "later" if context["motieven"]["datum"] else "later_zonder"
    elif document["concept"]:
        kind = "voorstel"
    else:
        kind = "gevraagd" if known else "gevraagd_zonder"
    by = context["motieven"]["beslist_door"] if later else document["vastgesteld_door"]
    cost = velden.raw(profile, "beleid.kosten_per_jaar")
    own = flatten({"woord": context["woord"]}) | {
        "besluit.door": with_article(by, context["termen"]),
        "besluit.ingang": start,
        "besluit.op": document["vastgesteld_op"],
        "besluit.datum": context["motieven"]["datum"],
        "besluit.kosten": dutch.euro(cost) if isinstance(cost, int) else "",
    }
    asked = own["besluit.kosten"] and not decided and not later
    money = fill(data["geld_later" if open_cost(profile, context) else "geld"], own) if asked else ""
    return {"kop": texts[kind]["kop"], "tekst": dutch.rij([fill(texts[kind]["tekst"], own), money], " ")}


def _changes(
    context: dict[str, Any], data: Mapping[str, Any], kinds: tuple[str, ...], rules: int
) -> tuple[dict[str, Text], ...]:
    """What changes, for each group that there is."""
    texts = data["verandert"]
    for one in kinds:
        texts = texts | data["verandert_anders"].get(one, {})
    number = dutch.hoofdletter(velden.telwoord(rules))
    return tuple(
        {
            "wie": breakable(dutch.hoofdletter(context["termen"][group]["meervoud"])),
            "wat": fill(text, {"aantal": number}),
        }
        for group, text in texts.items()
        if context["termen"][group]
    )
