from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from policygen.commands.progress import Progress
from tests.commands.conftest import policygen, still

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["policygen", "still"]  # fixtures


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No lines about progress, however busy the machine is."""
    monkeypatch.setattr(Progress, "_first", 1e9)


DAY = ("--datum", "2026-11-26")


def profile(name: str, **organisation: str) -> str:
    """A small profile in which nothing is wrong."""
    facts = {"naam": name, "land": "NL", **organisation}
    return "organisatie:\n" + "".join(f"  {key}: {json.dumps(value)}\n" for key, value in facts.items())


def put(folder: Path, **profiles: str) -> Path:
    """Writes a file per profile; `a__b` is `b` in the folder `a`."""
    for name, text in profiles.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def many(folder: Path, number: int, *bad: int) -> Path:
    """Writes so many small profiles, and of some the one with a mistake on its fourth line."""
    return put(
        folder,
        **{
            f"klant-{count:04}": profile(f"Stichting {count:04}") + ("onzin: 1\n" if count in bad else "")
            for count in range(number)
        },
    )


def lines(path: Path, *profiles: dict[str, Any] | str | bytes) -> Path:
    """Writes a JSON Lines file."""
    encoded = [
        one if isinstance(one, bytes) else (one if isinstance(one, str) else json.dumps(one)).encode()
        for one in profiles
    ]
    path.write_bytes(b"".join(line + b"\n" for line in encoded))
    return path


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder and in the folders in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def documents(folder: Path) -> dict[str, bytes]:
    """What was made for the clients, without the tables over all of them and what a folder remembers."""
    return {name: data for name, data in files(folder).items() if "/" in name and not name.endswith("/.policygen.json")}


def clients(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def table(path: Path) -> list[dict[str, str]]:
    """A table as a spreadsheet in Dutch reads it."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
