"""Tags in places where none can be filled: field codes and alternative texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policygen.errors import Problem
from policygen.ooxml.names import WP, A, W, qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_PLACES: Final = (qn("w:instrText"), qn("w:fldSimple"), f"{{{WP}}}docPr", f"{{{A}}}hlinkClick")
_FIELD: Final = "Zet de tag in de gewone tekst; een veldcode kan niet worden ingevuld."
_ALT: Final = "Haal de tag uit de alternatieve tekst."


def unseen(root: Element, source: str, part: str) -> list[Problem]:
    """Lists the tags of a part that would be left as they are.

    Args:
        root: Root element of the part.
        source: File name of the template.
        part: Name of the part.
    """
    return [Problem(source, f"{tag}: {message}", where=part, hint=hint) for tag, message, hint in _found(root)]


def _found(root: Element) -> Iterator[tuple[str, str, str]]:
    for node in root.iter(*_PLACES):
        texts = {"deze tag staat in een veldcode": node.text if node.tag == qn("w:instrText") else ""}
        texts["deze tag staat in een veldcode "] = node.get(f"{{{W}}}instr", "")
        for message, text in texts.items():
            yield from ((tag[0], message.strip(), _FIELD) for tag in _TAG.finditer(text or ""))
        if node.tag in {f"{{{WP}}}docPr", f"{{{A}}}hlinkClick"}:
            described = f"{node.get('descr', '')} {node.get('title', '')}"
            yield from ((tag[0], "deze tag staat in een alternatieve tekst", _ALT) for tag in _TAG.finditer(described))
