"""`policygen check`: every mistake in every profile, and what is still open."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(options_metavar="[OPTIES]")
@click.argument(
    "paths",
    metavar="PROFIEL...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    help="Een of meer profielen.",
)
def check(paths: tuple[Path, ...]) -> None:
    """Controleer profielen: alle fouten, en wie wat nog invult."""
    from policygen import profile, report
    from policygen.errors import Problem, ProfileError

    problems: list[Problem] = []
    for path in paths:
        try:
            loaded = profile.load(path)
        except ProfileError as error:
            problems += error.problems
            continue
        for warning in loaded.warnings:
            click.echo(str(warning), err=True)
        click.echo(report.checked(path, [profile.field(name) for name in profile.open_fields(loaded.profile)]))
    if problems:
        raise ProfileError(*problems)
