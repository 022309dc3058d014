"""The form on which somebody agrees to pictures, per purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context.bijlage_kanalen import kind
from policygen.context.variant import kies
from policygen.context.vullen import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text


def toestemming(
    context: dict[str, Any], channels: tuple[dict[str, Any], ...], names: Mapping[str, Text]
) -> dict[str, Any]:
    """Builds the form for pictures: `doelen` to tick, the heads of both columns, who signs, and how to stop."""
    data = catalogue.load("bijlagen")["toestemming"]
    land = context["organisatie"]["land"]
    signs = [data["wie"]["client"], data["wie"]["vertegenwoordiger"]]
    if context["organisatie"]["minderjarigen"]:
        signs.append(kies(data["wie"]["minderjarig"], context))
    term = data["termijn_voorstel"] if context["document"]["concept"] else ""
    keep = data["bewaren" if context["termen"]["clientplan"] else "bewaren_zonder_plan"]
    return {
        "uitleg": kies(data["uitleg"], context),
        "kolom_een": data["kolommen"][land]["een"],
        "kolom_twee": data["kolommen"][land]["twee"],
        "doelen": _purposes(data["doelen"], channels, names),
        "wie": tuple(dutch.hoofdletter(fill(text, names)) for text in signs),
        "intrekken": dutch.rij([fill(data["intrekken"], names), term], " "),
        "bewaren": fill(keep, names),
        "nakijken": data["nakijken"],
    }


def _purposes(
    texts: Mapping[str, str], channels: tuple[dict[str, Any], ...], names: Mapping[str, Text]
) -> tuple[Text, ...]:
    """A box for every use: inside, in print, to learn from, and per kind of channel."""
    by_kind: dict[str, list[Text]] = {}
    for channel in channels:
        by_kind.setdefault(kind(channel) or "anders", []).append(channel["naam"])
    online = [fill(texts[one], {"kanalen.namen": dutch.opsomming(found)}) for one, found in by_kind.items()]
    usual = [fill(texts[one], names) for one in ("intern", "drukwerk", "leren")]
    return (*usual, *(online or [texts["openbaar_zonder"], texts["besloten_zonder"]]), texts["zelf"])
