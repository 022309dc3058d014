"""Contract: whatever stops a run, every file is whole; and who asks it to stop hears how far it came."""

from __future__ import annotations

import os
import re
import shutil
import signal
from typing import TYPE_CHECKING

import pytest

from policygen.ooxml import rules
from tests.contract.conftest import files
from tests.support.program import moments

if TYPE_CHECKING:
    from pathlib import Path

    from tests.contract.conftest import Client

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no fork, and ends a process without asking")

KILL = getattr(signal, "SIGKILL", None)  # Windows has none, and skips all this
STOPS = (signal.SIGINT, signal.SIGTERM)
MESSAGE = re.compile(
    r"\n?Afgebroken: (?P<done>\d+) van (?P<total>\d+) documenten geschreven\. Wat al klaar was, is heel\."
    r"(?: Draai de opdracht opnieuw voor de rest\.)?\n"
)
UNCOUNTED = "Afgebroken. Wat al klaar was, is heel.\n"


REPLACED = (3, 4, 5, 6)  # flushes while the first document gets its backup and is replaced, after the ledger


def first_written(out: Path) -> Path:
    (path,) = out.glob("*_leeswijzer_*.docx")
    return path


def visible(folder: Path) -> dict[str, bytes]:
    """The files that a user sees, where the folder is there already."""
    return {name: data for name, data in files(folder).items() if name[0] != "."} if folder.exists() else {}


def only_whole(client: Client, out: Path, *profiles: str) -> None:
    for name, data in visible(out).items():
        assert data in [client.made[profile][name] for profile in profiles], name


def completed(client: Client, out: Path, expected: dict[str, bytes]) -> None:
    assert client.generate("nieuw", out).code == 0
    assert files(out) == expected


def it_compares_with_documents_that_are_whole(client: Client):
    for made in client.made.values():
        for name, data in made.items():
            assert not name.endswith(".docx") or rules.broken(data) == []


class DescribeAKill:
    @pytest.mark.parametrize(
        "rounds", [pytest.param(6, id="some"), pytest.param(100, marks=pytest.mark.slow, id="a hundred")]
    )
    def it_leaves_whole_files_that_the_next_run_completes(self, client: Client, tmp_path: Path, rounds: int):
        killed, partial = 0, 0
        for number, moment in moments(rounds, client.seconds):
            out = tmp_path / str(number)
            known = ["nieuw"]
            if number % 2:
                client.stands("oud", out)
                known = ["nieuw", "oud"]
            killed += client.generate("nieuw", out, signal=KILL, delay=moment).code == -KILL
            only_whole(client, out, *known)
            stands = visible(out)
            partial += bool(stands) and stands not in [_visible(client.made[name]) for name in known]
            completed(client, out, client.again if number % 2 else client.made["nieuw"])
            shutil.rmtree(out)
            if killed == rounds:
                break
        assert killed == rounds
        assert partial or rounds < 100

    @pytest.mark.parametrize(("there", "flush"), [(False, 1), (False, 32), (True, 2), (True, 3), (True, 23)])
    def it_does_so_where_files_are_in_the_making(self, client: Client, tmp_path: Path, there: bool, flush: int):
        out = tmp_path / "uit"
        if there:
            client.stands("oud", out)
        assert client.generate("nieuw", out, signal=KILL, flush=flush).code == -KILL
        temporary = [name for name in files(out) if name.endswith(".tmp")]
        assert len(temporary) == flush % 2
        only_whole(client, out, "oud", "nieuw")
        completed(client, out, client.again if there else client.made["nieuw"])

    def it_keeps_an_edit_that_it_was_replacing(self, client: Client, tmp_path: Path):
        out = tmp_path / "uit"
        for flush in REPLACED:
            client.stands("oud", out)
            first_written(out).write_bytes(b"een middag werk")
            assert client.generate("nieuw", out, "--force", signal=KILL, flush=flush).code == -KILL
            assert b"een middag werk" in visible(out).values()
            shutil.rmtree(out)

    def it_leaves_whole_templates_that_the_next_copy_completes(self, client: Client, tmp_path: Path):
        assert client.program.run("templates", "copy", str(tmp_path / "heel")).code == 0
        whole = {path.relative_to(tmp_path / "heel"): path.read_bytes() for path in (tmp_path / "heel").rglob("*.docx")}
        for flush in (1, 2, 2 * len(whole) - 1, 2 * len(whole)):
            folder = tmp_path / str(flush)
            assert client.program.run("templates", "copy", str(folder), signal=KILL, flush=flush).code == -KILL
            assert client.program.run("templates", "copy", str(folder)).code == 0
            left = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
            assert left == whole


