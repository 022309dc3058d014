"""Many clients: from profiles to files on disk, beside python-docx that only opens and saves the same files.

Whole processes, in turn, round after round. The clients are copies of the profile that uses every key, each with a name
of its own, so that a set has eleven documents and four text files.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

CLIENTS = 500
ROUNDS = 5
ROOT = Path(__file__).parent.parent
PROFILE = ROOT / "examples" / "veldermaat" / "profiel.yaml"
BATCH = (sys.executable, "-m", "policygen", "batch")

REOPEN = """
import sys
from pathlib import Path
import docx
for path in Path(sys.argv[1]).rglob("*/*.docx"):
    docx.Document(str(path)).save(str(Path(sys.argv[2]) / f"{path.parent.name}_{path.name}"))
"""
READ = """
import statistics, sys, time
from pathlib import Path
import yaml
from policygen import memory, profile
memory.settle()  # as the program does
path = Path(sys.argv[1])
text = path.read_text(encoding="utf-8")
def timed(work):
    start = time.perf_counter(); work(); return time.perf_counter() - start
def own(): profile.load(path)
def alone(): yaml.load(text, yaml.CSafeLoader)
def in_turn(calls):
    turns = [[[timed(work) for _ in range(calls)] for work in (own, alone)] for _ in range(600 // calls)]
    pairs = [[statistics.median(side) for side in turn] for turn in turns[1:]]
    return [*(statistics.median(side) * 1000 for side in zip(*pairs)), statistics.median(a / b for a, b in pairs)]
own()
print(*in_turn(20), *in_turn(1))
"""
STEPS = """
import statistics, sys, time
from datetime import date
from pathlib import Path
from policygen import generate, memory, profile
from policygen.assemble import compiled_of
from policygen.ooxml.package import member, pack, read
memory.settle()  # as the program does
laps = {}
def lap(name, work):
    start = time.process_time(); found = work(); laps.setdefault(name, []).append((time.process_time() - start) * 1000)
    return found
path, out, day = Path(sys.argv[1]), Path(sys.argv[2]), date(2026, 11, 23)
line = Path(sys.argv[3]).read_text(encoding="utf-8")
file = profile.load(path)
values = generate._values(file, day)
made = generate.document_set(file, today=day, prove=False)
frame = generate.SHIPPED.frame(file)
parts = []
for name, one in zip(generate._wanted(file, None), made.documents):
    own = generate.context.for_document(generate.context.with_places(file.profile, values, {}), name)
    compiled = compiled_of(generate.SHIPPED.body(name), frame, frozenset(own), allow_external=False)
    same = {member.name for member in compiled.static}
    parts.append((one.name, compiled.static, [pair for pair in read(one.data).items() if pair[0] not in same]))
def least(folder):
    for name, static, rest in parts:
        (folder / name).write_bytes(pack([*static, *(member(*pair) for pair in rest)]))
for number in range(60):
    lap("read and check a line of JSON", lambda: profile.load_line(path, 1, line))
    file = lap("read and check YAML", lambda: profile.load(path))
    values = lap("build the context", lambda: generate._values(file, day))
    wanted = generate._wanted(file, None)
    lap("fill eleven documents", lambda: generate._make(file, values, wanted, generate.SHIPPED, prove=False))
    made = generate.document_set(file, today=day, prove=False)
    lap("write 15 files", lambda: list(generate.written(made, out / str(number), force=False, durable=False)))
    plain = out / f"{number} limit"
    plain.mkdir()
    lap("the least: compress what differs from the template, join, and write 11 files", lambda: least(plain))
print(*(f"{name}|{statistics.median(times):.1f}" for name, times in laps.items()), sep=chr(10))
"""


def main() -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        folder, lines = _clients(scratch)
        commands = {
            f"batch from YAML, {workers} worker{'s' * (workers > 1)}": [*BATCH, str(folder), "--workers", str(workers)]
            for workers in _workers()
        } | {
            f"batch from JSON Lines, {workers} worker{'s' * (workers > 1)}": [
                *BATCH,
                str(lines),
                "--workers",
                str(workers),
            ]
            for workers in _workers()
        }
        made = scratch / "made"
        _run([*BATCH, str(folder), "-o", str(made)])
        times: dict[str, list[float]] = {}
        for number in range(ROUNDS):
            # Nothing is deleted on the way: ext4 looks at each file that went in the last minute when it makes one.
            for place, (command, parts) in enumerate(commands.items()):
                out = scratch / f"out{number}-{place}"
                times.setdefault(command, []).append(_run([*parts, "-o", str(out)]))
            again = scratch / f"again{number}"
            again.mkdir()
            times.setdefault("python-docx opens and saves them", []).append(
                _run([sys.executable, "-c", REOPEN, str(made), str(again)])
            )
            times.setdefault("the same batch again, nothing new", []).append(
                _run([*BATCH, str(folder), "-o", str(made)])
            )
        _print(times)
        _steps(scratch, lines)


def _print(times: dict[str, list[float]]) -> None:
    peer = times["python-docx opens and saves them"]
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    print(f"{CLIENTS} clients, {ROUNDS} rounds, load {load} on {os.cpu_count()} cores\n")
    print("| | s | ms a client | python-docx / it |\n|---|---:|---:|---:|")
    for name, values in times.items():
        ratio = statistics.median(other / one for one, other in zip(values, peer, strict=True))
        middle = statistics.median(values)
        print(f"| {name} | {middle:.2f} | {middle / CLIENTS * 1000:.0f} | {ratio:.2f} |")
    for kind in ("YAML", "JSON Lines"):
        one, *more = (values for name, values in times.items() if f"from {kind}," in name)
        for values in more:
            print(
                f"\n{kind}: {statistics.median(a / b for a, b in zip(one, values, strict=True)):.2f} times one worker."
            )


def _steps(scratch: Path, lines: Path) -> None:
    """Where the time goes, within one process."""
    read = list(map(float, _output([sys.executable, "-c", READ, str(PROFILE)]).split()))
    print("\n| one profile of YAML | read and checked, ms | CSafeLoader alone, ms | times |\n|---|---:|---:|---:|")
    for kind, (own, alone, ratio) in (("20 calls of each in turn", read[:3]), ("one call of each in turn", read[3:])):
        print(f"| {kind} | {own:.2f} | {alone:.2f} | {ratio:.2f} |")
    print("\n| step, one client | CPU ms |\n|---|---:|")
    line = scratch / "line.json"
    line.write_text(lines.read_text(encoding="utf-8").partition("\n")[0], encoding="utf-8")
    for row in _output([sys.executable, "-c", STEPS, str(PROFILE), str(scratch / "steps"), str(line)]).splitlines():
        print(f"| {row.replace('|', ' | ')} |")


def _workers() -> tuple[int, ...]:
    return (1, 2) if (os.cpu_count() or 1) > 1 else (1,)


def _clients(scratch: Path) -> tuple[Path, Path]:
    folder, lines = scratch / "klanten", scratch / "klanten.jsonl"
    folder.mkdir()
    text = PROFILE.read_text(encoding="utf-8")
    data = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes nothing but texts
    data["zelfscan"] = {key: value for key, value in data["zelfscan"].items() if key != "vorige"}
    data["huisstijl"] = {key: value for key, value in data["huisstijl"].items() if key not in {"logo", "sjabloon"}}
    with lines.open("w", encoding="utf-8") as file:
        for number in range(CLIENTS):
            name = f"Stichting Veldermaat {number}"
            own = {"code": f"klant-{number}", "naam": name, "korte_naam": f"Veldermaat {number}"}
            client = data | {"organisatie": data["organisatie"] | own}
            file.write(json.dumps(client, ensure_ascii=False) + "\n")
            (folder / f"{number}.yaml").write_text(yaml.safe_dump(client, allow_unicode=True), encoding="utf-8")
    return folder, lines


def _run(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - start


def _output(command: list[str]) -> str:
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8").stdout
