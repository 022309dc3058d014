"""Contract: the rows on profiles, through every command that reads one.

What each message says of each mistake stands in `tests/profile`; here is that every command says it, ends with 3, and
leaves the folder as it was.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from policygen.ooxml.text import lines
from tests.commands.conftest import policygen, still
from tests.support.word import word

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commands.conftest import Ran

__all__ = ["policygen", "still"]  # fixtures

COMMANDS: Final = (
    ("check", "p.yaml"),
    ("generate", "p.yaml", "-o", "uit"),
    ("fill", "t.docx", "p.yaml", "-o", "uit/x.docx"),
)
GOOD: Final = "organisatie:\n  naam: De Linde\n  land: NL\n"
SAVE: Final = "Bewaar het bestand als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)."
ANSI: Final = "Het bestand lijkt bewaard als Windows-1252 (ANSI)"
NEW: Final = "Maak een profiel met: policygen new"
SHORT: Final = "Een profiel is een kort bestand met enkele niveaus."
NAME: Final = 'Vul de naam in, bijvoorbeeld naam: "Woonzorgcentrum De Linde"'
DIGITS: Final = "Schrijf alleen cijfers, bijvoorbeeld 12."
REASON: Final = "Zet bij 'reden' waarom deze rol hier niet nodig is."
MISTAKES: Final = """\
organisatie:
  nam: De Linde
  medewerkers: {aantal: 3}
  land: NLD
document: {evaluatie_op: 2026-02-30}
rollen:
  digicoch: {status: open}
  expert: {status: niet_nodig}
  ict: {status: ingevuld, personen: [jan]}
