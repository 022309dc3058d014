from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from policygen import resources
from policygen.write import lock

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commands.conftest import Ran


@pytest.fixture
def client(tmp_path: Path, data: Path) -> Path:
    """A client's folder with the full profile and its logo."""
    folder = tmp_path / "klant"
    folder.mkdir()
    shutil.copy(data / "volledig.yaml", folder / "profiel.yaml")
    shutil.copy(data / "logo-veldermaat.png", folder)
    return folder / "profiel.yaml"


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


class DescribeGenerate:
    def it_makes_every_document_in_a_folder_beside_the_profile(
        self, policygen: Callable[..., Ran], client: Path
    ) -> None:
        ran = policygen("generate", str(client))
        assert (ran.code, ran.err) == (0, "")
        out = client.parent / "uit"
        for document in resources.documents():
            name = f"veldermaat_{document}_v0.9_concept.docx"
            assert (out / name).is_file()
            assert f"{name} " in ran.out
        assert f"Map: {out}\n" in ran.out
        assert "geweigerd" not in ran.out
        assert "Wat nu?" in ran.out
        made = {path.name for path in out.iterdir() if not path.name.startswith(".")}
        listed = {
            line.split()[0] for line in ran.out.splitlines() if " nieuw " in line and not line.startswith("Samen")
        }
        assert listed == made

    def it_writes_nothing_the_second_time(self, policygen: Callable[..., Ran], client: Path) -> None:
        policygen("generate", str(client), "--datum", "2026-11-23")
        before = snapshot(client.parent / "uit")
        ran = policygen("generate", str(client), "--datum", "23-11-2026")
        assert ran.code == 0
        assert snapshot(client.parent / "uit") == before
        assert f"Samen: {len([name for name in before if name[0] != '.'])} ongewijzigd." in ran.out

    def it_makes_only_the_documents_you_ask_for(self, policygen: Callable[..., Ran], client: Path) -> None:
        assert policygen("generate", str(client), "-o", "x", "-d", "visie").code == 0
        assert [path.name for path in Path("x").glob("*.docx")] == ["veldermaat_visie_v0.9_concept.docx"]

    def it_keeps_an_edited_document_and_an_edited_text_and_says_so(
        self, policygen: Callable[..., Ran], client: Path
    ) -> None:
        policygen("generate", str(client), "-o", "uit")
        document = next(Path("uit").glob("*_visie_*.docx"))
        text = next(Path("uit").glob("*.txt"))
        edited = docx.Document(str(document))
        edited.add_paragraph("Dit schreef ik zelf.")
        edited.save(str(document))
        text.write_bytes(text.read_bytes() + b"Dit ook.")
        mine = (document.read_bytes(), text.read_bytes())
        profile = client.read_text(encoding="utf-8").replace("Stichting Veldermaat", "Stichting Velderdijk")
        client.write_text(profile.replace("korte_naam: Veldermaat", "korte_naam: Velderdijk"), encoding="utf-8")
        ran = policygen("generate", str(client), "-o", "uit")
        assert ran.code == 5
        assert (document.read_bytes(), text.read_bytes()) == mine
        refused = [line for line in ran.out.splitlines() if " geweigerd  " in line]
        assert {line.split()[0] for line in refused} == {document.name, text.name}
        assert str(document) in ran.err
        assert str(text) in ran.err
        assert "--force" in ran.err
        assert " bijgewerkt" in ran.out

    def it_makes_a_backup_with_force(self, policygen: Callable[..., Ran], client: Path) -> None:
        policygen("generate", str(client), "-o", "uit", "-d", "visie")
        document = next(Path("uit").glob("*.docx"))
        document.write_bytes(b"mijn werk")
        ran = policygen("generate", str(client), "-o", "uit", "-d", "visie", "--force")
        backup = document.with_name(f"{document.stem}.bak-1.docx")
        assert (ran.code, ran.err) == (0, "")
        assert f"Reservekopie: {backup.name}" in ran.out
        assert backup.read_bytes() == b"mijn werk"

    def it_writes_the_other_documents_when_one_cannot_be_written(
        self, policygen: Callable[..., Ran], client: Path
    ) -> None:
        blocked = Path("uit/veldermaat_visie_v0.9_concept.docx")
        blocked.mkdir(parents=True)
        ran = policygen("generate", str(client), "-o", "uit")
        assert ran.code == 5
        assert f"{blocked}: is een map" in ran.err
        others = set(resources.documents()) - {"visie"}
        assert others
        for document in others:
            assert Path(f"uit/veldermaat_{document}_v0.9_concept.docx").is_file()

    def it_refuses_a_folder_where_another_run_is_busy(self, policygen: Callable[..., Ran], client: Path) -> None:
        with lock(Path("uit")):
            ran = policygen("generate", str(client), "-o", "uit")
        assert ran.code == 5
        assert "al bezig" in ran.err
        assert list(Path("uit").iterdir()) == []

    def it_leaves_nothing_behind_when_the_profile_is_wrong(self, policygen: Callable[..., Ran]) -> None:
        Path("p.yaml").write_text("organisatie: {naam: A, lnd: NL}\n", encoding="utf-8")
        ran = policygen("generate", "p.yaml")
        assert (ran.code, ran.out) == (3, "")
        assert [path.name for path in Path().iterdir()] == ["p.yaml"]

    def it_does_not_send_you_to_documents_it_did_not_make(self, policygen: Callable[..., Ran], client: Path) -> None:
        Path("uit").mkdir()
        Path("uit/veldermaat_visie_v0.9_concept.docx").write_bytes(b"van mij")
        ran = policygen("generate", str(client), "-o", "uit", "-d", "visie")
        assert "Samen: 1 geweigerd.\n" in ran.out
        assert "Open de documenten" not in ran.out
        assert "Lees bij elk geweigerd bestand" in ran.out

    @pytest.mark.parametrize("arguments", [["p.yaml", "-o", ""], ["p.yaml", "-o", " "], [""]])
    def it_refuses_an_empty_path(self, policygen: Callable[..., Ran], arguments: list[str]) -> None:
        Path("p.yaml").write_text("organisatie: {naam: A, land: NL}\n", encoding="utf-8")
        for command in ("generate", "check", "new"):
            if command == "generate" or "-o" not in arguments:
                ran = policygen(command, *arguments)
                assert ran.code == 2
                assert ran.err.endswith("kan niet: deze naam is leeg. Geef een bestand of een map op.\n")
        assert [path.name for path in Path().iterdir()] == ["p.yaml"]


