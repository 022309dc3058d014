"""A file or folder on the command line."""

from __future__ import annotations

from pathlib import Path

import click


class NamedPath(click.Path):
    """A path that says something: an empty one, as an unset variable gives, would mean the folder you are in."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Gives the path as a `Path`."""
        if not str(value).strip():
            raise click.BadParameter("deze naam is leeg. Geef een bestand of een map op.", ctx, param)
        return Path(str(value))
