"""Parses and prints the XML of a part, without entities, network or layout white space."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.ooxml.names import W, qn

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXT: Final = {f"{{{W}}}{name}" for name in ("t", "delText", "instrText", "delInstrText")}
# What Word notes for itself, and the history of formatting: the formatting as it is now stays.
_NOISE: Final = (
    *("w:proofErr", "w:lastRenderedPageBreak", "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange"),
    *("w:tcPrChange", "w:trPrChange", "w:tblGridChange", "w:tblPrExChange"),
)
_DIGITS: Final = 10
_RSID: Final = f"{{{W}}}rsid"


def read(data: bytes, *, large: bool = False) -> Element:
    """Parses one part as it is, without comments and processing instructions: Word reads neither, and tags become some.

    Args:
        data: The part.
        large: Of our own making, so it may be deeper and longer than what is taken from a stranger.

    Raises:
        lxml.etree.XMLSyntaxError: The part is not well-formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=large
    )
    return etree.fromstring(data, parser)


def is_well_formed(data: bytes) -> bool:
    """Tells whether a part can be parsed."""
    try:
        read(data)
    except etree.XMLSyntaxError:
        return False
    return True


def parse(data: bytes) -> Element:
    """Parses one part, drops what Word leaves behind for itself and calls the namespace of Word `w`, as Word does.

    Raises:
        lxml.etree.XMLSyntaxError: The part is not well-formed.
    """
    root = read(data)
    if data.count(W.encode()) != 1 or root.nsmap.get("w") != W:
        root = _with_usual_prefix(root)
    with_revisions = b":rsid" in data
    for node in root.iter(etree.Element):
        if len(node) and node.text and node.tag not in _TEXT and not node.text.strip():
            node.text = None
        if node.tail and not node.tail.strip():
            node.tail = None
        if with_revisions:
            for name in [name for name in node.attrib if str(name).startswith(_RSID)]:
                del node.attrib[name]
    for node in list(root.iter(*map(qn, _NOISE))):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    return root


def _with_usual_prefix(root: Element) -> Element:
    others = {prefix: space for prefix, space in root.nsmap.items() if space != W and prefix != "w"}
    made = etree.Element(root.tag, nsmap={**others, "w": W})  # type: ignore[dict-item]
    made.attrib.update(root.attrib)
    made.text = root.text
    made.extend(list(root))
    # Prefixes that no element has may be named in a value: mc:Ignorable.
    etree.cleanup_namespaces(made, top_nsmap={"w": W}, keep_ns_prefixes=[prefix for prefix in others if prefix])
    return made


def number(node: Element | None, name: str, default: int) -> int:
    """A whole number in an attribute; `default` when it is absent, or is no number that Word would write."""
    text = "" if node is None else node.get(name, "")
    return int(text) if text.isascii() and text.lstrip("-").isdecimal() and len(text) <= _DIGITS else default


def to_text(root: Element) -> str:
    """Prints a part without its XML declaration."""
    return etree.tostring(root, encoding="unicode")
