"""Writes what is made from other files: Word templates, JSON Schema, tables in HANDLEIDING.md, example documents.

Run `python -m tools` after a change in templates/bron, in the models of the profile or in the catalogue; a test finds
what was forgotten.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from policygen import manifest, profile, schema
from policygen.generate import generate_documents
from policygen.ooxml.package import member, pack, read, zlib_deflate
from tools.body import build
from tools.statements import statement_table

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
SOURCES = TEMPLATES / "bron"
EXAMPLE = ROOT / "examples" / "klant-mozaiek"
EXAMPLE_DAY = date(2026, 11, 25)
GUIDE = ROOT / "HANDLEIDING.md"
TABLES = {"sleutels": schema.reference_table, "stellingen": statement_table}


def made() -> dict[Path, bytes]:
    """Makes every generated file, by its path."""
    frames = {folder.name: _frame(folder) for folder in sorted((SOURCES / "huisstijl").iterdir())}
    files = {TEMPLATES / "huisstijl" / f"{name}.docx": docx for name, docx in frames.items()}
    for source in sorted(SOURCES.glob("*.txt")):
        if "_" not in source.stem:
            files[TEMPLATES / f"{source.stem}.docx"] = _body(whole(source), frames["standaard"])
    for source in sorted((SOURCES / "batch").glob("*.txt")):
        files[TEMPLATES / "batch" / f"{source.stem}.docx"] = _body(whole(source), frames["standaard"])
    files[ROOT / "profiles" / "profile.schema.json"] = schema.json_schema_text().encode()
    files[GUIDE] = _guide(GUIDE.read_text(encoding="utf-8")).encode()
    return files


def example() -> dict[Path, bytes]:
    """Makes the documents of the example client from the templates as they are now, by their path."""
    with tempfile.TemporaryDirectory() as folder:
        outcomes = generate_documents(profile.load(EXAMPLE / "profiel.yaml"), Path(folder), today=EXAMPLE_DAY)
        return {EXAMPLE / "uit" / one.path.name: one.path.read_bytes() for one in outcomes}


def stale(files: dict[Path, bytes]) -> list[Path]:
    """Lists the files that differ from what was made."""
    return [path for path, data in files.items() if not path.exists() or _content(path.read_bytes()) != _content(data)]


def _frame(folder: Path) -> bytes:
    """Zips a frame that lies unpacked."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return pack(member(path.relative_to(folder).as_posix(), path.read_bytes(), zlib_deflate) for path in files)


def whole(source: Path) -> str:
    """Reads the text source of a document, with `<id>_samenvatting.txt` before it and `<id>_bijlagen.txt` after it."""
    parts = [source.with_stem(f"{source.stem}{part}") for part in ("_samenvatting", "", "_bijlagen")]
    return "\n".join(part.read_text(encoding="utf-8") for part in parts if part.exists())


def _body(text: str, frame: bytes) -> bytes:
    docx = build(text, frame)
    # python-docx packs with the time of day; packed again, equal parts are equal bytes.
    return pack(member(name, part, zlib_deflate) for name, part in read(docx).items())


def _guide(text: str) -> str:
    for name, table in TABLES.items():
        begin, end = f"<!-- begin: {name} -->\n", f"<!-- einde: {name} -->"
        before, _, rest = text.partition(begin)
        text = f"{before}{begin}{table().strip()}\n{end}{rest.partition(end)[2]}"
    return text


def _content(data: bytes) -> object:
    """What matters of a file: the parts of a package, whatever compressed them, and text whatever its line ends."""
    if not data.startswith(b"PK"):
        return data.replace(b"\r\n", b"\n")
    return {name: part for name, part in read(data).items() if name not in {manifest.CUSTOM, manifest.BASE}}


def _write(files: dict[Path, bytes]) -> None:
    for path in stale(files):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[path])
        print(path.relative_to(ROOT).as_posix())


if __name__ == "__main__":
    _write(made())
    _write(example())
    for old in set((EXAMPLE / "uit").iterdir()) - set(example()):
        old.unlink()
