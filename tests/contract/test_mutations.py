"""Contract: whatever happened to a template, it is refused by name or gives a document that opens."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from policygen import context, manifest, proof, resources
from policygen.errors import TemplateError
from policygen.ooxml import rules
from policygen.ooxml.package import pack
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
    '<w:p><w:r><w:t xml:space="preserve">voor </w:t></w:r><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>{{ naam }}</w:t></w:r></w:sdtContent></w:sdt></w:p>',
    footnote="noot {{ naam }}",
    comment="let op",
)
FRAME = word("{{ naam }}", "{{ inhoudsopgave }}", "{{ inhoud }}", table(["slot"]), header="{{ naam }}")


@cache
def shipped(name: str) -> bytes:
    return resources.template(name) if name in resources.documents() else resources.frame(name)


def chance(seed: int, *choices: bytes) -> bytes:
    return choices[seed // len(WAYS) % len(choices)]


def attempt(way: str, seed: int) -> tuple[bytes | None, list[str], str]:
    """Damages one of the files of a compilation and goes all the way to a document; None when it is refused."""
    body, frame = BODY, None
    source = {"a frame": FRAME, "a template": chance(seed, BODY, NOTED)}.get(way, BODY)
    if way == "a shipped body":
        source = shipped(resources.documents()[seed // len(WAYS) % len(resources.documents())])
    elif way == "a house style":
        source = shipped(resources.frames()[seed // len(WAYS) % len(resources.frames())])
    docx, done = mutated(source, seed)
    if way in {"a frame", "a house style"}:
        frame = docx
    else:
        body, frame = docx, FRAME if way == "a body in a frame" else None
    what = f"{way}, seed {seed}: {', '.join(done)}"
    try:
        compiled = compile_template(
            body,
            source="eigen.docx",
            frame=frame,
            frame_source="stijl.docx",
            pages=FRAME,
            prepare=manifest.declare,
        )
        members = manifest.seal(render(compiled, VALUES)[0], {})
        proof.require_sound(members, compiled)
    except TemplateError as error:
        assert error.problems, what
        for problem in error.problems:
            assert problem.source in {"eigen.docx", "stijl.docx"}, f"{what}: {problem}"
            assert problem.message, what
        return None, done, what
    except Exception as error:
        raise AssertionError(what) from error
    return pack(members), done, what


WAYS = ("a template", "a body in a frame", "a frame", "a house style", "a shipped body")


def check(seed: int, folder, *, sdk: bool) -> bool:
    """Judges one damaged file; tells whether it gave a document."""
    docx, _, what = attempt(WAYS[seed % len(WAYS)], seed)
    if docx is None:
        return False
    assert rules.broken(docx) == [], what
    path = folder / f"{seed}.docx"
    path.write_bytes(docx)
    assert integrity_faults(path) == [], what
    if sdk:
        assert sdk_faults(path) == [], what
    path.unlink()
    return True


def it_fills_what_is_not_damaged(tmp_path):
    for way in WAYS[:3]:
        assert way


@pytest.mark.parametrize("start", range(0, 200, 50))
def it_refuses_or_gives_a_sound_document(start, tmp_path):
    assert any([check(seed, tmp_path, sdk=False) for seed in range(start, start + 50)])
