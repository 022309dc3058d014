"""Damages a Word file in ways that no person would think of; the same seed gives the same damage."""

from __future__ import annotations

import copy
import random
from typing import TYPE_CHECKING

from lxml import etree

from policygen.ooxml.names import CONTENT_TYPES_PART, R, W
from policygen.ooxml.package import member, pack, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

_TAGS = (
    *("{{ naam }}", "{{ naam", "}}", "{%p if naam %}", "{%p endif %}", "{%tr for x in lijst %}", "{%tr endfor %}"),
    *("{%tc for x in lijst %}", "{%tc endfor %}", "{% endif %}", "{% if naam %}", "{#p weg #}", "{#tr weg #}"),
    *("{%- if naam -%}", "{{p naam }}", "{{r naam }}", "{% vm %}", "{% colspan 2 %}", "{% cellbg 'FF' %}", "{_{ x }_}"),
    *("{{ lijst }}", "{{ inhoud }}", "{{ inhoudsopgave }}", "{% set naam = 'x' %}", "{{ open_plekken }}", "{%", "{#"),
    *("{% for x in lijst %}{{ x }}{% endfor %}", "{{ naam.x }}", "{{ niets }}", "{{ naam ?> }}", "{#tc weg #}"),
)
_VALUES = (
    *("", "0", "-1", "x", "9" * 30, "1.5", "\u0663", "FF00FF", "zzzzzz", "http://x", "#x", "restart", "\ue0000\ue001"),
    *("\ue000kleur|zz|\ue001", "\ue000x\ue001", "y" * 60, "../../x", "&<>'\"", "Kop1", "rId1", "{{ naam }}", "{%"),
)
_NAMES = ("p", "r", "t", "tc", "tr", "tbl", "sdt", "sectPr", "pPr", "hyperlink", "ins", "del", "bookmarkEnd", "body")
_ADDED = (
    '<w:bookmarkStart w:id="1" w:name="merk"/>',
    '<w:bookmarkEnd w:id="1"/>',
    '<w:commentRangeStart w:id="0"/>',
    '<w:r><w:commentReference w:id="0"/></w:r>',
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
    '<w:p><w:fldSimple w:instr=" DDE x "/></w:p>',
    "<w:tbl/>",
    "<w:tr/>",
    "<w:tc/>",
    "<w:p/>",
    '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr></w:p>',
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="2"/></w:numPr></w:pPr></w:p>',
    '<w:ins w:id="5" w:author="x"><w:r><w:t>{{ naam }}</w:t></w:r></w:ins>',
    '<w:del w:id="6" w:author="x"><w:r><w:delText>{{ weg }}</w:delText></w:r></w:del>',
    '<w:hyperlink r:id="rIdWeg"><w:r><w:t>x</w:t></w:r></w:hyperlink>',
    "<?v0 7*7?>",
    "<?v99 naam?>",
    "<?b1 for?>",
    "<?cut?>",
    "<!-- {{ weg }} -->",
)


def mutated(docx: bytes, seed: int) -> tuple[bytes, list[str]]:
    """Damages a file once to four times.

    Returns:
        The bytes, and in words what was done.
    """
    chance = random.Random(seed)
    parts = read(docx)
    done: list[str] = []
    for _ in range(chance.choice((1, 1, 2, 3, 4))):
        one = chance.choices((_of_xml, _of_bytes, _of_package), (12, 1, 2))[0]
        done.append(one(parts, chance))
    data = pack(member(name, part) for name, part in parts.items())
    if chance.random() < 0.05:
        done.append("zip")
        data = _flipped(data, chance) if chance.random() < 0.7 else data[: chance.randrange(len(data))]
    return data, done


def _of_xml(parts: dict[str, bytes], chance: random.Random) -> str:
    likely = [name for name in parts if name.startswith("word/document")] * 6
    name = chance.choice([*likely, *(name for name in sorted(parts) if name.endswith((".xml", ".rels")))] or [""])
    try:
        root = etree.fromstring(parts.get(name, b""))
    except etree.XMLSyntaxError:
        return "nothing"
    change = chance.choice(_CHANGES)
    nodes = list(root.iter(etree.Element))
    change(chance.choice(nodes), nodes, chance)
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return f"{change.__name__} {name}"


def _delete(node: Element, _nodes: list[Element], _chance: random.Random) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _duplicate(node: Element, _nodes: list[Element], _chance: random.Random) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.insert(parent.index(node), copy.deepcopy(node))


