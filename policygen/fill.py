"""The use case: somebody's own Word template, filled with a profile; and what such a template may use."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from policygen import context, interrupt, manifest, profile, proof, resources, template, write
from policygen.errors import Problem, TemplateError
from policygen.generate import Outcome, put
from policygen.ooxml import untrusted
from policygen.ooxml.package import pack
from policygen.ooxml.text import lines
from policygen.openplace import Open, Pieces
from policygen.render import render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from policygen.ooxml.package import Member
    from policygen.profile import ProfileFile


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a template may use.

    Attributes:
        name: As it is written in a tag: `organisatie.naam`, or `rol.naam` with the list it comes from.
        loop: The list that a loop goes over, or empty.
        example: What it prints for the example profile.
    """

    name: str
    loop: str
    example: str


def fill_template(  # noqa: PLR0913 - what a user can choose
    path: Path,
    profile_file: ProfileFile,
    target: Path,
    *,
    today: date,
    force: bool = False,
    allow_external: bool = False,
) -> Outcome:
    """Fills a Word template with a profile.

    Args:
        path: The template.
        profile_file: The profile and where it came from.
        target: The document; its folder is made when it is not there.
        today: The date for a profile that has none.
        force: Replace an edited document too, after a numbered backup.
        allow_external: Keep remote images and an attached template.

    Raises:
        TemplateError: The template is wrong, or makes a document that breaks a rule; holds everything that is.
        OutputError: The document was not written.
    """
    values = _values(profile_file, path.stem, today)
    members, places = _filled(path, values, allow_external=allow_external)
    with write.lock(target.parent):
        return put(target, pack(members), manifest.is_untouched, force=force, places=places)


def copy_shipped(folder: Path, *, force: bool = False) -> tuple[Outcome, ...]:
    """Puts the shipped templates in a folder, over a file that differs only with `force` and after a backup.

    Raises:
        OutputError: The folder, or the one for house styles in it, cannot be used.
        Interrupted: The user stopped it; what was being written is finished first.
    """
    shipped = {folder / name: data for name, data in resources.shipped().items()}
    done: list[Outcome] = []
    with interrupt.counted(len(shipped), lambda: sum(outcome.problem is None for outcome in done)):
        for parent, targets in groupby(shipped, key=lambda target: target.parent):
            with write.lock(parent) as let_through:
                for target in targets:
                    let_through()
                    done.append(put(target, shipped[target], lambda _existing: False, force=force))
    return tuple(done)


def faults(path: Path, *, today: date, allow_external: bool = False) -> tuple[Problem, ...]:
    """Lists everything that is wrong with a Word template: in the tags, in the file, and with the example profile."""
    try:
        values = _values(profile.load(resources.example()), path.stem, today)
        _filled(path, values, allow_external=allow_external)
    except TemplateError as error:
        return error.problems
    return ()


def plain_lines(path: Path) -> list[str]:
    """Writes a Word file as plain lines.

    Raises:
        TemplateError: It cannot be read, is no Word file, or is over a limit.
    """
    data = resources.own(path)
    try:
        untrusted.unpack(data)
        return lines(data)
    except (untrusted.NoWordFileError, KeyError) as error:  # no main text
        message = str(error) if isinstance(error, untrusted.NoWordFileError) else "in dit bestand zit geen Word-tekst"
        raise TemplateError(Problem(path.name, message, hint="Sla het in Word op als .docx.")) from None


def names(today: date) -> tuple[Name, ...]:
    """Lists the names that a profile offers to a template, each with an example."""
    values = _values(profile.load(resources.example()), "voorbeeld", today)
    return tuple(_listed(values, "", ""))


def _filled(path: Path, values: dict[str, Any], *, allow_external: bool) -> tuple[list[Member], tuple[Open, ...]]:
    """The parts of a document and its open places."""
    compiled = template.compile_template(
        resources.own(path), source=path.name, names=values, prepare=manifest.declare, allow_external=allow_external
    )
    members, places = render(compiled, values, functions=values["vult_in"])
    sealed = manifest.seal(members, {"policygen.document": path.stem})
    proof.require_sound(sealed, compiled)
    return sealed, places


def _values(profile_file: ProfileFile, title: str, today: date) -> dict[str, Any]:
    values = context.build(profile_file.profile, today=today, vorige=profile.load_earlier(profile_file))
    own = {"id": title, "titel": title, "ondertitel": "", "lezers": "", "bestandsnaam": title}
    return {**values, "document": {**values["document"], **own}, "huisstijl": {**values["huisstijl"], "logo": False}}


def _listed(value: Any, name: str, loop: str) -> Iterator[Name]:  # noqa: ANN401 - any value of the context
    if isinstance(value, dict):
        for key, item in value.items():
            if key.isidentifier():  # what is looked up by a text of ours, no tag can name
                yield from _listed(item, f"{name}.{key}" if name else key, loop)
    elif isinstance(value, tuple) and not isinstance(value, Pieces):
        if value:
            yield from _listed(value[0], name.rpartition(".")[2] + "[]", f"{loop} > {name}".strip(" >"))
    elif isinstance(value, (str, int, float, Open, Pieces)):
        shown = {True: "ja", False: "nee"}[value] if isinstance(value, bool) else " ".join(str(value).split())
        yield Name(name, loop, shown)
