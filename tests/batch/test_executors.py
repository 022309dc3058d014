"""A batch runs in whatever executor it is handed, and makes the same bytes in each."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import pytest

from policygen.batch.job import Job
from policygen.batch.run import run
from tests.batch.conftest import documents, lines, many, profile, put
from tests.support.program import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DAY = date(2026, 11, 26)
CLIENTS = 36


@contextmanager
def threads() -> Iterator[Executor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


@contextmanager
def processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        yield pool


@contextmanager
def cluster() -> Iterator[Executor]:
    """One in this process: no network, and no port that somebody else has."""
    from distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None) as local,
        Client(local) as client,
        client.get_executor() as pool,
    ):
        yield pool


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("bron")
    many(folder / "k", CLIENTS - 3)
    put(folder / "k", slecht="onzin: 1\n", vol=profile("Vol") + "visie: {waarden: [rust]}\n")
    return [folder / "k", lines(folder / "x.jsonl", {"organisatie": {"naam": "Regel", "land": "NL"}})]


@pytest.fixture(scope="module")
def made(sources: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one thread makes."""
    out = tmp_path_factory.mktemp("uit")
    with ThreadPoolExecutor(1) as pool:
        run(sources, Job(out, DAY, ("visie", "vacature"), zipped=True), pool)
    return documents(out)


class DescribeAnExecutor:
    @pytest.mark.parametrize("begun", [threads, processes, cluster])
    @pytest.mark.filterwarnings("ignore")  # those of the cluster are its own
    def it_makes_the_same_bytes(self, sources, made, tmp_path: Path, begun: Callable[[], Any]):
        with begun() as pool:
            done = run(sources, Job(tmp_path / "uit", DAY, ("visie", "vacature"), zipped=True), pool)
        assert documents(tmp_path / "uit") == made
        assert [result.made for result in done.results].count(False) == 1
        assert [result.client.path.name for result in done.results][-3:] == ["slecht.yaml", "vol.yaml", "x.jsonl"]

    @pytest.mark.parametrize(("documents", "clients"), [(("visie",), 30), (("visie", "beleid"), 15), (None, 2)])
    def it_gets_ten_to_fifty_documents_a_task_and_not_all_at_once(
        self, sources, tmp_path, monkeypatch, documents, clients
    ):
        class Counting(Executor):
            """Counts the clients in every task, and the tasks of which nobody asked what came of them."""

            def __init__(self) -> None:
                self.sizes: list[int] = []
                self.waiting = self.most = 0

            def submit(self, work, task, *job):  # type: ignore[no-untyped-def,override]
                self.sizes.append(len(task))
                self.waiting += 1
                self.most = max(self.most, self.waiting)
                counting = self

                class Now(Future):  # type: ignore[type-arg]
                    def result(self, timeout=None):  # noqa: ARG002
                        counting.waiting -= 1
                        return work(task, *job) if not job else []

                return Now()

        monkeypatch.setattr(import_module("policygen.batch.run"), "_AHEAD", 2)
        counting = Counting()
        with pytest.raises(KeyError):  # no client has a result
            run(sources, Job(tmp_path / "uit", DAY, documents), counting)
        assert clients in counting.sizes
        assert counting.most == 2


@pytest.mark.parametrize(
    "others",
    [
        ("multiprocessing", "concurrent.futures.", "distributed", "asyncio"),  # that is for who hands in an executor
        ("pydantic", "jinja2", "lxml", "policygen.context"),  # only the tasks need these, in a process of their own
    ],
)
def it_reads_nothing_to_hand_out_tasks_that_only_others_need(others: tuple[str, ...]):
    code = "import sys, policygen.batch.job, policygen.batch.run; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [name for name in done.stdout.split() if name.startswith(others)] == []
