"""Whole processes: what a user waits for, from the command to the files.

Every command is run in turn, round after round, so that a busy moment of the machine hits all of them alike.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

ROUNDS = 15
FRESH = "(a new folder)"
FIRST = "the same, with nothing kept from an earlier run"
GENERATE = ("-m", "policygen", "generate")
ROOT = Path(__file__).parent.parent
PROFILE = ROOT / "examples" / "veldermaat" / "profiel.yaml"

# docxtpl fills the shipped body of the vision, of which it understands the tags but not the filter.
DOCXTPL = """
import sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render({"naam": "Veldermaat", "lijst": ["a", "b", "c"]}, autoescape=True)
template.save(sys.argv[2])
"""


# The steps of `policygen generate`, each timed in a process of its own run.
STEPS = """
import gc, json, sys, time
gc.set_threshold(100_000, 20, 100)
laps = {}
def lap(name):
    global last
    now = time.perf_counter()
    laps[name] = (now - last) * 1000
    last = time.perf_counter()
last = time.perf_counter()
import click; lap("import click")
import policygen.profile as profile; lap("import profile (pydantic and the models)")
from pathlib import Path
file = profile.load(Path(sys.argv[1])); lap("read and check the profile")
from policygen import context, generate; lap("import the rest (Jinja, lxml, the context)")
from datetime import date
today = date(2026, 11, 23)
values = generate._values(file, today); lap("read the catalogue and build the context")
wanted = generate._wanted(file, None)
def make(prove): generate._make(file, values, wanted, generate.SHIPPED, prove=prove)
make(prove=False); lap("fetch the compiled templates and fill eleven documents")
make(prove=False); lap("fill them again")
make(prove=True); lap("fill them again and check each by the own rules")
generate.generate_documents(file, Path(sys.argv[2]), today=today); lap("context and fill once more, and write 15 files")
print(json.dumps(laps))
"""


def main() -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        template = _docxtpl_template(folder)
        python = sys.executable
        commands = {
            "`python -c pass`": [python, "-c", "pass"],
            "`policygen --help`": [python, "-m", "policygen", "--help"],
            "docxtpl, one document": [python, "-c", DOCXTPL, str(template), str(folder / "docxtpl.docx")],
            "`policygen generate`, eleven documents": [python, *GENERATE, str(PROFILE), "-o", FRESH],
            FIRST: [python, *GENERATE, str(PROFILE), "-o", FRESH],
        }
        times = {name: [] for name in commands}
        for command in commands.values():
            _run(command, folder / "warm")  # fills the caches and writes the .pyc files
        for number in range(ROUNDS):
            for name, command in commands.items():
                settings = {"POLICYGEN_CACHE": ""} if name == FIRST else {}
                times[name].append(_run(command, folder / f"{number}{bool(settings)}", settings))
    base, peer = times["`python -c pass`"], times["docxtpl, one document"]
    versions = f"Python {sys.version.split()[0]}, docxtpl {version('docxtpl')}"
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    print(f"{versions}, {ROUNDS} rounds, load {load}")
    print("\n| command | median ms | min-max ms | over `pass`, ms | times docxtpl |\n|---|---:|---:|---:|---:|")
    for name, values in times.items():
        over = statistics.median(one - other for one, other in zip(values, base, strict=True))
        ratio = statistics.median(one / other for one, other in zip(values, peer, strict=True))
        spread = f"{min(values):.0f}-{max(values):.0f}"
        print(f"| {name} | {statistics.median(values):.0f} | {spread} | {over:.0f} | {ratio:.2f} |")

    _steps()


def _steps() -> None:
    """Where the time of `generate` goes."""
    laps: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-c", STEPS, str(PROFILE), folder]
            done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8")
        for name, value in json.loads(done.stdout).items():
            laps.setdefault(name, []).append(value)
    print("\n| step of `generate` | median ms |\n|---|---:|")
    for name, values in laps.items():
        print(f"| {name} | {statistics.median(values):.1f} |")


def _run(command: list[str], fresh: Path, settings: dict[str, str] | None = None) -> float:
    """Wall time of one process, in milliseconds; its files go to a new folder, so that they are really written."""
    command = [str(fresh) if part == FRESH else part for part in command]
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=os.environ | (settings or {}))
    return (time.perf_counter() - start) * 1000


def _docxtpl_template(folder: Path) -> Path:
    """A short letter: one value and one loop; anything longer would only make docxtpl slower."""
    from docx import Document  # noqa: PLC0415 - only this benchmark makes a document

    document = Document()
    for text in ("Beste {{ naam }},", "{%p for x in lijst %}", "{{ x }}", "{%p endfor %}"):
        document.add_paragraph(text)
    path = folder / "brief.docx"
    document.save(path)
    return path
