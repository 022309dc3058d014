"""The profiles of the test data, and the text source of a Word body as plain lines, without Word."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from policygen import context, dutch, resources
from policygen.profile import load
from tests.support.typed import without_typed

if TYPE_CHECKING:
    from jinja2 import Template

    from policygen.profile import Profile

DATA = Path(__file__).parents[1] / "data"
SOURCES = Path(__file__).parents[2] / "templates" / "bron"
TODAY = date(2026, 11, 22)
PROFILES = Path(__file__).parents[2] / "profiles"
OWN = tuple(sorted(path.stem for path in (DATA / "profielen").glob("*.yaml")))
READY = resources.ready_profiles()
ALL = ("volledig", "minimaal", *OWN, *READY)
_WORD_TAG = re.compile(r"\{%(?:p|tr|tc) ")
_ROW_LOOP = re.compile(r"\| *(\{% [^|%]*? %\}) *\|")
_OPEN_PLACE = re.compile(r"\[Nog in te vullen: [^\]]*\]")


@cache
def profile(name: str) -> Profile:
    """A profile of the test data or a ready one, by the name of its file."""
    return load(_path(name)).profile


def ours(name: str, text: str) -> str:
    """The text without what the profile typed, which is no Dutch of ours."""
    return without_typed(text, _path(name).read_text(encoding="utf-8"))


def _path(name: str) -> Path:
    folder = PROFILES if name in READY else DATA / "profielen" if name in OWN else DATA
    return folder / f"{name}.yaml"


@cache
def base(name: str) -> dict[str, Any]:
    """The Context of a profile of the test data; do not change it."""
    return context.build(profile(name), today=TODAY)


def typed(folder: Path, text: str) -> dict[str, Any]:
    """The Context of a profile that a test types itself."""
    path = folder / "profiel.yaml"
    path.write_text(text, encoding="utf-8")
    return context.build(load(path).profile, today=TODAY)


def fill_source(document_id: str, made: dict[str, Any]) -> str:
    """Fills templates/bron/<id>.txt; the marks for headings, bullets and tables stay."""
    # A part of a document (`beleid_bijlagen`) needs nothing of its title.
    names = made if "_" in document_id else context.for_document(made, document_id)
    filled = _source(document_id).render(names)
    return "\n".join(line.strip() for line in filled.splitlines() if line.strip())


@cache
def _source(document_id: str) -> Template:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.filters |= {"hoofdletter": dutch.hoofdletter, "opsomming": dutch.opsomming, "punt": dutch.punt}
    source = (SOURCES / f"{document_id}.txt").read_text(encoding="utf-8")
    return environment.from_string(_ROW_LOOP.sub(r"|\1", _WORD_TAG.sub("{% ", source)))


@cache
def body(name: str, document_id: str) -> str:
    """The text of one document for a profile of the test data."""
    return fill_source(document_id, base(name))


def running_text(text: str) -> str:
    """The running text: without headings, tables and page marks, and without the marks before a line."""
    lines = [line for line in text.splitlines() if not line.startswith(("#", "|", "tabel:", "==="))]
    return "\n".join(re.sub(r"^(?:- |> |\[\w+\] )", "", line).replace("**", "") for line in lines)


def without_open_places(text: str) -> str:
    """The text without the marks, which are no Dutch of ours to measure."""
    return _OPEN_PLACE.sub("", text)


def in_lines(text: str) -> str:
    """The text with every table cell on a line of its own, as a reader meets it."""
    found: list[str] = []
    for line in text.splitlines():
        cells = line.strip("|").replace("<br>", "|").split("|") if line.startswith("|") else [line]
        found += [cell.strip() for cell in cells if cell.strip() and not cell.startswith(("tabel:", "==="))]
    return "\n".join(found)


def headings(text: str) -> list[str]:
    """The headings, with their marks."""
    return [line for line in text.splitlines() if line.startswith("#")]


def rows(text: str, heading: str) -> list[list[str]]:
    """The rows of the first table after a heading, the header row first."""
    after = text.split(f"{heading}\n", 1)[1].splitlines()
    start = next(place for place, line in enumerate(after) if line.startswith("|"))
    found = []
    for line in after[start:]:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in line.strip("|").split("|")])
    return found
