"""Compiled template and context in, bytes of a .docx out: pure, and the same every time."""

from __future__ import annotations

import difflib
import re
import traceback
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from policygen import codegen
from policygen.compiled import PLACES
from policygen.errors import Problem, TemplateError
from policygen.ooxml import housestyle, lists, notes, toc
from policygen.ooxml.comments import first_free, with_comments
from policygen.ooxml.gather import FIRST_LIST, Gathered, PlaceList
from policygen.ooxml.names import COMMENTS, DOCUMENT, NUMBERING
from policygen.ooxml.package import Member, fast_deflate, member, pack, text_member
from policygen.ooxml.runs import Breaks, place_marks
from policygen.ooxml.values import ValueRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from policygen.compiled import Compiled, Part
    from policygen.ooxml.picture import Picture
    from policygen.openplace import Open

# The two ways in which Jinja names what is undefined: "'naam' is undefined" and "… has no attribute 'naam'".
_UNKNOWN = re.compile(r"^'([^']+)' is undefined|has no (?:attribute|element) '?([^']+?)'?$")
_SHORT = 2_000  # characters of a part that is worth keeping for the next document


class CompiledTemplate:
    """A Word template that is ready to be filled, any number of times."""

    def __init__(self, compiled: Compiled) -> None:
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
    from policygen import template  # noqa: PLC0415 - who renders what was compiled before needs no compiler

    return CompiledTemplate(template.compile_template(docx, filters=filters))


def render(  # noqa: PLR0913 - how to compress and whose logo, besides what is rendered
    compiled: Compiled,
    context: Mapping[str, Any],
    *,
    logo: Picture | None = None,
    functions: Mapping[str, str] | None = None,
    deflate: Callable[[bytes], bytes] = fast_deflate,
    main: Callable[[str, str], Member] | None = None,
) -> tuple[list[Member], tuple[Open, ...]]:
    """Renders one document.

    Args:
        compiled: The template.
        context: Its values.
        logo: Picture for the place that the template has for it.
        functions: Other names for whoever fills in the open places.
        deflate: How to compress the parts that change.
        main: Makes the part with the main text, for who uses that again.

    Returns:
        The members of the package, and the open places in the order of the text.

    Raises:
        TemplateError: As `CompiledTemplate.fill`.
    """
    gathered = Gathered(functions or {})
    values = {
        **context,
        PLACES: PlaceList(gathered),
        codegen.PRIVATE + "doc": gathered,
        codegen.PRIVATE + "logo": logo,
    }
    members = [*compiled.static, *compiled.package[logo.ending if logo and compiled.logo else ""]]
    stretches: dict[str, list[str]] = {}
    for part in compiled.parts:
        stretches.setdefault(part.name, []).append(_text(part, values, compiled.source))
    texts = {name: "".join(found) for name, found in stretches.items()}
    comments: list[tuple[int, Open]] = []
    first = first_free(compiled.comments)
    contents = toc.contents(gathered.headings, compiled.style_ids)
    for name, text in texts.items():
        own = comments if name == DOCUMENT and compiled.comments else None
        breaks = Breaks(gathered.marked, compiled.style_ids, own, gathered.prints, first, contents)
        texts[name] = _marked(name, text, breaks, compiled)
    look = housestyle.look(values.get("huisstijl", {}))
    styled = dict(compiled.styled)
    if gathered.lists:
        numbering = housestyle.styled(styled.pop(NUMBERING), look)
        texts[NUMBERING] = lists.restarting(numbering, compiled.numbering, FIRST_LIST, gathered.lists)
    for name in texts.keys() & notes.NOTES:
        kind = notes.NOTES[name]
        texts[name] = notes.only(texts[name], kind, notes.referred(texts[DOCUMENT], kind))
    if compiled.comments:
        text = compiled.comments
        if first:  # the template has some of its own
            text = notes.only(text, "comment", notes.referred(texts[DOCUMENT], "comment"))
        texts[COMMENTS] = with_comments(text, comments, compiled.style_ids)
    members += [_styled_member(name, text, look, deflate) for name, text in styled.items()]
    if main:
        members.append(main(DOCUMENT, texts.pop(DOCUMENT)))
    members += [
        (_short_member if len(text) < _SHORT else text_member)(name, text, deflate) for name, text in texts.items()
    ]
    if logo and compiled.logo:
        members.append(member(f"{compiled.logo}.{logo.ending}", logo.data, deflate))
    return members, tuple(gathered.places.values())


@lru_cache(maxsize=64)  # what the documents of one organisation share is compressed once
def _styled_member(name: str, text: str, look: housestyle.Look, deflate: Callable[[bytes], bytes]) -> Member:
    return text_member(name, housestyle.styled(text, look), deflate)


@lru_cache(maxsize=64)  # such as the header of an organisation
def _short_member(name: str, text: str, deflate: Callable[[bytes], bytes]) -> Member:
    return text_member(name, text, deflate)


def _text(part: Part, values: Mapping[str, Any], source: str) -> str:
    try:
        return part.template.render({name: values[name] for name in part.names if name in values})
    except Exception as error:  # whatever a tag or a filter of the caller does wrong
        lines = [one.lineno or 0 for one in traceback.extract_tb(error.__traceback__) if one.filename == "<template>"]
        site = part.lines.get(lines[-1]) if lines else None
        message, hint = _explain(error, values)
        problem = site.problem(message, hint) if site else Problem(source, message, where=part.name, hint=hint)
        raise TemplateError(problem) from error


def _marked(name: str, text: str, breaks: Breaks, compiled: Compiled) -> str:
    try:
        return place_marks(text, breaks)
    except ValueRefusedError as error:  # more paragraphs than a document can hold; which tag made them is not known
        sources = {site.source for part in compiled.parts if part.name == name for site in part.lines.values()}
        raise TemplateError(Problem(min(sources, default=name), str(error), where=name if sources else "")) from error


def _explain(error: Exception, values: Mapping[str, Any]) -> tuple[str, str]:
    """Says in Dutch why a tag could not be printed, and what to do about it; the errors of Python are English."""
    if isinstance(error, ValueRefusedError):
        return str(error), ""
    if isinstance(error, SecurityError):
        return "dit mag niet in een sjabloon", ""
    if isinstance(error, ZeroDivisionError):
        return "hier wordt door nul gedeeld", ""
    if not isinstance(error, UndefinedError):
        return f"dit is niet uit te voeren met deze waarden ({type(error).__name__})", ""
    match = _UNKNOWN.search(str(error))
    if not match:
        return "er is geen waarde", ""
    name = match[1] or match[2]
    known = [key for key in _names(values) if key != name and not key.startswith(codegen.PRIVATE)]
    close = difflib.get_close_matches(name, known, n=1)
    return f"onbekende naam '{name}'", f"Bedoelt u '{close[0]}'?" if close else ""


def _names(values: Mapping[str, Any]) -> set[str]:
    names = set(values)
    for value in values.values():
        if isinstance(value, dict):
            names |= _names(value)
    return names
