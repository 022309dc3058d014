"""The Jinja of a Word template: what an expression may say, and how a value becomes text in a run."""

from __future__ import annotations

from functools import cache, wraps
from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined, pass_context
from jinja2.filters import FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment

from policygen import dutch
from policygen.codegen import LONG, PRIVATE, CodeGenerator
from policygen.ooxml import loops
from policygen.ooxml.blocks import keep_cell, keep_grid, keep_row, keep_table
from policygen.ooxml.runs import LINE_BREAK, PARAGRAPH_MARK
from policygen.ooxml.values import (
    ValueRefusedError,
    Xml,
    as_text,
    escape,
    flat,
    has_markup,
    is_plain,
    markup,
    printed_size,
)
from policygen.openplace import Open, Pieces, Text, join

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2.runtime import Context

    from policygen.ooxml.gather import Gathered

_LARGEST_NUMBER: Final = 10**15
_MOST_DECIMALS: Final = 10
_LONGEST_TEXT: Final = 2_000_000  # characters that a filter takes or makes
_LONGEST_LIST: Final = 10_000  # characters of a text that is taken for a list


def _document(context: Context) -> Gathered:
    """The document that is being rendered; what a template was given stands in `parent`."""
    found: Gathered = context.parent[PRIVATE + "doc"]
    return found


@pass_context
def _finalize(context: Context, value: Any) -> str:
    if type(value) is str:
        return _short(context, value) if len(value) < LONG else _long(context, value)
    if type(value) is Xml:
        return value
    if type(value) is int and 0 <= value <= _LARGEST_NUMBER:
        return str(value)
    if type(value) is Open:
        return _document(context).open_place(value)
    if type(value) is Pieces:
        return "".join(_finalize(context, piece) for piece in value)
    return _long(context, as_text(value))


def _short(context: Context, value: str) -> str:
    """Prints a short text that holds something special, and counts it when it is not short any more."""
    text = escape(value)
    if len(text) >= LONG:
        _document(context).prints(len(text))
    return text


def _long(context: Context, value: str) -> str:
    """Prints a text of any length and counts it, before it is made longer still."""
    plain = is_plain(value)
    _document(context).prints(len(value) if plain else printed_size(value))
    return value if plain else escape(value)


class _Environment(ImmutableSandboxedEnvironment):
    """Reads keys before attributes, any attribute of an open place as itself, and counts with numbers only."""

    code_generator_class = CodeGenerator
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        for value in (left, right):
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise ValueRefusedError("rekenen kan alleen met getallen")
        result = super().call_binop(context, operator, left, right)
        if abs(result) > _LARGEST_NUMBER:
            raise ValueRefusedError("het getal wordt te groot")
        return result

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, dict):
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        return obj if type(obj) is Open else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return obj if type(obj) is Open else super().getitem(obj, argument)


def _of_text(change: Callable[..., str]) -> Callable[..., Any]:
    """Lets a text filter pass open places by: they keep their mark."""

    @wraps(change)
    def passing(value: Any, *args: Any, **options: Any) -> Any:
        if isinstance(value, Open):
            return value
        if isinstance(value, Pieces):
            return join(*(piece if isinstance(piece, Open) else change(piece, *args, **options) for piece in value))
        _refuse_if_long(_size(value))
        return change(value, *args, **options)

    return passing


def _counting(change: Callable[..., Any]) -> Callable[..., Any]:
    """Counts a long text that a filter makes as if it were printed: a template can keep any number of them."""

    @pass_context
    @wraps(change)
    def counting(context: Context, *args: Any, **options: Any) -> Any:
        made = change(*args, **options)
        if isinstance(made, str) and len(made) >= LONG:
            _document(context).prints(len(made))
        return made

    return counting


def _of_items(change: Callable[..., Any]) -> Callable[..., Any]:
    """Keeps a filter of lists from making a list of the letters of a long text; a letter takes 80 bytes there."""

    @wraps(change)
    def passing(*args: Any, **options: Any) -> Any:
        if any(isinstance(one, str) and len(one) > _LONGEST_LIST for one in args[:2]):  # perhaps after the environment
            raise ValueRefusedError("dit is tekst en geen lijst")
        return change(*args, **options)

    return passing


