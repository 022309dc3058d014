from __future__ import annotations

import atexit
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# A cache of the tests' own, also for the processes that they start; it goes when they end.
_CACHE = tempfile.TemporaryDirectory(prefix="policygen-tests-")
atexit.register(_CACHE.cleanup)
os.environ["POLICYGEN_CACHE"] = _CACHE.name

# No timing assertions, and the same examples for everybody: a red run can be repeated.
settings.register_profile("policygen", deadline=None, derandomize=True)
settings.load_profile("policygen")


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder with the two profiles, the logo and the facts of the sources."""
    return Path(__file__).parent / "data"
