"""Which clients a batch is about: profiles in folders, or the lines of a JSON Lines file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygen.errors import Problem, ProfileError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_YAML: Final = (".yaml", ".yml")
_LINES: Final = (".jsonl", ".ndjson")
_WILD: Final = "*?["
_LONGEST_LINE: Final = 5_000_000  # characters; as much as a profile may hold


@dataclass(frozen=True, slots=True)
class Client:
    """One client.

    Attributes:
        path: The file that holds the profile.
        line: Which line of it, from 1; 0 where the whole file is the profile.
        text: That line.
        folder: The name of the folder for its documents; empty until it is known.
    """

    path: Path
    line: int = 0
    text: str = ""
    folder: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from every other client."""
        return str(self.path), self.line


def find(sources: Iterable[Path]) -> Iterator[Client]:
    """Finds the clients: in a folder and all folders in it, by a pattern such as `klanten/*.yaml`, or line by line.

    A JSON Lines file is read as it is walked through, so that any number of lines fits.

    Raises:
        UsageError: There is nothing at a place, or something that holds no profiles.
        ProfileError: A JSON Lines file cannot be read.
    """
    seen: set[Path] = set()
    for source in sources:
        for path in _files(source):
            if path.suffix.lower() in _LINES:
                yield from _lines(path)
            elif path not in seen:
                seen.add(path)
                yield Client(path)


def _files(source: Path) -> list[Path]:
    if source.is_dir():
        found = sorted(path for path in source.rglob("*") if path.suffix.lower() in _YAML and _visible(path, source))
    elif any(sign in str(source) for sign in _WILD) and not source.exists():
        found = sorted(path for path in _matching(source) if path.suffix.lower() in (*_YAML, *_LINES))
    elif source.suffix.lower() in (*_YAML, *_LINES):
        return [source]
    else:
        raise _nothing(source, "dit is geen map met profielen en geen .jsonl-bestand" if source.exists() else "")
    if not found:
        raise _nothing(source, "hier staat geen profiel (.yaml)")
    return found


def _matching(pattern: Path) -> Iterator[Path]:
    parts = pattern.parts
    fixed = next(place for place, part in enumerate(parts) if any(sign in part for sign in _WILD))
    return Path(*parts[:fixed]).glob(str(Path(*parts[fixed:])))


def _visible(path: Path, folder: Path) -> bool:
    """Not a file that an editor or a file system keeps for itself."""
    return not any(part.startswith((".", "~")) for part in path.relative_to(folder).parts)


def _lines(path: Path) -> Iterator[Client]:
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as file:
            for number, line in enumerate(file, 1):
                if len(line) > _LONGEST_LINE:
                    raise ProfileError(Problem(str(path), "regel is groter dan 5 MB", number))
                if line.strip():
                    yield Client(path, number, line.strip())
    except FileNotFoundError:
        raise _nothing(path, "") from None
    except UnicodeDecodeError:
        raise ProfileError(Problem(str(path), "bestand is geen UTF-8", hint="Bewaar het als UTF-8.")) from None
    except OSError as error:
        hint = "Controleer of u het bestand mag openen."
        raise ProfileError(Problem(str(path), "bestand kan niet worden gelezen", hint=hint)) from error


def _nothing(source: Path, message: str) -> UsageError:
    hint = "Geef een map met profielen, een patroon als klanten/*.yaml, of een .jsonl-bestand."
    return UsageError(Problem(str(source), message or "niet gevonden", hint=hint))
