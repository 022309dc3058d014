"""Contract: whatever happened to a template, it is refused by name or gives a document that opens.

A failing test names the way and the seed: `attempt(way, seed)` does the same again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from policygen import context, manifest, proof, resources
from policygen.errors import TemplateError
from policygen.ooxml import rules
from policygen.ooxml.package import pack, read
from policygen.openplace import Open
from policygen.profile import load
from policygen.render import render
from policygen.template import compile_template
from tests.context.bodies import TODAY
from tests.support.mutate import mutated
from tests.support.validators import integrity_faults, sdk_faults
from tests.support.word import commented, note, p, section_end, table, word

DATA = Path(__file__).parents[1] / "data" / "volledig.yaml"
REAL = context.for_document(context.build(load(DATA).profile, today=TODAY), "visie")
VALUES = {
    **REAL,
    "huisstijl": {**REAL["huisstijl"], "logo": False},
    "naam": "De Linde & Zn",
    "lijst": [{"a": "1", "b": "2"}, {"a": "3", "b": "{{ 4 }}"}],
    "niets": [],
    "leeg": "",
    "open": Open("organisatie.naam", "de naam", "bestuur", "De Linde"),
}
MARKED = '<w:p><w:bookmarkStart w:id="1" w:name="plek"/><w:r><w:t>{{ x.a }}</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
BODY = word(
    *(p("Kop {{ na¦am }}", "Kop1"), "{{ open }} en {% if leeg %}niet{% else %}wel{% endif %}"),
    *("{%p for x in lijst %}", MARKED, p("{{ x.b }}", "Lijstnummering"), "{%p endfor %}", section_end()),
    table(["Kop", "b"], ["{%tr for x in lijst %}", ""], ["{{ x.a }}", "{{ x.b }}"], ["{%tr endfor %}", ""]),
    table(
        ["{%tc for x in niets %}", "{{ x }}", "{%tc endfor %}"], ["vast", p("{%p if leeg %}") + p("{%p endif %}"), "c"]
    ),
    *("{%p if niets %}", table(["weg"]), "{%p endif %}"),
    header="{{ naam }} {{ open }}",
    footer="bladzijde",
    title="{{ naam }}",
)
NOTED = word(
    *("{%p if leeg %}", note(), "{%p endif %}", "{% if naam %}{{ naam }}{% endif %}", "een { en {_{ x }_}"),
    commented("{{ naam }}"),
    '<w:p><w:ins w:id="3" w:author="x"><w:r><w:t>{{ naam }}</w:t></w:r></w:ins></w:p>',
    '<w:p><w:r><w:t xml:space="preserve">voor </w:t></w:r>'
    "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>{{ naam }}</w:t></w:r></w:sdtContent></w:sdt></w:p>",
    footnote="noot {{ naam }}",
    comment="let op",
)
FRAME = word("{{ naam }}", "{{ inhoudsopgave }}", "{{ inhoud }}", table(["slot"]), header="{{ naam }}")


WAYS = ("a template", "a body in a frame", "a frame", "a house style", "a shipped body")
FAST, ALL, BLOCK = 100, 5000, 250


@dataclass(frozen=True)
class Attempt:
    """A damaged file and what came of it; no document when it was refused."""

    what: str
    damaged: bytes
    document: bytes | None


def sources(way: str, number: int) -> tuple[bytes, bytes | None, bool]:
    """Body and frame of a compilation, and whether the frame is the one to damage."""
    bodies, frames = resources.documents(), resources.frames()
    return {
        "a template": ((BODY, NOTED)[number % 2], None, False),
        "a body in a frame": (BODY, FRAME, False),
        "a frame": (BODY, FRAME, True),
        "a house style": (BODY, resources.frame(frames[number % len(frames)]), True),
        "a shipped body": (resources.template(bodies[number % len(bodies)]), None, False),
    }[way]


def attempt(way: str, seed: int, damage=mutated) -> Attempt:
    """Damages one of the files of a compilation and goes all the way to a document."""
    body, frame, in_frame = sources(way, seed // len(WAYS))
    damaged, done = damage(frame if in_frame else body, seed)
    body, frame = (body, damaged) if in_frame else (damaged, frame)
    what = f"{way}, seed {seed}: {', '.join(done)}"
    names = {"source": "eigen.docx", "frame_source": "stijl.docx"}
    try:
        compiled = compile_template(body, frame=frame, pages=FRAME, prepare=manifest.declare, **names)
        values = VALUES | {"lijst": REAL["lijst"]} if way == "a shipped body" else VALUES  # the name is taken there
        members = manifest.seal(render(compiled, values)[0], {})
        proof.require_sound(members, compiled)
    except TemplateError as error:
        assert error.problems, what
        for problem in error.problems:
            assert problem.source in names.values(), f"{what}: {problem}"
            assert problem.message, what
        return Attempt(what, damaged, None)
    except Exception as error:
        raise AssertionError(what) from error
    return Attempt(what, damaged, pack(members))


def of_seed(seed: int) -> Attempt:
    return attempt(WAYS[seed % len(WAYS)], seed)


def leftovers(docx: bytes) -> list[str]:
    """The parts in which a tag of the template is left; no value holds these."""
    return [name for name, data in read(docx).items() if b"{%" in data or b"{{ na" in data]


def sound(start: int, end: int, folder: Path) -> int:
    """Judges a block of damaged files; tells how many gave a document."""
    path, documents = folder / "x.docx", 0
    for made in map(of_seed, range(start, end)):
        if made.document is not None:
            documents += 1
            path.write_bytes(made.document)
            assert rules.broken(made.document) == [], made.what
            assert leftovers(made.document) == [], made.what
            # Its warnings are about looks, and damage may cost those.
            assert [fault for fault in integrity_faults(path) if "[ERROR]" in fault] == [], made.what
    return documents


@pytest.mark.parametrize("way", WAYS)
def it_fills_what_is_not_damaged(way, tmp_path):
    for number in range(len(resources.documents()) if way == "a shipped body" else 2):
        made = attempt(way, number * len(WAYS), lambda docx, _seed: (docx, []))
        assert made.document is not None, made.what
        (tmp_path / "x.docx").write_bytes(made.document)
        assert rules.broken(made.document) + integrity_faults(tmp_path / "x.docx") == []


def it_refuses_a_damaged_file_or_gives_a_sound_document(tmp_path):
    assert 0 < sound(0, FAST, tmp_path) < FAST


@pytest.mark.slow
@pytest.mark.parametrize("start", range(FAST, ALL, BLOCK))
def it_does_so_for_thousands(start, tmp_path):
    assert sound(start, min(ALL, start + BLOCK), tmp_path)


@pytest.mark.slow
def it_gives_the_open_xml_sdk_no_more_faults_than_the_damage_did(tmp_path):
    path, judged = tmp_path / "x.docx", 0
    for made in map(of_seed, range(0, 300, 3)):
        if made.document is None:
            continue
        path.write_bytes(made.damaged)
        if sdk_faults(path) == []:
            path.write_bytes(made.document)
            assert sdk_faults(path) == [], made.what
            judged += 1
    assert judged
