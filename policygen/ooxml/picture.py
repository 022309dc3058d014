"""The picture on the cover: what a file holds, where a template has room for it, and the package around it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from policygen.ooxml import relations
from policygen.ooxml.names import CONTENT_TYPES_PART, DOCUMENT, REL, WP, qn, rels_part
from policygen.ooxml.package import Member, member
from policygen.ooxml.xml import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from policygen.ooxml.relations import Parts

PICTURES: Final = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif"}
"""Content types of the pictures that every Word can show, by file ending."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to put in a document.

    Attributes:
        data: The bytes of the file.
        ending: png, jpg or gif.
        ratio: Width divided by height.
        tekst: Alternative text.
    """

    data: bytes
    ending: str
    ratio: float
    tekst: str

    def width(self, width: int, height: int) -> int:
        """Width in EMU that keeps the proportions within a box."""
        return max(1, min(width, round(height * self.ratio)))

    def height(self, width: int, height: int) -> int:
        """Height in EMU that keeps the proportions within a box."""
        return max(1, min(height, round(width / self.ratio)))


class Room(NamedTuple):
    """The place that a template has for a picture: relationship id and part; both empty when it has none."""

    relation: str = ""
    part: str = ""


def picture(data: bytes, tekst: str) -> Picture | None:
    """Reads kind and proportions of a picture; None when it is no PNG, JPEG or GIF, or is damaged."""
    # Two numbers from a header: a library for this costs more time than filling three documents.
    for ending, (start, measure) in _KINDS.items():
        if data.startswith(start):
            width, height = measure(data) or (0, 0)
            return Picture(data, ending, width / height, tekst) if width and height else None
    return None


def _png(data: bytes) -> tuple[int, int] | None:
    """PNG, third edition, 11.2.1: IHDR comes first and begins with width and height."""
    return struct.unpack_from(">II", data, 16) if len(data) >= _PNG_HEADER and data[12:16] == b"IHDR" else None


def _gif(data: bytes) -> tuple[int, int] | None:
    """GIF 89a, 18: the logical screen follows the signature."""
    return struct.unpack_from("<HH", data, 6) if len(data) >= _GIF_HEADER else None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """ITU-T T.81, B.2.2: the frame header (SOF) holds height and width; segments before it are passed over."""
    place = 2
    while place + 9 <= len(data) and data[place] == _JPEG_MARKER:
        kind = data[place + 1]
        if kind in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return width, height
        place += 2 if kind == _JPEG_MARKER else 2 + int.from_bytes(data[place + 2 : place + 4])
    return None


_PNG_HEADER: Final = 24
_GIF_HEADER: Final = 10
_JPEG_MARKER: Final = 0xFF
_JPEG_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # without tables, extensions and conditioning
_KINDS: Final = {
    "png": (b"\x89PNG\r\n\x1a\n", _png),
    "jpg": (b"\xff\xd8\xff", _jpeg),
    "gif": (b"GIF8", _gif),
}


def make_room(parts: Parts, root: Element, tag: str, token: Callable[[str], str], name: str) -> Room:
    """Finds the picture whose alternative text is `tag` and makes its size and text follow the picture to come.

    Args:
        parts: Parts of the template.
        root: Main text; changed in place.
        tag: Alternative text of the placeholder, such as `{{ huisstijl.logo }}`.
        token: Turns an expression into text that may stand in an attribute.
        name: Name of the `Picture` in expressions.
    """
    for properties in root.iter(f"{{{WP}}}docPr"):
        drawing = next(properties.iterancestors(qn("w:drawing")), None)
        if drawing is None or "".join(properties.get("descr", "").split()) != "".join(tag.split()):
            continue
        box, blip = drawing.find(f".//{{{WP}}}extent"), drawing.find(f".//{qn('a:blip')}")
        if box is None or blip is None:
            continue
        properties.set("descr", token(f"{name}.tekst|_pg_flat"))
        width, height = number(box, "cx", 0), number(box, "cy", 0)
        for node in (box, *drawing.iter(qn("a:ext"))):
            if node.get("cx"):
                node.set("cx", token(f"{name}.width({width}, {height})"))
                node.set("cy", token(f"{name}.height({width}, {height})"))
        relation = blip.get(qn("r:embed"), "")
        part = next(
            (
                relations.target_of(DOCUMENT, one)
                for one in relations.relations(parts, DOCUMENT)
                if one.get("Id") == relation
            ),
            "",
        )
        return Room(relation, part)
    return Room()


def packages(parts: Parts, room: Room) -> dict[str, tuple[Member, ...]]:
    """Makes content types and relationships for each kind of picture that can come, and for none (`""`)."""
    made: dict[str, tuple[Member, ...]] = {}
    for ending, kind in (("", ""), *PICTURES.items()):
        variant = dict(parts)
        if room.part:
            relations.unrelate(variant, DOCUMENT, room.relation)
        if room.part and ending:
            target = f"{room.part.removeprefix('word/').rpartition('.')[0]}.{ending}"
            relations.relate(variant, DOCUMENT, REL + "image", target, name=room.relation)
            relations.declare(variant, kind, extension=ending)
        made[ending] = tuple(
            member(name, variant[name]) for name in (CONTENT_TYPES_PART, rels_part(DOCUMENT)) if name in variant
        )
    return made
