"""Who tells the parents of a young person that something went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue
from policygen.context.vullen import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text


def parents(context: Mapping[str, Any], leader: Text, final: Text) -> Text:
    """The sentences after reporting, in youth care only; empty elsewhere. The policy and the card share them."""
    about, texts = context["organisatie"], catalogue.load("bijlagen")["incident"]
    if about["sector"] != "jeugdhulp" or not about["minderjarigen"]:
        return ""
    names = {"termen.client.de": context["termen"]["client"]["de"], "wie.leider_de": leader, "wie.eind": final}
    return fill(texts["ouders_een" if leader == final else "ouders"], names)
