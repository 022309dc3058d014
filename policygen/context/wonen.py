"""Whether the people who are helped live or stay here, as far as the words of the profile tell: no field asks it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from policygen import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

WONEN = "wonen"
AMBULANT = "ambulant"


def setting(context: Mapping[str, Any]) -> str:
    """Gives `wonen` or `ambulant`: what the words of the profile say goes before what is usual in the sector."""
    about, termen = context["organisatie"], context["termen"]
    said = [about[key] for key in ("naam", "korte_naam", "doelgroep")]
    said += [termen[key].get("enkelvoud", "") for key in ("client", "clientplan")]
    return _told(" ".join(map(str, said)).lower(), about["sector"])


@lru_cache(maxsize=64)  # asked for each statement and moment
def _told(text: str, sector: str) -> str:
    for kind in (AMBULANT, WONEN):  # "thuis wonen" is no living here
        if _pattern(kind).search(text):
            return kind
    return WONEN if sector in catalogue.load("termen")["wonen"]["sectoren"] else AMBULANT


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = catalogue.load("termen")["wonen"]["woorden"][kind]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})")
