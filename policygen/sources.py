"""Which Word files a run uses: the shipped templates and house style, or somebody's own instead."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygen import resources
from policygen.errors import Problem, TemplateError

if TYPE_CHECKING:
    from policygen.profile import ProfileFile

STANDARD: Final = "standaard"
_ENDINGS: Final = (".docx", ".dotx")


@dataclass(frozen=True, slots=True)
class File:
    """A Word file and the name under which messages speak of it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a run looks first.

    Attributes:
        templates: A folder made by `policygen templates copy`; what it lacks comes from policygen.
        house_style: A shipped house style by name, or the path of somebody's own; it goes before the profile's.
        allow_external: Keep remote images and attached templates in somebody's own files.
    """

    templates: Path | None = None
    house_style: str | Path | None = None
    allow_external: bool = False

    def body(self, document_id: str) -> File:
        """The body of a document.

        Raises:
            TemplateError: It cannot be read.
        """
        name = f"{document_id}.docx"
        if self.templates is not None and (self.templates / name).is_file():
            return File(name, resources.own(self.templates / name))
        return File(name, resources.template(document_id))

    def frame(self, profile_file: ProfileFile) -> File:
        """The house style for a profile.

        Raises:
            TemplateError: It cannot be read, or is no Word file.
        """
        if self.house_style is not None:
            return self._chosen(self.house_style)
        if own := _named(profile_file):
            return _own(profile_file.path.parent / own)
        return self._chosen(STANDARD)

    def shipped(self, profile_file: ProfileFile) -> bool:
        """Whether every Word file for a profile is policygen's own."""
        own_style = bool(_named(profile_file))
        if self.house_style is not None:
            own_style = str(self.house_style) not in resources.frames()
        return self.templates is None and not own_style

    def _chosen(self, choice: str | Path) -> File:
        """A shipped frame by its name, in the folder of templates first; else a file."""
        name = f"huisstijl/{choice}.docx"
        if str(choice) not in resources.frames():
            return _own(Path(choice))
        if self.templates is not None and (self.templates / name).is_file():
            return File(name, resources.own(self.templates / name))
        return File(name, resources.frame(str(choice)))


def _named(profile_file: ProfileFile) -> str:
    """The house style that the profile names."""
    look = profile_file.profile.huisstijl
    return look.sjabloon if look is not None and isinstance(look.sjabloon, str) else ""


def _own(path: Path) -> File:
    if path.suffix.lower() not in _ENDINGS:
        shipped = ", ".join(resources.frames())
        hint = f"Kies een .docx of .dotx, of een van de meegeleverde: {shipped}."
        raise TemplateError(Problem(str(path), "dit is geen Word-huisstijl", hint=hint))
    return File(path.name, resources.own(path))
