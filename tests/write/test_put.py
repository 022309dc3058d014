from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen import write
from policygen.errors import OutputError
from policygen.write import put

if TYPE_CHECKING:
    from pathlib import Path


CONTENTS = st.builds(bytes.__add__, st.sampled_from([b"", b"ours"]), st.binary(max_size=9))


def ours(data: bytes) -> bool:
    return data.startswith(b"ours")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(target: Path, *, force: bool = False) -> str:
    with pytest.raises(OutputError) as caught:
        put(target, b"ours new", ours=ours, force=force)
    (problem,) = caught.value.problems
    assert caught.value.exit_code == 5
    assert str(target) in problem.source
    assert problem.hint.endswith(".")
    return str(problem)


class DescribePut:
    def it_writes_a_new_file(self, tmp_path: Path) -> None:
        written = put(tmp_path / "a.docx", b"ours 1", ours=ours, force=False)
        assert (written.status, written.backup) == ("nieuw", None)
        assert (tmp_path / "a.docx").read_bytes() == b"ours 1"
        assert names(tmp_path) == ["a.docx"]

    def it_gives_a_new_file_the_usual_permissions(self, tmp_path: Path) -> None:
        put(tmp_path / "a.docx", b"ours 1", ours=ours, force=False)
        (tmp_path / "usual").write_bytes(b"")
        assert (tmp_path / "a.docx").stat().st_mode == (tmp_path / "usual").stat().st_mode

    def it_replaces_its_own_unedited_file_and_keeps_the_permissions(self, tmp_path: Path) -> None:
        target = tmp_path / "a.docx"
        target.write_bytes(b"ours old")
        target.chmod(0o640)
        before = target.stat().st_mode
        assert put(target, b"ours new", ours=ours, force=False) == write.Written("bijgewerkt")
        assert target.read_bytes() == b"ours new"
        assert target.stat().st_mode == before
        assert names(tmp_path) == ["a.docx"]

    def it_does_not_touch_a_file_that_is_already_right(self, tmp_path: Path) -> None:
        target = tmp_path / "a.docx"
        target.write_bytes(b"anything")
        os.utime(target, ns=(1, 1))
        before = target.stat()
        assert put(target, b"anything", ours=ours, force=False).status == "ongewijzigd"
        after = target.stat()
        assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)

    def it_leaves_a_file_that_is_right_alone_even_when_it_is_open_or_read_only(self, tmp_path: Path) -> None:
        target = tmp_path / "a.docx"
        target.write_bytes(b"same")
        target.chmod(0o444)
        (tmp_path / "~$a.docx").write_bytes(b"")
        assert put(target, b"same", ours=ours, force=False).status == "ongewijzigd"

    def it_never_overwrites_an_edited_or_unknown_file(self, tmp_path: Path) -> None:
        target = tmp_path / "a.docx"
        target.write_bytes(b"edited")
        message = refused(target)
        assert "blijft daarom staan" in message
        assert "--force" in message
        assert target.read_bytes() == b"edited"
        assert names(tmp_path) == ["a.docx"]

    def it_makes_numbered_backups_with_force(self, tmp_path: Path) -> None:
        target = tmp_path / "plan.v1.docx"
        for number in (1, 2, 3):
            target.write_bytes(f"edited {number}".encode())
            os.utime(target, (1_000_000, 1_000_000))
            written = put(target, f"ours {number}".encode(), ours=ours, force=True)
            backup = tmp_path / f"plan.v1.bak-{number}.docx"
            assert written == write.Written("bijgewerkt", backup)
            assert backup.read_bytes() == f"edited {number}".encode()
            assert backup.stat().st_mtime == 1_000_000
        assert target.read_bytes() == b"ours 3"
        assert len(names(tmp_path)) == 4

    def it_makes_no_backup_of_its_own_file(self, tmp_path: Path) -> None:
        target = tmp_path / "a.docx"
        target.write_bytes(b"ours old")
        assert put(target, b"ours new", ours=ours, force=True).backup is None
        assert names(tmp_path) == ["a.docx"]

    @given(existing=CONTENTS, data=CONTENTS, force=st.booleans())
    def it_never_loses_bytes_that_are_not_its_own(
        self, tmp_path_factory: pytest.TempPathFactory, existing: bytes, data: bytes, force: bool
    ) -> None:
        target = tmp_path_factory.mktemp("put") / "a.docx"
        target.write_bytes(existing)
        try:
            put(target, data, ours=ours, force=force)
        except OutputError:
            assert not force
            assert not ours(existing)
            assert target.read_bytes() == existing
        else:
            assert target.read_bytes() == data
        kept = [path.read_bytes() for path in target.parent.iterdir()]
        assert ours(existing) or existing in kept

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no call that flushes a folder")
    def it_flushes_the_file_and_then_its_name_to_the_disk(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        flushed: list[tuple[bool, list[str]]] = []
        real = os.fsync

        def noted(descriptor: int) -> None:
            flushed.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), names(tmp_path)))
            real(descriptor)

        monkeypatch.setattr("policygen.write.os.fsync", noted)
        put(tmp_path / "a.docx", b"ours", ours=ours, force=False)
        (file, before), (folder, after) = flushed
        assert (file, "a.docx" in before) == (False, False)
        assert (folder, after) == (True, ["a.docx"])


