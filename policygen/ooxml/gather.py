"""What one document gathers while it is rendered: open places, headings and running numbers."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Final

from policygen.ooxml import toc
from policygen.ooxml.limits import LARGEST
from policygen.ooxml.runs import CONTENTS_MARK, OPEN_MARK, PARAGRAPH_MARK, PRESERVED, entities
from policygen.ooxml.values import ValueRefusedError, Xml
from policygen.openplace import Open

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FIRST_LIST: Final = 1001
"""Number (`w:numId`) of the first numbered list; templates number theirs from 1."""

_MOST_ROUNDS: Final = 500_000
_OPEN_SIZE: Final = 500  # characters, about what an open place and its runs take
_MARK = re.compile(f"{OPEN_MARK}(\\d+){OPEN_MARK}")
_BREAK = re.compile(r"<w:(?:br|tab)/>")
_TAG = re.compile(r"<[^>]*>")


class Gathered:
    """The state of one document; templates reach it through the names that the compiler puts in.

    Args:
        functions: Other names for whoever fills in the open places.

    Attributes:
        places: Open places by field, in the order in which the document shows them.
        headings: Headings of levels 1 and 2.
        lists: How many numbered lists have begun.
    """

    def __init__(self, functions: Mapping[str, str]) -> None:
        self.places: dict[str, Open] = {}
        self.headings: list[toc.Heading] = []
        self.lists = 0
        self._functions = functions
        self._marks: list[Open] = []
        self._rounds = 0
        self._printed = 0
        self._drawings = 0
        self._changes = 0
        self._begun = 0
        self._bookmarks: dict[int, int] = {}
        self._names: set[str] = set()

    @property
    def list_number(self) -> int:
        """Number of the running list."""
        return FIRST_LIST - 1 + self.lists

    def open_place(self, place: Open) -> str:
        """Registers an open place and returns the mark that stands for it."""
        who = self._functions.get(place.wie, place.wie)
        if who != place.wie:
            place = Open(place.field, place.label, who, place.voorbeeld)
        self.places.setdefault(place.field or place.label, place)
        self._marks.append(place)
        self.prints(_OPEN_SIZE)
        return f"{OPEN_MARK}{len(self._marks) - 1}{OPEN_MARK}"

    def rounds(self, number: int, size: int) -> None:
        """Counts the rounds that a loop is about to make, and the fixed text that these print.

        Raises:
            ValueRefusedError: It is more than any document needs.
        """
        self._rounds += number
        if self._rounds > _MOST_ROUNDS:
            raise ValueRefusedError("deze lus draait te vaak")
        self.prints(number * size)

    def prints(self, size: int) -> None:
        """Counts text that is about to be printed; a short plain value is not worth counting.

        Raises:
            ValueRefusedError: The document becomes larger than any that Word opens with ease.
        """
        self._printed += size
        if self._printed > LARGEST:
            raise ValueRefusedError(f"het document wordt te groot, meer dan {LARGEST // 1_000_000} MB")

    def marked(self, number: int) -> Open:
        """The open place behind the number in a mark."""
        return self._marks[number]

    def heading(self, level: int, content: str) -> str:
        """Registers a heading and returns its runs with the bookmark that the contents list points to."""
        content = content.replace(PARAGRAPH_MARK, f"</w:t><w:br/>{PRESERVED}")
        shown = content
        if OPEN_MARK in shown:
            shown = _MARK.sub(lambda match: entities(str(self.marked(int(match[1])))), shown)
        heading = toc.Heading(level, _text_of(shown), len(self.headings) + 1)
        self.headings.append(heading)
        return toc.bookmarked(heading, content)

    def contents(self) -> Xml:
        """Marks the place of the contents list, which is known when all headings are."""
        return Xml(CONTENTS_MARK)

    def next_drawing(self) -> int:
        """Numbers a picture."""
        self._drawings += 1
        return self._drawings

    def next_change(self) -> int:
        """Numbers a tracked change."""
        self._changes += 1
        return self._changes

    def begin_bookmark(self, key: int) -> int:
        """Numbers a bookmark; `key` is its number in the template."""
        self._begun += 1
        self._bookmarks[key] = self._begun
        return self._begun

    def end_bookmark(self, key: int) -> int:
        """The number under which this bookmark of the template began last."""
        return self._bookmarks.get(key, 0)

    def bookmark_name(self, name: str) -> str:
        """The name itself the first time, then with a number, in the 40 characters that Word allows."""
        free = next(one for one in _numbered(name) if one.lower() not in self._names)
        self._names.add(free.lower())
        return free

    def start_list(self) -> Xml:
        """Begins a numbered list."""
        self.lists += 1
        return Xml("")


@lru_cache(maxsize=1024)  # most headings are the same for every organisation
def _text_of(runs: str) -> str:
    return " ".join(_TAG.sub("", _BREAK.sub(" ", runs)).split())


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name[:34]}_{number}" for number in count(2))


class PlaceList:
    """The open places so far, as rows for the list at the end of a document."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered

    def __len__(self) -> int:
        return len(self._gathered.places)

    def __iter__(self) -> Iterator[dict[str, str]]:
        for one in list(self._gathered.places.values()):
            yield {"label": one.label, "wie": one.wie, "voorbeeld": one.voorbeeld}
