"""The processes that a batch runs in."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

from policygen import interrupt, memory
from policygen.errors import OutputError, Problem
from policygen.interrupt import SIGNALS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from multiprocessing.connection import Connection

WORTH_IT: Final = 40
"""Clients; for fewer, starting processes takes longer than they save."""
_MOST: Final = 60  # processes that Windows can wait for
_GRACE: Final = 1  # seconds to finish a file
_STOPPED: Final = Problem(
    "",
    "een van de processen is van buitenaf gestopt. Wat al klaar was, is heel",
    hint="Vaak is er te weinig geheugen. Draai de opdracht opnieuw, met --workers 1 als het weer gebeurt.",
)
_P = ParamSpec("_P")
_T = TypeVar("_T")


def usual(clients: int) -> int:
    """How many processes a batch of this size gets."""
    return min(_processors(), _MOST) if clients >= WORTH_IT else 1


def _processors() -> int:
    """Those that this process may use, where the system tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def executor(workers: int) -> Iterator[ThreadPoolExecutor | ProcessPoolExecutor]:
    """Gives an executor with so many processes; none besides this one for a single worker.

    When it ends early, the work that waits is not done anymore and what runs ends after the file at hand.

    Raises:
        OutputError: A process was ended by something else than this.
    """
    # Every system starts them afresh: a copy of a process that has threads and locks is no safe beginning.
    system = multiprocessing.get_context("spawn")
    lines = system.Pipe(duplex=False) if workers > 1 else ()  # nothing goes through; that it is closed, says enough
    pool = _Processes(min(workers, _MOST), system, _begin, lines[:1]) if lines else ThreadPoolExecutor(1)
    try:
        yield pool
    except BaseException as error:
        interrupt.ask()
        for line in lines[1:]:
            line.close()
        if isinstance(error, BrokenExecutor):
            raise OutputError(_STOPPED) from error
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        interrupt.forget()
        for line in lines:
            line.close()


class _Processes(ProcessPoolExecutor):
    """A process that begins gets no interrupt before it knows what to do with one; this one gets it just after."""

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Starts one if need be."""
        if not hasattr(signal, "pthread_sigmask"):
            return super().submit(fn, *args, **kwargs)
        before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        try:
            return super().submit(fn, *args, **kwargs)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(line: Connection) -> None:
    """Leaves interrupts to the process that started this one, and ends with it, however that ends."""
    for number in SIGNALS:
        with suppress(ValueError, OSError):
            signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    memory.settle()
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()


def _end_with(line: Connection) -> None:
    """Ends after the file at hand, and soon: nobody hears `ask` who waits for work or reads modules."""
    wait([line])
    interrupt.ask()
    time.sleep(_GRACE)
    os._exit(1)
