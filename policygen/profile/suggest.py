"""The likely word for a mistake, and the list of what is allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_MOST: Final = 14
_LONGEST: Final = 100
"""Characters; what is longer is a text in the wrong place and no slip of the pen."""


def meant(given: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that looks most like what was typed, if any does."""
    from difflib import get_close_matches  # noqa: PLC0415 - only paid for when something is wrong

    if len(given) > _LONGEST:
        return None
    known = {_plain(word): word for word in allowed}
    close = get_close_matches(_plain(given), known, 1, 0.6)
    return known[close[0]] if close else None


def hint(given: str, allowed: Collection[str], *, always_list: bool = False) -> str:
    """A question when there is a likely word, and the allowed words when that helps."""
    likely = meant(given, allowed)
    question = f"Bedoelt u '{likely}'?" if likely else ""
    if likely and not always_list:
        return question
    listed = f"Toegestaan: {', '.join(allowed)}." if allowed and (always_list or len(allowed) <= _MOST) else ""
    return " ".join(part for part in (question, listed) if part)


def _plain(word: str) -> str:
    return word.casefold().replace(" ", "_").replace("-", "_").replace("ë", "e").replace("é", "e")
