"""Which clients a batch is about: profiles in folders, or the lines of a JSON Lines file."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygen import yaml_source
from policygen.errors import Problem, ProfileError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_YAML: Final = (".yaml", ".yml")
_LINES: Final = (".jsonl", ".ndjson")
_WILD: Final = "*?["
_NO_SOURCE: Final = "dit is geen profiel (.yaml), geen map en geen .jsonl-bestand"
_KEPT_BY_OTHERS: Final = (".", "~")  # how a name begins that an editor or a system has for itself


@dataclass(frozen=True, slots=True)
class Client:
    """One client.

    Attributes:
        path: The file that holds the profile.
        line: Which line of it, from 1; 0 where the whole file is the profile.
        text: That line.
        folder: The name of the folder for its documents; empty until it is known.
        problems: Why nothing can be read.
    """

    path: Path
    line: int = 0
    text: str = ""
    folder: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from every other client."""
        return str(self.path), self.line

    @property
    def place(self) -> str:
        """The file, and the line where that matters."""
        return f"{self.path}:{self.line}" if self.line else str(self.path)


def find(sources: Iterable[Path]) -> Iterator[Client]:
    """Finds the clients: in a folder and all folders in it, by a pattern such as `klanten/*.yaml`, or line by line.

    A JSON Lines file is read as it is walked through, so that any number of lines fits. What is named twice is there
    once.

    Raises:
        UsageError: There is nothing at a place, or something that holds no profiles.
        ProfileError: A JSON Lines file cannot be read.
    """
    seen: set[str] = set()
    for source in sources:
        for client in _files(source):
            same = os.path.normcase(Path(os.path.abspath(client.path)))  # noqa: PTH100 - `resolve` asks the disk
            if same in seen:
                continue
            seen.add(same)
            if client.path.suffix.lower() in _LINES and not client.problems:
                yield from (Client(client.path, one.number, one.text, "", one.problems) for one in _lines(client.path))
            else:
                yield client


def with_text(clients: Iterable[Client]) -> Iterator[Client]:
    """Gives clients the text of their line again, in the order in which they were found."""
    for path, group in groupby(clients, key=lambda client: client.path):
        lines: Iterator[yaml_source.Line] = iter(())
        for number, client in enumerate(group):
            if not client.line:
                yield client
                continue
            try:
                lines = lines if number else yaml_source.lines(path)
                found = next((line for line in lines if line.number >= client.line), None)
            except ProfileError as error:
                yield replace(client, problems=error.problems)
                continue
            if found is None or found.number != client.line:
                yield replace(client, problems=(changed(client),))
            else:
                yield replace(client, text=found.text, problems=found.problems)


def changed(client: Client) -> Problem:
    """A profile that is of another client than when the batch began."""
    hint = "Draai de opdracht opnieuw."
    return Problem(str(client.path), "is tijdens de opdracht gewijzigd", client.line or None, hint=hint)


def _files(source: Path) -> list[Client]:
    suffix = source.suffix.lower()
    if source.is_dir():
        found = list(_walked(source))
    elif any(sign in str(source) for sign in _WILD) and not source.exists():
        found = [Client(path) for path in _matching(source) if path.suffix.lower() in (*_YAML, *_LINES)]
    elif suffix in _YAML or (suffix in _LINES and source.exists()):
        return [Client(source)]
    else:
        raise _nothing(source, _NO_SOURCE if source.exists() else "niet gevonden")
    if not found:
        raise _nothing(source, "hier staat geen profiel (.yaml)")
    return sorted(found, key=lambda client: client.path)


def _walked(folder: Path) -> Iterator[Client]:
    closed: list[Client] = []

    def no_entry(error: OSError) -> None:
        hint = "Controleer of u de map mag openen."
        problem = Problem(str(error.filename), "map kan niet worden gelezen", hint=hint)
        closed.append(Client(Path(error.filename), problems=(problem,)))

    for place, folders, files in os.walk(folder, onerror=no_entry):
        folders[:] = filter(_visible, folders)
        yield from (Client(Path(place, name)) for name in files if name.lower().endswith(_YAML) and _visible(name))
    yield from closed


def _matching(pattern: Path) -> list[Path]:
    parts = pattern.parts
    fixed = next(place for place, part in enumerate(parts) if any(sign in part for sign in _WILD))
    try:
        found = list(Path(*parts[:fixed]).glob(str(Path(*parts[fixed:]))))
    except (ValueError, OSError, NotImplementedError):
        raise _nothing(pattern, "dit patroon kan niet") from None
    return [path for path in found if _visible(path.name) and not path.is_dir()]


def _visible(name: str) -> bool:
    return not name.startswith(_KEPT_BY_OTHERS)


def _lines(path: Path) -> Iterator[yaml_source.Line]:
    empty = True
    for line in yaml_source.lines(path):
        empty = False
        yield line
    if empty:
        raise _nothing(path, "dit bestand is leeg")


def _nothing(source: Path, message: str) -> UsageError:
    hint = "Geef een map met profielen, een patroon als klanten/*.yaml, of een .jsonl-bestand."
    return UsageError(Problem(str(source), message, hint=hint))
