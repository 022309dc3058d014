"""The catalogue's rules of the policy: which of them hold for an organisation, filled with its names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import dutch
from policygen.context.vullen import fill

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from policygen.openplace import Text

_NOT = "geen "


def holds(entry: Mapping[str, Any], facts: Collection[str]) -> bool:
    """Whether every fact that an entry asks for is there; `geen x` asks that fact x is not."""
    return all((fact.removeprefix(_NOT) in facts) is not fact.startswith(_NOT) for fact in entry.get("als", ()))


def rules(
    entries: Iterable[Mapping[str, Any]], facts: Collection[str], names: Mapping[str, Text]
) -> tuple[dict[str, Text], ...]:
    """The entries that hold, each with `kop` (its bold start) and `tekst`."""
    return tuple(
        {"kop": fill(entry["kop"], names), "tekst": dutch.hoofdletter(fill(entry["tekst"], names))}
        for entry in entries
        if holds(entry, facts)
    )


def paragraph(entries: Iterable[Mapping[str, Any]], facts: Collection[str], names: Mapping[str, Text]) -> Text:
    """The entries that hold, one sentence after the other; empty when none does."""
    return dutch.rij([dutch.hoofdletter(fill(one["tekst"], names)) for one in entries if holds(one, facts)], " ")
