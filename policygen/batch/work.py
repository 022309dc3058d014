"""What one task of a batch does: some clients, one after the other, in whatever process it runs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from policygen import archive, catalogue, context, interrupt, profile, yaml_source
from policygen.batch.clients import changed
from policygen.batch.job import Result
from policygen.context.organisatie import organisatie
from policygen.errors import PolicygenError, Problem
from policygen.generate import Outcome, document_set, outdated_law, put, written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from policygen.batch.clients import Client
    from policygen.batch.job import Job
    from policygen.generate import DocumentSet
    from policygen.profile import ProfileFile

_CONSULTANT: Final = ("leeswijzer", "zelfscan")  # what a consultant needs of every client: what is in it, and the gaps
_PATIENCE: Final = 3  # seconds; a process of a run that was killed leaves a folder within one


def rehearse(job: Job) -> None:
    """Tries somebody's own Word files once: what is wrong with them is wrong for every client.

    Raises:
        TemplateError: One of them cannot be used.
    """
    smallest = yaml_source.YamlDocument(job.out, {"organisatie": {"naam": "Proef", "land": "NL"}})
    loaded = profile.parse(smallest)
    document_set(loaded, today=job.today, documents=_wanted(loaded, job), sources=job.sources)


def survey(clients: Sequence[Client]) -> list[Result]:
    """Reads the profiles of some clients, to know the folder of each before anything is written."""
    return [_whatever_comes(client, _surveyed) for client in clients]


def make(clients: Sequence[Client], job: Job) -> list[Result]:
    """Makes and writes the documents of some clients; what goes wrong with one is its own result."""
    return [_whatever_comes(client, _made, job) for client in clients]


def _whatever_comes(client: Client, work: Callable[..., Result], *job: Job) -> Result:
    """One client is a result, also when it brings out a mistake of the program: the others go on."""
    interrupt.end_if_asked()
    bare = replace(client, text="", problems=())
    if client.problems:
        return Result(bare, problems=client.problems)
    try:
        return work(client, bare, _load(client), *job)
    except PolicygenError as error:
        return Result(bare, problems=error.problems)
    except Exception as error:  # noqa: BLE001 - as at the boundary of every command, but for one client of many
        message = f"er ging iets mis in policygen zelf ({type(error).__name__}: {error})"
        hint = "Draai voor dit profiel 'policygen --debug generate' en stuur de uitvoer mee als u dit meldt."
        return Result(bare, problems=(Problem(str(client.path), message, client.line or None, hint=hint),))


def _load(client: Client) -> ProfileFile:
    return profile.load_line(client.path, client.line, client.text) if client.line else profile.load(client.path)


def _surveyed(_client: Client, bare: Client, loaded: ProfileFile) -> Result:
    own = organisatie(loaded.profile)
    return Result(replace(bare, folder=own["code"]), name=str(own["naam"]), made=True)


def _made(_client: Client, bare: Client, loaded: ProfileFile, job: Job) -> Result:
    own = organisatie(loaded.profile)
    if own["code"] != bare.folder:  # written there, it would be in the folder of another client
        return Result(bare, problems=(changed(bare),))
    loaded = loaded if job.documents else _for_a_consultant(loaded)
    wanted = _wanted(loaded, job)
    warnings = (*loaded.warnings, *outdated_law(loaded, today=job.today), *_left_out(loaded, job))
    folder = job.out / bare.folder
    try:
        # Tests prove policygen's own templates for every profile; doing that here again would only cost time.
        prove = not job.sources.shipped(loaded)
        made = document_set(loaded, today=job.today, documents=wanted, sources=job.sources, prove=prove)
        outcomes = _written(made, folder, job) if wanted else []
    except PolicygenError as error:
        return Result(bare, str(own["naam"]), problems=(*warnings, *error.problems))
    if job.zipped and wanted:
        outcomes.append(_zipped(folder, outcomes, force=job.force))
    return _told(bare, made, outcomes, (*warnings, *_left_behind(folder, outcomes, job)))


def _left_behind(folder: Path, outcomes: Sequence[Outcome], job: Job) -> list[Problem]:
    """A zip of an earlier run that does not hold what was written now."""
    archived = _zip_of(folder)
    if job.zipped or all(outcome.status in {"ongewijzigd", "geweigerd"} for outcome in outcomes):
        return []
    hint = "Draai de opdracht met --zip, of gooi de zip weg."
    stale = Problem(str(archived), "deze zip is van een eerdere keer en niet vernieuwd", hint=hint, warning=True)
    return [stale] if archived.is_file() else []


def _zip_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.zip")


def _written(made: DocumentSet, folder: Path, job: Job) -> list[Outcome]:
    name = made.values["organisatie"]["naam"]
    owner = name if isinstance(name, str) else ""  # a name that is still open is nobody's
    return list(written(made, folder, force=job.force, owner=owner, durable=False, wait=_PATIENCE))


def _for_a_consultant(loaded: ProfileFile) -> ProfileFile:
    """The profile that asks for what a consultant needs as well, so that the letter counts it with the rest."""
    asked = loaded.profile.documenten
    if not isinstance(asked, tuple):
        return loaded
    everything = tuple(dict.fromkeys((*asked, *_CONSULTANT)))
    return replace(loaded, profile=loaded.profile.model_copy(update={"documenten": everything}))


def _wanted(loaded: ProfileFile, job: Job) -> list[str]:
    """The documents for one client: those that were asked for and fit, or its own set."""
    profile = loaded.profile
    if job.documents:
        return [name for name in job.documents if not context.left_out(profile, name)]
    known = catalogue.load("documenten")
    return [name for name in known if context.in_set(profile, name)]


def _left_out(loaded: ProfileFile, job: Job) -> list[Problem]:
    """What was asked for and does not fit this client."""
    reasons = {name: context.left_out(loaded.profile, name) for name in job.documents or ()}
    source = str(loaded.path)
    return [Problem(source, f"geen {name}: {why}", warning=True) for name, why in reasons.items() if why]


def _zipped(folder: Path, outcomes: Sequence[Outcome], *, force: bool) -> Outcome:
    """What stands in the folder, so also a document that somebody edited and that was left alone."""
    target = _zip_of(folder)
    try:
        paths = [outcome.path for outcome in outcomes]
        # A link may lead anywhere, and would put what it leads to in a zip that goes to the client.
        data = archive.bundle(path for path in paths if path.is_file() and not path.is_symlink())
    except OSError:
        message, hint = "een bestand voor deze zip is niet te lezen", "Controleer of u de bestanden mag openen."
        return Outcome(target, "geweigerd", problem=Problem(str(target), message, hint=hint))
    return put(target, data, archive.is_untouched, force=force, durable=False)


def _told(client: Client, made: DocumentSet, outcomes: Sequence[Outcome], warnings: Sequence[Problem]) -> Result:
    scan = made.values["zelfscan"]
    refused = dict.fromkeys(outcome.problem for outcome in outcomes if outcome.problem)
    return Result(
        client,
        name=str(made.values["organisatie"]["naam"]),
        made=True,
        counts=Counter(outcome.status for outcome in outcomes),
        backups=sum(outcome.backup is not None for outcome in outcomes),
        open_places=len(made.open_places),
        sender=str(made.values["huisstijl"]["afzender"]),
        decision=made.values["motieven"]["besluit"],
        states=tuple((row["id"], row["stand"]) for row in scan["vragen"]),
        first=tuple(row["id"] for row in scan["hiaten"] if row["prioriteit"] == 1),
        problems=(*warnings, *refused),
    )
