"""Compiled template and context in, bytes of a .docx out: pure, and the same every time."""

from __future__ import annotations

import difflib
import re
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from jinja2 import UndefinedError

from policygen import expressions, template
from policygen.errors import Problem, TemplateError
from policygen.ooxml import toc
from policygen.ooxml.comments import with_comments
from policygen.ooxml.names import COMMENTS, DOCUMENT, NUMBERING
from policygen.ooxml.package import Member, fast_deflate, member, pack
from policygen.ooxml.runs import OPEN_MARK, PARAGRAPH_MARK, PRESERVED, Breaks, place_marks
from policygen.openplace import Open

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_TAGS = re.compile(r"<w:(?:br|tab)/>|<[^>]*>")
_MARK = re.compile(f"{OPEN_MARK}(\\d+){OPEN_MARK}")
_NAME = re.compile(r"'([^']+)'$")


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for the cover.

    Attributes:
        data: The bytes of the file.
        ending: png, jpg or gif.
        ratio: Width divided by height.
        tekst: Alternative text.
    """

    data: bytes
    ending: str
    ratio: float
    tekst: str

    def width(self, width: int, height: int) -> int:
        """Width in EMU that keeps the proportions within a box."""
        return min(width, round(height * self.ratio))

    def height(self, width: int, height: int) -> int:
        """Height in EMU that keeps the proportions within a box."""
        return min(height, round(width / self.ratio))


class Document:
    """What one document gathers while it is rendered: open places, headings and running numbers."""

    def __init__(self) -> None:
        self.places: dict[str, Open] = {}
        self.headings: list[toc.Heading] = []
        self.list_number = 0
        self.lists = 0
        self._marks: list[Open] = []

    def open_place(self, place: Open) -> str:
        """Registers an open place and returns the mark that `place_marks` replaces."""
        self.places.setdefault(place.field or place.label, place)
        self._marks.append(place)
        return f"{OPEN_MARK}{len(self._marks) - 1}{OPEN_MARK}"

    def marked(self, number: int) -> Open:
        """The open place behind a mark."""
        return self._marks[number]

    def heading(self, level: int, content: str) -> expressions.Xml:
        """Registers a heading and returns it with the bookmark that the contents list points to."""
        shown = _MARK.sub(lambda match: expressions.escape(str(self._marks[int(match[1])])), content)
        text = " ".join(
            _TAGS.sub(lambda tag: " " if tag[0].startswith("<w:") and tag[0].endswith("/>") else "", shown).split()
        )
        content = content.replace(PARAGRAPH_MARK, f"</w:t><w:br/>{PRESERVED}")
        heading = toc.Heading(level, text, len(self.headings) + 1)
        self.headings.append(heading)
        return expressions.Xml(toc.bookmarked(heading, content))

    def contents(self) -> expressions.Xml:
        """The place of the contents list, which is known when all headings are."""
        return expressions.Xml(expressions.CONTENTS_MARK)

    def start_list(self) -> expressions.Xml:
        """Begins a numbered list at 1."""
        self.lists += 1
        self.list_number = _FIRST_LIST + self.lists
        return expressions.Xml("")


_FIRST_LIST: Final = 1000


class _Places:
    """The open places so far, for the list at the end of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __len__(self) -> int:
        return len(self._document.places)

    def __iter__(self) -> Iterator[dict[str, str]]:
        return iter(
            [{"label": one.label, "wie": one.wie, "voorbeeld": one.voorbeeld} for one in self._document.places.values()]
        )


class CompiledTemplate:
    """A Word template that is ready to be filled, any number of times."""

    def __init__(self, compiled: template.Compiled) -> None:
        self._compiled = compiled

    def fill(self, context: Mapping[str, Any]) -> bytes:
        """Fills the template.

        Args:
            context: Values by name: text, numbers, dates, and dicts and sequences of them.

        Returns:
            The bytes of a .docx; equal context, equal bytes.

        Raises:
            TemplateError: A name is unknown or a value cannot be printed; names the tag and its place.
        """
        return pack(render(self._compiled, context)[0])


