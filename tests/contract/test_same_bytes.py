"""Contract: same profile, templates and date give the same bytes, wherever, whenever and however it is run."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from policygen import cache, profile
from policygen.generate import generate_documents
from policygen.ooxml.package import read

ROOT, DATA = Path(__file__).parents[2], Path(__file__).parents[1] / "data"
DAY = date(2026, 11, 23)
# Each run differs from this one in all that must not matter.
ELSEWHERE = {
    "far east, Turkish, a cache of its own": {
        "PYTHONHASHSEED": "0",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        cache.VARIABLE: "cache",
    },
    "far west, no locale, no cache": {
        "PYTHONHASHSEED": "42",
        "TZ": "America/Adak",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        cache.VARIABLE: "",
    },
}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a full profile, made in this process."""
    out = tmp_path_factory.mktemp("hier")
    made = generate_documents(profile.load(DATA / "volledig.yaml"), out, today=DAY)
    return {one.path.name: one.path.read_bytes() for one in made}


def digests(files: dict[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def run(folder: Path, profile_path: str, **environment: str) -> dict[str, bytes]:
    """The files that a process of its own makes in the folder `uit`, and not again the second time."""
    command = [sys.executable, "-m", "policygen", "generate", profile_path, "-o", "uit", "--datum", DAY.isoformat()]
    found = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    done = subprocess.run(command, cwd=folder, env=found, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    return {path.name: path.read_bytes() for path in (folder / "uit").iterdir() if not path.name.startswith(".")}


FIRST, *OTHERS = ELSEWHERE


@pytest.mark.parametrize("name", [FIRST, *(pytest.param(name, marks=pytest.mark.slow) for name in OTHERS)])
def it_gives_the_same_bytes_elsewhere(name: str, here: dict[str, bytes], tmp_path: Path) -> None:
    assert digests(run(tmp_path, str(DATA / "volledig.yaml"), **ELSEWHERE[name])) == digests(here)


@pytest.mark.slow
def it_gives_the_same_bytes_from_the_folder_of_the_profile_and_the_second_time(
    here: dict[str, bytes], tmp_path: Path
) -> None:
    for name in ("volledig.yaml", "logo-veldermaat.png"):
        shutil.copy(DATA / name, tmp_path)
    made = run(tmp_path, "volledig.yaml")
    times = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "uit").glob("*.*")}
    assert digests(run(tmp_path, "volledig.yaml")) == digests(made) == digests(here)
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "uit").glob("*.*")} == times


def it_gives_the_same_parts_with_another_deflate_library(here: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "isal").mkdir()
    (tmp_path / "isal" / "__init__.py").write_text(
        'raise ImportError("as where it is not installed")', encoding="utf-8"
    )
    paths = os.pathsep.join((str(tmp_path), str(ROOT)))
    made = run(tmp_path, str(DATA / "volledig.yaml"), PYTHONPATH=paths)
    assert made.keys() == here.keys()
    for name, data in made.items():
        if name.endswith(".docx"):
            assert data != here[name]  # or nothing was tried
            assert read(data) == read(here[name])
        else:
            assert data == here[name]
