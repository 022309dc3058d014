"""Checks that every block of statements opens and closes among the children of one element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.ooxml.instructions import is_statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from policygen.errors import Problem
    from policygen.ooxml.site import Site

OPENERS: Final = {"if": "endif", "for": "endfor"}
"""The statements that begin a block, and what ends it."""
CONTINUE: Final = {"else": ("if", "for"), "elif": ("if",)}
"""What goes on with a block, and of which blocks."""
_HEIGHT: Final = "Begin en einde horen in dezelfde alinea, of gebruik {%p … %} en {%tr … %} voor allebei."


def unbalanced(root: Element, sites: Sequence[Site]) -> list[Problem]:
    """Lists the blocks that do not end where they began, and the ends without a beginning."""
    problems: list[Problem] = []
    parents = dict.fromkeys(node.getparent() for node in root.iter(etree.PI) if is_statement(node))
    for parent in parents:
        stack: list[tuple[str, Site]] = []
        for node in parent if parent is not None else ():
            if is_statement(node):
                site = sites[int(node.target[1:])]  # type: ignore[attr-defined]
                problems += _step(stack, (node.text or "").split(maxsplit=1)[:1], site)
        problems += [
            site.problem(f"'{word}' is niet gesloten met '{OPENERS[word]}' op dezelfde hoogte", _HEIGHT)
            for word, site in stack
        ]
    return problems


def _step(stack: list[tuple[str, Site]], words: list[str], site: Site) -> list[Problem]:
    word = words[0] if words else ""
    if word in OPENERS:
        stack.append((word, site))
    elif word in OPENERS.values():
        if not stack or OPENERS[stack[-1][0]] != word:
            return [site.problem(f"'{word}' sluit niets dat op dezelfde hoogte begon", _HEIGHT)]
        stack.pop()
    elif word in CONTINUE and (not stack or stack[-1][0] not in CONTINUE[word]):
        return [site.problem(f"'{word}' staat niet tussen 'if' en 'endif' op dezelfde hoogte", _HEIGHT)]
    return []
