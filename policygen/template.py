"""A Word template: frame and body in, everything that can be done before the first document is done here."""

from __future__ import annotations

import os
import re
from copy import deepcopy
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Template, nodes
from lxml import etree

from policygen import codegen, expressions, whitelist
from policygen.compiled import PLACES, Compiled, Part
from policygen.errors import Problem, TemplateError
from policygen.ooxml import housestyle, lists, loops, references, rules, tags, untrusted
from policygen.ooxml.blocks import inside, keep_inline, protect
from policygen.ooxml.dress import as_document, dress, is_template
from policygen.ooxml.elsewhere import in_paragraph, unseen, unseen_parts
from policygen.ooxml.instructions import CUT, VALUE, instruction, is_statement
from policygen.ooxml.names import (
    COMMENTS,
    CONTENT_TYPES_PART,
    DECLARATION,
    DOCUMENT,
    NUMBERING,
    STYLES,
    is_xml,
    qn,
    rels_part,
)
from policygen.ooxml.notes import NOTES
from policygen.ooxml.numbers import renumber
from policygen.ooxml.package import member
from policygen.ooxml.picture import Room, make_room, packages
from policygen.ooxml.site import Site
from policygen.ooxml.splice import splice, styles_of
from policygen.ooxml.xml import is_well_formed, parse, to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from types import CodeType

    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from lxml.etree import _Element as Element

    from policygen.ooxml.relations import Parts

BODY_SLOT: Final = "inhoud"
CONTENTS_SLOT: Final = "inhoudsopgave"
LOGO_TAG: Final = "{{ huisstijl.logo }}"
_PRIVATE_NAMES: Final = (f"{codegen.PRIVATE}doc", f"{codegen.PRIVATE}logo")
_OWN_NAMES: Final = (PLACES, BODY_SLOT, CONTENTS_SLOT, "loop")

_PART_NAMES: Final = (
    (re.compile(r"word/header(\d+)\.xml"), "koptekst {}"),
    (re.compile(r"word/footer(\d+)\.xml"), "voettekst {}"),
    (re.compile(r"word/(?:footnotes|endnotes)\.xml"), "voetnoten"),
)
_PROPERTIES = re.compile(r"docProps/\w+\.xml")
_INSTRUCTION = re.compile(r"<\?([vb])(\d+) ?")
# Different in each process, so that no text of a template can look like one.
_NONCE: Final = os.urandom(8).hex()
_TOKEN = re.compile(f"\ue000{_NONCE}(\\d+)\ue001")
_SET = re.compile(r"<\?b\d+ set\b")
_PLAIN_TAG = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_LEVELS: Final = {"heading 1": 1, "heading 2": 2}


@dataclass(slots=True)
class _Work:
    """What the steps of one compilation share."""

    env: ImmutableSandboxedEnvironment
    names: frozenset[str] | None
    source: str
    allow_external: bool = False
    sites: list[Site] = field(default_factory=lambda: [Site("", "", "", "")])  # 0 is the compiler itself
    problems: list[Problem] = field(default_factory=list)
    unread: list[Site] = field(default_factory=list)  # the first tag of each text that could not be parsed
    tokens: list[tuple[str, int]] = field(default_factory=list)

    def token(self, code: str, site: int = 0) -> str:
        """Stands for an expression where XML allows no processing instruction: in an attribute."""
        self.tokens.append((f"({code})|_pg_flat" if site else code, site))
        return f"\ue000{_NONCE}{len(self.tokens) - 1}\ue001"


