"""`policygen schema`: the JSON Schema of a profile."""

from __future__ import annotations

import json

import click


@click.command(options_metavar="[OPTIES]")
def schema() -> None:
    """Toon het JSON Schema van een profiel, voor in een editor."""
    from policygen.schema import json_schema

    # ASCII, so that it survives every console and every redirection.
    click.echo(json.dumps(json_schema(), indent=2))
