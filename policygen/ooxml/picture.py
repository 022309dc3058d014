"""The picture on the cover: what a file holds, where a template has room for it, and the package around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from policygen.ooxml import relations
from policygen.ooxml.names import CONTENT_TYPES_PART, DOCUMENT, REL, WP, qn, rels_part
from policygen.ooxml.package import Member, member

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
        return min(width, round(height * self.ratio))

    def height(self, width: int, height: int) -> int:
        """Height in EMU that keeps the proportions within a box."""
        return min(height, round(width / self.ratio))


class Room(NamedTuple):
    """The place that a template has for a picture: relationship id and part; both empty when it has none."""

    relation: str = ""
    part: str = ""


def picture(data: bytes, tekst: str) -> Picture | None:
    """Reads kind and proportions of a picture; None when it is no PNG, JPEG or GIF."""
    # python-docx reads the headers of pictures; imported here because it is slow and not every document has one.
    from docx.image.image import Image  # noqa: PLC0415 - see above

    try:
        image = Image.from_blob(data)
    except Exception:  # noqa: BLE001 - it raises plain exceptions for damaged files
        return None
    ending = next((ending for ending, kind in PICTURES.items() if kind == image.content_type), "")
    width, height = image.px_width, image.px_height
    return Picture(data, ending, width / height, tekst) if ending and width and height else None


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
        width, height = int(box.get("cx", "0")), int(box.get("cy", "0"))
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
