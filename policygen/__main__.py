"""`policygen` and `python -m policygen`."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from policygen import memory
from policygen.interrupt import SIGNALS, STOPPED

if TYPE_CHECKING:
    from types import FrameType

_INTERRUPTED = 130
_UNHEARD = (AttributeError, OSError, RuntimeError)  # no stream, closed or full, or in the midst of writing


def main() -> int:
    """Runs the command line and gives its exit code."""
    _on_interrupt(_stop)
    from policygen.commands.boundary import run  # noqa: PLC0415 - an interrupt may come while this is read

    memory.settle()
    try:
        _on_interrupt(signal.default_int_handler)
        code = run()
    except KeyboardInterrupt:  # just before or after the part of `run` that waits for it
        _tell()
        code = _INTERRUPTED
    _on_interrupt(signal.SIG_IGN)  # all has been said, and Python would let a signal end it while it clears away
    if code == _INTERRUPTED:
        _end()  # Python itself would exit otherwise where it was reading a string of code when the interrupt came
    return code


def _on_interrupt(handler: object) -> None:
    """Sets what an interrupt does; who starts a program in the background may have asked to ignore Ctrl-C."""
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handler)  # type: ignore[arg-type]


def _stop(_number: int, _frame: FrameType | None) -> None:
    """Ends at once: nothing has been read or written yet."""
    _tell()
    _end()


def _tell() -> None:
    with suppress(*_UNHEARD):
        sys.stderr.write(f"{STOPPED}\n")


def _end() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(*_UNHEARD):
            stream.flush()
    os._exit(_INTERRUPTED)


if __name__ == "__main__":
    sys.exit(main())
