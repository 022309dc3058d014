# ruff: noqa: E501 - a message is one line
"""Contract: the rows about tags. Each refusal names file, place, tag and remedy; all at once; nothing is written.

Each holds for `templates check`, `fill` and `generate --sjablonen`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from policygen import compile_template, generate_documents, profile, resources
from policygen.errors import TemplateError
from policygen.fill import names
from policygen.ooxml import rules
from policygen.ooxml.package import member, pack, read
from policygen.ooxml.text import lines
from policygen.sources import Sources
from tests.context.bodies import TODAY
from tests.support.word import commented, note, p, runs, table, word, xml

DATA = Path(__file__).parents[1] / "data"
WAYS = {
    "templates check": ("templates", "check", "eigen/visie.docx"),
    "fill": ("fill", "eigen/visie.docx", "p.yaml", "-o", "uit/visie.docx"),
    "generate": ("generate", "p.yaml", "--sjablonen", "eigen", "-d", "visie", "-o", "uit"),
}


def changed(kind: str, text: str) -> str:
    """A run that somebody added or removed while Word kept track."""
    run = runs(text).replace("w:t", "w:delText") if kind == "del" else runs(text)
    return f'<w:{kind} w:id="9" w:author="x">{run}</w:{kind}>'


def field(code: str) -> str:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"<w:p>{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{end}</w:p>"


ACCEPT = "Accepteer of weiger de wijziging in Word (Controleren) en sla het sjabloon opnieuw op."
HEIGHT = "Begin en einde horen in dezelfde alinea, of gebruik {%p … %} en {%tr … %} voor allebei."
ROWS: dict[str, tuple[bytes, list[str]]] = {
    "undefined name": (
        word("Beste,", "{{ organsatie.naam }}"),
        [
            "alinea 2 \"{{ organsatie.naam }}\": {{ organsatie.naam }}: onbekende naam 'organsatie'. Bedoelt u 'organisatie'?"
        ],
    ),
    "misspelt attribute": (
        word(p("Wie we zijn", "Kop1"), "De {{ organisatie.nam }}"),
        [
            "kop \"Wie we zijn\", alinea 2 \"De {{ organisatie.nam }}\": {{ organisatie.nam }}: onbekende naam 'nam'. Bedoelt u 'naam'?"
        ],
    ),
    "misspelt attribute in a loop of the letter": (
        word("{%p for x in leeswijzer.stappen %}", "{{ x.tekt }}", "{%p endfor %}"),
        ["alinea 2 \"{{ x.tekt }}\": {{ x.tekt }}: onbekende naam 'tekt'. Bedoelt u 'tekst'?"],
    ),
    "None where text is meant": (
        word("{{ none }}"),
        ['alinea 1 "{{ none }}": {{ none }}: er is geen waarde'],
    ),
    "syntax error": (
        word("{{ organisatie.naam|upper( }}"),
        [
            'alinea 1 "{{ organisatie.naam|upper( }}": {{ organisatie.naam|upper( }}: dit is geen geldige tag. Kijk naar haakjes, aanhalingstekens en komma\'s'
        ],
    ),
    "unknown filter": (
        word("x", table(["a", "{{ organisatie.naam|x }}"])),
        [
            "alinea 3 \"{{ organisatie.naam|x }}\" (tabel 1, rij 1, cel 2): {{ organisatie.naam|x }}: onbekend filter 'x'"
        ],
    ),
    "unclosed loop": (
        word("{%p for rol in rollen %}", "{{ rol.naam }}"),
        [
            f"alinea 1 \"{{%p for rol in rollen %}}\": {{%p for rol in rollen %}}: 'for' is niet gesloten met 'endfor' op dezelfde hoogte. {HEIGHT}"
        ],
    ),
    "tag over two paragraphs": (
        word("{{ organisatie", ".naam }}"),
        [
            'alinea 1 "{{ organisatie": {{ organisatie: de tag is niet gesloten in dezelfde alinea. Sluit hem met }}, of kijk of een aanhalingsteken ontbreekt.',
            'alinea 2 ".naam }}": }}: dit sluit een tag die nergens begint',
        ],
    ),
    "tracked addition inside a tag": (
        word(f"<w:p>{runs('{{ organi')}{changed('ins', 'satie')}{runs('.naam }}')}</w:p>"),
        [
            f'alinea 1 "{{{{ organisatie.naam }}}}": {{{{ organisatie.naam }}}}: in deze tag zit een bijgehouden wijziging. {ACCEPT}'
        ],
    ),
    "tracked removal inside a tag": (
        word(f"<w:p>{runs('{{ organisatie')}{changed('del', 'xx')}{runs('.naam }}')}</w:p>"),
        [
            f'alinea 1 "{{{{ organisatie.naam }}}}": {{{{ organisatie.naam }}}}: in deze tag zit een bijgehouden wijziging. {ACCEPT}'
        ],
    ),
    "tracked addition at the end of a tag": (
        word(f"<w:p>{runs('{{ organisatie.naam }')}{changed('ins', '}')}</w:p>"),
        [
            f'alinea 1 "{{{{ organisatie.naam }}}}": {{{{ organisatie.naam }}}}: in deze tag zit een bijgehouden wijziging. {ACCEPT}'
        ],
    ),
    "a tag that was removed": (
        word(f"<w:p>{runs('tekst')}{changed('del', '{{ organisatie.naam }}')}</w:p>"),
        [
            f"word/document.xml: {{{{ organisatie.naam }}}}: deze tag staat in tekst die met Wijzigingen bijhouden is verwijderd. {ACCEPT}"
        ],
    ),
    "text beside {%p %}": (
        word("Kijk: {%p if rollen %}", "{%p endif %}"),
        [
            'alinea 1 "Kijk: {%p if rollen %}": {%p if rollen %}: naast deze tag staat tekst in dezelfde alinea. De hele alinea verdwijnt: geef de tekst een eigen alinea.',
            f"alinea 2 \"{{%p endif %}}\": {{%p endif %}}: 'endif' sluit niets dat op dezelfde hoogte begon. {HEIGHT}",
        ],
    ),
    "two {%p %} in one paragraph": (
        word("{%p if rollen %}{%p endif %}"),
        [
            'alinea 1 "{%p if rollen %}{%p endif %}": {%p if rollen %}: er staat nog een tag in deze alinea. Geef elke tag zijn eigen alinea.'
        ],
    ),
    "literal {{": (
        word("Zo schrijft u {{ in Word"),
        [
            'alinea 1 "Zo schrijft u {{ in Word": {{ in Word: de tag is niet gesloten in dezelfde alinea. Sluit hem met }}, of kijk of een aanhalingsteken ontbreekt.'
        ],
    ),
    "a tag in a field": (
        word(field(" REF {{ organisatie.naam }} ")),
        [
            "word/document.xml: {{ organisatie.naam }}: deze tag staat in een veldcode. Zet de tag in de gewone tekst; een veldcode kan niet worden ingevuld."
        ],
    ),
    "a name that reaches for code": (
        word("{{ cycler.__init__.__globals__ }}"),
        [
            'alinea 1 "{{ cycler.__init__.__globals__ }}": {{ cycler.__init__.__globals__ }}: een naam begint niet met een laag streepje',
            'alinea 1 "{{ cycler.__init__.__globals__ }}": {{ cycler.__init__.__globals__ }}: een naam begint niet met een laag streepje',
            "alinea 1 \"{{ cycler.__init__.__globals__ }}\": {{ cycler.__init__.__globals__ }}: onbekende naam 'cycler'",
        ],
    ),
    "a bookmark that a condition cuts": (
        word(
            '<w:p><w:bookmarkStart w:id="1" w:name="plek"/><w:r><w:t>van</w:t></w:r></w:p>',
            *("{%p if rollen %}", '<w:p><w:bookmarkEnd w:id="1"/></w:p>', "{%p endif %}"),
        ),
        [
            "de bladwijzer 'plek' begint in een lus of voorwaarde en eindigt erbuiten, of andersom. Haal hem in Word weg (Invoegen, Bladwijzer), of laat begin en einde binnen dezelfde tags vallen."
        ],
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("row", ROWS)
def it_is_refused_with_its_place_and_nothing_is_written(row, way, command):
    docx, messages = ROWS[row]
    Path("eigen").mkdir()
    Path("eigen/visie.docx").write_bytes(docx)
    shutil.copy(DATA / "minimaal.yaml", "p.yaml")
    assert command(*WAYS[way]) == (4, [f"visie.docx: {message}" for message in messages])
    assert not Path("uit").exists()


@pytest.mark.parametrize("way", WAYS)
def it_names_every_problem_of_a_file_in_one_run(way, command):
    Path("eigen").mkdir()
    Path("eigen/visie.docx").write_bytes(
        word("{{ a|x }}", "{{ b", table(["{%tr for r in rollen %}"], ["{{ r }}"]), "{{ organisatie.__class__ }}")
    )
    shutil.copy(DATA / "minimaal.yaml", "p.yaml")
    code, said = command(*WAYS[way])
    assert code == 4
    assert [line.split('"')[0] for line in said] == [
        "visie.docx: alinea 2 ",
        "visie.docx: alinea 3 ",
        "visie.docx: alinea 1 ",
        "visie.docx: alinea 5 ",
    ]


SOMEWHERE = "deze tag staat op een plek die niet kan worden ingevuld"


class DescribeALeftover:
    """A tag that is not filled would be read by whoever gets the document."""

    @pytest.mark.parametrize(
        ("docx", "place"),
        [
            (
                word(commented("tekst"), comment="zet hier {{ x }}"),
                "word/comments.xml: {{ x }}: deze tag staat in een opmerking",
            ),
            (
                word(
                    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
                    'wordprocessingDrawing"><wp:docPr id="3" name="foto" descr="{{ x }}"/></wp:inline></w:drawing></w:r></w:p>'
                ),
                "word/document.xml: {{ x }}: deze tag staat in een alternatieve tekst",
            ),
            (
                word('<w:p><w:hyperlink w:anchor="a" w:tooltip="{% x %}"/></w:p>'),
                f"word/document.xml: {{% x %}}: {SOMEWHERE}",
            ),
            (word("<w:r><w:t>{{ x }}</w:t></w:r>"), f"word/document.xml: {{{{ x }}}}: {SOMEWHERE}"),
            (word("<w:ins><w:r><w:t>{{ x }}</w:t></w:r></w:ins>"), f"word/document.xml: {{{{ x }}}}: {SOMEWHERE}"),
            (
                word("x", styles={"Normal": "Normal", "{{ x }}": "X"}),
                f"word/styles.xml: {{{{ x }}}}: {SOMEWHERE}",
            ),
        ],
    )
    def it_is_named_with_its_part(self, docx, place):
        with pytest.raises(TemplateError) as caught:
            compile_template(docx)
        assert place in str(caught.value)

    @pytest.mark.parametrize(
        ("part", "old", "new", "message"),
        [
            (
                "word/_rels/document.xml.rels",
                "</Relationships>",
                (
                    '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
                    'Target="https://x.example/%7B%7B%20naam%20%7D%7D" TargetMode="External"/></Relationships>'
                ),
                "{{ naam }}: deze tag staat in het adres van een koppeling. Zet de tag in de gewone tekst.",
            ),
            (
                "word/styles.xml",
                "</w:styles>",
                "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:styles>",
                f"{{{{ x }}}}: {SOMEWHERE}",
            ),
            ("docProps/core.xml", "<dc:title>", '<dc:title xml:lang="{{ x }}">{', f"{{{{ x }}}}: {SOMEWHERE}"),
        ],
    )
    def it_is_named_in_every_other_part(self, part, old, new, message):
        parts = read(word("x"))
        assert old.encode() in parts[part]
        parts[part] = parts[part].replace(old.encode(), new.encode())
        with pytest.raises(TemplateError) as caught:
            compile_template(pack(member(name, data) for name, data in parts.items()))
        assert str(caught.value).startswith(f"sjabloon.docx: {part}: {message}")

    def it_is_no_leftover_when_a_value_brings_it_or_it_was_written_for_show(self):
        made = compile_template(word("{{ x }} en {_{ y }_} {_% if %_}")).fill({"x": "{{ 7*7 }}"})
        assert lines(made) == ["{{ 7*7 }} en {{ y }} {% if %}"]
        assert rules.broken(made) == []


@pytest.mark.parametrize(
    "xml_of_tag",
    [
        changed("ins", "{{ x }}"),
        changed("ins", "a") + runs("{{ x }}") + changed("ins", "b"),
        changed("del", "weg") + runs("{{ x }}") + changed("del", "weg"),
    ],
)
def it_fills_a_tag_that_is_all_of_one_piece(xml_of_tag):
    made = compile_template(word(f"<w:p>{xml_of_tag}</w:p>")).fill({"x": "ja"})
    assert "ja" in lines(made)[0]
    assert rules.broken(made) == []


class DescribeAnEmptiedPlace:
    """A loop over nothing or a false condition gives a valid document."""

    @pytest.mark.parametrize(
        ("blocks", "said"),
        [
            ((table(["a", p("{%p if x %}") + p("weg") + p("{%p endif %}")]),), ["| a |  |"]),
            ((table(["{%tr for y in x %}"], ["{{ y }}"], ["{%tr endfor %}"]), "na"), ["na"]),
            ((table(["{%tc for y in x %}", "{{ y }}", "{%tc endfor %}"]), "na"), ["na"]),
            ((table(["{%tc for y in x %}", "{{ y }}", "{%tc endfor %}"], ["a", "b", "c"]),), ["| a | b | c |"]),
            ((table(["{#tr alleen voor wie het sjabloon leest #}"], ["a"]),), ["| a |"]),
            ((table(["{#tr alles #}"]), "na"), ["na"]),
            ((table(["a", "{#p leeg #}"]),), ["| a |  |"]),
            (("{%p if x %}", "weg", "{%p endif %}"), []),
            (("{% if x %}weg{% endif %}", "na"), ["na"]),
        ],
    )
    def it_keeps_the_document_whole(self, blocks, said):
        for header in ("", "{%p if x %}"):
            made = compile_template(word(*blocks)).fill({"x": []})
            assert lines(made) == said, header
            assert rules.broken(made) == []

    def it_leaves_out_the_note_of_a_paragraph_that_is_left_out(self):
        template = compile_template(word("{%p if x %}", note(), "{%p endif %}", "na", footnote="noot {{ y }}"))
        assert "noot " in xml(template.fill({"x": 1, "y": 1}), "word/footnotes.xml")
        without = template.fill({"x": 0, "y": 1})
        assert "noot " not in xml(without, "word/footnotes.xml")
        assert 'w:type="separator"' in xml(without, "word/footnotes.xml")

    def it_leaves_out_the_comment_on_a_paragraph_that_is_left_out(self):
        template = compile_template(word("{%p if x %}", commented("tekst"), "{%p endif %}", "na", comment="let op"))
        assert "let op" in xml(template.fill({"x": 1}), "word/comments.xml")
        assert "let op" not in xml(template.fill({"x": 0}), "word/comments.xml")


class DescribeIds:
    """Ids that a loop repeats, or that frame and body share, are counted again."""

    @staticmethod
    def marked(name: str, number: int, text: str) -> str:
        return (
            f'<w:p><w:bookmarkStart w:id="{number}" w:name="{name}"/><w:r><w:t>{text}</w:t></w:r>'
            f'<w:bookmarkEnd w:id="{number}"/></w:p>'
        )

    def it_counts_those_of_a_loop(self):
        made = compile_template(word("{%p for x in a %}", self.marked("plek", 1, "{{ x }}"), "{%p endfor %}"))
        assert rules.broken(made.fill({"a": "abc"})) == []

    @pytest.mark.parametrize(
        "blocks",
        [
            (marked("plek", 1, "een"), marked("plek", 2, "twee")),
            (marked("een", 1, "een"), marked("twee", 1, "twee")),
            (marked("plek", 1, "een"), marked("plek_2", 2, "twee"), marked("PLEK", 3, "drie")),
            ('<w:p><w:ins w:id="1" w:author="x"/><w:ins w:id="1" w:author="x"/></w:p>',),
        ],
    )
    def it_counts_those_that_a_template_has_twice(self, blocks):
        made = compile_template(word(*blocks)).fill({})
        assert rules.broken(made) == []
        assert xml(made).count('w:id="1"') in {1, 2}

    def it_keeps_a_bookmark_around_whole_blocks(self):
        blocks = ("{%p if x %}", "a", "{%p endif %}")
        begin, end = '<w:p><w:bookmarkStart w:id="1" w:name="deel"/></w:p>', '<w:p><w:bookmarkEnd w:id="1"/></w:p>'
        for x in (0, 1):
            made = compile_template(word(begin, *blocks, end)).fill({"x": x})
            assert 'w:name="deel"' in xml(made)
            assert rules.broken(made) == []

    @pytest.mark.parametrize("tag", ["{%p if x %}", "{%p endif %}"])
    def it_keeps_an_end_that_stands_in_the_paragraph_of_a_tag(self, tag):
        end = '<w:bookmarkEnd w:id="1"/>'
        blocks = [f"<w:p>{runs(one)}{end if one == tag else ''}</w:p>" for one in ("{%p if x %}", "{%p endif %}")]
        start = '<w:p><w:bookmarkStart w:id="1" w:name="deel"/></w:p>'
        made = compile_template(word(start, blocks[0], "a", blocks[1])).fill({"x": 0})
        assert 'w:name="deel"' in xml(made)
        assert rules.broken(made) == []

    @pytest.mark.parametrize("outside", [True, False])
    def it_drops_a_bookmark_of_word_itself_that_a_condition_cuts(self, outside):
        begin = '<w:p><w:bookmarkStart w:id="1" w:name="_Hlk123"/></w:p>'
        blocks = (begin, "{%p if x %}") if outside else ("{%p if x %}", begin, "{%p else %}")
        made = compile_template(word(*blocks, '<w:p><w:bookmarkEnd w:id="1"/></w:p>', "{%p endif %}")).fill({"x": 0})
        assert "bookmark" not in xml(made)
        assert rules.broken(made) == []

    @pytest.mark.parametrize("x", [0, 1])
    @pytest.mark.parametrize(
        "blocks",
        [
            (
                '<w:p><w:commentRangeStart w:id="0"/></w:p>',
                "{%p if x %}",
                '<w:p><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
                "{%p endif %}",
            ),
            ('<w:p><w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',),
        ],
    )
    def it_drops_a_comment_that_a_condition_cuts_or_that_is_not_whole(self, blocks, x):
        made = compile_template(word(*blocks, comment="let op")).fill({"x": x})
        assert "comment" not in xml(made)
        assert "let op" not in xml(made, "word/comments.xml")
        assert rules.broken(made) == []


class DescribeTheNamesThatAreListed:
    def it_offers_each_to_the_template_of_every_document(self, tmp_path):
        shutil.copy(resources.example(), tmp_path / "p.yaml")
        told = [one.name for one in names(TODAY) if not one.loop]
        assert {"leeswijzer", "zelfscan", "organisatie"} <= {name.partition(".")[0] for name in told}
        (tmp_path / "visie.docx").write_bytes(word(*(f"{{{{ {name} }}}}" for name in told)))
        done = generate_documents(
            profile.load(tmp_path / "p.yaml"),
            tmp_path / "uit",
            today=TODAY,
            documents=["visie"],
            sources=Sources(templates=tmp_path),
        )
        assert [one.status for one in done] == ["nieuw"]
