"""The wheel, built, installed elsewhere and used."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".ci", ".*_cache", "__pycache__", "uit", "dist", ".hypothesis")


def start(*command: str | Path, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a copy of the project in which Word has a template open."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, folder / "project", ignore=LEFT_OUT)
    (folder / "project" / "templates" / "~$visie.docx").write_bytes(b"Word's lock file")
    (folder / "project" / "templates" / "huisstijl" / "~$andaard.docx").write_bytes(b"Word's lock file")
    start(sys.executable, "-m", "build", "--wheel", "--outdir", folder / "dist", folder / "project", folder=folder)
    (built,) = (folder / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the programs of a fresh environment that holds only the wheel and what it needs."""
    environment = tmp_path_factory.mktemp("environment")
    start(sys.executable, "-m", "venv", environment, folder=environment)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    start(programs / "python", "-m", "pip", "install", "--quiet", wheel, folder=environment)
    return programs


@pytest.mark.slow
class DescribeTheWheel:
    def it_carries_templates_and_profiles_and_no_lock_files(self, wheel: Path) -> None:
        names = set(zipfile.ZipFile(wheel).namelist())
        shipped = {name for name in names if name.startswith("policygen/_shipped/")}
        expected = {
            f"policygen/_shipped/{path.relative_to(ROOT).as_posix()}"
            for pattern in ("templates/*.docx", "templates/*/*.docx", "profiles/*.yaml", "profiles/*.json")
            for path in ROOT.glob(pattern)
            if not path.name.startswith("~$")
        }
        assert "policygen/_shipped/templates/visie.docx" in shipped
        assert "policygen/_shipped/templates/huisstijl/standaard.docx" in shipped
        assert shipped == expected

    def it_carries_the_package_its_catalogues_and_its_licence_and_nothing_else(self, wheel: Path) -> None:
        names = set(zipfile.ZipFile(wheel).namelist())
        ours = {
            path.relative_to(ROOT).as_posix()
            for path in (ROOT / "policygen").rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert ours <= names
        assert "policygen/locale/nl/LC_MESSAGES/policygen.mo" in names
        assert any(name.endswith("licenses/LICENSE") for name in names)
        others = {name for name in names if not name.startswith(("policygen/",)) and ".dist-info/" not in name}
        assert others == set()

    def it_makes_the_documents_from_another_folder(self, installed: Path, tmp_path: Path) -> None:
        policygen = installed / "policygen"
        assert "policygen, versie " in start(policygen, "--version", folder=tmp_path)
        (tmp_path / "klant").mkdir()
        start(policygen, "new", "klant/profiel.yaml", "--naam", "'t Zeepaardje", folder=tmp_path)
        out = start(policygen, "generate", "klant/profiel.yaml", folder=tmp_path)
        made = [path.name for path in (tmp_path / "klant" / "uit").glob("*.docx")]
        assert made
        assert all(f"{name} " in out for name in made)
        where = start(installed / "python", "-c", "import policygen; print(policygen.__file__)", folder=tmp_path)
        assert not Path(where.strip()).is_relative_to(ROOT)
