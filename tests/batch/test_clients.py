from __future__ import annotations

import os
from pathlib import Path

import pytest

from policygen.batch.clients import find
from tests.batch.conftest import DAY, clients, files, lines, many, profile, put

HINT = "Geef een map met profielen, een patroon als klanten/*.yaml, of een .jsonl-bestand."


def found(*sources: str) -> list[str]:
    return [client.place for client in find(map(Path, sources))]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class DescribeClients:
    def it_finds_the_profiles_in_a_folder_and_the_folders_in_it(self, tmp_path: Path):
        put(tmp_path / "k", b="", a="", diep__dieper__c="")
        (tmp_path / "k/d.YML").touch()
        (tmp_path / "k/logo.png").touch()
        (tmp_path / "k/map.yaml").mkdir()
        assert found("k") == ["k/a.yaml", "k/b.yaml", "k/d.YML", "k/diep/dieper/c.yaml"]

    def it_leaves_what_editors_and_systems_keep_for_themselves(self, tmp_path: Path):
        put(tmp_path / "k", a="", **{".verborgen": "", "~a": "", ".git__b": ""})
        assert found("k") == found("k/*.yaml") == ["k/a.yaml"]

    def it_finds_by_a_pattern_as_windows_gives_it(self, tmp_path: Path):
        put(tmp_path / "k", a1="", a2="", b="", diep__a3="")
        lines(tmp_path / "k/a.jsonl", "{}")
        assert found("k/a?.yaml") == ["k/a1.yaml", "k/a2.yaml"]
        assert found("k/a*") == ["k/a.jsonl:1", "k/a1.yaml", "k/a2.yaml"]
        assert found("k/**/a3.yaml") == ["k/diep/a3.yaml"]
        assert found(str(tmp_path / "k" / "b*.yaml")) == [str(tmp_path / "k/b.yaml")]

    def it_takes_a_name_that_looks_like_a_pattern_as_a_name(self, tmp_path: Path):
        put(tmp_path, **{"klant[1]": "", "map[2]__a": ""})
        assert found("klant[1].yaml", "map[2]") == ["klant[1].yaml", "map[2]/a.yaml"]

    def it_takes_several_sources_and_each_profile_once(self, tmp_path: Path):
        put(tmp_path / "k", a="", b="")
        lines(tmp_path / "x.jsonl", "{}", "{}")
        sources = ("k/b.yaml", "k", str(tmp_path / "k"), "k/../k/a.yaml", "x.jsonl", "./x.jsonl")
        assert found(*sources) == ["k/b.yaml", "k/a.yaml", "x.jsonl:1", "x.jsonl:2"]

    @pytest.mark.parametrize(
        ("source", "message"),
        [
            ("leeg", "hier staat geen profiel (.yaml)"),
            ("leeg/*.yaml", "hier staat geen profiel (.yaml)"),
            ("weg", "niet gevonden"),
            ("weg.jsonl", "niet gevonden"),
            ("logo.png", "dit is geen profiel (.yaml), geen map en geen .jsonl-bestand"),
            ("leeg/../a**/b**c/*", "dit patroon kan niet"),
            ("niets.jsonl", "dit bestand is leeg"),
        ],
    )
    def it_says_what_is_wrong_with_a_source(self, policygen, tmp_path: Path, source: str, message: str):
        (tmp_path / "leeg").mkdir()
        (tmp_path / "logo.png").touch()
        (tmp_path / "niets.jsonl").write_text("\n \n")
        ran = policygen("batch", source, "-o", "uit")
        assert (ran.code, ran.out, ran.err) == (2, "", f"{source}: {message}. {HINT}\n")
        assert not (tmp_path / "uit").exists()

    def it_tells_of_a_folder_that_it_may_not_open(self, policygen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        put(tmp_path / "k", a=profile("Acht"), dicht__b=profile("Bries"))
        real = os.scandir

        def scandir(path: str | Path):
            if Path(path).name == "dicht":
                raise PermissionError(13, "nee", str(path))
            return real(path)

        monkeypatch.setattr(os, "scandir", scandir)
        ran = policygen("batch", "k", "-o", "uit", "-d", "visie", *DAY)
        assert ran.code == 1
        assert "k/dicht: map kan niet worden gelezen. Controleer of u de map mag openen." in ran.out
        assert clients(tmp_path / "uit") == ["acht"]


class DescribeAFolderInItsOwnSource:
    def it_takes_nothing_that_it_made_for_a_profile(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 2)
        for _ in range(2):
            assert policygen("batch", "k", "-o", "k/uit", "-d", "visie", "--zip", *DAY).code == 0
        first = files(tmp_path / "k")
        assert policygen("batch", "k", "-o", "k", "-d", "visie", "--zip", *DAY).code == 0
        assert clients(tmp_path / "k") == ["stichting-0000", "stichting-0001", "uit"]
        assert first.items() <= files(tmp_path / "k").items()
