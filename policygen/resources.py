"""The one place that knows where `templates/` and `profiles/` are, and that reads pictures."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from policygen.errors import Problem, ProfileError, TemplateError

_PACKAGE = Path(__file__).parent
_FRAMES = "huisstijl"
_LARGEST_TEMPLATE = 50_000_000  # bytes
_LARGEST_IMAGE = 20_000_000  # bytes; a logo larger than this is a mistake and makes a document that nobody can mail


def template(document_id: str) -> bytes:
    """Reads the Word body of a document.

    Raises:
        TemplateError: There is no such document, or its file cannot be read.
    """
    if document_id not in documents():
        raise TemplateError(
            Problem(f"{document_id}.docx", "dit sjabloon bestaat niet", hint=f"Beschikbaar: {', '.join(documents())}.")
        )
    return _read(_folder("templates") / f"{document_id}.docx")


def frame(name: str = "standaard") -> bytes:
    """Reads a shipped frame: cover, styles, header and footer, closing list.

    Raises:
        TemplateError: The file is missing or cannot be read.
    """
    return _read(_folder("templates") / _FRAMES / f"{name}.docx")


def overview() -> bytes:
    """Reads the Word body of the overview over all clients of a batch.

    Raises:
        TemplateError: The file is missing or cannot be read.
    """
    return _read(_folder("templates") / "batch" / "overzicht.docx")


@cache
def documents() -> tuple[str, ...]:
    """The ids of the documents that have a template, in alphabetical order."""
    return tuple(sorted(path.stem for path in _folder("templates").glob("*.docx") if not path.name.startswith("~$")))


@cache
def frames() -> tuple[str, ...]:
    """The names of the shipped house styles, in alphabetical order."""
    folder = _folder("templates") / _FRAMES
    return tuple(sorted(path.stem for path in folder.glob("*.docx") if not path.name.startswith("~$")))


def shipped() -> dict[str, bytes]:
    """Every shipped Word template, by its path in a folder of templates."""
    bodies = {f"{name}.docx": template(name) for name in documents()}
    return bodies | {f"{_FRAMES}/{name}.docx": frame(name) for name in frames()}


def example() -> Path:
    """The profile in which every key is used once."""
    return _folder("profiles") / "voorbeeld.yaml"


@cache
def ready_profiles() -> tuple[str, ...]:
    """The names of the ready profiles, such as `ouderenzorg-nl`, in alphabetical order."""
    return tuple(sorted(path.stem for path in _folder("profiles").glob("*-??.yaml")))


def ready_profile(name: str) -> bytes:
    """Reads a ready profile, one of `ready_profiles`."""
    return (_folder("profiles") / f"{name}.yaml").read_bytes()


def own(path: Path) -> bytes:
    """Reads somebody's own Word file.

    Raises:
        TemplateError: It is not there, cannot be read, or is larger than 50 MB.
    """
    try:
        if path.stat().st_size > _LARGEST_TEMPLATE:
            raise TemplateError(Problem(str(path), "het bestand is groter dan 50 MB", hint="Verklein de afbeeldingen."))
        return path.read_bytes()
    except FileNotFoundError:
        raise TemplateError(Problem(str(path), "bestand niet gevonden", hint="Controleer de naam en de map.")) from None
    except OSError as error:
        raise TemplateError(Problem(str(path), "dit bestand is niet te lezen", hint="Is het nog open?")) from error


def image(path: Path) -> bytes:
    """Reads a picture that a profile names.

    Raises:
        ProfileError: The file cannot be read or is larger than 20 MB.
    """
    try:
        if path.stat().st_size > _LARGEST_IMAGE:
            raise ProfileError(
                Problem(str(path), "de afbeelding is groter dan 20 MB", hint="Bewaar de afbeelding kleiner.")
            )
        return path.read_bytes()
    except OSError as error:
        raise ProfileError(
            Problem(str(path), "de afbeelding is niet te lezen", hint="Controleer het pad in 'huisstijl.logo'.")
        ) from error


@cache
def _folder(name: str) -> Path:
    """A wheel carries the files inside the package; a working copy has them beside it."""
    shipped = _PACKAGE / "_shipped" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name


@cache  # many documents are made of the same few files
def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TemplateError(
            Problem(path.name, "dit sjabloon is niet te lezen", hint="Installeer policygen opnieuw.")
        ) from error
