"""Forks a run of the program for each line of JSON that it reads, and answers with how the run ended. Not on Windows.

What a line may hold beside `folder` and `runs`:

    signal, delay   send this signal after so many seconds
    signal, flush   let the run send it to itself when it flushes for the so-many-th time: odd is a file that is whole
                    under its temporary name, even is its folder, when the file has its own name
    times           so many times
    limit           no file may be larger than so many bytes
    user            run as this user
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import sys
import tempfile
import time
from contextlib import ExitStack, redirect_stdout
from typing import Any

from policygen import __main__ as program

_TOO_LONG = 60  # seconds, after which a run that hangs is ended


class _Pipe:
    """What one stream of a run goes into: no file, because a limit on files would hold for it as well."""

    def __init__(self, stack: ExitStack) -> None:
        reader, self.writer = os.pipe()
        self._reader = stack.enter_context(os.fdopen(reader, encoding="utf-8"))

    def read(self) -> str:
        """Gives all of it, when the run has ended: it fits in the pipe."""
        os.close(self.writer)
        return self._reader.read()


def _brought_in(fault: dict[str, Any]) -> None:
    """Brings in a fault that the run itself has to have."""
    if "limit" in fault:
        resource.setrlimit(resource.RLIMIT_FSIZE, (fault["limit"], fault["limit"]))
    if "user" in fault:
        os.setgroups([])
        os.setgid(fault["user"])
        os.setuid(fault["user"])
    if "flush" in fault:
        real, left = os.fsync, [fault["flush"]]

        def flush(descriptor: int) -> None:
            real(descriptor)
            left[0] -= 1
            if left[0] == 0:
                for _ in range(fault.get("times", 1)):
                    os.kill(os.getpid(), fault["signal"])

        os.fsync = flush


def _fork(arguments: list[str], folder: str, fault: dict[str, Any], out: _Pipe, err: _Pipe) -> int:
    """Starts a run, and comes back when an interrupt would end it as it should."""
    ready, tell = os.pipe()
    child = os.fork()
    if child:
        os.close(tell)
        os.read(ready, 1)
        os.close(ready)
        return child
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out.writer, 1)
    os.dup2(err.writer, 2)
    signal.alarm(_TOO_LONG)
    os.chdir(folder)
    _brought_in(fault)
    sys.argv = ["policygen", *arguments]
    program._on_interrupt(program._stop)  # as `main` begins
    os.write(tell, b"x")
    code = program.main()
    sys.stdout.flush()
    os._exit(code)  # a copy of a warm process has more to clear away than to do


def _ended(child: int, since: float, signalled: float | None, out: _Pipe, err: _Pipe) -> dict[str, Any]:
    _, status = os.waitpid(child, 0)
    now = time.monotonic()
    return {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": now - since,
        "after": None if signalled is None else now - signalled,
        "out": out.read(),
        "err": err.read(),
    }


def _run(asked: dict[str, Any], stack: ExitStack) -> list[dict[str, Any]]:
    streams = [(_Pipe(stack), _Pipe(stack)) for _ in asked["runs"]]
    since = time.monotonic()
    children = [
        _fork(arguments, asked["folder"], asked, out, err)
        for arguments, (out, err) in zip(asked["runs"], streams, strict=True)
    ]
    signalled = None
    if "delay" in asked:
        time.sleep(asked["delay"])
        if os.waitid(os.P_PID, children[0], os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            for _ in range(asked.get("times", 1)):
                os.kill(children[0], asked["signal"])
            signalled = time.monotonic()
    return [_ended(child, since, signalled, out, err) for child, (out, err) in zip(children, streams, strict=True)]


def _warm_up(profile: str) -> None:
    """Reads and compiles everything once, so that a run need not: the children inherit it."""
    from policygen.commands.boundary import run

    with tempfile.TemporaryDirectory() as folder, redirect_stdout(sys.stderr):
        assert run(["generate", profile, "-o", folder, "--datum", "2026-11-26"]) == 0
        assert run(["templates", "copy", folder]) == 0


if __name__ == "__main__":
    _warm_up(sys.argv[1])
    gc.freeze()  # else each run would copy it all to look through it
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever started the tests may have had it ignored
    for line in sys.stdin:
        with ExitStack() as streams:
            ended = _run(json.loads(line), streams)
        sys.stdout.write(json.dumps(ended) + "\n")
        sys.stdout.flush()
