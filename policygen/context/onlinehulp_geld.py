"""What online help costs and takes: amounts by kind with a total, and two kinds of time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.vullen import fill
from policygen.openplace import Open, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_ONCE = "tool_opstart"
_KINDS = (_ONCE, "tool_onderhoud", "personeel", "werking")
_WEEKS = {"week": 1.0, "weken": 1.0, "maand": 52 / 12, "maanden": 52 / 12, "jaar": 52.0}
_PERIOD = re.compile(r"(\d{1,3}|een|één) (week|weken|maand|maanden|jaar)")
_FREE = "geen"


def rows(parts: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
    """The amounts as rows, without the arrangement for payment, which is no cost."""
    unknown = catalogue.load("onlinehulp")["antwoorden"]["onbekend"]
    return tuple(
        {**part, "bedrag": "nog niet bekend" if part["stand"] == unknown else part["stand"]}
        for part in parts[: len(_KINDS)]
    )


def amounts(profile: Profile) -> tuple[str, dict[str, Text]]:
    """What the known amounts come to: `totaal`, `gelijk`, `deel` or `niets`, and `geld.eerste` and `geld.later`."""
    given = {kind: velden.raw(profile, f"onlinehulp.kosten.{kind}") for kind in _KINDS}
    known = {kind: amount for kind, amount in given.items() if isinstance(amount, int)}
    first = sum(known.values())
    which = "deel" if len(known) < len(_KINDS) else "totaal" if known[_ONCE] else "gelijk"
    return which if known else "niets", {
        "geld.eerste": dutch.euro(first),
        "geld.later": dutch.euro(first - known.get(_ONCE, 0)),
    }


def total(profile: Profile, parts: tuple[dict[str, Any], ...], names: Mapping[str, Text]) -> Text:
    """What the known amounts come to, in the first year and in every next one, and what is missing."""
    which, own = amounts(profile)
    missing = [
        part["kort"]
        for part, kind in zip(parts, _KINDS, strict=False)
        if not isinstance(velden.raw(profile, f"onlinehulp.kosten.{kind}"), int)
    ]
    text = catalogue.load("onlinehulp")["zinnen"]["geld"]
    return fill(text[which], {**names, **own, "geld.mist": dutch.opsomming(missing)})


def hours_in_money(profile: Profile) -> Text:
    """That nobody said whether the working hours are part of the money for people; empty where one is not known."""
    hours, money = (velden.raw(profile, f"onlinehulp.{path}") for path in ("tijd.werkuren", "kosten.personeel"))
    if not (isinstance(hours, int) and hours and isinstance(money, int) and money):
        return ""
    own: dict[str, Text] = {"geld.uren": dutch.uren(hours), "geld.personeel": dutch.euro(money)}
    return fill(catalogue.load("onlinehulp")["zinnen"]["geld"]["uren"], own)


def asked(profile: Profile) -> Text:
    """What it takes, as far as that is known: hours, lead time and the money of the first year."""
    text = catalogue.load("onlinehulp")["zinnen"]["vraagt"]
    hours, period = (velden.raw(profile, f"onlinehulp.tijd.{key}") for key in ("werkuren", "doorlooptijd"))
    amounts = [velden.raw(profile, f"onlinehulp.kosten.{kind}") for kind in _KINDS]
    known = [amount for amount in amounts if isinstance(amount, int)]
    money = text["geld" if len(known) == len(_KINDS) else "geld_deel"]
    return dutch.opsomming(
        [
            dutch.uren(hours) if isinstance(hours, int) else "",
            fill(text["doorlooptijd"], {"tijd.doorlooptijd": period}) if isinstance(period, str) and period else "",
            fill(money, {"geld.eerste": dutch.euro(sum(known))}) if known else "",
        ]
    )


def payment(profile: Profile, names: Mapping[str, Text]) -> Text:
    """Whether those who are helped pay, and how."""
    path = "onlinehulp.kosten.regeling_hulpvragers"
    text = catalogue.load("onlinehulp")["zinnen"]["geld"]
    said = velden.text(profile, path)
    which = "regeling" if said else "regeling_onbekend"
    if velden.raw(profile, path) == _FREE:
        which = "gratis"
    return fill(text[which], {**names, "geld.regeling": said})


def per_week(profile: Profile, names: Mapping[str, Text]) -> Text:
    """The working hours spread over the lead time; nothing where either is not known or not clear."""
    hours, period = (velden.raw(profile, f"onlinehulp.tijd.{key}") for key in ("werkuren", "doorlooptijd"))
    if not isinstance(hours, int) or isinstance(period, Open):
        return ""
    match = _PERIOD.fullmatch(str(period or "").strip().lower())
    weeks = (int(match[1]) if match[1].isdecimal() else 1) * _WEEKS[match[2]] if match else 0
    each = round(hours / weeks) if weeks else 0
    if each < 1:
        return ""
    own = {"tijd.doorlooptijd": period, "tijd.werkuren": dutch.uren(hours), "tijd.week": dutch.uren(each)}
    return fill(catalogue.load("onlinehulp")["zinnen"]["tijd"]["week"], {**names, **own})
