"""The form on which somebody agrees to pictures, per purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context.bijlage_kanalen import kind
from policygen.context.kanaal import at_start
from policygen.context.variant import kies
from policygen.context.vullen import fill, flatten

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text


def toestemming(
    context: dict[str, Any], channels: tuple[dict[str, Any], ...], names: Mapping[str, Text]
) -> dict[str, Any]:
    """Builds the form for pictures: `doelen` to tick, the heads of both columns, who signs, and how to stop."""
    data = catalogue.load("bijlagen")["toestemming"]
    land = context["organisatie"]["land"]
    same = beeld(context)
    minors = same["beeld.minderjarig"] if context["organisatie"]["minderjarigen"] else ""
    court = same["beeld.maatregel"] if context["organisatie"]["sector"] == "jeugdhulp" else ""
    signs = [fill(data["wie"]["client"], names), minors, court, same["beeld.vertegenwoordiger"]]
    keep = data["bewaren" if context["termen"]["clientplan"] else "bewaren_zonder_plan"]
    return {
        "uitleg": kies(data["uitleg"], context),
        "kolom_een": data["kolommen"][land]["een"],
        "kolom_twee": data["kolommen"][land]["twee"],
        "doelen": _purposes(data["doelen"], channels, names),
        "wie": tuple(dutch.hoofdletter(text) for text in signs if text),
        "intrekken": fill(data["intrekken"], {**names, **same}),
        "bewaren": fill(keep, names),
    }


def beeld(context: dict[str, Any]) -> dict[str, Text]:
    """Gives the names `beeld.*`: who decides for another and how to stop, the same in the policy and on the form."""
    data, names = catalogue.load("bijlagen")["toestemming"], flatten({"termen": context["termen"]})
    told = {"minderjarig": data["wie"]["minderjarig"], "vertegenwoordiger": data["wie"]["vertegenwoordiger"]}
    told |= {"stoppen": data["stoppen"], "maatregel": data["maatregel"]["tekst"]}
    told["kop_maatregel"] = data["maatregel"]["kop"]
    return {f"beeld.{key}": fill(kies(text, context), names) for key, text in told.items()}


def _purposes(
    texts: Mapping[str, str], channels: tuple[dict[str, Any], ...], names: Mapping[str, Text]
) -> tuple[Text, ...]:
    """A box for every use: inside, in print, to learn from, and per channel."""
    shown = [one for one in channels if not one["vertrouwelijk"]]
    online = [fill(texts[kind(one) or "anders"], {"kanalen.naam": at_start(one["naam"])}) for one in shown]
    usual = [fill(texts[one], names) for one in ("intern", "drukwerk", "leren")]
    return (*usual, *(online or [texts["openbaar_zonder"], texts["besloten_zonder"]]), texts["zelf"])
