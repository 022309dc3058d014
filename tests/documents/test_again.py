"""Running it again: nothing is written for nothing, and nothing that somebody typed is lost."""

from __future__ import annotations

import shutil

import docx
import pytest
from lxml import etree

from policygen import profile
from policygen.generate import generate_documents
from policygen.ooxml import rules
from policygen.ooxml.package import read
from policygen.ooxml.text import lines
from tests.documents.conftest import DATA, TODAY

HARD_NAME = "Jansen & Zn <x> {{ 7*7 }} {% if x %} 😀\u00a0مرحبا ]]>"


@pytest.fixture
def client(tmp_path):
    """A folder with a profile and its logo."""
    shutil.copy(DATA / "volledig.yaml", tmp_path / "profiel.yaml")
    shutil.copy(DATA / "logo-veldermaat.png", tmp_path)
    return tmp_path


def run(client, **options):
    outcomes = generate_documents(profile.load(client / "profiel.yaml"), client / "uit", today=TODAY, **options)
    return {one.path.name: one for one in outcomes}


class DescribeASecondRun:
    def it_writes_nothing(self, client):
        run(client)
        before = {path: path.stat().st_mtime_ns for path in (client / "uit").iterdir()}
        assert {one.status for one in run(client).values()} == {"ongewijzigd"}
        assert {path: path.stat().st_mtime_ns for path in (client / "uit").iterdir()} == before

    def it_renews_its_own_files_when_the_profile_changed(self, client):
        run(client)
        path = client / "profiel.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("Oostermeer", "Westermeer"), encoding="utf-8")
        again = run(client)
        assert again["veldermaat_visie_v0.9_concept.docx"].status == "bijgewerkt"
        assert "Westermeer" in "\n".join(lines((client / "uit" / "veldermaat_visie_v0.9_concept.docx").read_bytes()))

    def it_keeps_a_document_and_a_text_that_somebody_edited_and_writes_the_others(self, client):
        run(client)
        visie = client / "uit" / "veldermaat_visie_v0.9_concept.docx"
        text = client / "uit" / "veldermaat_vacature_communicatieadviseur_kort.txt"
        edited = docx.Document(visie)
        edited.paragraphs[-1].add_run(" Eigen woorden.")
        edited.save(visie)
        text.write_bytes(text.read_bytes() + b"Eigen woorden.")
        kept = {path: path.read_bytes() for path in (visie, text)}
        path = client / "profiel.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("640", "641"), encoding="utf-8")
        again = run(client)
        assert {one.path for one in again.values() if one.status == "geweigerd"} == {visie, text}
        assert {path: path.read_bytes() for path in kept} == kept
        assert again["veldermaat_rolverdeling_v0.9_concept.docx"].status in {"ongewijzigd", "bijgewerkt"}
        forced = run(client, force=True)
        for path, data in kept.items():
            assert forced[path.name].status == "bijgewerkt"
            assert forced[path.name].backup.read_bytes() == data

    def it_keeps_a_document_that_it_did_not_make(self, client):
        (client / "uit").mkdir()
        visie = client / "uit" / "veldermaat_visie_v0.9_concept.docx"
        visie.write_bytes(b"van iemand anders")
        assert run(client)[visie.name].status == "geweigerd"
        assert visie.read_bytes() == b"van iemand anders"


class DescribeANameThatLooksLikeMarkup:
    def it_comes_out_as_typed_in_body_table_header_footer_and_properties(self, tmp_path):
        path = tmp_path / "profiel.yaml"
        quoted = '"' + HARD_NAME + '"'
        path.write_text(
            f"organisatie: {{naam: {quoted}, code: x, land: NL}}\n"
            f"pdca: {{momenten: [{{fase: do, maand: 3, wat: {quoted}, wie: leidinggevende}}]}}\n"
            f"taal: {{termen: {{thema: {{enkelvoud: {quoted}, lidwoord: geen}}}}}}\n"
            "documenten: [visie, rolverdeling]\n",
            encoding="utf-8",
        )
        outcomes = generate_documents(profile.load(path), tmp_path / "uit", today=TODAY)
        shown = " ".join(HARD_NAME.split())
        for one in outcomes:
            data = one.path.read_bytes()
            assert rules.broken(data) == []
            found = [" ".join(line.split()) for line in lines(data)]
            assert shown in found  # the cover
            assert any(line.startswith("[voettekst]") and shown in line for line in found)
            assert any(line.startswith("[koptekst]") and shown in line for line in found)
            creator = etree.fromstring(read(data)["docProps/core.xml"]).findtext(".//{*}creator")
            assert creator == HARD_NAME
        tables = [
            line for line in lines((tmp_path / "uit" / outcomes[0].path.name).read_bytes()) if line.startswith("|")
        ]
        assert any(HARD_NAME in line for line in tables)
