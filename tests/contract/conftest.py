from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from policygen.commands.boundary import run
from tests.support.program import Ended, Warm, warm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DAY = "2026-11-26"


@dataclass(frozen=True)
class Client:
    """A client's folder with two profiles that make the same files, each with its own words, and a warm program.

    Attributes:
        folder: Where the profiles are and the runs begin.
        made: What an undisturbed run makes of each profile, by the names of the files.
        again: What it makes of `nieuw` where the files of `oud` stand already.
        seconds: How long such a run takes.
    """

    folder: Path
    program: Warm
    made: dict[str, dict[str, bytes]]
    again: dict[str, bytes]
    seconds: float

    def generate(self, profile: str, out: Path, *options: str, **fault: object) -> Ended:
        return self.program.run(*arguments(profile, out, *options), **fault)

    def both(self, first: str, second: str, out: Path) -> list[Ended]:
        return self.program.together(arguments(first, out), arguments(second, out))

    def stands(self, profile: str, out: Path) -> None:
        """Puts what an undisturbed run makes in a folder."""
        out.mkdir()
        for name, data in self.made[profile].items():
            (out / name).write_bytes(data)


def arguments(profile: str, out: Path, *options: str) -> list[str]:
    return ["generate", f"{profile}.yaml", "-o", str(out), "--datum", DAY, *options]


def files(folder: Path) -> dict[str, bytes]:
    """Everything that a folder holds."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="session")
def client(data: Path) -> Iterator[Client]:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to other users
        folder = Path(name)
        folder.chmod(0o755)
        yield from _client(folder, data)


def _client(folder: Path, data: Path) -> Iterator[Client]:
    shutil.copy(data / "logo-veldermaat.png", folder)
    text = (data / "volledig.yaml").read_text(encoding="utf-8")
    (folder / "oud.yaml").write_text(text, encoding="utf-8")
    text = text.replace("Stichting Veldermaat", "Stichting Velderdijk").replace(
        "korte_naam: Veldermaat", "korte_naam: Velderdijk"
    )
    (folder / "nieuw.yaml").write_text(text, encoding="utf-8")
    with warm(folder, "oud.yaml") as program:
        made, seconds = {}, []
        for profile in ("oud", "nieuw"):
            ended = program.run(*arguments(profile, folder / profile))
            assert ended.code == 0
            seconds.append(ended.seconds)
            made[profile] = files(folder / profile)
        assert made["oud"].keys() == made["nieuw"].keys()
        shutil.copytree(folder / "oud", folder / "eerst oud")
        assert program.run(*arguments("nieuw", folder / "eerst oud")).code == 0
        yield Client(folder, program, made, files(folder / "eerst oud"), min(seconds))


@pytest.fixture
def command(tmp_path, capsys, monkeypatch) -> Callable[..., tuple[int, list[str]]]:
    """Runs a command in an empty folder; gives its exit code and what it said on stderr."""
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str) -> tuple[int, list[str]]:
        code = run(arguments)
        return code, capsys.readouterr().err.splitlines()

    return ran
