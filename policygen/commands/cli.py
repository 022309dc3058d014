"""The command `policygen` itself: what every command shares."""

from __future__ import annotations

import click

from policygen import __version__
from policygen.commands.batch import batch
from policygen.commands.check import check
from policygen.commands.fill import fill
from policygen.commands.generate import generate
from policygen.commands.new import new
from policygen.commands.schema import schema
from policygen.commands.templates import templates

_HELP = """Maakt van een profiel Nederlandse beleidsdocumenten in Word over sociale en online media.

\b
Zo begint u:
  policygen new profiel.yaml         maak een profiel en vul het in
  policygen check profiel.yaml       kijk of alles klopt en wat nog open staat
  policygen generate profiel.yaml    maak de documenten
"""


@click.group(
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT ...",
    epilog="Uitleg bij een opdracht: policygen OPDRACHT --help",
)
@click.option("--debug", is_flag=True, expose_value=False, help="Toon bij een fout in policygen zelf waar die zit.")
@click.version_option(__version__)
def cli() -> None:
    """The group that all commands belong to; its help is `_HELP`."""


for command in (new, check, generate, batch, fill, templates, schema):
    cli.add_command(command)
