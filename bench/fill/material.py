"""The template of nine pages and its 200 data sets: the same for every tool, made from a seed."""

from __future__ import annotations

import io
import random
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.shared import Cm

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

SEED = 2026
SECTIONS, PER_SECTION = 9, 7
VARIABLES = [f"veld{number:02d}" for number in range(SECTIONS * PER_SECTION)]
FLAGS = [f"keuze{number}" for number in range(4)]
SENTENCES = (
    "Iedereen die bij ons werkt, kent deze afspraken en houdt zich eraan.",
    "We bespreken ze elk jaar in het team en passen ze aan als dat nodig is.",
    "Wie twijfelt, vraagt eerst een collega om mee te kijken.",
    "Een foto delen we alleen als de persoon op de foto dat goed vindt.",
    "Gaat er iets mis, dan helpen we eerst degene die er last van heeft.",
    "Daarna leggen we vast wat er is gebeurd en wat we ervan leren.",
)
WORDS = (
    *("samen", "veilig", "online", "team", "bewoner", "gesprek", "afspraak", "vraag"),
    *("bericht", "plan", "maand", "jaar", "hulp", "steun", "rust", "keuze"),
)
MARKUP_SHARE = 0.1  # of the values hold an ampersand and angle brackets


@dataclass(frozen=True)
class Syntax:
    """How a tool writes its tags.

    Attributes:
        value: A value.
        when: Paragraphs before and after a paragraph that depends on a flag.
        rows: First cell prefix and last cell suffix of a repeated row, or tag rows before and after it.
        bullets: Paragraphs before and after a repeated paragraph, and the tag in it.
    """

    value: Callable[[str], str]
    when: Callable[[str], tuple[str, str]]
    row: Callable[[str, list[str]], list[list[str]]]
    bullets: Callable[[str], list[str]]


def _jinja_rows(name: str, fields: list[str]) -> list[list[str]]:
    empty = [""] * (len(fields) - 1)
    return [[f"{{%tr for r in {name} %}}", *empty], [f"{{{{ r.{f} }}}}" for f in fields], ["{%tr endfor %}", *empty]]


def _mustache_rows(name: str, fields: list[str]) -> list[list[str]]:
    cells = [f"{{{f}}}" for f in fields]
    cells[0], cells[-1] = f"{{#{name}}}" + cells[0], cells[-1] + f"{{/{name}}}"
    return [cells]


JINJA = Syntax(
    value=lambda name: f"{{{{ {name} }}}}",
    when=lambda flag: (f"{{%p if {flag} %}}", "{%p endif %}"),
    row=_jinja_rows,
    bullets=lambda name: [f"{{%p for x in {name} %}}", "{{ x.tekst }}", "{%p endfor %}"],
)
MUSTACHE = Syntax(
    value=lambda name: f"{{{name}}}",
    when=lambda flag: (f"{{#{flag}}}", f"{{/{flag}}}"),
    row=_mustache_rows,
    bullets=lambda name: [f"{{#{name}}}", "{tekst}", f"{{/{name}}}"],
)
CARBONE = Syntax(
    value=lambda name: f"{{d.{name}}}",
    when=lambda flag: (f"{{d.{flag}:ifEQ(true):showBegin}}", f"{{d.{flag}:showEnd}}"),
    row=lambda name, fields: [[f"{{d.{name}[i].{f}}}" for f in fields], [f"{{d.{name}[i+1].{f}}}" for f in fields]],
    bullets=lambda name: [f"{{d.{name}[i].tekst}}", f"{{d.{name}[i+1].tekst}}"],
)
PLAIN = Syntax(
    value=lambda name: name, when=lambda _: ("", ""), row=lambda _, fields: [fields], bullets=lambda name: [name]
)


def template(syntax: Syntax) -> bytes:
    """Makes the template in the syntax of one tool."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = f"Beleid van {syntax.value('organisatie')}"
    section.footer.paragraphs[0].text = f"versie {syntax.value('versie')}"
    document.add_picture(io.BytesIO(picture()), width=Cm(6))
    for number in range(SECTIONS):
        document.add_heading(f"Hoofdstuk {number + 1}", 1)
        names = VARIABLES[number * PER_SECTION : (number + 1) * PER_SECTION]
        for place, name in enumerate(names):
            paragraph = document.add_paragraph(" ".join(SENTENCES) + " Hier geldt: ")
            _split(paragraph, syntax.value(name), pieces=1 + place % 3)
            paragraph.add_run(". " + SENTENCES[place % len(SENTENCES)])
        if number < len(FLAGS):
            before, after = syntax.when(FLAGS[number])
            _paragraphs(document, [before, f"Deze alinea hoort bij keuze {number}.", after])
    _table(document, ["Wat", "Wie", "Wanneer"], syntax.row("taken", ["wat", "wie", "wanneer"]))
    _table(document, ["Kanaal", "Doel"], syntax.row("kanalen", ["naam", "doel"]))
    _paragraphs(document, syntax.bullets("punten"), style="List Bullet")
    return saved(document)


def rows_template(syntax: Syntax) -> bytes:
    """Makes a template that is one table with a repeated row."""
    document = Document()
    _table(document, ["Wat", "Wie", "Wanneer"], syntax.row("taken", ["wat", "wie", "wanneer"]))
    return saved(document)


def data_sets(count: int = 200, rows: int = 12) -> list[dict[str, Any]]:
    """Makes data sets: values of two to six words, a tenth with an ampersand, flags, rows and bullets."""
    made = []
    for number in range(count):
        chance = random.Random(SEED + number)  # noqa: S311 - test data

        def words(chance: random.Random = chance) -> str:
            text = " ".join(chance.choices(WORDS, k=chance.randint(2, 6)))
            return f"{text} & co <x>" if chance.random() < MARKUP_SHARE else text

        values: dict[str, Any] = {name: words() for name in VARIABLES}
        values |= {flag: chance.choice((True, False)) for flag in FLAGS}
        values |= {"organisatie": f"Stichting {words()}", "versie": f"0.{number}"}
        values["taken"] = [{"wat": words(), "wie": words(), "wanneer": words()} for _ in range(rows)]
        values["kanalen"] = [{"naam": words(), "doel": words()} for _ in range(8)]
        values["punten"] = [{"tekst": words()} for _ in range(6)]
        made.append(values)
    return made


def picture(size: int = 116) -> bytes:
    """A PNG of noise, about 40 KB, that no compressor makes smaller."""
    noise = random.Random(SEED)  # noqa: S311 - test data
    lines = b"".join(b"\0" + noise.randbytes(size * 3) for _ in range(size))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def saved(document: Word) -> bytes:
    """The bytes of a document of python-docx."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _split(paragraph: Paragraph, tag: str, pieces: int) -> None:
    """Adds a tag as one to three runs of alternating weight, as Word leaves it after an edit."""
    step = -(-len(tag) // pieces)
    for place in range(0, len(tag), step):
        paragraph.add_run(tag[place : place + step]).bold = bool(place // step % 2)


def _paragraphs(document: Word, texts: list[str], style: str | None = None) -> None:
    for text in texts:
        document.add_paragraph(text, style=style)


def _table(document: Word, head: list[str], rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(head), style="Table Grid")
    for cells in (head, *rows):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
