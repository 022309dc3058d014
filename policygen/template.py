"""A Word template: frame and body in, everything that can be done before the first document is done here."""

from __future__ import annotations

import difflib
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes
from lxml import etree

from policygen import expressions
from policygen.errors import Problem, TemplateError
from policygen.ooxml import lists, tags
from policygen.ooxml.blocks import inside, protect
from policygen.ooxml.housestyle import by_theme
from policygen.ooxml.names import (
    COMMENTS,
    CONTENT_TYPES_PART,
    DECLARATION,
    DOCUMENT,
    NUMBERING,
    STYLES,
    qn,
    rels_part,
)
from policygen.ooxml.package import Member, member, read
from policygen.ooxml.picture import make_room, packages
from policygen.ooxml.splice import splice, style_ids
from policygen.ooxml.xml import parse, to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from jinja2 import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from lxml.etree import _Element as Element

    from policygen.ooxml.relations import Parts

BODY_SLOT: Final = "inhoud"
CONTENTS_SLOT: Final = "inhoudsopgave"
LOGO_TAG: Final = "{{ huisstijl.logo }}"
PLACES: Final = "open_plekken"
_OWN_NAMES: Final = frozenset({PLACES, BODY_SLOT, CONTENTS_SLOT, "loop"})

_PART_NAMES: Final = (
    (re.compile(r"word/header(\d+)\.xml"), "koptekst {}"),
    (re.compile(r"word/footer(\d+)\.xml"), "voettekst {}"),
    (re.compile(r"word/(footnotes|endnotes)\.xml"), "voetnoten"),
)
_INSTRUCTION = re.compile(r"<\?([vb])(\d+) ?")
_TOKEN = re.compile("\ue000(\\d+)\ue001")
_PLAIN_TAG = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_LEVELS: Final = {"heading 1": 1, "heading 2": 2}
_MAIN: Final = re.compile(r"word/(document|header\d+|footer\d+|footnotes|endnotes)\.xml")


@dataclass(frozen=True, slots=True)
class Part:
    """A part that changes with the context: its Jinja template and the tag that stands on each line of it."""

    name: str
    template: Template
    lines: Mapping[int, tags.Site]


@dataclass(frozen=True, slots=True)
class Compiled:
    """Everything of a template that is the same for each document.

    Attributes:
        parts: The parts that change, main text last: it lists the open places of all.
        static: The other parts, compressed.
        style_ids: Style ids by lower-case style name.
        numbering: Id of the numbering that numbered lists follow; empty when there is no such list.
        comments: Text of comments.xml, or empty when the template has none.
        package: Content types and relationships, by file ending of the logo; "" for a document without one.
        logo: Part name of the logo without its ending; empty when the template has no place for it.
    """

    parts: tuple[Part, ...]
    static: tuple[Member, ...]
    style_ids: Mapping[str, str]
    numbering: str
    comments: str
    package: Mapping[str, tuple[Member, ...]]
    logo: str


@dataclass(slots=True)
class _Work:
    """What the steps of one compilation share."""

    env: ImmutableSandboxedEnvironment
    sites: list[tags.Site] = field(default_factory=lambda: [tags.Site("", "", "")])
    problems: list[Problem] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)

    def token(self, code: str) -> str:
        """Stands for an expression where XML allows no processing instruction: in an attribute."""
        self.tokens.append(code)
        return f"\ue000{len(self.tokens) - 1}\ue001"


def compile_template(  # noqa: PLR0913 - each says what the caller knows of the template
    body: bytes,
    *,
    source: str = "sjabloon.docx",
    frame: bytes | None = None,
    frame_source: str = "huisstijl.docx",
    names: Collection[str] | None = None,
    filters: Mapping[str, Callable[..., Any]] | None = None,
    prepare: Callable[[Parts], None] | None = None,
) -> Compiled:
    """Compiles a Word template, in a frame when one is given.

    Args:
        body: A .docx with tags.
        source: Its file name, for messages.
        frame: A .docx with the house style and a paragraph `{{ inhoud }}`.
        frame_source: Its file name, for messages.
        names: The names that the context will have; None when they are not known.
        filters: Filters beside the usual ones.
        prepare: Changes the parts before they are compiled, to announce parts that come later.

    Raises:
        TemplateError: With all that is wrong in the tags, each with its place.
    """
    work = _Work(expressions.environment(filters))
    parts, root = _open(body, source, work)
    if frame is not None:
        frame_parts, frame_root = _open(frame, frame_source, work)
        slot = _slot(frame_root, BODY_SLOT)
        if slot is None:
            work.problems.append(
                Problem(frame_source, "de alinea {{ inhoud }} ontbreekt", hint="Zet hem waar de tekst moet komen.")
            )
            raise TemplateError(*work.problems)
        splice(frame_parts, frame_root, slot, parts, root)
        parts, root = frame_parts, frame_root
    if prepare:
        prepare(parts)
    roots = {
        name: _marked(parts[name], frame_source if frame else source, name, work)
        for name in parts
        if _MAIN.fullmatch(name) and name != DOCUMENT
    }
    roots[DOCUMENT] = root
    styles = style_ids(parse(parts[STYLES])) if STYLES in parts else {}
    room = make_room(parts, root, LOGO_TAG, work.token, f"{expressions.PRIVATE}logo")
    numbering = _prepare_main(parts, root, styles, work)
    _check(work, names)
    if work.problems:
        raise TemplateError(*work.problems)
    for tree in roots.values():
        protect(tree)
    texts = {name: to_text(tree) for name, tree in roots.items()}
    texts |= {
        name: text
        for name in sorted(parts)
        if name not in roots and (text := _special(parts, name, work, branded=frame is not None))
    }
    order = sorted(texts, key=lambda name: (name == DOCUMENT, name))
    changing = tuple(
        _part(name, texts[name], work)
        for name in order
        if name in {DOCUMENT, NUMBERING} or "<?" in texts[name] or "\ue000" in texts[name]
    )
    _refuse(work.problems)
    apart = {part.name for part in changing} | {COMMENTS, CONTENT_TYPES_PART, rels_part(DOCUMENT), room.part}
    static = tuple(member(name, parts[name]) for name in parts if name not in apart)
    comments = parts[COMMENTS].decode() if COMMENTS in parts else ""
    return Compiled(changing, static, styles, numbering, comments, packages(parts, room), room.part.rpartition(".")[0])


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise TemplateError(*problems)


