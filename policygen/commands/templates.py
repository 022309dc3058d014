"""`policygen templates`: the Word templates that come with policygen, and help with your own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policygen.commands.paths import NamedPath
from policygen.commands.today import today

if TYPE_CHECKING:
    from pathlib import Path


@click.group(options_metavar="[OPTIES]", subcommand_metavar="OPDRACHT ...")
def templates() -> None:
    """Bekijk, kopieer en controleer Word-sjablonen."""


@templates.command("list", options_metavar="[OPTIES]")
def list_templates() -> None:
    """Toon de meegeleverde sjablonen."""
    from policygen import report, resources

    click.echo(report.template_list(resources.documents(), resources.frames()))


@templates.command(options_metavar="[OPTIES]")
@click.argument("folder", metavar="MAP", type=NamedPath(), help="Map voor de kopieën.")
@click.option("--force", is_flag=True, help="Vervang ook sjablonen die zijn gewijzigd, na een reservekopie.")
def copy(folder: Path, *, force: bool) -> None:
    """Zet de meegeleverde sjablonen in een map, om ze in Word te bewerken."""
    from policygen import report
    from policygen.errors import OutputError
    from policygen.fill import copy_shipped

    outcomes = copy_shipped(folder, force=force)
    for outcome in outcomes:
        click.echo(f"{outcome.path}: {outcome.status}")
        if outcome.backup:
            click.echo(f"Reservekopie: {outcome.backup}")
    click.echo(f"\nBewerk ze in Word en gebruik ze met: policygen generate profiel.yaml --sjablonen {folder}")
    if refused := report.refusals(outcomes):
        raise OutputError(*refused)


@templates.command(options_metavar="[OPTIES]")
@click.argument("paths", metavar="SJABLOON...", nargs=-1, required=True, type=NamedPath(), help="Word-sjablonen.")
@click.option("--allow-external", is_flag=True, help="Houd afbeeldingen van internet en een gekoppeld sjabloon.")
def check(paths: tuple[Path, ...], *, allow_external: bool) -> None:
    """Controleer Word-sjablonen: alles wat er mis is, met de plaats."""
    from policygen.errors import Problem, TemplateError
    from policygen.fill import faults

    problems: list[Problem] = []
    for path in paths:
        found = faults(path, today=today(), allow_external=allow_external)
        problems += found
        if not found:
            click.echo(f"{path}: in orde.")
    if problems:
        raise TemplateError(*problems)


@templates.command(options_metavar="[OPTIES]")
@click.argument("path", metavar="DOCUMENT.docx", type=NamedPath(), help="Een Word-document.")
def dump(path: Path) -> None:
    """Toon een Word-document als platte regels."""
    from policygen.fill import plain_lines

    click.echo("\n".join(plain_lines(path)))


@templates.command(options_metavar="[OPTIES]")
def names() -> None:
    """Toon alle namen die een sjabloon kan gebruiken, met een voorbeeld."""
    from policygen import report
    from policygen.fill import names as offered

    click.echo(report.name_list(offered(today())))
