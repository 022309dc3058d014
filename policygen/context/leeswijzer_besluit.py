"""What the letter asks of the board: every decision once, in the order in which they are taken, and what they cost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import onlinehulp_geld, velden
from policygen.context.bijlage_feiten import open_cost
from policygen.context.inspraak import awaited
from policygen.context.lidwoord import with_article
from policygen.context.personen import ROLES, role_name
from policygen.context.rollen import here, is_external
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygen.profile import Profile

_SEPARATE = ("leeswijzer", "motieven", "onlinehulp")  # what is no annex to a decision


def names(profile: Profile, context: dict[str, Any], ids: Sequence[str]) -> dict[str, Text]:
    """The names `besluit.*` for the texts of the letter.

    Args:
        profile: A checked profile.
        context: What was built before.
        ids: The documents of the set.
    """
    data, document, termen = catalogue.load("leeswijzer"), context["document"], context["termen"]
    pieces = [data["documenten"][name]["kort"] for name in _to_approve(context, ids)]
    consent = [row["bij"] for row in context["inspraak"]["rijen"] if row["bevoegdheid"] == "instemming"]
    return flatten(context) | {
        "besluit.datum": velden.text(profile, "motieven.datum") if _day(profile, context) else "",
        "besluit.ingang": velden.text(profile, "beleid.ingangsdatum"),
        "besluit.stukken": dutch.opsomming(pieces),
        "besluit.door": with_article(addressee(context), termen),
        "besluit.kiezer": with_article(context["motieven"]["beslist_door"], termen),
        "besluit.vastgesteld": document["vastgesteld_op"],
        "besluit.evaluatie": document["evaluatie_op"],
        "besluit.instemming": dutch.opsomming(consent),
        "besluit.advies": _advice(context),
        "extra.kosten": _cost(profile, context),
    }


def addressee(context: dict[str, Any]) -> str:
    """The body that approves the papers and so gets the letter."""
    given = context["document"]["vastgesteld_door"]
    return given if isinstance(given, str) and given else str(context["termen"]["bestuur"]["enkelvoud"])


def greeting(context: dict[str, Any]) -> str:
    """How the letter begins."""
    body = addressee(context)
    if "orgaan" in body:  # one writes to people
        return f"Geachte leden van {with_article(body, context['termen'])},"
    return f"{'Geacht' if str(with_article(body, context['termen'])).startswith('het ') else 'Geachte'} {body},"


def besluit(profile: Profile, context: dict[str, Any], told: dict[str, Text]) -> Text:
    """The decision that is asked, or that was taken, in a sentence or two."""
    texts = catalogue.load("leeswijzer")["besluit"][_answer(profile)]
    status = context["document"]["status_code"]
    dated, bare = f"{status}_met_datum", f"{status}_los"
    if bare in texts and not told["besluit.stukken"]:
        return fill(texts[bare], told)
    return fill(texts[dated] if told["besluit.datum"] and dated in texts else texts.get(status, texts["concept"]), told)


def punten(profile: Profile, context: dict[str, Any], ids: Sequence[str], told: dict[str, Text]) -> dict[str, Any]:
    """Builds `kop`, `lijst` and `kennisname`: the decisions as a list; nothing in a decided paper."""
    if context["document"]["status_code"] == "definitief":
        return {"kop": "", "lijst": (), "kennisname": ""}
    data = catalogue.load("leeswijzer")
    money = context["motieven"]["besluit"] not in {"geen", "later"} and told["extra.kosten"] and "beleid" in ids
    found = (
        _choose(profile, context, ids, told),
        _approve(profile, told),
        fill(data["punten"]["geld_later" if open_cost(profile, context) else "geld"], told) if money else "",
        online_help(profile, context) if "onlinehulp" in ids else "",
    )
    items = tuple(one for one in found if one)
    others = set(ids) - {*_to_approve(context, ids), *_SEPARATE}
    return {
        "kop": data["punten"]["een" if len(items) == 1 else "meer"] if items else "",
        "lijst": items,
        "kennisname": _to_know(data, _asking(context, ids)) if items and others else "",
    }


def _asking(context: dict[str, Any], ids: Sequence[str]) -> list[str]:
    """The papers with a decision of their own, besides what is approved."""
    chosen = context["afweging"]["genomen"]
    return [name for name in ("motieven", "onlinehulp") if name in ids and not (name == "motieven" and chosen)]


def _to_know(data: dict[str, Any], asking: Sequence[str]) -> Text:
    """What the board only has to know."""
    if not asking:
        return str(data["kennisname"])
    return fill(
        data["kennisname_behalve"], {"besluit.behalve": dutch.opsomming(data["behalve"][one] for one in asking)}
    )


def kosten(profile: Profile, context: dict[str, Any], ids: Sequence[str], told: dict[str, Text]) -> Text:
    """The hours; in a decided paper also the money, which is asked for elsewhere as long as it is not."""
    decided = context["document"]["status_code"] == "definitief"
    costs = told["extra.kosten"] if decided and "beleid" in ids else ""
    online = online_help(profile, context) if decided and "onlinehulp" in ids else ""
    return dutch.rij([costs, _hours(profile, context), online], " ")


def online_help(profile: Profile, context: dict[str, Any]) -> Text:
    """That online help is a decision of its own, whose, and what it costs."""
    which, amounts = onlinehulp_geld.amounts(profile)
    choosers = velden.texts(profile, "onlinehulp.draagvlak.kiezers")
    plain = [with_article(one, context["termen"]) for one in choosers if isinstance(one, str)]
    other = plain if plain and list(choosers) != [addressee(context)] else []
    whose = {"extra.van": join(" van ", dutch.opsomming(other)) if other else ""}
    return fill(catalogue.load("leeswijzer")["extra"]["onlinehulp"][which], {**amounts, **whose})


def _answer(profile: Profile) -> str:
    answer = velden.raw(profile, "motieven.besluit")
    return "onbekend" if isinstance(answer, Open) else str(answer or "wel")


def _day(profile: Profile, context: dict[str, Any]) -> bool:
    """Whether there is a day on which the decision is still to be taken."""
    decided = context["document"]["status_code"] == "definitief" and context["motieven"]["besluit"] != "later"
    known = isinstance(velden.raw(profile, "motieven.datum"), date)
    return known and not decided and not context["afweging"]["genomen"]


def _to_approve(context: dict[str, Any], ids: Sequence[str]) -> list[str]:
    """The documents that the board approves; policy waits where the choice for it does."""
    wanted = catalogue.load("leeswijzer")["stukken"]
    return [name for name in wanted if name in ids and not (name == "beleid" and context["motieven"]["later"])]


def _choose(profile: Profile, context: dict[str, Any], ids: Sequence[str], told: dict[str, Text]) -> Text:
    """The choice for or against policy, as long as it is not made."""
    texts, motives = catalogue.load("leeswijzer")["punten"], context["motieven"]
    if context["afweging"]["genomen"]:
        return ""
    said = velden.raw(profile, "motieven.beslist_door")
    elsewhere = isinstance(said, str) and said != addressee(context)
    kind = "elders" if elsewhere else motives["besluit"] or "later"
    return dutch.rij(
        [
            fill(texts["kiezen"][kind], told),
            texts["redenen"] if "motieven" in ids else "",
            texts["wacht"] if motives["later"] and "beleid" in ids else "",
        ],
        " ",
    )


def _approve(profile: Profile, told: dict[str, Text]) -> Text:
    """What is approved, from when, and whose consent comes first."""
    texts, consent = catalogue.load("leeswijzer")["punten"], str(told["besluit.instemming"])
    if not told["besluit.stukken"]:
        return ""
    dated = isinstance(velden.raw(profile, "beleid.ingangsdatum"), date) and "beleid" in str(told["besluit.stukken"])
    first = fill(texts["vaststellen_ingang" if dated else "vaststellen"], told)
    kind = "instemming_meer" if " en " in consent else "instemming"
    return dutch.rij([first, fill(texts[kind], told) if consent else "", told["besluit.advies"]], " ")


def _advice(context: dict[str, Any]) -> Text:
    """The advice that is still needed: what was asked without an outcome yet, and what nobody asked for."""
    texts = catalogue.load("leeswijzer")["punten"]
    rows = [row for row in context["inspraak"]["rijen"] if row["bevoegdheid"] == "advies"]
    states = texts["advies_stand"]
    told = (
        {
            "raad.bij": row["bij"],
            "raad.stand": fill(states["gevraagd"], {"raad.op": row["geraadpleegd_op"]})
            if awaited(row)
            else states["vragen"],
        }
        for row in rows
    )
    return dutch.rij([fill(texts["advies_ook" if place else "advies"], one) for place, one in enumerate(told)], " ")


def _cost(profile: Profile, context: dict[str, Any]) -> Text:
    money = velden.raw(profile, "beleid.kosten_per_jaar")
    text = catalogue.load("leeswijzer")["extra"]["kosten"]
    if not (isinstance(money, int) and money):
        return ""
    return fill(text, {"extra.kosten": dutch.euro(money), "extra.uit_te_zoeken": open_cost(profile, context)})


def _hours(profile: Profile, context: dict[str, Any]) -> Text:
    """The hours of the roles that have them, and which roles have none yet; the board and a supplier need none."""
    told = catalogue.load("leeswijzer")["extra"]
    hours = {role: velden.raw(profile, f"rollen.{role}.uren_per_week") for role in ROLES if role in here(profile)}
    known = {role: one for role, one in hours.items() if isinstance(one, (int, float)) and one}
    rest = [
        role for role, one in hours.items() if one is None and not (role == "bestuur" or is_external(profile, role))
    ]
    if not known:
        return ""
    own: dict[str, Text] = {
        "extra.rol": dutch.opsomming(role_name(profile, role, context["termen"]) for role in known),
        "extra.zonder": dutch.opsomming(role_name(profile, role, context["termen"]) for role in rest),
        "extra.uren": dutch.uren(sum(known.values())),
    }
    first = fill(told["uren_samen" if len(known) > 1 else "uren"], own)
    return dutch.rij([first, fill(told["zonder_uren"], own) if rest else ""], " ")
