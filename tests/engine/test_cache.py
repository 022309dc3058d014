"""What was compiled is kept, only where nobody else can write, and never trusted when it looks wrong."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from policygen import assemble, cache, generate, profile

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    cache._folder.cache_clear()
    yield tmp_path / "cache"
    cache._folder.cache_clear()


def made(out: Path) -> dict[str, bytes]:
    assemble.compiled_of.cache_clear()
    found = generate.generate_documents(profile.load(DATA / "volledig.yaml"), out, today=date(2026, 11, 23))
    return {one.path.name: one.path.read_bytes() for one in found}


class DescribeKept:
    def it_makes_once_and_then_gives_what_was_kept(self, folder):
        assert cache.kept("x", [b"a"], lambda: ("gemaakt",)) == ("gemaakt",)
        assert cache.kept("x", [b"a"], lambda: pytest.fail("made twice")) == ("gemaakt",)
        assert cache.kept("x", [b"b"], lambda: "anders") == "anders"
        assert [path.suffix for path in folder.iterdir()] == [".cache", ".cache"]

    def it_passes_what_goes_wrong_and_keeps_nothing(self, folder):
        with pytest.raises(ZeroDivisionError):
            cache.kept("x", [b"a"], lambda: 1 / 0)
        assert list(folder.iterdir()) == []

    @pytest.mark.parametrize("damage", [b"", b"niets", b"\0" * 100])
    def it_makes_again_what_is_damaged(self, folder, damage):
        cache.kept("x", [b"a"], lambda: 1)
        (only,) = folder.iterdir()
        only.write_bytes(damage)
        assert cache.kept("x", [b"a"], lambda: 2) == 2
        assert cache.kept("x", [b"a"], lambda: 3) == 2

    def it_does_without_when_it_is_switched_off(self, monkeypatch):
        monkeypatch.setenv(cache.VARIABLE, "")
        cache._folder.cache_clear()
        assert cache.kept("x", [b"a"], lambda: 1) == 1
        assert cache.kept("x", [b"a"], lambda: 2) == 2
        cache._folder.cache_clear()

    def it_does_without_where_it_cannot_write(self, tmp_path, monkeypatch):
        (tmp_path / "bestand").write_text("x", encoding="utf-8")
        monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "bestand" / "cache"))
        cache._folder.cache_clear()
        assert cache.kept("x", [b"a"], lambda: 1) == 1
        cache._folder.cache_clear()

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
    def it_reads_nothing_from_a_folder_in_which_others_can_write(self, folder):
        cache.kept("x", [b"a"], lambda: 1)
        folder.chmod(0o777)
        cache._folder.cache_clear()
        assert cache.kept("x", [b"a"], lambda: 2) == 2

    def it_drops_the_oldest_when_there_are_many(self, folder, monkeypatch):
        monkeypatch.setattr(cache, "_MOST", 3)
        for number in range(5):
            cache.kept(str(number), [b"a"], lambda: 1)
            os.utime(max(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns), ns=(number, number))
        assert sorted(path.name[0] for path in folder.iterdir()) == ["2", "3", "4"]


class DescribeGenerate:
    def it_writes_the_same_bytes_from_what_was_kept(self, folder, tmp_path):
        first = made(tmp_path / "eerst")
        assert any(path.name.startswith("beleid-") for path in folder.iterdir())
        assert made(tmp_path / "weer") == first
