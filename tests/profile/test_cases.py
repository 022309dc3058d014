"""Every file in `cases` with the exact messages that it gives; the messages are the specification."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from policygen import profile
from policygen.errors import ProfileError

CASES = Path(__file__).parent / "cases"
ENGLISH = re.compile(
    r"\b(the|input|should|valid|expected|value|error|while|found|did not|field|required|extra)\b", re.IGNORECASE
)


def told(path: Path) -> str:
    try:
        found = profile.load(path)
    except ProfileError as error:
        return f"{error}\n"
    return "in orde\n" + "".join(f"{warning}\n" for warning in found.warnings)


class DescribeCases:
    @pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.yaml")))
    def it_says_exactly_what_is_wrong(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(CASES)
        assert told(Path(f"{name}.yaml")) == Path(f"{name}.txt").read_text(encoding="utf-8")

    @pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.yaml")))
    def it_says_it_in_dutch(self, name: str) -> None:
        assert not ENGLISH.search((CASES / f"{name}.txt").read_text(encoding="utf-8").replace("taal", ""))

    def it_has_a_file_of_messages_for_every_profile(self) -> None:
        assert {path.stem for path in CASES.glob("*.txt")} == {path.stem for path in CASES.glob("*.yaml")}