def _move(node: Element, nodes: list[Element], chance: random.Random) -> None:
    target = chance.choice(nodes)
    if node not in [target, *target.iterancestors()]:
        target.insert(chance.randrange(len(target) + 1), node)


def _unwrap(node: Element, _nodes: list[Element], _chance: random.Random) -> None:
    parent = node.getparent()
    if parent is not None:
        for child in list(node):
            parent.insert(parent.index(node), child)
        parent.remove(node)


def _rename(node: Element, nodes: list[Element], chance: random.Random) -> None:
    node.tag = chance.choice([f"{{{W}}}{chance.choice(_NAMES)}", str(chance.choice(nodes).tag)])


def _attribute(node: Element, nodes: list[Element], chance: random.Random) -> None:
    with_some = [one for one in nodes if one.attrib] or [node]
    node = chance.choice([node, *([chance.choice(with_some)] * 3)])
    name = str(chance.choice([*node.attrib, f"{{{W}}}val"]))
    if chance.random() < 0.3:
        node.attrib.pop(name, None)
    else:
        node.set(name, chance.choice([*_VALUES, *map(str, chance.choice(with_some).attrib.values())]))


def _text(node: Element, nodes: list[Element], chance: random.Random) -> None:
    texts = [one for one in nodes if one.tag == f"{{{W}}}t"] or [node]
    node = chance.choice([node, *([chance.choice(texts)] * 4)])
    tag = chance.choice((*_TAGS, *_VALUES))
    place = chance.randrange(len(node.text or "") + 1)
    node.text = chance.choice([tag, (node.text or "")[:place] + tag + (node.text or "")[place:]])


def _cut_text(_node: Element, nodes: list[Element], chance: random.Random) -> None:
    texts = [one for one in nodes if one.text]
    if texts:
        node = chance.choice(texts)
        node.text = node.text[: chance.randrange(len(node.text))]


def _add(node: Element, _nodes: list[Element], chance: random.Random) -> None:
    made = etree.fromstring(f'<x xmlns:w="{W}" xmlns:r="{R}">{chance.choice(_ADDED)}</x>')
    for child in list(made):
        node.insert(chance.randrange(len(node) + 1), child)


_CHANGES: tuple[Callable[[Element, list[Element], random.Random], None], ...] = (
    *(_delete, _duplicate, _move, _unwrap, _rename, _attribute, _attribute, _text, _text, _text, _cut_text, _add, _add),
)


def _of_bytes(parts: dict[str, bytes], chance: random.Random) -> str:
    name = chance.choice(sorted(parts))
    data = parts[name]
    kind = chance.choice(("cut", "flip", "utf-16", "prefix", "declaration"))
    if kind == "cut":
        parts[name] = data[: chance.randrange(len(data) + 1)]
    elif kind == "flip":
        parts[name] = _flipped(data, chance)
    elif kind == "utf-16":
        parts[name] = data.decode("utf-8", "replace").replace('"UTF-8"', '"UTF-16"').encode("utf-16")
    elif kind == "prefix":
        parts[name] = data.replace(b"<w:", b"<n:").replace(b"</w:", b"</n:").replace(b" w:", b" n:")
        parts[name] = parts[name].replace(b"xmlns:w=", b"xmlns:n=")
    else:
        parts[name] = b'<?xml version="1.0" encoding="cp037"?>' + data.partition(b"?>")[2]
    return f"{kind} {name}"


def _of_package(parts: dict[str, bytes], chance: random.Random) -> str:
    name, other = chance.choice(sorted(parts)), chance.choice(sorted(parts))
    kind = chance.choice(("drop", "swap", "rename", "copy", "type", "empty"))
    if kind == "drop":
        del parts[name]
    elif kind == "swap":
        parts[name], parts[other] = parts[other], parts[name]
    elif kind == "rename":
        parts[chance.choice((f"{name}.bak", name.upper(), f"word/{name.rpartition('/')[2]}"))] = parts.pop(name)
    elif kind == "copy":
        parts[f"word/header{chance.randrange(1, 4)}.xml"] = parts[name]
    elif kind == "type":
        types = parts.get(CONTENT_TYPES_PART, b"")
        words = (b"document.main", b"styles", b"header", b"application/xml", b"Default", b"PartName", b"+xml")
        parts[CONTENT_TYPES_PART] = types.replace(chance.choice(words), chance.choice((*words, b"")), 1)
    else:
        parts[name] = b""
    return f"{kind} {name} {other}"


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 4)):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)
