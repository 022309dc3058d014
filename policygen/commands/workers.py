"""The processes that a batch runs in."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final

from policygen.interrupt import SIGNALS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

WORTH_IT: Final = 40
"""Clients; for fewer, starting processes takes longer than they save."""
_MOST: Final = 60  # processes that Windows can wait for


def usual(clients: int) -> int:
    """How many processes a batch of this size gets."""
    return min(os.cpu_count() or 1, _MOST) if clients >= WORTH_IT else 1


@contextmanager
def executor(workers: int) -> Iterator[Executor]:
    """Gives an executor with so many processes; none besides this one for a single worker.

    What waits when it ends, is not done anymore.
    """
    pool: Executor
    if workers == 1:
        pool = ThreadPoolExecutor(1)
    else:
        # Every system starts them afresh: a copy of a process that has threads and locks is no safe beginning.
        pool = ProcessPoolExecutor(min(workers, _MOST), multiprocessing.get_context("spawn"), _begin)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Leaves interrupts to the process that started this one, and ends with it, however that ends."""
    for number in SIGNALS:
        with suppress(ValueError, OSError):
            signal.signal(number, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
