"""Ten profiles that nobody wrote: every document of each opens and reads as the others do."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from policygen.ooxml import rules
from tests.documents.conftest import make
from tests.documents.language import faults
from tests.support.drawn import profiles
from tests.support.validators import integrity_faults, sdk_faults

FOLDER = Path(tempfile.mkdtemp())


@pytest.mark.slow
@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(profiles(FOLDER))
def it_makes_sound_and_readable_documents_of_any_profile(path: Path):
    made = make(path, Path(tempfile.mkdtemp(dir=FOLDER)))
    assert len(made.documents) >= 6
    for document, docx in made.documents.items():
        assert rules.broken(docx.read_bytes()) == []
        assert integrity_faults(docx) == []
        assert faults(made, document) == [], document
        assert sdk_faults(docx) == []
