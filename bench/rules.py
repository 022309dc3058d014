"""The own rules: how long a document takes to prove itself, beside the time in which it is made."""

from __future__ import annotations

import statistics
import sys
import time
from datetime import date
from typing import TYPE_CHECKING, Any

from policygen import context, manifest, proof, resources, template
from policygen.ooxml.names import DOCUMENT
from policygen.ooxml.package import content, pack
from policygen.profile import load
from policygen.render import render

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 41
DOCUMENTS = ("visie", "leeswijzer", "beleid", "gesprek")


def main() -> None:
    """Prints the table."""
    values = context.build(load(resources.example()).profile, today=date(2026, 11, 23))
    values["huisstijl"]["logo"] = False
    print(f"Python {sys.version.split()[0]}, {ROUNDS} rounds in one process, in turn.\n")
    print("| document | main text, KB | fill, seal and pack, CPU ms | own rules, CPU ms | min-max |")
    print("|---|---:|---:|---:|---:|")
    for name in DOCUMENTS:
        print(_row(name, context.for_document(values, name)))


def _row(name: str, values: dict[str, Any]) -> str:
    body, frame = resources.template(name), resources.frame()
    compiled = template.compile_template(body, frame=frame, names=values, prepare=manifest.declare)
    members = manifest.seal(render(compiled, values)[0], {})
    filled, proven = [], []
    for _ in range(ROUNDS):
        filled.append(_milliseconds(lambda: pack(manifest.seal(render(compiled, values)[0], {}))))
        proven.append(_milliseconds(lambda: proof.require_sound(members, compiled)))
    size = next(len(content(one)) for one in members if one.name == DOCUMENT) / 1000
    made, took = statistics.median(filled), statistics.median(proven)
    return f"| {name} | {size:.0f} | {made:.1f} | {took:.1f} | {min(proven):.1f}-{max(proven):.1f} |"


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()  # of this process alone, whatever else the machine does
    work()
    return (time.process_time() - start) * 1000
