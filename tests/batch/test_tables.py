"""The tables over all clients: one line each, safe in a spreadsheet, and a document that Word opens."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from policygen import catalogue, manifest
from policygen.batch import overview
from policygen.batch.clients import Client
from policygen.batch.job import Job, Result
from policygen.errors import Problem
from policygen.ooxml import rules
from policygen.ooxml.text import lines as text_of
from tests.batch.conftest import DAY, many, profile, put, table
from tests.batch.conftest import lines as json_lines
from tests.support.validators import integrity_faults, sdk_faults

JOB = Job(Path("uit"), date(2026, 11, 26))
QUESTIONS = list(catalogue.load("zelfscan")["vragen"])


def results(number: int, refused: int = 0) -> list[Result]:
    """Clients whose answers differ, and some that were refused."""
    made = [
        Result(
            Client(Path(f"klanten/klant-{count}.yaml"), folder=f"klant-{count}"),
            f"Stichting Klant {count} & Zonen <b>",
            made=True,
            counts=Counter(nieuw=11),
            open_places=count % 7,
            sender="Bureau Kiezelgrond",
            decision=("wel", "geen", "later", "")[count % 4],
            states=tuple((key, ("ja", "deels", "nee")[(count + place) % 3]) for place, key in enumerate(QUESTIONS)),
            first=tuple(QUESTIONS[: count % 4]),
        )
        for count in range(number)
    ]
    problem = Problem("klanten/fout.yaml", "onbekend veld", 4, 1, "onzin", "Haal het weg.")
    return made + [Result(Client(Path("klanten/fout.yaml")), problems=(problem,)) for _ in range(refused)]


class DescribeTheSummary:
    def it_has_one_line_per_client_whatever_a_value_holds(self, policygen, tmp_path: Path):
        names = ["=1+1", "+31", "-x", "@som", "a;b", 'a"b', "a\nb", "a\r\nb", "\t=1", " = 1", "a|b", "'x", "\ufeff=1"]
        profiles = [{"organisatie": {"naam": f"{name}", "land": "NL", "code": f"k{n}"}} for n, name in enumerate(names)]
        json_lines(tmp_path / "k.jsonl", *profiles, '{"organisatie": {"naam": "x"}, "=cmd": 1}')
        assert policygen("batch", "k.jsonl", "-o", "uit", "-d", "visie", *DAY).code == 1
        for name in ("samenvatting.csv", "overzicht.csv"):
            data = (tmp_path / "uit" / name).read_bytes()
            text = data.decode("utf-8-sig")
            rows = table(tmp_path / "uit" / name)
            made = [row["klant"] for row in rows if row["klant"]]
            assert data.startswith(b"\xef\xbb\xbf")
            assert text.count("\n") == text.count("\r\n") == len(rows) + 1
            assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
            assert made[:8] == ["'=1+1", "'+31", "'-x", "'@som", "a;b", 'a"b', "a b", "a b"]

    def it_tells_of_every_client_in_the_order_of_the_source(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 3, 1)
        assert policygen("batch", "k", "-o", "uit", "-d", "visie", *DAY).code == 1
        rows = table(tmp_path / "uit/samenvatting.csv")
        assert [(row["bron"], row["regel"], row["toestand"], row["nieuw"]) for row in rows] == [
            ("k/klant-0000.yaml", "", "gemaakt", "1"),
            ("k/klant-0001.yaml", "4", "geweigerd", "0"),
            ("k/klant-0002.yaml", "", "gemaakt", "1"),
        ]

    def it_tells_of_files_with_names_that_no_table_can_hold(self, policygen, tmp_path: Path):
        try:
            put(tmp_path / "k", **{"a\udcffb": "onzin: 1\n", "c\x07d\ne": "onzin: 1\n"})
        except (OSError, UnicodeError):
            pytest.skip("no file can have these names here")
        assert policygen("batch", "k", "-o", "uit", "-d", "visie", *DAY).code == 1
        assert [row["bron"] for row in table(tmp_path / "uit/samenvatting.csv")] == [
            "k/a\ufffdb.yaml",
            "k/c\ufffdd e.yaml",
        ]
        assert rules.broken((tmp_path / "uit/overzicht.docx").read_bytes()) == []


class DescribeTheOverview:
    @pytest.mark.parametrize(("number", "refused"), [(0, 0), (0, 2), (1, 0), (13, 1), (300, 250), (600, 0)])
    def it_is_a_document_that_word_opens(self, tmp_path: Path, number: int, refused: int):
        path = tmp_path / "overzicht.docx"
        path.write_bytes(overview._document(results(number, refused), JOB))
        assert rules.broken(path.read_bytes()) == []
        assert integrity_faults(path) == []
        assert manifest.is_untouched(path.read_bytes())
        if number == 13:
            assert sdk_faults(path) == []

    def it_says_how_many_were_made_and_refused(self):
        def told(*number: int) -> list[str]:
            return [line.strip("*> ") for line in text_of(overview._document(results(*number), JOB))]

        assert {"Van geen enkele klant zijn de documenten gemaakt.", "Er zijn geen zelfscans gemaakt."} <= set(told(0))
        assert {"Van 1 klant zijn de documenten gemaakt.", "Er is niets geweigerd."} <= set(told(1))
        assert {"Van 13 klanten zijn de documenten gemaakt.", "1 profiel is geweigerd."} <= set(told(13, 1))
        assert "2 profielen zijn geweigerd." in told(1, 2)

    def it_lists_the_clients_with_the_most_gaps_when_there_are_too_many(self):
        many_clients = results(600)
        told = text_of(overview._document(many_clients, JOB))
        assert (
            "Hier staan de 500 klanten met de meeste gaten en onbekende antwoorden. Alle 600 staan in overzicht.csv."
            in told
        )
        assert not [line for line in text_of(overview._document(results(500), JOB)) if line.startswith("Hier staan")]
        told = text_of(overview._document(results(1, 201), JOB))
        assert "Hier staan de 200 eerste meldingen. Alle 201 staan in samenvatting.csv." in told

    def it_has_every_answer_in_the_table(self, policygen, tmp_path: Path):
        put(tmp_path / "k", a=profile("Acht") + "zelfscan: {antwoorden: {ZB03: deels}}\nmotieven: {besluit: geen}\n")
        put(tmp_path / "k", b=profile("Bries"))
        assert policygen("batch", "k", "-o", "uit", *DAY).code == 0
        first, second = table(tmp_path / "uit/overzicht.csv")
        assert (first["klant"], first["besluit"], first["ZB03"]) == ("Acht", "geen beleid", "deels")
        assert (second["klant"], second["besluit"]) == ("Bries", "nog niet gekozen")
        assert set(QUESTIONS) <= first.keys()
        assert int(first["onbekend"]) == [first[key] for key in QUESTIONS].count("onbekend") > 0

    def it_does_not_name_a_consultancy_when_there_are_two(self, policygen, tmp_path: Path):
        put(
            tmp_path / "k",
            a=profile("Acht") + "huisstijl: {afzender: Bureau Een}\n",
            b=profile("Bries") + "huisstijl: {afzender: Bureau Twee}\n",
        )
        assert policygen("batch", "k", "-o", "uit", "-d", "visie", *DAY).code == 0
        told = "\n".join(text_of((tmp_path / "uit/overzicht.docx").read_bytes()))
        assert "Bureau" not in told
