"""Colours, font and language of the house style, with colours that stay readable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen.colours import READABLE, contrast
from policygen.context import velden
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_COLOUR = "17506B"
_ACCENT = "A8481A"
_FONT = "Calibri"


def huisstijl(profile: Profile, land: str, korte_naam: Text) -> dict[str, Any]:
    """Builds `huisstijl`; colours are six hex digits without `#`.

    `kleur` is for areas with text in `op_kleur` on it, `kleur_licht` for areas with black text, and `kleur_tekst` is
    the same colour, darkened where needed, for headings on white.
    """
    kleur = _hex(velden.raw(profile, "huisstijl.kleur"), _COLOUR)
    accent = _hex(velden.raw(profile, "huisstijl.accentkleur"), _ACCENT)
    font = velden.raw(profile, "huisstijl.lettertype")
    return {
        "kleur": kleur,
        "kleur_licht": mix(kleur, "FFFFFF", 0.88),
        "kleur_tekst": readable(kleur),
        "op_kleur": text_on(kleur),
        "accentkleur": accent,
        "accent_tekst": readable(accent),
        "op_accent": text_on(accent),
        "lettertype": font if isinstance(font, str) else _FONT,
        "afzender": velden.text(profile, "huisstijl.afzender"),
        "logo_alt": velden.text(profile, "huisstijl.logo_alt", join("Logo van ", korte_naam)),
        "taal": f"nl-{land}",
    }


def _hex(value: object, default: str) -> str:
    if not isinstance(value, str) or isinstance(value, Open):
        return default
    digits = value.lstrip("#").upper()
    return "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits  # noqa: PLR2004 - the #RGB form


def text_on(colour: str) -> str:
    """White or black, whichever reads best on a colour."""
    return "FFFFFF" if contrast(colour, "FFFFFF") >= contrast(colour, "000000") else "000000"


def mix(colour: str, other: str, share: float) -> str:
    """Mixes `share` (0 to 1) of another colour in."""
    pairs = [(int(colour[place : place + 2], 16), int(other[place : place + 2], 16)) for place in (0, 2, 4)]
    return "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)


def readable(colour: str) -> str:
    """The colour itself, or darker until it reads as text on white."""
    step = 0.0
    shade = colour
    while contrast(shade, "FFFFFF") < READABLE:
        step += 0.05
        shade = mix(colour, "000000", step)
    return shade
