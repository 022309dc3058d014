"""One tool in one process: fills documents on command and tells how long that took.

Started as `python -m bench.fill.worker TOOL FOLDER`; the folder holds template.docx and data.json. Each line on
standard input is a job such as `{"from": 0, "to": 20, "save": null}`; each line on standard output tells wall and CPU
seconds, the bytes of all documents, and the peak memory in KiB.
"""

from __future__ import annotations

import io
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def policygen(template: bytes) -> Callable[[dict[str, Any]], bytes]:
    """Policygen as it is: ISA-L where that is installed."""
    import policygen as tool  # noqa: PLC0415 - each process imports one tool

    return tool.compile_template(template).fill


def policygen_zlib(level: int) -> Callable[[bytes], Callable[[dict[str, Any]], bytes]]:
    """Policygen with zlib at one level."""

    def made(template: bytes) -> Callable[[dict[str, Any]], bytes]:
        from policygen.ooxml.package import pack, zlib_deflate  # noqa: PLC0415
        from policygen.render import render  # noqa: PLC0415
        from policygen.template import compile_template  # noqa: PLC0415

        compiled = compile_template(template)
        return lambda values: pack(render(compiled, values, deflate=lambda data: zlib_deflate(data, level))[0])

    return made


def limit(level: int) -> Callable[[bytes], Callable[[dict[str, Any]], bytes]]:
    """The least that any filler must do: deflate, checksum and join the same bytes."""

    def made(template: bytes) -> Callable[[dict[str, Any]], bytes]:
        from policygen.ooxml.package import fast_deflate, member, pack, read, zlib_deflate  # noqa: PLC0415
        from policygen.render import CompiledTemplate  # noqa: PLC0415
        from policygen.template import compile_template  # noqa: PLC0415

        compiled = compile_template(template)
        changing = {part.name for part in compiled.parts}
        static = [*compiled.static, *compiled.package[""]]
        kept: dict[int, dict[str, bytes]] = {}
        deflate = (lambda data: zlib_deflate(data, level)) if level else fast_deflate

        def fill(values: dict[str, Any]) -> bytes:
            if id(values) not in kept:
                parts = read(CompiledTemplate(compiled).fill(values))
                kept[id(values)] = {name: parts[name] for name in changing}
            return pack([*static, *(member(name, data, deflate) for name, data in kept[id(values)].items())])

        return fill

    return made


def docxtpl(template: bytes) -> Callable[[dict[str, Any]], bytes]:
    """docxtpl, escaping values as it can."""
    from docxtpl import DocxTemplate  # noqa: PLC0415

    def fill(values: dict[str, Any]) -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(values, autoescape=True)
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    return fill


def python_docx(template: bytes) -> Callable[[dict[str, Any]], bytes]:
    """python-docx, which only opens and saves."""
    from docx import Document  # noqa: PLC0415

    def fill(_values: dict[str, Any]) -> bytes:
        stream = io.BytesIO()
        Document(io.BytesIO(template)).save(stream)
        return stream.getvalue()

    return fill


TOOLS: dict[str, Callable[[bytes], Callable[[dict[str, Any]], bytes]]] = {
    "policygen": policygen,
    "policygen-zlib1": policygen_zlib(1),
    "policygen-zlib6": policygen_zlib(6),
    "limit": limit(0),
    "limit-zlib6": limit(6),
    "docxtpl": docxtpl,
    "docxtpl-ng": docxtpl,
    "python-docx": python_docx,
}


def main() -> None:
    """Answers jobs until the input ends."""
    folder = Path(sys.argv[2])
    fill = TOOLS[sys.argv[1]]((folder / "template.docx").read_bytes())
    data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    for line in sys.stdin:
        job = json.loads(line)
        total = 0
        wall, cpu = time.perf_counter(), time.process_time()
        for values in data[job["from"] : job["to"]]:
            made = fill(values)
            total += len(made)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        if job["save"]:
            Path(job["save"]).write_bytes(made)
        print(json.dumps({"wall": wall, "cpu": cpu, "bytes": total, "peak_kib": _peak()}), flush=True)


def _peak() -> int:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