def _join(value: Any, d: str = "") -> Text:
    parts: list[Text] = []
    value = list(value)
    _refuse_if_long(len(value) * len(d) + sum(map(_size, value)))
    for place, item in enumerate(value):
        parts += ([d] if place and d else []) + [item if isinstance(item, (str, Open, Pieces)) else as_text(item)]
    return join(*parts)


def _replace(value: Any, old: str, new: str, count: int | None = None) -> str:
    text, found = str(value), -1 if count is None else count
    number = text.count(old) if found < 0 else min(found, text.count(old))
    _refuse_if_long(len(text) + number * len(new))
    return text.replace(old, new, found)


def _round(value: float, precision: int = 0, method: str = "common") -> Any:
    if abs(precision) > _MOST_DECIMALS:
        raise ValueRefusedError(f"afronden kan op hooguit {_MOST_DECIMALS} cijfers")
    return FILTERS["round"](value, precision, method)


def _size(value: Any) -> int:
    """How much text a value is, as far as that can be long."""
    if isinstance(value, Pieces):
        return sum(map(_size, value))
    return len(value) if isinstance(value, str) else 0


def _refuse_if_long(length: int) -> None:
    if length > _LONGEST_TEXT:
        raise ValueRefusedError("deze tekst wordt te lang")


_TEXT_FILTERS: Final = ("capitalize", "lower", "title", "trim", "upper")
_ITEM_FILTERS: Final = ("list", "reverse", "sort", "unique")
_PLAIN_FILTERS: Final = ("abs", "count", "d", "default", "first", "int", "last", "length", "max", "min", "sum")
_TESTS: Final = frozenset({
    "boolean", "defined", "divisibleby", "eq", "even", "false", "ge", "gt", "in", "iterable", "le", "lower", "lt",
    "mapping", "ne", "none", "number", "odd", "sameas", "sequence", "string", "true", "undefined", "upper",
    "==", "!=", "<", "<=", ">", ">=", "equalto", "greaterthan", "lessthan",
})  # fmt: skip


@pass_context
def _inline(context: Context, value: Any) -> Xml:
    """Prints a value where no new paragraph can begin: a blank line is two line breaks."""
    return Xml(_finalize(context, value).replace(PARAGRAPH_MARK, LINE_BREAK * 2))


@pass_context
def _heading(context: Context, content: str, level: int) -> str:
    """Registers the heading that the template has just printed."""
    return _document(context).heading(level, content)


@pass_context
def _rounds(context: Context, items: Any, size: int) -> Any:
    """Counts what a loop will print before it begins, so that loops in loops cannot go on for ever."""
    if not hasattr(items, "__len__"):
        items = list(items)
    _document(context).rounds(len(items), size)
    return items


@pass_context
def _loop(context: Context, items: Any, texts: tuple[str, ...], fields: tuple[str, ...]) -> tuple[str, ...] | None:
    """Prints a plain loop in one go."""
    return loops.printed(items, texts, fields, _document(context).prints)


@pass_context
def _flat(context: Context, value: Any) -> Xml:
    """Prints a value on one line."""
    text = flat(value)
    _document(context).prints(len(text))
    return text


_OWN_FILTERS: Final = {
    "loop": _loop,
    "rounds": _rounds,
    "markup": markup,
    "same": loops.same,
    "flat": _flat,
    "inline": _inline,
    "heading": _heading,
    "row": keep_row,
    "table": keep_table,
    "grid": keep_grid,
    "cell": keep_cell,
}


@cache
def usual_environment() -> ImmutableSandboxedEnvironment:
    """The environment without filters of the caller, made once, so that what it compiles can be kept."""
    return environment()


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
    env.filters = {name: FILTERS[name] for name in _PLAIN_FILTERS} | {"round": _round}
    env.filters |= {name: _of_items(FILTERS[name]) for name in _ITEM_FILTERS}
    texts = {name: FILTERS[name] for name in _TEXT_FILTERS} | {"replace": _replace}
    texts = {name: _of_text(change) for name, change in texts.items()}
    texts |= {"join": _join, "opsomming": dutch.opsomming, "hoofdletter": dutch.hoofdletter, "punt": dutch.punt}
    env.filters |= {name: _counting(change) for name, change in texts.items()}
    env.filters |= filters or {}
    env.filters |= {PRIVATE + name: own for name, own in _OWN_FILTERS.items()}
    env.tests = {name: test for name, test in env.tests.items() if name in _TESTS}
    env.tests[PRIVATE + "markup"] = has_markup
    return env
