"""A batch from beginning to end: know every folder first, then make the documents task by task."""

from __future__ import annotations

from collections import Counter, deque
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from policygen import interrupt, write
from policygen.batch.clients import find, with_text
from policygen.errors import Problem, ProfileError
from policygen.sources import Sources
from policygen.yaml_source.limits import short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Executor, Future
    from pathlib import Path

    from policygen.batch.clients import Client
    from policygen.batch.job import Job, Result
    from policygen.generate import Outcome

_READ: Final = 40  # profiles a task, where they are only read
_DOCUMENTS: Final = 30  # documents a task
_SET: Final = 11  # documents of a full set
_AHEAD: Final = 64  # tasks that wait or run; more would only take memory
_LONG: Final = 35  # characters of a folder; the name may have been cut then
_CUT: Final = "Alleen het begin van een lange naam telt. "
_OFTEN: Final = 0.2  # seconds between two looks at whether somebody wants it to end
_CHARACTERS: Final = 300_000  # of a task, more or less: the lines of a JSON Lines file wait in memory


@dataclass(slots=True)
class Batch:
    """How a batch ended.

    Attributes:
        results: One per client, in the order in which they were found.
        tables: What became of the summary and of the overview over all clients.
    """

    results: list[Result] = field(default_factory=list)
    tables: list[Outcome] = field(default_factory=list)

    @property
    def counts(self) -> Counter[str]:
        """How many files are new, changed, the same and refused."""
        return sum((result.counts for result in self.results), Counter[str]())

    @property
    def whole(self) -> bool:
        """Whether everything was made and written."""
        return all(result.made and not result.counts["geweigerd"] for result in self.results) and not any(
            table.problem for table in self.tables
        )


def run(
    sources: Sequence[Path],
    job: Job,
    executor: Executor,
    *,
    on_read: Callable[[Result], None] = lambda _result: None,
    on_made: Callable[[Result], None] = lambda _result: None,
) -> Batch:
    """Makes the documents of many clients.

    Args:
        sources: Folders with profiles, patterns, and JSON Lines files.
        job: What is the same for every client.
        executor: Runs the tasks: threads, processes, or those of a cluster that has the same folders.
        on_read: Hears of each profile that was read.
        on_made: Hears of each client of which the documents were made, or could not be.

    Raises:
        UsageError: A source holds no profiles.
        ProfileError: Two clients would share a folder, or a JSON Lines file cannot be read; nothing was written.
        TemplateError: Somebody's own template or house style cannot be used; nothing was written.
        OutputError: The folder cannot be used.
        Interrupted: The user stopped it; whole files stand where they belong.
    """
    batch = Batch()
    if job.sources != Sources():
        from policygen.batch import work  # noqa: PLC0415 - as in `_make`

        work.rehearse(job)
    with _through(executor, _survey, _tasks(find(sources), _READ)) as surveyed:
        read = [_heard(result, on_read) for result in surveyed]
    _refuse_shared(read)
    results = {result.client.key: result for result in read if not result.made}
    for result in results.values():
        on_made(result)
    size = max(1, _DOCUMENTS // (len(job.documents) if job.documents else _SET))
    known = with_text(result.client for result in read if result.made)
    pairs: dict[tuple[str, str], tuple[str, str]] = {}
    with interrupt.counted(len(read), lambda: len(results), "klanten klaar"):
        with (
            write.lock(job.out) as let_through,
            _through(executor, _make, _tasks(known, size), job, meanwhile=let_through) as made,
        ):
            for result in made:
                # Thousands of clients give the same few answers, and each came as a copy out of another process.
                shared = tuple(pairs.setdefault(pair, pair) for pair in result.states)
                results[result.client.key] = _heard(replace(result, states=shared), on_made)
                let_through()
        batch.results = [results[result.client.key] for result in read]
        # Not read while a thread does the tasks: two threads that read the same modules can get half of one.
        from policygen.batch import overview  # noqa: PLC0415

        batch.tables = overview.tables(batch.results, job)
    return batch


def _survey(clients: Sequence[Client]) -> list[Result]:
    """`work.survey`, in the process that does it."""
    from policygen.batch import work  # noqa: PLC0415 - as in `_make`

    return work.survey(clients)


def _make(clients: Sequence[Client], job: Job) -> list[Result]:
    """`work.make`, in the process that does it.

    The process that starts the others does not wait for the modules that only they need: it would take longer than
    sixty documents.
    """
    from policygen.batch import work  # noqa: PLC0415

    return work.make(clients, job)


def _heard(result: Result, hear: Callable[[Result], None]) -> Result:
    hear(result)
    return result


def _tasks(clients: Iterable[Client], size: int) -> Iterator[list[Client]]:
    """Cuts the work in tasks; long lines make a smaller one."""
    task: list[Client] = []
    for client in clients:
        task.append(client)
        if len(task) == size or sum(len(one.text) for one in task) > _CHARACTERS:
            yield task
            task = []
    if task:
        yield task


@contextmanager
def _through(
    executor: Executor,
    work: Callable[..., list[Result]],
    tasks: Iterable[list[Client]],
    *job: Job,
    meanwhile: Callable[[], None] = lambda: None,
) -> Iterator[Iterator[Result]]:
    """Sends tasks through an executor, a few ahead, and gives the results in the order of the tasks."""
    rest = iter(tasks)
    waiting: deque[tuple[Future[list[Result]], int]] = deque()

    def send() -> None:
        while len(waiting) < _AHEAD and sum(long for _, long in waiting) <= _AHEAD * _CHARACTERS:
            task = next(rest, None)
            if task is None:
                return
            waiting.append((executor.submit(work, task, *job), sum(len(one.text) for one in task)))

    def results() -> Iterator[Result]:
        while waiting:
            yield from _result(waiting.popleft()[0], meanwhile)
            send()

    try:
        send()
        yield results()
    finally:
        for future, _ in waiting:
            future.cancel()


def _result(future: Future[list[Result]], meanwhile: Callable[[], None]) -> list[Result]:
    """Waits for a task, and does something `meanwhile`; who only waits, hears no Ctrl-C on Windows."""
    while True:
        try:
            return future.result(_OFTEN)
        except TimeoutError:
            if future.done() and isinstance(future.exception(), TimeoutError):
                raise
        meanwhile()


def _refuse_shared(read: Sequence[Result]) -> None:
    """Two clients in one folder would overwrite each other."""
    seen: dict[str, Result] = {}
    problems = []
    for result in read:
        if not result.made:
            continue
        first = seen.setdefault(result.client.folder, result)
        if first is not result:
            problems.append(_shared(result, first))
    if problems:
        raise ProfileError(*problems)


def _shared(result: Result, first: Result) -> Problem:
    names = f"'{short(result.name)}' en '{short(first.name)}' ({first.client.place})"
    return Problem(
        str(result.client.path),
        f"{names} zouden allebei in de map '{result.client.folder}' komen",
        result.client.line or None,
        where="organisatie",
        hint=f"{_CUT if len(result.client.folder) > _LONG else ''}Geef een van de twee een eigen organisatie.code.",
    )
