"""Footnotes, endnotes and comments of a printed document: those that its text refers to, and no others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

NOTES: Final = {"word/footnotes.xml": "footnote", "word/endnotes.xml": "endnote"}
"""The parts with notes, and what a note is called in them."""


def referred(text: str, name: str) -> set[str]:
    """The numbers of the notes or comments that the printed main text refers to.

    Args:
        text: The main text as XML.
        name: `footnote`, `endnote` or `comment`.
    """
    return set(re.findall(rf'<w:{name}Reference(?: [^>]*)? w:id="([^"]*)"', text))


def only(text: str, name: str, numbers: Collection[str]) -> str:
    """Leaves out the notes or comments that the main text does not refer to: a condition may have left out who did.

    Args:
        text: The printed part that holds them.
        name: `footnote`, `endnote` or `comment`.
        numbers: The numbers of those to keep; the lines between text and notes always stay.
    """

    def kept(match: re.Match[str]) -> str:
        number = re.search(r' w:id="([^"]*)"', match[1])
        special = re.search(r' w:type="(?!normal")', match[1])
        return match[0] if special or (number and number[1] in numbers) else ""

    return re.sub(rf"<w:{name}((?: [^>]*)?)(?:/>|(?<!/)>.*?</w:{name}>)", kept, text, flags=re.DOTALL)