class DescribeARequestToStop:
    @pytest.mark.parametrize("number", STOPS)
    @pytest.mark.parametrize("rounds", [pytest.param(3, id="some"), pytest.param(10, marks=pytest.mark.slow, id="ten")])
    def it_ends_soon_and_tells_how_far_it_came(
        self, client: Client, tmp_path: Path, number: signal.Signals, rounds: int
    ):
        stopped = 0
        for place, moment in moments(rounds, client.seconds):
            out = tmp_path / str(place)
            ended = client.generate("nieuw", out, signal=number, delay=moment)
            if ended.code == 0:  # it was quicker than ever
                completed(client, out, client.made["nieuw"])
                continue
            stopped += 1
            assert (ended.code, ended.after < 2) == (130, True)
            told = MESSAGE.fullmatch(ended.err)
            stands = visible(out)
            if told:
                assert (int(told["done"]), int(told["total"])) == (len(stands), len(_visible(client.made["nieuw"])))
            elif ended.out:
                assert stands == _visible(client.made["nieuw"])  # and the report was on its way
            else:
                assert ended.err.lstrip("\n") == UNCOUNTED
                assert stands == {}
            only_whole(client, out, "nieuw")
            assert not out.exists() or not [name for name in files(out) if name.endswith((".tmp", ".lock"))]
            completed(client, out, client.made["nieuw"])
            if stopped == rounds:
                break
        assert stopped == rounds

    @pytest.mark.parametrize("number", STOPS)
    @pytest.mark.parametrize(("flush", "done"), [(2, 0), (3, 1), (31, 15)])
    def it_finishes_the_file_that_it_is_writing(
        self, client: Client, tmp_path: Path, number: signal.Signals, flush: int, done: int
    ):
        ended = client.generate("nieuw", tmp_path / "uit", signal=number, flush=flush)
        rest = " Draai de opdracht opnieuw voor de rest." if done < 15 else ""
        assert (ended.code, ended.out) == (130, "")
        assert ended.err == f"\nAfgebroken: {done} van 15 documenten geschreven. Wat al klaar was, is heel.{rest}\n"
        assert len(visible(tmp_path / "uit")) == done
        assert not [name for name in files(tmp_path / "uit") if name.endswith((".tmp", ".lock"))]

    def it_does_not_count_what_was_refused(self, client: Client, tmp_path: Path):
        out = tmp_path / "uit"
        client.stands("oud", out)
        for path in out.glob("*.docx"):
            path.write_bytes(b"van mij")
        for path in out.glob("*.txt"):
            path.unlink()
        ended = client.generate("nieuw", out, signal=signal.SIGINT, flush=3)
        assert MESSAGE.fullmatch(ended.err)["done"] == "1"  # type: ignore[index]

    def it_does_not_wait_the_second_time(self, client: Client, tmp_path: Path):
        out = tmp_path / "uit"
        client.stands("oud", out)
        ended = client.generate("nieuw", out, signal=signal.SIGINT, flush=3, times=2)
        assert (ended.code, MESSAGE.fullmatch(ended.err)["done"]) == (130, "0")  # type: ignore[index]
        only_whole(client, out, "oud", "nieuw")
        assert not [name for name in files(out) if name.endswith((".tmp", ".lock"))]

    @pytest.mark.parametrize("times", [1, 2])
    def it_keeps_an_edit_that_it_was_replacing(self, client: Client, tmp_path: Path, times: int):
        out = tmp_path / "uit"
        for flush in REPLACED:
            client.stands("oud", out)
            first_written(out).write_bytes(b"een middag werk")
            ended = client.generate("nieuw", out, "--force", signal=signal.SIGINT, flush=flush, times=times)
            assert ended.code == 130
            assert b"een middag werk" in visible(out).values()
            shutil.rmtree(out)

    @pytest.mark.parametrize("number", STOPS)
    def it_counts_the_templates_that_it_copied(self, client: Client, tmp_path: Path, number: signal.Signals):
        ended = client.program.run("templates", "copy", str(tmp_path / "map"), signal=number, flush=3)
        assert ended.code == 130
        assert MESSAGE.fullmatch(ended.err)["done"] == "2"  # type: ignore[index]
        assert len(files(tmp_path / "map")) == 2

    @pytest.mark.parametrize("command", ["new x.yaml", "fill brief.docx oud.yaml -o x.docx"])
    def it_finishes_a_single_file(self, client: Client, command: str):
        from tests.support.word import word

        (client.folder / "brief.docx").write_bytes(word("{{ organisatie.naam }}"))
        before = set(files_only(client.folder))
        ended = client.program.run(*command.split(), signal=signal.SIGTERM, flush=1)
        assert (ended.code, ended.err.lstrip("\n")) == (130, UNCOUNTED)
        (made,) = set(files_only(client.folder)) - before
        assert made.startswith("x.")
        (client.folder / made).unlink()


def _visible(made: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in made.items() if name[0] != "."}


def files_only(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.is_file()]