class DescribeATargetThatCannotBeReplaced:
    @pytest.mark.parametrize("force", [False, True])
    def it_names_a_read_only_file(self, tmp_path: Path, *, force: bool) -> None:
        target = tmp_path / "a.docx"
        target.write_bytes(b"ours old")
        target.chmod(0o444)
        assert "alleen-lezen" in refused(target, force=force)
        assert target.read_bytes() == b"ours old"

    @pytest.mark.parametrize("force", [False, True])
    def it_names_a_directory(self, tmp_path: Path, *, force: bool) -> None:
        (tmp_path / "a.docx").mkdir()
        assert "is een map" in refused(tmp_path / "a.docx", force=force)

    @pytest.mark.skipif(os.name == "nt", reason="making a symlink needs rights on Windows")
    @pytest.mark.parametrize("there", [False, True])
    def it_does_not_write_through_a_symlink(self, tmp_path: Path, *, there: bool) -> None:
        elsewhere = tmp_path / "elsewhere"
        if there:
            elsewhere.write_bytes(b"ours old")
        (tmp_path / "a.docx").symlink_to(elsewhere)
        assert "symlink" in refused(tmp_path / "a.docx", force=True)
        assert elsewhere.exists() == there
        assert not there or elsewhere.read_bytes() == b"ours old"

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
    def it_does_not_hang_on_a_named_pipe(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.docx")
        assert "geen gewoon bestand" in refused(tmp_path / "a.docx")

    @pytest.mark.parametrize(
        ("name", "owner"),
        [
            ("visie.docx", "~$visie.docx"),  # up to six letters
            ("visies1.docx", "~$isies1.docx"),  # seven
            ("rolverdeling.docx", "~$lverdeling.docx"),  # eight and more
            ("visie.docx", ".~lock.visie.docx#"),  # LibreOffice
        ],
    )
    @pytest.mark.parametrize("force", [False, True])
    def it_sees_that_a_document_is_open(self, tmp_path: Path, name: str, owner: str, *, force: bool) -> None:
        (tmp_path / name).write_bytes(b"ours old")
        (tmp_path / owner).write_bytes(b"")
        message = refused(tmp_path / name, force=force)
        assert "geopend in Word of LibreOffice" in message
        assert owner in message
        assert (tmp_path / name).read_bytes() == b"ours old"

    def it_names_a_folder_that_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "uit").write_bytes(b"")
        assert "een bestand en geen map" in refused(tmp_path / "uit" / "a.docx")

    def it_says_that_a_file_is_open_in_word_when_windows_denies_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        message, hint = write._explain(PermissionError(13, "Toegang geweigerd"))
        assert "schrijven" in message
        monkeypatch.setattr("policygen.write.os.name", "nt")
        message, hint = write._explain(PermissionError(13, "Toegang geweigerd"))
        assert "open is in Word" in message
        assert hint.startswith("Sluit het daar.")
        assert names(tmp_path) == []

    def it_says_that_a_path_is_too_long(self, tmp_path: Path) -> None:
        assert "het pad is te lang" in refused(tmp_path / f"{'a' * 300}.docx")

    def it_gives_the_code_of_a_fault_it_does_not_know(self) -> None:
        message, _ = write._explain(OSError(errno.EIO, "Input/output error"))
        assert message == "is niet te lezen of te schrijven (foutcode EIO)"


