from __future__ import annotations

import pytest

from tests.context.bodies import READY


@pytest.hookimpl(tryfirst=True)  # before the marks choose what runs
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The same tests over the ready profiles are for the slow run: the profiles of the test data are as different."""
    for item in items:
        if isinstance(item, pytest.Function) and hasattr(item, "callspec"):
            chosen = {value for value in item.callspec.params.values() if isinstance(value, str)}
            if chosen & set(READY):
                item.add_marker(pytest.mark.slow)