def compile_template(  # noqa: PLR0913 - each says what the caller knows of the template
    body: bytes,
    *,
    source: str = "sjabloon.docx",
    frame: bytes | None = None,
    frame_source: str = "huisstijl.docx",
    names: Collection[str] | None = None,
    filters: Mapping[str, Callable[..., Any]] | None = None,
    pages: bytes | None = None,
    prepare: Callable[[Parts], None] | None = None,
    allow_external: bool = False,
) -> Compiled:
    """Compiles a Word template, in a frame when one is given.

    Args:
        body: A .docx with tags.
        source: Its file name, for messages.
        frame: A .docx or .dotx with the house style and a paragraph `{{ inhoud }}`.
        frame_source: Its file name, for messages.
        names: The names that the context will have; None when they are not known.
        filters: Filters beside the usual ones.
        pages: A frame whose cover and other pages a `frame` without `{{ inhoud }}` gets.
        prepare: Changes the parts before they are compiled, to announce parts that come later.
        allow_external: Keep remote images and attached templates of somebody's own file.

    Raises:
        TemplateError: A file is too large, damaged, or runs or fetches something; or all that is wrong in the tags,
            each with its place.
    """
    env = expressions.environment(filters) if filters else expressions.usual_environment()
    known = names if names is None else frozenset((*names, *_OWN_NAMES))
    work = _Work(env, known, source, allow_external)
    # The frame goes first, so that its tags have the same numbers in each document of a run.
    frame_parts, frame_root = _open_frame(frame, frame_source, work) if frame is not None else (None, None)
    parts, root = _open(body, source, work)
    work.problems += unseen(root, source, DOCUMENT, in_paragraph)
    room = Room()
    if frame_parts is not None and frame_root is not None:
        work.problems += _notes(parts, source)
        if pages is not None and _slot(frame_root, BODY_SLOT) is None:
            dress(frame_parts, frame_root, *_open(pages, frame_source, work))
        room = make_room(frame_parts, frame_root, LOGO_TAG, work.token, f"{codegen.PRIVATE}logo")
        work.problems += unseen(frame_root, frame_source, DOCUMENT, in_paragraph)
        splice(frame_parts, frame_root, _body_slot(frame_root, frame_source, work), parts, root)
        parts, root = frame_parts, frame_root
    if is_template(parts):
        as_document(parts)
    branded = frame is not None and housestyle.follows_profile(parts)
    if prepare:
        prepare(parts)
    roots = {DOCUMENT: root}
    margins_source = frame_source if frame else source
    for name, label in _margins(parts):
        roots[name] = _marked(parts[name], margins_source, label, work)
        work.problems += unseen(roots[name], margins_source, name, in_paragraph)
    references.drop_unknown(roots.values(), parts)
    styles = styles_of(parts[STYLES]) if STYLES in parts else {}
    numbering = _prepare_main(parts, root, styles, work)
    for tree in roots.values():
        keep_inline(tree)
        renumber(tree, work.token)
        protect(tree)
    texts = {name: to_text(tree) for name, tree in roots.items()} | _properties(parts, source, work)
    # Notes that the text no longer refers to must go, so they are printed with it.
    printed = {DOCUMENT, *NOTES}
    wanted = [(name, text) for name, text in texts.items() if name in printed or _changes(text)]
    changing = [part for name, text in wanted for part in _parts(name, text, work)]
    looked_into = parts.keys() - {part.name for part in changing}
    work.problems += _broken(rules.faults(parts, looked_into), source)
    if work.unread and not work.problems:  # each tag is fine by itself, so it is what they make together
        work.problems += [site.problem("deze tag past niet bij de tags erna") for site in work.unread]
    if work.problems:
        raise TemplateError(*work.problems)
    styled = _styled(parts, branded=branded, numbered=bool(numbering))
    apart = {part.name for part in changing} | {*styled, COMMENTS, CONTENT_TYPES_PART, rels_part(DOCUMENT), room.part}
    return Compiled(
        source=source,
        parts=tuple(sorted(changing, key=lambda part: part.name == DOCUMENT)),
        styled=styled,
        static=tuple(member(name, parts[name]) for name in parts if name not in apart),
        style_ids=styles,
        numbering=numbering,
        comments=_comments(parts[COMMENTS]) if COMMENTS in parts else "",
        package=packages(parts, room),
        logo=room.part.rpartition(".")[0],
    )


def _open_frame(frame: bytes, source: str, work: _Work) -> tuple[Parts, Element]:
    """Opens a frame as the first file of a compilation, from what was kept of an earlier one."""
    parts, root, sites, problems, tokens = _kept_frame(frame, source, allow_external=work.allow_external)
    work.sites += sites
    work.problems += problems
    work.tokens += tokens
    return dict(parts), deepcopy(root)


@lru_cache(maxsize=4)
def _kept_frame(
    frame: bytes, source: str, *, allow_external: bool
) -> tuple[Parts, Element, list[Site], list[Problem], list[tuple[str, int]]]:
    work = _Work(expressions.usual_environment(), None, source, allow_external)
    parts, root = _open(frame, source, work)
    return parts, root, work.sites[1:], work.problems, work.tokens


def _open(docx: bytes, source: str, work: _Work) -> tuple[Parts, Element]:
    try:
        parts = untrusted.unpack(docx)
    except untrusted.NoWordFileError as error:
        raise TemplateError(Problem(source, str(error), hint=_SAVE_AS)) from None
    if DOCUMENT not in parts or CONTENT_TYPES_PART not in parts:
        raise TemplateError(Problem(source, "in dit bestand zit geen Word-tekst", hint=_SAVE_AS))
    try:
        found = tuple(untrusted.dangers(parts, allow_external=work.allow_external))
        if found:
            raise TemplateError(*(Problem(source, one.message, where=one.part, hint=one.hint) for one in found))
        root = _marked(parts[DOCUMENT], source, "", work, _heading_styles(parts))
        if root.tag != qn("w:document") or root.find(qn("w:body")) is None:
            raise TemplateError(Problem(source, "in dit bestand zit geen Word-tekst", hint=_SAVE_AS))
        _check(parts, root, source, work)
    except etree.XMLSyntaxError:
        part = next((name for name, data in parts.items() if is_xml(name) and not is_well_formed(data)), "")
        problem = Problem(source, "dit Word-document is beschadigd", where=part, hint=_SAVE_AS)
        raise TemplateError(problem) from None
    return parts, root


