from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from policygen.errors import OutputError
from policygen.write import lock

ROOT = Path(__file__).parents[2]
TRY = """
import sys
from pathlib import Path
from policygen.errors import OutputError
from policygen.write import lock
try:
    with lock(Path(sys.argv[1])):
        print("in")
except OutputError as error:
    print(error)
"""


def another_run(folder: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", TRY, str(folder)], capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


class DescribeLock:
    def it_makes_the_folder_and_leaves_no_file(self, tmp_path: Path) -> None:
        folder = tmp_path / "uit" / "klant"
        with lock(folder):
            assert folder.is_dir()
        assert list(folder.iterdir()) == []

    def it_refuses_a_second_run_at_once_and_lets_it_in_afterwards(self, tmp_path: Path) -> None:
        with lock(tmp_path):
            assert "al bezig" in another_run(tmp_path)
        assert another_run(tmp_path) == "in\n"
        assert list(tmp_path.iterdir()) == []

    def it_lets_runs_on_other_folders_in(self, tmp_path: Path) -> None:
        with lock(tmp_path / "een"):
            assert another_run(tmp_path / "twee") == "in\n"

    def it_is_free_again_after_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(KeyError), lock(tmp_path):
            raise KeyError
        assert another_run(tmp_path) == "in\n"

    def it_does_not_mind_the_lock_file_of_a_killed_run(self, tmp_path: Path) -> None:
        (tmp_path / ".policygen.lock").write_bytes(b"")
        assert another_run(tmp_path) == "in\n"

    def it_sweeps_the_temporary_files_of_a_killed_run_and_nothing_else(self, tmp_path: Path) -> None:
        for name in (".policygen-0123456789abcdef.tmp", ".policygen.json", "visie.docx", "~$visie.docx", "x.tmp"):
            (tmp_path / name).write_bytes(b"")
        with lock(tmp_path):
            pass
        assert sorted(path.name for path in tmp_path.iterdir()) == [
            ".policygen.json", "visie.docx", "x.tmp", "~$visie.docx",
        ]  # fmt: skip

    def it_does_not_stop_at_a_temporary_file_that_it_cannot_sweep(self, tmp_path: Path) -> None:
        (tmp_path / ".policygen-0123456789abcdef.tmp").mkdir()
        assert another_run(tmp_path) == "in\n"

    def it_names_a_folder_that_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "uit").write_bytes(b"")
        for folder in (tmp_path / "uit", tmp_path / "uit" / "klant"):
            with (
                pytest.raises(OutputError, match=r"is een bestand en geen map|is geen map|een bestand en geen map"),
                lock(folder),
            ):
                pass

    @pytest.mark.skipif(os.name == "nt", reason="a folder on Windows has no such permission")
    @pytest.mark.parametrize("name", [".", "uit"])
    def it_names_a_folder_where_nothing_may_be_written(self, tmp_path: Path, name: str) -> None:
        tmp_path.chmod(0o555)
        nobody = "import os, sys, policygen.write\nif os.getuid() == 0: os.setuid(65534)\n"  # root may write anywhere
        done = subprocess.run(
            [sys.executable, "-c", nobody + TRY, name],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        tmp_path.chmod(0o755)
        assert (
            done.stdout == f"{name}: u mag hier niet schrijven. Kies een andere map met -o, of vraag schrijfrechten.\n"
        )
