"""How much a profile may hold, and which texts mean nothing."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 5_000_000
MAX_DEPTH: Final = 50
MAX_NODES: Final = 100_000

NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""What a plain scalar says when there is no value; between quotation marks it is text."""
