"""What goes to a process that makes documents, and what comes back from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policygen.sources import Sources

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from policygen.batch.clients import Client
    from policygen.errors import Problem


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
    """

    out: Path
    today: date
    documents: tuple[str, ...] | None = None
    sources: Sources = field(default_factory=Sources)
    force: bool = False
    zipped: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one client.

    Attributes:
        client: Which one; without the text of its profile.
        name: The name of the organisation; empty when the profile could not be read.
        made: Whether its documents could be made.
        counts: How many files are new, changed, the same and refused.
        backups: How many edited files were replaced, each after a copy.
        open_places: How many different places its documents leave open.
        sender: The consultancy that the profile names.
        decision: Whether there will be a policy: `wel`, `geen`, `later`, or empty.
        states: The answer to each question of the self-scan, by its id.
        first: What the self-scan says to do first.
        problems: Why it was refused, in whole or in part, and what deserves a look.
    """

    client: Client
    name: str = ""
    made: bool = False
    counts: Counter[str] = field(default_factory=Counter)
    backups: int = 0
    open_places: int = 0
    sender: str = ""
    decision: str = ""
    states: tuple[tuple[str, str], ...] = ()
    first: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def refused(self) -> tuple[Problem, ...]:
        """Why something was not made or not written."""
        return tuple(problem for problem in self.problems if not problem.warning)
