"""Catalogue texts that differ per country, form of address and language level: the most specific one wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen.context import velden

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

KINDS = (("NL", "BE"), ("je", "u"), ("B1", "B2"))
"""What a key of a variant may name; a key names one word of a kind at most, and '' fits everywhere."""


def taal(profile: Profile) -> dict[str, str]:
    """Builds `taal`: how the texts address the reader, and at which level."""
    address, level = (velden.raw(profile, f"taal.{key}") for key in ("aanspreekvorm", "niveau"))
    return {"aanspreekvorm": "u" if address == "u" else "je", "niveau": "B2" if level == "B2" else "B1"}


def kies(texts: str | Mapping[str, str], context: Mapping[str, Any]) -> str:
    """Chooses the text that fits the context best.

    Args:
        texts: One text for all, or texts by the words that they are for: `{"je": ..., "u": ..., "BE u": ...}`.
        context: A Context with `organisatie` and `taal`.

    Raises:
        KeyError: No text fits; a test goes over the catalogue, so that this is a mistake of ours.
    """
    if isinstance(texts, str):
        return texts
    here = {context["organisatie"]["land"], context["taal"]["aanspreekvorm"], context["taal"]["niveau"]}
    fitting = [key for key in texts if here.issuperset(key.split())]
    if not fitting:
        raise KeyError(f"no variant for {sorted(here)} in {sorted(texts)}")
    return texts[max(fitting, key=lambda key: len(key.split()))]
