"""The use case: one profile becomes its documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from policygen import catalogue, context, interrupt, manifest, profile, write
from policygen.assemble import Made, document, logo_of
from policygen.errors import OutputError, Problem, ProfileError, UsageError
from policygen.sources import Sources
from policygen.yaml_source.limits import short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from policygen.openplace import Open
    from policygen.profile import ProfileFile

Status = Literal["nieuw", "bijgewerkt", "ongewijzigd", "geweigerd"]
SHIPPED: Final = Sources()
_GUIDE: Final = "leeswijzer"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    Attributes:
        path: Where it stands.
        status: `geweigerd` means that what stood there still stands there; `problem` says why.
        open_places: How many open places the document marks.
        backup: The copy of an edited file that `force` replaced.
        problem: Why the file was refused.
    """

    path: Path
    status: Status
    open_places: int = 0
    backup: Path | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a profile will give.

    Attributes:
        open_places: What the documents will mark.
        counts: How many questions of the self-scan have which answer.
        functions: Whoever fills in a field, in the schema's words, as this organisation calls them.
        documents: The documents, by their id.
    """

    open_places: tuple[Open, ...]
    counts: str
    functions: Mapping[str, str]
    documents: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class DocumentSet:
    """The documents of one profile, before they are written.

    Attributes:
        values: The Context that they were made of.
        documents: The Word documents.
        texts: The vacancy snippets.
    """

    values: Mapping[str, Any]
    documents: tuple[Made, ...]
    texts: tuple[Made, ...]

    @property
    def open_places(self) -> dict[str, Open]:
        """What the documents leave open, each place once."""
        return {place.field: place for one in self.documents for place in one.places}


def generate_documents(  # noqa: PLR0913 - what a user can choose
    profile_file: ProfileFile,
    out: Path,
    *,
    today: date,
    documents: Sequence[str] | None = None,
    sources: Sources = SHIPPED,
    force: bool = False,
) -> tuple[Outcome, ...]:
    """Writes the documents of a profile, and the vacancy snippets as text files.

    Everything is made before the first file is written; a file that somebody edited stays and is reported.

    Args:
        profile_file: The profile and where it came from.
        out: The folder; made when it is not there.
        today: The date for documents whose profile has none.
        documents: Ids of the documents to make; None for those that the profile asks for.
        sources: Somebody's own templates and house style.
        force: Replace edited files as well, each after a numbered backup.

    Raises:
        UsageError: An id is unknown.
        ProfileError: The logo or the earlier self-scan cannot be read, or a document that is no draft has open places.
        TemplateError: A template is wrong, or makes a document that breaks a rule.
        OutputError: The folder cannot be used.
        Interrupted: The user stopped it; what was being written is finished first.
    """
    wanted = _wanted(profile_file, documents)
    values = _values(profile_file, today)
    total = len(wanted) + len(_text_files(values, wanted))
    done: list[Outcome] = []
    with interrupt.counted(total, lambda: sum(outcome.problem is None for outcome in done)):
        made = _set(profile_file, values, wanted, sources, prove=True)
        done.extend(written(made, out, force=force))
    return tuple(done)


def document_set(
    profile_file: ProfileFile,
    *,
    today: date,
    documents: Sequence[str] | None = None,
    sources: Sources = SHIPPED,
    prove: bool = True,
) -> DocumentSet:
    """Makes the documents of a profile without writing them; the arguments are those of `generate_documents`.

    Args:
        profile_file: The profile and where it came from.
        today: The date for documents whose profile has none.
        documents: Ids of the documents to make; None for those that the profile asks for.
        sources: Somebody's own templates and house style.
        prove: Check each document by the own rules; with somebody's own Word files nothing else does.

    Raises:
        UsageError: As `generate_documents`.
        ProfileError: As `generate_documents`.
        TemplateError: As `generate_documents`.
    """
    wanted = _wanted(profile_file, documents)
    return _set(profile_file, _values(profile_file, today), wanted, sources, prove=prove)


def written(  # noqa: PLR0913 - how to write, besides what and where
    made: DocumentSet, out: Path, *, force: bool, owner: str = "", durable: bool = True, wait: float = 0
) -> Iterator[Outcome]:
    """Writes a set, and tells of each file what became of it.

    Args:
        made: The documents.
        out: The folder; made when it is not there.
        force: Replace edited files as well, each after a numbered backup.
        owner: The organisation that the folder is for; unless by `force`, one of another is left alone.
        durable: Wait until each file is on the disk itself, so that it survives a power cut.
        wait: How many seconds another run gets to leave the folder.

    Raises:
        OutputError: The folder cannot be used.
    """
    with write.lock(out, wait) as let_through:
        ledger = write.Ledger(out)
        if owner:
            if ledger.owner not in {"", owner} and not force:
                raise OutputError(_of_another(out, ledger.owner))
            ledger.owner = owner
        forgotten = _remember(ledger, out, made.texts, durable=durable)
        for one in made.documents:
            let_through()
            ours = manifest.is_untouched
            yield put(out / one.name, one.data, ours, force=force, places=one.places, durable=durable)
        for one in made.texts:
            let_through()
            target = out / one.name
            if forgotten:
                yield Outcome(target, "geweigerd", problem=forgotten)
            else:
                yield put(target, one.data, ledger.ours(target), force=force, durable=durable)


def _of_another(folder: Path, owner: str) -> Problem:
    """Two organisations in one folder get to see each other's papers."""
    hint = "Geef een van de twee een eigen organisatie.code. Is alleen de naam veranderd, kies dan --force."
    return Problem(str(folder), f"hier staan documenten van '{short(owner)}'", hint=hint)


