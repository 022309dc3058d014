"""The own rules see what they are for: each broken file breaks exactly one."""

from __future__ import annotations

import pytest

from policygen.ooxml import rules
from policygen.ooxml.package import member, pack, read
from tests.support.word import table, word

BOOKMARK = '<w:bookmarkStart w:id="{}" w:name="{}"/><w:bookmarkEnd w:id="{}"/>'


def broken(old: str, new: str, part: str = "word/document.xml") -> list[str]:
    """Breaks a sound file in one place."""
    parts = read(word("tekst", table(["cel"]), header="kop"))
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    return rules.broken(pack(member(name, data) for name, data in parts.items()))


CELL = '</w:tcPr><w:p><w:r><w:t xml:space="preserve">cel</w:t></w:r></w:p></w:tc>'


class DescribeOwnRules:
    def it_finds_nothing_in_a_sound_file(self):
        assert broken("tekst", "tekst") == []

    @pytest.mark.parametrize(
        ("old", "new", "fault"),
        [
            (CELL, "</w:tcPr></w:tc>", "word/document.xml: een cel eindigt niet op een alinea (tabel 1)"),
            ("<w:tr><w:tc>", "<w:tr/><w:tr><w:tc>", "word/document.xml: een rij zonder cellen (tabel 1)"),
            ("<w:tbl>", "<w:tbl><w:tblGrid/></w:tbl><w:tbl>", "word/document.xml: een tabel zonder rijen (tabel 1)"),
            ("<w:tbl>", "los<w:tbl>", "word/document.xml: losse tekst na p: los"),
            ("<w:body>", "<w:body>los", "word/document.xml: losse tekst in body: los"),
            (
                "<w:body>",
                "<w:body>" + BOOKMARK.format(1, "a", 2),
                "word/document.xml: een bladwijzer zonder begin of einde",
            ),
            (
                "<w:body>",
                "<w:body>" + BOOKMARK.format(1, "a", 1) + BOOKMARK.format(2, "A", 2),
                "word/document.xml: naam van een bladwijzer komt vaker voor: a",
            ),
            (
                "<w:body>",
                "<w:body>" + BOOKMARK.format(1, "a", 1) + BOOKMARK.format(1, "b", 1),
                "word/document.xml: id van een bladwijzer komt vaker voor: 1",
            ),
            (
                "<w:body>",
                "<w:body>" + BOOKMARK.format(1, "a" * 41, 1),
                f"word/document.xml: de naam van een bladwijzer is te lang: {'a' * 41}",
            ),
            ("<w:body>", '<w:body><w:commentRangeStart w:id="3"/>', "word/document.xml: opmerking 3 is niet heel"),
            ('r:id="rIdheader"', 'r:id="rId99"', "word/document.xml: relatie rId99 bestaat niet"),
        ],
    )
    def it_names_what_is_wrong_in_the_text(self, old, new, fault):
        assert broken(old, new) == [fault]

    def it_names_a_relationship_to_nowhere(self):
        faults = broken('Target="header1.xml"', 'Target="weg.xml"', "word/_rels/document.xml.rels")
        assert faults == ["word/_rels/document.xml.rels: weg.xml bestaat niet"]

    def it_names_a_part_without_content_type(self):
        faults = broken('<Default Extension="xml" ContentType="application/xml"/>', "", "[Content_Types].xml")
        assert faults == []
        parts = read(word("x")) | {"word/media/foto.png": b"x"}
        assert rules.broken(pack(member(name, data) for name, data in parts.items())) == [
            "word/media/foto.png: geen inhoudstype"
        ]

    def it_names_a_doctype_and_what_is_no_xml(self):
        assert broken("<w:document", "<!DOCTYPE x><w:document") == ["word/document.xml: DOCTYPE"]
        parts = read(word("x")) | {"word/extra.xml": b"<a></b>"}
        faults = rules.broken(pack(member(name, data) for name, data in parts.items()))
        assert [fault.split("(")[0] for fault in faults] == ["word/extra.xml: geen geldige XML "]
