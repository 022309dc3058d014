"""Writes templates/*.docx from templates/bron; with `--check` only tells which would change."""

from __future__ import annotations

import sys
from pathlib import Path

from policygen.ooxml.package import member, pack, read, zlib_deflate
from tools.body import build

TEMPLATES = Path(__file__).parent.parent / "templates"
SOURCES = TEMPLATES / "bron"


def frame(name: str) -> bytes:
    """Zips the frame that lies unpacked in templates/bron/huisstijl."""
    folder = SOURCES / "huisstijl" / name
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return pack(member(path.relative_to(folder).as_posix(), path.read_bytes(), zlib_deflate) for path in files)


def made() -> dict[Path, bytes]:
    """Makes every template, by the path where it belongs."""
    frames = {
        TEMPLATES / "huisstijl" / f"{folder.name}.docx": frame(folder.name)
        for folder in sorted((SOURCES / "huisstijl").iterdir())
    }
    base = frames[TEMPLATES / "huisstijl" / "standaard.docx"]
    bodies = {
        TEMPLATES / f"{source.stem}.docx": build(source.read_text(encoding="utf-8"), base)
        for source in sorted(SOURCES.glob("*.txt"))
    }
    # python-docx stamps the time and packs with its own zlib; parts packed again are the same every time.
    return frames | {
        path: pack(member(name, part, zlib_deflate) for name, part in read(docx).items())
        for path, docx in bodies.items()
    }


def main() -> int:
    """Writes the templates that differ; returns 1 when `--check` finds any."""
    stale = [
        (path, docx) for path, docx in made().items() if not path.exists() or read(path.read_bytes()) != read(docx)
    ]
    for path, docx in stale:
        print(path.relative_to(TEMPLATES.parent).as_posix())
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(docx)
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
