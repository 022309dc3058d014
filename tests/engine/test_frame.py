"""A body in a frame: styles by their name, lists by their look, pages on their side, one cover, one contents list."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from policygen import manifest
from policygen.errors import TemplateError
from policygen.ooxml import rules
from policygen.ooxml.names import qn
from policygen.ooxml.package import member, pack, read
from policygen.ooxml.text import lines
from policygen.openplace import Open
from policygen.render import CompiledTemplate
from policygen.template import compile_template
from tests.support.word import NS, p, word, xml

FRAME_STYLES = {
    "Normal": "Standaard",
    "heading 1": "Kop1",
    "List Bullet": "Opsomming",
    "List Number": "Nummers",
    "toc 1": "Inhopg1",
}
BODY_STYLES = {"Normal": "Normal", "heading 1": "Heading1", "List Bullet": "ListBullet", "List Number": "ListNumber"}

HOUSE_STYLE = {
    "kleur": "1F5C4D",
    "accentkleur": "C8501E",
    "kleur_tekst": "1F5C4D",
    "lettertype": "Calibri",
    "taal": "nl-NL",
}


def filled(
    *blocks: str, frame: tuple[str, ...] = ("{{ inhoud }}",), styles: dict[str, str] = BODY_STYLES, **values: object
) -> bytes:
    compiled = compile_template(
        word(*blocks, styles=styles), frame=word(*frame, styles=FRAME_STYLES), prepare=manifest.declare
    )
    docx = CompiledTemplate(compiled).fill({"huisstijl": HOUSE_STYLE, **values})
    assert [fault for fault in rules.broken(docx) if "customXml" not in fault and "custom.xml" not in fault] == []
    return docx


def numbered(text: str, number: int, level: int = 0) -> str:
    """What Word's own list buttons make: List Paragraph with direct numbering."""
    properties = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr><w:ind w:left="720"/></w:pPr>'
    )
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


class DescribeFrameAndBody:
    def it_puts_the_body_in_the_place_of_inhoud(self):
        assert lines(filled("een", "twee", frame=("voor", "{{ inhoud }}", "na"))) == ["voor", "een", "twee", "na"]

    def it_maps_styles_by_name_and_not_by_id(self):
        docx = filled(p("Kop", "Heading1"), p("punt", "ListBullet"))
        assert re.findall(r'<w:pStyle w:val="(\w+)"/>', xml(docx)) == ["Kop1", "Opsomming"]

    def it_brings_a_style_that_the_frame_lacks(self):
        docx = filled(p("tekst", "Eigen"), styles={**BODY_STYLES, "Eigen stijl": "Eigen"})
        assert 'w:styleId="Eigen"' in xml(docx, "word/styles.xml")

    def it_turns_the_lists_of_words_buttons_into_the_list_styles(self):
        docx = filled(numbered("punt", 1), numbered("nummer", 2))
        assert lines(docx) == ["- punt", "1. nummer"]
        assert "<w:ind " not in xml(docx)

    def it_brings_pictures_and_links_under_ids_of_their_own(self, data):
        body = docx.Document()
        body.add_picture(str(data / "logo-veldermaat.png"))
        link = body.part.relate_to("https://voorbeeld.example/?a=1&b=2", RT.HYPERLINK, is_external=True)
        xml_link = f'<w:hyperlink {NS} r:id="{link}"><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:hyperlink>'
        body.add_paragraph()._p.append(etree.fromstring(xml_link))
        stream = io.BytesIO()
        body.save(stream)
        compiled = compile_template(stream.getvalue(), frame=word("{{ inhoud }}", header="kop", styles=FRAME_STYLES))
        made = CompiledTemplate(compiled).fill({"huisstijl": HOUSE_STYLE, "x": "daar"})
        assert rules.broken(made) == []
        again = docx.Document(io.BytesIO(made))
        targets = {one.reltype: one for one in again.part.rels.values()}
        assert targets[RT.HYPERLINK].target_ref == "https://voorbeeld.example/?a=1&b=2"
        assert targets[RT.IMAGE].target_part.blob == (data / "logo-veldermaat.png").read_bytes()
        assert lines(made)[-2:] == ["daar", "[koptekst] kop"]

    def it_names_what_is_wrong_in_both_with_their_file_names(self):
        with pytest.raises(TemplateError) as caught:
            compile_template(word("{{ a|x }}"), source="visie.docx", frame=word("{{ b|y }}", "{{ inhoud }}"))
        assert sorted(str(caught.value).splitlines()) == [
            "huisstijl.docx: alinea 1 \"{{ b|y }}\": {{ b|y }}: onbekend filter 'y'",
            "visie.docx: alinea 1 \"{{ a|x }}\": {{ a|x }}: onbekend filter 'x'",
        ]

    def it_says_that_a_frame_has_no_place_for_the_body(self):
        with pytest.raises(TemplateError) as caught:
            compile_template(word("x"), frame=word("y"))
        assert (
            str(caught.value) == "huisstijl.docx: de alinea {{ inhoud }} ontbreekt. Zet hem waar de tekst moet komen."
        )


