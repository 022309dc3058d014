"""What comes out is what went in: values, wherever the tag stands and however Word split it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen import compile_template
from policygen.errors import TemplateError
from policygen.ooxml import rules
from policygen.ooxml.text import lines
from policygen.openplace import Open, Pieces, join
from tests.support.word import bold_texts, p, table, word, xml


def visible(docx: bytes) -> str:
    return "\n".join(lines(docx))


class DescribeValues:
    @given(st.data())
    def it_finds_a_tag_however_word_splits_it_over_runs(self, data):
        typed = "Beste {{ persoon.naam }}, tot {% if dag %}morgen{% else %}ooit{% endif %}."
        cuts = data.draw(st.sets(st.integers(1, len(typed) - 1)))
        split = "".join(("¦" if place in cuts else "") + letter for place, letter in enumerate(typed))
        filled = compile_template(word(split)).fill({"persoon": {"naam": "Noor"}, "dag": True})
        assert lines(filled) == ["Beste Noor, tot morgen."]

    def it_gives_a_value_the_formatting_of_its_first_brace(self):
        filled = compile_template(word("Beste ¦{{ na¦am }} en verder")).fill({"naam": "Noor"})
        assert lines(filled) == ["Beste Noor en verder"]
        assert bold_texts(filled) == ["Noor"]

    def it_reads_curly_quotes_inside_a_tag(self):
        assert lines(compile_template(word("{{ naam if naam == “Noor” else ‘iemand’ }}")).fill({"naam": "Noor"})) == [
            "Noor"
        ]

    def it_makes_a_line_break_of_a_new_line_and_a_paragraph_of_a_blank_line(self):
        filled = compile_template(word(p("{{ x }}", "Kop2"))).fill({"x": "een\r\ntwee\n\ndrie"})
        assert lines(filled) == ["## een twee", "## drie"]
        assert xml(filled).count("<w:br/>") == 1

    @pytest.mark.parametrize(
        "wrapped",
        [
            '<w:p><w:fldSimple w:instr=" TITLE ">{}</w:fldSimple></w:p>',
            '<w:p><w:smartTag w:element="x">{}</w:smartTag></w:p>',
            "<w:p><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>",
            '<w:p><w:ins w:id="1" w:author="a">{}</w:ins></w:p>',
            '<w:p><w:hyperlink w:anchor="a">{}</w:hyperlink></w:p>',
            '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr>{}</w:p>',
            '<w:p><w:pPr><w:pPrChange w:id="1" w:author="a"><w:pPr/></w:pPrChange></w:pPr>{}</w:p>',
        ],
    )
    def it_stays_whole_where_no_paragraph_can_begin(self, wrapped):
        run = (
            '<w:r><w:rPr><w:b/><w:rPrChange w:id="2" w:author="a"><w:rPr/></w:rPrChange></w:rPr>'
            "<w:t>{{ x }} {{ open }}</w:t></w:r>"
        )
        values = {"x": "een\n\ntwee", "open": Open("a", "de datum")}
        filled = compile_template(word(wrapped.format(run))).fill(values)
        assert rules.broken(filled) == []
        shown = " ".join(visible(filled).split())
        assert shown == "een twee [Nog in te vullen: de datum]"

    @pytest.mark.parametrize("tag", ["{{ x }}", "{% for r in rijen %}{{ r.x }}{% endfor %}"])
    @pytest.mark.parametrize("size", [1, 98, 99, 100, 101, 5000])
    def it_prints_text_of_any_length_alike(self, tag, size):
        template = compile_template(word(tag))
        for sign, shown in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\n", "<w:br/>"), ("\t", "<w:tab/>")):
            text = "x" * size + sign + "y"
            assert f"x{shown}" in re.sub(
                r"</?w:t(?: [^>]*)?>", "", xml(template.fill({"x": text, "rijen": [{"x": text}]}))
            )
        with pytest.raises(TemplateError, match=r"het teken U\+0007 kan niet in een Word-document$"):
            template.fill({"x": "x" * size + "\x07", "rijen": [{"x": "x" * size + "\x07"}]})

    def it_makes_a_soft_hyphen_of_a_soft_hyphen(self):
        filled = compile_template(word("{{ x }}", title="{{ x }}")).fill({"x": "team\u00adleiders"})
        assert "<w:softHyphen/>" in xml(filled)
        assert lines(filled) == ["teamleiders"]
        assert "team\u00adleiders" in xml(filled, "docProps/core.xml")

    def it_keeps_tabs(self):
        assert "<w:tab/>" in xml(compile_template(word("{{ x }}")).fill({"x": "a\tb"}))

    def it_writes_dates_numbers_and_truths_in_dutch(self):
        template = compile_template(word("{{ dag }}, {{ aantal }}, {{ waar }}"))
        assert lines(template.fill({"dag": date(2026, 11, 3), "aantal": 3, "waar": False})) == [
            "3 november 2026, 3, nee"
        ]

    @pytest.mark.parametrize(
        ("value", "message"),
        [
            (None, "er is geen waarde"),
            (["a"], "dit is geen tekst maar een verzameling; noem het onderdeel of gebruik een lus"),
            ({"a": 1}, "dit is geen tekst maar een verzameling; noem het onderdeel of gebruik een lus"),
            ("a\x01b", "het teken U+0001 kan niet in een Word-document"),
            ("\ud800", "het teken U+D800 kan niet in een Word-document"),
        ],
    )
    def it_refuses_what_is_no_text_and_names_the_tag(self, value, message):
        with pytest.raises(TemplateError) as caught:
            compile_template(word("eerste", "De {{ waarde }} hier")).fill({"waarde": value})
        assert str(caught.value) == f'sjabloon.docx: alinea 2 "De {{{{ waarde }}}} hier": {{{{ waarde }}}}: {message}'

    @pytest.mark.parametrize("mark", ["\x01", "\x03", "\x01x\x01", "\x07"])
    def it_refuses_markup_with_a_character_that_xml_cannot_hold(self, mark):
        class Rich:
            def __html__(self) -> str:
                return f"<w:r><w:t>a{mark}b</w:t></w:r>"

        with pytest.raises(TemplateError, match=r"het teken U\+000[137] kan niet in een Word-document$"):
            compile_template(word("{{r rijk }}")).fill({"rijk": Rich()})


class DescribeOpenPlaces:
    place = Open("a.b", "de datum", "het bestuur", "1 maart 2027")

    def fill(self, *blocks: str, **values: object) -> bytes:
        filled = compile_template(word(*blocks)).fill({"open": self.place, **values})
        assert rules.broken(filled) == []
        return filled

    def it_marks_an_open_place_and_comments_on_it_once(self):
        filled = self.fill("Op {{ open }} en nog eens {{ open }}.")
        mark = "[Nog in te vullen: de datum]"
        assert lines(filled) == [f"Op {mark} en nog eens {mark}."]
        assert xml(filled).count('<w:highlight w:val="yellow"/>') == 2
        assert xml(filled).count("<w:commentReference") == 1
        comments = xml(filled, "word/comments.xml")
        for line in ("Nog in te vullen: de datum.", "Wie vult dit in: het bestuur.", "Voorbeeld: 1 maart 2027"):
            assert f">{line}<" in comments

    def it_keeps_the_formatting_of_the_text_around_an_open_place(self):
        filled = self.fill("gewoon ¦{{ stuk }}¦ gewoon", stuk=Pieces(("voor ", self.place, " na")))
        assert bold_texts(filled) == ["voor ", " na"]

    @given(
        st.lists(st.sampled_from(["a", "b&<", "\n\n", Open("c", "plaats"), Open("d", "dag")]), min_size=1, max_size=8)
    )
    def it_cuts_the_text_around_places_and_paragraphs_and_leaves_no_run_without_text(self, pieces):
        value = join(*pieces)
        filled = self.fill("voor¦{{ stuk }}¦na", stuk=value)
        assert "\n".join(lines(filled)) == re.sub("\n+", "\n", f"voor{value}na")
        assert "".join(bold_texts(filled)) == "".join(one for one in pieces if isinstance(one, str)).replace("\n", "")
        assert '<w:t xml:space="preserve"></w:t>' not in xml(filled)

    def it_is_true_once_itself_in_a_loop_and_itself_for_any_attribute(self):
        filled = self.fill("{% if open %}{% for een in open %}{{ een.naam.voor }}{% endfor %}{% endif %}")
        assert lines(filled) == ["[Nog in te vullen: de datum]"]

    def it_survives_filters_and_default(self):
        filled = self.fill(
            "{{ open|upper }} {{ open|default('x') }} {{ lijst|opsomming }} {{ lijst|join('/') }}",
            lijst=("a", self.place),
        )
        mark = "[Nog in te vullen: de datum]"
        assert lines(filled) == [f"{mark} {mark} a en {mark} a/{mark}"]

    def it_lists_the_places_of_header_and_body_once_each_at_the_end(self):
        other = Open("c", "de plaats", "", "")
        blocks = (
            "{{ open }}{{ open }}",
            table(
                ["Wat"], ["{%tr for plek in open_plekken %}"], ["{{ plek.label }}: {{ plek.wie }}"], ["{%tr endfor %}"]
            ),
        )
        filled = compile_template(word(*blocks, header="{{ kop }}")).fill({"open": self.place, "kop": other})
        assert [line for line in lines(filled) if line.startswith("|")] == [
            "| Wat |",
            "| de plaats: |",
            "| de datum: het bestuur |",
        ]
        assert xml(filled).count("<w:commentReference") == 1
        assert "<w:highlight" in xml(filled, "word/header1.xml")
        assert "comment" not in xml(filled, "word/header1.xml")

    def it_prints_plain_text_in_properties(self):
        filled = compile_template(word("x", title="{{ open }}")).fill({"open": self.place})
        assert "<dc:title>[Nog in te vullen: de datum]</dc:title>" in xml(filled, "docProps/core.xml")
