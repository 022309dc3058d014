"""The Python code that Jinja makes of a template, quicker where it prints a value or reads a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2 import compiler, nodes

if TYPE_CHECKING:
    from jinja2.compiler import Frame

PRIVATE: Final = "_pg_"
"""Prefix of the names that the compiler itself uses; a template cannot."""
LONG: Final = 100
"""Characters; the tag of a shorter value takes about as much as the value, so that need not be counted."""
_VALUE: Final = f"{PRIVATE}value"
_PLAIN: Final = f"len({_VALUE}) < {LONG} and {_VALUE}.isprintable()" + "".join(
    f" and {sign!r} not in {_VALUE}" for sign in "&<>"
)


class CodeGenerator(compiler.CodeGenerator):
    """Reads the key of a dict and prints short plain text on the spot; anything else goes to the environment as usual.

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

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: compiler.CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        """Writes what comes before a value: a short text that is its own XML is printed as it is."""
        self.write(f"({_VALUE} if type({_VALUE} := ")

    def _output_child_post(
        self,
        node: nodes.Expr,  # noqa: ARG002 - as Jinja calls it
        frame: Frame,  # noqa: ARG002
        finalize: compiler.CodeGenerator._FinalizeInfo,
    ) -> None:
        self.write(f") is str and {_PLAIN} else {finalize.src}{_VALUE}))")


def _is_own(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name.startswith(PRIVATE)
