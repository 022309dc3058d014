"""From a file to a profile, with everything that is wrong with it in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from policygen import yaml_source
from policygen.errors import Problem, ProfileError
from policygen.profile import checks, references
from policygen.profile.model import Profile
from policygen.profile.openplaces import open_places
from policygen.yaml_source.limits import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from policygen.profile.finding import Finding, Loc
    from policygen.yaml_source import YamlDocument


_MANY: Final = 1000  # mistakes; who has more, has one cause for most of them


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """A profile that can be used.

    Attributes:
        path: The file as the caller named it.
        profile: What it says.
        warnings: What deserves a look, in file order.
    """

    path: Path
    profile: Profile
    warnings: tuple[Problem, ...]


def load(path: Path) -> ProfileFile:
    """Reads and checks a profile.

    Raises:
        ProfileError: Something is wrong; holds all problems and warnings, in file order.
    """
    return parse(yaml_source.read(path))


def load_line(path: Path, number: int, line: str) -> ProfileFile:
    """Makes a profile of one line of a JSON Lines file.

    Raises:
        ProfileError: As `load`; the places are those in the file.
    """
    return parse(yaml_source.read_line(path, number, line))


def parse(document: YamlDocument) -> ProfileFile:
    """Makes a profile of a file that was read.

    Raises:
        ProfileError: As `load`.
    """
    path = document.path
    try:
        profile = Profile.model_validate(document.data)
    except ValidationError as error:
        raise ProfileError(*_told(document, _refused(document, error))) from None
    findings = list(checks.check(profile, path.parent))
    if not findings and not document.problems:
        return ProfileFile(path, profile, ())
    problems = _told(document, findings)
    if any(not problem.warning for problem in problems):
        raise ProfileError(*problems)
    return ProfileFile(path, references.each_once(profile), problems)


def open_lines(file: ProfileFile) -> tuple[tuple[int, str], ...]:
    """Lists line and dotted path of every INVULLEN, in the order of the file.

    Raises:
        ProfileError: The file changed and can no longer be read.
    """
    document = yaml_source.read(file.path)
    return tuple(sorted((document.position(loc)[0], ".".join(map(str, loc))) for loc in open_places(file.profile)))


def _refused(document: YamlDocument, error: ValidationError) -> Iterator[Finding]:
    """What the schema refuses, and what the checks find in the rest."""
    from policygen.profile import messages  # noqa: PLC0415 - only paid for when something is wrong
    from policygen.profile.partial import validate_rest  # noqa: PLC0415

    number = error.error_count()
    wrong = list(messages.findings(error if number <= _MANY else _first(document.data, error), number))
    yield from wrong
    places = [finding.loc for finding in wrong]
    profile = validate_rest(document.data, places)
    if profile is None:
        return
    for finding in checks.check(profile, document.path.parent):
        if not any(_within(finding.loc, place) or _within(finding.about or (), place) for place in places):
            yield finding


def _first(data: dict[str, Any], error: ValidationError) -> ValidationError:
    """What is wrong with the first part of every list and section: a hundred thousand messages take 100 MB."""
    for most in (_MANY // 10, _MANY, 10 * _MANY):
        try:
            Profile.model_validate(_cut(data, most))
        except ValidationError as fewer:
            return fewer
    return error


def _cut(value: Any, most: int) -> Any:  # noqa: ANN401 - nested data
    if isinstance(value, dict):
        return {key: _cut(item, most) for key, item in list(value.items())[:most]}
    return [_cut(item, most) for item in value[:most]] if isinstance(value, list) else value


def _within(loc: Loc, place: Loc) -> bool:
    """Whether a place is, or lies in, a place that is wrong already."""
    return loc[: len(place)] == place


def _told(document: YamlDocument, findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """All problems in file order; of a value that the text already has a problem with, nothing more is said."""
    problems = list(document.problems)
    known = {(problem.line, problem.column) for problem in problems if not problem.warning}
    for finding in findings:
        line, column = document.position(finding.loc, key=finding.key)
        if (line, column) not in known:
            where = ".".join(short(str(part)) for part in finding.loc)
            problems.append(
                Problem(str(document.path), finding.message, line, column, where, finding.hint, finding.warning)
            )
    return tuple(sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0)))
