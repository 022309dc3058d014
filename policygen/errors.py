"""What can go wrong, as data: one `Problem` per mistake and one exit code per kind of error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake or warning, in Dutch, with its place and its remedy.

    Attributes:
        source: File name as the user gave it; empty for a problem without a file.
        message: What is wrong, as a clause without a full stop.
        line: Line in a text file, counted from 1.
        column: Column in a text file, counted from 1.
        where: Dotted key (`rollen.digicoach`) or place in a Word file (`koptekst 2, alinea 3`).
        hint: What to do about it, as a whole sentence.
        warning: True when the work can go on regardless.
    """

    source: str
    message: str
    line: int | None = None
    column: int | None = None
    where: str = ""
    hint: str = ""
    warning: bool = False

    @property
    def place(self) -> str:
        """Where to look, as an editor reads it: `profiel.yaml:12:3`."""
        return ":".join(str(part) for part in (self.source, self.line, self.column) if part)

    def __str__(self) -> str:
        text = ": ".join(part for part in (self.place, self.where, self.message) if part)
        if self.warning:
            text = f"let op: {text}"
        return f"{text}. {self.hint}" if self.hint else text


class PolicygenError(Exception):
    """An error that the user can mend; `exit_code` is what the command line returns for it."""

    exit_code: ClassVar[int] = 70

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class UsageError(PolicygenError):
    """The command line asks for something that cannot be."""

    exit_code = 2


class ProfileError(PolicygenError):
    """The profile cannot be used; holds all its problems."""

    exit_code = 3


class TemplateError(PolicygenError):
    """A Word template cannot be used; holds all its problems."""

    exit_code = 4


class OutputError(PolicygenError):
    """One or more files were not written: edited, unknown, locked, read-only, disk full."""

    exit_code = 5
