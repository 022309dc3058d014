"""`policygen new`: a starter profile with an explanation at every key, or a copy of a ready one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, get_args

import click

from policygen.commands.choice import LazyChoice
from policygen.commands.paths import NamedPath

if TYPE_CHECKING:
    from pathlib import Path


_NEXT = "Vul het in met een teksteditor, bijvoorbeeld Kladblok. Kijk daarna of alles klopt:\n"
_NEXT_READY = (
    "De organisatie en de mensen in dit profiel zijn verzonnen. Open het met een teksteditor, bijvoorbeeld Kladblok,\n"
    "en verander eerst organisatie, document en personen. Kijk daarna of alles klopt:\n"
)


def _sectors() -> tuple[str, ...]:
    from policygen.profile.organisatie import Sector

    return get_args(Sector)


def _countries() -> tuple[str, ...]:
    from policygen.profile.organisatie import Land

    return get_args(Land)


def _ready() -> tuple[str, ...]:
    from policygen import resources

    return resources.ready_profiles()


def _name(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    from policygen.yaml_source.text import FORBIDDEN, name

    wrong = FORBIDDEN.search(value or "")
    if wrong:
        message = f"teken {name(wrong.group())} kan niet in een naam. Typ de naam opnieuw, zonder dat teken."
        raise click.BadParameter(message)
    return value


@click.command(options_metavar="[OPTIES]", no_args_is_help=False)
@click.argument(
    "target",
    metavar="[BESTAND]",
    default="profiel.yaml",
    type=NamedPath(),
    help="Het bestand dat u wilt maken. Zonder naam wordt het profiel.yaml.",
)
@click.option(
    "--naam", metavar="NAAM", callback=_name, help="Naam van de organisatie, zoals die op de voorpagina komt."
)
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
@click.option(
    "--voorbeeld",
    metavar="NAAM",
    type=LazyChoice(_ready),
    help="Begin met een ingevuld profiel van een verzonnen organisatie, bijvoorbeeld ouderenzorg-nl.",
)
def new(target: Path, naam: str | None, sector: str | None, land: str | None, voorbeeld: str | None) -> None:
    """Maak een profiel om in te vullen, met uitleg bij elk veld."""
    from policygen import resources, schema, write
    from policygen.errors import OutputError, Problem

    if voorbeeld and (naam or sector or land):
        raise click.UsageError(
            "--voorbeeld gaat niet samen met --naam, --sector of --land. Verander die in het profiel zelf."
        )

    if not os.path.isdir(target.parent):  # noqa: PTH112 - says no where pathlib raises, such as for a name too long
        raise OutputError(
            Problem(
                str(target), f"de map '{target.parent}' bestaat niet", hint="Maak die map eerst, of kies een andere."
            )
        )
    if voorbeeld:
        data = resources.ready_profile(voorbeeld)
    else:
        data = schema.starter(naam=naam or "", land=land, sector=sector, bestand=target.name).encode()
    with write.lock(target.parent):
        if os.path.lexists(target):
            raise OutputError(
                Problem(str(target), "bestaat al en blijft staan", hint="Kies een andere naam voor het nieuwe profiel.")
            )
        write.put(target, data, ours=lambda _: False, force=False)
    click.echo(f"Gemaakt: {target}\n")
    click.echo(_NEXT_READY if voorbeeld else _NEXT)
    click.echo(f"  policygen check {_quoted(target)}")


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
