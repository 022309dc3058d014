"""How much a profile may hold, how much of it a message shows, and which texts mean nothing."""

from __future__ import annotations

import re
from typing import Final

MAX_BYTES: Final = 5_000_000
MAX_DEPTH: Final = 50
MAX_NODES: Final = 100_000

NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""What a plain scalar says when there is no value; between quotation marks only the empty text says that."""

KEY: Final = re.compile(r"[a-z0-9_\-]+|[A-Z]+\d+")
"""What a key looks like: a field, a code of somebody's own, or the number of a question."""

_SHOWN: Final = 60


def short(text: str) -> str:
    """A text of the user as a message shows it: on one line, and not all of it when it is long."""
    line = " ".join(text[: 2 * _SHOWN].split())
    return line if len(text) <= _SHOWN else f"{line[:_SHOWN]}…"