def put(  # noqa: PLR0913 - what `write.put` asks, and the places
    target: Path,
    data: bytes,
    ours: Callable[[bytes], bool],
    *,
    force: bool,
    places: Sequence[Open] = (),
    durable: bool = True,
) -> Outcome:
    """Writes one file; one that has to stay is an outcome like the others."""
    try:
        written = write.put(target, data, ours=ours, force=force, durable=durable)
    except OutputError as error:
        return Outcome(target, "geweigerd", len(places), problem=error.problems[0])
    return Outcome(target, written.status, len(places), written.backup)


def preview(profile_file: ProfileFile, *, today: date) -> Preview:
    """Tells what the documents will mark as an open place and what the self-scan counts, without writing them.

    Raises:
        ProfileError: The logo or the earlier self-scan cannot be read, or a document that is no draft has open places.
        TemplateError: A template is wrong.
    """
    made = document_set(profile_file, today=today, prove=False)
    names, told = _wanted(profile_file, None), made.values
    documents = {name: one.data for name, one in zip(names, made.documents, strict=True)}
    return Preview(tuple(made.open_places.values()), str(told["zelfscan"]["telling"]), told["vult_in"], documents)


def coverage(found: Preview) -> dict[str, tuple[str, ...]]:
    """Tells for each core fact of the sources in which of the documents that it belongs in it comes out."""
    from policygen import dekking  # noqa: PLC0415 - and lxml with it, for who asks for this only
    from policygen.ooxml.text import lines  # noqa: PLC0415

    told = dekking.coverage({name: "\n".join(lines(data)) for name, data in found.documents.items()})
    return {
        fact: tuple(name for name in told[fact] if name in entry["documenten"])
        for fact, entry in dekking.facts().items()
        if entry["status"] == "kern"
    }


def outdated_law(profile_file: ProfileFile, *, today: date) -> tuple[Problem, ...]:
    """Warns of the legal texts of a country that nobody looked at for too long."""
    old = context.outdated_law(profile_file.profile, today=today)
    if not old:
        return ()
    hint = "Haal een nieuwere policygen op, en laat een jurist deze teksten nakijken."
    message = f"wat de wet vraagt is te lang geleden nagekeken: {old}"
    return (Problem(str(profile_file.path), message, hint=hint, warning=True),)


