"""How far a batch has come: a bar on a terminal, lines elsewhere, and JSON per client for machines."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.batch import Result

_EVERY: Final = 10  # seconds between two lines
_PLAIN_AT_FIRST: Final = 2  # seconds before the first line; a small batch needs none


class Progress:
    """Hears of every client."""

    def __init__(self) -> None:
        self.clients = 0
        self.ready = 0
        self.documents = 0
        self._began = time.monotonic()

    def read(self, _result: Result) -> None:
        """A profile was read."""
        self.clients += 1

    def made(self, result: Result) -> None:
        """The documents of a client were made, or refused."""
        if not self.documents and not self.ready:
            self._began = time.monotonic()
        self.ready += 1
        self.documents += sum(result.counts.values())

    def told(self) -> str:
        """Documents, and how many a second."""
        speed = self.documents / max(time.monotonic() - self._began, 0.001)
        return f"{_number(self.documents)} bestanden, {_number(round(speed))} per seconde"


class _Lines(Progress):
    def __init__(self) -> None:
        super().__init__()
        self._next = time.monotonic() + _PLAIN_AT_FIRST

    def made(self, result: Result) -> None:
        super().made(result)
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + _EVERY
            click.echo(f"{_number(self.ready)} van {_number(self.clients)} klanten klaar ({self.told()})", err=True)


class _Bar(Progress):
    _bar: Any = None

    def read(self, result: Result) -> None:
        super().read(result)
        if self.clients % 100 == 0:
            click.echo(f"\rProfielen gelezen: {_number(self.clients)}", nl=False, err=True)

    def made(self, result: Result) -> None:
        super().made(result)
        if self._bar is None:
            click.echo("\r", nl=False, err=True)
            self._bar = click.progressbar(
                length=self.clients,
                label="Klanten",
                show_pos=True,
                item_show_func=lambda _item: self.told(),
                file=sys.stderr,
                fill_char="█",
                empty_char="░",
            )
            self._bar.__enter__()
        self._bar.update(1, result)

    def close(self) -> None:
        """Ends the line of the bar."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)


class _Json(Progress):
    def made(self, result: Result) -> None:
        from policygen import report

        super().made(result)
        click.echo(report.client_json(result))


@contextmanager
def progress(*, as_json: bool) -> Iterator[Progress]:
    """Gives what hears of every client, in the form that fits who looks on."""
    if as_json:
        yield _Json()
    elif sys.stderr is not None and sys.stderr.isatty():
        bar = _Bar()
        try:
            yield bar
        finally:
            bar.close()
    else:
        yield _Lines()


def _number(number: int) -> str:
    return f"{number:,}".replace(",", ".")
