"""Results as text for a reader or as JSON for a program."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from policygen.dutch import getal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from policygen.batch.job import Result
    from policygen.batch.run import Batch
    from policygen.errors import Problem
    from policygen.fill import Name
    from policygen.generate import Outcome, Preview
    from policygen.profile import FieldInfo

_EXAMPLE = 60  # characters of an example
_LISTED = 50  # refusals of a batch on the screen
_STATES = ("nieuw", "bijgewerkt", "ongewijzigd", "geweigerd")


def generated(outcomes: Sequence[Outcome], folder: Path) -> str:
    """What `generate` made: a table, the counts, and what to do now."""
    rows = [(outcome.path.name, outcome.status, str(_open_places(outcome) or "-")) for outcome in outcomes]
    counts = Counter[str](outcome.status for outcome in outcomes)
    lines = [
        _table(("bestand", "toestand", "invulplekken"), rows),
        "",
        f"Map: {folder}",
        f"Samen: {', '.join(f'{counts[state]} {state}' for state in _STATES if counts[state])}.",
    ]
    lines += [f"Reservekopie: {outcome.backup.name}" for outcome in outcomes if outcome.backup]
    return "\n".join([*lines, "", *_what_now(outcomes)])


def refusals(outcomes: Sequence[Outcome]) -> tuple[Problem, ...]:
    """Why files were refused; several can have one reason."""
    return tuple(dict.fromkeys(outcome.problem for outcome in outcomes if outcome.problem))


def generated_json(outcomes: Sequence[Outcome], folder: Path, problems: Iterable[Problem]) -> str:
    """What `generate` made, with the same fields as the text; `problems` are those that belong to no file."""
    return _json(
        {
            "map": str(folder),
            "bestanden": [
                {
                    "bestand": outcome.path.name,
                    "toestand": outcome.status,
                    "invulplekken": _open_places(outcome),
                    "reservekopie": outcome.backup.name if outcome.backup else None,
                }
                for outcome in outcomes
            ],
            "meldingen": [_problem(problem) for problem in [*problems, *refusals(outcomes)]],
        }
    )


def problems_json(problems: Iterable[Problem]) -> str:
    """Problems that kept a command from doing anything."""
    return _json({"bestanden": [], "meldingen": [_problem(problem) for problem in problems]})


def checked(path: Path, typed: Sequence[tuple[int, FieldInfo]], found: Preview) -> str:
    """What `check` says about a profile without mistakes: the self-scan, what is open, and who fills it in.

    Args:
        path: The profile.
        typed: The fields that hold INVULLEN, each with its line.
        found: What the documents will hold.
    """
    known = {field.path for _, field in typed}
    left_out = [place for place in found.open_places if place.field not in known]
    parts = [f"{path}: in orde{_count(len(typed) + len(left_out))}.\nZelfscan: {found.counts}."]
    if typed:
        who = found.functions
        rows = [(str(line), field.path, field.label, who.get(field.wie, field.wie) or "-") for line, field in typed]
        parts.append("In het profiel staat INVULLEN bij:\n\n" + _table(("regel", *_OPEN_HEAD), rows))
    if left_out:
        absent = [(place.field, place.label, place.wie or "-") for place in left_out]
        parts.append("In het profiel ontbreekt wat de documenten nodig hebben:\n\n" + _table(_OPEN_HEAD, absent))
    return "\n\n".join(parts)


def covered(told: Mapping[str, Sequence[str]], facts: Mapping[str, Mapping[str, str]]) -> str:
    """Per core fact of the sources what it says and which documents tell it, and how many come out.

    Args:
        told: For each core fact the documents that tell it.
        facts: Every fact, with what it says as `kern`.
    """
    rows = [(fact, _short(facts[fact]["kern"]), ", ".join(documents) or "-") for fact, documents in told.items()]
    missing = [fact for fact, documents in told.items() if not documents]
    last = f"{len(told) - len(missing)} van de {len(told)} kernfeiten komen in een document."
    if missing:
        last += f" Niet: {', '.join(missing)}."
    return f"{_table(('feit', 'wat het zegt', 'documenten'), rows)}\n\n{last}"


_OPEN_HEAD = ("sleutel", "wat", "wie vult dit in")


def _count(number: int) -> str:
    return {0: ", niets is meer open", 1: ", met 1 invulplek"}.get(number, f", met {number} invulplekken")


def template_list(documents: Sequence[str], frames: Sequence[str]) -> str:
    """The shipped templates: a body per document, and the house styles around them."""
    lines = ["Documenten:", *(f"  {name}" for name in documents), "", "Huisstijlen:", *(f"  {name}" for name in frames)]
    return "\n".join([*lines, "", "Zet ze in een map om ze in Word te bewerken: policygen templates copy MAP"])


def name_list(names: Sequence[Name]) -> str:
    """The names that a template may use, by the list that a loop goes over."""
    parts = [
        _table(("tag", "voorbeeld"), [(f"{{{{ {one.name} }}}}", _short(one.example)) for one in names if not one.loop])
    ]
    for loop in dict.fromkeys(one.loop for one in names if one.loop):
        name = loop.rpartition(" > ")[2]
        item = name.rpartition(".")[2]
        head = f"In een lus over {loop}, bijvoorbeeld {{%tr for x in {name} %}} … {{%tr endfor %}}:"
        rows = [
            (f"{{{{ x{one.name.partition(item + '[]')[2]} }}}}", _short(one.example))
            for one in names
            if one.loop == loop
        ]
        parts.append(f"{head}\n\n{_table(('tag', 'voorbeeld'), rows)}")
    return "\n\n".join(parts)


def _short(text: str) -> str:
    return text if len(text) <= _EXAMPLE else text[: _EXAMPLE - 2].rstrip() + " …"


def batched(done: Batch, folder: Path) -> str:
    """What `batch` made: the counts, every client that was refused in whole or in part, and what to do now."""
    made = [result for result in done.results if result.made]
    counts = done.counts
    bad = len(done.results) - len(made)
    lines = [
        f"Klanten: {getal(len(done.results))}, waarvan {getal(len(made))} gemaakt en {getal(bad)} geweigerd.",
        f"Bestanden: {', '.join(f'{getal(counts[state])} {state}' for state in _STATES if counts[state]) or 'geen'}.",
        f"Map: {folder}",
        *(f"{'':6}{table.path.name}: {table.status}" for table in done.tables),
    ]
    if backups := sum(result.backups for result in done.results):
        copies = "1 reservekopie" if backups == 1 else f"{getal(backups)} reservekopieën"
        lines.append(f"{copies}: naast het bestand staat uw eigen versie, met .bak-1 in de naam.")
    refused = [problem for result in done.results if not result.made for problem in result.refused]
    kept = [problem for result in done.results if result.made for problem in result.refused]
    kept += [table.problem for table in done.tables if table.problem]
    lines += [*_listed("Geweigerd:", refused), *_listed("Deze bestanden bleven staan:", kept)]
    warned = sum(len(result.problems) > len(result.refused) for result in done.results)
    lines += ["", "Wat nu?"]
    if warned:
        clients = "1 klant staat" if warned == 1 else f"{getal(warned)} klanten staat"
        lines.append(f"- Bij {clients} een opmerking ('let op') in samenvatting.csv. Lees die na.")
    if refused:
        lines.append("- Herstel wat geweigerd is en draai de opdracht opnieuw. Wat klaar is, blijft staan.")
    if kept:
        lines.append("- Lees bij elk bestand dat bleef staan waarom. Wilt u uw eigen versie houden, dan is dat klaar.")
    if made and not any(table.problem and table.path.suffix == ".docx" for table in done.tables):
        lines.append("- Open overzicht.docx: daar staat welke klant welke gaten heeft.")
    return "\n".join(lines)


def _listed(head: str, problems: Sequence[Problem]) -> list[str]:
    """A list of problems under its own line; the longest lists in part."""
    rest = len(problems) - _LISTED
    more = [f"  ... en nog {getal(rest)}; alles staat in samenvatting.csv."] if rest > 0 else []
    return ["", head, *(f"  {problem}" for problem in problems[:_LISTED]), *more] if problems else []


def refused_json(problems: Iterable[Problem]) -> str:
    """What kept a batch from doing anything, on one line as all that it tells."""
    return json.dumps({"meldingen": [_problem(problem) for problem in problems]})


def client_json(result: Result) -> str:
    """One client of a batch, on one line."""
    return json.dumps(
        {
            "klant": result.name,
            "map": result.client.folder,
            "bron": str(result.client.path),
            "regel": result.client.line or None,
            "gemaakt": result.made,
            "bestanden": {state: result.counts[state] for state in _STATES},
            "invulplekken": result.open_places,
            "besluit": result.decision,
            "zelfscan": dict(result.states),
            "meldingen": [_problem(problem) for problem in result.problems],
        }
    )


def batched_json(done: Batch, folder: Path) -> str:
    """The last line: the whole batch."""
    return json.dumps(
        {
            "map": str(folder),
            "klanten": len(done.results),
            "gemaakt": sum(result.made for result in done.results),
            "bestanden": {state: done.counts[state] for state in _STATES},
            "tabellen": {table.path.name: table.status for table in done.tables},
            "meldingen": [_problem(table.problem) for table in done.tables if table.problem],
        }
    )


def _what_now(outcomes: Sequence[Outcome]) -> list[str]:
    refused = sum(outcome.status == "geweigerd" for outcome in outcomes)
    lines = ["Wat nu?"]
    if refused:
        lines.append("- Lees bij elk geweigerd bestand wat er aan de hand is. Wat daar stond, staat er nog.")
    if any(_open_places(outcome) for outcome in outcomes):
        lines += [
            "- Open de documenten in Word. Een gemarkeerde plek [Nog in te vullen: ...] vult u daar in, of in het",
            "  profiel. De opmerking erbij zegt wie dat doet; achter in elk document staat de hele lijst.",
        ]
    elif refused < len(outcomes):
        lines.append("- Open de documenten in Word en lees ze na.")
    return [*lines, "- Draait u deze opdracht later opnieuw, dan blijft alles staan wat u zelf hebt gewijzigd."]


def _open_places(outcome: Outcome) -> int | None:
    """None for a file that was refused: what stands there was not looked at."""
    return None if outcome.status == "geweigerd" else outcome.open_places


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = ["-" * width for width in widths]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, rule, *rows)
    )


def _problem(problem: Problem) -> dict[str, str | int | None]:
    return {
        "ernst": "let op" if problem.warning else "fout",
        "bron": problem.source,
        "regel": problem.line,
        "kolom": problem.column,
        "plaats": problem.where,
        "melding": problem.message,
        "advies": problem.hint,
    }


def _json(content: object) -> str:
    """ASCII, so that it survives every console and every redirection."""
    return json.dumps(content, indent=2)