def _values(profile_file: ProfileFile, today: date) -> dict[str, Any]:
    """The Context, with the earlier self-scan that the profile names."""
    return context.build(profile_file.profile, today=today, vorige=profile.load_earlier(profile_file))


def _set(
    profile_file: ProfileFile, values: dict[str, Any], wanted: Sequence[str], sources: Sources, *, prove: bool
) -> DocumentSet:
    made = _make(profile_file, values, wanted, sources, prove=prove)
    if problems := _unfinished(profile_file, made):
        raise ProfileError(*problems)
    return DocumentSet(values, tuple(made), tuple(_text_files(values, wanted)))


def _make(
    profile_file: ProfileFile, values: dict[str, Any], wanted: Sequence[str], sources: Sources, *, prove: bool
) -> list[Made]:
    """Makes the documents, in the order in which they were asked for.

    The guide to the set lists what is open in all of it, so it comes last and makes the rest of the set be made too.
    """
    logo = logo_of(profile_file, values)
    values = {**values, "huisstijl": {**values["huisstijl"], "logo": logo is not None}}
    frame = sources.frame(profile_file)

    def made(name: str) -> Made:
        interrupt.end_if_asked()
        own = context.for_document(values, name)
        return document(sources.body(name), frame, own, logo, allow_external=sources.allow_external, prove=prove)

    whole = _wanted(profile_file, None) if _GUIDE in wanted else []
    files = {name: made(name) for name in dict.fromkeys((*wanted, *whole)) if name != _GUIDE}
    if _GUIDE in wanted:
        marked = {name: files[name].places for name in whole if name != _GUIDE}
        values = context.with_places(profile_file.profile, values, marked)
        files[_GUIDE] = made(_GUIDE)
    return [files[name] for name in wanted]


def _remember(ledger: write.Ledger, out: Path, texts: Sequence[Made], *, durable: bool) -> Problem | None:
    """Says why the texts cannot be remembered; written all the same, they would look like somebody else's later."""
    for one in texts:
        ledger.record(out / one.name, one.data)
    try:
        ledger.save(durable=durable)
    except OutputError as error:
        return error.problems[0]
    return None


def _text_files(values: Mapping[str, Any], wanted: Sequence[str]) -> list[Made]:
    texts = values["vacatures"]["txt_files"] if "vacature" in wanted else ()
    return [Made(one["naam"], _as_text_file(one["tekst"])) for one in texts]


def _unfinished(profile_file: ProfileFile, documents: Sequence[Made]) -> tuple[Problem, ...]:
    """An open place is fine in a draft and a mistake in what goes to a board."""
    document = profile_file.profile.document
    if document is None or document.status not in {"ter_besluit", "definitief"}:
        return ()
    places = {place.field: place for one in documents for place in one.places}
    hint = "Vul dit in, of zet document.status op 'concept'."
    return tuple(
        Problem(str(profile_file.path), f"{place.label} ontbreekt nog", where=field, hint=hint)
        for field, place in places.items()
    )


def _wanted(profile_file: ProfileFile, documents: Sequence[str] | None) -> list[str]:
    """The ids to make, in the order of the catalogue.

    Raises:
        UsageError: A document is unknown, or one that was asked for by name does not fit the profile.
    """
    known = tuple(catalogue.load("documenten"))
    unknown = [name for name in documents or () if name not in known]
    if unknown:
        raise UsageError(
            *(Problem("", f"onbekend document '{name}'", hint=f"Kies uit: {', '.join(known)}.") for name in unknown)
        )
    reasons = {name: context.left_out(profile_file.profile, name) for name in documents or ()}
    if refused := [Problem("", f"geen {name}: {reason}") for name, reason in reasons.items() if reason]:
        raise UsageError(*refused)
    if documents is not None:
        return [name for name in known if name in documents]
    return [name for name in known if context.in_set(profile_file.profile, name)]


def _as_text_file(text: str) -> bytes:
    """UTF-8 with the line ends of Windows, where the text is pasted."""
    return "\r\n".join(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).encode()
