"""Which texts fit: a function's texts, with the variants for this sector and for the group of people it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue
from policygen.context import velden
from policygen.context.vacature_functie import NEUTRAL, matches, simple
from policygen.context.wonen import AMBULANT, setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policygen.profile import Profile


def settings(profile: Profile, context: Mapping[str, Any]) -> tuple[str, ...]:
    """What the texts must fit, the least specific first: ambulant, the sector, minors, then the groups of `groepen`."""
    where = setting(context)
    sector = context["organisatie"]["sector"]
    described = velden.raw(profile, "organisatie.doelgroep")
    one = context["termen"]["client"].get("enkelvoud", "")
    found = [
        name
        for name, group in catalogue.load("vacatures")["groepen"].items()
        if _has(described, group["doelgroep"]) or (sector not in group["niet_in"] and _has(one, group["client"]))
    ]
    minors = ["minderjarigen"] if context["organisatie"]["minderjarigen"] else []
    return (*([AMBULANT] if where == AMBULANT else ()), sector, *minors, *found)


def groups(fitting: Iterable[str]) -> tuple[str, ...]:
    """The groups among the settings."""
    known = catalogue.load("vacatures")["groepen"]
    return tuple(name for name in fitting if name in known)


def fits(key: str, fitting: tuple[str, ...]) -> bool:
    """Whether a function has texts for every group; its own moment would be out of place for a group without."""
    function = catalogue.load("vacatures")["functies"][key]
    covered = {name for variant in function.get("varianten", ()) for name in variant["voor"]}
    return key == NEUTRAL or covered >= set(groups(fitting))


def texts(key: str, fitting: tuple[str, ...]) -> dict[str, Any]:
    """The texts of a function; of two variants that fit, the one for the most specific setting wins."""
    function: dict[str, Any] = catalogue.load("vacatures")["functies"][key]
    merged = {name: part for name, part in function.items() if name != "varianten"}
    for one in fitting:
        for variant in function.get("varianten", ()):
            if one in variant["voor"]:
                merged = _over(merged, {name: part for name, part in variant.items() if name != "voor"})
    return merged


def _has(text: object, words: Iterable[str]) -> bool:
    return isinstance(text, str) and any(matches(simple(text), word) for word in words)


def _over(base: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for name, part in change.items():
        inner = isinstance(part, dict) and isinstance(base.get(name), dict)
        merged[name] = _over(base[name], part) if inner else part
    return merged
