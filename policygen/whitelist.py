"""What a tag in a Word template may say: no calls, no code, known filters and known names."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateSyntaxError, nodes

from policygen.ooxml.loops import walk
from policygen.ooxml.site import CELL_COMMANDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from policygen.errors import Problem
    from policygen.ooxml.site import Site

_OPENERS: Final = ("if", "elif", "for", "set")
_ENDS: Final = ("else", "endif", "endfor")
_OF_JINJA: Final = ("self", "caller", "varargs", "kwargs")
_NODES: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
    nodes.Filter, nodes.Test, nodes.For, nodes.If, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.CondExpr, nodes.List, nodes.Tuple, nodes.Assign, nodes.Keyword, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div,
    nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos,
)  # fmt: skip


def read(
    env: ImmutableSandboxedEnvironment, source: str, lines: Mapping[int, Site], names: Collection[str] | None
) -> tuple[nodes.Template | None, list[Problem]]:
    """Parses the Jinja source of a part and checks every tag in it.

    Args:
        env: The environment that knows filters and tests.
        source: Jinja source in which every tag begins a line.
        lines: The tag on each line; a line of the compiler itself is not in it, and not checked.
        names: The names that the context will have; None when they are not known.

    Returns:
        The syntax tree, or None when it cannot be parsed, and the problems in the order of the lines.
    """
    found = [(line, site.problem(fault)) for line, site in lines.items() for fault in _word_faults(site)]
    refused = {line for line, _ in found}
    try:
        tree = env.parse(source)
    except (TemplateSyntaxError, RecursionError):
        found += [(line, site.problem(fault)) for line, site in lines.items() for fault in _alone_faults(env, site)]
        return None, [problem for _, problem in sorted(found, key=lambda one: one[0])]
    whole = list(walk(tree))
    assigned = {node.name for node in whole if isinstance(node, nodes.Name) and node.ctx != "load"}
    known = None if names is None else {*names, *assigned}
    for node in whole:
        site = lines.get(node.lineno)
        if site is not None and node.lineno not in refused:
            found += [(node.lineno, site.problem(fault)) for fault in _node_faults(env, node)]
            found += [(node.lineno, site.problem(*fault)) for fault in _name_faults(node, known)]
    return tree, [problem for _, problem in sorted(found, key=lambda one: one[0])]


def _word_faults(site: Site) -> Iterator[str]:
    word = site.code.split(maxsplit=1)[0] if site.code else ""
    if not word:
        yield "de tag is leeg"
    elif "_pg_" in site.code:
        yield "een naam begint niet met een laag streepje"
    elif site.is_statement and word in _ENDS and site.code != word:
        yield f"na '{word}' hoort niets"
    elif site.is_statement and word not in (*_OPENERS, *_ENDS, *CELL_COMMANDS):
        yield f"'{word}' is geen opdracht die in een sjabloon kan"


def _alone_faults(env: ImmutableSandboxedEnvironment, site: Site) -> Iterator[str]:
    """Finds which tags keep the whole from being parsed: each as if it were a template by itself."""
    word = site.code.split(maxsplit=1)[0] if site.code else ""
    if not word or (site.is_statement and word not in _OPENERS):
        return
    whole = {
        "if": f"<?b {site.code}?><?b endif?>",
        "elif": f"<?b if {site.code[4:]}?><?b endif?>",
        "for": f"<?b {site.code}?><?b endfor?>",
    }
    try:
        tree = env.parse(whole.get(word, f"<?b {site.code}?>") if site.is_statement else f"<?v {site.code}?>")
    except (TemplateSyntaxError, RecursionError):  # its message is English
        yield "dit is geen geldige tag. Kijk naar haakjes, aanhalingstekens en komma's"
        return
    for node in walk(tree):
        yield from _node_faults(env, node)


def _node_faults(env: ImmutableSandboxedEnvironment, node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Filter) and node.name not in env.filters:
        yield f"onbekend filter '{node.name}'"
    elif isinstance(node, nodes.Test) and node.name not in env.tests:
        yield f"onbekende test '{node.name}'"
    elif isinstance(node, nodes.CondExpr) and node.expr2 is None:
        yield "een 'if' in een tag heeft ook een 'else' nodig"
    elif isinstance(node, nodes.Concat):
        yield "'~' kan niet; zet de tags naast elkaar"
    elif isinstance(node, nodes.Name) and node.name in _OF_JINJA:
        yield f"onbekende naam '{node.name}'"
    elif _named(node).startswith("_"):
        yield "een naam begint niet met een laag streepje"
    elif not isinstance(node, _NODES):
        yield f"dit kan niet in een sjabloon ({type(node).__name__})"


def _named(node: nodes.Node) -> str:
    """The name that an expression asks for; empty when it asks for none."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return node.attr
    return str(node.arg.value) if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) else ""


def _name_faults(node: nodes.Node, known: Collection[str] | None) -> Iterator[tuple[str, str]]:
    if known is not None and isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in known:
        close = difflib.get_close_matches(node.name, sorted(known), n=1)
        yield f"onbekende naam '{node.name}'", f"Bedoelt u '{close[0]}'?" if close else ""
