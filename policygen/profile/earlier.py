"""The earlier self-scan that a profile names: a whole profile, or a file with answers only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from policygen import yaml_source
from policygen.errors import Problem, ProfileError
from policygen.profile import loading
from policygen.yaml_source.limits import short

if TYPE_CHECKING:
    from pathlib import Path

    from policygen.profile.loading import ProfileFile
    from policygen.profile.model import Profile

_SECTION: Final = "zelfscan"
_LOC: Final = (_SECTION, "vorige")
_NOBODY: Final = {"naam": "-"}


def load_earlier(file: ProfileFile) -> Profile | None:
    """Reads the file in `zelfscan.vorige`, which lies beside the profile; None when the profile names none.

    It is an earlier profile, or a file that holds nothing but the section `zelfscan` with its `antwoorden`.

    Raises:
        ProfileError: It is not there, or there is something wrong with it.
    """
    scan = file.profile.zelfscan
    name = scan.vorige if scan else None
    if not isinstance(name, str) or not name:
        return None
    path = file.path.parent / name
    if not _is_file(path):
        raise ProfileError(_not_there(file, name))
    document = yaml_source.read(path)
    if "organisatie" not in document.data:
        if not isinstance(document.data.get(_SECTION), dict):
            raise ProfileError(*(document.problems or (_no_scan(file, name),)))
        document = replace(document, data={"organisatie": _NOBODY, **document.data})
    return loading.parse(document).profile


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long, or not a name at all
        return False


def _not_there(file: ProfileFile, name: str) -> Problem:
    hint = "Zet het bestand naast het profiel, of haal de regel weg."
    return _problem(file, f"vorige zelfscan '{short(name)}' niet gevonden", hint)


def _no_scan(file: ProfileFile, name: str) -> Problem:
    hint = "Noem een eerder profiel, of een bestand met 'zelfscan:' en daaronder 'antwoorden:'."
    return _problem(file, f"in '{short(name)}' staat geen zelfscan", hint)


def _problem(file: ProfileFile, message: str, hint: str) -> Problem:
    line, column = yaml_source.read(file.path).position(_LOC)
    return Problem(str(file.path), message, line, column, ".".join(_LOC), hint)
