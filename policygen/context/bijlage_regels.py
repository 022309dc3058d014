"""The house rules for staff and those for visitors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context.contacten import always_open
from policygen.context.kanaal import helps_online
from policygen.context.variant import kies
from policygen.context.vullen import fill
from policygen.context.wonen import WONEN, setting
from policygen.openplace import join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text
    from policygen.profile import Profile


def huisregels(profile: Profile, context: dict[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    """Builds the house rules for staff: `intro`, `regels` (`kop` and `tekst`), `melden` and where the policy is."""
    data = catalogue.load("huisregels")
    sector = context["organisatie"]["sector"]
    rules = [data["eerste"].get(sector, data["eerste"][""]), *data["regels"]]
    told = "tekst" if always_open(profile) else "beperkt"
    helps = helps_online(profile, context["termen"])
    own = {f"mis.{key}": text if helps else "" for key, text in data["hulp_online"].items()}
    names = {**names, **own, "contact.wie": _contact(context)}
    return {
        "intro": fill(data["intro"], names),
        "regels": tuple({part: fill(kies(rule[part], context), names) for part in ("kop", "tekst")} for rule in rules),
        "melden": dutch.hoofdletter(fill(kies(data["melden"][told], context), names)),
        "vindplaats": fill(data["vindplaats"], names) if context["document"]["vindplaats"] else "",
    }


def _contact(context: dict[str, Any]) -> Text:
    """Who gets messages: the client, or the relatives of clients who do not read themselves.

    Everybody in town is a resident; the rules are about those whom one helps.
    """
    group = catalogue.load("termen")["groepen"].get(context["organisatie"]["groep"], {})
    reads: bool = group.get("leest", True)
    term = context["termen"]["client" if reads or not context["termen"]["verwant"] else "verwant"]
    people: Text = term["meervoud"]
    helped = catalogue.load("huisregels")["geholpen"].get(context["organisatie"]["sector"])
    return join(people, kies(helped, context)) if helped else people


def bezoekers(context: dict[str, Any], names: Mapping[str, Text], family: Text) -> dict[str, Any]:
    """Builds the rules for visitors, who are always addressed with `u`.

    Args:
        context: What was built before.
        names: The names for the texts.
        family: The closed channels for relatives; empty where there are none.
    """
    data = catalogue.load("huisregels")["bezoekers"]
    asked = {"bezoek.wie": names["wie.leider_de"], "bezoek.tijden": names["kanalen.binnen"]}
    asked["bezoek.besloten"] = family
    online = fill(data["online_tijd" if names["kanalen.binnen"] else "online"], asked)
    own = {**names, **asked, "bezoek.online": online}
    sector = context["organisatie"]["sector"]
    where = setting(context)
    other = where == WONEN and context["organisatie"]["minderjarigen"]
    minors = [data["kinderen"].get(sector, data["kinderen"][""])] if other else []
    own_people = [data["verwant"]] if context["termen"]["verwant"] else []
    rules = [*own_people, *data["beeld"][where], *minors, *data["regels"]]
    rules += [data["besloten"]] if family else []
    welcome = data["welkom"].get(sector, data["welkom"][""])
    return {
        "welkom": fill(welcome, own),
        "regels": tuple(dutch.hoofdletter(fill(rule, own)) for rule in rules),
        "vragen": fill(data["vragen"], own),
    }
