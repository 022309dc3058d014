"""Jinja tags in a run tree: rejoins what Word split and turns each tag into a processing instruction.

Word cuts the text of a paragraph into runs wherever it likes, so `{{ naam }}` may stand in three of them. Here every
tag becomes one `<?v … ?>` (a value) or `<?b … ?>` (a statement): a value alone in a run with the formatting of its
first brace, a statement between runs, or in the place of its paragraph (`{%p`), row (`{%tr`) or cell (`{%tc`).
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.errors import Problem
from policygen.ooxml.names import XML, qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

VALUE: Final = "v"
STATEMENT: Final = "b"

_QUOTED = r"""(?:'[^']*'|"[^"]*"|[^'"])*?"""
_TAG = re.compile(rf"\{{\{{{_QUOTED}\}}\}}|\{{%{_QUOTED}%\}}|\{{#.*?#\}}", re.DOTALL)
_LEVEL = re.compile(r"\{[{%](p|tr|tc|r)\s")
_STRAIGHT = str.maketrans("\u2018\u2019\u201a\u201c\u201d\u201e", "'''\"\"\"")
_DELIMITER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_WORDS = 40
_CONTAINER: Final = {"p": "w:p", "tr": "w:tr", "tc": "w:tc"}
_OPENERS: Final = {"if": "endif", "for": "endfor"}
_CONTINUE: Final = {"else": ("if", "for"), "elif": ("if",)}


