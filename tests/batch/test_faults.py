"""Whatever stops a batch: every file is whole, nothing goes on without it, and the next run completes it."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import time
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from policygen.commands.boundary import run
from tests.batch.conftest import DAY, files, many
from tests.support.program import begun, moments, started

if TYPE_CHECKING:
    import subprocess

pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="asks Linux which processes there are")

KILL = getattr(signal, "SIGKILL", None)  # Windows has none, and skips all this
STOPS = (signal.SIGINT, signal.SIGTERM)
MESSAGE = re.compile(
    r"Afgebroken: (?P<done>\d+) van (?P<total>\d+) klanten klaar\. Wat al klaar was, is heel\."
    r" Draai de opdracht opnieuw voor de rest\.\n"
)
UNCOUNTED = "Afgebroken. Wat al klaar was, is heel.\n"
OFTEN = 0.02  # seconds
CLIENTS = 40
PROGRESS = re.compile(r"(Profielen gelezen: |\d+ van \d+ klanten klaar \().*\n")  # lines of a run that takes longer


@dataclass(frozen=True)
class Whole:
    """A batch that nothing disturbs: where its profiles are, what it makes and how long it takes."""

    folder: Path
    made: dict[str, bytes]
    seconds: float

    def arguments(self, out: Path) -> tuple[str, ...]:
        return ("-m", "policygen", "batch", "k", "-o", str(out), "--workers", "2", "--zip", "-d", "visie", *DAY)

    def begun(self, out: Path):
        return begun(*self.arguments(out), folder=self.folder)

    def is_completed(self, out: Path) -> None:
        """The next run makes what is missing, and leaves nothing behind."""
        arguments = ["1" if one == "2" else one for one in self.arguments(out)[2:]]
        with chdir(self.folder):
            assert run(arguments) == 0
        assert tidy(files(out)) == self.made


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("heel")
    many(folder / "k", CLIENTS)
    ready = Whole(folder, {}, 0)
    since = time.monotonic()
    assert started(*ready.arguments(folder / "uit"), folder=folder).returncode == 0
    return Whole(folder, tidy(files(folder / "uit")), time.monotonic() - since)


def tidy(found: dict[str, bytes]) -> dict[str, bytes]:
    """Without what tells of the last run: the summary, and the memory of the tables."""
    return {name: data for name, data in found.items() if name not in {"samenvatting.csv", ".policygen.json"}}


def only_whole(out: Path, made: dict[str, bytes]) -> None:
    for name, data in tidy(files(out)).items():
        if not name.endswith((".tmp", ".lock")):
            assert data == made[name], name


def left_over(out: Path) -> list[str]:
    return [name for name in files(out) if name.endswith((".tmp", ".lock"))]


def children(process: subprocess.Popen[str]) -> list[int]:
    """The processes that it started, by what Linux tells of each."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(fields[1]) == process.pid and fields[0] != "Z":
            found.append(int(path.parent.name))
    return found


def workers(process: subprocess.Popen[str]) -> list[int]:
    """Without the one that watches what is shared."""
    return [
        number
        for number in children(process)
        if b"resource_tracker" not in Path(f"/proc/{number}/cmdline").read_bytes()
    ]


def said(process: subprocess.Popen[str]) -> str:
    """What it told at the end."""
    assert process.stderr is not None
    return PROGRESS.sub("", process.stderr.read()).lstrip("\n")


def gone(numbers: list[int], seconds: float) -> bool:
    until = time.monotonic() + seconds
    while any(alive(number) for number in numbers):
        if time.monotonic() > until:
            return False
        time.sleep(OFTEN)
    return True


