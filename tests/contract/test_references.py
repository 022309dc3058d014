"""Contract: what a template refers to is there or goes, and nothing in it passes for a mark of the compiler."""

from __future__ import annotations

import pytest

from policygen import compile_template, manifest
from policygen.errors import TemplateError
from policygen.ooxml import rules
from policygen.ooxml.names import A
from policygen.ooxml.package import member, pack, read
from policygen.ooxml.text import lines
from policygen.openplace import Open
from policygen.render import CompiledTemplate
from policygen.template import compile_template as compile_with
from tests.support.validators import integrity_faults
from tests.support.word import commented, note, p, table, word, xml

HOUSE_STYLE = {
    "kleur": "1F5C4D",
    "accentkleur": "C8501E",
    "kleur_tekst": "1F5C4D",
    "op_kleur": "FFFFFF",
    "lettertype": "Calibri",
    "taal": "nl-NL",
}


def changed(docx: bytes, part: str, *changes: tuple[str, str]) -> bytes:
    parts = read(docx)
    text = parts[part].decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return pack(member(name, data) for name, data in (parts | {part: text.encode()}).items())


def themed(docx: bytes, content: str) -> bytes:
    """A house style that follows the profile: its theme is called so."""
    theme = f'<a:theme xmlns:a="{A}" name="policygen">{content}</a:theme>'.encode()
    return pack(member(name, data) for name, data in (read(docx) | {"word/theme/theme1.xml": theme}).items())


def filled(docx: bytes, **values: object) -> bytes:
    made = compile_template(docx).fill(values)
    assert rules.broken(made) == []
    return made


def refusal(docx: bytes, **options: object) -> str:
    with pytest.raises(TemplateError) as caught:
        compile_with(docx, **options)
    return str(caught.value)


NUMBERED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr></w:pPr></w:p>'


class DescribeWhatATextRefersTo:
    @pytest.mark.parametrize(
        ("block", "gone"),
        [
            (p("x", "Weg"), "w:pStyle"),
            (NUMBERED.format(7), "w:numPr"),
            (commented("x"), "w:comment"),
        ],
    )
    def it_goes_when_it_is_not_there_as_in_word(self, block, gone, tmp_path):
        made = filled(word(block, "{{ y }}"), y=1)
        assert gone not in xml(made)
        (tmp_path / "x.docx").write_bytes(made)
        assert integrity_faults(tmp_path / "x.docx") == []

    @pytest.mark.parametrize("number", [0, 1])
    def it_stays_when_it_is_there(self, number):
        assert "w:numPr" in xml(filled(word(NUMBERED.format(number))))
        assert "w:pStyle" in xml(filled(word(p("x", "Kop1"))))

    def it_goes_with_a_list_that_has_no_look(self):
        docx = changed(
            word(NUMBERED.format(1)), "word/numbering.xml", ('w:abstractNumId w:val="1"', 'w:abstractNumId w:val="5"')
        )
        assert "w:numPr" not in xml(filled(docx))

    def it_refuses_a_note_without_text_and_removed_text_that_stays(self):
        assert refusal(word(note(9), footnote="x")).startswith(
            "sjabloon.docx: word/document.xml: een noot zonder tekst: 9"
        )
        for block in (
            '<w:p><w:del w:id="1"><w:r><w:t>x</w:t></w:r></w:del></w:p>',
            '<w:p><w:ins w:id="1"><w:r><w:delText>x</w:delText></w:r></w:ins></w:p>',
        ):
            assert "verwijderde tekst die geen verwijderde tekst is" in refusal(word(block))
        assert filled(
            word('<w:p><w:ins w:id="1"><w:del w:id="2"><w:r><w:delText>x</w:delText></w:r></w:del></w:ins></w:p>')
        )

    def it_refuses_a_body_with_a_footnote_by_its_paragraph(self):
        docx = word("een", note(), footnote="x")
        assert refusal(docx, source="visie.docx", frame=word("{{ inhoud }}")) == (
            "visie.docx: alinea 2: een voetnoot kan niet mee naar het document. "
            "Zet de tekst van de noot in de alinea zelf, of erachter tussen haakjes."
        )

    def it_leaves_the_comments_on_a_body_behind(self):
        compiled = compile_with(
            word(commented("x"), comment="let op"), frame=word("{{ inhoud }}"), prepare=manifest.declare
        )
        made = CompiledTemplate(compiled).fill({"huisstijl": HOUSE_STYLE})
        assert lines(made) == ["x"]
        assert "omment" not in xml(made)
        assert rules.broken(made) == []

    def it_numbers_its_own_comments_after_those_of_the_template(self):
        compiled = compile_with(word(commented("x"), "{{ y }}", comment="let op"), prepare=manifest.declare)
        made = CompiledTemplate(compiled).fill({"y": Open("veld", "de naam", "bestuur", "Jo")})
        assert 'w:id="1" w:author="policygen"' in xml(made, "word/comments.xml")
        assert "let op" in xml(made, "word/comments.xml")
        assert rules.broken(made) == []

    def it_starts_lists_again_before_what_must_come_last(self):
        docx = changed(
            word(p("een", "Lijstnummering")),
            "word/numbering.xml",
            ("</w:numbering>", '<w:numIdMacAtCleanup w:val="3"/></w:numbering>'),
            ('<w:num w:numId="2">', '<w:num w:durableId="9" w:numId="2">'),
        )
        made = xml(filled(docx), "word/numbering.xml")
        assert "numIdMacAtCleanup" not in made
        assert '<w:num w:numId="1001"><w:abstractNumId w:val="2"/>' in made

    def it_leaves_a_list_alone_whose_style_has_no_numbering(self):
        docx = changed(
            word(p("een", "Lijstnummering")), "word/styles.xml", ('<w:numId w:val="2"/>', '<w:numId w:val="9"/>')
        )
        assert lines(filled(docx)) == ["1. een"]


