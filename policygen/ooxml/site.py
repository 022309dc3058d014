"""A tag as typed and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from policygen.errors import Problem
from policygen.ooxml.instructions import STATEMENT, VALUE

_LEVEL = re.compile(r"\{[{%#](p|tr|tc|r)\s")
CELL_COMMANDS: Final = ("colspan", "cellbg", "vm", "hm")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag in the text of a paragraph.

    Attributes:
        start: Where it begins in that text.
        end: Where it ends.
        text: The tag as typed, with straight quotes.
    """

    start: int
    end: int
    text: str

    @property
    def kind(self) -> str:
        """`VALUE`, `STATEMENT`, or empty for a comment."""
        return {"{": VALUE, "%": STATEMENT, "#": ""}[self.text[1]]

    @property
    def level(self) -> str:
        """What the tag stands for as a whole: `p`, `tr`, `tc`, `r`, or empty."""
        match = _LEVEL.match(self.text)
        return match[1] if match else ""

    @property
    def joins_before(self) -> bool:
        """Whether it pulls what stands before it closer: `{%- … %}`."""
        return self.text.startswith("{%-")

    @property
    def joins_after(self) -> bool:
        """Whether it pulls what stands after it closer: `{% … -%}`."""
        return self.text.endswith("-%}")

    @property
    def code(self) -> str:
        """What stands between the delimiters."""
        code = self.text[2 + len(self.level) : -2]
        return (code.strip("-") if self.kind == STATEMENT else code).strip()

    @property
    def command(self) -> str:
        """The cell command that the tag is, or empty."""
        word = self.code.split(maxsplit=1)[0] if self.code else ""
        return word if self.kind == STATEMENT and word in CELL_COMMANDS else ""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a tag stands, for messages and checks.

    Attributes:
        source: File name of the template.
        where: Part, paragraph and first words, or the cell of a table.
        tag: The tag as typed.
        code: What stands between its delimiters.
    """

    source: str
    where: str
    tag: str
    code: str

    @property
    def is_statement(self) -> bool:
        """Whether it is a statement and not a value."""
        return self.tag.startswith("{%")

    def problem(self, message: str, hint: str = "") -> Problem:
        """Makes the problem that this tag has."""
        return Problem(self.source, f"{self.tag}: {message}", where=self.where, hint=hint)
