"""The Python code that Jinja makes of a template, shorter where it comes to a key of a dict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2 import compiler, nodes

if TYPE_CHECKING:
    from jinja2.compiler import Frame

_VALUE: Final = "_pg_value"
_OWN: Final = "_pg_"


class CodeGenerator(compiler.CodeGenerator):
    """Reads the key of a dict on the spot; what is no dict, or has no such key, goes to the environment as usual.

    What the program itself puts in a template, whose names begin with `_pg_`, it reads and calls without the sandbox:
    a tag of a template cannot hold such a name.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as Jinja calls it
        """Writes `a.b`."""
        if _is_own(node.node):
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
            return
        self.write(f"({_VALUE}[{node.attr!r}] if type({_VALUE} := ")
        self.visit(node.node, frame)
        self.write(f") is dict and {node.attr!r} in {_VALUE} else environment.getattr({_VALUE}, {node.attr!r}))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """Writes `a(b)`."""
        if not (isinstance(node.node, nodes.Getattr) and _is_own(node.node.node)):
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


def _is_own(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name.startswith(_OWN)
