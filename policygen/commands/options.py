"""The options that `generate` and `batch` share."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from policygen.commands.choice import LazyChoice
from policygen.commands.paths import NamedPath
from policygen.commands.today import today

if TYPE_CHECKING:
    from collections.abc import Callable


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


_SHARED = (
    click.option(
        "-d",
        "--document",
        "documents",
        metavar="ID",
        multiple=True,
        type=LazyChoice(_documents),
        help="Maak alleen dit document, bijvoorbeeld visie. Mag vaker.",
    ),
    click.option(
        "--datum",
        "day",
        metavar="DATUM",
        callback=_date,
        help="Reken met deze datum (2026-11-23) in plaats van met vandaag.",
    ),
    click.option(
        "--force", is_flag=True, help="Vervang ook bestanden die zijn gewijzigd. Van elk komt eerst een reservekopie."
    ),
    click.option(
        "--sjablonen",
        "templates",
        metavar="MAP",
        type=NamedPath(),
        help="Map met eigen sjablonen; wat daar niet in staat, komt van policygen.",
    ),
    click.option(
        "--huisstijl",
        "house_style",
        metavar="NAAM",
        help="Een meegeleverde huisstijl, of een eigen Word-bestand (.docx of .dotx).",
    ),
    click.option(
        "--allow-external",
        is_flag=True,
        help="Houd afbeeldingen van internet en een gekoppeld sjabloon in uw eigen Word-bestanden.",
    ),
    click.option("--json", "as_json", is_flag=True, help="Toon het resultaat als JSON, voor een ander programma."),
)


def shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options, in this order, to a command."""
    for option in reversed(_SHARED):
        command = option(command)
    return command
