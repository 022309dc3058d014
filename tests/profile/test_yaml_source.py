from __future__ import annotations

import json
import os
import random
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from policygen import yaml_source
from policygen.errors import ProfileError
from policygen.yaml_source import fast, messages
from policygen.yaml_source.composer import compose

CONTROL = [chr(code) for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r\x85"]
LEGAL = st.characters(exclude_categories=["Cs"], exclude_characters=[*CONTROL, "\ufffe", "\uffff"])
SCALARS = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=8)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALARS, inner, max_size=4),
    max_leaves=20,
)


def quoted(text: str) -> str:
    """Text between double quotation marks, with escapes only where YAML needs them."""
    return '"' + re.sub(r'[\\"\t\r\n]', lambda match: json.dumps(match.group())[1:-1], text) + '"'


def refused(path: Path, data: bytes | str) -> list[str]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(ProfileError) as caught:
        yaml_source.load(path)
    return [str(problem).replace(str(path), "p") for problem in caught.value.problems]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "p.yaml"


class DescribeScalars:
    @pytest.mark.parametrize(
        "typed",
        [
            "1.10",
            "no",
            "ja",
            "14:30",
            "0123456",
            "000 000 00 01",
            "2026-02-30",
            "1e3",
            "0x1F",
            "3_500",
            ".inf",
            "=",
            "+31 6",
        ],
    )
    def it_keeps_what_was_typed(self, path: Path, typed: str) -> None:
        path.write_text(f"a: {typed}\nb: [{typed}]\n", encoding="utf-8")
        assert yaml_source.load(path).data == {"a": typed, "b": [typed]}

    @pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL", "# niets"])
    def it_leaves_out_a_key_without_a_value(self, path: Path, typed: str) -> None:
        path.write_text(f"a: {typed}\nb: c\n", encoding="utf-8")
        assert yaml_source.load(path).data == {"b": "c"}

    @pytest.mark.parametrize("typed", ['""', "''", '"  "', "'\u00a0'", '"\\t\\n"', "|\n    \n", '"\u2028"'])
    def it_leaves_out_a_text_without_a_character(self, path: Path, typed: str) -> None:
        path.write_text(f"a: {typed}\nb: c\nd: 'null'\n", encoding="utf-8")
        assert yaml_source.load(path).data == {"b": "c", "d": "null"}

    @pytest.mark.parametrize("typed", ['" x  y "', "' x  y\u00a0'", '"\\tx  y\\n"', "|\n\n  x  y\n\n", '" x  y\u2028"'])
    def it_takes_white_space_off_both_ends(self, path: Path, typed: str) -> None:
        path.write_text(f"a: {typed}\nb:\n- {typed}\n", encoding="utf-8")
        assert yaml_source.load(path).data == {"a": "x  y", "b": ["x  y"]}

    def it_keeps_white_space_within(self, path: Path) -> None:
        path.write_text("a: |\n  een\n    twee\n\n  drie\u00a0vier\n\n", encoding="utf-8")
        assert yaml_source.load(path).data == {"a": "een\n  twee\n\ndrie\u00a0vier"}

    def it_leaves_out_a_section_or_list_that_nobody_filled_in_but_keeps_an_empty_one(self, path: Path) -> None:
        path.write_text("a:\n  b:\n  c:\n    - \nd: []\ne: {}\nf: [x, ~]\n", encoding="utf-8")
        assert yaml_source.load(path).data == {"d": [], "e": {}, "f": ["x"]}

    @given(st.text(LEGAL, max_size=60))
    def it_keeps_any_text_that_a_document_can_hold(self, tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
        file = tmp_path_factory.getbasetemp() / "any.yaml"
        file.write_bytes(f"a: {quoted(text)}\nb: [{quoted(text)}, {{c: {quoted(text)}}}]\n".encode())
        kept = text.strip()
        assert yaml_source.load(file).data == ({"a": kept, "b": [kept, {"c": kept}]} if kept else {})

    @given(st.dictionaries(SCALARS, DATA, min_size=1, max_size=4))
    def it_reads_the_same_on_the_hot_path_and_the_thorough_one(self, data: dict[str, object]) -> None:
        text = json.dumps(data, ensure_ascii=False)
        assert fast.construct(text) == data == compose("p", text).data

    def it_reads_with_a_byte_order_mark_and_with_windows_line_ends(self, path: Path) -> None:
        path.write_bytes("\ufefforganisatie:\r\n  naam: Zorg\r\n  plaats: ''\r\n".encode())
        assert yaml_source.load(path).data == {"organisatie": {"naam": "Zorg"}}


class DescribePositions:
    def it_finds_keys_values_items_and_the_nearest_parent(self, path: Path) -> None:
        path.write_text("a:\n  - b: x\n    cc: [p, q]\n", encoding="utf-8")
        document = yaml_source.load(path)
        assert document.position(("a", 0, "cc")) == (3, 9)
        assert document.position(("a", 0, "cc"), key=True) == (3, 5)
        assert document.position(("a", 0, "cc", 1)) == (3, 13)
        assert document.position(("a", 0, "weg")) == (2, 5)
        assert document.position(("a", "weg", "nog verder")) == (1, 1)
        assert document.position(()) == (1, 1)

    def it_is_not_moved_by_a_line_separator_in_a_text(self, path: Path) -> None:
        path.write_bytes('a: "x\u2028y\u2029z\x85."\nb: c\n'.encode())
        document = yaml_source.load(path)
        assert document.data["a"] == "x\u2028y\u2029z\x85."
        assert document.position(("b",)) == (2, 4)


def it_takes_signs_of_yaml_inside_a_text_for_text(path: Path) -> None:
    path.write_text('a: "b\n  en &c of !d"\nb: [e &f, "&g"]\n# &h\n', encoding="utf-8")
    assert yaml_source.load(path).data == {"a": "b en &c of !d", "b": ["e &f", "&g"]}


class DescribeRefusals:
    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", "p:1:1: bestand is leeg. Maak een profiel met: policygen new"),
            (
                b"naam: caf\xe9\n",
                "p:1:10: bestand is geen UTF-8. Het bestand lijkt bewaard als Windows-1252 (ANSI), met hier 'é'.",
            ),
            (b"naam: caf\xe9", "p:1:10: bestand is geen UTF-8. Het bestand lijkt bewaard als Windows-1252 (ANSI)"),
            ("naam: \xe9".encode()[:-1], "p:1:7: bestand is afgekapt, midden in een teken. Het is niet volledig"),
            ("naam: \u20ac".encode()[:-1], "p:1:7: bestand is afgekapt, midden in een teken."),
            ("\xeb: \U0001f642".encode()[:-3], "p:1:4: bestand is afgekapt, midden in een teken."),
            (
                "naam: x\n".encode("utf-16"),
                "p:1:1: bestand staat in UTF-16 en niet in UTF-8. Bewaar het bestand als UTF-8",
            ),
            ("naam: x\n".encode("utf-16-le"), "p:1:1: bestand staat in UTF-16 en niet in UTF-8."),
            ("naam: x\n".encode("utf-16-be"), "p:1:1: bestand staat in UTF-16 en niet in UTF-8."),
            (b"a: b\nc: \x00d\n", "p:2:4: teken U+0000 mag niet in een profiel."),
            (b"a: b\x07\n", "p:1:5: teken U+0007 mag niet in een profiel."),
            ("a: \ufffe\n".encode(), "p:1:4: teken U+FFFE mag niet in een profiel."),
            ("a: \x92\n".encode(), "p:1:4: teken U+0092 mag niet in een profiel."),
            (b"a: \xed\xa0\x80\n", "p:1:4: teken U+D800 is een half teken."),
            (b'a: "\\u0001"\n', "p:1:4: a: teken U+0001 mag niet in een profiel."),
            (b'a: "\\ufffe"\n', "p:1:4: a: teken U+FFFE mag niet in een profiel."),
            (b"PK\x03\x04xx", "p:1:1: dit is een Word-, Excel- of zipbestand en geen profiel."),
            (b"%PDF-1.7", "p:1:1: dit is een pdf en geen profiel."),
            (b"\n <!DOCTYPE html>", "p:1:1: dit is een webpagina of XML en geen profiel."),
            (b"x" * 5_000_001, "p: bestand is groter dan 5 MB."),
            (b"a: " + b"[" * 60 + b"]" * 60, "p:1:53: meer dan 50 niveaus diep."),
            (b"a: [" + b"b," * 100_001 + b"]", "p:1:199999: meer dan 100.000 waarden."),
            (b"a: &x [1]\nb: [*x, *x]\n", "p:1:4: a: anker &x kan hier niet."),
            (b"a: ! b\n", "p:1:4: a: een tekst mag niet beginnen met !."),
            (b"a:\n  ! b: c\n", "p:2:3: a.b: typeaanduiding ! kan hier niet."),
            (
                b"a: !!python/object:os.system {b: c}\n",
                "p:1:4: a: typeaanduiding !!python/object:os.system kan hier niet.",
            ),
            (b"? [a]\n: b\nc: d\n", "p:1:3: een sleutel moet een enkel woord zijn."),
        ],
    )
    def it_names_the_place_and_what_to_do(self, path: Path, data: bytes, message: str) -> None:
        assert refused(path, data)[0].startswith(message)

    def it_tells_of_a_file_that_is_not_there_and_of_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(ProfileError, match=r"bestand niet gevonden\. Controleer de naam en de map\."):
            yaml_source.load(tmp_path / "geen.yaml")
        with pytest.raises(ProfileError, match="dit is een map en geen bestand"):
            yaml_source.load(tmp_path)

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes and devices with a path")
    def it_does_not_wait_for_a_pipe_or_a_device(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pijp")  # type: ignore[attr-defined,unused-ignore]
        for path in (tmp_path / "pijp", Path("/dev/zero")):
            with pytest.raises(ProfileError, match=r"dit is geen gewoon bestand\. Geef het profiel zelf op"):
                yaml_source.load(path)

    @pytest.mark.parametrize(
        ("text", "messages"),
        [
            (
                "a:\n\u00a0\u00a0b: c\n \u00a0d: e\n",
                [
                    (
                        "p:2:1: de regel begint met een vaste spatie en niet met gewone spaties, "
                        "hier en op nog 1 regel. Zo'n spatie komt mee uit Word of een webpagina. "
                        "Typ gewone spaties, twee per niveau."
                    )
                ],
            ),
            ("a:\u00a0b\n", ["p:1:3: hier staat een vaste spatie. Vervang die door een gewone spatie."]),
            ("a:\n  -\u00a0b\n", ["p:2:4: hier staat een vaste spatie. Vervang die door een gewone spatie."]),
        ],
    )
    def it_knows_a_no_break_space_where_a_space_belongs(self, path: Path, text: str, messages: list[str]) -> None:
        assert refused(path, text) == messages

    def it_does_not_mind_a_no_break_space_in_a_text_or_where_nothing_stands(self, path: Path) -> None:
        text = "a: let op:\u00a0b\n\u00a0\nb: |\n  \u00a0c:\u00a0d\n  e\n\u00a0# uitleg\n"
        path.write_text(text, encoding="utf-8")
        document = yaml_source.load(path)
        assert document.data == {"a": "let op:\u00a0b", "b": "c:\u00a0d\ne"}
        assert document.problems == ()

    def it_shows_the_beginning_of_what_is_long(self, path: Path) -> None:
        long = "x" * 20_000
        for text in (f"a: &{long} [b]\n", f"a: !{long} {{}}\n", f"a: *{long}\n", f"a: b #{long}\n", f"a:{long}\n"):
            path.write_text(text, encoding="utf-8")
            assert max(len(str(problem)) for problem in yaml_source.read(path).problems) < 400

    @pytest.mark.parametrize("text", ["a: b\na: c\n", "a:\na: c\n", "a: b\na:\n", "a:\na: ~\n", "a: b\na: [c]\n"])
    def it_names_both_lines_of_a_key_that_stands_there_twice(self, path: Path, text: str) -> None:
        assert refused(path, text) == [
            "p:2:1: a: sleutel staat er twee keer. Dezelfde sleutel staat al op regel 1. Haal een van de twee weg."
        ]

    def it_stops_after_a_hundred_problems(self, path: Path) -> None:
        assert len(refused(path, "a: &b {c: d}\n" + "".join(f"a{n}: &b{n} {{c: d}}\n" for n in range(500)))) == 100

    def it_ends_on_text_made_to_be_slow(self, path: Path) -> None:
        slow = {
            "quotes": 'a: "' + "\n" * 300_000 + "'",
            "nested": "".join(" " * n + "a: {\n" for n in range(950)),
            "commas": "a: '" + "x, {" * 100_000,
            "bomb": "a: &a [x,x]\n" + "".join(f"b{n}: &b{n} [*a,*a]\n" for n in range(20_000)),
        }
        for text in slow.values():
            assert refused(path, text)

    @given(st.text(st.sampled_from("ab:'\"#[]{}&*!|>%@`-,?\\ \t\n"), max_size=40))
    def it_always_answers_with_data_or_with_problems_in_dutch(
        self, tmp_path_factory: pytest.TempPathFactory, text: str
    ) -> None:
        file = tmp_path_factory.getbasetemp() / "noise.yaml"
        file.write_bytes(text.encode())
        try:
            assert isinstance(yaml_source.load(file).data, dict)
        except ProfileError as error:
            assert error.problems
            for problem in error.problems:
                assert problem.line
                assert problem.column
                assert not re.search(r"\b(while|found|expected|did not|the)\b", problem.message + problem.hint)

    @given(st.text(st.sampled_from("ab: '\"#[]{}&*!@-,\n"), max_size=30))
    def it_accepts_nothing_that_the_parser_refuses(self, tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
        file = tmp_path_factory.getbasetemp() / "noise.yaml"
        file.write_bytes(text.encode())
        try:
            yaml_source.load(file)
        except ProfileError:
            return
        CParser(text).raw_parse()


class DescribeMessagesOfTheParser:
    def it_has_dutch_for_what_it_does_not_know(self) -> None:
        message, hint, line, column = messages.translate(yaml.YAMLError())
        assert (message, line, column) == ("dit is geen geldige YAML", 1, 1)
        assert hint.startswith("Kijk op deze regel")


class DescribeAHashAfterAValue:
    @pytest.mark.parametrize("typed", ['"Zorg"', "'Zorg'", "[Zorg]", "{b: Zorg}"])
    def it_is_a_comment_with_a_space_after_it_and_else_a_mistake(self, path: Path, typed: str) -> None:
        for comment in ("#", "# samen"):
            path.write_text(f"a: {typed}{comment}\nc: Zorg #samen\n", encoding="utf-8")  # which is looked at closely
            assert [problem.line for problem in yaml_source.load(path).problems] == [2]
        assert refused(path, f"a: {typed}#samen\n") != []


class DescribeWarnings:
    def it_warns_of_a_comment_that_may_be_text(self, path: Path) -> None:
        path.write_text("a: Zorg #samen\n", encoding="utf-8")
        (problem,) = yaml_source.load(path).problems
        assert str(problem).replace(str(path), "p") == (
            "let op: p:1:4: a: alles vanaf #samen telt als toelichting. Hoort het bij de tekst? "
            'Zet er aanhalingstekens om: "Zorg #samen". Anders: zet een spatie na #.'
        )

    @pytest.mark.parametrize("empty", ['""', "' '", '"\u00a0"'])
    def it_warns_of_an_empty_item_and_drops_it(self, path: Path, empty: str) -> None:
        path.write_text(f"a: [x, {empty}, y]\nb:\n  - {empty}\nc: [~]\nd:\n  -\n", encoding="utf-8")
        document = yaml_source.load(path)
        assert document.data == {"a": ["x", "y"]}
        assert [str(problem).replace(str(path), "p") for problem in document.problems] == [
            "let op: p:1:8: a: leeg onderdeel van een lijst telt niet mee. Vul het in of haal het weg.",
            "let op: p:3:5: b: leeg onderdeel van een lijst telt niet mee. Vul het in of haal het weg.",
        ]
        assert document.position(("a", 1)) == (1, 11 + len(empty) - 1)

    def it_does_not_mind_a_comment_with_a_space_or_a_commented_line(self, path: Path) -> None:
        path.write_text("a: Zorg # samen\n#b: c\n  # d: e\nf:  # uitleg\n  g: h\n", encoding="utf-8")
        assert yaml_source.load(path).problems == ()


PLAIN = [
    "x",
    "x y",
    "'q'",
    '"d"',
    "'it''s'",
    "~",
    "",
    "a#b",
    "a:b",
    "http://x.nl",
    "x # uitleg",
    "-1",
    "a, b",
    "3:4",
    "é",
]
NESTED = ["[a, b]", "{a: b, c: 'd'}", "[]", "{}", "[a, [b, {c: d}]]", "[x # c\n {i}, y]", "{a: ,b: c}", "[a,\n  {i}b]"]
LONG = [
    "|\n  {i}  tekst: x\n  {i}  'y",
    "'meer\n  {i}  regels'",
    '"meer\n  {i} x"',
    "x\n  {i}  verder",
    ">-\n {i} @x\n",
]


def block(chance: random.Random, depth: int = 0) -> list[str]:
    """A block mapping of everyday YAML in which nothing is wrong."""
    indent, lines = "  " * depth, []
    for key in chance.sample(["a", "bb", "naam"], chance.randint(1, 3)):
        kind = chance.random()
        if kind < 0.6:
            lines.append(f"{indent}{key}: {chance.choice(PLAIN + NESTED + LONG).replace('{i}', indent)}")
        elif kind < 0.8 and depth < 3:
            lines += [f"{indent}{key}:", *block(chance, depth + 1)]
        else:
            lines += [f"{indent}{key}:", *(f"{indent}  - {chance.choice(PLAIN)}" for _ in range(chance.randint(1, 3)))]
        lines += chance.choice([[], [""], ["# uitleg"], ["  # x: @y"]])
    return lines


class DescribeThoroughPass:
    @pytest.mark.parametrize("seed", range(20))
    def it_finds_nothing_in_text_that_is_right_and_reads_the_same(self, seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(50):
            text = "\n".join(["zeker: ja", *block(chance)]) + "\n"
            composed = compose("p", text)
            assert composed.problems == (), text
            try:
                assert composed.data == fast.construct(text), text
            except fast.Unusual:
                assert "'meer" in text, text