@dataclass(frozen=True, slots=True)
class Site:
    """Where a tag stands, for messages.

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


@dataclass(frozen=True, slots=True)
class _Tag:
    start: int
    end: int
    text: str

    @property
    def level(self) -> str:
        match = _LEVEL.match(self.text)
        return match[1] if match else ""

    @property
    def kind(self) -> str:
        return {"{": VALUE, "%": STATEMENT, "#": ""}[self.text[1]]

    @property
    def code(self) -> str:
        return self.text[2 + len(self.level) : -2].strip()


def mark(root: Element, source: str, part: str, sites: list[Site]) -> list[Problem]:
    """Replaces every tag below `root` by a processing instruction whose target ends in its index in `sites`.

    Args:
        root: Root element of a part; changed in place.
        source: File name of the template, for messages.
        part: Dutch name of the part for messages, such as `koptekst 1`; empty for the main text.
        sites: Grows by one for each tag.

    Returns:
        What is wrong with the tags, each with its place.
    """
    problems: list[Problem] = []
    for number, paragraph in enumerate(list(root.iter(qn("w:p"))), 1):
        texts = list(_texts(paragraph))
        typed = "".join(text.text or "" for text in texts)
        if not _DELIMITER.search(typed):
            continue
        where = _where(part, number, typed, paragraph)
        tags = [_Tag(match.start(), match.end(), match[0]) for match in _TAG.finditer(typed.translate(_STRAIGHT))]
        left = _blank(typed, tags)
        if stray := _DELIMITER.search(left):
            problems.append(_stray(source, where, left[stray.start() :]))
            continue
        levels = [tag for tag in tags if tag.level]
        first = len(sites)
        sites += [Site(source, where, tag.text, tag.code) for tag in tags]
        refused = [problem for tag, site in zip(tags, sites[first:], strict=True) for problem in _refused(tag, site)]
        if refused:
            problems += refused
        elif levels:
            problems += _replace_container(paragraph, tags, sites)
        else:
            _split_runs(texts, tags, first)
    return problems + _unbalanced(root, sites)


def _refused(tag: _Tag, site: Site) -> list[Problem]:
    if "?>" in tag.code:
        return [site.problem("'?>' kan niet in een tag staan")]
    if tag.level and (tag.kind == VALUE or tag.level not in _CONTAINER):
        return [site.problem(f"'{tag.text[: 2 + len(tag.level)]}' kennen we niet")]
    return []


def instruction(kind: str, code: str, site: int) -> Element:
    """Makes the processing instruction for a tag; `site` is its index in the list of sites."""
    return etree.ProcessingInstruction(f"{kind}{site}", code)


def is_instruction(node: Element) -> bool:
    """Tells whether a node is a value or statement made by `mark`."""
    return isinstance(node, etree._ProcessingInstruction)  # noqa: SLF001 - lxml has no public name for the type


def is_statement(node: Element) -> bool:
    """Tells whether a node is a statement made by `mark`."""
    return is_instruction(node) and node.target.startswith(STATEMENT)  # type: ignore[attr-defined]


def _texts(paragraph: Element) -> Iterator[Element]:
    """The `w:t` of a paragraph itself, not of a text box in it and not of what a tracked change removed."""
    for text in paragraph.iter(qn("w:t")):
        if next(text.iterancestors(qn("w:p"))) is paragraph:
            yield text


def _blank(typed: str, tags: list[_Tag]) -> str:
    left = list(typed)
    for tag in tags:
        left[tag.start : tag.end] = "\0" * (tag.end - tag.start)
    return "".join(left)


def _stray(source: str, where: str, rest: str) -> Problem:
    delimiter = rest[:2]
    if delimiter in ("{{", "{%", "{#"):
        close = {"{{": "}}", "{%": "%}", "{#": "#}"}[delimiter]
        return Problem(
            source,
            f"{rest.split(chr(0), maxsplit=1)[0][:_WORDS]}: de tag is niet gesloten in dezelfde alinea",
            where=where,
            hint=f"Sluit hem met {close}, of kijk of een aanhalingsteken ontbreekt.",
        )
    return Problem(source, f"{delimiter}: dit sluit een tag die nergens begint", where=where)


def _where(part: str, number: int, typed: str, paragraph: Element) -> str:
    words = " ".join(typed.split())
    words = words if len(words) <= _WORDS else words[:_WORDS].rsplit(" ", 1)[0] + " …"
    place = f'{part + ", " if part else ""}alinea {number} "{words}"'
    cell = next(paragraph.iterancestors(qn("w:tc")), None)
    if cell is None:
        return place
    row = next(cell.iterancestors(qn("w:tr")))
    table = next(row.iterancestors(qn("w:tbl")))
    tables = list(table.getroottree().getroot().iter(qn("w:tbl")))
    rows = list(table.iterchildren(qn("w:tr")))
    row_number = rows.index(row) + 1 if row in rows else 1
    cells = list(row.iterchildren(qn("w:tc")))
    cell_number = cells.index(cell) + 1 if cell in cells else 1
    return f"{place} (tabel {tables.index(table) + 1}, rij {row_number}, cel {cell_number})"


def _replace_container(paragraph: Element, tags: list[_Tag], sites: list[Site]) -> list[Problem]:
    site, tag = len(sites) - len(tags), tags[0]
    if len(tags) > 1:
        return [sites[site].problem("er staat nog een tag in deze alinea", "Geef elke tag zijn eigen alinea.")]
    container = next(
        (node for node in (paragraph, *paragraph.iterancestors()) if node.tag == qn(_CONTAINER[tag.level])), None
    )
    if container is None:
        return [sites[site].problem("deze tag hoort in een tabel")]
    rest = "".join(text.text or "" for text in container.iter(qn("w:t")))
    if _TAG.sub("", rest.translate(_STRAIGHT)).strip():
        name = {"p": "alinea", "tr": "rij", "tc": "cel"}[tag.level]
        return [
            sites[site].problem(
                f"naast deze tag staat tekst in dezelfde {name}",
                f"De hele {name} verdwijnt: geef de tekst een eigen {name}.",
            )
        ]
    parent = container.getparent()
    if parent is not None:
        parent.replace(container, instruction(STATEMENT, tag.code, site))
    return []


def _split_runs(texts: list[Element], tags: list[_Tag], first: int) -> None:
    """Gives every value tag its own run and puts statements between the runs."""
    offset = 0
    pieces: dict[Element, list[tuple[str, int | None]]] = {}
    for text in texts:
        typed = text.text or ""
        pieces[text] = _cut(typed, offset, tags)
        offset += len(typed)
    touched = {text.getparent() for text in texts if pieces[text] != [(text.text or "", None)]}
    for run in touched:
        if run is not None:
            _rebuild(run, pieces, tags, first)


def _cut(typed: str, offset: int, tags: list[_Tag]) -> list[tuple[str, int | None]]:
    """Cuts the text of one `w:t` into static text and the indexes of the tags that begin in it."""
    pieces: list[tuple[str, int | None]] = []
    here = 0
    for index, tag in enumerate(tags):
        start, end = tag.start - offset, tag.end - offset
        if end <= 0 or start >= len(typed):
            continue
        if start > here:
            pieces.append((typed[here:start], None))
        if start >= 0:
            pieces.append(("", index))
        here = min(end, len(typed))
    if here < len(typed) or (not pieces and typed):
        pieces.append((typed[here:], None))
    return pieces


def _rebuild(run: Element, pieces: dict[Element, list[tuple[str, int | None]]], tags: list[_Tag], first: int) -> None:
    """Replaces a run by runs of static content, runs of one value, and statements."""
    properties = run.find(qn("w:rPr"))
    out: list[Element] = []
    static: Element | None = None
    for child in list(run):
        if child is properties:
            continue
        for node in _nodes(child, pieces, tags, first):
            if is_statement(node):
                static = None
                out.append(node)
                continue
            value = node.tag == qn("w:t") and len(node) > 0
            if static is None or value:
                static = _run(properties)
                out.append(static)
            static.append(node)
            if value:
                static = None
    parent = run.getparent()
    if parent is not None:
        at = parent.index(run)
        parent.remove(run)
        for position, node in enumerate(out):
            parent.insert(at + position, node)


def _nodes(
    child: Element, pieces: dict[Element, list[tuple[str, int | None]]], tags: list[_Tag], first: int
) -> list[Element]:
    """What comes in the place of one child of a run: itself, or texts, values in a text, and statements."""
    if child not in pieces:
        return [child]
    nodes: list[Element] = []
    for text, index in pieces[child]:
        if index is None:
            nodes.append(_text(text))
        elif kind := tags[index].kind:
            node = instruction(kind, tags[index].code, first + index)
            nodes.append(_text("", node) if kind == VALUE else node)
    return nodes


def _run(properties: Element | None) -> Element:
    run = etree.Element(qn("w:r"))
    if properties is not None:
        run.append(deepcopy(properties))
    return run


def _text(typed: str, value: Element | None = None) -> Element:
    text = etree.Element(qn("w:t"))
    text.text = typed
    if value is not None:
        text.append(value)
    text.set(f"{{{XML}}}space", "preserve")
    return text


def _unbalanced(root: Element, sites: list[Site]) -> list[Problem]:
    """Checks that every block opens and closes among the children of one element."""
    problems: list[Problem] = []
    parents = {node.getparent(): None for node in root.iter(etree.PI) if is_statement(node)}
    for parent in parents:
        if parent is None:
            continue
        stack: list[tuple[str, Site]] = []
        for node in parent:
            if is_statement(node):
                site = sites[int(node.target[1:])]  # type: ignore[attr-defined]
                problems += _step(stack, (node.text or "").split(maxsplit=1)[0:1], site)
        problems += [
            site.problem(f"'{word}' is niet gesloten met '{_OPENERS[word]}' op dezelfde hoogte", _HEIGHT)
            for word, site in stack
        ]
    return problems


_HEIGHT: Final = "Begin en einde horen in dezelfde alinea, of gebruik {%p … %} en {%tr … %} voor allebei."


def _step(stack: list[tuple[str, Site]], words: list[str], site: Site) -> list[Problem]:
    word = words[0] if words else ""
    if word in _OPENERS:
        stack.append((word, site))
    elif word in _OPENERS.values():
        if not stack or _OPENERS[stack[-1][0]] != word:
            return [site.problem(f"'{word}' sluit niets dat op dezelfde hoogte begon", _HEIGHT)]
        stack.pop()
    elif word in _CONTINUE and (not stack or stack[-1][0] not in _CONTINUE[word]):
        return [site.problem(f"'{word}' staat niet tussen 'if' en 'endif' op dezelfde hoogte", _HEIGHT)]
    return []
