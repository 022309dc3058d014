"""Contract: a document that breaks a rule is not written; the message names template, part and rule, and what to do."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from policygen import generate, manifest, profile, proof
from policygen.errors import TemplateError
from policygen.fill import fill_template
from policygen.ooxml.package import content, member
from policygen.render import CompiledTemplate, render
from policygen.template import compile_template
from tests.context.bodies import TODAY
from tests.support.word import table, word

DATA = Path(__file__).parents[1] / "data"
# A bookmark with a name that is longer than Word keeps: it would lose the links to it.
LONG = word('<w:p><w:bookmarkStart w:id="1" w:name="{}"/><w:bookmarkEnd w:id="1"/></w:p>'.replace("{}", "a" * 41))


@pytest.fixture
def client(tmp_path):
    shutil.copy(DATA / "minimaal.yaml", tmp_path / "p.yaml")
    (tmp_path / "eigen").mkdir()
    (tmp_path / "eigen" / "visie.docx").write_bytes(LONG)
    return tmp_path


def made(docx: bytes, **values: object):
    compiled = compile_template(docx, source="brief.docx", prepare=manifest.declare)
    return compiled, manifest.seal(render(compiled, values)[0], {})


def damaged(members, name: str, old: bytes, new: bytes):
    return [member(one.name, content(one).replace(old, new)) if one.name == name else one for one in members]


class DescribeAProof:
    def it_says_nothing_of_a_sound_document(self):
        compiled, members = made(word("{{ x }}", table(["a"])), x="{{ 1 }} <!DOCTYPE")
        proof.require_sound(members, compiled)

    @pytest.mark.parametrize(
        ("name", "old", "new", "rule"),
        [
            ("word/document.xml", b"</w:tbl>", b"</w:tbl>los", "word/document.xml: losse tekst na tbl: los"),
            ("word/document.xml", b"</w:body>", b"", "word/document.xml: geen geldige XML (regel 2)"),
            ("customXml/item900.xml", b"</basis>", b"", "customXml/item900.xml: geen geldige XML (regel 3)"),
            (
                "word/_rels/document.xml.rels",
                b"styles.xml",
                b"x.xml",
                "word/_rels/document.xml.rels: x.xml bestaat niet",
            ),
        ],
    )
    def it_names_template_part_rule_and_remedy(self, name, old, new, rule):
        compiled, members = made(word("tekst", table(["a"])))
        with pytest.raises(TemplateError) as caught:
            proof.require_sound(damaged(members, name, old, new), compiled)
        assert caught.value.exit_code == 4
        assert str(caught.value).startswith(f"brief.docx: {rule}. Word zou dit document niet goed openen")
        assert "Kijk of een lus of voorwaarde in het sjabloon" in str(caught.value)

    def it_looks_through_the_packing(self):
        compiled, members = made(word("tekst"))
        broken = [replace(one, body=b"\xff" * 30) if one.name == "word/document.xml" else one for one in members]
        with pytest.raises(TemplateError, match="een onderdeel is niet goed ingepakt"):
            proof.require_sound(broken, compiled)


class DescribeUseCases:
    def it_keeps_generate_from_writing_anything(self, client):
        file = profile.load(client / "p.yaml")
        sources = generate.Sources(templates=client / "eigen")
        with pytest.raises(
            TemplateError, match=r"^visie.docx: word/document.xml: de naam van een bladwijzer is te lang"
        ):
            generate.generate_documents(
                file, client / "uit", today=TODAY, documents=["motieven", "visie"], sources=sources
            )
        assert not (client / "uit").exists()

    def it_can_be_left_out_by_who_makes_hundreds(self, client):
        file = profile.load(client / "p.yaml")
        sources = generate.Sources(templates=client / "eigen")
        made = generate.document_set(file, today=TODAY, documents=["visie"], sources=sources, prove=False)
        assert [one.name for one in made.documents]

    def it_keeps_fill_from_writing(self, client):
        with pytest.raises(TemplateError, match="de naam van een bladwijzer is te lang"):
            fill_template(
                client / "eigen" / "visie.docx",
                profile.load(client / "p.yaml"),
                client / "x.docx",
                today=date(2026, 1, 1),
            )
        assert not (client / "x.docx").exists()

    def it_stays_out_of_the_way_of_who_fills_by_the_thousand(self):
        assert CompiledTemplate(compile_template(LONG)).fill({})