def _check(parts: Parts, root: Element, source: str, work: _Work) -> None:
    """Looks at a file as it came by the own rules, and for tags where none can be filled."""
    filled = {DOCUMENT, *(name for name, _ in _margins(parts)), *filter(_PROPERTIES.fullmatch, parts)}
    work.problems += unseen_parts(parts, source, filled)
    broken = [rules.Fault(DOCUMENT, message) for message in references.faults(root, parts)]
    work.problems += _broken([*rules.faults(parts, ids=False), *broken], source)


def _notes(parts: Parts, source: str) -> list[Problem]:
    hint = "Zet de tekst van de noot in de alinea zelf, of erachter tussen haakjes."
    return [
        Problem(source, "een voetnoot kan niet mee naar het document", where=f"alinea {number}", hint=hint)
        for number in references.places_of_notes(parts[DOCUMENT])
    ]


def _broken(faults: Iterable[rules.Fault], source: str) -> list[Problem]:
    hint = "Open dit bestand in Word, sla het onder een andere naam op en probeer het daarmee."
    return [Problem(source, one.message, where=one.part, hint=hint) for one in faults]


_SAVE_AS: Final = "Sla het in Word op als .docx."


def _marked(data: bytes, source: str, label: str, work: _Work, headings: Collection[str] = ()) -> Element:
    root = parse(data)
    work.problems += tags.mark(root, source, label, work.sites, work.token, headings=headings)
    return root


def _heading_styles(parts: Parts) -> frozenset[str]:
    """The ids of Word's own heading styles in a file, whatever the language of its ids."""
    known = styles_of(parts[STYLES]) if STYLES in parts else {}
    return frozenset(key for name, key in known.items() if name.startswith("heading "))


def _margins(parts: Parts) -> list[tuple[str, str]]:
    """Name and Dutch label of the parts with text beside the main text."""
    found = [
        (name, label.format(*match.groups()))
        for pattern, label in _PART_NAMES
        for name in parts
        if (match := pattern.fullmatch(name))
    ]
    return sorted(found)


def _body_slot(root: Element, source: str, work: _Work) -> Element:
    slot = _slot(root, BODY_SLOT)
    if slot is None:
        problem = Problem(source, "de alinea {{ inhoud }} ontbreekt", hint="Zet hem waar de tekst moet komen.")
        raise TemplateError(*work.problems, problem)
    return slot


def _slot(root: Element, name: str) -> Element | None:
    """The paragraph that holds nothing but the tag with this name."""
    for node in root.iter(etree.PI):
        if not is_statement(node) and node.text == name:
            paragraph = next(node.iterancestors(qn("w:p")), None)
            if paragraph is not None and len(paragraph.findall(qn("w:r"))) == 1:
                return paragraph
    return None


def _prepare_main(parts: Parts, root: Element, styles: Mapping[str, str], work: _Work) -> str:
    """Headings, contents list and numbered lists; returns their look when there are numbered lists."""
    contents = _slot(root, CONTENTS_SLOT)
    parent = None if contents is None else contents.getparent()
    if contents is not None and parent is not None:
        parent.replace(contents, instruction(VALUE, f"{codegen.PRIVATE}doc.contents()", 0))
        levels = {styles[name]: level for name, level in _LEVELS.items() if name in styles}
        for paragraph in root.iter(qn("w:p")):
            style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            if style is not None and (level := levels.get(style.get(qn("w:val"), ""))):
                inside(paragraph, f"{codegen.PRIVATE}heading({level})", keep="w:pPr")
    numbers = styles.get(lists.NUMBER_STYLE.lower(), "")
    look = (
        lists.look_of(parse(parts[STYLES]), parse(parts[NUMBERING]), numbers) if numbers and NUMBERING in parts else ""
    )
    if not look or not lists.restart(root, numbers, work.token(lists.CURRENT)):
        return ""
    parts[NUMBERING] = lists.ready(parts[NUMBERING])
    return look


