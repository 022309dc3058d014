"""Jinja tags in a run tree: finds them however Word split them, and turns each into a processing instruction.

Word cuts the text of a paragraph into runs wherever it likes, so `{{ naam }}` may stand in three of them. A value ends
up alone in a run with the formatting of its first brace, a statement between runs, or in the place of its paragraph
(`{%p`), row (`{%tr`) or cell (`{%tc`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policygen.errors import Problem
from policygen.ooxml import cells
from policygen.ooxml.anchors import left_behind, tidy
from policygen.ooxml.instructions import STATEMENT, VALUE, instruction
from policygen.ooxml.names import qn
from policygen.ooxml.nesting import unbalanced
from policygen.ooxml.site import Site, Tag
from policygen.ooxml.split import around_markup, split_runs, unescape
from policygen.ooxml.tracked import changed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from lxml.etree import _Element as Element

_QUOTED = r"""(?:'[^']*'|"[^"]*"|[^'"])*?"""
_TAG = re.compile(rf"\{{\{{{_QUOTED}\}}\}}|\{{%{_QUOTED}%\}}|\{{#.*?#\}}", re.DOTALL)
_STRAIGHT = str.maketrans("\u2018\u2019\u201a\u201c\u201d\u201e", "'''\"\"\"")
_DELIMITER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_CLOSE: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_WORDS = 40
_CONTAINER: Final = {"p": "w:p", "tr": "w:tr", "tc": "w:tc"}
_NOT_TEXT: Final = {
    "w:drawing": "een afbeelding",
    "w:pict": "een afbeelding",
    "w:object": "een ingevoegd object",
    "w:sectPr": "een sectie-einde",
}
_ACCEPT: Final = "Accepteer of weiger de wijziging in Word (Controleren) en sla het sjabloon opnieuw op."
_DUTCH: Final = {"p": "alinea", "tr": "rij", "tc": "cel"}


def mark(  # noqa: PLR0913 - what a message needs and what the compiler collects
    root: Element,
    source: str,
    part: str,
    sites: list[Site],
    token: Callable[[str, int], str],
    *,
    headings: Collection[str] = (),
) -> list[Problem]:
    """Replaces every tag below `root` by a processing instruction whose target ends in its index in `sites`.

    Args:
        root: Root element of a part; changed in place.
        source: File name of the template, for messages.
        part: Dutch name of the part for messages, such as `koptekst 1`; empty for the main text.
        sites: Grows by one for each tag.
        token: Turns an expression, with the index of its site, into text that may stand in an attribute.
        headings: Ids of the heading styles, so that a message can name the heading that a tag stands under.

    Returns:
        What is wrong with the tags, each with its place.
    """
    problems: list[Problem] = []
    places = {paragraph: number for number, paragraph in enumerate(root.iter(qn("w:p")), 1)}
    above = _headings(places, headings)
    _join_paragraphs(list(places))
    for paragraph, number in places.items():
        texts = list(_texts(paragraph))
        typed = "".join(text.text or "" for text in texts)
        if not _DELIMITER.search(typed):
            unescape(texts)
            continue
        where = _where(part or above.get(paragraph, ""), number, typed, paragraph)
        tags = _tags(typed)
        if stray := _stray(typed, tags):
            problems.append(_stray_problem(source, where, stray))
            continue
        first = len(sites)
        sites += [Site(source, where, tag.text, tag.code) for tag in tags]
        refused = [problem for tag, site in zip(tags, sites[first:], strict=True) for problem in _refused(tag, site)]
        refused += [
            site.problem("in deze tag zit een bijgehouden wijziging", _ACCEPT)
            for site, is_changed in zip(sites[first:], changed(paragraph, texts, tags), strict=True)
            if is_changed
        ]
        if refused:
            problems += refused
        elif any(tag.level in _CONTAINER for tag in tags):
            problems += _replace_container(paragraph, tags, sites[first], first)
        else:
            for place, tag in enumerate(tags, first):
                problems += cells.apply(tag, place, sites[place], paragraph, token) if tag.command else []
            split_runs(texts, tags, first)
            unescape(list(_texts(paragraph)))
    problems += unbalanced(root, sites)
    return problems + ([] if problems else tidy(root, source, part))


def _headings(paragraphs: Iterable[Element], styles: Collection[str]) -> dict[Element, str]:
    """The heading that each paragraph stands under, as a message names it; a heading itself has none."""
    found: dict[Element, str] = {}
    last = ""
    for paragraph in paragraphs if styles else ():
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")) in styles:
            words = _shortened("".join(text.text or "" for text in _texts(paragraph)))
            last = f'kop "{words}"' if words else last
        elif last:
            found[paragraph] = last
    return found


