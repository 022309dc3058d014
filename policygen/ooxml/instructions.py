"""Tags on their way through the XML: processing instructions `<?v7 … ?>` (a value) and `<?b7 … ?>` (a statement).

The number is the index of the tag in the list of sites; 0 is the compiler itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

VALUE: Final = "v"
STATEMENT: Final = "b"
CUT: Final = "<?cut?>"
"""Where the text of a part may be cut into templates of their own, as it is printed."""


def instruction(kind: str, code: str, site: int) -> Element:
    """Makes the processing instruction for a tag; `site` is its index in the list of sites."""
    return etree.ProcessingInstruction(f"{kind}{site}", code)


def cut() -> Element:
    """Makes the mark of a place where a part may be cut."""
    return etree.ProcessingInstruction("cut")


def is_instruction(node: Element) -> bool:
    """Tells whether a node is a value or statement made by `mark`."""
    return isinstance(node, etree._ProcessingInstruction)  # noqa: SLF001 - lxml has no public name for the type


def is_statement(node: Element) -> bool:
    """Tells whether a node is a statement made by `mark`."""
    return is_instruction(node) and node.target.startswith(STATEMENT)  # type: ignore[attr-defined]