def _properties(parts: Parts, source: str, work: _Work) -> dict[str, str]:
    """The text of the document properties that hold tags."""
    texts: dict[str, str] = {}
    for name in sorted(name for name in parts if _PROPERTIES.fullmatch(name) and b"{" in parts[name]):
        root = parse(parts[name])
        for node in root.iter(etree.Element):
            if "{%" in _PLAIN_TAG.sub("", node.text or "") or "{{" in _PLAIN_TAG.sub("", node.text or ""):
                problem = "in een eigenschap kan alleen een waarde, zoals {{ naam }}"
                work.problems.append(Problem(source, problem, where=f"eigenschap {etree.QName(node).localname}"))
            for tag in _PLAIN_TAG.finditer(node.text or ""):
                site = Site(source, f"eigenschap {etree.QName(node).localname}", tag[0], tag[1].strip())
                if "?>" in site.code:
                    work.problems.append(site.problem("'?>' kan niet in een tag staan"))
                work.problems += whitelist.read(work.env, f"\n<?v {site.code}?>", {2: site}, work.names)[1]
                work.sites.append(site)
                node.text = (node.text or "").replace(tag[0], work.token(site.code, len(work.sites) - 1), 1)
        work.problems += unseen(root, source, name, lambda _node: True)
        texts[name] = to_text(root)
    return texts


def _styled(parts: Parts, *, branded: bool, numbered: bool) -> dict[str, str]:
    """The text of the parts that follow the house style, and of the numbering when lists must start again."""
    names = [name for name in parts if branded and (name.startswith("word/theme/theme") or name in {STYLES, NUMBERING})]
    texts = {name: _prepared(parts[name], name) for name in names}
    return texts if branded or not numbered else {NUMBERING: to_text(parse(parts[NUMBERING]))}


@lru_cache(maxsize=32)
def _prepared(data: bytes, name: str) -> str:
    return housestyle.prepare(data, name)


def _comments(data: bytes) -> str:
    """The text of comments.xml, whatever its encoding; with its last line end, so that no document changes for that."""
    return f"{DECLARATION}{to_text(parse(data))}" + ("\n" if data.endswith(b">\n") else "")


def _changes(text: str) -> bool:
    return _INSTRUCTION.search(text) is not None or _TOKEN.search(text) is not None


def _parts(name: str, text: str, work: _Work) -> list[Part]:
    """Compiles a part; what a frame says around a body is a template of its own, the same for each body."""
    text = _TOKEN.sub(lambda match: "<?v{1} {0}?>".format(*work.tokens[int(match[1])]), text).replace("\n", " ")
    # A name that a tag sets is known in its own template only.
    pieces = [text.replace(CUT, "")] if _SET.search(text) else text.split(CUT)
    pieces[0] = f"{DECLARATION}{pieces[0]}"
    return [_part(name, piece, work) for piece in pieces]


def _part(name: str, text: str, work: _Work) -> Part:
    """Turns the printed XML into Jinja source in which each tag begins a line, so that an error names its tag."""
    lines: dict[int, Site] = {}
    pieces: list[str] = []
    end = 0
    for line, match in enumerate(_INSTRUCTION.finditer(text), text[: len(DECLARATION)].count("\n") + 2):
        if site := int(match[2]):
            lines[line] = work.sites[site]
        pieces += (text[end : match.start()], f"<?{match[1]}\n")
        end = match.end()
    source = "".join((*pieces, text[end:]))
    try:
        code, names, problems = _code(work.env, source, tuple(lines.items()), work.names)
    except (SyntaxError, NameError, RecursionError):  # Python's own limits on what Jinja makes of a template
        place = next(iter(lines.values()), Site(name, "", "", ""))
        problems = (Problem(place.source or work.source, "de tags zijn te diep genest of een getal is te groot"),)
        code, names = None, ()
    work.problems += problems
    if code is None:
        work.unread.append(next(iter(lines.values()), Site(work.source, name, "", "")))
        code = work.env.compile("")
    return Part(name, code, Template.from_code(work.env, code, {}), lines, names)


@lru_cache(maxsize=64)
def _code(
    env: ImmutableSandboxedEnvironment, source: str, lines: tuple[tuple[int, Site], ...], known: frozenset[str] | None
) -> tuple[CodeType | None, tuple[str, ...], tuple[Problem, ...]]:
    """Checks and compiles Jinja source: its code, the names it uses, and what is wrong with it."""
    tree, problems = whitelist.read(env, source, dict(lines), known)
    if problems or tree is None:
        return None, (), tuple(problems)
    used = sorted({node.name for node in loops.walk(tree) if isinstance(node, nodes.Name)})
    return env.compile(loops.shorten(tree)), tuple(dict.fromkeys((*_PRIVATE_NAMES, *used))), ()
