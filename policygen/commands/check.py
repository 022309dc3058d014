"""`policygen check`: every mistake in every profile, and what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policygen.commands.paths import NamedPath
from policygen.commands.today import today

if TYPE_CHECKING:
    from pathlib import Path


@click.command(options_metavar="[OPTIES]")
@click.argument(
    "paths",
    metavar="PROFIEL...",
    nargs=-1,
    required=True,
    type=NamedPath(),
    help="Een of meer profielen.",
)
@click.option(
    "--dekking",
    "with_coverage",
    is_flag=True,
    help="Toon ook per feit uit de bronnen in welke documenten het komt te staan.",
)
def check(paths: tuple[Path, ...], *, with_coverage: bool) -> None:
    """Controleer profielen: alle fouten, en wie wat nog invult."""
    from policygen import dekking, generate, profile, report
    from policygen.errors import Problem, ProfileError

    problems: list[Problem] = []
    for path in paths:
        try:
            loaded = profile.load(path)
            typed = [(line, profile.field(name)) for line, name in profile.open_lines(loaded)]
            found = generate.preview(loaded, today=today())
        except ProfileError as error:
            problems += error.problems
            continue
        for warning in (*loaded.warnings, *generate.outdated_law(loaded, today=today())):
            click.echo(str(warning), err=True)
        click.echo(report.checked(path, typed, found))
        if with_coverage:
            click.echo(f"\n{report.covered(generate.coverage(found), dekking.facts())}")
    if problems:
        raise ProfileError(*problems)
