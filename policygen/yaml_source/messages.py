"""What the C parser says, in Dutch."""

from __future__ import annotations

from typing import Any, Final

ROOT: Final = {
    "SequenceStartEvent": "bovenaan staat een lijst en geen profiel",
    "ScalarEvent": "dit is gewone tekst en geen profiel",
    "": "dit is geen profiel",
}

_INDENT: Final = "Kijk naar de inspringing: sleutels van hetzelfde niveau beginnen in dezelfde kolom."
_QUOTES: Final = "Zet aanhalingstekens om de tekst."
_LOOK: Final = "Kijk op deze regel en de regel erboven naar inspringing, dubbele punten en aanhalingstekens."

_PROBLEMS: Final[tuple[tuple[str, str, str], ...]] = (
    ("did not find expected key", "hier hoort een sleutel", _INDENT),
    ("did not find expected '-' indicator", "hier hoort een streepje van de lijst", _INDENT),
    ("did not find expected ',' or ']'", "hier hoort een komma of ]", "Sluit de lijst met ]. " + _QUOTES),
    ("did not find expected ',' or '}'", "hier hoort een komma of }", "Sluit af met }. " + _QUOTES),
    ("mapping values are not allowed", "een dubbele punt kan hier niet", f"{_INDENT} {_QUOTES}"),
    (
        "block sequence entries are not allowed",
        "een lijst kan hier niet beginnen",
        "Zet het streepje op een nieuwe regel.",
    ),
    ("could not find expected ':'", "na de sleutel ontbreekt een dubbele punt", "Schrijf sleutel: waarde."),
    ("found character that cannot start any token", "dit teken kan hier niet", f"{_QUOTES} Gebruik geen tabs."),
    ("found unexpected end of stream", "een aanhalingsteken wordt niet gesloten", _QUOTES),
    (
        "found unknown escape character",
        "een onbekende code na \\",
        "Gebruik enkele aanhalingstekens als \\ bij de tekst hoort.",
    ),
    ("did not find expected hexdecimal number", "een onvolledige code na \\", "Gebruik enkele aanhalingstekens."),
    ("found invalid Unicode character escape", "een code voor een teken dat niet bestaat", "Haal de code na \\ weg."),
    ("found a tab character", "een tab als inspringing mag niet", "Gebruik spaties, twee per niveau."),
    ("did not find expected <document start>", "het profiel loopt hier niet door", _INDENT),
    ("did not find expected node content", "hier hoort een waarde", _QUOTES),
    ("directive", "een regel mag niet beginnen met %", _QUOTES),
    ("found undefined tag handle", "een tekst mag niet beginnen met !", _QUOTES),
    ("exceeded maximum nesting", "meer dan 50 niveaus diep", "Een profiel heeft hooguit enkele niveaus."),
)


def translate(error: Any) -> tuple[str, str, int, int]:  # noqa: ANN401 - PyYAML has no types
    """Message, hint, line and column for what the C parser raised."""
    problem = str(getattr(error, "problem", "") or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    for english, message, hint in _PROBLEMS:
        if english in problem:
            return message, hint, line, column
    return "dit is geen geldige YAML", _LOOK, line, column


def tag(name: str) -> str:
    """A tag as it was typed: the parser writes `!!str` out."""
    return name.replace("tag:yaml.org,2002:", "!!")
