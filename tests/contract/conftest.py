from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygen.commands.boundary import run

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def command(tmp_path, capsys, monkeypatch) -> Callable[..., tuple[int, list[str]]]:
    """Runs a command in an empty folder; gives its exit code and what it said on stderr."""
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str) -> tuple[int, list[str]]:
        code = run(arguments)
        return code, capsys.readouterr().err.splitlines()

    return ran