class DescribeJson:
    def it_gives_the_same_as_the_text(self, policygen: Callable[..., Ran], client: Path) -> None:
        ran = policygen("generate", str(client), "-o", "uit", "--json")
        assert (ran.code, ran.err) == (0, "")
        result = json.loads(ran.out)
        assert result["map"] == "uit"
        assert result["meldingen"] == []
        assert {row["bestand"] for row in result["bestanden"]} == {
            path.name for path in Path("uit").iterdir() if not path.name.startswith(".")
        }
        assert {row["toestand"] for row in result["bestanden"]} == {"nieuw"}
        assert all(isinstance(row["invulplekken"], int) and row["reservekopie"] is None for row in result["bestanden"])

    def it_gives_problems_with_their_place(self, policygen: Callable[..., Ran]) -> None:
        Path("p.yaml").write_text("organisatie:\n  naam: A\n  lnd: NL\n", encoding="utf-8")
        ran = policygen("generate", "p.yaml", "--json")
        assert (ran.code, ran.err) == (3, "")
        found = [row for row in json.loads(ran.out)["meldingen"] if row["ernst"] == "fout"]
        assert [(row["bron"], row["regel"], row["kolom"], row["plaats"]) for row in found] == [
            ("p.yaml", 3, 3, "organisatie.lnd")
        ]

    def it_gives_the_refusals(self, policygen: Callable[..., Ran], client: Path) -> None:
        Path("uit").mkdir()
        blocked = Path("uit") / "veldermaat_visie_v0.9_concept.docx"
        blocked.write_bytes(b"van mij")
        ran = policygen("generate", str(client), "-o", "uit", "--json")
        assert (ran.code, ran.err) == (5, "")
        result = json.loads(ran.out)
        (problem,) = result["meldingen"]
        (refused,) = [row for row in result["bestanden"] if row["toestand"] == "geweigerd"]
        assert (refused["bestand"], refused["invulplekken"]) == (blocked.name, None)
        assert problem["bron"] == str(blocked)
        assert problem["advies"]
        assert blocked.read_bytes() == b"van mij"


class DescribeTheDefaultDate:
    @pytest.mark.skipif(os.name == "nt", reason="Windows has no time.tzset")
    def it_is_the_day_where_the_user_is(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import time
        from datetime import datetime, timedelta, timezone

        from policygen.commands.options import _date

        days = set()
        for zone, hours in (("AAA-14", 14), ("BBB+12", -12)):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            days.add(_date(None, None, None))  # type: ignore[arg-type]
            assert _date(None, None, None) == datetime.now(timezone(timedelta(hours=hours))).date()  # type: ignore[arg-type]
        monkeypatch.undo()
        time.tzset()
        assert len(days) == 2


class DescribeOldLaw:
    def it_warns_when_nobody_looked_at_the_law_for_eighteen_months(
        self, policygen: Callable[..., Ran], client: Path
    ) -> None:
        ran = policygen("generate", str(client), "-d", "visie", "--datum", "2029-01-01")
        assert ran.code == 0
        assert f"let op: {client}: wat de wet vraagt is te lang geleden nagekeken: " in ran.err
        assert "Haal een nieuwere policygen op, en laat een jurist deze teksten nakijken." in ran.err

    def it_says_nothing_of_it_before(self, policygen: Callable[..., Ran], client: Path) -> None:
        ran = policygen("generate", str(client), "-d", "visie", "--datum", "2026-12-01")
        assert ran.err == ""
