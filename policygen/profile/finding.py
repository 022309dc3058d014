"""One thing found in a profile, before it has a line and a column."""

from __future__ import annotations

from typing import NamedTuple

Loc = tuple[str | int, ...]


class Finding(NamedTuple):
    """What is wrong, and where in the data.

    Attributes:
        loc: Keys and indexes from the root.
        message: What is wrong, as a clause.
        hint: What to do about it.
        warning: Whether the work can go on.
        key: Whether the place of the key is meant, not that of the value.
        about: A second place that the finding leans on; a mistake there makes the finding worthless.
    """

    loc: Loc
    message: str
    hint: str = ""
    warning: bool = False
    key: bool = False
    about: Loc | None = None
