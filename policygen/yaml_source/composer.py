"""The thorough pass: every position, and reading on after a mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from policygen.errors import Problem
from policygen.yaml_source import messages
from policygen.yaml_source.fast import has_colon
from policygen.yaml_source.limits import KEY, MAX_DEPTH, MAX_NODES, NOTHING, short
from policygen.yaml_source.repair import Repaired, example, repair
from policygen.yaml_source.text import FORBIDDEN, name

if TYPE_CHECKING:
    from collections.abc import Callable

Loc = tuple[str | int, ...]
Place = tuple[int, int]

_ABSENT: Final = object()
_REPAIRABLE: Final = 500_000
"""Characters; a file that is longer and wrong as well gets one message, at once."""
_MOST: Final = 100
"""Problems; who has more, has one cause for most of them."""
_BREAKS: Final = "\x85\u2028\u2029"


class _Stop(Exception):  # noqa: N818 - ends the pass, is no error by itself
    """There is no use in reading on."""


@dataclass(frozen=True)
class Composed:
    """A text with the place of everything in it.

    Attributes:
        data: The root mapping, or None when nothing can be made of the text.
        problems: What is wrong, in file order.
        keys: Place of the key of each value.
        values: Place of each value.
    """

    data: dict[str, Any] | None
    problems: tuple[Problem, ...]
    keys: dict[Loc, Place]
    values: dict[Loc, Place]

    def position(self, loc: Loc, *, key: bool) -> Place:
        """Place of a value or key, or of its nearest parent that is in the file."""
        if loc in self.values:
            return self.keys.get(loc, self.values[loc]) if key else self.values[loc]
        while loc:
            loc = loc[:-1]
            if loc in self.keys:
                return self.keys[loc]
            if loc in self.values:
                return self.values[loc]
        return (1, 1)


def compose(source: str, text: str) -> Composed:
    """Reads a text that may hold anything; `source` is the file name in messages."""
    text, breaks = _protect(text)
    repaired = repair(text) if len(text) < _REPAIRABLE else Repaired(text)
    composer = _Composer(source, repaired.text, repaired.values, breaks)
    data = composer.run()
    where = {place: ".".join(short(str(part)) for part in loc) for loc, place in composer.values.items()}
    found = [
        Problem(source, item.message, item.line + 1, item.column + 1, where.get(place, ""), item.hint, item.warning)
        for item in repaired.found
        for place in [(item.line + 1, item.column + 1)]
    ]
    known = {(problem.line, problem.column) for problem in found}
    others = [problem for problem in composer.problems if (problem.line, problem.column) not in known]
    problems = sorted([*found, *others], key=lambda problem: (problem.line or 0, problem.column or 0))
    return Composed(data, tuple(problems), composer.keys, composer.values)


def _protect(text: str) -> tuple[str, dict[int, str]]:
    """Hides three characters that are text to people and a new line to the C parser."""
    hidden: dict[int, str] = {}
    for character in _BREAKS:
        if character in text:
            spare = next(code for code in range(0x100000, 0x10FFFD) if chr(code) not in text and code not in hidden)
            hidden[spare] = character
            text = text.replace(character, chr(spare))
    return text, hidden


class _Composer:
    """Builds data from events; collects problems and places on the way."""

    def __init__(self, source: str, text: str, stand_ins: dict[str, str | None], breaks: dict[int, str]) -> None:
        self.source = source
        self.stand_ins = stand_ins
        self.breaks = breaks
        self.problems: list[Problem] = []
        self.keys: dict[Loc, Place] = {}
        self.values: dict[Loc, Place] = {}
        self.root: dict[str, Any] | None = None
        self.nodes = 0
        self.text = text
        self.get: Callable[[], Any] = CParser(text).get_event

    def run(self) -> dict[str, Any] | None:
        try:
            self._document()
        except _Stop:
            return None
        except YAMLError as error:
            message, hint, line, column = messages.translate(error)
            self.problems.append(Problem(self.source, message, line, column, hint=hint))
            return None
        return self.root

    def _document(self) -> None:
        self.get()
        event = self.get()
        if event.__class__ is StreamEndEvent:
            self._problem("bestand is leeg", (1, 1), (), "Maak een profiel met: policygen new")
            raise _Stop
        event = self.get()
        if event.__class__ is not MappingStartEvent:
            what = messages.ROOT.get(event.__class__.__name__, messages.ROOT[""])
            self._problem(what, self._place(event), (), "Een profiel begint met een regel als 'organisatie:'.")
            raise _Stop
        self.root = {}
        self._node(event, (), 0, self.root)
        self.get()
        event = self.get()
        if event.__class__ is DocumentStartEvent:
            hint = "Zet elk profiel in een eigen bestand en haal de regel met --- weg."
            self._problem("een tweede document in hetzelfde bestand", self._place(event), (), hint)

    def _node(self, event: Any, loc: Loc, depth: int, root: dict[str, Any] | None = None) -> Any:  # noqa: ANN401 - nested data
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._problem("meer dan 100.000 waarden", self._place(event), (), "Een profiel is een kort bestand.")
            raise _Stop
        self.values[loc] = self._place(event)
        if event.__class__ is AliasEvent:
            hint = "Schrijf de gegevens hier voluit."
            self._problem(f"verwijzing *{short(str(event.anchor))} kan hier niet", self._place(event), loc, hint)
            return _ABSENT
        self._extras(event, loc)
        if event.__class__ is ScalarEvent:
            return self._scalar(event, loc)
        if depth >= MAX_DEPTH:
            hint = "Een profiel heeft hooguit enkele niveaus."
            self._problem("meer dan 50 niveaus diep", self._place(event), (), hint)
            raise _Stop
        if event.__class__ is MappingStartEvent:
            return self._mapping(event, loc, depth + 1, {} if root is None else root)
        return self._sequence(loc, depth + 1)

    def _extras(self, event: Any, loc: Loc) -> None:  # noqa: ANN401 - the C parser has no types
        if event.anchor is not None:
            hint = "Haal het anker weg, of zet aanhalingstekens als dit tekst is."
            self._problem(f"anker &{short(event.anchor)} kan hier niet", self._place(event), loc, hint)
        if event.tag is not None:
            hint = "Haal het type weg, of zet aanhalingstekens als dit tekst is."
            tag = short(messages.tag(event.tag))
            self._problem(f"typeaanduiding {tag} kan hier niet", self._place(event), loc, hint)

    def _scalar(self, event: Any, loc: Loc) -> Any:  # noqa: ANN401 - text or nothing
        value: str = event.value
        if value in self.stand_ins:
            stood_for = self.stand_ins[value]
            if stood_for is None:
                return _ABSENT
            value = stood_for
        elif value in NOTHING and event.implicit[0]:
            return _ABSENT
        if self.breaks:
            value = value.translate(self.breaks)
        value = value.strip()
        if not value:
            return _ABSENT
        bad = FORBIDDEN.search(value)
        if bad:
            message = f"teken {name(bad.group())} mag niet in een profiel"
            self._problem(message, self._place(event), loc, "Haal de code voor dit onzichtbare teken weg.")
        return value

    def _mapping(self, start: Any, loc: Loc, depth: int, result: dict[str, Any]) -> Any:  # noqa: ANN401 - a dict, or nothing
        seen: dict[str, Place] = {}
        while True:
            event = self.get()
            if event.__class__ is MappingEndEvent:
                return result if result or not seen else _ABSENT
            place = self._place(event)
            if event.__class__ is not ScalarEvent:
                hint = "Zet aanhalingstekens om de tekst als { of [ bij de tekst hoort."
                self._problem("een sleutel moet een enkel woord zijn", place, loc, hint)
                self._node(event, (*loc, ""), depth)
                self._node(self.get(), (*loc, ""), depth)
                continue
            key: str = event.value
            self._extras(event, (*loc, key))
            at = (*loc, key)
            if key == "<<":
                self._problem("samenvoegen met << kan hier niet", place, loc, "Schrijf de gegevens hier voluit.")
                event = self.get()
                if event.__class__ is not AliasEvent:
                    self._node(event, at, depth)
                continue
            if key in seen:
                hint = f"Dezelfde sleutel staat al op regel {seen[key][0]}. Haal een van de twee weg."
                self._problem("sleutel staat er twee keer", place, at, hint)
                self._node(self.get(), (*at, ""), depth)
                continue
            seen[key] = place
            self.keys[at] = place
            item = self.get()
            value = self._node(item, at, depth)
            if value is not _ABSENT:
                result[key] = value
            elif item.__class__ is ScalarEvent:
                self._empty(start, event, item, loc)

    def _empty(self, start: Any, key: Any, item: Any, loc: Loc) -> None:  # noqa: ANN401 - the C parser has no types
        """Looks at a key without a value: perhaps it was text, as in `- Let op:` and `naam: {x}`."""
        word = short(key.value)
        if not has_colon(self.text, key.end_mark, item.start_mark):
            flow = "Zet aanhalingstekens om de tekst als { bij de tekst hoort."
            place, hint = self._place(key), "Schrijf sleutel: waarde."
            if start.flow_style:
                place, hint = self._place(start), flow
            if place not in {(problem.line, problem.column) for problem in self.problems}:
                self._problem(f"na '{word}' ontbreekt een dubbele punt", place, loc, hint)
        elif not KEY.fullmatch(key.value):
            typed = example(f"{key.value}:")
            hint = f"Hoort de dubbele punt bij de tekst? Zet aanhalingstekens om de tekst{typed}"
            self._problem(f"achter '{word}:' staat niets", self._place(key), loc, hint)

    def _sequence(self, loc: Loc, depth: int) -> Any:  # noqa: ANN401 - a list, or nothing
        result: list[Any] = []
        items = 0
        while True:
            event = self.get()
            if event.__class__ is SequenceEndEvent:
                return result if result or not items else _ABSENT
            items += 1
            value = self._node(event, (*loc, len(result)), depth)
            if value is not _ABSENT:
                result.append(value)
            elif event.__class__ is ScalarEvent and not event.implicit[0]:
                hint = "Vul het in of haal het weg."
                self._problem("leeg onderdeel van een lijst telt niet mee", self._place(event), loc, hint, warning=True)

    def _problem(self, message: str, place: Place, loc: Loc, hint: str, *, warning: bool = False) -> None:
        where = ".".join(short(str(part)) for part in loc)
        self.problems.append(Problem(self.source, message, *place, where=where, hint=hint, warning=warning))
        if len(self.problems) >= _MOST:
            raise _Stop

    @staticmethod
    def _place(event: Any) -> Place:  # noqa: ANN401 - the C parser has no types
        return event.start_mark.line + 1, event.start_mark.column + 1
