"""`policygen fill`: somebody's own Word template, filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policygen.commands.paths import NamedPath
from policygen.commands.today import today

if TYPE_CHECKING:
    from pathlib import Path


@click.command(options_metavar="[OPTIES]")
@click.argument("template", metavar="SJABLOON.docx", type=NamedPath(), help="Uw eigen Word-sjabloon.")
@click.argument("path", metavar="PROFIEL", type=NamedPath(), help="Het ingevulde profiel.")
@click.option("-o", "--uit", "target", metavar="UIT.docx", required=True, type=NamedPath(), help="Het document.")
@click.option("--force", is_flag=True, help="Vervang ook een document dat is gewijzigd, na een reservekopie.")
@click.option("--allow-external", is_flag=True, help="Houd afbeeldingen van internet en een gekoppeld sjabloon.")
def fill(template: Path, path: Path, target: Path, *, force: bool, allow_external: bool) -> None:
    """Vul een eigen Word-sjabloon met een profiel."""
    from policygen import profile, report
    from policygen.errors import OutputError
    from policygen.fill import fill_template

    loaded = profile.load(path)
    outcome = fill_template(template, loaded, target, today=today(), force=force, allow_external=allow_external)
    for warning in loaded.warnings:
        click.echo(str(warning), err=True)
    click.echo(report.generated((outcome,), target.parent))
    if outcome.problem:
        raise OutputError(outcome.problem)
