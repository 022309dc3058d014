"""A plain loop is done in one go; nobody can tell from the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen import compile_template
from policygen.errors import TemplateError
from policygen.openplace import Open
from tests.support.word import p, table, word, xml

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=12)
VALUE = st.one_of(
    TEXT, st.sampled_from(["a|b", "x & y", "<b>", "een\ntwee", "een\n\ntwee", "a\tb", "\u00a0"]), st.integers()
)
ITEM = st.fixed_dictionaries({"a": VALUE, "b": VALUE})
# The first is plain; in the second a filter that changes nothing makes every value go the usual way.
PLAIN = word("{%p for r in rijen %}", "{{ r.a }}{{ r.b }} 100% {{ r.a }}", "{%p endfor %}")
USUAL = word("{%p for r in rijen %}", "{{ r.a|d }}{{ r.b|d }} 100% {{ r.a|d }}", "{%p endfor %}")


class DescribePlainLoops:
    plain, usual = compile_template(PLAIN), compile_template(USUAL)

    @given(st.lists(ITEM, max_size=5))
    def it_prints_the_same_as_value_by_value(self, items):
        assert xml(self.plain.fill({"rijen": items})) == xml(self.usual.fill({"rijen": items}))

    def it_goes_value_by_value_for_anything_but_text(self):
        items = [{"a": Open("x", "de naam"), "b": "b"}, {"a": 1, "b": True}]
        shown = xml(self.plain.fill({"rijen": items}))
        assert shown.count("[Nog in te vullen: de naam]") == 2
        assert ">ja<" in shown

    @pytest.mark.parametrize(
        ("items", "message"),
        [
            ([{"a": "x"}], "onbekende naam 'b'"),
            ([{"a": "x", "b": None}], "er is geen waarde"),
            ([{"a": "x", "b": "\x07"}], "het teken U+0007 kan niet in een Word-document"),
        ],
    )
    def it_names_the_tag_that_cannot_be_printed(self, items, message):
        with pytest.raises(TemplateError) as caught:
            self.plain.fill({"rijen": items})
        assert f"{{{{ r.b }}}}: {message}" in str(caught.value)

    def it_leaves_loops_that_do_more_to_jinja(self):
        blocks = ("{%p for r in rijen %}", p("{{ r.a }} van {{ titel }}, {{ loop.index }}"), "{%p endfor %}")
        shown = xml(compile_template(word(*blocks)).fill({"rijen": [{"a": "x"}], "titel": "t"}))
        assert [part for part in ("x", " van ", "t", ", ", "1") if f">{part}<" not in shown] == []

    def it_works_in_rows(self):
        rows = (["{%tr for r in rijen %}", ""], ["{{ r.a }}", "{{ r.b }}"], ["{%tr endfor %}", ""])
        shown = xml(compile_template(word(table(*rows))).fill({"rijen": [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]}))
        assert shown.count("<w:tr>") == 2
