"""`policygen generate`: the documents of one profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policygen.commands.options import shared
from policygen.commands.paths import NamedPath

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command(options_metavar="[OPTIES]")
@click.argument("path", metavar="PROFIEL", type=NamedPath(), help="Het ingevulde profiel.")
@click.option(
    "-o",
    "--map",
    "out",
    metavar="MAP",
    type=NamedPath(),
    help="Map voor de documenten. Zonder deze optie: de map 'uit' naast het profiel.",
)
@shared
def generate(
    path: Path,
    out: Path | None,
    documents: tuple[str, ...],
    *,
    day: date,
    templates: Path | None,
    house_style: str | None,
    force: bool,
    allow_external: bool,
    as_json: bool,
) -> int:
    """Maak de Word-documenten van een profiel."""
    from policygen import interrupt, profile, report
    from policygen.errors import OutputError, PolicygenError
    from policygen.generate import generate_documents, outdated_law
    from policygen.sources import Sources

    folder = out or path.parent / "uit"
    sources = Sources(templates, house_style, allow_external)
    try:
        loaded = profile.load(path)
        outcomes = generate_documents(
            loaded,
            folder,
            documents=documents or None,
            today=day,
            sources=sources,
            force=force,
        )
    except PolicygenError as error:
        if not as_json:
            raise
        click.echo(report.problems_json(error.problems))
        return error.exit_code
    # An interrupt of the report is of finished work, and says so.
    with interrupt.counted(len(outcomes), lambda: sum(outcome.problem is None for outcome in outcomes)):
        warnings = (*loaded.warnings, *outdated_law(loaded, today=day))
        refused = report.refusals(outcomes)
        if as_json:
            click.echo(report.generated_json(outcomes, folder, warnings))
            return OutputError.exit_code if refused else 0
        for warning in warnings:
            click.echo(str(warning), err=True)
        click.echo(report.generated(outcomes, folder))
        if refused:
            raise OutputError(*refused)
        return 0