def _shortened(text: str) -> str:
    """The first words of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= _WORDS else words[:_WORDS].rsplit(" ", 1)[0] + " …"


def _tags(typed: str) -> list[Tag]:
    return [Tag(match.start(), match.end(), match[0]) for match in _TAG.finditer(typed.translate(_STRAIGHT))]


def _texts(paragraph: Element) -> Iterator[Element]:
    """The `w:t` of a paragraph itself, not of a text box in it and not of what a tracked change removed."""
    for text in paragraph.iter(qn("w:t")):
        if next(text.iterancestors(qn("w:p"))) is paragraph:
            yield text


def _join_paragraphs(paragraphs: Sequence[Element]) -> None:
    """Joins a paragraph that begins with `{%- … %}` to the one before, one that ends with `{% … -%}` to the next."""
    for paragraph in paragraphs:
        joined = paragraph
        if paragraph.getparent() is None:
            continue  # joined already
        while _joins(joined, before=False) and _append(joined, joined.getnext()) is not None:
            pass
        while (following := joined.getnext()) is not None and _joins(following, before=True):
            if _append(joined, following) is None:
                break
            while _joins(joined, before=False) and _append(joined, joined.getnext()) is not None:
                pass


def _joins(paragraph: Element, *, before: bool) -> bool:
    """Whether the first (or last) thing in a paragraph is a tag that joins it to the one before (or after)."""
    typed = "".join(text.text or "" for text in _texts(paragraph)) if paragraph.tag == qn("w:p") else ""
    tags = _tags(typed) if "{%" in typed else []
    if not tags:
        return False
    if before:
        return tags[0].joins_before and not typed[: tags[0].start].strip()
    return tags[-1].joins_after and not typed[tags[-1].end :].strip()


def _append(target: Element | None, paragraph: Element | None) -> Element | None:
    """Moves the content of a paragraph to the end of another, which keeps its own properties; None when it cannot."""
    parent = None if paragraph is None else paragraph.getparent()
    if target is None or paragraph is None or parent is None or {target.tag, paragraph.tag} != {qn("w:p")}:
        return None
    for node in list(paragraph):
        if node.tag != qn("w:pPr"):
            target.append(node)
    parent.remove(paragraph)
    return target


def _stray(typed: str, tags: Sequence[Tag]) -> str:
    """The text from the first delimiter that belongs to no tag; empty when there is none."""
    left = list(typed)
    for tag in tags:
        left[tag.start : tag.end] = "\0" * (tag.end - tag.start)
    rest = "".join(left)
    match = _DELIMITER.search(rest)
    return rest[match.start() :].split("\0", maxsplit=1)[0] if match else ""


def _stray_problem(source: str, where: str, rest: str) -> Problem:
    if close := _CLOSE.get(rest[:2]):
        message = f"{rest[:_WORDS]}: de tag is niet gesloten in dezelfde alinea"
        return Problem(
            source, message, where=where, hint=f"Sluit hem met {close}, of kijk of een aanhalingsteken ontbreekt."
        )
    return Problem(source, f"{rest[:2]}: dit sluit een tag die nergens begint", where=where)


def _refused(tag: Tag, site: Site) -> list[Problem]:
    if "?>" in tag.code:
        return [site.problem("'?>' kan niet in een tag staan")]
    if tag.kind == VALUE and tag.level in {"tr", "tc"}:
        return [
            site.problem(
                f"'{{{{{tag.level}' kennen we niet", f"Gebruik {{%{tag.level} … %}} voor een hele {_DUTCH[tag.level]}."
            )
        ]
    return []


def _where(part: str, number: int, typed: str, paragraph: Element) -> str:
    place = f'{part + ", " if part else ""}alinea {number} "{_shortened(typed)}"'
    cell = next(paragraph.iterancestors(qn("w:tc")), None)
    if cell is None:
        return place
    row = next(cell.iterancestors(qn("w:tr")), None)
    table = None if row is None else next(row.iterancestors(qn("w:tbl")), None)
    if row is None or table is None:
        return place
    tables = list(table.getroottree().getroot().iter(qn("w:tbl")))
    rows = list(table.iterchildren(qn("w:tr")))
    row_number = rows.index(row) + 1 if row in rows else 1
    columns = list(row.iterchildren(qn("w:tc")))
    column = columns.index(cell) + 1 if cell in columns else 1
    return f"{place} (tabel {tables.index(table) + 1}, rij {row_number}, cel {column})"


def _replace_container(paragraph: Element, tags: Sequence[Tag], site: Site, number: int) -> list[Problem]:
    """Puts the one tag of a paragraph in the place of its paragraph, row or cell."""
    tag = tags[0]
    if len(tags) > 1:
        return [site.problem("er staat nog een tag in deze alinea", "Geef elke tag zijn eigen alinea.")]
    wanted = qn(_CONTAINER[tag.level])
    container = next((node for node in (paragraph, *paragraph.iterancestors()) if node.tag == wanted), None)
    if container is None:
        return [site.problem("deze tag hoort in een tabel")]
    rest = "".join(text.text or "" for text in container.iter(qn("w:t")))
    if _TAG.sub("", rest.translate(_STRAIGHT)).strip():
        name = _DUTCH[tag.level]
        hint = f"De hele {name} verdwijnt: geef de tekst een eigen {name}."
        return [site.problem(f"naast deze tag staat tekst in dezelfde {name}", hint)]
    lost = next((words for name, words in _NOT_TEXT.items() if container.find(f".//{qn(name)}") is not None), "")
    if lost and tag.kind != VALUE:
        hint = "Geef de tag een eigen alinea, rij of cel."
        return [site.problem(f"met deze {_DUTCH[tag.level]} zou {lost} verdwijnen", hint)]
    parent = container.getparent()
    if parent is None:
        return []
    at = parent.index(container)
    if tag.kind == VALUE:
        split_runs(list(_texts(paragraph)), tags, number)
        parent.remove(container)
        new = around_markup(container, tag.code, number)
    else:
        kept = left_behind(container)
        parent.remove(container)
        new = [instruction(STATEMENT, tag.code, number)] if tag.kind else []
        new = [*new, *kept] if tag.code.startswith("end") else [*kept, *new]
    for position, node in enumerate(new):
        parent.insert(at + position, node)
    return []
