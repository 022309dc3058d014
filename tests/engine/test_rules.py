"""The own rules see what they are for: each broken file breaks exactly one."""

from __future__ import annotations

import pytest

from policygen.ooxml import rules
from policygen.ooxml.package import member, pack, read
from tests.support.word import table, word

BOOKMARK = '<w:bookmarkStart w:id="{}" w:name="{}"/><w:bookmarkEnd w:id="{}"/>'


RELS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
OTHER = "een andere inhoud dan bij dit onderdeel hoort"


def packed(parts: dict[str, bytes]) -> bytes:
    return pack(member(name, data) for name, data in parts.items())


def broken(old: str, new: str, part: str = "word/document.xml") -> list[str]:
    """Breaks a sound file in one place."""
    parts = read(word("tekst", table(["cel"]), header="kop"))
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    return rules.broken(packed(parts))


CELL = '</w:tcPr><w:p><w:r><w:t xml:space="preserve">cel</w:t></w:r></w:p></w:tc>'


DRAWING = (
    '<w:p><w:r><w:drawing><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'id="3" name="x"/></w:drawing></w:r></w:p>'
)
GRID = '<w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
END = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
CELL_FAULT = "word/document.xml: een cel eindigt niet op een alinea (tabel 1)"
COMMENT_FAULT = "word/document.xml: opmerking 3 is niet heel"


def comment(*kinds: str) -> str:
    """Ends of a comment, in this order."""
    names = {"Start": "commentRangeStart", "End": "commentRangeEnd", "Reference": "commentReference"}
    return "".join(f'<w:{names[kind]} w:id="3"/>' for kind in kinds)


