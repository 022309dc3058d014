"""The program as a process: started afresh as a user does, or forked from a warm one, for many runs under faults."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


def moments(rounds: int, seconds: float) -> Iterator[tuple[int, float]]:
    """Numbered moments spread over the time that a run takes, and more of them where runs prove to be quicker.

    Runs beside other tests may prove to be slower as well, and files are written at the end of a run.
    """
    drawn = random.Random(rounds)
    yield from ((number, seconds * (1 + number % 3 / 2) * drawn.random()) for number in range(9 * rounds))


def started(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Python as a process of its own that knows the program, started from another folder."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        check=False,
    )


@contextmanager
def begun(*arguments: str, folder: Path, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Python as a process that goes on, to do something to; Ctrl-C ends it, whoever started the tests."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
    finally:
        signal.signal(signal.SIGINT, before)
    with process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


@dataclass(frozen=True)
class Ended:
    """How one run ended.

    Attributes:
        code: Its exit code; minus the number of the signal that ended it.
        seconds: From its start.
        after: From the signal that it got to its end; None when it had ended before.
        out: What it printed.
        err: What it printed as mistakes.
    """

    code: int
    seconds: float
    after: float | None
    out: str
    err: str


class Warm:
    """A process that has read the whole program, and forks for each run: 0.1 s in place of 0.5."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process = process
        self._folder = folder

    def run(self, *arguments: str, **fault: Any) -> Ended:
        """Runs `policygen ARGUMENTS` with a fault, one of those that `tests/support/forks.py` knows."""
        (ended,) = self.together([*arguments], **fault)
        return ended

    def together(self, *runs: list[str], **fault: Any) -> list[Ended]:
        """Runs several at once."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"folder": str(self._folder), "runs": runs, **fault}) + "\n")
        self._process.stdin.flush()
        return [Ended(**one) for one in json.loads(self._process.stdout.readline())]


@contextmanager
def warm(folder: Path, profile: str) -> Iterator[Warm]:
    """Starts a process whose runs begin in this folder, and that has made the documents of a profile once."""
    with subprocess.Popen(
        [sys.executable, str(ROOT / "tests" / "support" / "forks.py"), profile],
        cwd=folder,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield Warm(process, folder)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(10) == 0