class DescribeAFaultHalfway:
    def it_keeps_the_old_file_and_leaves_nothing_when_the_rename_fails(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "a.docx"
        target.write_bytes(b"edited")
        replaced: list[str] = []
        real = type(target).replace

        def denied(self: Path, to: Path) -> Path:
            if to == target:
                raise PermissionError(13, "in gebruik")
            replaced.append(to.name)
            return real(self, to)

        monkeypatch.setattr(type(target), "replace", denied)
        refused(target, force=True)
        assert replaced == ["a.bak-1.docx"]
        assert target.read_bytes() == b"edited"
        assert names(tmp_path) == ["a.docx"]

    def it_keeps_the_copy_when_the_file_itself_is_gone(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        target = tmp_path / "a.docx"
        target.write_bytes(b"edited")
        real = type(target).replace

        def lost(self: Path, to: Path) -> Path:
            if to == target:
                target.unlink()
                raise PermissionError(13, "in gebruik")
            return real(self, to)

        monkeypatch.setattr(type(target), "replace", lost)
        assert "u mag hier niet schrijven" in refused(target, force=True)
        assert (tmp_path / "a.bak-1.docx").read_bytes() == b"edited"
        assert names(tmp_path) == ["a.bak-1.docx"]

    @pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError])
    def it_keeps_the_copy_of_what_it_has_replaced(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
    ) -> None:
        target = tmp_path / "a.docx"
        target.write_bytes(b"edited")

        def stopped(_folder: Path) -> None:
            if target.read_bytes() == b"ours new":
                raise stop

        monkeypatch.setattr("policygen.write._sync_folder", stopped)
        with pytest.raises((KeyboardInterrupt, OutputError)):
            put(target, b"ours new", ours=ours, force=True)
        assert (tmp_path / "a.bak-1.docx").read_bytes() == b"edited"
        assert names(tmp_path) == ["a.bak-1.docx", "a.docx"]

    def it_sees_an_edit_that_was_saved_while_it_was_writing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "a.docx"
        target.write_bytes(b"ours old")
        real = os.fsync

        def save_in_between(descriptor: int) -> None:
            target.write_bytes(b"somebody's afternoon")
            real(descriptor)

        monkeypatch.setattr("policygen.write.os.fsync", save_in_between)
        assert "zojuist" in refused(target)
        assert target.read_bytes() == b"somebody's afternoon"
        assert names(tmp_path) == ["a.docx"]

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
    def it_says_that_the_disk_is_full(self, tmp_path: Path) -> None:
        target = tmp_path / "a.docx"
        target.write_bytes(b"ours old")
        script = f"""
import resource
from pathlib import Path
from policygen.errors import OutputError
from policygen.write import put
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    put(Path({str(target)!r}), bytes(200_000), ours=lambda data: True, force=False)
except OutputError as error:
    print(error)
"""
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert "geen ruimte meer op de schijf. Maak ruimte vrij" in done.stdout
        assert target.read_bytes() == b"ours old"
        assert names(tmp_path) == ["a.docx"]

    @pytest.mark.slow
    @pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
    def it_never_leaves_half_a_file_when_it_is_killed(self, tmp_path: Path) -> None:
        script = f"""
import itertools
from pathlib import Path
from policygen.write import lock, put
folder = Path({str(tmp_path)!r})
with lock(folder):
    print("started", flush=True)
    for number in itertools.count():
        put(folder / "a.docx", bytes([number % 256]) * 300_000, ours=lambda data: True, force=False)
"""
        for moment in range(20):
            process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
            assert process.stdout is not None
            with process.stdout as output:
                output.readline()
                with pytest.raises(subprocess.TimeoutExpired):
                    process.wait(moment * 0.007)
                process.kill()
                process.wait()
            if (tmp_path / "a.docx").exists():
                found = (tmp_path / "a.docx").read_bytes()
                assert len(found) == 300_000
                assert len(set(found)) == 1
        with write.lock(tmp_path):
            assert names(tmp_path) == [".policygen.lock", "a.docx"]
        assert names(tmp_path) == ["a.docx"]
