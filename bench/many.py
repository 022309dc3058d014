"""Many clients: time with one and with two processes, a second run, and the memory of the process that was started."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
_CLIENTS = 300
_SMALL = 10_000
_RUN = """
import sys
from policygen.__main__ import main
if __name__ == "__main__":
    main()
    import resource
    print("MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def _profiles(folder: Path, number: int, text: str) -> None:
    folder.mkdir()
    for count in range(number):
        (folder / f"{count:05}.yaml").write_text(text.replace("CODE", f"klant-{count}"), encoding="utf-8")


def _ran(folder: Path, *arguments: str) -> tuple[float, int]:
    since = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _RUN, "batch", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return time.perf_counter() - since, int(done.stdout.split()[-1])


def main() -> None:
    """Prints the table; not on Windows, which does not tell what a process took."""
    print(f"load {os.getloadavg()[0]:.1f}\n")
    print("| batch | s | clients a second | MB of the process that was started |\n|---|---:|---:|---:|")
    full = (ROOT / "profiles" / "ouderenzorg-nl.yaml").read_text(encoding="utf-8")
    full = re.sub(r"^ +code:.*\n", "", full, flags=re.MULTILINE)
    full = re.sub(r"^organisatie:.*\n", "organisatie:\n  code: CODE\n", full, flags=re.MULTILINE)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _profiles(folder / "vol", _CLIENTS, full)
        _profiles(folder / "klein", _SMALL, "organisatie: {naam: CODE, land: NL}\n")
        rows = [
            (f"{_CLIENTS} full profiles, one process", _CLIENTS, ("vol", "-o", "uit1", "--workers", "1")),
            (f"{_CLIENTS} full profiles, two processes", _CLIENTS, ("vol", "-o", "uit2", "--workers", "2")),
            ("the same once more, nothing changed", _CLIENTS, ("vol", "-o", "uit2", "--workers", "2")),
            (f"{_SMALL} small profiles x 1 document", _SMALL, ("klein", "-o", "uit3", "-d", "visie", "--workers", "2")),
        ]
        for what, clients, arguments in rows:
            seconds, megabytes = _ran(folder, *arguments)
            print(f"| {what} | {seconds:.1f} | {clients / seconds:.0f} | {megabytes} |", flush=True)
