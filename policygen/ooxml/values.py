"""How a value becomes the text of a run, an attribute or a property."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from numbers import Number
from typing import Final

from jinja2 import Undefined

from policygen import dutch
from policygen.ooxml.runs import LINE_BREAK, PARAGRAPH_MARK, PRESERVED, entities
from policygen.openplace import Open, Pieces

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS: Final = bytes(range(32))
_MARKUP: Final = _CONTROLS + b"&<>"
# Beyond ASCII: what XML cannot hold, and what Word shows as something else.
_RARE = re.compile("[\u00ad\ud800-\udfff\ufffe\uffff]")
_LONG: Final = 100  # characters, from where one look at the bytes is quicker than at each letter
_SEPARATOR: Final = "\x1f"  # a control character, so no value that may be printed holds it
_BREAKING: Final = "\n\r\t\u00ad"  # each becomes an element of its own
_SPACE = re.compile("[ \t\r\n]+")
_BLANK_LINE = re.compile(r"\n(?:[ \t]*\n)+")


class Xml(str):
    """Markup that the renderer made itself; printed as it is."""

    __slots__ = ()


class ValueRefusedError(Exception):
    """A value that cannot be printed; the message is a Dutch clause."""


def is_plain(value: str) -> bool:
    """Whether text is its own XML. A few quick looks; text that needs no change may fail, such as a no-break space."""
    if len(value) > _LONG and value.isascii():
        data = value.encode()
        return len(data.translate(None, _MARKUP)) == len(data)
    return value.isprintable() and "&" not in value and "<" not in value and ">" not in value


def escape_all(values: list[str]) -> list[str]:
    """Escapes many texts at once, as `escape` does one.

    Raises:
        TypeError: One of them is no text.
        ValueRefusedError: One of them holds a character that XML cannot hold.
    """
    if is_plain("".join(values)):
        return values
    whole = _SEPARATOR.join(values)
    if not _only_separators(whole, len(values) - 1):
        return list(map(escape, values))
    return entities(whole).split(_SEPARATOR) if "&" in whole or "<" in whole or ">" in whole else values


def _only_separators(text: str, number: int) -> bool:
    """Whether text holds that many control characters and nothing else that needs more than `entities`."""
    try:
        data = text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return False
    return len(data) - len(data.translate(None, _CONTROLS)) == number and (text.isascii() or not _RARE.search(text))


def as_text(value: object) -> str:
    """Writes a value that is no text as Dutch text.

    Raises:
        ValueRefusedError: The value is missing, is a collection, or has no text of its own.
    """
    if isinstance(value, (str, Undefined)):
        return str(value)
    if value is None:
        raise ValueRefusedError("er is geen waarde")
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return dutch.datum(value)
    if isinstance(value, (Mapping, AbstractSet, Sequence)):
        raise ValueRefusedError("dit is geen tekst maar een verzameling; noem het onderdeel of gebruik een lus")
    if not isinstance(value, Number) and type(value).__str__ is object.__str__:
        raise ValueRefusedError("dit is geen tekst")  # it would print its address in memory
    return str(value)


def escape(value: str) -> str:
    """Writes text as the content of a `w:t`: a newline is a line break, a blank line a new paragraph.

    Raises:
        ValueRefusedError: The text holds a character that XML cannot hold.
    """
    _refuse_illegal(value)
    value = entities(value)
    if "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" in value:
        value = _BLANK_LINE.sub(PARAGRAPH_MARK, value).replace("\n", LINE_BREAK)
    if "\u00ad" in value:  # Word shows the character itself as a hyphen
        value = value.replace("\u00ad", f"</w:t><w:softHyphen/>{PRESERVED}")
    return value.replace("\t", f"</w:t><w:tab/>{PRESERVED}") if "\t" in value else value


def printed_size(value: str) -> int:
    """About how many characters `escape` makes of a text, without making them."""
    marks = value.count("&") + value.count("<") + value.count(">")
    return len(value) + 4 * marks + len(LINE_BREAK) * sum(map(value.count, _BREAKING))


def flat(value: object) -> Xml:
    """Writes a value as plain text on one line, for attributes and document properties: breaks and tabs are spaces."""
    text = str(value) if isinstance(value, (Open, Pieces)) else as_text(value)
    if is_plain(text) and '"' not in text:
        return Xml(text)
    text = _SPACE.sub(lambda space: " " if space[0].strip(" ") else space[0], text)
    _refuse_illegal(text)
    return Xml(entities(text).replace('"', "&quot;"))


def _refuse_illegal(value: str) -> None:
    if bad := _ILLEGAL.search(value):
        raise ValueRefusedError(f"het teken U+{ord(bad[0]):04X} kan niet in een Word-document")


def has_markup(value: object) -> bool:
    """Whether a value brings its own runs or paragraphs, as a RichText of docxtpl does."""
    return hasattr(type(value), "__html__")


def markup(value: object) -> Xml:
    """The markup of such a value.

    Raises:
        ValueRefusedError: It holds a character that XML cannot hold.
    """
    text = str(value.__html__())  # type: ignore[attr-defined]
    _refuse_illegal(text)
    return Xml(text)