def _open(docx: bytes, source: str, work: _Work) -> tuple[Parts, Element]:
    try:
        parts = read(docx)
    except zipfile.BadZipFile:
        raise TemplateError(
            Problem(source, "dit is geen Word-document (.docx)", hint="Sla het in Word op als .docx.")
        ) from None
    if DOCUMENT not in parts:
        raise TemplateError(Problem(source, "in dit bestand zit geen Word-tekst", hint="Sla het in Word op als .docx."))
    return parts, _marked(parts[DOCUMENT], source, DOCUMENT, work)


def _marked(data: bytes, source: str, name: str, work: _Work) -> Element:
    root = parse(data)
    label = next(
        (label.format(*match.groups()) for pattern, label in _PART_NAMES if (match := pattern.fullmatch(name))), ""
    )
    work.problems += tags.mark(root, source, label, work.sites)
    return root


def _slot(root: Element, name: str) -> Element | None:
    """The paragraph that holds nothing but the tag with this name."""
    for node in root.iter(etree.PI):
        if node.target.startswith(tags.VALUE) and node.text == name:  # type: ignore[attr-defined]
            paragraph = next(node.iterancestors(qn("w:p")), None)
            if paragraph is not None and len(paragraph.findall(qn("w:r"))) == 1:
                return paragraph
    return None


def _prepare_main(parts: Parts, root: Element, styles: Mapping[str, str], work: _Work) -> str:
    """Headings, contents list and numbered lists; returns the id of their numbering when there are numbered lists."""
    contents = _slot(root, CONTENTS_SLOT)
    if contents is not None:
        parent = contents.getparent()
        if parent is not None:
            parent.replace(contents, tags.instruction(tags.VALUE, "_pg_doc.contents()", 0))
        levels = {styles[name]: level for name, level in _LEVELS.items() if name in styles}
        for paragraph in root.iter(qn("w:p")):
            style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            if style is not None and (level := levels.get(style.get(qn("w:val"), ""))):
                inside(paragraph, f"_pg_heading({level})", keep="w:pPr")
    numbers = styles.get(lists.NUMBER_STYLE.lower())
    if numbers and NUMBERING in parts and lists.restart(root, numbers, work.token(lists.CURRENT)):
        style = next(one for one in parse(parts[STYLES]).iter(qn("w:style")) if one.get(qn("w:styleId")) == numbers)
        number = style.find(f".//{qn('w:numId')}")
        return "" if number is None else number.get(qn("w:val"), "")
    return ""


def _special(parts: Parts, name: str, work: _Work, *, branded: bool) -> str:
    """The text of a part that changes but holds no runs: properties and house style; empty for all others."""
    if name.startswith("docProps/") and name.endswith(".xml"):
        root = parse(parts[name])
        for node in root.iter(etree.Element):
            if node.text and "{{" in node.text:
                node.text = _PLAIN_TAG.sub(lambda match: work.token(f"({match[1].strip()})|_pg_flat"), node.text)
        return to_text(root)
    if branded and (name.startswith("word/theme/") or name in (STYLES, NUMBERING)):
        return by_theme(parts[name], name, work.token)
    return to_text(parse(parts[name])) if name == NUMBERING else ""


def _check(work: _Work, names: Collection[str] | None) -> None:
    """Reads every tag by itself: syntax, filters, names."""
    local = set(_OWN_NAMES)
    trees: list[tuple[tags.Site, nodes.Template]] = []
    for site in work.sites[1:]:
        kind = "v" if site.tag.startswith("{{") else "b"
        if site.tag.startswith("{#"):
            continue
        code = re.sub(r"^..(p|tr|tc)?\s*|\s*..$", "", site.tag)
        faults = list(expressions.faults(work.env, kind, code))
        work.problems += [site.problem(fault) for fault in faults]
        if not faults and (tree := expressions.alone(work.env, kind, code)) is not None:
            trees.append((site, tree))
            local |= {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    if names is None:
        return
    for site, tree in trees:
        for node in tree.find_all(nodes.Name):
            if node.ctx == "load" and node.name not in local and node.name not in names:
                close = difflib.get_close_matches(node.name, {*names, *local}, n=1)
                hint = f"Bedoelt u '{close[0]}'?" if close else ""
                work.problems.append(site.problem(f"onbekende naam '{node.name}'", hint))


def _part(name: str, text: str, work: _Work) -> Part:
    """Turns the printed XML into Jinja source in which each tag begins a line, so that an error names its tag."""
    lines: dict[int, tags.Site] = {}
    pieces: list[str] = []
    line, end = 1, 0
    text = _TOKEN.sub(lambda match: f"<?v0 {work.tokens[int(match[1])]}?>", text).replace("\n", " ")
    for match in _INSTRUCTION.finditer(text):
        line += 1
        lines[line] = work.sites[int(match[2])]
        pieces += (text[end : match.start()], f"<?{match[1]}\n")
        end = match.end()
    source = DECLARATION + "".join((*pieces, text[end:]))
    lines = {number + 1: site for number, site in lines.items()}
    return Part(name, work.env.from_string(source), lines)
