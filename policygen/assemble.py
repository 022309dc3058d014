"""One document: a body and a frame, compiled together once, filled with the values of an organisation, and sealed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policygen import cache as cache_on_disk
from policygen import manifest, proof, resources
from policygen.ooxml.package import open_member, pack
from policygen.ooxml.picture import Picture, picture
from policygen.render import render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.compiled import Compiled
    from policygen.openplace import Open
    from policygen.profile import ProfileFile
    from policygen.sources import File


@dataclass(frozen=True, slots=True)
class Made:
    """A file that is not written yet: its name, its bytes and what it leaves open."""

    name: str
    data: bytes
    places: tuple[Open, ...] = ()


def document(  # noqa: PLR0913 - what a document is made of
    body: File,
    frame: File,
    values: dict[str, Any],
    logo: Picture | None = None,
    *,
    allow_external: bool = False,
    prove: bool = True,
) -> Made:
    """Makes one document.

    Args:
        body: Its own text.
        frame: The house style.
        values: Its Context.
        logo: A picture for the cover.
        allow_external: Keep remote images and attached templates.
        prove: Check it by the own rules.

    Raises:
        TemplateError: A template is wrong, or makes a document that breaks a rule.
    """
    compiled = compiled_of(body, frame, frozenset(values), allow_external=allow_external)
    members, places = render(compiled, values, logo=logo, functions=values["vult_in"], main=open_member)
    facts = {"policygen.document": values["document"]["id"], "policygen.sjabloon": _digest(body, frame)}
    members = manifest.seal(members, facts)
    if prove:
        proof.require_sound(members, compiled)
    return Made(f"{values['document']['bestandsnaam']}.docx", pack(members), places)


@cache
def compiled_of(body: File, frame: File, names: frozenset[str], *, allow_external: bool) -> Compiled:
    """A body in a frame, for the names that a template may use; compiled once, by this run or an earlier one.

    Raises:
        TemplateError: With everything that is wrong in either of them.
    """
    pages = resources.frame()

    def make() -> Compiled:
        from policygen import template  # noqa: PLC0415 - a run that finds everything in the cache needs no compiler

        return template.compile_template(
            body.data,
            source=body.name,
            frame=frame.data,
            frame_source=frame.name,
            pages=pages,
            names=names,
            prepare=manifest.declare,
            allow_external=allow_external,
        )

    inputs = (
        body.data,
        frame.data,
        pages,
        body.name.encode(),
        frame.name.encode(),
        repr((sorted(names), allow_external)).encode(),
    )
    found: Compiled = cache_on_disk.kept(Path(body.name).stem, inputs, make)
    return found


@cache
def _digest(body: File, frame: File) -> str:
    return manifest.digest(frame.data, body.data)


def logo_of(profile_file: ProfileFile, values: Mapping[str, Any]) -> Picture | None:
    """The logo, when the profile names one that is there and that Word can show; a missing file was warned about."""
    house_style = profile_file.profile.huisstijl
    name = house_style.logo if house_style else None
    path = profile_file.path.parent / name if isinstance(name, str) and name else None
    try:
        if path is None or not path.is_file():
            return None
    except OSError:  # a name that no file can have
        return None
    return picture(resources.image(path), str(values["huisstijl"]["logo_alt"]))
