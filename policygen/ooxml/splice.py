"""Puts a body into a frame: styles by their name, pictures and links, and the pages that lie on their side."""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.ooxml import relations
from policygen.ooxml.anchors import ANCHORS, remove_all
from policygen.ooxml.instructions import cut, is_statement
from policygen.ooxml.lists import bring_numbering
from policygen.ooxml.names import DOCUMENT, NUMBERING, REL, STYLES, R, W, qn
from policygen.ooxml.nesting import OPENERS
from policygen.ooxml.xml import number as number_in
from policygen.ooxml.xml import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from policygen.ooxml.relations import Parts

_NO_STYLES: Final = f'<w:styles xmlns:w="{W}"/>'.encode()
_STYLED: Final = ("w:pStyle", "w:rStyle", "w:tblStyle")
_BULLETS: Final = ("List Bullet", "List Bullet 2")
_NUMBERS: Final = ("List Number",)


@lru_cache(maxsize=8)
def styles_of(styles: bytes) -> Mapping[str, str]:
    """As `style_ids`, for a part as it is stored: frame and bodies of one run mostly share theirs."""
    return style_ids(parse(styles))


def style_ids(styles: Element) -> dict[str, str]:
    """Maps the invariant name of each style, lower case, to its id: Dutch Word calls `heading 1` Kop1."""
    return {
        name.get(qn("w:val"), "").lower(): style.get(qn("w:styleId"), "")
        for style in styles.iter(qn("w:style"))
        for name in style.iterchildren(qn("w:name"))
    }


def splice(frame: Parts, frame_root: Element, slot: Element, body: Parts, body_root: Element) -> None:
    """Puts the content of a body in the place of `slot` in a frame.

    Args:
        frame: Parts of the frame; grows by the pictures, links and styles that the body brings.
        frame_root: Main text of the frame; changed in place.
        slot: The paragraph or instruction in the frame that gives way.
        body: Parts of the body.
        body_root: Main text of the body; its content is moved.
    """
    source = body_root.find(qn("w:body"))
    parent = slot.getparent()
    if source is None or parent is None:
        return
    remove_all(body_root.iter(*ANCHORS))  # the comments themselves stay behind
    _lists_by_style(body, body_root)
    _map_styles(frame, body, body_root)
    _bring_relations(frame, body, body_root)
    at = parent.index(slot)
    parent.remove(slot)
    content = [node for node in source if node.tag != qn("w:sectPr")]
    if _stands_alone(parent, at):  # what the frame says around it is then the same for each body
        content = [cut(), *content, cut()]
    for place, node in enumerate(content):
        parent.insert(at + place, node)
    _sections(frame_root)


def _stands_alone(parent: Element, at: int) -> bool:
    """Whether a place in the main text is in no block of statements and in no content control."""
    words = [(node.text or "").split(maxsplit=1)[0] for node in list(parent)[:at] if is_statement(node)]
    opened = sum(word in OPENERS for word in words) - sum(word in OPENERS.values() for word in words)
    return parent.tag == qn("w:body") and not opened


def _map_styles(frame: Parts, body: Parts, root: Element) -> None:
    ours, theirs = (parse(parts.get(STYLES, _NO_STYLES)) for parts in (frame, body))
    before = {style.get(qn("w:styleId"), "") for style in ours.iter(qn("w:style"))}
    known = style_ids(ours)
    names = {style: name for name, style in style_ids(theirs).items()}
    brought = False
    for node in list(root.iter(*map(qn, _STYLED))):
        style = node.get(qn("w:val"), "")
        brought |= _bring_style(ours, theirs, known, names, style)
        node.set(qn("w:val"), known.get(names.get(style, ""), style))
    if brought and STYLES in frame:
        bring_numbering(
            frame, body, ours, {style.get(qn("w:styleId"), "") for style in ours.iter(qn("w:style"))} - before
        )
        frame[STYLES] = etree.tostring(ours, xml_declaration=True, encoding="UTF-8", standalone=True)


def _bring_style(ours: Element, theirs: Element, known: dict[str, str], names: dict[str, str], style: str) -> bool:
    """Copies a style that the frame lacks, and the styles that it rests on."""
    name = names.get(style)
    if name is None or name in known:
        return False
    original = next(node for node in theirs.iter(qn("w:style")) if node.get(qn("w:styleId")) == style)
    copied = deepcopy(original)
    known[name] = style if style not in known.values() else f"{style}2"
    copied.set(qn("w:styleId"), known[name])
    for link in [*copied.iterchildren(qn("w:basedOn"), qn("w:next"), qn("w:link"))]:
        other = link.get(qn("w:val"), "")
        if link.tag == qn("w:basedOn"):
            _bring_style(ours, theirs, known, names, other)
        if names.get(other, "") in known:
            link.set(qn("w:val"), known[names[other]])
        else:
            copied.remove(link)
    ours.append(copied)
    return True


