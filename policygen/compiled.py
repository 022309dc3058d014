"""What is the same for each document of a template, made once and kept."""

from __future__ import annotations

import marshal
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Template

from policygen import expressions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import CodeType

    from policygen.ooxml.package import Member
    from policygen.ooxml.site import Site

PLACES: Final = "open_plekken"
"""The name by which a template lists the open places of its document."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part that changes with the context, or a stretch of one.

    Attributes:
        name: Name of the part.
        code: The code of its Jinja template.
        template: The template itself.
        lines: The tag that stands on each line of it.
        names: The names that it uses.
    """

    name: str
    code: CodeType
    template: Template
    lines: Mapping[int, Site]
    names: tuple[str, ...]

    def __reduce__(self) -> tuple[Any, ...]:
        """Tells pickle to keep the code: a template belongs to its environment, and that cannot be kept."""
        return _part, (self.name, marshal.dumps(self.code), self.lines, self.names)


def _part(name: str, code: bytes, lines: Mapping[int, Site], names: tuple[str, ...]) -> Part:
    loaded: CodeType = marshal.loads(code)  # noqa: S302 - only what this program kept for itself
    return Part(name, loaded, Template.from_code(expressions.usual_environment(), loaded, {}), lines, names)


@dataclass(frozen=True, slots=True)
class Compiled:
    """Everything of a template that is the same for each document.

    Attributes:
        source: File name of the template, for messages.
        parts: The parts that change with the context, in stretches, main text last: it lists the open places of all.
        styled: Text of the parts that only change with the house style, by name.
        static: The other parts, compressed.
        style_ids: Style ids by lower-case style name.
        numbering: Look that numbered lists have; empty when there is no such list.
        comments: Text of comments.xml, or empty when the template has none.
        package: Content types and relationships, by file ending of the logo; "" for a document without one.
        logo: Part name of the logo without its ending; empty when the template has no place for it.
    """

    source: str
    parts: tuple[Part, ...]
    styled: Mapping[str, str]
    static: tuple[Member, ...]
    style_ids: Mapping[str, str]
    numbering: str
    comments: str
    package: Mapping[str, tuple[Member, ...]]
    logo: str
