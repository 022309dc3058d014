"""Tags in places where none can be filled: field codes, alternative texts, comments, links and the like.

A tag that is left in a document is read by whoever gets it, so a template with one is refused. What a tag prints is
never looked at: a value may hold braces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.errors import Problem
from policygen.ooxml.names import COMMENTS, WP, A, W, is_xml, qn
from policygen.ooxml.xml import read

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from lxml.etree import _Element as Element

    from policygen.ooxml.relations import Parts

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%", re.DOTALL)
_ENCODED: Final = (("%7B", "{"), ("%7b", "{"), ("%7D", "}"), ("%7d", "}"), ("%25", "%"), ("%20", " "))
_WORDS: Final = 40
_FIELD: Final = (
    "deze tag staat in een veldcode",
    "Zet de tag in de gewone tekst; een veldcode kan niet worden ingevuld.",
)
_ALT: Final = ("deze tag staat in een alternatieve tekst", "Haal de tag uit de alternatieve tekst.")
_COMMENT: Final = ("deze tag staat in een opmerking", "Haal de tag uit de opmerking.")
_REMOVED: Final = (
    "deze tag staat in tekst die met Wijzigingen bijhouden is verwijderd",
    "Accepteer of weiger de wijziging in Word (Controleren) en sla het sjabloon opnieuw op.",
)
_LINK: Final = ("deze tag staat in het adres van een koppeling", "Zet de tag in de gewone tekst.")
_OTHER: Final = ("deze tag staat op een plek die niet kan worden ingevuld", "Zet de tag in de gewone tekst.")


def in_paragraph(node: Element) -> bool:
    """Whether the text of a node is gone through for tags, in a part with text: what is left was meant to be braces."""
    return node.tag == qn("w:t") and next(node.iterancestors(qn("w:p")), None) is not None


def unseen(root: Element, source: str, part: str, is_filled: Callable[[Element], bool]) -> list[Problem]:
    """Lists the tags of a part that would be left as they are.

    Args:
        root: Root element of the part.
        source: File name of the template.
        part: Name of the part.
        is_filled: Tells of a node whether its text is filled.
    """
    return [
        Problem(source, f"{_shown(tag)}: {message}", where=part, hint=hint)
        for tag, message, hint in _found(root, part, is_filled)
    ]


def unseen_parts(parts: Parts, source: str, filled: Collection[str]) -> list[Problem]:
    """Lists the tags in the parts that are never filled.

    Args:
        parts: The parts of a file.
        source: Its file name.
        filled: Names of the parts that are filled.

    Raises:
        lxml.etree.XMLSyntaxError: A part is not well-formed.
    """
    return [
        problem
        for name, data in parts.items()
        if is_xml(name) and name not in filled
        for problem in unseen(read(data), source, name, lambda _node: False)
    ]


def _found(root: Element, part: str, is_filled: Callable[[Element], bool]) -> Iterator[tuple[str, str, str]]:
    for node in root.iter(etree.Element):
        if tags := _TAG.findall(node.text or ""):
            yield from ((tag, *_kind(node, part)) for tag in tags if not is_filled(node))
        for name, value in node.attrib.items():
            text = str(value)
            if part.endswith(".rels"):
                for encoded, meant in _ENCODED:
                    text = text.replace(encoded, meant)
            yield from ((tag, *_kind(node, part, str(name))) for tag in _TAG.findall(text))


def _kind(node: Element, part: str, attribute: str = "") -> tuple[str, str]:
    """What to say of a tag in the text of a node, or in one of its attributes."""
    if node.tag == qn("w:instrText") or attribute == f"{{{W}}}instr":
        return _FIELD
    if node.tag == qn("w:delText"):
        return _REMOVED
    if attribute and node.tag in {f"{{{WP}}}docPr", f"{{{A}}}hlinkClick"}:
        return _ALT
    if part.endswith(".rels"):
        return _LINK
    return _COMMENT if part == COMMENTS else _OTHER


def _shown(tag: str) -> str:
    words = " ".join(tag.split())
    return words if len(words) <= _WORDS else f"{words[:_WORDS]} …"
