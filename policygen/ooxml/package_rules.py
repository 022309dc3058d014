"""Rules for a Word file as a whole: content types and relationships."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.ooxml import relations
from policygen.ooxml.names import CONTENT_TYPES_PART, DOCUMENT, REL, RELATIONSHIPS, A, W, rels_part
from policygen.ooxml.part_rules import query, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_REFERENCES: Final = query("//@r:*")
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_ROOTS: Final = {
    "styles": "styles", "numbering": "numbering", "settings": "settings", "webSettings": "webSettings",
    "fontTable": "fonts", "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments",
    "header": "hdr", "footer": "ftr",
}  # fmt: skip
# What a relationship of the main text asks of its part: content type and root element.
_KINDS: Final = {
    **{REL + kind: (f"{_OFFICE}wordprocessingml.{kind}+xml", f"{{{W}}}{root}") for kind, root in _ROOTS.items()},
    f"{REL}theme": (f"{_OFFICE}theme+xml", f"{{{A}}}theme"),
}
_RELATIONSHIP: Final = f"{{{RELATIONSHIPS}}}Relationship"


def faults(parts: Mapping[str, bytes], roots: Mapping[str, Element]) -> Iterator[tuple[str, str]]:
    """Lists part and fault of what is wrong between the parts.

    Args:
        parts: The parts by name.
        roots: Root elements of those that are looked into; of each their references must lead somewhere.
    """
    known: dict[str, set[str]] = {}
    for name, root in roots.items():
        if name.endswith(".rels"):
            folder, _, file = name.rpartition("_rels/")
            owner = folder + file.removesuffix(".rels")
            known[owner] = {one.get("Id", "") for one in root}
            yield from ((name, message) for message in _relationships(parts, owner, root))
    for name, root in roots.items():
        if not name.endswith(".rels"):
            for value in dict.fromkeys(map(str, _REFERENCES(root))):
                if value and value not in known.get(name, ()):
                    yield name, f"relatie {value} bestaat niet"
    yield from ((CONTENT_TYPES_PART, message) for message in repeated("onderdeel", map(str.lower, parts)))
    if CONTENT_TYPES_PART not in parts:
        yield CONTENT_TYPES_PART, "dit onderdeel ontbreekt"
    yield from _start(roots)
    if CONTENT_TYPES_PART in roots:
        yield from _content_types(parts, roots)


def _relationships(parts: Mapping[str, bytes], owner: str, root: Element) -> Iterator[str]:
    if root.tag != f"{_RELATIONSHIP}s" or any(one.tag != _RELATIONSHIP for one in root):
        yield "een andere inhoud dan bij dit onderdeel hoort"
    yield from repeated("id", (one.get("Id", "") for one in root))
    for one in root:
        if one.get("TargetMode") != "External" and relations.target_of(owner, one) not in parts:
            yield f"{one.get('Target')} bestaat niet"


def _start(roots: Mapping[str, Element]) -> Iterator[tuple[str, str]]:
    found = roots.get(rels_part(""), ())
    if not any(one.get("Type") == f"{REL}officeDocument" and relations.target_of("", one) == DOCUMENT for one in found):
        yield rels_part(""), f"geen verwijzing naar {DOCUMENT}"


def _content_types(parts: Mapping[str, bytes], roots: Mapping[str, Element]) -> Iterator[tuple[str, str]]:
    types = roots[CONTENT_TYPES_PART]
    declared = (one.get("PartName", one.get("Extension", "")).lower() for one in types)
    yield from ((CONTENT_TYPES_PART, message) for message in repeated("inhoudstype", declared))
    kind_of = relations.content_types(types)
    yield from ((name, "geen inhoudstype") for name in parts if name != CONTENT_TYPES_PART and not kind_of(name))
    for one in roots.get(rels_part(DOCUMENT), ()):
        part = relations.target_of(DOCUMENT, one)
        kind, root = _KINDS.get(one.get("Type", ""), ("", ""))
        if kind and part in parts and kind_of(part) != kind:
            yield part, "een ander inhoudstype dan bij dit onderdeel hoort"
        if root and part in roots and roots[part].tag != root:
            yield part, "een andere inhoud dan bij dit onderdeel hoort"
