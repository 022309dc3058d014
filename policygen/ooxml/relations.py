"""Relationships and content types of a package."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.ooxml.names import CONTENT_TYPES, CONTENT_TYPES_PART, RELATIONSHIPS, rels_part
from policygen.ooxml.xml import read

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from lxml.etree import _Element as Element

Parts = dict[str, bytes]
_NO_RELATIONS: Final = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()


def relations(parts: MutableMapping[str, bytes], part: str) -> Element:
    """Reads the relationships of a part; an empty list when it has none."""
    return read(parts.get(rels_part(part), _NO_RELATIONS))


def target_of(part: str, relation: Element) -> str:
    """Names the part that a relationship of `part` points to."""
    target = relation.get("Target", "")
    return (
        target.lstrip("/")
        if target.startswith("/")
        else posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
    )


def find(parts: MutableMapping[str, bytes], part: str, kind: str) -> str | None:
    """Names the first part to which `part` has a relationship of this type."""
    return next((target_of(part, one) for one in relations(parts, part) if one.get("Type") == kind), None)


def relate(  # noqa: PLR0913 - a relationship has that many attributes
    parts: MutableMapping[str, bytes], part: str, kind: str, target: str, *, name: str = "", external: bool = False
) -> str:
    """Adds a relationship to `part`, under `name` or the first free id, and returns its id."""
    known = relations(parts, part)
    taken = {one.get("Id") for one in known}
    name = name or next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    made = etree.SubElement(known, f"{{{RELATIONSHIPS}}}Relationship", Id=name, Type=kind, Target=target)
    if external:
        made.set("TargetMode", "External")
    parts[rels_part(part)] = etree.tostring(known, xml_declaration=True, encoding="UTF-8", standalone=True)
    return name


def unrelate(parts: MutableMapping[str, bytes], part: str, name: str) -> None:
    """Removes the relationship with this id from `part`."""
    known = relations(parts, part)
    for one in list(known):
        if one.get("Id") == name:
            known.remove(one)
    parts[rels_part(part)] = etree.tostring(known, xml_declaration=True, encoding="UTF-8", standalone=True)


def declare(parts: MutableMapping[str, bytes], content_type: str, *, part: str = "", extension: str = "") -> None:
    """Gives a part, or all parts with an extension, a content type."""
    types = read(parts[CONTENT_TYPES_PART])
    name, key, value = ("Override", "PartName", f"/{part}") if part else ("Default", "Extension", extension)
    for one in _declared(types, name):
        if one.get(key, "").lower() == value.lower():
            one.set("ContentType", content_type)
            break
    else:
        made = etree.Element(f"{{{CONTENT_TYPES}}}{name}", {key: value, "ContentType": content_type})
        types.insert(0 if extension else len(types), made)
    parts[CONTENT_TYPES_PART] = etree.tostring(types, xml_declaration=True, encoding="UTF-8", standalone=True)


def content_type(parts: MutableMapping[str, bytes], part: str) -> str:
    """Looks up the content type of a part; empty when the package declares none."""
    return content_types(read(parts[CONTENT_TYPES_PART]))(part)


def content_types(types: Element) -> Callable[[str], str]:
    """Gives the function that looks up the content type of a part; empty when the package declares none.

    Args:
        types: Root of the part with the content types.
    """
    names = {one.get("PartName", "").lower(): one.get("ContentType", "") for one in _declared(types, "Override")}
    endings = {one.get("Extension", "").lower(): one.get("ContentType", "") for one in _declared(types, "Default")}
    return lambda part: names.get(f"/{part.lower()}") or endings.get(part.rpartition(".")[2].lower(), "")


def _declared(types: Element, name: str) -> list[Element]:
    return types.findall(f"{{{CONTENT_TYPES}}}{name}")
