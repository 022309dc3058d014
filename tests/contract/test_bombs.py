"""Contract: what is made to be too much is refused within a second and in less than 200 MB, in a process of its own."""

from __future__ import annotations

import io
import os
import tracemalloc
import zipfile
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from policygen import compile_template
from policygen.errors import TemplateError
from policygen.ooxml.names import DOCUMENT
from policygen.ooxml.package import member, pack, read
from policygen.openplace import Open
from tests.support.measured import Measured, measured
from tests.support.word import word, xml

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows does not tell what a process took")

SMALL = "organisatie: {naam: De Linde, land: NL}\n"
MOST_SECONDS, MOST_MEGABYTES = 1, 200
MOST_TIMES = 4
GOOD = word("Beste {{ organisatie.naam }},")


@dataclass(frozen=True)
class Bomb:
    """A profile and a template, and what is said of them; without a template the profile alone is checked."""

    says: str
    profile: str = SMALL
    template: bytes = b""


def laughs(depth: int = 20) -> str:
    """Nine times nine times nine: a list of lists that are all the same list."""
    first = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    return first + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, depth))


def merged(depth: int = 20_000) -> str:
    return "a0: &a0 {x: y}\n" + "".join(f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]\n" for n in range(1, depth))


def zipped() -> bytes:
    """A small file that is 49 MB unpacked, all of it the same letter."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in read(GOOD).items():
            archive.writestr(name, data)
        archive.writestr("word/media/image1.xml", b"a" * 49_000_000)
    return stream.getvalue()


def entities() -> bytes:
    """The same laughs, as entities of XML."""
    declared = '<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 9}">' for n in range(1, 12))
    parts = read(GOOD)
    parts[DOCUMENT] = f"<!DOCTYPE a [{declared}]>".encode() + parts[DOCUMENT].replace(b"Beste", b"&a11;")
    return pack(member(name, data) for name, data in parts.items())


def long(text: str, times: int, tag: str = "{{ visie.kern }}") -> Bomb:
    """A long answer in a profile, and a template that uses it more often than anybody would."""
    typed = text.replace("\n", "\\n").replace("\t", "\\t")
    return Bomb("het document wordt te groot", f'{SMALL}visie: {{kern: "{typed}"}}\n', word(tag * times))


FAST = {
    "aliases": Bomb("anker &a0 kan hier niet", laughs()),
    "5 MB of brackets": Bomb("meer dan 50 niveaus diep", "a: " + "[" * 4_900_000),
    "'x' * 10**9": Bomb("kan niet in een sjabloon", template=word("{{ 'x' * 10**9 }}")),
    "a long answer in many tags": long("samen " * 50_000, 1000),
}
SLOW = {
    "a zip": Bomb("meer dan 200 keer ingepakt", template=zipped()),
    "entities": Bomb("een DTD", template=entities()),
    "merge keys": Bomb("anker &a0 kan hier niet", merged()),
    "deep nesting": Bomb("meer dan 50 niveaus diep", "".join(" " * n + "a:\n" for n in range(3000))),
    "5 MB of braces": Bomb("meer dan 50 niveaus diep", "a: " + "{" * 4_900_000),
    "dashes": Bomb("meer dan 50 niveaus diep", "a:\n" + "- " * 2_400_000),
    "many values": Bomb("meer dan 100.000 waarden", f"a: [{'b, ' * 1_500_000}]"),
    "many keys": Bomb("meer dan 100.000 waarden", "".join(f"k{n}: v\n" for n in range(400_000))),
    "one key over and over": Bomb("sleutel staat er twee keer", "a: b\n" * 900_000),
    "a quotation that never ends": Bomb("wordt niet gesloten", 'a: "' + "\n" * 4_900_000),
    "more than 5 MB": Bomb("bestand is groter dan 5 MB", "a: " + "x" * 5_000_000),
    "control characters": Bomb("teken U+0000 mag niet", "a: " + "\0" * 4_900_000),
    "90,000 mistakes": Bomb("en nog ", f"{SMALL}motieven: {{voor: [{'veilighied, ' * 90_000}]}}\n"),
    "a nested range": Bomb(
        "kan niet in een sjabloon",
        template=word("{% for a in range(10**6) %}{% for b in range(10**6) %}x{% endfor %}{% endfor %}"),
    ),
    "center(10**9)": Bomb("kan niet in een sjabloon", template=word("{{ organisatie.naam.center(1000000000) }}")),
    "|center(10**9)": Bomb("onbekend filter", template=word("{{ organisatie.naam|center(1000000000) }}")),
    "many parts": Bomb("meer dan 2000 onderdelen", template=pack(member(f"x/{n}.xml", b"") for n in range(20_000))),
    "a long answer in a loop": long(
        "samen " * 50_000, 1, "{% for rol in rollen %}{% for x in rollen %}{{ visie.kern }}{% endfor %}{% endfor %}" * 9
    ),
    "line ends, each an element": long("x\n" * 200_000, 100),
    "tabs, each an element": long("x\t" * 200_000, 100),
    "blank lines, each a paragraph": long("x\n\n" * 100_000, 100),
    "one answer of 900,000 blank lines": long("x\n\n" * 900_000, 1),
    "a long answer in a property": Bomb(
        "het document wordt te groot",
        f"{SMALL}visie: {{kern: {'samen' * 100_000}}}\n",
        word("x", title="{{ visie.kern }}" * 200),
    ),
    "a long answer kept in many names": long(
        "samen " * 50_000, 1, "".join(f"{{% set a{n} = visie.kern|upper %}}" for n in range(500))
    ),
    "a long answer joined to itself": Bomb(
        "deze tekst wordt te lang",
        f"{SMALL}visie: {{kern: {'samen' * 100_000}}}\n",
        word(f"{{{{ [{'visie.kern, ' * 900}]|join }}}}"),
    ),
    "the words of a long answer": Bomb(
        "deze tekst wordt te lang", f"{SMALL}visie: {{kern: {'a b ' * 600_000}}}\n", word("{{ visie.kern|title }}")
    ),
    "the letters of a long answer": Bomb(
        "dit is tekst en geen lijst",
        f"{SMALL}visie: {{kern: {'samen' * 100_000}}}\n",
        word("{{ visie.kern|list|count }}"),
    ),
}
BOMBS = FAST | SLOW


def refused(bomb: Bomb, folder: Path) -> Measured:
    """Runs the command on a bomb; whatever stood in the folder still does and nothing else."""
    (folder / "p.yaml").write_text(bomb.profile, encoding="utf-8")
    if bomb.template:
        (folder / "t.docx").write_bytes(bomb.template)
    before = sorted(path.name for path in folder.iterdir())
    command = ("fill", "t.docx", "p.yaml", "-o", "uit/x.docx") if bomb.template else ("check", "p.yaml")
    found = measured(*command, folder=folder)
    assert sorted(path.name for path in folder.iterdir()) == before
    return found


@cache
def usual(folder: Path, *, template: bool) -> Measured:
    """The same command with a mistake that is no bomb."""
    if template:
        return refused(Bomb("", template=word("{{ organisatie.naam|x }}")), folder)
    return refused(Bomb("", "organisatie: {nam: x}\n"), folder)


@pytest.fixture(scope="session")
def usual_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("usual")


@pytest.mark.parametrize("name", [*FAST, *(pytest.param(name, marks=pytest.mark.slow) for name in SLOW)])
def it_is_refused_quickly_and_in_little_memory(name: str, tmp_path: Path, usual_folder: Path) -> None:
    bomb = BOMBS[name]
    found = refused(bomb, tmp_path)
    assert found.code == (4 if bomb.template else 3)
    assert bomb.says in found.err
    assert found.err.startswith(("t.docx: ", "docProps/") if bomb.template else "p.yaml:")
    assert len(found.err) < 50_000
    assert found.megabytes < MOST_MEGABYTES
    # Seconds of work, over what the same command takes for any mistake; the best of three on a busy machine. Where
    # any mistake takes long, this one takes as much longer.
    other = usual(usual_folder, template=bool(bomb.template)).cpu
    limit = max(other + MOST_SECONDS, MOST_TIMES * other)
    assert found.cpu < limit or any(refused(bomb, tmp_path).cpu < limit for _ in range(2))


MANY_ROWS = {
    "long texts": ("x" * 100_000, 2000),
    "long texts that become longer": ("x\t" * 50_000, 2000),
    "middling texts": ("x" * 1900, 120_000),
    "short texts that become long": ("x\t" * 45, 30_000),
    "open places": (Open("a", "de datum"), 120_000),
}


@pytest.mark.parametrize("tag", ["{{ r.a }}", "{{ r.a }}" * 40, "{{ r.a|d }}"])
@pytest.mark.parametrize("name", MANY_ROWS)
def it_refuses_rows_of_what_is_long_before_they_are_printed(name: str, tag: str) -> None:
    value, number = MANY_ROWS[name]
    template = compile_template(word("{%p for r in rijen %}", tag, "{%p endfor %}"))
    tracemalloc.start()
    with pytest.raises(TemplateError, match="het document wordt te groot, meer dan 50 MB"):
        template.fill({"rijen": [{"a": value}] * number})
    memory = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert memory < MOST_MEGABYTES * 1_000_000


def it_counts_the_paragraphs_that_blank_lines_begin() -> None:
    template = compile_template(word("{{ a }}"))
    assert template.fill({"a": "x\n\n" * 100_000})
    with pytest.raises(TemplateError, match=r"^sjabloon\.docx: word/document\.xml: het document wordt te groot"):
        template.fill({"a": "x\n\n" * 500_000})


def it_counts_loops_together() -> None:
    loop = ("{%p for r in rijen %}", "{{ r.a }}", "{%p endfor %}")
    rows = {"rijen": [{"a": "x" * 1900}] * 15_000}
    assert compile_template(word(*loop)).fill(rows)
    with pytest.raises(TemplateError, match="het document wordt te groot"):
        compile_template(word(*loop * 2)).fill(rows)


def it_prints_rows_of_long_texts_that_are_not_too_many() -> None:
    rows = [{"a": "één & twee\n" * 1000}] * 300
    filled = compile_template(word("{%p for r in rijen %}", "{{ r.a }}", "{%p endfor %}")).fill({"rijen": rows})
    assert xml(filled).count("één &amp; twee") == 300_000


def it_counts_every_document_by_itself() -> None:
    template = compile_template(word("{{ a }}" * 30))
    for _ in range(3):
        template.fill({"a": "x" * 1_000_000})
