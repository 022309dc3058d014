"""A JSON Lines file: the same documents as from YAML, and messages with the line and the column of the file."""

from __future__ import annotations

import json
import shutil
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from policygen import yaml_source
from tests.batch.conftest import DAY, clients, documents, lines, profile, put, table

if TYPE_CHECKING:
    from pathlib import Path

GOOD = {"organisatie": {"naam": "Goed", "land": "NL"}}


@pytest.fixture
def made(policygen, tmp_path: Path):
    """What came of the lines: the code, and for each line that was refused or warned of what was said."""

    def run(*profiles: dict[str, object] | str | bytes) -> tuple[int, list[str]]:
        lines(tmp_path / "k.jsonl", *profiles)
        code = policygen("batch", "k.jsonl", "-o", "uit", "-d", "visie", *DAY).code
        told = [row["meldingen"] for row in table(tmp_path / "uit/samenvatting.csv") if row["meldingen"]]
        return code, told

    return run


DEEP = '{"organisatie": {"naam": "x", "land": "NL"}, "onzin": %s1%s}'


class DescribeJsonLines:
    def it_makes_the_same_documents_as_yaml(self, policygen, tmp_path: Path, data: Path):
        shutil.copy(data / "logo-veldermaat.png", tmp_path)
        paths = [data / "volledig.yaml", *(data / "profielen" / f"{name}.yaml" for name in ("zeepaardje", "gemeente"))]
        for path in paths:
            shutil.copy(path, tmp_path)
        lines(tmp_path / "k.jsonl", *(yaml_source.load(path).data for path in paths))
        for source in ("*.yaml", "k.jsonl"):
            out = f"uit {source[-4:]}"
            assert policygen("batch", source, "-o", out, *DAY).code == 0
        made = documents(tmp_path / "uit yaml")
        assert len(made) > 30
        assert documents(tmp_path / "uit sonl") == made

    def it_reads_text_and_numbers_as_they_were_typed(self, made, tmp_path: Path):
        name = 'De 😀 & <b> "q" \\ \\ud83d\\ude00 1.10'
        assert made({"organisatie": {"naam": name, "land": "NL", "medewerkers": 640, "code": "x"}}) == (0, [])
        assert table(tmp_path / "uit/samenvatting.csv")[0]["klant"] == name

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    @pytest.mark.parametrize("end", [b"", b"\r"])
    def it_takes_a_mark_at_the_start_line_ends_of_windows_and_empty_lines(self, made, tmp_path, mark, end):
        first, second = json.dumps(GOOD).encode(), json.dumps({"organisatie": {"naam": "Ook", "land": "NL"}}).encode()
        wrong = b'{"organisatie": {"naam": "Fout", "land": "NL"}, "x": 1}'
        code, told = made(mark + first + end, b"" + end, b" \t" + end, second + end, wrong + end)
        assert (code, clients(tmp_path / "uit")) == (1, ["goed", "ook"])
        assert told[0].startswith("k.jsonl:5:49: x: onbekend veld")

    @pytest.mark.parametrize("lead", ["", "  "])
    @pytest.mark.parametrize("name", ["Fout", "F\u00e9 😀 out"])
    @pytest.mark.parametrize("ascii_only", [True, False])
    def it_names_line_and_column(self, made, lead: str, name: str, ascii_only: bool):
        wrong = {"organisatie": {"naam": name, "land": "NL"}, "onzin": 1, "documenten": ["visie", ""]}
        line = lead + json.dumps(wrong, ensure_ascii=ascii_only)
        key, item = line.index('"onzin"') + 1, line.index('""') + 1
        told = (
            f"k.jsonl:2:{key}: onzin: onbekend veld | "
            f"let op: k.jsonl:2:{item}: documenten: leeg onderdeel van een lijst telt niet mee. "
            "Vul het in of haal het weg."
        )
        assert made(GOOD, line) == (1, [told])

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            ('{"organisatie": {"naam": "x"', "k.jsonl:2:1: hier hoort een komma of }."),
            ("[1]", "k.jsonl:2:1: bovenaan staat een lijst en geen profiel."),
            ('"tekst"', "k.jsonl:2:1: dit is gewone tekst en geen profiel."),
            (
                '{"organisatie": {"naam": "x\\u0007", "land": "NL"}}',
                "k.jsonl:2:26: organisatie.naam: teken U+0007 mag niet",
            ),
            ('{"organisatie": {"naam": "x\\ud800"}}', "k.jsonl:2:30: een code voor een teken dat niet bestaat."),
            (
                '{"organisatie": {"naam": "x", "naam": "y", "land": "NL"}}',
                "k.jsonl:2:31: organisatie.naam: sleutel staat er twee",
            ),
            (b'{"organisatie": {"naam": "caf\xe9"}}', "k.jsonl:2:30: bestand is geen UTF-8."),
            (b'{"organisatie": {"naam": "x\x07"}}', "k.jsonl:2:28: teken U+0007 mag niet in een profiel."),
            (
                '{"organisatie": {"naam": "x", " naam ": "y", "land": "NL"}}',
                "k.jsonl:2:31: organisatie.naam: onbekend veld",
            ),
            (DEEP % ("[" * 49, "]" * 49), "k.jsonl:2:46: onzin: onbekend veld"),
            (DEEP % ("[" * 50, "]" * 50), "k.jsonl:2:104: meer dan 50 niveaus diep."),
            ("{}", "k.jsonl:2:1: organisatie"),
            ("x" * 5_000_001, "k.jsonl:2: regel is groter dan 5 MB."),
        ],
        ids=lambda value: str(value)[:40],
    )
    def it_refuses_a_bad_line_and_goes_on(self, made, tmp_path: Path, line: str | bytes, told: str):
        code, found = made(GOOD, line, {"organisatie": {"naam": "Later", "land": "NL"}})
        assert (code, [text[: len(told)] for text in found]) == (1, [told])
        assert clients(tmp_path / "uit") == ["goed", "later"]

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (json.dumps(GOOD).encode("utf-16"), "x.jsonl:1:1: bestand staat in UTF-16 en niet in UTF-8. "),
            (b"PK\x03\x04 en meer", "x.jsonl:1:1: dit is een Word-, Excel- of zipbestand en geen profiel. "),
        ],
    )
    def it_refuses_a_file_of_another_kind_at_once(self, policygen, tmp_path: Path, content: bytes, message: str):
        (tmp_path / "x.jsonl").write_bytes(content + b"\n" + content)
        ran = policygen("batch", "x.jsonl", "-o", "uit")
        assert (ran.code, ran.err[: len(message)], ran.err.count("\n")) == (3, message, 1)
        assert not (tmp_path / "uit").exists()

    def it_does_not_take_all_of_a_huge_line_in_memory(self, tmp_path: Path):
        import tracemalloc

        with (tmp_path / "x.jsonl").open("wb") as file:
            file.write(b'{"a": 1}\n')
            file.seek(60_000_000, 1)  # a hole, which takes no room on the disk
            file.write(b'\n{"b": 2}\n')
        tracemalloc.start()
        found = [(line.number, line.text) for line in yaml_source.lines(tmp_path / "x.jsonl")]
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert found == [(1, '{"a": 1}'), (2, ""), (3, '{"b": 2}')]
        assert peak < 40_000_000