def compile_template(docx: bytes, *, filters: Mapping[str, Callable[..., Any]] | None = None) -> CompiledTemplate:
    """Compiles a Word template with Jinja tags in the dialect of docxtpl.

    Args:
        docx: The bytes of a .docx.
        filters: Extra filters by name.

    Raises:
        TemplateError: With everything that is wrong in the tags.
    """
    return CompiledTemplate(template.compile_template(docx, filters=filters))


def render(
    compiled: template.Compiled,
    context: Mapping[str, Any],
    *,
    logo: Logo | None = None,
    deflate: Callable[[bytes], bytes] = fast_deflate,
) -> tuple[list[Member], tuple[Open, ...]]:
    """Renders one document.

    Args:
        compiled: The template.
        context: Its values.
        logo: Picture for the place that the template has for it.
        deflate: How to compress the parts that change.

    Returns:
        The members of the package, and the open places in the order of the text.

    Raises:
        TemplateError: As `CompiledTemplate.fill`.
    """
    document = Document()
    values = {
        **context,
        template.PLACES: _Places(document),
        expressions.PRIVATE + "doc": document,
        expressions.PRIVATE + "logo": logo,
    }
    members = [*compiled.static, *compiled.package[logo.ending if logo and compiled.logo else ""]]
    texts = {part.name: _text(part, values) for part in compiled.parts if part.name != NUMBERING}
    comments: list[tuple[int, Open]] = []
    for name, text in texts.items():
        breaks = Breaks(
            document.marked, compiled.style_ids, comments if name == DOCUMENT and compiled.comments else None
        )
        texts[name] = place_marks(text, breaks)
    if expressions.CONTENTS_MARK in texts[DOCUMENT]:
        texts[DOCUMENT] = texts[DOCUMENT].replace(
            expressions.CONTENTS_MARK, toc.contents(document.headings, compiled.style_ids)
        )
    numbering = next((part for part in compiled.parts if part.name == NUMBERING), None)
    if numbering is not None:
        texts[NUMBERING] = _restarting(_text(numbering, values), compiled.numbering, document.lists)
    if compiled.comments:
        texts[COMMENTS] = with_comments(compiled.comments, comments, compiled.style_ids)
    members += [member(name, text.encode(), deflate) for name, text in texts.items()]
    if logo and compiled.logo:
        members.append(member(f"{compiled.logo}.{logo.ending}", logo.data, deflate))
    return members, tuple(document.places.values())


def _text(part: template.Part, values: Mapping[str, Any]) -> str:
    try:
        return part.template.render(values)
    except (UndefinedError, expressions.ValueRefusedError, TypeError, ZeroDivisionError) as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
        site = part.lines.get(lines[-1] if lines else None or 0)
        message, hint = _explain(error, values)
        problem = site.problem(message, hint) if site else Problem(part.name, message, hint=hint)
        raise TemplateError(problem) from error


def _explain(error: Exception, values: Mapping[str, Any]) -> tuple[str, str]:
    if not isinstance(error, UndefinedError):
        return str(error), ""
    name = (
        match[1]
        if (match := _NAME.search(str(error)))
        else next(iter(re.findall(r"'([^']+)' is undefined", str(error))), "")
    )
    known = [key for key in _names(values) if not key.startswith(expressions.PRIVATE)]
    close = difflib.get_close_matches(name, known, n=1)
    return f"onbekende naam '{name}'", f"Bedoelt u '{close[0]}'?" if close else ""


def _names(values: Mapping[str, Any]) -> set[str]:
    names = set(values)
    for value in values.values():
        if isinstance(value, dict):
            names |= _names(value)
    return names


def _restarting(text: str, number: str, lists: int) -> str:
    """Adds a numbering that starts at 1 for each numbered list of the document."""
    if not lists:
        return text
    match = re.search(rf'<w:num w:numId="{number}"[^>]*>\s*<w:abstractNumId w:val="(\d+)"/>', text)
    abstract = match[1] if match else "0"
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    made = "".join(
        f'<w:num w:numId="{_FIRST_LIST + count}"><w:abstractNumId w:val="{abstract}"/>{again}</w:num>'
        for count in range(1, lists + 1)
    )
    return text.replace("</w:numbering>", made + "</w:numbering>")
