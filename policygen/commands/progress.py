"""How far a batch has come: a bar on a terminal, lines elsewhere, and JSON per client for machines."""

from __future__ import annotations

import shutil
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import click

from policygen import dutch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.batch.job import Result

_EVERY: Final = 10  # seconds between two lines
_FIRST: Final = 2  # seconds before the first line; a small batch needs none
_NARROWEST: Final = 4  # characters of the bar
_WIDEST: Final = 36
_REST: Final = 66  # characters of the longest line around the bar and the two numbers of clients
_OFTEN: Final = 0.2  # seconds between two changes of a line on a terminal


class Progress:
    """Hears of every client, and tells of it now and then on a line of its own."""

    _first: float = _FIRST
    _every: float = _EVERY

    def __init__(self) -> None:
        self.clients = 0
        self.ready = 0
        self.documents = 0
        self._began = time.monotonic()
        self._next = self._began + self._first

    def read(self, _result: Result) -> None:
        """A profile was read."""
        self.clients += 1
        self._began = time.monotonic()  # the documents only begin when all of them were
        if self._due():
            self._tell(f"Profielen gelezen: {dutch.getal(self.clients)}")

    def made(self, result: Result) -> None:
        """The documents of a client were made, or refused."""
        self._count(result)
        if self._due():
            self._tell(f"{dutch.getal(self.ready)} van {dutch.getal(self.clients)} klanten klaar ({self.told()})")

    def told(self) -> str:
        """Documents, and how many a second."""
        seconds = time.monotonic() - self._began
        speed = f", {dutch.getal(round(self.documents / seconds))} per seconde" if seconds >= 1 else ""
        return f"{dutch.getal(self.documents)} bestanden{speed}"

    def close(self) -> None:
        """Nothing follows."""

    def _count(self, result: Result) -> None:
        self.ready += 1
        self.documents += sum(result.counts.values())

    def _due(self) -> bool:
        now = time.monotonic()
        due = now >= self._next
        if due:
            self._next = now + self._every
        return due

    def _tell(self, text: str) -> None:
        click.echo(text, err=True)


class _Bar(Progress):
    _first = _every = _OFTEN
    _bar: Any = None
    _waits = 0

    def made(self, result: Result) -> None:
        self._count(result)
        self._waits += 1
        if self._bar is None:
            self._tell("")
            self._bar = click.progressbar(
                length=self.clients,
                label="Klanten",
                show_pos=True,
                show_eta=False,
                width=self._width(),
                item_show_func=lambda _item: self._whole(),
                file=sys.stderr,
                fill_char="█",
                empty_char="░",
            )
            self._bar.__enter__()
        if self._due() or self.ready == self.clients:
            self._bar.update(self._waits, result)
            self._waits = 0

    def _width(self) -> int:
        """As wide as leaves room for the rest on one line; a line that wraps would stay behind at every change."""
        columns = shutil.get_terminal_size().columns
        return max(_NARROWEST, min(_WIDEST, columns - _REST - 2 * len(dutch.getal(self.clients))))

    def close(self) -> None:
        """Ends the line of the bar, or takes away the line that is not followed by one."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
        else:
            self._tell("")

    def _whole(self) -> str:
        left = self._bar.format_eta() if self._bar is not None and self.ready < self.clients else ""
        return f"{self.told()}, nog {left}" if left else self.told()

    def _tell(self, text: str) -> None:
        """On the one line, over what stood there."""
        if self._bar is None:
            click.echo(f"\r{text:40}\r", nl=False, err=True)


class _Json(Progress):
    def made(self, result: Result) -> None:
        from policygen import report

        click.echo(report.client_json(result))

    def _tell(self, text: str) -> None:
        """Only JSON comes out."""


@contextmanager
def progress(*, as_json: bool) -> Iterator[Progress]:
    """Gives what hears of every client, in the form that fits who looks on."""
    terminal = sys.stderr is not None and sys.stderr.isatty()
    shown = _Json() if as_json else _Bar() if terminal else Progress()
    try:
        yield shown
    finally:
        shown.close()
