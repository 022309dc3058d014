"""A company's own Word file as house style: its styles, theme, page, header and footer around the pages of a frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.ooxml import relations
from policygen.ooxml.housestyle import recolour
from policygen.ooxml.names import CONTENT_TYPES_PART, DOCUMENT, STYLES, qn
from policygen.ooxml.splice import splice
from policygen.ooxml.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from policygen.ooxml.relations import Parts

_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CORE: Final = "docProps/core.xml"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_THEME = re.compile(r"word/theme/theme\d*\.xml")


def dress(house: Parts, house_root: Element, frame: Parts, frame_root: Element) -> None:
    """Puts the pages of a frame in a company's document, in the place of the text that stands there.

    Args:
        house: Parts of the company's document; changed in place.
        house_root: Its main text; changed in place.
        frame: Parts of the frame.
        frame_root: Main text of the frame; its content is moved.
    """
    body = house_root.find(qn("w:body"))
    if body is None:
        return
    for node in list(body):
        if node.tag != qn("w:sectPr"):
            body.remove(node)
    slot = etree.Element(qn("w:p"))
    body.insert(0, slot)
    known = {style.get(qn("w:styleId")) for style in parse(house[STYLES]).iter(qn("w:style"))}
    splice(house, house_root, slot, frame, frame_root)
    styles = parse(house[STYLES])
    theme = next((parse(data) for name, data in house.items() if _THEME.fullmatch(name)), None)
    recolour((style for style in styles.iter(qn("w:style")) if style.get(qn("w:styleId")) not in known), theme)
    house[STYLES] = etree.tostring(styles, xml_declaration=True, encoding="UTF-8", standalone=True)
    house[_CORE] = frame[_CORE]
    relations.declare(house, _CORE_TYPE, part=_CORE)
    if relations.find(house, "", _CORE_RELATION) is None:
        relations.relate(house, "", _CORE_RELATION, _CORE)


def as_document(parts: Parts) -> None:
    """Makes an ordinary document of a Word template (.dotx): they differ in one content type."""
    relations.declare(parts, _MAIN, part=DOCUMENT)


def is_template(parts: Parts) -> bool:
    """Whether a package is a Word template (.dotx)."""
    return b"wordprocessingml.template.main+xml" in parts.get(CONTENT_TYPES_PART, b"")
