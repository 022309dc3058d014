from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from policygen import context, profile
from policygen.generate import generate_documents
from policygen.ooxml.text import lines

DATA = Path(__file__).parents[1] / "data"
TODAY = date(2026, 11, 23)
PROFILES = (DATA / "volledig.yaml", DATA / "minimaal.yaml", *sorted((DATA / "profielen").glob("*.yaml")))


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

    def lines(self, document: str) -> list[str]:
        return lines(self.documents[document].read_bytes())

    def text(self, document: str) -> str:
        return "\n".join(self.lines(document))


def make(path: Path, out: Path) -> Made:
    file = profile.load(path)
    outcomes = generate_documents(file, out, today=TODAY)
    documents = {one.path.name.split("_")[1]: one.path for one in outcomes if one.path.suffix == ".docx"}
    return Made(file, documents, tuple(one.path for one in outcomes if one.path.suffix == ".txt"))


@pytest.fixture(scope="session")
def all_made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """The documents of every profile in tests/data, by the name of the profile."""
    return {path.stem: make(path, tmp_path_factory.mktemp(path.stem)) for path in PROFILES}


@pytest.fixture(params=[path.stem for path in PROFILES])
def made(request: pytest.FixtureRequest, all_made: dict[str, Made]) -> Made:
    return all_made[request.param]


@pytest.fixture
def volledig(all_made: dict[str, Made]) -> Made:
    return all_made["volledig"]
