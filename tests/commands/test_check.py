from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commands.conftest import Ran


class DescribeCheck:
    def it_lists_the_open_places_and_who_fills_them_in(self, policygen: Callable[..., Ran], data: Path) -> None:
        shutil.copy(data / "volledig.yaml", "volledig.yaml")
        shutil.copy(data / "logo-veldermaat.png", "logo-veldermaat.png")
        ran = policygen("check", "volledig.yaml")
        assert (ran.code, ran.err) == (0, "")
        head, _, table = ran.out.partition("\n\n")
        assert head == "volledig.yaml: in orde, met 5 invulplekken."
        assert table.splitlines()[0].split() == ["sleutel", "wat", "wie", "vult", "dit", "in"]
        for key in (
            "document.vastgesteld_op",
            "incidenten.stappenplan",
            "reactietijd",
            "onlinehulpverlener",
            "afspraken",
        ):
            assert key in table

    def it_says_it_when_nothing_is_open(self, policygen: Callable[..., Ran]) -> None:
        Path("p.yaml").write_text("organisatie: {naam: De Linde, land: NL}\n", encoding="utf-8")
        ran = policygen("check", "p.yaml")
        assert ran.code == 0
        assert ran.out.startswith("p.yaml: in orde, nergens staat nog INVULLEN.\n")
        assert "sleutel" not in ran.out

    def it_shows_all_mistakes_of_all_profiles_and_still_reports_the_good_ones(
        self, policygen: Callable[..., Ran]
    ) -> None:
        Path("goed.yaml").write_text("organisatie: {naam: De Linde, land: NL}\n", encoding="utf-8")
        Path("een.yaml").write_text("organisatie:\n  naam: A\n  lnd: NL\n  sector: zorgg\n", encoding="utf-8")
        Path("twee.yaml").write_text("organisatie:\n  plaats: B\n", encoding="utf-8")
        ran = policygen("check", "een.yaml", "goed.yaml", "weg.yaml", "twee.yaml")
        assert ran.code == 3
        assert ran.out.startswith("goed.yaml: in orde, nergens staat nog INVULLEN.\n")
        assert ".yaml" not in ran.out.removeprefix("goed.yaml")
        lines = [line for line in ran.err.splitlines() if not line.startswith("let op")]
        assert [line.partition(":")[0] for line in lines] == ["een.yaml", "een.yaml", "weg.yaml", "twee.yaml"]
        assert lines[0].startswith("een.yaml:3:3: organisatie.lnd: ")
        assert "Bedoelt u 'land'?" in lines[0]

    def it_warns_without_failing(self, policygen: Callable[..., Ran]) -> None:
        Path("p.yaml").write_text("organisatie: {naam: De Linde}\n", encoding="utf-8")
        ran = policygen("check", "p.yaml")
        assert ran.code == 0
        assert ran.err.startswith("let op: p.yaml")

    def it_writes_nothing(self, policygen: Callable[..., Ran], data: Path) -> None:
        shutil.copy(data / "minimaal.yaml", "m.yaml")
        policygen("check", "m.yaml")
        assert [path.name for path in Path().iterdir()] == ["m.yaml"]


class DescribeSchema:
    def it_prints_json_that_knows_the_keys_of_a_profile(self, policygen: Callable[..., Ran]) -> None:
        ran = policygen("schema")
        assert (ran.code, ran.err) == (0, "")
        assert {"organisatie", "taal", "rollen", "vacatures"} <= set(json.loads(ran.out)["properties"])
