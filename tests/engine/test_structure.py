"""Loops and conditions over paragraphs, rows and cells, and documents that stay whole when nothing is left."""

from __future__ import annotations

import re

import pytest

from policygen import compile_template
from policygen.ooxml import rules
from policygen.ooxml.text import lines
from tests.support.word import p, table, word, xml


def filled(*blocks: str, **values: object) -> bytes:
    docx = compile_template(word(*blocks)).fill(values)
    assert rules.broken(docx) == []
    return docx


class DescribeParagraphTags:
    def it_repeats_the_paragraphs_between_two_tags(self):
        docx = filled("{%p for x in lijst %}", p("punt {{ x }}", "Lijstopsomteken"), "{%p endfor %}", lijst=["a", "b"])
        assert lines(docx) == ["- punt a", "- punt b"]

    def it_nests_and_has_else(self):
        blocks = (
            "{%p for x in lijst %}",
            "{%p if x %}",
            "wel {{ x }}",
            "{%p else %}",
            "niet",
            "{%p endif %}",
            "{%p endfor %}",
        )
        assert lines(filled(*blocks, lijst=["a", ""])) == ["wel a", "niet"]

    def it_keeps_a_paragraph_in_a_cell_whose_paragraphs_all_go(self):
        cell = p("{%p if x %}") + p("weg") + p("{%p endif %}")
        assert lines(filled(table(["a", cell]), x=False)) == ["| a |  |"]


class DescribeRowTags:
    def it_repeats_rows(self):
        docx = filled(table(["Naam"], ["{%tr for x in lijst %}"], ["{{ x }}"], ["{%tr endfor %}"]), lijst=["a", "b"])
        assert lines(docx) == ["| Naam |", "| a |", "| b |"]

    def it_drops_a_table_of_which_no_row_is_left(self):
        docx = filled("voor", table(["{%tr for x in lijst %}"], ["{{ x }}"], ["{%tr endfor %}"]), "na", lijst=[])
        assert lines(docx) == ["voor", "na"]

    def it_keeps_the_cell_around_a_table_that_goes(self):
        inner = table(["{%tr for x in lijst %}"], ["{{ x }}"], ["{%tr endfor %}"])
        assert "<w:tbl>" in xml(filled(table([inner + p()]), lijst=[]))

    def it_repeats_cells_and_drops_a_row_without_cells(self):
        rows = (["{%tc for x in lijst %}", "{{ x }}", "{%tc endfor %}"], ["vast", "vast", "vast"])
        assert lines(filled(table(*rows), lijst=["a", "b"])) == ["| a | b |", "| vast | vast | vast |"]
        assert lines(filled(table(*rows), lijst=[])) == ["| vast | vast | vast |"]

    def it_gives_every_column_that_a_loop_makes_its_width(self):
        rows = (
            ["Taak", "{%tc for x in lijst %}", "{{ x }}", "{%tc endfor %}"],
            ["a", "{%tc for x in lijst %}", "1", "{%tc endfor %}"],
        )
        docx = xml(filled(table(*rows), lijst=["a", "b", "c", "d", "e", "f"]))
        assert docx.count('<w:gridCol w:w="2000"/>') == 1
        assert docx.count('<w:gridCol w:w="1000"/>') == 6
        assert docx.count('<w:tcW w:w="1000"') == 12


class DescribeIdsInALoop:
    def it_gives_bookmarks_and_pictures_of_every_round_their_own(self):
        mark = '<w:bookmarkStart w:id="7" w:name="plek"/><w:r><w:t>{{ x }}</w:t></w:r><w:bookmarkEnd w:id="7"/>'
        picture = (
            '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
            'wordprocessingDrawing"><wp:docPr id="3" name="foto"/></wp:inline></w:drawing></w:r>'
        )
        docx = filled("{%p for x in lijst %}", f"<w:p>{mark}{picture}</w:p>", "{%p endfor %}", lijst="abc")
        assert re.findall(r'w:name="(\w+)"', xml(docx)) == ["plek", "plek_2", "plek_3"]
        assert re.findall(r'docPr id="(\d+)"', xml(docx)) == ["1", "2", "3"]


class DescribeNumberedLists:
    @staticmethod
    def numbers(docx: bytes) -> list[str]:
        return re.findall(r'<w:numId w:val="(\d+)"/>', xml(docx))

    def it_starts_every_list_at_one(self):
        docx = filled(p("een", "Lijstnummering"), p("twee", "Lijstnummering"), "tussen", p("een", "Lijstnummering"))
        assert self.numbers(docx) == ["1001", "1001", "1002"]
        for number in ("1001", "1002"):
            again = '<w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
            assert f'<w:num w:numId="{number}">{again}' in xml(docx, "word/numbering.xml")

    def it_starts_again_in_each_round_of_a_loop_around_a_list(self):
        docx = filled(
            "{%p for x in lijst %}",
            "kop {{ x }}",
            p("een", "Lijstnummering"),
            p("twee", "Lijstnummering"),
            "{%p endfor %}",
            lijst="ab",
        )
        assert self.numbers(docx) == ["1001", "1001", "1002", "1002"]

    def it_goes_on_when_a_loop_makes_the_items(self):
        docx = filled(
            "{%p for x in lijst %}",
            p("{{ x }}", "Lijstnummering"),
            "{%p endfor %}",
            p("slot", "Lijstnummering"),
            lijst="ab",
        )
        assert self.numbers(docx) == ["1001", "1001", "1001"]


class DescribeDelimiters:
    @pytest.mark.parametrize("text", ["een { hier", "100% zeker", "x } y", "# 1"])
    def it_leaves_single_braces_and_percents_alone(self, text):
        assert lines(filled(text)) == [text]

    def it_drops_comments(self):
        assert lines(filled("voor{# dit ziet niemand #} na")) == ["voor na"]


class DescribeATableThatLoopsMayEmpty:
    def it_is_filtered_only_when_no_row_is_sure_to_stay(self):
        from policygen.ooxml.package import read as unpacked

        rows = (["{%tr for r in niets %}"], ["{{ r }}"], ["{%tr endfor %}"])
        for block, left in ((table(["Kop"], *rows), 1), (table(*rows), 0), (table(*rows, ["Slot"]), 1)):
            made = compile_template(word("voor", block, "na")).fill({"niets": []})
            assert unpacked(made)["word/document.xml"].count(b"<w:tbl>") == left
