"""What one task of a batch does: some clients, one after the other, in whatever process it runs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from policygen import archive, catalogue, context, profile
from policygen.context.organisatie import organisatie
from policygen.errors import PolicygenError, Problem
from policygen.generate import Outcome, document_set, put, written
from policygen.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from policygen.batch.clients import Client
    from policygen.generate import DocumentSet
    from policygen.profile import ProfileFile

_CONSULTANT = ("leeswijzer", "zelfscan")  # what a consultant needs of every client: what is in the set, and the gaps


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for every client of a batch.

    Attributes:
        out: The folder with a folder per client.
        today: The date for documents whose profile has none.
        documents: Ids of the documents to make; None for those that each profile asks for.
        sources: Somebody's own templates and house style.
        force: Replace edited files as well, each after a numbered backup.
        zipped: Put the documents of each client in a zip as well.
        prove: Check each document by the own rules; with templates that were proved once it costs time only.
    """

    out: Path
    today: date
    documents: tuple[str, ...] | None = None
    sources: Sources = field(default_factory=Sources)
    force: bool = False
    zipped: bool = False
    prove: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one client.

    Attributes:
        client: Which one; without the text of its profile.
        name: The name of the organisation; empty when the profile could not be read.
        counts: How many files are new, changed, the same and refused.
        open_places: How many different places its documents leave open.
        sender: The consultancy that the profile names.
        decision: Whether there will be a policy: `wel`, `geen`, `later`, or empty.
        states: The answer to each question of the self-scan, by its id.
        first: What the self-scan says to do first.
        problems: Why it was refused, in whole or in part, and what deserves a look.
    """

    client: Client
    name: str = ""
    counts: Counter[str] = field(default_factory=Counter)
    open_places: int = 0
    sender: str = ""
    decision: str = ""
    states: tuple[tuple[str, str], ...] = ()
    first: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def made(self) -> bool:
        """Whether its documents could be made."""
        return bool(self.name)


def survey(clients: Sequence[Client]) -> list[Result]:
    """Reads the profiles of some clients, to know the folder of each before anything is written."""
    return [_surveyed(client) for client in clients]


def make(clients: Sequence[Client], job: Job) -> list[Result]:
    """Makes and writes the documents of some clients; what goes wrong with one is its own result."""
    return [_made(client, job) for client in clients]


def _load(client: Client) -> ProfileFile:
    return profile.load_line(client.path, client.line, client.text) if client.line else profile.load(client.path)


def _surveyed(client: Client) -> Result:
    bare = replace(client, text="")
    try:
        loaded = _load(client)
    except PolicygenError as error:
        return Result(bare, problems=error.problems)
    own = organisatie(loaded.profile)
    return Result(replace(bare, folder=own["code"]), name=str(own["naam"]))


def _made(client: Client, job: Job) -> Result:
    bare = replace(client, text="")
    try:
        loaded = _load(client)
        made = document_set(
            loaded, today=job.today, documents=_wanted(loaded, job), sources=job.sources, prove=job.prove
        )
        folder = job.out / client.folder
        outcomes = list(written(made, folder, force=job.force, durable=False))
        if job.zipped:
            outcomes.append(_zipped(folder, outcomes, force=job.force))
    except PolicygenError as error:
        return Result(bare, problems=error.problems)
    return _told(bare, loaded, made, outcomes)


def _wanted(loaded: ProfileFile, job: Job) -> list[str]:
    """The documents for one client: those that were asked for and fit, or its own set and what a consultant needs."""
    profile = loaded.profile
    if job.documents:
        return [name for name in job.documents if not context.left_out(profile, name)]
    known = catalogue.load("documenten")
    return [name for name in known if context.in_set(profile, name) or name in _CONSULTANT]


def _zipped(folder: Path, outcomes: Sequence[Outcome], *, force: bool) -> Outcome:
    """What stands in the folder, so also a document that somebody edited and that was left alone."""
    target = folder.with_name(f"{folder.name}.zip")
    try:
        data = archive.bundle(outcome.path for outcome in outcomes if outcome.path.is_file())
    except OSError:
        return Outcome(target, "geweigerd", problem=Problem(str(target), "een bestand voor deze zip is niet te lezen"))
    return put(target, data, archive.is_untouched, force=force, durable=False)


def _told(client: Client, loaded: ProfileFile, made: DocumentSet, outcomes: Sequence[Outcome]) -> Result:
    scan = made.values["zelfscan"]
    refused = dict.fromkeys(outcome.problem for outcome in outcomes if outcome.problem)
    return Result(
        client,
        name=str(made.values["organisatie"]["naam"]),
        counts=Counter(outcome.status for outcome in outcomes),
        open_places=len(made.open_places),
        sender=str(made.values["huisstijl"]["afzender"]),
        decision=made.values["motieven"]["besluit"],
        states=tuple((row["id"], row["stand"]) for row in scan["vragen"]),
        first=tuple(row["id"] for row in scan["hiaten"] if row["prioriteit"] == 1),
        problems=(*loaded.warnings, *refused),
    )
