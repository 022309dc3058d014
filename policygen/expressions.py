"""The Jinja of a Word template: what an expression may say, and how a value becomes text in a run."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes, pass_context
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from policygen import dutch
from policygen.ooxml.blocks import keep_cell, keep_grid, keep_row, keep_table
from policygen.ooxml.housestyle import tinted
from policygen.ooxml.values import SPECIAL, Xml, as_text, escape, flat
from policygen.openplace import Open, Pieces, Text, join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PRIVATE: Final = "_pg_"
"""Prefix of the names that the compiler itself uses; a template cannot."""


@pass_context
def _finalize(context: Context, value: object) -> str:
    kind = type(value)
    if kind is str:
        return escape(value) if SPECIAL.search(value) else value  # type: ignore[return-value, arg-type, call-overload]
    if kind is Xml:
        return value  # type: ignore[return-value]
    if kind is Open:
        return context[PRIVATE + "doc"].open_place(value)  # type: ignore[no-any-return]
    if kind is Pieces:
        return "".join(_finalize(context, piece) for piece in value)  # type: ignore[attr-defined]
    return escape(as_text(value))


class _Environment(ImmutableSandboxedEnvironment):
    """Reads keys before attributes, and any attribute of an open place as the place itself."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is Open:
            return obj
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return obj if type(obj) is Open else super().getitem(obj, argument)


def _of_text(change: Callable[..., str]) -> Callable[..., Any]:
    """Lets a text filter pass open places by: they keep their mark."""

    @functools.wraps(change)
    def passing(value: Any, *args: Any, **options: Any) -> Any:
        if isinstance(value, Open):
            return value
        if isinstance(value, Pieces):
            return join(*(piece if isinstance(piece, Open) else change(piece, *args, **options) for piece in value))
        return change(value, *args, **options)

    return passing


def _join(value: Any, d: str = "") -> Text:
    parts: list[Text] = []
    for place, item in enumerate(value):
        parts += ([d] if place and d else []) + [item if isinstance(item, (str, Open, Pieces)) else as_text(item)]
    return join(*parts)


_ENDS: Final = frozenset({"else", "endif", "endfor"})
_TEXT_FILTERS: Final = ("capitalize", "lower", "replace", "title", "trim", "upper")
_PLAIN_FILTERS: Final = (
    "abs", "count", "d", "default", "first", "int", "last", "length", "list", "max", "min", "reverse", "round", "sort",
    "sum", "unique",
)  # fmt: skip
_TESTS: Final = frozenset({
    "boolean", "defined", "divisibleby", "eq", "even", "false", "ge", "gt", "in", "iterable", "le", "lower", "lt",
    "mapping", "ne", "none", "number", "odd", "sameas", "sequence", "string", "true", "undefined", "upper",
    "==", "!=", "<", "<=", ">", ">=", "equalto", "greaterthan", "lessthan",
})  # fmt: skip
_NODES: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
    nodes.Filter, nodes.Test, nodes.For, nodes.If, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.CondExpr, nodes.List, nodes.Tuple, nodes.Assign, nodes.Keyword, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div,
    nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos,
)  # fmt: skip


@pass_context
def _heading(context: Context, content: str, level: int) -> str:
    """Registers the heading that the template has just printed."""
    return context[PRIVATE + "doc"].heading(level, content)  # type: ignore[no-any-return]


_OWN_FILTERS: Final = {
    "flat": flat,
    "tint": tinted,
    "heading": _heading,
    "row": keep_row,
    "table": keep_table,
    "grid": keep_grid,
    "cell": keep_cell,
}


def environment(filters: Mapping[str, Callable[..., Any]] | None = None) -> ImmutableSandboxedEnvironment:
    """Makes the sandbox in which templates run; its delimiters are XML processing instructions.

    Args:
        filters: Filters of the caller, by name, beside the ones that every template has.
    """
    env = _Environment(
        variable_start_string="<?v", variable_end_string="?>", block_start_string="<?b", block_end_string="?>",
        comment_start_string="<?c", comment_end_string="?>", autoescape=False, undefined=StrictUndefined,
        finalize=_finalize, keep_trailing_newline=True, cache_size=0,
    )  # fmt: skip
    env.globals.clear()
    env.filters = {name: _of_text(FILTERS[name]) for name in _TEXT_FILTERS}
    env.filters |= {name: FILTERS[name] for name in _PLAIN_FILTERS}
    env.filters |= {"join": _join, "opsomming": dutch.opsomming, "hoofdletter": dutch.hoofdletter, **(filters or {})}
    env.filters |= {PRIVATE + name: own for name, own in _OWN_FILTERS.items()}
    env.tests = {name: test for name, test in env.tests.items() if name in _TESTS}
    return env


def faults(env: ImmutableSandboxedEnvironment, kind: str, code: str) -> Iterator[str]:
    """Says in Dutch what is wrong with the code of one tag, by itself: syntax, filters, and what is not allowed."""
    word = code.split(maxsplit=1)[0] if code else ""
    if not code:
        yield "de tag is leeg"
        return
    if kind == "b" and word in _ENDS:
        if code != word:
            yield f"na '{word}' hoort niets"
        return
    if kind == "b" and word not in ("if", "elif", "for", "set"):
        yield f"'{word}' is geen opdracht die in een sjabloon kan"
        return
    try:
        tree = alone(env, kind, code)
    except TemplateSyntaxError:  # its message is English
        yield "dit is geen geldige tag. Kijk naar haakjes, aanhalingstekens en komma's"
        return
    for node in tree.find_all(nodes.Node) if tree else ():
        yield from _fault(env, node, word)


def alone(env: ImmutableSandboxedEnvironment, kind: str, code: str) -> nodes.Template | None:
    """Parses one tag as if it were a whole template; None for a tag that only goes on with or ends another.

    Raises:
        jinja2.TemplateSyntaxError: The tag is not valid.
    """
    word = code.split(maxsplit=1)[0]
    if kind == "b" and word in _ENDS:
        return None
    whole = {
        "if": f"<?b {code}?><?b endif?>",
        "elif": f"<?b if {code[4:]}?><?b endif?>",
        "for": f"<?b {code}?><?b endfor?>",
    }
    return env.parse(f"<?v {code}?>" if kind == "v" else whole.get(word, f"<?b {code}?>"))


def _fault(env: ImmutableSandboxedEnvironment, node: nodes.Node, word: str) -> Iterator[str]:
    if isinstance(node, nodes.Filter) and (node.name.startswith("_") or node.name not in env.filters):
        yield f"onbekend filter '{node.name}'"
    elif isinstance(node, nodes.Test) and node.name not in env.tests:
        yield f"onbekende test '{node.name}'"
    elif isinstance(node, nodes.CondExpr) and node.expr2 is None:
        yield "een 'if' in een tag heeft ook een 'else' nodig"
    elif isinstance(node, nodes.Concat):
        yield "'~' kan niet; zet de tags naast elkaar"
    elif isinstance(node, nodes.Assign) and word == "set" and isinstance(node.target, nodes.NSRef):
        yield "'set' kan alleen een gewone naam een waarde geven"
    elif str(getattr(node, "attr", None) or getattr(node, "name", "")).startswith("_"):
        yield "een naam begint niet met een laag streepje"
    elif not isinstance(node, _NODES):
        yield f"dit kan niet in een sjabloon ({type(node).__name__})"
