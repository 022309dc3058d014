"""A JSON Lines file, line by line: any number of lines fits, and a bad one is told with its place."""

from __future__ import annotations

import stat
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from policygen.errors import Problem, ProfileError
from policygen.yaml_source.limits import MAX_BYTES
from policygen.yaml_source.text import characters, recognise, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_LOOKED_AT: Final = 1000  # bytes that tell what kind of file it is


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds something.

    Attributes:
        number: Which one, from 1.
        text: What it says; empty when it cannot be read.
        problems: Why it cannot be read.
    """

    number: int
    text: str = ""
    problems: tuple[Problem, ...] = ()


def lines(path: Path) -> Iterator[Line]:
    """Reads a file as it is walked through.

    Raises:
        ProfileError: The file is not there, cannot be read, or is of another kind.
    """
    source = str(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # reading a pipe or a device may never end
            raise ProfileError(Problem(source, "dit is geen gewoon bestand", hint="Geef een .jsonl-bestand."))
        with path.open("rb") as file:
            recognise(file.read(_LOOKED_AT), source)
            file.seek(0)
            number = 0
            while data := file.readline(MAX_BYTES + 1):
                number += 1
                if data.strip() not in {b"", b"\xef\xbb\xbf"}:
                    yield _line(data, source, number)
                _to_the_end(file, data)
    except (OSError, ValueError) as error:
        raise unreadable(error, source) from None


def _line(data: bytes, source: str, number: int) -> Line:
    if len(data) > MAX_BYTES:
        hint = "Een profiel is een kort tekstbestand."
        return Line(number, problems=(Problem(source, "regel is groter dan 5 MB", number, hint=hint),))
    try:
        text = characters(data.rstrip(b"\r\n"), source)
    except ProfileError as error:
        return Line(number, problems=tuple(replace(one, line=number) for one in error.problems))
    return Line(number, text.rstrip())


def _to_the_end(file: BinaryIO, data: bytes) -> None:
    """Skips the rest of a line that is too long."""
    while data and not data.endswith(b"\n"):
        data = file.readline(MAX_BYTES)