class DescribeTextThatLooksLikeAMark:
    """Between tags and document the compiler uses marks of its own; a template cannot write them."""

    @pytest.mark.parametrize("text", ["\ue0000\ue001", "\ue000kleur||\ue001", "&lt;?v0 7*7?&gt;"])
    def it_is_printed_as_typed(self, text):
        blocks = (
            "{% for x in a %}{{ x }}{% endfor %}",
            '<w:p><w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/></w:p>',
        )
        made = filled(word(*blocks, f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"), a=["1"])
        assert text in xml(made)

    @pytest.mark.parametrize("mark", ["<?v0 7*7?>", "<?v99 x?>", "<?b0 if 1?>", "<?cut?>", "<?b1 endfor?>"])
    def it_is_dropped_when_it_is_an_instruction(self, mark):
        made = filled(word("{{ x }}", f"<w:p><w:r><w:t>een{mark}twee</w:t></w:r></w:p>"), x=1)
        assert lines(made) == ["1", "eentwee"]
        assert "<?" not in xml(made).partition("?>")[2]

    def it_is_refused_in_a_property(self):
        said = refusal(word("x", title="{{ a ?><?v0 7*7 }}"))
        assert said.startswith("sjabloon.docx: eigenschap title: {{ a ?><?v0 7*7 }}: '?>' kan niet in een tag staan")

    @pytest.mark.parametrize("value", ["\ue000x\ue001", "\ue000kleur|zz|\ue001", "\ue000niets||\ue001"])
    def it_is_left_alone_in_a_house_style(self, value):
        scheme = f'<a:themeElements><a:clrScheme name="{value}"/></a:themeElements>'
        frame = themed(word("{{ inhoud }}"), scheme)
        made = CompiledTemplate(compile_with(word("x"), frame=frame)).fill({"huisstijl": HOUSE_STYLE})
        assert value in xml(made, "word/theme/theme1.xml")

    @pytest.mark.parametrize("tint", ["zz", "999", ""])
    def it_takes_no_colour_that_is_none(self, tint):
        styled = f'<w:rPr><w:color w:val="auto" w:themeColor="accent1" w:themeTint="{tint}"/></w:rPr></w:style>'
        frame = changed(word("{{ inhoud }}"), "word/styles.xml", ("</w:style>", styled))
        frame = themed(frame, "")
        made = CompiledTemplate(compile_with(word("x"), frame=frame)).fill({"huisstijl": HOUSE_STYLE})
        assert 'w:val="1F5C4D"' in xml(made, "word/styles.xml")


class DescribeAnotherWayOfWriting:
    def it_fills_a_file_that_calls_the_namespace_of_word_something_else(self):
        docx = word("{{ x }}", table(["{%tr for y in a %}"], ["{{ y }}"], ["{%tr endfor %}"]), header="{{ x }}")
        parts = read(docx)
        for part in ("word/document.xml", "word/header1.xml"):
            for old, new in ((b"<w:", b"<n:"), (b"</w:", b"</n:"), (b" w:", b" n:"), (b"xmlns:w=", b"xmlns:n=")):
                parts[part] = parts[part].replace(old, new)
        docx = pack(member(name, data) for name, data in parts.items())
        made = filled(docx, x="a\n\nb", a=[])
        assert lines(made) == ["a", "b", "[koptekst] a", "[koptekst] b"]

    def it_fills_a_file_in_utf_16(self):
        parts = read(word("{{ x }}", comment="é"))
        for part in ("word/document.xml", "word/comments.xml", "word/styles.xml"):
            parts[part] = parts[part].decode().replace('"UTF-8"', '"UTF-16"').encode("utf-16")
        assert lines(filled(pack(member(name, data) for name, data in parts.items()), x="ë")) == ["ë"]

    @pytest.mark.parametrize("name", ["word/document.xml", "word/comments.xml"])
    def it_says_that_a_part_is_something_else(self, name):
        docx = changed(
            word("x"), name, ("openxmlformats.org/wordprocessingml/2006/main", "oclc.org/ooxml/wordprocessingml/main")
        )
        assert refusal(docx).startswith("sjabloon.docx: ")
