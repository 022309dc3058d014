"""`policygen generate`: the documents of one profile."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from policygen.commands.choice import LazyChoice
from policygen.commands.paths import NamedPath
from policygen.commands.today import today

if TYPE_CHECKING:
    from pathlib import Path


def _documents() -> tuple[str, ...]:
    from policygen import resources

    return resources.documents()


def _date(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date:
    if value is None:
        return today()
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(value, form).date()  # noqa: DTZ007 - a day, not a moment
        except ValueError:
            continue
    raise click.BadParameter(f"{value!r} is geen datum. Schrijf bijvoorbeeld 2026-11-23.")


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
@click.option(
    "-d",
    "--document",
    "documents",
    metavar="ID",
    multiple=True,
    type=LazyChoice(_documents),
    help="Maak alleen dit document, bijvoorbeeld visie. Mag vaker.",
)
@click.option(
    "--datum",
    "day",
    metavar="DATUM",
    callback=_date,
    help="Reken met deze datum (2026-11-23) in plaats van met vandaag.",
)
@click.option(
    "--force", is_flag=True, help="Vervang ook bestanden die zijn gewijzigd. Van elk komt eerst een reservekopie."
)
@click.option(
    "--sjablonen",
    "templates",
    metavar="MAP",
    type=NamedPath(),
    help="Map met eigen sjablonen; wat daar niet in staat, komt van policygen.",
)
@click.option(
    "--huisstijl",
    "house_style",
    metavar="NAAM",
    help="Een meegeleverde huisstijl, of een eigen Word-bestand (.docx of .dotx).",
)
@click.option(
    "--allow-external",
    is_flag=True,
    help="Houd afbeeldingen van internet en een gekoppeld sjabloon in uw eigen Word-bestanden.",
)
@click.option("--json", "as_json", is_flag=True, help="Toon het resultaat als JSON, voor een ander programma.")
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
    from policygen import profile, report
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