def _lists_by_style(body: Parts, root: Element) -> None:
    """Turns the direct numbering that Word's list buttons make into the list styles."""
    numbered = [node for node in root.iter(qn("w:numPr")) if node.getparent() is not None]
    if not numbered or NUMBERING not in body:
        return
    numbering, ids = parse(body[NUMBERING]), style_ids(parse(body.get(STYLES, _NO_STYLES)))
    for node in numbered:
        properties = node.getparent()
        level, number = (node.find(qn(f"w:{name}")) for name in ("ilvl", "numId"))
        if properties is None or number is None:
            continue
        depth = number_in(level, qn("w:val"), 0)
        bullet = _format(numbering, number.get(qn("w:val"), ""), depth) == "bullet"
        wanted = _BULLETS[min(max(depth, 0), 1)] if bullet else _NUMBERS[0]
        style = properties.find(qn("w:pStyle"))
        if style is None:
            style = etree.Element(qn("w:pStyle"))
            properties.insert(0, style)
        if wanted.lower() in ids:
            style.set(qn("w:val"), ids[wanted.lower()])
        properties.remove(node)
        for indent in properties.findall(qn("w:ind")):
            properties.remove(indent)


def _format(numbering: Element, number: str, depth: int) -> str:
    link = numbering.find(f"{qn('w:num')}[@{qn('w:numId')}='{number}']/{qn('w:abstractNumId')}")
    abstract = "" if link is None else link.get(qn("w:val"), "")
    level = numbering.find(
        f"{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='{abstract}']/{qn('w:lvl')}[@{qn('w:ilvl')}='{depth}']/{qn('w:numFmt')}"
    )
    return "bullet" if level is None else level.get(qn("w:val"), "bullet")


def _bring_relations(frame: Parts, body: Parts, root: Element) -> None:
    """Copies the pictures and links that the text refers to, under new ids."""
    theirs = {one.get("Id"): one for one in relations.relations(body, DOCUMENT)}
    for node in root.iter(etree.Element):
        for name in [name for name in node.attrib if str(name).startswith(f"{{{R}}}")]:
            relation = theirs.get(str(node.attrib[name]))
            if relation is None:
                continue
            kind, target = relation.get("Type", ""), relation.get("Target", "")
            if relation.get("TargetMode") == "External":
                node.attrib[name] = relations.relate(frame, DOCUMENT, kind, target, external=True)
            elif kind == REL + "image":
                part = relations.target_of(DOCUMENT, relation)
                ending = part.rpartition(".")[2]
                count = sum(1 for known in frame if known.startswith("word/media/"))
                new = f"media/body{count}.{ending}"
                frame[f"word/{new}"] = body[part]
                relations.declare(frame, relations.content_type(body, part), extension=ending)
                node.attrib[name] = relations.relate(frame, DOCUMENT, kind, new)


def _sections(root: Element) -> None:
    """Gives each section of the body the page, header and footer of the frame, upright or on its side.

    Only the first section keeps the frame's different first page: that is the cover.
    """
    last = root.find(f"{qn('w:body')}/{qn('w:sectPr')}")
    if last is None:
        return
    earlier = [node for node in root.iter(qn("w:sectPr")) if node is not last]
    for place, old in enumerate(earlier):
        new = deepcopy(last)
        size = old.find(qn("w:pgSz"))
        if size is not None and size.get(qn("w:orient")) == "landscape":
            _turn(new)
        if place:
            _drop(new, "w:titlePg")
        parent = old.getparent()
        if parent is not None:
            parent.replace(old, new)
    if earlier:
        _drop(last, "w:titlePg")


def _turn(section: Element) -> None:
    size = section.find(qn("w:pgSz"))
    if size is not None:
        width, height = size.get(qn("w:w"), ""), size.get(qn("w:h"), "")
        size.set(qn("w:w"), height)
        size.set(qn("w:h"), width)
        size.set(qn("w:orient"), "landscape")


def _drop(section: Element, name: str) -> None:
    for node in section.findall(qn(name)):
        section.remove(node)
