"""Ctrl-C and a request to end: at once where nothing is lost by it, and between two files while files are written."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIGNALS: Final = tuple(
    signal.Signals[name] for name in ("SIGINT", "SIGTERM", "SIGBREAK") if name in signal.Signals.__members__
)
"""What asks a program to end: Ctrl-C, whoever stops it, and Ctrl-Break or a closed window on Windows."""

STOPPED: Final = "Afgebroken. Wat al klaar was, is heel."
"""What a user hears of an interrupt of work that is not counted."""

_asked = threading.Event()


def ask() -> None:
    """Asks work outside the main thread, where no signal comes, to end between two files."""
    _asked.set()


def forget() -> None:
    """Takes that back, when all of that work has ended."""
    _asked.clear()


def asked() -> bool:
    """Whether work has to end."""
    return _asked.is_set()


def end_if_asked() -> None:
    """Ends work between two files.

    Raises:
        KeyboardInterrupt: It was asked to.
    """
    if _asked.is_set():
        raise KeyboardInterrupt


class Interrupted(KeyboardInterrupt):
    """An interrupt of work that is counted; no `Exception`, so that nothing takes it for a mistake and goes on.

    Attributes:
        done: How many of them are done.
        total: How many there would have been.
        what: What was counted, and what is done with it.
    """

    def __init__(self, done: int, total: int, what: str) -> None:
        super().__init__(done, total, what)
        self.done = done
        self.total = total
        self.what = what


@contextmanager
def counted(total: int, done: Callable[[], int], what: str = "documenten geschreven") -> Iterator[None]:
    """Tells with an interrupt how far the work had come.

    Raises:
        Interrupted: Instead of `KeyboardInterrupt`.
    """
    try:
        yield
    except KeyboardInterrupt as error:
        raise Interrupted(done(), total, what) from error


@contextmanager
def held() -> Iterator[Callable[[], None]]:
    """Lets an interrupt wait until the end; gives a function that lets one through that waits, for between two files.

    A second interrupt does not wait: the disk may hang. Outside the main thread there are no interrupts to hold.
    """
    usual = {number: signal.getsignal(number) for number in SIGNALS}
    waiting: list[int] = []

    def back() -> None:
        for number, handler in usual.items():
            with suppress(ValueError):  # not the main thread
                if callable(handler):
                    signal.signal(number, handler)

    def later(number: int, _frame: object) -> None:
        waiting.append(number)
        back()

    def let_through() -> None:
        end_if_asked()
        if waiting:
            number = waiting.pop()
            handler: Any = usual[signal.Signals(number)]
            handler(number, None)

    try:
        for number, handler in usual.items():
            with suppress(ValueError):
                if callable(handler):  # who asked to ignore it, or for the system's own way, gets that
                    signal.signal(number, later)
        yield let_through
    finally:
        back()
        let_through()