def alive(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(out: Path, number: int) -> None:
    """Until so many clients are done."""
    until = time.monotonic() + 60
    while len(list(out.glob("*.zip"))) < number:
        assert time.monotonic() < until
        time.sleep(OFTEN)


class DescribeAKill:
    @pytest.mark.parametrize(
        "rounds", [pytest.param(3, id="some"), pytest.param(100, marks=pytest.mark.slow, id="a hundred")]
    )
    def it_leaves_whole_files_that_the_next_run_completes(self, whole: Whole, tmp_path: Path, rounds: int):
        killed, partial = 0, 0
        for number, moment in moments(rounds, whole.seconds):
            out = tmp_path / str(number)
            with whole.begun(out) as process:
                time.sleep(moment)
                left = children(process)
                process.kill()
                killed += process.wait() == -KILL
            partial += 0 < len(list(out.glob("*.zip"))) < CLIENTS
            if number % 2:  # a run at once meets what the killed one left running
                whole.is_completed(out)
            assert gone(left, 10)
            only_whole(out, whole.made)
            whole.is_completed(out)
            shutil.rmtree(out)
            if killed == rounds:
                break
        assert killed == rounds
        assert partial or rounds < 100

    @pytest.mark.slow
    def it_leaves_no_process_that_goes_on(self, whole: Whole, tmp_path: Path):
        with whole.begun(tmp_path / "uit") as process:
            wait_for(tmp_path / "uit", 3)
            left = workers(process)
            process.kill()
        assert len(left) == 2
        assert gone(left, 5)
        whole.is_completed(tmp_path / "uit")


class DescribeARequestToStop:
    @pytest.mark.parametrize("number", STOPS)
    @pytest.mark.parametrize("rounds", [pytest.param(1, id="one"), pytest.param(10, marks=pytest.mark.slow, id="ten")])
    def it_ends_soon_and_tells_how_many_clients_are_done(
        self, whole: Whole, tmp_path: Path, number: signal.Signals, rounds: int
    ):
        for place in range(rounds):
            out = tmp_path / str(place)
            with whole.begun(out) as process:
                wait_for(out, 1 + 2 * place)
                left = children(process)
                self.stop(process, number, left)
                told = MESSAGE.fullmatch(said(process))
                assert told
                assert int(told["total"]) == CLIENTS
                assert int(told["done"]) <= len(list(out.glob("*.zip"))) < CLIENTS
            only_whole(out, whole.made)
            assert left_over(out) == []
            whole.is_completed(out)

    @pytest.mark.parametrize(
        ("number", "rounds"),
        [
            pytest.param(signal.SIGTERM, 1, id="one"),
            *(pytest.param(number, 10, marks=pytest.mark.slow, id=f"ten {number.name}") for number in STOPS),
        ],
    )
    def it_ends_soon_before_anything_is_written(
        self, whole: Whole, tmp_path: Path, number: signal.Signals, rounds: int
    ):
        many(tmp_path / "k", 2000)
        drawn = random.Random(rounds)
        for _ in range(rounds):
            with begun(*whole.arguments(tmp_path / "uit"), folder=tmp_path) as process:
                while not workers(process):
                    time.sleep(OFTEN)
                time.sleep(drawn.random())
                self.stop(process, number, children(process))
                assert said(process) == UNCOUNTED
            assert not (tmp_path / "uit").exists()

    def it_ends_soon_with_one_worker(self, whole: Whole, tmp_path: Path):
        arguments = ["1" if one == "2" else one for one in whole.arguments(tmp_path / "uit")]
        with begun(*arguments, folder=whole.folder) as process:
            wait_for(tmp_path / "uit", 3)
            self.stop(process, signal.SIGINT, [])
            assert MESSAGE.fullmatch(said(process))
        only_whole(tmp_path / "uit", whole.made)
        assert left_over(tmp_path / "uit") == []

    @pytest.mark.slow
    def it_is_one_for_all_processes_on_a_terminal(self, whole: Whole, tmp_path: Path):
        """Ctrl-C reaches every process there, also those that only begin."""
        for moment in (0.0, 0.2):
            with begun("-c", _GROUP, *whole.arguments(tmp_path / "uit")[2:], folder=whole.folder) as process:
                while not workers(process):
                    time.sleep(OFTEN)
                time.sleep(moment)
                os.killpg(process.pid, signal.SIGINT)
                assert process.wait(20) == 130
                told = said(process)
                assert told == UNCOUNTED or MESSAGE.fullmatch(told), told

    def stop(self, process: subprocess.Popen[str], number: signal.Signals, left: list[int]) -> None:
        since = time.monotonic()
        process.send_signal(number)
        assert process.wait(20) == 130
        assert time.monotonic() - since < 2
        assert gone(left, 1)


_GROUP = """
import os, sys
os.setpgid(0, 0)
sys.argv[0] = "policygen"
from policygen.__main__ import main
if __name__ == "__main__":
    sys.exit(main())
"""


class DescribeAProcessThatIsKilled:
    def it_is_told_and_the_others_end(self, whole: Whole, tmp_path: Path):
        with whole.begun(tmp_path / "uit") as process:
            wait_for(tmp_path / "uit", 3)
            left = workers(process)
            os.kill(left[0], signal.SIGKILL)
            assert process.wait(30) == 5
            assert said(process) == (
                "een van de processen is van buitenaf gestopt. Wat al klaar was, is heel. "
                "Vaak is er te weinig geheugen. Draai de opdracht opnieuw, met --workers 1 als het weer gebeurt.\n"
            )
        assert gone(left, 5)
        only_whole(tmp_path / "uit", whole.made)
        whole.is_completed(tmp_path / "uit")


class DescribeWaysToStart:
    @pytest.mark.slow
    def it_has_processes_also_when_it_is_a_script(self, whole: Whole, tmp_path: Path):
        script = tmp_path / "policygen-script"  # as pip makes it: no .py
        script.write_text(
            "import sys\nfrom policygen.__main__ import main\nif __name__ == '__main__':\n    sys.exit(main())\n"
        )
        done = started(str(script), *whole.arguments(tmp_path / "uit")[2:], folder=whole.folder)
        assert (done.returncode, PROGRESS.sub("", done.stderr.decode())) == (0, "")
        assert tidy(files(tmp_path / "uit")) == whole.made
