from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from policygen import catalogue, context, generate, profile, resources
from policygen.generate import generate_documents
from policygen.ooxml.text import lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from policygen.openplace import Open

DATA = Path(__file__).parents[1] / "data"
TODAY = date(2026, 11, 23)
PROFILES = (DATA / "volledig.yaml", DATA / "minimaal.yaml", *sorted((DATA / "profielen").glob("*.yaml")))
READY = tuple(Path(__file__).parents[2] / "profiles" / f"{name}.yaml" for name in resources.ready_profiles())
PATHS = {path.stem: path for path in (*PROFILES, *READY)}


@dataclass
class Made:
    """One profile and its documents, by id."""

    file: profile.ProfileFile
    documents: dict[str, Path]
    texts: tuple[Path, ...]

    @property
    def profile(self) -> profile.Profile:
        return self.file.profile

    @cached_property
    def context(self) -> dict[str, Any]:
        return context.build(self.profile, today=TODAY)

    @cached_property
    def places(self) -> list[Open]:
        """The open places of every document, one after the other."""
        values = generate._values(self.file, TODAY)
        made = generate._make(self.file, values, generate._wanted(self.file, None), generate.SHIPPED, prove=False)
        return [place for one in made for place in one.places]

    def lines(self, document: str) -> list[str]:
        return lines(self.documents[document].read_bytes())

    def text(self, document: str) -> str:
        return "\n".join(self.lines(document))


def make(path: Path, out: Path) -> Made:
    """Makes every document that fits a profile, also those that it does not ask for."""
    file = profile.load(path)
    fitting = [name for name in catalogue.load("documenten") if not context.left_out(file.profile, name)]
    outcomes = generate_documents(file, out, today=TODAY, documents=fitting)
    documents = {one.path.name.split("_")[1]: one.path for one in outcomes if one.path.suffix == ".docx"}
    return Made(file, documents, tuple(one.path for one in outcomes if one.path.suffix == ".txt"))


@pytest.fixture(scope="session")
def made_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Made]:
    """The documents of a profile by its name, made once."""

    @cache
    def made(name: str) -> Made:
        return make(PATHS[name], tmp_path_factory.mktemp(name))

    return made


@pytest.fixture(
    params=[
        *(path.stem for path in PROFILES),
        *(pytest.param(path.stem, marks=pytest.mark.slow) for path in READY),
    ]
)
def made(request: pytest.FixtureRequest, made_of: Callable[[str], Made]) -> Made:
    """The documents of each profile in turn; those of the ready profiles are for the slow run."""
    return made_of(request.param)


@pytest.fixture
def volledig(made_of: Callable[[str], Made]) -> Made:
    return made_of("volledig")