class DescribeSections:
    @staticmethod
    def turned() -> str:
        return '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr></w:p>'

    @staticmethod
    def upright() -> str:
        return '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'

    def it_gives_a_page_on_its_side_the_margins_and_headers_of_the_frame(self):
        docx = filled("staand", self.upright(), "liggend", self.turned(), "weer staand")
        sections = list(etree.fromstring(read(docx)["word/document.xml"]).iter(qn("w:sectPr")))
        sizes = [
            (one.find(qn("w:pgSz")).get(qn("w:w")), one.find(qn("w:pgSz")).get(qn("w:orient"))) for one in sections
        ]
        assert sizes == [("11906", None), ("16838", "landscape"), ("11906", None)]
        assert all(one.find(qn("w:pgMar")) is not None for one in sections)


class DescribeContents:
    def it_lists_the_headings_with_links_and_without_page_numbers(self):
        frame = ("{{ inhoudsopgave }}", "{{ inhoud }}", p("Slot", "Kop1"))
        docx = filled(p("Eerste {{ x }}", "Heading1"), "tekst", frame=frame, x="& co")
        entries = re.findall(
            r'<w:pStyle w:val="Inhopg1"/>.*?<w:hyperlink w:anchor="(\w+)".*?<w:t[^>]*>([^<]*)', xml(docx)
        )
        assert entries == [("_Toc000000001", "Eerste &amp; co"), ("_Toc000000002", "Slot")]
        for anchor, _ in entries:
            assert xml(docx).count(f'w:name="{anchor}"') == 1
        assert r' TOC \o "1-2" \n \h \z \u ' in xml(docx)

    def it_stands_after_a_paragraph_with_an_open_place(self):
        frame = ("Van {{ x }}", "{{ inhoudsopgave }}", "{{ inhoud }}")
        docx = filled(p("Eerste {{ x }}", "Heading1"), frame=frame, x=Open("a", "de naam"))
        assert lines(docx)[:2] == ["Van [Nog in te vullen: de naam]", "Eerste [Nog in te vullen: de naam]"]

    def it_counts_headings_that_a_loop_makes(self):
        frame = ("{{ inhoudsopgave }}", "{{ inhoud }}")
        docx = filled("{%p for x in lijst %}", p("{{ x }}", "Heading1"), "{%p endfor %}", frame=frame, lijst=["a", "b"])
        assert re.findall(r'w:anchor="_Toc(\d+)"', xml(docx)) == ["000000001", "000000002"]


class DescribeOrigin:
    def it_recognises_its_own_document_until_a_part_changes(self):
        sealed = pack(manifest.seal((member(name, data) for name, data in read(filled("x")).items()), {}))
        assert manifest.is_untouched(sealed)
        again = pack(member(name, data) for name, data in read(sealed).items())
        assert manifest.is_untouched(again)
        parts = read(sealed)
        parts["word/document.xml"] = parts["word/document.xml"].replace(b">x<", b">y<")
        assert not manifest.is_untouched(pack(member(name, data) for name, data in parts.items()))

    def it_does_not_recognise_it_with_something_added(self):
        sealed = pack(manifest.seal((member(name, data) for name, data in read(filled("x")).items()), {}))
        parts = read(sealed)
        label = (
            b'<property fmtid="{x}" pid="9" name="Gevoeligheid"><vt:lpwstr>intern</vt:lpwstr></property></Properties>'
        )
        parts[manifest.CUSTOM] = parts[manifest.CUSTOM].replace(b"</Properties>", label)
        assert not manifest.is_untouched(pack(member(name, data) for name, data in parts.items()))
        assert not manifest.is_untouched(sealed + b"van mij")
        assert not manifest.is_untouched(b"van mij" + sealed)

    def it_does_not_unpack_a_bomb_to_see(self):
        sealed = pack(manifest.seal((member(name, data) for name, data in read(filled("x")).items()), {}))
        parts = read(sealed)
        parts[manifest.CUSTOM] = parts[manifest.CUSTOM].replace(b"</Properties>", b" " * 200_000 + b"</Properties>")
        assert not manifest.is_untouched(pack(member(name, data) for name, data in parts.items()))

    @pytest.mark.parametrize("method", [9, 12, 14, 93, 99])
    def it_does_not_recognise_what_it_cannot_unpack(self, method):
        sealed = bytearray(pack(manifest.seal((member(name, data) for name, data in read(filled("x")).items()), {})))
        entry = sealed.rfind(manifest.CUSTOM.encode()) - 46  # its header in the list at the end, and the one before it
        begin = sealed.find(manifest.CUSTOM.encode()) - 30
        sealed[entry + 10] = sealed[begin + 8] = method
        assert not manifest.is_untouched(bytes(sealed))

    @pytest.mark.parametrize("data", [b"", b"geen zip", word("van iemand anders")])
    def it_does_not_recognise_anything_else(self, data):
        assert not manifest.is_untouched(data)

    def it_keeps_the_text_as_generated_inside_the_document(self):
        sealed = pack(manifest.seal((member(name, data) for name, data in read(filled("de tekst ]]>")).items()), {}))
        kept = etree.fromstring(read(sealed)[manifest.BASE])
        assert kept.text == xml(sealed)
        assert "de tekst" in kept.text

    def it_keeps_it_whole_when_it_ends_a_section_of_text(self):
        parts = {"word/document.xml": b"<a b=']]>'/>", "[Content_Types].xml": b"<Types/>"}
        sealed = pack(manifest.seal((member(name, data) for name, data in parts.items()), {}))
        assert etree.fromstring(read(sealed)[manifest.BASE]).text == "<a b=']]>'/>"
