"""`policygen batch`: the documents of many clients."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from policygen.commands.options import shared
from policygen.commands.paths import NamedPath

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command(options_metavar="[OPTIES]")
@click.argument(
    "sources",
    metavar="BRON...",
    nargs=-1,
    required=True,
    type=NamedPath(),
    help="Een map met profielen, een patroon als 'klanten/*.yaml', of een .jsonl-bestand.",
)
@click.option(
    "-o", "--map", "out", metavar="MAP", required=True, type=NamedPath(), help="Map met een map per klant erin."
)
@click.option("--zip", "zipped", is_flag=True, help="Zet de documenten van elke klant ook in een zip.")
@click.option(
    "--workers",
    metavar="AANTAL",
    type=click.IntRange(1, 60),
    help="Zoveel processen tegelijk. Zonder deze optie: wat de computer aankan, als het loont.",
)
@shared
def batch(
    sources: tuple[Path, ...],
    out: Path,
    documents: tuple[str, ...],
    *,
    day: date,
    templates: Path | None,
    house_style: str | None,
    zipped: bool,
    workers: int | None,
    force: bool,
    allow_external: bool,
    as_json: bool,
) -> int:
    """Maak de documenten van veel klanten in een keer."""
    from policygen import report
    from policygen.batch.clients import find
    from policygen.batch.job import Job
    from policygen.batch.run import run
    from policygen.commands.progress import progress
    from policygen.commands.workers import WORTH_IT, executor, usual
    from policygen.errors import PolicygenError
    from policygen.sources import Sources

    job = Job(
        out,
        day,
        documents=documents or None,
        sources=Sources(templates, house_style, allow_external),
        force=force,
        zipped=zipped,
    )
    try:
        # What cannot be found is told before any process begins.
        clients = len(list(islice(find(sources), max(workers or 0, WORTH_IT))))
        number = min(workers or usual(clients), clients)
        with progress(as_json=as_json) as shown, executor(number) as pool:
            done = run(sources, job, pool, on_read=shown.read, on_made=shown.made)
    except PolicygenError as error:
        if not as_json:
            raise
        click.echo(report.refused_json(error.problems))
        return error.exit_code
    click.echo(report.batched_json(done, out) if as_json else report.batched(done, out))
    return 0 if done.whole else 1
