"""Every word of the documents is Dutch: in the dictionary of hunspell, typed in the profile, or on a reviewed list.

A new word that is right goes into `tests/data/woorden.txt`, one word a line, in lower case, in alphabetical order.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.documents.conftest import DATA, PATHS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.documents.conftest import Made

REVIEWED = DATA / "woorden.txt"
DICTIONARY = "nl_NL"
FILE_NAME = re.compile(r"\S*_\S*")
WORD = re.compile(r"(?<![\w@.])[^\W\d_]+(?:['’-][^\W\d_]+)*(?![\w@])")


def strangers(words: set[str]) -> set[str]:
    """The words that the dictionary does not know, in lower case; a capital at the start is never the fault."""
    return _unknown({word.lower() for word in _unknown(words)})


def _unknown(words: set[str]) -> set[str]:
    command = ["hunspell", "-d", DICTIONARY, "-i", "UTF-8", "-l"]
    asked = "\n".join(sorted(words)).encode()
    told = subprocess.run(command, input=asked, capture_output=True, check=True)
    return set(told.stdout.decode().split())


def words(text: str) -> set[str]:
    """The words of a text; with a straight apostrophe, and without the capital that `één` has in a way of its own."""
    plain = FILE_NAME.sub(" ", text)
    return {word.replace("’", "'").replace("Eén", "één") for word in WORD.findall(plain)}


def typed(made: Made) -> set[str]:
    """The words of the profile, and the parts of those with a hyphen."""
    own = words(made.file.path.read_text(encoding="utf-8").lower())
    return own | {part for word in own for part in word.split("-")}


def all_texts(made: Made) -> str:
    files = "\n".join(path.read_text(encoding="utf-8-sig") for path in made.texts)
    return "\n".join([files, *(made.text(document) for document in made.documents)])


@pytest.fixture(scope="module")
def every(made_of: Callable[[str], Made]) -> tuple[Made, ...]:
    """The documents of the profiles in tests/data and of the ready ones."""
    return tuple(map(made_of, PATHS))


@pytest.mark.slow
class DescribeSpelling:
    @pytest.fixture(autouse=True)
    def needs_a_dictionary(self) -> None:
        command = ["hunspell", "-d", DICTIONARY, "-l"]
        if (
            shutil.which("hunspell")
            and not subprocess.run(command, input=b"", capture_output=True, check=False).returncode
        ):
            return
        if os.environ.get("CI"):
            pytest.fail(f"hunspell with {DICTIONARY} is not installed, so no spelling was checked")
        pytest.skip(f"install hunspell with {DICTIONARY}: Debian's hunspell-nl")

    def it_is_dutch_or_reviewed(self, every: tuple[Made, ...]) -> None:
        assert len(every) == len(PATHS)
        reviewed = set(REVIEWED.read_text(encoding="utf-8").split())
        found: dict[str, str] = {}
        for made in every:
            for word in strangers(words(all_texts(made))) - reviewed - typed(made):
                found.setdefault(word, made.file.path.stem)
        assert found == {}

    def it_finds_a_slip_of_the_pen(self) -> None:
        assert strangers({"rolverdeling", "rolverdelling", "gesprek"}) == {"rolverdelling"}


def it_keeps_the_reviewed_words_in_order() -> None:
    lines = REVIEWED.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert [line for line in lines if line != line.lower() or not WORD.fullmatch(line)] == []
