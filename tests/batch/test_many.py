"""Batches as large as those of a sector body."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.batch.conftest import DAY, clients, lines, many, table
from tests.support.measured import measured

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="does not tell what a process took")]

BAD = range(5, 1000, 27)  # 37 of them


class DescribeAThousandClients:
    def it_makes_those_that_are_right_and_lists_the_rest(self, tmp_path: Path):
        assert len(BAD) == 37
        many(tmp_path / "k", 1000, *BAD)
        ran = measured("batch", "k", "-o", "uit", *DAY, folder=tmp_path)
        assert ran.code == 1
        assert "Klanten: 1.000, waarvan 963 gemaakt en 37 geweigerd." in ran.out.splitlines()
        assert len(clients(tmp_path / "uit")) == 963
        assert {len(list(folder.glob("*.docx"))) for folder in (tmp_path / "uit").iterdir() if folder.is_dir()} == {9}
        rows = [row for row in table(tmp_path / "uit/samenvatting.csv") if row["toestand"] == "geweigerd"]
        assert [(row["bron"], row["regel"], row["meldingen"]) for row in rows] == [
            (f"k/klant-{number:04}.yaml", "4", f"k/klant-{number:04}.yaml:4:1: onzin: onbekend veld") for number in BAD
        ]


class DescribeTenThousandClients:
    @pytest.mark.parametrize("source", ["k", "k.jsonl"])
    def it_takes_the_process_that_was_started_less_than_200_mb(self, tmp_path: Path, source: str):
        if source == "k":
            many(tmp_path / "k", 10_000)
        else:
            profiles = ({"organisatie": {"naam": f"Stichting {number}", "land": "NL"}} for number in range(10_000))
            lines(tmp_path / "k.jsonl", *profiles)
        ran = measured("batch", source, "-o", "uit", "-d", "visie", "--workers", "2", *DAY, folder=tmp_path)
        assert (ran.code, len(clients(tmp_path / "uit"))) == (0, 10_000)
        assert ran.megabytes < 200
