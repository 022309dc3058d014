"""Contract: a full disk, and two runs at once, leave whole files only."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.contract.conftest import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.contract.conftest import Client

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no fork, and no limit on a disk or a file")

FULL = "er is geen ruimte meer op de schijf. Maak ruimte vrij. Probeer het daarna opnieuw."
PAGE = 4096  # what a file takes of a tmpfs is a multiple of it
LEVELS = ("the ledger", "the first", "the middle", "the last")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Gives an empty folder on a disk of so many pages."""
    mounted: list[Path] = []

    def mount(pages: int) -> Path:
        folder = tmp_path / f"schijf {len(mounted)}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={pages * PAGE}", "tmpfs", str(folder)]
        try:
            done = subprocess.run(command, capture_output=True, check=False)
        except FileNotFoundError:
            pytest.skip("this system has no mount")
        if done.returncode:
            pytest.skip("this user cannot mount a small disk")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=True)


def pages(data: bytes) -> int:
    return -(-len(data) // PAGE)


def in_order(client: Client) -> list[str]:
    """The files of a run, in the order in which it writes them."""
    report = client.generate("nieuw", client.folder / "nieuw").out.splitlines()
    return [".policygen.json", *(line.split()[0] for line in report if " ongewijzigd  " in line)]


def room(level: str, names: list[str], made: dict[str, bytes]) -> tuple[int, str]:
    """So many pages that the file of this level is the first for which there is no room, and that file."""
    first = {"the ledger": 0, "the first": 1, "the middle": len(names) // 2, "the last": len(names) - 1}[level]
    return sum(pages(made[name]) for name in names[: first + 1]) - 1, names[first]


def told(err: str, out: Path) -> set[str]:
    """The files of which it says that the disk is full; nothing else is said."""
    lines = err.splitlines()
    assert all(line.startswith(f"{out}/") and line.endswith(f": {FULL}") for line in lines)
    return {line.removeprefix(f"{out}/").removesuffix(f": {FULL}") for line in lines}


class DescribeAFullDisk:
    @pytest.mark.parametrize("level", LEVELS)
    def it_writes_what_fits_and_names_the_rest(self, client: Client, small_disk: Callable[[int], Path], level: str):
        names, made = in_order(client), client.made["nieuw"]
        size, first = room(level, names, made)
        disk = small_disk(size + 1)  # one page for what takes up room
        filler = disk / "vol"
        filler.write_bytes(bytes(PAGE))
        ended = client.generate("nieuw", disk)
        stands = files(disk)
        missing = told(ended.err, disk)
        assert ended.code == 5
        assert first in missing
        assert stands.pop("vol") == bytes(PAGE)
        assert all(stands[name] == made[name] for name in stands)
        gone = set(made) - set(stands)
        texts = {name for name in made if name.endswith(".txt")}
        assert gone == missing | (texts if first == ".policygen.json" else set())
        subprocess.run(["mount", "-o", "remount,size=2m", str(disk)], check=True)
        assert client.generate("nieuw", disk).code == 0
        filler.unlink()
        assert files(disk) == made

    @pytest.mark.parametrize("level", LEVELS)
    def it_keeps_the_old_files_whole(self, client: Client, small_disk: Callable[[int], Path], level: str):
        old, new = client.made["oud"], client.again
        changed = [name for name in in_order(client) if old[name] != new[name]]
        full = sum(pages(data) for data in old.values())
        # A new file stands beside the old one until it is whole, so the room for the largest decides.
        by_size = sorted({pages(new[name]) for name in changed if name.endswith(".docx")})
        spare = {"the ledger": 0, "the first": 1, "the middle": by_size[len(by_size) // 2], "the last": by_size[-2]}
        disk = small_disk(full + spare[level])
        for name, data in old.items():
            (disk / name).write_bytes(data)
        ended = client.generate("nieuw", disk)
        stands = files(disk)
        missing = told(ended.err, disk)
        assert (ended.code, bool(missing)) == (5, True)
        assert stands.keys() == old.keys()
        kept = {name for name in changed if stands[name] == old[name]}
        texts = {name for name in changed if name.endswith(".txt")}
        assert kept == missing | (texts if ".policygen.json" in missing else set())
        assert all(stands[name] == new[name] for name in set(new) - kept)

    @pytest.mark.parametrize(("there", "limit"), [(False, 100), (True, 1_000), (True, 25_000), (False, 50_000)])
    def it_does_so_where_a_file_may_not_become_so_large(self, client: Client, tmp_path: Path, limit: int, there: bool):
        out = tmp_path / "uit"
        if there:
            client.stands("oud", out)
        old, new = (client.made["oud"], client.again) if there else ({}, client.made["nieuw"])
        ended = client.generate("nieuw", out, limit=limit)
        large = {name for name, data in new.items() if len(data) > limit and data != old.get(name)}
        texts = {name for name, data in new.items() if name.endswith(".txt")}
        unknown = texts if ".policygen.json" in large else set()
        kept = large | unknown
        assert (ended.code, told(ended.err, out)) == (5, large - unknown)
        assert files(out) == old | {name: data for name, data in new.items() if name not in kept}

    @pytest.mark.parametrize("command", ["new x.yaml", "fill brief.docx oud.yaml -o x.docx", "templates copy x"])
    def it_is_said_by_every_command(self, client: Client, command: str):
        from tests.support.word import word

        (client.folder / "brief.docx").write_bytes(word("{{ organisatie.naam }}"))
        before = files_only(client.folder)
        ended = client.program.run(*command.split(), limit=100)
        assert ended.code == 5
        assert set(ended.err.splitlines()) == {line for line in ended.err.splitlines() if line.endswith(f": {FULL}")}
        assert files_only(client.folder) == before

    def it_keeps_the_edit_for_which_there_is_no_backup(self, client: Client, tmp_path: Path):
        out = tmp_path / "uit"
        client.stands("oud", out)
        small, large = sorted(out.glob("*.docx"), key=lambda path: path.stat().st_size)[:: len(client.made["oud"]) - 6]
        for path in (small, large):
            path.write_bytes(path.read_bytes() + b"van mij" * 1000)
        edits = {path.name: path.read_bytes() for path in (small, large)}
        assert client.generate("nieuw", out, "--force", limit=len(edits[small.name]) + 100).code == 5
        stands = files(out)
        assert stands[f"{small.stem}.bak-1.docx"] == edits[small.name]
        assert stands[large.name] == edits[large.name]
        assert not [name for name in stands if name.startswith(f"{large.stem}.bak") or name.endswith(".tmp")]


class DescribeTwoRunsAtOnce:
    @pytest.mark.parametrize(
        "pairs", [pytest.param(3, id="some"), pytest.param(20, marks=pytest.mark.slow, id="twenty")]
    )
    def it_lets_one_in_and_refuses_the_other(self, client: Client, tmp_path: Path, pairs: int):
        clashes = 0
        for number in range(pairs):
            out = tmp_path / str(number)
            both = client.both("oud", "nieuw", out)
            codes = [ended.code for ended in both]
            stands = visible(files(out))
            if codes == [0, 0]:
                assert stands in [visible(client.made["oud"]), visible(client.made["nieuw"])]
                continue
            clashes += 1
            assert sorted(codes) == [0, 5]
            assert both[codes.index(5)].err == f"{out}: {BUSY}\n"
            assert stands == visible(client.made[("oud", "nieuw")[codes.index(0)]])
            assert not [name for name in files(out) if name.endswith((".tmp", ".lock"))]
        assert clashes or pairs < 20


BUSY = "policygen is in deze map al bezig. Wacht tot dat klaar is. Probeer het daarna opnieuw."


def visible(found: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in found.items() if name[0] != "."}


def files_only(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())
