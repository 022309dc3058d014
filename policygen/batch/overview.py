"""What a consultant wants to see of all clients together: a summary, an overview to filter, and one to read."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from policygen import catalogue, context, dutch, manifest, profile, resources, write
from policygen.assemble import document
from policygen.errors import OutputError
from policygen.generate import Outcome, Status, put
from policygen.sources import File
from policygen.yaml_source import YamlDocument
from policygen.yaml_source.text import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policygen.batch.job import Job, Result
    from policygen.errors import Problem

SUMMARY: Final = "samenvatting.csv"
OVERVIEW: Final = "overzicht"
_GAPS: Final = ("nee", "deels")
_STATES: Final = get_args(Status)
_DECISIONS: Final = {"wel": "wel beleid", "geen": "geen beleid", "later": "later kiezen", "": "nog niet gekozen"}
_FORMULA: Final = ("=", "+", "-", "@")  # how a spreadsheet knows what it should calculate
_BAR: Final = "█"
_WIDEST: Final = 14  # blocks of the longest bar
_LISTED: Final = 500  # clients in the document; nobody reads more, and the table has them all
_SHOWN: Final = 200  # refusals in the document; the summary has them all


def tables(results: Sequence[Result], job: Job) -> list[Outcome]:
    """Writes the summary and the overview, as tables for a spreadsheet and as a document.

    A table that somebody edited stays, like any other file, and what keeps one from being written is told like that.
    """
    made = [result for result in results if result.made]
    texts = {
        SUMMARY: _csv(_SUMMARY_HEAD, map(_summarised, results)),
        f"{OVERVIEW}.csv": _csv(_overview_head(), map(_overviewed, made)),
    }
    files = texts | {f"{OVERVIEW}.docx": _document(results, job)}
    try:
        return list(_written(files, texts, job))
    except OutputError as error:
        return [Outcome(job.out / name, "geweigerd", problem=error.problems[0]) for name in files]


def _written(files: Mapping[str, bytes], texts: Iterable[str], job: Job) -> Iterator[Outcome]:
    with write.lock(job.out) as let_through:
        ledger = write.Ledger(job.out)
        for name in texts:
            ledger.record(job.out / name, files[name])
        ledger.save()
        for name, data in files.items():
            target = job.out / name
            yield put(target, data, ledger.ours(target) if name in texts else manifest.is_untouched, force=job.force)
            let_through()


_SUMMARY_HEAD: Final = (
    *("klant", "map", "bron", "regel", "toestand", "bestanden", *_STATES, "open plekken", "meldingen"),
)


def _summarised(result: Result) -> tuple[object, ...]:
    counts = result.counts
    state = "geweigerd" if not result.made else "deels geweigerd" if counts["geweigerd"] else "gemaakt"
    lines = sorted({one.line for one in result.refused if one.line})
    return (
        *(result.name, result.client.folder, result.client.path.as_posix()),
        *(result.client.line or (lines[0] if lines else ""), state, sum(counts.values())),
        *(counts[name] for name in _STATES),
        *(result.open_places, " | ".join(map(str, result.problems))),
    )


def _overview_head() -> tuple[str, ...]:
    return (
        "klant",
        "map",
        "besluit",
        "gaten",
        "onbekend",
        "open plekken",
        "eerst",
        *catalogue.load("zelfscan")["vragen"],
    )


def _overviewed(result: Result) -> tuple[object, ...]:
    states = dict(result.states)
    return (
        *(result.name, result.client.folder, _DECISIONS[result.decision], _gaps(result), _unknown(result)),
        result.open_places,
        *(", ".join(result.first), *(states.get(key, "") for key in catalogue.load("zelfscan")["vragen"])),
    )


def _gaps(result: Result) -> int:
    return sum(state in _GAPS for _key, state in result.states)


def _unknown(result: Result) -> int:
    """Questions to which the profile gives no answer: where little is known, few gaps say little."""
    return sum(state == "onbekend" for _key, state in result.states)


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """As Excel in Dutch opens it with a double click: semicolons, and a mark that says that it is UTF-8."""
    stream = io.StringIO()
    table = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    table.writerow(head)
    table.writerows([_cell(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    """On one line, so that every client is one, and nothing that a spreadsheet would calculate."""
    text = _plain(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain(text: str) -> str:
    """What every file can hold; the name of a file may be anything."""
    return " ".join(FORBIDDEN.sub("\ufffd", text).split())


def _document(results: Sequence[Result], job: Job) -> bytes:
    senders = {result.sender for result in results if result.made}
    name = senders.pop() if len(senders) == 1 else ""
    data = {"organisatie": {"naam": name or "Alle klanten", "land": "NL"}, "documenten": ["zelfscan"]}
    loaded = profile.parse(YamlDocument(Path(OVERVIEW), data))
    values = context.build(loaded.profile, today=job.today)
    about = {
        "id": OVERVIEW,
        "titel": "Overzicht van alle klanten",
        "ondertitel": f"Stand op {dutch.datum(job.today)}",
        "lezers": "wie de klanten begeleidt",
        "herkomst": "de profielen van alle klanten",
        "bestandsnaam": OVERVIEW,
        "versie": "1",
        "status": "voor eigen gebruik",
        "concept": False,
        "eigenaar": name or "de adviseur",
        "vastgesteld_kop": "Vertrouwelijk",
        "vastgesteld_door": "gaat over alle klanten en is niet voor een klant bestemd",
        "vastgesteld_op_kop": "",
        "evaluatie_op": "bij de volgende ronde",
    }
    values |= {
        "document": {**values["document"], **about},
        "huisstijl": {**values["huisstijl"], "logo": False},
        "overzicht": _told(results, values),
    }
    body = File(f"{OVERVIEW}.docx", resources.overview())
    return document(body, job.sources.frame(loaded), values, allow_external=job.sources.allow_external).data


def _told(results: Sequence[Result], values: dict[str, Any]) -> dict[str, Any]:
    made = [result for result in results if result.made]
    decisions = Counter(result.decision for result in made)
    gaps = Counter(key for result in made for key, state in result.states if state in _GAPS)
    asked = [(row["id"], str(row["vraag"]), gaps[row["id"]]) for row in values["zelfscan"]["vragen"] if gaps[row["id"]]]
    refused = [problem for result in results for problem in result.refused]
    most = sorted(made, key=lambda result: -_gaps(result) - _unknown(result))
    listed = most[:_LISTED] if len(made) > _LISTED else made
    return {
        "zin": f"Van {_clients(len(made)) if made else 'geen enkele klant'} zijn de documenten gemaakt.",
        "werk": _work(len(results) - len(made), sum(result.counts["geweigerd"] for result in made)),
        "besluiten": tuple(
            {"naam": name, "aantal": str(decisions[key]), "balk": _bar(decisions[key], len(made))}
            for key, name in _DECISIONS.items()
            if decisions[key]
        ),
        "vragen": tuple(
            {"id": key, "tekst": text, "aantal": str(number), "balk": _bar(number, len(made))}
            for key, text, number in sorted(asked, key=lambda row: -row[2])
        ),
        "geen_gaten": "In de zelfscans staat geen enkel gat." if made else "Er zijn geen zelfscans gemaakt.",
        "klanten": tuple(
            {
                "naam": result.name,
                "besluit": _DECISIONS[result.decision],
                "gaten": str(_gaps(result)),
                "onbekend": str(_unknown(result)),
                "eerst": ", ".join(result.first) or "-",
                "open": str(result.open_places),
            }
            for result in listed
        ),
        "lijst": _partly(
            len(listed), len(made), "klanten met de meeste gaten en onbekende antwoorden", f"{OVERVIEW}.csv"
        ),
        "geweigerd": tuple(_refusal(problem) for problem in refused[:_SHOWN]),
        "rest": _partly(min(_SHOWN, len(refused)), len(refused), "eerste meldingen", SUMMARY),
    }


def _partly(shown: int, number: int, what: str, table: str) -> str:
    """Says that a list is not all of it; empty when it is."""
    if shown == number:
        return ""
    return f"Hier staan de {dutch.getal(shown)} {what}. Alle {dutch.getal(number)} staan in {table}."


def _clients(number: int) -> str:
    return "1 klant" if number == 1 else f"{dutch.getal(number)} klanten"


def _work(bad: int, kept: int) -> str:
    """What is left to do: profiles with a mistake, and files that somebody had edited."""
    profiles = "1 profiel is geweigerd." if bad == 1 else f"{dutch.getal(bad)} profielen zijn geweigerd."
    files = "1 bestand was gewijzigd en bleef staan."
    if kept > 1:
        files = f"{dutch.getal(kept)} bestanden waren gewijzigd en bleven staan."
    return " ".join([*([profiles] if bad else []), *([files] if kept else [])]) or "Er is niets geweigerd."


def _bar(number: int, total: int) -> str:
    return _BAR * max(1, round(_WIDEST * number / total))


def _refusal(problem: Problem) -> dict[str, str]:
    said = dutch.punt(": ".join(part for part in (problem.where, problem.message) if part))
    return {"waar": _plain(problem.place), "wat": _plain(str(dutch.rij([said, problem.hint], " ")))}