class DescribeOwnRules:
    def it_finds_nothing_in_a_sound_file(self):
        assert broken("tekst", "tekst") == []

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("</w:tc>", END + "</w:tc>"),
            ("</w:tc>", "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt></w:tc>"),
            ("</w:tc>", "<w:customXml><w:p/></w:customXml>" + END + "</w:tc>"),
            ("<w:tr>", "<w:tr><w:sdt><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt></w:tr><w:tr>"),
            ("<w:body>", f"<w:body>{comment('Reference')}"),
            ("<w:body>", f"<w:body>{comment('Start', 'End', 'Reference')}"),
            ("<w:body>", "<w:body><w:p><w:r><w:fldChar><w:fldData>QUJD</w:fldData></w:fldChar></w:r></w:p>"),
            ("<w:body>", "<w:body><w:p><w:r><w:delText>weg</w:delText></w:r></w:p>"),
            ("<w:body>", '<w:body><w:p><x:y xmlns:x="urn:x">formule</x:y></w:p>'),
            ("<w:body>", "<w:body>\n  "),
            ('r:id="rIdheader"', 'r:id=""'),
        ],
    )
    def it_leaves_alone_what_word_writes(self, old, new):
        assert broken(old, new) == []

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
            (GRID, "", "word/document.xml: een tabel zonder kolommen (tabel 1)"),
            ("<w:body>", "<w:body><w:sdt/>", "word/document.xml: een inhoudsbesturingselement zonder inhoud"),
            ("<w:body>", f"<w:body>{DRAWING * 2}", "word/document.xml: id van een afbeelding komt vaker voor: 3"),
            ("</w:tc>", END + "<w:sdt><w:sdtContent/></w:sdt></w:tc>", CELL_FAULT),
            ("<w:tr>", "<w:tr><w:tc/>", CELL_FAULT),
            (
                "<w:tr>",
                "<w:tr><w:sdt><w:sdtContent/></w:sdt></w:tr><w:tr>",
                "word/document.xml: een rij zonder cellen (tabel 1)",
            ),
            ("<w:body>", f"<w:body>{comment('Start', 'End', 'Reference', 'Reference')}", COMMENT_FAULT),
            ("<w:body>", f"<w:body>{comment('Start', 'End')}", COMMENT_FAULT),
            ("<w:body>", f"<w:body>{comment('Start', 'Reference')}", COMMENT_FAULT),
            ("<w:body>", f"<w:body>{comment('Start', 'Start', 'End', 'End', 'Reference')}", COMMENT_FAULT),
        ],
    )
    def it_names_what_is_wrong_in_the_text(self, old, new, fault):
        assert broken(old, new) == [fault]

    @pytest.mark.parametrize(
        ("part", "old", "new", "faults"),
        [
            ("_rels/.rels", "/officeDocument", "/x", ["_rels/.rels: geen verwijzing naar word/document.xml"]),
            (
                RELS,
                'Id="rIdheader"',
                'Id="rIdstyles"',
                [f"{RELS}: id komt vaker voor: rIdstyles", "word/document.xml: relatie rIdheader bestaat niet"],
            ),
            (RELS, "<Relationship ", "<Relation ", [f"{RELS}: {OTHER}"]),
            (RELS, 'Target="header1.xml"', 'Target="elders.xml" TargetMode="External"', []),
            (
                TYPES,
                "<Override ",
                '<Default Extension="XML" ContentType="x"/><Override ',
                [f"{TYPES}: inhoudstype komt vaker voor: xml"],
            ),
            (
                TYPES,
                "header+xml",
                "footer+xml",
                ["word/header1.xml: een ander inhoudstype dan bij dit onderdeel hoort"],
            ),
            ("word/header1.xml", "w:hdr", "w:ftr", [f"word/header1.xml: {OTHER}"]),
        ],
    )
    def it_names_what_is_wrong_between_the_parts(self, part, old, new, faults):
        parts = read(word("tekst", header="kop"))
        assert old.encode() in parts[part]
        parts[part] = parts[part].replace(old.encode(), new.encode(), 2 if part.startswith("word/h") else 1)
        if new == "<Relation ":
            assert f"{RELS}: {OTHER}" in rules.broken(packed(parts))
            return
        assert rules.broken(packed(parts)) == faults

    def it_names_relationships_that_are_something_else_and_parts_that_differ_in_capitals(self):
        parts = read(word("tekst"))
        assert rules.broken(packed(parts | {RELS: parts["word/styles.xml"]}))[0] == f"{RELS}: {OTHER}"
        renamed = parts[RELS].replace(b"Relationships", b"Lijst")
        assert rules.broken(packed(parts | {RELS: renamed}))[0] == f"{RELS}: {OTHER}"
        faults = rules.broken(packed(parts | {"word/Styles.xml": parts["word/styles.xml"]}))
        assert faults == [f"{TYPES}: onderdeel komt vaker voor: word/styles.xml"]
        assert f"{TYPES}: dit onderdeel ontbreekt" in rules.broken(packed({"word/document.xml": b"<a/>"}))

    def it_looks_for_the_text_of_word_only_where_that_stands(self):
        parts = read(word("tekst")) | {
            "docProps/extra.xml": b"<w:x xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>los</w:x>"
        }
        assert rules.broken(packed(parts)) == []

    def it_looks_only_into_the_parts_that_it_is_asked_to(self):
        parts = read(word("tekst")) | {"word/styles.xml": b"<w:"}
        told = {name for name in parts if name.endswith(".rels") or name == TYPES}
        assert rules.faults(parts, told) == []
        assert [one.part for one in rules.faults(parts, told | {"word/styles.xml"})] == ["word/styles.xml"]

    def it_names_a_relationship_to_nowhere(self):
        faults = broken('Target="header1.xml"', 'Target="weg.xml"', "word/_rels/document.xml.rels")
        assert faults == ["word/_rels/document.xml.rels: weg.xml bestaat niet"]

    def it_names_a_part_without_content_type(self):
        faults = broken('<Default Extension="xml" ContentType="application/xml"/>', "", "[Content_Types].xml")
        assert faults == []
        parts = read(word("x")) | {"word/media/foto.png": b"x"}
        assert rules.broken(packed(parts)) == ["word/media/foto.png: geen inhoudstype"]

    def it_names_a_doctype_and_what_is_no_xml(self):
        assert broken("<w:document", "<!DOCTYPE x><w:document") == ["word/document.xml: DOCTYPE"]
        parts = read(word("x")) | {"word/extra.xml": b"<a></b>"}
        faults = rules.broken(packed(parts))
        assert [fault.split("(")[0] for fault in faults] == ["word/extra.xml: geen geldige XML "]
