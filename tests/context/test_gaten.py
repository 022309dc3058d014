"""Any one field may be unknown: every document then shows that, and nothing breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygen import catalogue
from policygen.errors import PolicygenError
from tests.context.bodies import SOURCES, fill_source, in_lines, typed
from tests.context.gaten import sections, with_a_gap
from tests.support import taal

if TYPE_CHECKING:
    from pathlib import Path

PARTS = tuple(path.stem for path in SOURCES.glob("*_*.txt"))


@pytest.mark.slow
@pytest.mark.parametrize("section", sections())
def it_shows_a_gap_in_any_field_and_breaks_no_document(tmp_path: Path, section: str) -> None:
    tried = 0
    for path, text in with_a_gap(section):
        try:
            made = typed(tmp_path, text)
        except PolicygenError:  # a gap that the profile does not allow
            continue
        tried += 1
        for document in (*catalogue.load("documenten"), *PARTS):
            filled = in_lines(fill_source(document, made))
            found = [fault for line in filled.splitlines() for fault in taal.leftovers(line)]
            assert not found, (path, document)
            assert "Open(" not in filled, (path, document)
    assert tried
