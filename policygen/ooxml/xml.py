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
_RSID: Final = f"{{{W}}}rsid"


def parse(data: bytes) -> Element:
    """Parses one part and drops what Word leaves behind for itself.

    Raises:
        lxml.etree.XMLSyntaxError: The part is not well-formed.
    """
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
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


def to_text(root: Element) -> str:
    """Prints a part without its XML declaration."""
    return etree.tostring(root, encoding="unicode")
