"""The house style of a frame: what hangs on its theme follows the colours, font and language of the organisation."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from policygen.ooxml.names import STYLES, A, W, qn
from policygen.ooxml.runs import entities
from policygen.ooxml.xml import parse, to_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

Look = tuple[tuple[str, str], ...]

_COLOURS: Final = {
    "accent1": "kleur",
    "accent2": "accentkleur",
    "accent3": "kleur_tekst",  # for text on white: the first colour, dark enough to read
    "accent4": "op_kleur",  # for text on the first colour
    "hlink": "kleur_tekst",
    "hyperlink": "kleur_tekst",
}
_THEIR_NAMES: Final = {"accent3": "accent1", "text2": "dk2", "hyperlink": "hlink"}
_HEX: Final = "[0-9A-Fa-f]{0,2}"
_FIELDS: Final = (*sorted({*_COLOURS.values()}), "lettertype", "taal")
_MARKED = re.compile(f"\ue000((?:{'|'.join(_FIELDS)})\\|{_HEX}\\|{_HEX})\ue001")
_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_PAIRS: Final = (
    ("w:themeColor", ("w:color", "w:val"), "w:themeTint", "w:themeShade"),
    ("w:themeFill", ("w:fill",), "w:themeFillTint", "w:themeFillShade"),
)


def prepare(data: bytes, name: str) -> str:
    """Marks in a theme, styles or numbering part what follows the house style.

    Word reads the theme; other programs read the colour that Word wrote beside it, so both must change.

    Args:
        data: The part.
        name: Its name.

    Returns:
        The text of the part, for `styled`.
    """
    root = parse(data)
    if name.startswith("word/theme/"):
        for key, field in _COLOURS.items():
            for colour in root.iterfind(f".//{{{A}}}{key}/{{{A}}}srgbClr"):
                colour.set("val", _mark(field))
        for font in root.iterfind(f".//{{{A}}}fontScheme/*/{{{A}}}latin"):
            font.set("typeface", _mark("lettertype"))
        return to_text(root)
    for node in root.iter(f"{{{W}}}*"):
        for theme, values, tint, shade in _PAIRS:
            field = _COLOURS.get(node.get(qn(theme), ""), "")
            value = next((qn(value) for value in values if node.get(qn(value))), "")
            if field and value:
                node.set(value, _mark(field, _part(node, tint), _part(node, shade)))
    if name == STYLES:
        for language in root.iterfind(f"{qn('w:docDefaults')}//{qn('w:lang')}"):
            language.set(qn("w:val"), _mark("taal"))
    return to_text(root)


def follows_profile(parts: Mapping[str, bytes]) -> bool:
    """Whether a frame takes its colours and font from the profile: its theme is called `policygen`."""
    return any(name.startswith("word/theme/theme") and b'name="policygen"' in data for name, data in parts.items())


def recolour(styles: Iterable[Element], theme: Element | None) -> None:
    """Gives styles from one frame the colours that another theme has under the same names.

    Args:
        styles: The styles; changed in place. Colours that our theme alone has become those of its first accent.
        theme: Root of the theme; without one the styles keep their colours and let go of the theme.
    """
    colours = (
        {} if theme is None else {etree.QName(one).localname: one for one in theme.iterfind(f".//{{{A}}}clrScheme/*")}
    )
    for style in styles:
        for node in style.iter(etree.Element):
            for kind, values, tint, shade in _PAIRS:
                name = _THEIR_NAMES.get(node.get(qn(kind), ""), node.get(qn(kind), ""))
                value = next((qn(value) for value in values if node.get(qn(value))), "")
                if not name or not value:
                    continue
                colour = colours.get(name)
                if colour is None or not len(colour):
                    for attribute in (kind, tint, shade):
                        node.attrib.pop(qn(attribute), "")
                    continue
                hexadecimal = colour[0].get("val") if colour[0].get("lastClr") is None else colour[0].get("lastClr")
                node.set(qn(kind), {"dk2": "text2"}.get(name, name))
                node.set(value, tinted(hexadecimal or "000000", _part(node, tint), _part(node, shade)))


def look(house_style: Mapping[str, Any]) -> Look:
    """What of a house style the styled parts show: the same for all documents of an organisation."""
    return tuple((field, str(house_style[field])) for field in _FIELDS if field in house_style)


@lru_cache(maxsize=64)  # the parts of the frames of a run, for a few organisations
def styled(text: str, house_style: Look) -> str:
    """Gives a prepared part the colours, font and language of a house style.

    Args:
        text: What `prepare` made.
        house_style: What `look` made of it.
    """
    known = dict(house_style)
    values: dict[str, str] = {}
    for mark in set(_MARKED.findall(text)):
        field, tint, shade = mark.split("|")
        value = known[field]
        values[mark] = tinted(value, tint, shade) if tint or shade else entities(value).replace('"', "&quot;")
    return _MARKED.sub(lambda match: values[match[1]], text)


def _mark(field: str, tint: str = "", shade: str = "") -> str:
    return f"\ue000{field}|{tint}|{shade}\ue001"


def _part(node: Element, name: str) -> str:
    """How much of a colour is left, as two hex digits; empty when there is no such attribute, or no number in it."""
    text = node.get(qn(name), "")
    return text if re.fullmatch(_HEX, text) else ""


def tinted(colour: str, tint: str = "", shade: str = "") -> str:
    """Mixes a colour with white (`w:themeTint`) or black (`w:themeShade`).

    Args:
        colour: RRGGBB; the name of a colour stays as it is.
        tint: Two hex digits: how much of the colour is left, of 255; the rest is white.
        shade: The same with black.

    Returns:
        RRGGBB.
    """
    if not _COLOUR.fullmatch(colour):
        return colour
    channels = [int(colour[place : place + 2], 16) for place in (0, 2, 4)]
    for amount, towards in ((tint, 255), (shade, 0)):
        if amount:
            part = int(amount, 16) / 255
            channels = [round(channel * part + towards * (1 - part)) for channel in channels]
    return "".join(f"{channel:02X}" for channel in channels)
