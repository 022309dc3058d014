"""Dutch spelling and typography: lists, capitals, dates, amounts and file names."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from policygen.openplace import Open, Pieces, Text, join

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_PAIR = 2
_SMALL = ("", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")

SENTENCE_ENDS = (".", "!", "?", "…")

# NFKD leaves these letters whole.
_LETTERS = str.maketrans({
    "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ħ": "h", "Ħ": "H", "ŋ": "n", "Ŋ": "N", "&": " en ",
})  # fmt: skip
_SEPARATORS = str.maketrans(",.", ".,")
_LOOKED_AT = 1000  # characters; a name of megabytes would take seconds
_APOSTROPHES = "'\u2019"
_SHORT_WORD = re.compile(rf"[{_APOSTROPHES}][a-zA-Z]{{1,2}}(?=[\s-])[\s-]*")
_SPECIAL = ("ij", "één")  # begin with a letter that is not all that changes
_OPENING = " \t\n\"'\u2018\u201c\u201e\u00ab([{-"


def slug(text: str, limit: int = 60) -> str:
    """Makes an ASCII part of a file name (a-z, 0-9, -); empty when the text holds nothing usable."""
    text = text[:_LOOKED_AT].translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(rf"[{_APOSTROPHES}]", "", plain)).strip("-")
    return words[:limit].rstrip("-")


def opsomming(items: Iterable[Text], voegwoord: str = "en") -> Text:
    """Joins as `a, b en c`; one item stays itself and empty items are left out. Open places survive."""
    rest = [item for item in ((items,) if isinstance(items, (str, Open, Pieces)) else items) if item]
    if len(rest) < _PAIR:
        return rest[0] if rest else ""
    return join(rij(rest[:-1]), f" {voegwoord} ", rest[-1])


def rij(items: Iterable[Text], teken: str = ", ") -> Text:
    """Joins with one mark all the way (`a, b, c`); empty items are left out."""
    rest = [item for item in items if item]
    try:
        return teken.join(rest)  # type: ignore[arg-type]  # nearly always there is no open place among them
    except TypeError:
        return join(*[piece for item in rest for piece in (teken, item)][1:])


def hoofdletter(text: Text) -> Text:
    """Gives a sentence its capital: skips quotes, 't and 's, and makes IJ of ij. An open place stays as it is."""
    if isinstance(text, str):
        first = text[:1]
        if first.isupper():
            return text
        if first.isalpha() and not text.startswith(_SPECIAL):
            return first.upper() + text[1:]
    if isinstance(text, Pieces):
        return join(hoofdletter(text[0]), *text[1:])
    if isinstance(text, Open) or not text:
        return text
    start = 0
    while start < len(text):
        short = _SHORT_WORD.match(text, start)
        if short:
            start = short.end()
        elif text[start] in _OPENING:
            start += 1
        else:
            break
    if text.startswith("één", start):
        return f"{text[:start]}E{text[start + 1 :]}"  # a capital E needs no accent: Eén keer
    length = 2 if text[start : start + 2] == "ij" else 1
    return text[:start] + text[start : start + length].upper() + text[start + length :]


def punt(text: Text) -> Text:
    """Ends a sentence with a full stop, unless what comes last has one, as in `De Linde B.V.` does."""
    last = text[-1] if isinstance(text, Pieces) else text
    return text if isinstance(last, str) and last.endswith(SENTENCE_ENDS) else join(text, ".")


def datum(day: date) -> str:
    """Writes a date in full: `23 november 2026`."""
    return f"{day.day} {maand(day.month)} {day.year}"


def maand(number: int) -> str:
    """Names a month, 1 to 12."""
    return MONTHS[number - 1]


def getal(number: float) -> str:
    """Writes a number with Dutch separators: `1.250`, `3,5`."""
    text = f"{number:,.2f}"
    short = text.removesuffix(".00") if text.endswith(".00") else text.rstrip("0")
    return short.translate(_SEPARATORS)


def euro(amount: float) -> str:
    """Writes an amount: `3.500 euro`."""
    return f"{getal(amount)} euro"


def uren(number: float) -> str:
    """Writes a number of hours: `4 uur`."""
    return f"{getal(number)} uur"


def keer(number: int) -> str:
    """Writes how often: `één keer`, `twee keer`, `12 keer`."""
    return f"{_SMALL[number] if 0 < number < len(_SMALL) else getal(number)} keer"
