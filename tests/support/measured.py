"""A command in a process of its own, with the time and memory that it took."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
# A small process starts the command: memory counts from the process that starts it, and that of a test is large.
_START = """
import json, os, sys, time
start = time.perf_counter()
child = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[1:]], os.environ)
_, status, used = os.wait4(child, 0)
seconds = time.perf_counter() - start
print(json.dumps([os.waitstatus_to_exitcode(status), seconds, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""


@dataclass(frozen=True)
class Measured:
    """What a process printed and took.

    Attributes:
        code: Exit code.
        out: What it printed.
        err: What it told.
        seconds: On the clock.
        cpu: Seconds that it worked; other processes on the machine do not count.
        megabytes: The most memory that it had at once.
    """

    code: int
    out: str
    err: str
    seconds: float
    cpu: float
    megabytes: float


def measured(*arguments: str, folder: Path) -> Measured:
    """Runs `policygen` in a folder; not on Windows, which does not tell what a process took."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _START, "-m", "policygen", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    out, _, last = done.stdout.rstrip("\n").rpartition("\n")
    code, seconds, cpu, kilobytes = json.loads(last)
    unit = 1_000_000 if sys.platform == "darwin" else 1000
    return Measured(code, out, done.stderr, seconds, cpu, kilobytes / unit)
