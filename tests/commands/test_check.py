from __future__ import annotations

import json
import re
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
        assert re.fullmatch(r"volledig\.yaml: in orde, met \d+ invulplekken\.", ran.out.splitlines()[0])
        assert ran.out.splitlines()[1] == "Zelfscan: 14 ja, 6 deels, 0 nee, 0 onbekend."
        rows = [line.split()[:2] for line in ran.out.splitlines() if line[:1].isdigit()]
        text = Path("volledig.yaml").read_text(encoding="utf-8").splitlines()
        assert [key for _, key in rows] == [
            "document.vastgesteld_op",
            "incidenten.stappenplan",
            "kanalen.2.reactietijd",
            "onlinehulp.team.onlinehulpverlener",
            "onlinehulp.werkplek.afspraken",
        ]
        assert all("INVULLEN" in text[int(line) - 1] for line, _ in rows)
        assert "ict_contacten.1.telefoon" in ran.out.partition("ontbreekt wat de documenten nodig hebben")[2]

    def it_says_it_when_nothing_is_open(self, policygen: Callable[..., Ran], data: Path) -> None:
        shutil.copy(data / "profielen" / "jeugdhulp_be.yaml", "p.yaml")
        ran = policygen("check", "p.yaml")
        assert (ran.code, ran.out) == (
            0,
            "p.yaml: in orde, niets is meer open.\nZelfscan: 16 ja, 1 deels, 0 nee, 3 onbekend.\n",
        )

    def it_shows_which_facts_come_out_where(self, policygen: Callable[..., Ran], data: Path) -> None:
        shutil.copy(data / "volledig.yaml", "volledig.yaml")
        shutil.copy(data / "logo-veldermaat.png", "logo-veldermaat.png")
        ran = policygen("check", "--dekking", "volledig.yaml")
        assert (ran.code, ran.err) == (0, "")
        assert re.search(r"(?m)^S2-17  \S.*  onlinehulp$", ran.out)
        assert len(re.findall(r"(?m)^S\d-\d\d  ", ran.out)) == 141
        assert ran.out.splitlines()[-1] == "141 van de 141 kernfeiten komen in een document."

    def it_names_the_facts_that_a_small_profile_misses(self, policygen: Callable[..., Ran]) -> None:
        Path("p.yaml").write_text("organisatie: {naam: De Linde, land: NL}\n", encoding="utf-8")
        ran = policygen("check", "--dekking", "p.yaml")
        last = ran.out.splitlines()[-1]
        assert re.match(r"\d+ van de 141 kernfeiten komen in een document\. Niet: S\d-\d\d, ", last)
        assert "S2-17" in last
        assert re.search(r"(?m)^S2-17  \S.*  -$", ran.out)

    def it_names_who_fills_in_as_the_organisation_does(self, policygen: Callable[..., Ran], data: Path) -> None:
        shutil.copy(data / "volledig.yaml", "volledig.yaml")
        shutil.copy(data / "logo-veldermaat.png", "logo-veldermaat.png")
        out = policygen("check", "volledig.yaml").out
        assert re.search(r"kanalen\.2\.reactietijd .* de communicatieadviseur$", out, re.MULTILINE)
        assert re.search(r"document\.vastgesteld_op .* de raad van bestuur$", out, re.MULTILINE)
        assert "wie onlinehulp leidt" not in out

    def it_lists_what_a_document_needs_and_the_profile_does_not_have(self, policygen: Callable[..., Ran]) -> None:
        Path("p.yaml").write_text("organisatie: {naam: De Linde, land: NL}\n", encoding="utf-8")
        ran = policygen("check", "p.yaml")
        assert ran.code == 0
        assert re.match(r"p\.yaml: in orde, met \d+ invulplekken\.\n", ran.out)
        assert "document.eigenaar" in ran.out

    def it_refuses_an_open_place_in_what_goes_to_a_board(self, policygen: Callable[..., Ran]) -> None:
        text = "organisatie: {naam: De Linde, land: NL}\ndocument: {status: ter_besluit, eigenaar: jo}\n"
        Path("p.yaml").write_text(text + "personen: {jo: {functie: adviseur}}\n", encoding="utf-8")
        for command in (("check", "p.yaml"), ("generate", "p.yaml", "-o", "uit")):
            ran = policygen(*command)
            assert ran.code == 3
            assert (
                "p.yaml: document.evaluatie_op: de datum van evaluatie ontbreekt nog. "
                "Vul dit in, of zet document.status op 'concept'."
            ) in ran.err.splitlines()
            assert "vastgesteld_op" not in ran.err
        assert not Path("uit").exists()

    def it_compares_with_an_earlier_self_scan_that_is_there(self, policygen: Callable[..., Ran]) -> None:
        text = "organisatie: {naam: De Linde, land: NL}\nzelfscan: {vorige: 2025.yaml}\n"
        Path("p.yaml").write_text(text, encoding="utf-8")
        for command in (("check", "p.yaml"), ("generate", "p.yaml", "-d", "zelfscan", "-o", "uit")):
            ran = policygen(*command)
            assert ran.code == 3
            assert "p.yaml:2:20: zelfscan.vorige: vorige zelfscan '2025.yaml' niet gevonden" in ran.err
        Path("2025.yaml").write_text("zelfscan: {antwoorden: {ZB01: nee}}\n", encoding="utf-8")
        assert policygen("check", "p.yaml").code == 0

    def it_shows_all_mistakes_of_all_profiles_and_still_reports_the_good_ones(
        self, policygen: Callable[..., Ran]
    ) -> None:
        Path("goed.yaml").write_text("organisatie: {naam: De Linde, land: NL}\n", encoding="utf-8")
        Path("een.yaml").write_text("organisatie:\n  naam: A\n  lnd: NL\n  sector: zorgg\n", encoding="utf-8")
        Path("twee.yaml").write_text("organisatie:\n  plaats: B\n", encoding="utf-8")
        ran = policygen("check", "een.yaml", "goed.yaml", "weg.yaml", "twee.yaml")
        assert ran.code == 3
        assert re.match(r"goed\.yaml: in orde, met \d+ invulplekken\.\n", ran.out)
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
