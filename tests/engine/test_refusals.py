# ruff: noqa: E501 - a message is one line
"""A template that is wrong: everything at once, in Dutch, with the place and the remedy."""

from __future__ import annotations

import pytest

from policygen import compile_template
from policygen.errors import TemplateError
from policygen.template import compile_template as compile_with
from tests.support.word import p, table, word


def refusals(*blocks: str, **parts: str) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        compile_template(word(*blocks, **parts))
    assert caught.value.exit_code == 4
    return str(caught.value).splitlines()


class DescribeRefusals:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (
                "{{ naam",
                "{{ naam: de tag is niet gesloten in dezelfde alinea. Sluit hem met }}, of kijk of een aanhalingsteken ontbreekt.",
            ),
            ("naam }}", "}}: dit sluit een tag die nergens begint"),
            ("{{ }}", "{{ }}: de tag is leeg"),
            (
                "{{ naam|upper( }}",
                "{{ naam|upper( }}: dit is geen geldige tag. Kijk naar haakjes, aanhalingstekens en komma's",
            ),
            ("{{ naam|hogerop }}", "{{ naam|hogerop }}: onbekend filter 'hogerop'"),
            ("{{ naam is vreemd }}", "{{ naam is vreemd }}: onbekende test 'vreemd'"),
            ("{{ 'a' if naam }}", "{{ 'a' if naam }}: een 'if' in een tag heeft ook een 'else' nodig"),
            ("{{ naam ~ 'x' }}", "{{ naam ~ 'x' }}: '~' kan niet; zet de tags naast elkaar"),
            ("{{ naam.__class__ }}", "{{ naam.__class__ }}: een naam begint niet met een laag streepje"),
            ("{{ _naam }}", "{{ _naam }}: een naam begint niet met een laag streepje"),
            ("{% if naam %}x{% endif naam %}", "{% endif naam %}: na 'endif' hoort niets"),
            (
                "{% if naam %}x{% endif %}{{ naam| }}",
                "{{ naam| }}: dit is geen geldige tag. Kijk naar haakjes, aanhalingstekens en komma's",
            ),
            ("{{ _pg_doc }}", "{{ _pg_doc }}: een naam begint niet met een laag streepje"),
            ("{{ naam|_pg_flat }}", "{{ naam|_pg_flat }}: een naam begint niet met een laag streepje"),
            ("{{ naam['__class__'] }}", "{{ naam['__class__'] }}: een naam begint niet met een laag streepje"),
            ("{{tr naam }}", "{{tr naam }}: '{{tr' kennen we niet. Gebruik {%tr … %} voor een hele rij."),
            ("{% cellbg 'FF0000' %}", "{% cellbg 'FF0000' %}: deze tag hoort in een cel van een tabel"),
            ("{{ range(9) }}", "{{ range(9) }}: dit kan niet in een sjabloon (Call)"),
            ("{% include 'x' %}", "{% include 'x' %}: 'include' is geen opdracht die in een sjabloon kan"),
            (
                "{% if naam %}",
                "{% if naam %}: 'if' is niet gesloten met 'endif' op dezelfde hoogte. Begin en einde horen in dezelfde alinea, of gebruik {%p … %} en {%tr … %} voor allebei.",
            ),
            (
                "{%p if naam %} en tekst",
                "{%p if naam %}: naast deze tag staat tekst in dezelfde alinea. De hele alinea verdwijnt: geef de tekst een eigen alinea.",
            ),
            (
                "{%p if naam %}{%p endif %}",
                "{%p if naam %}: er staat nog een tag in deze alinea. Geef elke tag zijn eigen alinea.",
            ),
            ("{%tr for x in naam %}", "{%tr for x in naam %}: deze tag hoort in een tabel"),
        ],
    )
    def it_names_tag_and_remedy(self, text, message):
        words = " ".join(text.split())
        shown = words if len(words) <= 40 else words[:40].rsplit(" ", 1)[0] + " …"
        assert refusals(text) == [f'sjabloon.docx: alinea 1 "{shown}": {message}']

    def it_reports_everything_in_one_run_with_part_and_cell(self):
        assert refusals("goed", p("{{ a|x }}"), table(["a", "b"], ["c", "{{ b|y }}"]), header="{{ c|z }}") == [
            "sjabloon.docx: alinea 2 \"{{ a|x }}\": {{ a|x }}: onbekend filter 'x'",
            "sjabloon.docx: alinea 6 \"{{ b|y }}\" (tabel 1, rij 2, cel 2): {{ b|y }}: onbekend filter 'y'",
            "sjabloon.docx: koptekst 1, alinea 1 \"{{ c|z }}\": {{ c|z }}: onbekend filter 'z'",
        ]

    def it_names_the_heading_that_a_tag_stands_under(self):
        blocks = (
            p("{{ a|x }}"),
            p("Waarom {{ naam }}", "Kop1"),
            "{{ b|x }}",
            p("Hoe dan", "Kop2"),
            table(["{{ c|x }}"]),
        )
        assert [line.split(": {{")[0] for line in refusals(*blocks)] == [
            'sjabloon.docx: alinea 1 "{{ a|x }}"',
            'sjabloon.docx: kop "Waarom {{ naam }}", alinea 3 "{{ b|x }}"',
            'sjabloon.docx: kop "Hoe dan", alinea 5 "{{ c|x }}" (tabel 1, rij 1, cel 1)',
        ]

    def it_names_an_unknown_name_before_anything_is_filled_when_the_names_are_known(self):
        with pytest.raises(TemplateError) as caught:
            compile_with(
                word("{{ organsatie.naam }} {% for x in lijst %}{{ x }}{% endfor %}"), names={"organisatie", "lijst"}
            )
        assert str(caught.value).endswith(
            "{{ organsatie.naam }}: onbekende naam 'organsatie'. Bedoelt u 'organisatie'?"
        )

    def it_names_a_misspelt_attribute_with_its_place(self):
        template = compile_template(word("eerst", "De {{ organisatie.nam }}"))
        with pytest.raises(TemplateError) as caught:
            template.fill({"organisatie": {"naam": "x"}})
        assert str(caught.value) == (
            "sjabloon.docx: alinea 2 \"De {{ organisatie.nam }}\": {{ organisatie.nam }}: onbekende naam 'nam'. Bedoelt u 'naam'?"
        )

    @pytest.mark.parametrize(
        ("tag", "values", "message"),
        [
            ("{{ a / b }}", {"a": 1, "b": 0}, "hier wordt door nul gedeeld"),
            ("{{ a + 'x' }}", {"a": 1}, "rekenen kan alleen met getallen"),
            ("{{ a|round('x') }}", {"a": 1}, "dit is niet uit te voeren met deze waarden (TypeError)"),
            ("{{ a|first }}", {"a": []}, "er is geen waarde"),
            ("{{ a.append }}", {"a": []}, "dit mag niet in een sjabloon"),
            ("{{ a.upper }}", {"a": "x"}, "dit is geen tekst"),
            ("{% for x in a %}{{ loop }}{% endfor %}", {"a": [1]}, "dit is geen tekst"),
        ],
    )
    def it_says_in_dutch_what_goes_wrong_while_filling(self, tag, values, message):
        with pytest.raises(TemplateError) as caught:
            compile_template(word(tag)).fill(values)
        assert str(caught.value).endswith(f": {message}")

    def it_refuses_to_lose_a_picture_or_a_section_break_with_a_paragraph_tag(self):
        section = '<w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr>'
        block = f"<w:p>{section}<w:r><w:t>{{%p if x %}}</w:t></w:r></w:p>"
        assert refusals(block, "{%p endif %}")[0].endswith(
            "{%p if x %}: met deze alinea zou een sectie-einde verdwijnen. Geef de tag een eigen alinea, rij of cel."
        )

    def it_names_tags_where_none_can_be_filled(self):
        field = '<w:p><w:fldSimple w:instr=" REF {{ a }} "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
        assert refusals(field) == [
            "sjabloon.docx: word/document.xml: {{ a }}: deze tag staat in een veldcode. Zet de tag in de gewone tekst; een veldcode kan niet worden ingevuld."
        ]
        assert refusals("x", title="{% if a %}x{% endif %}") == [
            "sjabloon.docx: eigenschap title: in een eigenschap kan alleen een waarde, zoals {{ naam }}"
        ]

    def it_says_that_a_file_is_no_word_document(self):
        with pytest.raises(TemplateError) as caught:
            compile_template(b"geen zip")
        assert (
            str(caught.value)
            == "sjabloon.docx: dit is geen Word-document (.docx), of het is beschadigd. Sla het in Word op als .docx."
        )
