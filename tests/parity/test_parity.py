"""The dialect of docxtpl: the same template, filled by both, says the same."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest
from docxtpl import DocxTemplate, RichText
from jinja2 import Environment

from policygen import compile_template
from policygen.ooxml import rules
from policygen.ooxml.text import lines
from tests.support.word import note, p, section_end, table, word

ROWS = [{"wat": "plan", "wie": "Jo", "n": 2}, {"wat": "doen & laten", "wie": "Aïsha", "n": 3}]
VALUES = {
    "naam": "Veldermaat",
    "tekst": 'Jansen & Zn <x> "q"',
    "rijen": ROWS,
    "groepen": [{"kop": "een", "leden": ["a", "b"]}, {"kop": "twee", "leden": []}, {"kop": "drie", "leden": ["c"]}],
    "waar": True,
    "onwaar": False,
    "leeg": "",
    "niets": [],
    "getal": 7,
    "persoon": SimpleNamespace(naam="Noor", functie=SimpleNamespace(titel="adviseur")),
    "woorden": ["c", "a", "b"],
    "kleur": "FF8800",
}
CASES = {
    "a value": ["Beste {{ naam }},"],
    "a value in three runs": ["Beste {{¦ na¦am }},"],
    "braces split in two": ["Beste {¦{ naam }¦}, dag"],
    "two values in a paragraph": ["{{ naam }} en {{ getal }}"],
    "an attribute of an attribute": ["{{ persoon.functie.titel }} {{ persoon.naam }}"],
    "a key and an index": ["{{ rijen[1].wat }} {{ rijen[0]['wie'] }}"],
    "markup in a value": ["{{ tekst }}"],
    "an expression": ["{{ getal + 1 }} {{ getal * 2 - 3 }} {{ getal // 2 }}"],
    "a comparison": ["{% if getal > 5 and not onwaar %}groot{% endif %}"],
    "a condition in an expression": ["{{ 'ja' if waar else 'nee' }}"],
    "filters": ["{{ naam|upper }} {{ naam|lower }} {{ woorden|join(', ') }} {{ leeg|default('niets', true) }}"],
    "a filter with quotes": ["{{ naam|replace('V', 'W') }}"],
    "curly quotes": ["{% if naam == “Veldermaat” %}ja{% endif %} {{ naam|replace(‘V’, ‘W’) }}"],
    "sort first last length": [
        "{{ (woorden|sort)|join('') }} {{ woorden|first }} {{ woorden|last }} {{ woorden|length }}"
    ],
    "if in a line": ["een {% if waar %}twee{% endif %} drie"],
    "if else in a line": ["{% if onwaar %}a{% elif waar %}b{% else %}c{% endif %}"],
    "if split over runs": ["{% i¦f waa¦r %}j¦a{% e¦ndif %}"],
    "for in a line": ["{% for w in woorden %}{{ w }}, {% endfor %}klaar"],
    "for else in a line": ["{% for w in niets %}{{ w }}{% else %}geen{% endfor %}"],
    "loop index": ["{% for w in woorden %}{{ loop.index }}{{ w }} {% endfor %}"],
    "loop first and last": ["{% for w in woorden %}{{ w }}{% if not loop.last %}, {% endif %}{% endfor %}"],
    "set": ["{% set x = getal %}{{ x }}"],
    "paragraph if": ["voor", "{%p if waar %}", "wel", "{%p endif %}", "na"],
    "paragraph if false": ["voor", "{%p if onwaar %}", "niet", "{%p endif %}", "na"],
    "paragraph else": ["{%p if onwaar %}", "a", "{%p else %}", "b", "{%p endif %}"],
    "paragraph elif": ["{%p if onwaar %}", "a", "{%p elif waar %}", "b", "{%p endif %}"],
    "paragraph for": ["{%p for r in rijen %}", "{{ r.wat }}: {{ r.wie }}", "{%p endfor %}"],
    "bullets": ["{%p for w in woorden %}", p("{{ w }}", "Lijstopsomteken"), "{%p endfor %}"],
    "nested paragraph for": [
        *("{%p for g in groepen %}", "{{ g.kop }}", "{%p for lid in g.leden %}", "- {{ lid }}"),
        *("{%p endfor %}", "{%p endfor %}"),
    ],
    "paragraph for around if": [
        "{%p for r in rijen %}",
        "{%p if r.n > 2 %}",
        "{{ r.wat }}",
        "{%p endif %}",
        "{%p endfor %}",
    ],
    "paragraph tag split over runs": ["{%p¦ if wa¦ar %}", "ja", "{%p en¦dif %}"],
    "row for": [
        table(["Wat", "Wie"], ["{%tr for r in rijen %}", ""], ["{{ r.wat }}", "{{ r.wie }}"], ["{%tr endfor %}", ""])
    ],
    "row for over nothing": [table(["Wat"], ["{%tr for r in niets %}"], ["{{ r.wat }}"], ["{%tr endfor %}"])],
    "row if": [table(["a"], ["{%tr if onwaar %}"], ["b"], ["{%tr endif %}"], ["c"])],
    "row for with if": [
        table(
            *(["{%tr for r in rijen %}"], ["{%tr if r.n == 3 %}"], ["{{ r.wat }}"]),
            *(["{%tr endif %}"], ["{%tr endfor %}"]),
        )
    ],
    "cell for": [table(["{%tc for w in woorden %}", "{{ w }}", "{%tc endfor %}"])],
    "cell for in row for": [
        table(
            ["{%tr for g in groepen %}", "", "", ""],
            ["{{ g.kop }}", "{%tc for lid in g.leden %}", "{{ lid }}", "{%tc endfor %}"],
            ["{%tr endfor %}", "", "", ""],
        )
    ],
    "paragraph for in a cell": [
        table(["a", p("{%p for w in woorden %}") + p("{{ w }}") + p("{%p endfor %}") + p("eind")])
    ],
    "run statement": ["een {%r if waar %}twee{%r endif %} drie"],
    "rich text": ["een {{r rijk }} twee"],
    "comment": ["een{# dit niet #} twee"],
    "paragraph comment": ["een", "{#p dit niet #}", "twee"],
    "escaped delimiters": ["{_{ naam }_} en {_% if %_}"],
    "joined to the paragraph before": ["Wij zijn er", "{%- if waar %} altijd{% endif %} voor u"],
    "joined on both sides": [
        "Huis",
        "{%- if waar -%}",
        " in de stad",
        "{%- else -%}",
        " buiten",
        "{%- endif -%}",
        " te koop",
    ],
    "cell colour": [table(["{% cellbg kleur %}tekst", "b"])],
    "column span": [table(["{% colspan 2 %}breed"], ["a"])],
    "vertical merge": [
        table(
            ["{%tr for r in rijen %}", ""],
            ["{% vm %}samen", "{{ r.wat }}"],
            ["{%tr endfor %}", ""],
        )
    ],
    "horizontal merge": [table(["{%tc for w in woorden %}", "{% hm %}samen", "{%tc endfor %}"])],
}


def by_docxtpl(template: bytes, values: dict[str, object], filters: dict[str, object] | None = None) -> list[str]:
    document = DocxTemplate(io.BytesIO(template))
    environment = Environment(autoescape=True)
    environment.filters |= filters or {}
    document.render(values, environment, autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return lines(stream.getvalue())


def by_policygen(template: bytes, values: dict[str, object], filters: dict[str, object] | None = None) -> list[str]:
    made = compile_template(template, filters=filters).fill(values)
    assert rules.broken(made) == []
    return lines(made)


class DescribeTheDialectOfDocxtpl:
    @pytest.mark.parametrize("name", CASES)
    def it_says_the_same_as_docxtpl(self, name):
        rich = RichText("rijke & tekst", bold=True)
        values = {**VALUES, "rijk": rich}
        template = word(*CASES[name])
        assert by_policygen(template, values) == by_docxtpl(template, values)

    def it_covers_forty_templates_and_more(self):
        assert len(CASES) >= 40

    def it_says_the_same_in_headers_footers_and_properties(self):
        template = word(
            "{{ naam }}",
            header="{% if waar %}{{ tekst }}{% endif %}",
            footer="{% for w in woorden %}{{ w }}{% endfor %}",
            title="{{ naam }}",
        )
        assert by_policygen(template, VALUES) == by_docxtpl(template, VALUES)

    def it_says_the_same_in_a_footnote(self):
        for text in (
            "{{ tekst }} van {{ na¦am }}",
            "{% if waar %}wel{% else %}niet{% endif %}",
            "{% for w in woorden %}{{ w }} {% endfor %}",
        ):
            template = word(note(), footnote=text)
            assert by_policygen(template, VALUES) == by_docxtpl(template, VALUES)
            assert by_policygen(template, VALUES)[-1].startswith("[voetnoot] ")

    def it_takes_filters_of_the_caller(self):
        template, filters = (
            word("{{ naam|dubbel }} {{ getal|plus(3) }}"),
            {"dubbel": lambda s: s * 2, "plus": lambda a, b: a + b},
        )
        assert by_policygen(template, VALUES, filters) == by_docxtpl(template, VALUES, filters)


class DescribeWhereDocxtplLosesText:
    """Each a named difference: what docxtpl makes of it is asserted too, so that a change there is noticed."""

    def it_keeps_what_stands_beside_a_paragraph_tag_by_refusing_it(self):
        from policygen.errors import TemplateError

        template = word("{%p if waar %} deze woorden", "x", "{%p endif %}")
        assert "deze woorden" not in " ".join(by_docxtpl(template, VALUES))
        with pytest.raises(TemplateError, match="naast deze tag staat tekst"):
            compile_template(template)

    def it_names_an_unknown_name_instead_of_printing_nothing(self):
        from policygen.errors import TemplateError

        template = word("De {{ nam }}")
        assert by_docxtpl(template, VALUES) == ["De"]
        with pytest.raises(TemplateError, match=r"onbekende naam 'nam'. Bedoelt u 'naam'\?"):
            compile_template(template).fill(VALUES)

    def it_keeps_a_value_that_looks_like_an_escaped_delimiter(self):
        values = {"v": "{_{ zo getypt }_}"}
        assert by_docxtpl(word("{{ v }}"), values) == ["{{ zo getypt }}"]
        assert by_policygen(word("{{ v }}"), values) == ["{_{ zo getypt }_}"]

    def it_prints_a_footnote_once_in_a_document_of_two_sections(self):
        template = word(note(), section_end(), "tweede deel", footnote="{{ v }}")
        values = {"v": "{{ 7*7 }}"}
        assert by_docxtpl(template, values)[-1] == "[voetnoot] 49"  # filled once per section: a value was evaluated
        assert by_policygen(template, values)[-1] == "[voetnoot] {{ 7*7 }}"

    def it_names_a_control_character_instead_of_dropping_it(self):
        from policygen.errors import TemplateError

        assert by_docxtpl(word("{{ v }}"), {"v": "a\x0bb"}) == ["ab"]
        with pytest.raises(TemplateError, match=r"het teken U\+000B kan niet in een Word-document"):
            compile_template(word("{{ v }}")).fill({"v": "a\x0bb"})

    def it_keeps_a_cell_and_a_table_whole_when_a_loop_leaves_nothing(self):
        cell = table(["a", p("{%p if onwaar %}") + p("weg") + p("{%p endif %}")])
        empty = table(["{%tr for r in niets %}"], ["{{ r }}"], ["{%tr endfor %}"])
        for block, left in ((cell, ["| a |  |"]), (empty, [])):
            document = DocxTemplate(io.BytesIO(word(block)))
            document.render(VALUES)
            stream = io.BytesIO()
            document.save(stream)
            assert rules.broken(stream.getvalue()) != []
            assert by_policygen(word(block), VALUES) == left

    def it_keeps_bookmarks_in_a_loop_unique(self):
        mark = '<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:t>{{ w }}</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
        template = word("{%p for w in woorden %}", mark, "{%p endfor %}")
        document = DocxTemplate(io.BytesIO(template))
        document.render(VALUES)
        stream = io.BytesIO()
        document.save(stream)
        assert any("bladwijzer komt vaker voor" in fault for fault in rules.broken(stream.getvalue()))
        assert by_policygen(template, VALUES) == ["c", "a", "b"]
