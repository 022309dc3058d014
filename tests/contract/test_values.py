"""Contract: every value comes out as typed, wherever its tag stands, and is never read as markup or as a tag.

Documented rules: CRLF and a lone CR are one break, a blank line begins a paragraph, and a property is one line, in
which white space with a break or a tab in it is one space. White space at both ends of a value of a profile goes.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from policygen import compile_template, profile
from policygen.fill import fill_template
from policygen.generate import _as_text_file
from policygen.ooxml import rules
from policygen.ooxml.names import DOCUMENT, XML, qn
from policygen.ooxml.package import read
from tests.context.bodies import TODAY
from tests.support.word import note, p, table, word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element as Element

TAG: Final = "voor: {{ waarde }}!"
EVERYWHERE = word(
    TAG,
    table([TAG]),
    table(["{%tr for r in rijen %}"], ["voor: {{ r.waarde }}!"], ["{%tr endfor %}"]),
    note(),
    header=TAG,
    footer=TAG,
    footnote=TAG,
    title=TAG,
)
FILL = compile_template(EVERYWHERE).fill

CONTROL = "".join(chr(code) for code in range(32) if chr(code) not in "\t\n\r")
LEGAL = st.text(st.characters(exclude_categories=("Cs",), exclude_characters=CONTROL + "\ufffe\uffff"), max_size=60)
# What XML, Jinja, YAML, Word and the engine itself read as something.
NASTY = (
    *("&", "<", ">", '"', "'", "]]>", "&amp;", "&#65;", "<!--", "<![CDATA[", "<w:p>", "</w:t></w:r></w:p>"),
    *("{{ 7*7 }}", "{% if 1 %}", "{%p endif %}", "{%tr endfor %}", "{# #}", "{_{", "}_}", "{_%", "%_}", "{{", "}}"),
    *("<?v1 7*7 ?>", "<?b1 endif ?>", "_pg_doc", "\ue000", "\ue001", "\ue0000\ue001", "\ue000kleur||\ue001", "¦"),
    *("\U000f0000", "\U000ffffd", "\U00100000", "\U0010fffd", "\ufdd0", "\ufeff", "\u2028", "\u2029", "\x85", "\x7f"),
    *("😀", "👩\u200d⚕️", "مرحبا", "\u202e", "\u200f", "\u200b", "\u00a0", "\u202f", "\u00ad", "e\u0301"),
    *(" ", "  ", "\t", "\n", "\r", "\r\n", "\n\n", "\r\n\r\n", "\n \t\n", "\n  ", " \n"),
    *("%s", "%", "\\", "\\n", "$&", "{naam}", "null", "~", "# ", ": ", "- ", "INVULLEN ", "a", "é"),
)
MADE = st.lists(st.sampled_from(NASTY), max_size=8).map("".join)
VALUES = st.one_of(LEGAL, MADE, st.lists(st.one_of(LEGAL, MADE), max_size=4).map("".join))


def in_text(value: str) -> str:
    """The value as a document shows it, with a blank line between paragraphs."""
    return re.sub(r"\n(?:[ \t]*\n)+", "\n\n", value.replace("\r\n", "\n").replace("\r", "\n"))


def on_one_line(value: str) -> str:
    return re.sub(r"[ \t\r\n]*[\t\r\n][ \t\r\n]*", " ", value)


def typed(paragraphs: Iterator[Element]) -> str:
    """What Word shows of paragraphs, to the letter."""
    return "\n\n".join(
        "".join(map(letters, paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:softHyphen"))))
        for paragraph in paragraphs
    )


def letters(node: Element) -> str:
    """What Word shows of one piece of a run."""
    if node.tag != qn("w:t"):
        return {qn("w:br"): "\n", qn("w:tab"): "\t", qn("w:softHyphen"): "\u00ad"}[node.tag]
    text = (node.text or "").replace("\u00ad", "-")  # the character itself is a hyphen to Word
    return text if node.get(f"{{{XML}}}space") == "preserve" else text.strip()


def places(docx: bytes) -> dict[str, str]:
    """What every place of a filled `EVERYWHERE` holds, to the letter."""
    parts = {name: etree.fromstring(data) for name, data in read(docx).items() if name.endswith(".xml")}
    body = parts[DOCUMENT][0]
    before = [node for node in body[: body.index(body.find(qn("w:tbl")))] if node.tag == qn("w:p")]
    cell, row = (one.find(f".//{qn('w:tc')}") for one in body.iterfind(qn("w:tbl")))
    return {
        "body": typed(iter(before)),
        "cell": typed(cell.iterfind(qn("w:p"))),
        "row of a loop": typed(row.iterfind(qn("w:p"))),
        "header": typed(parts["word/header1.xml"].iterfind(qn("w:p"))),
        "footer": typed(parts["word/footer1.xml"].iterfind(qn("w:p"))),
        "footnote": typed(parts["word/footnotes.xml"][-1].iterfind(qn("w:p"))),
        "property": parts["docProps/core.xml"].findtext(".//{*}title", ""),
    }


def changed(value: str) -> dict[str, str]:
    """The places in which a value came out otherwise than typed."""
    filled = FILL({"waarde": value, "rijen": [{"waarde": value}]})
    assert rules.broken(filled) == []
    shown, line = f"voor: {in_text(value)}!", f"voor: {on_one_line(value)}!"
    return {place: text for place, text in places(filled).items() if text != (line if place == "property" else shown)}


class DescribeAnyValue:
    @settings(max_examples=500)
    @given(VALUES)
    @example("Jansen & Zn <x>")
    @example("{{ 7*7 }} {% if x %} ]]>")
    def it_comes_out_as_typed_in_every_place(self, value: str) -> None:
        assert changed(value) == {}

    @pytest.mark.slow
    @settings(max_examples=10_000)
    @given(VALUES)
    def it_comes_out_as_typed_ten_thousand_times(self, value: str) -> None:
        assert changed(value) == {}

    @pytest.mark.parametrize("value", NASTY)
    def it_comes_out_as_typed_alone_and_between_letters(self, value: str) -> None:
        assert changed(value) == {}
        assert changed(f"a{value}b{value}") == {}

    def it_comes_out_whole_when_it_is_a_megabyte(self) -> None:
        lines = "".join(f"{number} een zin & nog een\t<{number}> 😀\r\n" for number in range(5000))
        long = lines + "\n\n" + "x" * 850_000 + "\n\nalinea" * 2000
        assert len(long) > 1_000_000
        assert changed(long) == {}


def it_has_the_line_ends_of_windows_in_a_text_file() -> None:
    assert _as_text_file("a\nb\r\nc\rd\u00a0\n\n") == "a\r\nb\r\nc\r\nd\u00a0\r\n\r\n".encode()


class DescribeAValueOfAProfile:
    TEMPLATE = word(
        "naam: {{ organisatie.naam }}!",
        p("plaats: {{ organisatie.plaats }}!"),
        header="doelgroep: {{ organisatie.doelgroep }}!",
        title="{{ organisatie.naam }}",
    )
    # What a document can hold and a profile does not take.
    LETTERS = LEGAL.map(lambda text: re.sub("[\x7f-\x84\x86-\x9f]", "", text))
    ANSWERS = (
        st.one_of(LETTERS, MADE.map(lambda text: text.replace("\x7f", "")))
        .map(str.strip)
        .filter(lambda text: text not in {"", "INVULLEN"})
    )

    @settings(max_examples=30)
    @given(ANSWERS, ANSWERS, ANSWERS)
    def it_comes_out_as_typed(
        self, tmp_path_factory: pytest.TempPathFactory, naam: str, plaats: str, doelgroep: str
    ) -> None:
        folder = tmp_path_factory.getbasetemp() / "profielwaarden"
        folder.mkdir(exist_ok=True)
        given_values = {"naam": naam, "plaats": plaats, "doelgroep": doelgroep, "land": "NL"}
        assert self.filled(folder, given_values) == [
            f"naam: {in_text(naam)}!\n\nplaats: {in_text(plaats)}!",
            f"doelgroep: {in_text(doelgroep)}!",
            on_one_line(naam),
        ]

    def it_comes_out_whole_when_it_is_a_megabyte(self, tmp_path: Path) -> None:
        plaats = "één & <twee>\n" * 80_000 + "x"
        assert self.filled(tmp_path, {"naam": "x", "plaats": plaats, "doelgroep": "y", "land": "NL"})[0] == (
            f"naam: x!\n\nplaats: {plaats}!"
        )

    def filled(self, folder: Path, organisatie: dict[str, str]) -> list[str]:
        """What body, header and title say of a profile that was typed with quotation marks around each answer."""
        (folder / "p.yaml").write_text(
            "organisatie:\n"
            + "".join(f"  {key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in organisatie.items()),
            encoding="utf-8",
        )
        (folder / "t.docx").write_bytes(self.TEMPLATE)
        target = folder / "u.docx"
        loaded = profile.load(folder / "p.yaml")
        assert fill_template(folder / "t.docx", loaded, target, today=TODAY).problem is None
        parts = {name: etree.fromstring(data) for name, data in read(target.read_bytes()).items() if "xml" in name}
        return [
            typed(parts[DOCUMENT][0].iterfind(qn("w:p"))),
            typed(parts["word/header1.xml"].iterfind(qn("w:p"))),
            parts["docProps/core.xml"].findtext(".//{*}title", ""),
        ]
