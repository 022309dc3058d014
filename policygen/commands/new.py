"""`policygen new`: a starter profile with an explanation at every key."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from policygen.commands.choice import LazyChoice


def _sectors() -> tuple[str, ...]:
    from policygen.profile.organisatie import Sector

    return get_args(Sector)


def _countries() -> tuple[str, ...]:
    from policygen.profile.organisatie import Land

    return get_args(Land)


@click.command(options_metavar="[OPTIES]", no_args_is_help=False)
@click.argument(
    "target",
    metavar="[BESTAND]",
    default="profiel.yaml",
    type=click.Path(path_type=Path),
    help="Het bestand dat u wilt maken. Zonder naam wordt het profiel.yaml.",
)
@click.option("--naam", metavar="NAAM", help="Naam van de organisatie, zoals die op de voorpagina komt.")
@click.option(
    "--sector",
    metavar="SECTOR",
    type=LazyChoice(_sectors),
    help="Sector van de organisatie, bijvoorbeeld ouderenzorg.",
)
@click.option(
    "--land",
    metavar="NL|BE",
    type=LazyChoice(_countries),
    help="Nederland (NL) of Vlaanderen (BE).",
)
def new(target: Path, naam: str | None, sector: str | None, land: str | None) -> None:
    """Maak een profiel om in te vullen, met uitleg bij elk veld."""
    from policygen import schema, write
    from policygen.errors import OutputError, Problem

    text = schema.starter(naam=naam or "", land=land, sector=sector, bestand=target.name)
    with write.lock(target.parent):
        if target.exists():
            raise OutputError(
                Problem(str(target), "bestaat al en blijft staan", hint="Kies een andere naam voor het nieuwe profiel.")
            )
        write.put(target, text.encode(), ours=lambda _: False, force=False)
    click.echo(f"Gemaakt: {target}\n")
    click.echo("Vul het in met een teksteditor, bijvoorbeeld Kladblok. Kijk daarna of alles klopt:\n")
    click.echo(f"  policygen check {_quoted(target)}")


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
