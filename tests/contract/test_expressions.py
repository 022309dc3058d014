"""Contract: a template that reaches for code is refused before anything runs, and a heavy one before it is heavy."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from policygen.errors import TemplateError
from policygen.ooxml.text import lines
from policygen.openplace import Open, join
from policygen.render import CompiledTemplate
from policygen.template import compile_template
from tests.support.word import p, word

BIG = "x" * 1_000_000
VALUES = {"naam": "De Linde", "tekst": BIG, "lijst": ["x"] * 1000, "getal": 3, "d": {"a": 1}}
CODE = [
    "{{ naam.__class__ }}",
    "{{ naam['__class__'] }}",
    "{{ naam|attr('__class__') }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum(3) }}",
    "{{ range(9) }}",
    "{{ naam.upper() }}",
    "{{ d.pop('a') }}",
    "{{ self }}",
    "{{ namespace() }}",
    "{% include 'x' %}",
    "{% import 'x' as y %}",
    "{% extends 'x' %}",
    "{% macro x() %}{% endmacro %}",
    "{% call x() %}{% endcall %}",
    "{% block x %}{% endblock %}",
    "{{ naam|map('upper') }}",
    "{{ naam|format(1) }}",
    "{{ naam|tojson }}",
    "{{ 2 ** 9 }}",
    "{{ naam ~ naam }}",
]
HEAVY = [
    "{{ 'x' * 10**9 }}",
    "{{ 'x' * 1000000000 }}",
    "{{ lijst * 1000000000 }}",
    "{{ '%999999999d' % getal }}",
    "{{ 1000000000 * 1000000000 }}",
    "{{ naam|center(1000000000) }}",
    "{{ 1.5|round(999999999, 'floor') }}",
    "{{ tekst|replace('x', tekst) }}",
    "{{ tekst|replace('', tekst) }}",
    "{{ lijst|join(tekst) }}",
    "{% for a in lijst %}{% for b in lijst %}{% for c in lijst %}x{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in tekst %}{% for b in tekst %}{{ b }}{% endfor %}{% endfor %}",
    "{% for a in lijst|reverse %}{% for b in tekst|list %}x{% endfor %}{% endfor %}",
    "{% if " + "(" * 300 + "1" + ")" * 300 + " %}x{% endif %}",
]


def refused(tag: str) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        CompiledTemplate(compile_template(word(tag))).fill(VALUES)
    return caught.value


@pytest.mark.parametrize("tag", CODE)
def it_refuses_what_reaches_for_code_before_rendering(tag):
    with pytest.raises(TemplateError) as caught:
        compile_template(word("eerst", p(tag)))
    assert caught.value.exit_code == 4
    assert str(caught.value).startswith("sjabloon.docx: alinea 2")


@pytest.mark.parametrize("tag", HEAVY)
def it_refuses_what_is_heavy_quickly_and_in_little_memory(tag):
    start = time.perf_counter()
    error = refused(tag)
    seconds = time.perf_counter() - start
    tracemalloc.start()  # it makes Python slow, so not while the clock runs
    refused(tag)
    memory = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.problems[0].where.startswith("alinea 1")
    assert seconds < 1
    assert memory < 200_000_000


def it_lets_an_honest_loop_in_a_loop_through():
    template = CompiledTemplate(
        compile_template(word("{% for a in lijst %}{% for b in d %}{{ b }}{% endfor %}{% endfor %}"))
    )
    assert template.fill(VALUES)


@pytest.mark.parametrize("tag", [tag for tag in HEAVY if "|replace" in tag or "|join" in tag])
def it_counts_before_it_makes_a_text(tag):
    assert refused(tag).problems[0].message.endswith("deze tekst wordt te lang")


def it_counts_with_numbers_only():
    with pytest.raises(TemplateError, match="rekenen kan alleen met getallen"):
        CompiledTemplate(compile_template(word("{{ a + 1 }}"))).fill({"a": True})


@pytest.mark.parametrize(
    ("text", "values", "said"),
    [
        ("{{ d.items }}", {"d": {"items": "drie"}}, "drie"),
        ("{% for x in a|reverse %}{{ x }}{% endfor %}", {"a": ["1", "2"]}, "21"),
        ("{{ p|upper }}", {"p": join("de ", Open("veld", "de naam", "", ""))}, "DE [Nog in te vullen: de naam]"),
    ],
)
def it_fills_what_looks_dangerous_and_is_not(text, values, said):
    assert lines(CompiledTemplate(compile_template(word(text))).fill(values)) == [said]


def it_lets_a_key_that_a_value_names_through():
    assert CompiledTemplate(compile_template(word("{{ d[k] }} {{ d['a'] }}"))).fill({"d": {"a": 1}, "k": "a"})


def it_never_evaluates_a_value_on_any_pass():
    value = "{{ 7*7 }} {% if 1 %}x{% endif %} {_{ 1 }_} <?v1 7*7 ?> {#p x #}"
    made = CompiledTemplate(compile_template(word("{{ v }}", header="{{ v }}", title="{{ v }}"))).fill({"v": value})
    again = CompiledTemplate(compile_template(word("{{ w }}"))).fill({"w": made.hex()[:99]})
    assert b"49" not in made
    assert again
