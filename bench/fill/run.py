"""Runs all tools side by side and prints two tables in Markdown; prints no figure when their texts differ."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.fill import material, peers
from policygen.ooxml.text import lines

ROUNDS, WARM_UP, SETS = 10, 30, 200
PER_ROUND = {"docxtpl": 10, "docxtpl-ng": 10, "docxtemplater": 20, "carbone": 20, "python-docx": 20}
OWN = ("policygen", "policygen-zlib1", "policygen-zlib6", "limit", "limit-zlib6")
WHOLE = 10  # a ratio above this is shown without decimals
REPEATS = 5
ROWS = (10, 100, 1000, 10_000)
SLOW_ROWS = {"docxtpl": 1000, "docxtpl-ng": 1000}  # more would take minutes a document


def main() -> None:
    """Measures and prints."""
    versions = peers.available()
    tools = [*OWN, *(tool for tool in versions if tool in PER_ROUND)]
    with tempfile.TemporaryDirectory() as scratch:
        _documents(tools, versions, Path(scratch))
    with tempfile.TemporaryDirectory() as scratch:
        _rows([tool for tool in tools if tool != "python-docx"], Path(scratch))


def _documents(tools: list[str], versions: dict[str, str], folder: Path) -> None:
    data = material.data_sets(SETS)
    workers = [peers.Worker(tool, material.template(peers.syntax(tool)), data, folder) for tool in tools]
    different = _different(workers)
    if different:
        print(f"No figures: the text of {', '.join(different)} differs from that of docxtpl.")
        return
    for worker in workers:
        worker.fill(0, SETS if worker.tool.startswith("limit") else WARM_UP)  # the limit keeps what it will compress
    times: dict[str, list[dict[str, float]]] = {tool: [] for tool in tools}
    for number in range(ROUNDS):
        for worker in workers:
            count = PER_ROUND.get(worker.tool, SETS)
            start = number * count % (SETS - count + 1)
            answer = worker.fill(start, start + count)
            times[worker.tool].append(
                {key: value / count for key, value in answer.items()} | {"peak": answer["peak_kib"]}
            )
    for worker in workers:
        worker.close()
    print(f"Python {sys.version.split()[0]}, isal {_version('isal')}, Jinja {_version('jinja2')}, {_load()};")
    print(f"{ROUNDS} rounds, {SETS} data sets, same visible text checked.\n")
    print("| tool | version | ms | min-max | CPU ms | docxtpl / it | it / limit | KiB | peak MiB |")
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|")
    for tool, rounds in times.items():
        bound = times["limit-zlib6" if tool == "policygen-zlib6" else "limit"]
        print(_row(tool, versions.get(tool, "-"), rounds, times["docxtpl"], bound))


def _different(workers: list[peers.Worker]) -> list[str]:
    """The tools whose document says something else than that of docxtpl; python-docx fills nothing."""
    texts = {}
    for worker in workers:
        if worker.tool != "python-docx":
            worker.fill(7, 8, keep=True)
            texts[worker.tool] = lines(worker.document.read_bytes())
    return [tool for tool, text in texts.items() if text != texts["docxtpl"]]


def _row(
    tool: str, release: str, rounds: list[dict[str, float]], peer: list[dict[str, float]], bound: list[dict[str, float]]
) -> str:
    wall = [one["wall"] * 1000 for one in rounds]
    over_peer = _ratios([(other["wall"], one["wall"]) for one, other in zip(rounds, peer, strict=True)])
    over_limit = _ratios([(one["wall"], other["wall"]) for one, other in zip(rounds, bound, strict=True)])
    cpu = statistics.median(one["cpu"] for one in rounds) * 1000
    size = statistics.median(one["bytes"] for one in rounds) / 1024
    peak = max(one["peak"] for one in rounds) / 1024
    spread = f"{min(wall):.2f}-{max(wall):.2f}"
    return (
        f"| {tool} | {release} | {statistics.median(wall):.2f} | {spread} | {cpu:.2f} "
        f"| {over_peer} | {over_limit} | {size:.0f} | {peak:.0f} |"
    )


def _ratios(pairs: list[tuple[float, float]]) -> str:
    ratios = [one / other for one, other in pairs]
    form = "{:.0f} ({:.0f}-{:.0f})" if min(ratios) > WHOLE else "{:.2f} ({:.2f}-{:.2f})"
    return form.format(statistics.median(ratios), min(ratios), max(ratios))


def _rows(tools: list[str], folder: Path) -> None:
    data = [material.data_sets(1, rows=rows)[0] for rows in ROWS]
    workers = [peers.Worker(tool, material.rows_template(peers.syntax(tool)), data, folder) for tool in tools]
    medians: dict[str, list[float | None]] = {}
    for worker in workers:
        worker.fill(0, 2)
    for worker in workers:
        medians[worker.tool] = []
        for place, rows in enumerate(ROWS):
            if rows > SLOW_ROWS.get(worker.tool, max(ROWS)):
                medians[worker.tool].append(None)
                continue
            walls = [worker.fill(place, place + 1)["wall"] * 1000 for _ in range(REPEATS)]
            medians[worker.tool].append(statistics.median(walls))
        worker.close()
    print(f"\nOne table with a repeated row of three cells, ms a document, {_load()}.\n")
    print("| tool |" + "".join(f" {rows} rows |" for rows in ROWS) + " growth from 1,000 to 10,000 |")
    print("|---|" + "---:|" * (len(ROWS) + 1))
    for tool, values in medians.items():
        shown = "".join(f" {value:.2f} |" if value else " - |" for value in values)
        grown = f"{values[-1] / values[-2]:.1f}" if values[-1] and values[-2] else "-"
        print(f"| {tool} |{shown} {grown} |")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _load() -> str:
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores" if hasattr(os, "getloadavg") else "load unknown"
