"""House styles: shipped ones, and Word files of somebody else, with or without a place for the text."""

from __future__ import annotations

import io
import shutil

import docx
import pytest
from docx.shared import RGBColor

from policygen import profile
from policygen.errors import TemplateError
from policygen.generate import generate_documents
from policygen.ooxml import rules
from policygen.ooxml.package import member, pack, read
from policygen.ooxml.text import lines
from policygen.sources import Sources
from tests.documents.conftest import DATA, TODAY
from tests.support.validators import integrity_faults, sdk_faults
from tests.support.word import p, word

DUTCH = {"Normal": "Standaard", "heading 1": "Kop1", "heading 2": "Kop2", "List Bullet": "Lijstopsomteken"}


def of_python_docx() -> bytes:
    """A house style with a coloured heading, a header, and text that must not come along."""
    document = docx.Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    document.sections[0].header.paragraphs[0].text = "Kop van de huisstijl"
    document.add_paragraph("Voorbeeldtekst van de huisstijl")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_dotx(data: bytes) -> bytes:
    parts = read(data)
    types = parts["[Content_Types].xml"].replace(b"wordprocessingml.document.main", b"wordprocessingml.template.main")
    return pack(member(name, part) for name, part in (parts | {"[Content_Types].xml": types}).items())


HOUSES = {
    "made by python-docx": of_python_docx(),
    "a Word template (.dotx)": as_dotx(of_python_docx()),
    "with Dutch style ids and few styles": word("weg", header="Kop van de huisstijl", styles=DUTCH),
    "with a place for the text": word("eigen voorkant", "{{ inhoud }}", header="Kop van de huisstijl", styles=DUTCH),
    "with tags in its header": word(header="Kop van de huisstijl: {{ document.titel }}", styles=DUTCH),
}


@pytest.fixture
def client(tmp_path):
    shutil.copy(DATA / "volledig.yaml", tmp_path / "profiel.yaml")
    shutil.copy(DATA / "logo-veldermaat.png", tmp_path)
    return tmp_path


def made_with(client, **sources):
    """Three documents say it all: they hold every kind of list, table, form and page."""
    file, some = profile.load(client / "profiel.yaml"), ["visie", "rolverdeling", "borging"]
    return [
        one.path
        for one in generate_documents(file, client / "uit", today=TODAY, documents=some, sources=Sources(**sources))
        if one.path.suffix == ".docx"
    ]


class DescribeSomebodysHouseStyle:
    @pytest.mark.parametrize("name", HOUSES)
    def it_gives_sound_documents_with_its_header_and_without_its_text(self, client, name):
        house = client / ("huis.dotx" if "dotx" in name else "huis.docx")
        house.write_bytes(HOUSES[name])
        for path in made_with(client, house_style=house):
            data = path.read_bytes()
            assert rules.broken(data) == []
            assert integrity_faults(path) == []
            shown = lines(data)
            assert any(line.startswith("[koptekst] Kop van de huisstijl") for line in shown)
            assert not {"weg", "Voorbeeldtekst van de huisstijl"} & set(shown)
            assert any(line.startswith("# ") for line in shown)
            assert ("eigen voorkant" in shown) == (name == "with a place for the text")

    @pytest.mark.parametrize("name", HOUSES)
    def it_is_valid_by_the_open_xml_sdk(self, client, name):
        house = client / ("huis.dotx" if "dotx" in name else "huis.docx")
        house.write_bytes(HOUSES[name])
        for path in made_with(client, house_style=house):
            assert sdk_faults(path) == []

    def it_keeps_the_look_of_its_headings(self, client):
        (client / "huis.docx").write_bytes(of_python_docx())
        for path in made_with(client, house_style=client / "huis.docx"):
            again = docx.Document(path)
            assert again.styles["Heading 1"].font.color.rgb == RGBColor(0x12, 0x34, 0x56)

    def it_can_be_named_in_the_profile(self, client):
        (client / "huis.docx").write_bytes(of_python_docx())
        text = (client / "profiel.yaml").read_text(encoding="utf-8").replace("sjabloon: null", "sjabloon: huis.docx")
        (client / "profiel.yaml").write_text(text, encoding="utf-8")
        assert "[koptekst] Kop van de huisstijl" in lines(made_with(client)[0].read_bytes())

    def it_says_that_a_file_is_no_house_style(self, client):
        with pytest.raises(TemplateError) as caught:
            made_with(client, house_style="huis.pdf")
        assert str(caught.value) == (
            "huis.pdf: dit is geen Word-huisstijl. "
            "Kies een .docx of .dotx, of een van de meegeleverde: band, standaard."
        )


class DescribeShippedHouseStyles:
    def it_gives_another_look_with_the_colours_of_the_profile(self, client):
        for path in made_with(client, house_style="band"):
            data = path.read_bytes()
            assert rules.broken(data) == []
            styles = read(data)["word/styles.xml"].decode()
            assert 'w:fill="1F5C4D" w:themeFill="accent1"' in styles
            assert 'w:val="FFFFFF" w:themeColor="accent4"' in styles
            assert b'<a:srgbClr val="1F5C4D"/>' in read(data)["word/theme/theme1.xml"]


class DescribeAFolderOfTemplates:
    def it_uses_theirs_first_and_the_shipped_ones_otherwise(self, client):
        (client / "eigen").mkdir()
        (client / "eigen" / "visie.docx").write_bytes(word(p("Eigen kop", "Kop1"), "Over {{ organisatie.naam }}."))
        made = {path.name.split("_")[1]: path for path in made_with(client, templates=client / "eigen")}
        assert "Over Stichting Veldermaat." in lines(made["visie"].read_bytes())
        assert "# Wie doet wat" in lines(made["rolverdeling"].read_bytes())
