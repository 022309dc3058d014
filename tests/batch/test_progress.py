"""What somebody sees who waits."""

from __future__ import annotations

import os
import re
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from policygen.batch.clients import Client
from policygen.batch.job import Result
from policygen.commands import workers
from policygen.commands.progress import Progress, progress
from tests.batch.conftest import DAY, many
from tests.support.program import ROOT

MADE = Result(Client(Path("k.yaml")), "Acht", made=True, counts=Counter(nieuw=11))


class DescribeLines:
    @pytest.fixture
    def clock(self, monkeypatch: pytest.MonkeyPatch):
        now = [0.0]
        monkeypatch.setattr(time, "monotonic", lambda: now[0])
        monkeypatch.setattr(Progress, "_first", 2)
        return now

    def it_tells_nothing_of_what_is_done_soon(self, clock, capsys):
        with progress(as_json=False) as shown:
            shown.read(MADE)
            clock[0] = 1.9
            shown.made(MADE)
        assert capsys.readouterr() == ("", "")

    def it_tells_now_and_then_how_far_it_is(self, clock, capsys):
        shown = Progress()
        for _ in range(400):
            clock[0] += 1 / 32
            shown.read(MADE)
        for _ in range(400):
            clock[0] += 1 / 32
            shown.made(MADE)
        assert capsys.readouterr().err.splitlines() == [
            "Profielen gelezen: 64",
            "Profielen gelezen: 384",
            "304 van 400 klanten klaar (3.344 bestanden, 352 per seconde)",
        ]

    def it_takes_its_line_on_a_terminal_away(self, clock, capsys, monkeypatch):
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        with progress(as_json=False) as shown:
            clock[0] = 100
            shown.read(MADE)
        assert capsys.readouterr().err == f"\rProfielen gelezen: 1{' ' * 20}\r\r{' ' * 40}\r"

    def it_tells_nothing_besides_json(self, clock, capsys):
        with progress(as_json=True) as shown:
            clock[0] = 100
            shown.read(MADE)
            shown.made(MADE)
        told = capsys.readouterr()
        assert (told.err, told.out.count("\n")) == ("", 1)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other terminals")
class DescribeATerminal:
    def shown(self, folder: Path, *arguments: str) -> tuple[int, list[str]]:
        """What comes by on the screen, from one return of the cursor to the next."""
        import pty

        child, terminal = pty.fork()
        if not child:
            os.chdir(folder)
            os.environ |= {"PYTHONPATH": str(ROOT), "COLUMNS": "100", "TERM": "xterm"}
            os.execv(sys.executable, [sys.executable, "-m", "policygen", *arguments])
        text = b""
        while True:
            try:
                some = os.read(terminal, 65536)
            except OSError:  # Linux says so at the end
                break
            if not some:
                break
            text += some
        os.close(terminal)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        plain = re.sub(r"\x1b\[[^a-z]*[a-zA-Z]", "", text.decode())
        return code, [line.strip() for line in re.split(r"[\r\n]+", plain) if line.strip()]

    def it_has_a_bar(self, tmp_path: Path):
        many(tmp_path / "k", 13, 3)
        code, seen = self.shown(tmp_path, "batch", "k", "-o", "uit", "-d", "visie", *DAY)
        bars = [line for line in seen if line.startswith("Klanten  [")]
        assert code == 1
        assert re.fullmatch(r"Klanten  \[█+\]  13/13  12 bestanden(, \d+ per seconde)?", bars[-1])
        assert "Klanten: 13, waarvan 12 gemaakt en 1 geweigerd." in seen

    def it_takes_its_line_away_when_nothing_follows(self, tmp_path: Path):
        many(tmp_path / "k", 2)
        many(tmp_path / "k2", 2)
        code, seen = self.shown(tmp_path, "batch", "k", "k2", "-o", "uit", "-d", "visie", *DAY)
        assert (code, [line[:32] for line in seen[-2:]]) == (3, [f"k2/klant-000{n}.yaml: organisatie:" for n in (0, 1)])


class DescribeWorkers:
    def it_starts_no_processes_for_a_few_clients(self, policygen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        def refuse(*_: object) -> None:
            raise AssertionError

        monkeypatch.setattr(workers, "_Processes", refuse)
        many(tmp_path / "k", 13)
        assert policygen("batch", "k", "-o", "uit", "-d", "visie", *DAY).code == 0

    def it_uses_the_processors_that_it_may_use_when_it_gains(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(workers, "_processors", lambda: 8)
        assert [workers.usual(number) for number in (0, 13, 39, 40, 1000)] == [1, 1, 1, 8, 8]
        monkeypatch.setattr(workers, "_processors", lambda: 200)
        assert workers.usual(40) == 60
