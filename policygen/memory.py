"""How Python and the system handle memory for a short process that makes many objects and texts, and drops few."""

from __future__ import annotations

import gc
from typing import Final

_LARGEST: Final = 33_000_000  # bytes; glibc follows what is given back up to 32 MiB


def settle() -> None:
    """Collects garbage seldom, and keeps the room of a text that is dropped for the next one.

    The allocator of Linux gives the room of each text of more than 128 KiB back to the system, until the program gives
    back a larger one (`M_MMAP_THRESHOLD` in mallopt(3)): hence the block, which is never touched. Elsewhere that does
    nothing. Without it a document takes some 30 new pages of memory each time, and a tenth of the time goes to that.
    """
    gc.set_threshold(100_000, 20, 100)
    bytes(_LARGEST)
