"""The Word bodies that are made from text: what belongs together stays on one page."""

from __future__ import annotations

import io

import pytest
from docx import Document

from policygen import resources
from tools.body import build


def kept(text: str) -> list[str]:
    """The paragraphs, tags aside, that stay on the page of what follows; those in cells of tables as well."""
    document = Document(io.BytesIO(build(text, resources.frame("standaard"))))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = document.paragraphs + [one for cell in cells for one in cell.paragraphs]
    told = [one for one in paragraphs if one.text and not one.text.startswith(("{%p", "{%tr"))]
    return [one.text for one in told if one.paragraph_format.keep_with_next]


class DescribeABody:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("[Toelichting] ver\n[Toelichting] kop\n[Snippet] tekst", ["kop"]),
            ("kop\n{%p for x in y %}\n[Snippet] tekst\n{%p endfor %}", ["kop"]),
            ("kop\n{%p if a %}\nplak\n{%p endif %}\n[Snippet] tekst", ["kop", "plak"]),
            ("kop\n{%p if a %}\neen\ntwee\n{%p else %}\ndrie\n{%p endif %}\n[Snippet] tekst", ["kop", "twee", "drie"]),
            ("kop\n{%p if a %}\n{%p if b %}\nplak\n{%p endif %}\n[Snippet] t\n{%p endif %}", ["kop", "plak"]),
        ],
    )
    def it_keeps_what_leads_up_to_a_snippet_on_its_page(self, text: str, expected: list[str]):
        assert kept(text) == expected

    def it_keeps_a_short_table_whole(self):
        assert kept("| a | b |\n| c | d |") == ["a", "b"]

    def it_lets_a_table_with_a_loop_break_between_its_rows(self):
        assert kept("| a | b |\n{%tr for x in y %}\n| c | d |\n{%tr endfor %}") == []

    def it_keeps_a_table_with_a_loop_whole_when_it_says_so(self):
        text = "formulier: 30 70 heel\n| a | b<br>e |\n{%tr for x in y %}\n| c | d |\n{%tr endfor %}"
        assert kept(text) == ["a", "b", "e", "c", "d"]
