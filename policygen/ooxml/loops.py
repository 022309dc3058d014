"""Loops that only print fields of their items, such as the rows of a table, done in one go.

Jinja calls back for each value. For a plain loop `{%tr for r in rijen %}…{{ r.naam }}…{%tr endfor %}` over a list of
dicts of text, the fields can be taken, checked and put in the row without that, some times faster. Whatever is not
plain goes the usual way, so this changes no result and no message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes

from policygen.ooxml.limits import LARGEST
from policygen.ooxml.values import ValueRefusedError, escape_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

FILTER: Final = "_pg_loop"
ROUNDS: Final = "_pg_rounds"
SAME: Final = "_pg_same"
_RESULT: Final = "_pg_blocks"
_BLOCK: Final = "_pg_block"
_ROWS: Final = 512  # in one block: a table of thousands in one text is slow to make room for
_LONG_BLOCK: Final = 1_000_000  # characters; texts this long are counted one by one, so they go the usual way
_BLOCKS: Final = (nodes.Template, nodes.FilterBlock, nodes.If, nodes.For)


def shorten(tree: nodes.Template) -> nodes.Template:
    """Puts the quick way before each plain loop of a template, and a count before all; changes and returns the tree."""
    for node in walk(tree):
        if isinstance(node, nodes.For):
            fixed = sum(len(one.data) for one in walk(node) if isinstance(one, nodes.TemplateData))
            node.iter = nodes.Filter(node.iter, ROUNDS, [nodes.Const(fixed)], [], None, None, lineno=node.lineno)
    for parent in [node for node in walk(tree) if isinstance(node, _BLOCKS)]:
        for name in ("body", "else_"):
            children = getattr(parent, name, None)
            if children:
                setattr(parent, name, [new for child in children for new in _shortened(child)])
    return tree


def walk(tree: nodes.Node) -> Iterator[nodes.Node]:
    """Every node of a syntax tree in no order; `Node.find_all` gives the same and takes three times as long."""
    left: list[nodes.Node] = [tree]
    while left:
        node = left.pop()
        yield node
        for name in node.fields:
            value = getattr(node, name, None)
            if isinstance(value, nodes.Node):
                left.append(value)
            elif isinstance(value, list):
                left += [item for item in value if isinstance(item, nodes.Node)]


def _shortened(node: nodes.Node) -> Iterator[nodes.Node]:
    fields = _fields(node) if isinstance(node, nodes.For) else None
    if not isinstance(node, nodes.For) or fields is None:
        yield node
        return
    arguments: list[nodes.Expr] = [nodes.Const(_between(node)), nodes.Const(tuple(fields))]
    quick = nodes.Filter(node.iter, FILTER, arguments, [], None, None)
    result = nodes.Name(_RESULT, "load")
    yield nodes.Assign(nodes.Name(_RESULT, "store"), quick)
    # A filter block prints what its filter gives as it is: an expression would be copied and looked through again.
    block = nodes.FilterBlock([], nodes.Filter(None, SAME, [nodes.Name(_BLOCK, "load")], [], None, None))
    blocks = nodes.For(nodes.Name(_BLOCK, "store"), result, [block], [], None, False)  # noqa: FBT003 - not recursive
    yield nodes.If(result, [blocks], [], [node])


def _between(loop: nodes.For) -> tuple[str, ...]:
    """The fixed text before, between and after the fields of a loop."""
    texts = [""]
    for item in _items(loop):
        if isinstance(item, nodes.TemplateData):
            texts[-1] += item.data
        else:
            texts.append("")
    return tuple(texts)


def _items(loop: nodes.For) -> list[nodes.Expr]:
    return [item for output in loop.body for item in output.nodes]  # type: ignore[attr-defined]


def _fields(loop: nodes.For) -> list[str] | None:
    """The fields that a loop prints, in order; None when it does anything else."""
    if loop.else_ or loop.test or loop.recursive or not isinstance(loop.target, nodes.Name):
        return None
    if not all(isinstance(child, nodes.Output) for child in loop.body):
        return None
    fields = []
    for item in _items(loop):
        if isinstance(item, nodes.TemplateData):
            continue
        if not isinstance(item, nodes.Getattr) or not isinstance(item.node, nodes.Name):
            return None
        if item.node.name != loop.target.name:
            return None
        fields.append(item.attr)
    return fields or None


def printed(
    items: Any,  # noqa: ANN401 - any value
    texts: tuple[str, ...],
    fields: tuple[str, ...],
    prints: Callable[[int], None],
) -> tuple[str, ...] | None:
    """Prints the fields of each item between the fixed texts of a loop.

    Args:
        items: What the loop goes over.
        texts: Fixed text before, between and after the fields; one more than there are fields.
        fields: Their names, in order.
        prints: Counts how much is printed; the fixed text was counted before.

    Returns:
        All rounds of the loop, in blocks, or None when an item is no dict with text in each field: the loop itself then
        prints it or tells what is wrong.
    """
    if type(items) not in (list, tuple) or set(map(type, items)) != {dict}:
        return None
    blocks, size = [], -len(items) * sum(map(len, texts))
    try:
        for start in range(0, len(items), _ROWS):
            blocks.append(_block(items[start : start + _ROWS], texts, fields))
            size += len(blocks[-1])
            if size > LARGEST:
                return None
    except (KeyError, TypeError, ValueRefusedError):  # a field is missing, is no text, or cannot be printed
        return None
    prints(size)
    return tuple(blocks)


def _block(items: Sequence[dict[str, str]], texts: tuple[str, ...], fields: tuple[str, ...]) -> str:
    around = [texts[-1] + texts[0], *texts[1:-1]]
    pieces = [piece for text in around for piece in (text, "")] * len(items)
    pieces[0] = texts[0]
    pieces[1::2] = _escaped([item[field] for item in items for field in fields])
    pieces.append(texts[-1])
    return "".join(pieces)


def _escaped(values: list[str]) -> list[str]:
    size = sum(map(len, values))
    if size > _LONG_BLOCK:
        raise ValueRefusedError
    return escape_all(values)


def same(_content: str, result: str) -> str:
    """The filter that prints what `printed` made."""
    return result
