"""`policygen` and `python -m policygen`."""

from __future__ import annotations

import gc
import signal
import sys

from policygen.commands.boundary import run


def main() -> int:
    """Runs the command line and gives its exit code."""
    gc.set_threshold(100_000, 20, 100)  # a short process that makes many small objects and drops few
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a request to end is an interrupt like Ctrl-C
    return run()


if __name__ == "__main__":
    sys.exit(main())
