"""What pydantic found, in Dutch: a table from its kinds of error to a message and a hint."""

# ruff: noqa: ARG001 - every teller in the table takes the same two arguments
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policygen.profile import suggest
from policygen.profile.fields import model_at, walk
from policygen.profile.finding import Finding, Loc
from policygen.profile.types import FORMS, OPEN_WORD
from policygen.yaml_source.limits import short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    Told = tuple[str, str]

_WORDS: Final = re.compile(r"'([^']*)'")
_LINE: Final = 60
_MOST: Final = 100
_REQUIRED: Final[dict[str | int, str]] = {
    "organisatie": 'Begin met organisatie: en daaronder, ingesprongen, naam: "Woonzorgcentrum De Linde"',
    "naam": 'Vul de naam in, bijvoorbeeld naam: "Woonzorgcentrum De Linde"',
}


def findings(error: ValidationError, number: int = 0) -> Iterator[Finding]:
    """Everything that pydantic found, in its order; one finding per place, and no more than a hundred.

    Args:
        error: What it found, or the first part of that.
        number: How much it found in all, when `error` is the first part.
    """
    seen: set[Loc] = set()
    more = error.error_count() < number
    for detail in error.errors(include_url=False):
        loc: Loc = tuple(part for part in detail["loc"] if part != "[key]")
        if loc not in seen:
            seen.add(loc)
            if len(seen) > _MOST:
                more = True
                break
            message, hint = TABLE.get(detail["type"], _own)(detail, loc)
            key = detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]
            yield Finding(loc, message, hint, key=key)
    if more:
        told = min(len(seen), _MOST)
        yield Finding((), f"en nog {max(number, error.error_count()) - told} andere problemen", "Begin met de eerste.")


def _own(detail: ErrorDetails, loc: Loc) -> Told:
    context = detail.get("ctx", {})
    return str(context.get("message", "deze waarde klopt niet")), str(context.get("hint", ""))


def _missing(detail: ErrorDetails, loc: Loc) -> Told:
    return "verplicht veld ontbreekt", _REQUIRED.get(loc[-1], "Vul in wat hier hoort.")


def _unknown(detail: ErrorDetails, loc: Loc) -> Told:
    key = str(loc[-1])
    model = model_at(loc[:-1])
    siblings = list(model.model_fields) if model else []
    if suggest.meant(key, siblings):
        return "onbekend veld", suggest.hint(key, siblings)
    elsewhere = [path for path, _ in walk() if path.rpartition(".")[2] == key and "*" not in path]
    if elsewhere:
        parents = [path.rpartition(".")[0] or "het begin van de regel" for path in elsewhere[:3]]
        return "onbekend veld", f"'{short(key)}' hoort onder {' of '.join(parents)}."
    return "onbekend veld", suggest.hint(key, siblings)


def _section(detail: ErrorDetails, loc: Loc) -> Told:
    given = detail["input"]
    if given == OPEN_WORD:
        return (
            "INVULLEN kan niet voor een heel onderdeel",
            "Zet INVULLEN bij de velden zelf, of laat het onderdeel weg.",
        )
    model = model_at(loc)
    keys = f" zoals {next(iter(model.model_fields))}:" if model else ""
    what = "een lijst" if isinstance(given, list) else "tekst"
    return (
        f"hier horen velden en geen {what.removeprefix('een ')}",
        f"Zet de velden ingesprongen op de regels eronder,{keys or ' elk met een dubbele punt'}.",
    )


def _text(detail: ErrorDetails, loc: Loc) -> Told:
    if isinstance(detail["input"], list):
        return "hier hoort tekst en geen lijst", "Zet aanhalingstekens om de tekst als [ of een streepje erbij hoort."
    return "hier hoort tekst", "Zet aanhalingstekens om de tekst als er een dubbele punt of { in staat."


def _list(detail: ErrorDetails, loc: Loc) -> Told:
    given = detail["input"]
    if isinstance(given, str) and given and len(given) < _LINE and not set(given) & set("[]{},:#'\"\n"):
        return "hier hoort een lijst", f"Schrijf {loc[-1]}: [{given}]"
    return "hier hoort een lijst", "Begin elk onderdeel op een eigen regel met een streepje en een spatie."


def _choice(detail: ErrorDetails, loc: Loc) -> Told:
    allowed = _WORDS.findall(detail.get("ctx", {}).get("expected", ""))
    given = detail["input"]
    if not isinstance(given, str):
        return "hier hoort een enkel woord", f"Toegestaan: {', '.join(allowed)}."
    return f"'{short(given)}' is hier niet toegestaan", suggest.hint(given, allowed, always_list=True)


def _form(detail: ErrorDetails, loc: Loc) -> Told:
    return FORMS.get(str(detail.get("ctx", {}).get("pattern")), ("deze tekst heeft niet de goede vorm", ""))


def _long(detail: ErrorDetails, loc: Loc) -> Told:
    most = detail.get("ctx", {}).get("max_length", "")
    return f"deze tekst is te lang, hooguit {most} tekens", "Maak de tekst korter."


def _short(detail: ErrorDetails, loc: Loc) -> Told:
    return "dit veld mag niet leeg zijn", "Vul een waarde in."


TABLE: Final[dict[str, Callable[[ErrorDetails, Loc], Told]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "model_type": _section,
    "model_attributes_type": _section,
    "dict_type": _section,
    "string_type": _text,
    "tuple_type": _list,
    "literal_error": _choice,
    "string_pattern_mismatch": _form,
    "string_too_long": _long,
    "string_too_short": _short,
}