"""


def a_zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("profiel.yaml", GOOD)
    return stream.getvalue()


# What is in the file, and everything that is said of it.
REFUSED: Final[dict[str, tuple[bytes | str, tuple[str, ...]]]] = {
    "Windows-1252": (
        "organisatie:\n  naam: Café\n".encode("cp1252"),
        (f"p.yaml:2:12: bestand is geen UTF-8. {ANSI}, met hier 'é'. {SAVE}",),
    ),
    "UTF-16": (GOOD.encode("utf-16"), (f"p.yaml:1:1: bestand staat in UTF-16 en niet in UTF-8. {SAVE}",)),
    "UTF-16 without a mark": (
        GOOD.encode("utf-16-le"),
        (f"p.yaml:1:1: bestand staat in UTF-16 en niet in UTF-8. {SAVE}",),
    ),
    "NUL": (
        GOOD.replace("Linde", "Li\0de"),
        ("p.yaml:2:14: teken U+0000 mag niet in een profiel. Haal dit onzichtbare teken weg.",),
    ),
    "a zip": (a_zip(), (f"p.yaml:1:1: dit is een Word-, Excel- of zipbestand en geen profiel. {NEW}",)),
    "HTML": ("<!DOCTYPE html>\n<html>", (f"p.yaml:1:1: dit is een webpagina of XML en geen profiel. {NEW}",)),
    "empty": ("", (f"p.yaml:1:1: bestand is leeg. {NEW}",)),
    "a list at the root": (
        "- organisatie\n",
        (
            (
                "p.yaml:1:1: bovenaan staat een lijst en geen profiel. "
                "Een profiel begint met een regel als 'organisatie:'."
            ),
        ),
    ),
    "a duplicate key": (
        f"{GOOD}  naam: De Berk\n",
        (
            (
                "p.yaml:4:3: organisatie.naam: sleutel staat er twee keer. "
                "Dezelfde sleutel staat al op regel 2. Haal een van de twee weg."
            ),
        ),
    ),
    "an anchor": (
        f"{GOOD}visie: &v\n  waarden: [x]\n",
        ("p.yaml:4:8: visie: anker &v kan hier niet. Haal het anker weg, of zet aanhalingstekens als dit tekst is.",),
    ),
    "an anchor and an alias": (
        f"{GOOD}visie: &v\n  waarden: [x]\ntaal: {{termen: *v}}\n",
        (
            "p.yaml:4:8: visie: anker &v kan hier niet. Haal het anker weg, of zet aanhalingstekens als dit tekst is.",
            'p.yaml:6:16: taal.termen: een tekst mag niet beginnen met *. Zet aanhalingstekens om de tekst: "*v"',
        ),
    ),
    "a merge key": (
        f"{GOOD}  <<: {{plaats: Deventer}}\n",
        ("p.yaml:4:3: organisatie: samenvoegen met << kan hier niet. Schrijf de gegevens hier voluit.",),
    ),
    "a tag": (
        GOOD.replace("De Linde", "!!python/name:os.system De Linde"),
        (
            (
                "p.yaml:2:9: organisatie.naam: typeaanduiding !!python/name:os.system kan hier niet. "
                "Haal het type weg, of zet aanhalingstekens als dit tekst is."
            ),
        ),
    ),
    "depth over 50": (f"{GOOD}visie: {'[' * 51}{']' * 51}\n", (f"p.yaml:4:57: meer dan 50 niveaus diep. {SHORT}",)),
    "a file over 5 MB": (
        f"{GOOD}# {'x' * 5_000_000}\n",
        ("p.yaml: bestand is groter dan 5 MB. Een profiel is een kort tekstbestand.",),
    ),
    "over 100,000 nodes": (f"{GOOD}x: [{'a,' * 100_001}]\n", (f"p.yaml:4:199987: meer dan 100.000 waarden. {SHORT}",)),
    "a control character": (
        GOOD.replace("Linde", "Lin\x07de"),
        ("p.yaml:2:15: teken U+0007 mag niet in een profiel. Haal dit onzichtbare teken weg.",),
    ),
    "a lone surrogate": (
        GOOD.encode().replace(b"Linde", b"Lin\xed\xa0\xbdde"),
        ("p.yaml:2:15: teken U+D83D is een half teken. Haal het teken weg.",),
    ),
    "U+FFFE": (
        GOOD.replace("Linde", "\ufffeLinde"),
        ("p.yaml:2:12: teken U+FFFE mag niet in een profiel. Haal dit onzichtbare teken weg.",),
    ),
    "mistakes of every kind, all of them": (
        MISTAKES,
        (
            f"p.yaml:1:1: organisatie.naam: verplicht veld ontbreekt. {NAME}",
            "p.yaml:2:3: organisatie.nam: onbekend veld. Bedoelt u 'naam'?",
            f"p.yaml:3:16: organisatie.medewerkers: hier hoort een geheel getal. {DIGITS}",
            "p.yaml:4:9: organisatie.land: 'NLD' is hier niet toegestaan. Bedoelt u 'NL'? Toegestaan: NL, BE.",
            "p.yaml:5:26: document.evaluatie_op: datum 2026-02-30 bestaat niet",
            "p.yaml:7:3: rollen.digicoch: onbekend veld. Bedoelt u 'digicoach'?",
            f"p.yaml:8:3: rollen.expert.reden: status niet_nodig vraagt een reden. {REASON}",
            "p.yaml:9:38: rollen.ict.personen.0: 'jan' staat niet in 'personen'. Voeg de persoon toe onder 'personen'.",
        ),
    ),
}
# Where YAML would make a number, a truth, a time or a comment of it.
AS_TYPED: Final = (
    "1.10",
    "0123456",
    "14:30",
    "no",
    "2026-02-30",
    "1e3",
    "0x1F",
    "0o17",
    "3_500",
    ".inf",
    "=",
    "12:30:45",
)
QUOTED: Final = ("#tag", "&Samen", "*ster", "!nu", "%x", "@home", "`x", "{x}", "[x]", "| x", "> x", "'t Zand", "a: b")


@pytest.fixture(autouse=True)
def template(policygen: Callable[..., Ran]) -> None:  # noqa: ARG001 - it has gone to an empty folder
    """A template beside the profile."""
    Path("t.docx").write_bytes(word("{{ organisatie.plaats }}"))


def typed(content: bytes | str) -> None:
    Path("p.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize("name", REFUSED)
def it_is_refused_by_every_command_with_place_and_hint(policygen: Callable[..., Ran], name: str) -> None:
    content, messages = REFUSED[name]
    typed(content)
    for command in COMMANDS:
        ran = policygen(*command)
        assert (ran.code, ran.out, tuple(ran.err.splitlines())) == (3, "", messages)
    ran = policygen("generate", "p.yaml", "-o", "uit", "--json")
    assert (ran.code, ran.err) == (3, "")
    assert len(json.loads(ran.out)["meldingen"]) == len(messages)
    assert sorted(path.name for path in Path().iterdir()) == ["p.yaml", "t.docx"]


@pytest.mark.parametrize("scalar", AS_TYPED)
def it_is_text_as_typed_where_text_is_meant(policygen: Callable[..., Ran], scalar: str) -> None:
    typed(f"{GOOD}  plaats: {scalar}\n")
    assert policygen("fill", "t.docx", "p.yaml", "-o", "x.docx").code == 0
    assert lines(Path("x.docx").read_bytes()) == [scalar]


@pytest.mark.parametrize("scalar", QUOTED)
def it_asks_for_quotation_marks_and_is_text_with_them(policygen: Callable[..., Ran], scalar: str) -> None:
    typed(f"{GOOD}  plaats: {scalar}\n")
    for command in COMMANDS:
        ran = policygen(*command)
        assert ran.code == 3
        assert re.search(r"^p\.yaml:4:11: organisatie\.plaats: .*[Zz]et aanhalingstekens", ran.err)
    assert sorted(path.name for path in Path().iterdir()) == ["p.yaml", "t.docx"]
    typed(f'{GOOD}  plaats: "{scalar}"\n')
    assert policygen("fill", "t.docx", "p.yaml", "-o", "x.docx").code == 0
    assert lines(Path("x.docx").read_bytes()) == [scalar]