class DescribeAFileThatChangesMeanwhile:
    def it_never_writes_one_client_in_the_folder_of_another(self, tmp_path: Path, policygen, monkeypatch):
        run = import_module("policygen.batch.run")
        put(tmp_path / "k", a=profile("Acht"), b=profile("Bries"))
        lines(
            tmp_path / "k/x.jsonl", *({"organisatie": {"naam": name, "land": "NL"}} for name in ("Cel", "Dam", "Eik"))
        )
        refuse = run._refuse_shared

        def change(read):
            refuse(read)
            put(tmp_path / "k", a=profile("Bries"))
            lines(tmp_path / "k/x.jsonl", {"organisatie": {"naam": "Dam", "land": "NL"}}, "")

        monkeypatch.setattr(run, "_refuse_shared", change)
        ran = policygen("batch", "k", "k/x.jsonl", "-o", "uit", "-d", "visie", *DAY)
        assert (ran.code, clients(tmp_path / "uit")) == (1, ["bries"])
        changed = "is tijdens de opdracht gewijzigd. Draai de opdracht opnieuw."
        assert [line.strip() for line in ran.out.splitlines() if changed in line] == [
            f"k/a.yaml: {changed}",
            *(f"k/x.jsonl:{number}: {changed}" for number in (1, 2, 3)),
        ]

    def it_tells_of_a_file_that_is_gone(self, tmp_path: Path, policygen, monkeypatch):
        run = import_module("policygen.batch.run")
        lines(tmp_path / "x.jsonl", GOOD, {"organisatie": {"naam": "Ook", "land": "NL"}})
        monkeypatch.setattr(run, "_refuse_shared", lambda _read: (tmp_path / "x.jsonl").unlink())
        ran = policygen("batch", "x.jsonl", "-o", "uit", "-d", "visie", *DAY)
        assert (ran.code, clients(tmp_path / "uit")) == (1, [])
        assert "x.jsonl: bestand niet gevonden." in ran.out
