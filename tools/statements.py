"""The table of statements in HANDLEIDING.md, with the words that a profile has when it chooses none of its own."""

from __future__ import annotations

from datetime import date

from policygen import catalogue, context
from policygen.context.vullen import fill, flatten
from policygen.profile import Profile

_HEAD = "| nummer | stelling |\n|---|---|"


def statement_table() -> str:
    """Every statement by its number, in the order of the catalogue."""
    plain = Profile.model_validate({"organisatie": {"naam": "uw organisatie", "land": "NL"}})
    names = flatten(context.build(plain, today=date(2000, 1, 1)))
    rows = [
        f"| `{entry['id']}` | {fill(entry['tekst'], names)} |"
        for entries in catalogue.load("stellingen").values()
        for entry in entries
    ]
    return "\n".join([_HEAD, *rows]) + "\n"
