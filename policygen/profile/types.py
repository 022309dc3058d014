"""The kinds of value in a profile; each also takes INVULLEN, without a trace of that in the place of an error."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, get_args

from pydantic import StringConstraints
from pydantic_core import PydanticCustomError, PydanticKnownError, core_schema

from policygen.openplace import OPEN, Open

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

OPEN_WORD: Final = "INVULLEN"


class Woord:
    """Marks a type as `T | type(value)`, where one word in the profile stands for `value`.

    The word is looked at before T, so an error in T has no union in its place, and a JSON Schema shows both.
    """

    __slots__ = ("value", "word")

    def __init__(self, word: str, value: object) -> None:
        self.word = word
        self.value = value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:  # noqa: ANN401 - the signature that pydantic calls
        own = (type(self.value), Literal[self.word])
        rest = [part for part in get_args(source) if part not in own]
        inner = handler.generate_schema(rest[0])
        word, value = self.word, self.value

        def read(given: object, inside: core_schema.ValidatorFunctionWrapHandler) -> object:
            return value if given == word else inside(given)

        return core_schema.no_info_wrap_validator_function(read, inner)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        inner = handler(schema)  # the schema of T: a wrap validator has none of its own
        if "enum" in inner and set(inner) <= {"enum", "type"}:
            return {"enum": [*inner["enum"], self.word]}
        several = inner["anyOf"] if set(inner) == {"anyOf"} else [inner]
        return {"anyOf": [*several, {"const": self.word}]}


class Omzetten:
    """Marks a type that a function makes out of text; the function also knows INVULLEN."""

    __slots__ = ("json", "read")

    def __init__(self, read: Callable[[Any], Any], json: dict[str, Any]) -> None:
        self.read = read
        self.json = json

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:  # noqa: ANN401
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [*self.json["anyOf"], {"const": OPEN_WORD}]}


def _wrong(kind: str, message: str, hint: str = "") -> PydanticCustomError:
    """An error of our own, already in Dutch; `messages` takes the hint from the context."""
    return PydanticCustomError(kind, "{message}", {"message": message, "hint": hint})


_WHOLE: Final = re.compile(r"\d{1,9}|\d{1,3}(?:\.\d{3}){1,2}", re.ASCII)
_HOURS: Final = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?", re.ASCII)
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DUTCH: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)


def _whole(lowest: int, highest: int) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:  # noqa: ANN401 - text in, number or open place out
        if value == OPEN_WORD:
            return OPEN
        if not isinstance(value, str) or not _WHOLE.fullmatch(value):
            raise _wrong("geheel_getal", "hier hoort een geheel getal", "Schrijf alleen cijfers, bijvoorbeeld 12.")
        number = int(value.replace(".", ""))
        if not lowest <= number <= highest:
            raise _wrong("getal_bereik", f"hier hoort een getal van {lowest} tot en met {highest}")
        return number

    return read


def _hours(value: Any) -> Any:  # noqa: ANN401 - text in, number or open place out
    if value == OPEN_WORD:
        return OPEN
    if not isinstance(value, str) or not _HOURS.fullmatch(value):
        raise _wrong("uren", "hier hoort een aantal uren", "Schrijf alleen cijfers, bijvoorbeeld 4 of 2,5.")
    number = float(value.replace(",", "."))
    return int(number) if number.is_integer() else number


def _date(value: Any) -> Any:  # noqa: ANN401 - text in, date or open place out
    if isinstance(value, str) and _ISO.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise _wrong("datum_bestaat_niet", f"datum {value} bestaat niet") from None
    if value == OPEN_WORD:
        return OPEN
    dutch = _DUTCH.fullmatch(value) if isinstance(value, str) else None
    if dutch:
        day, month, year = dutch.groups()
        hint = f"Bedoelt u {year}-{int(month):02}-{int(day):02}?"
    else:
        hint = "Schrijf jaar-maand-dag, bijvoorbeeld 2026-11-23."
    raise _wrong("datum", "hier hoort een datum", hint)


_YES: Final = ("ja", "Ja", "true", "True", "TRUE", "yes")
_NO: Final = ("nee", "Nee", "false", "False", "FALSE", "no")
_YES_NO: Final[dict[str, bool | Open]] = {
    **dict.fromkeys(_YES, True),
    **dict.fromkeys(_NO, False),
    OPEN_WORD: OPEN,
}
_THREE: Final[dict[str, str | Open]] = {
    **dict.fromkeys(_YES, "ja"),
    **dict.fromkeys(_NO, "nee"),
    **dict.fromkeys(("deels", "Deels"), "deels"),
    OPEN_WORD: OPEN,
}


def _yes_no(value: Any) -> Any:  # noqa: ANN401 - text in, bool or open place out
    try:
        return _YES_NO[value]
    except (KeyError, TypeError):
        raise _wrong("ja_nee", "hier hoort ja of nee", "Toegestaan: ja, nee.") from None


def _three(value: Any) -> Any:  # noqa: ANN401 - text in, text or open place out
    try:
        return _THREE[value]
    except (KeyError, TypeError):
        raise _wrong("ja_deels_nee", "hier hoort ja, deels of nee", "Toegestaan: ja, deels, nee.") from None


def _text(value: Any) -> Any:  # noqa: ANN401 - text in, text or open place out
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    return OPEN if value == OPEN_WORD else value


def _text_or_list(value: Any) -> Any:  # noqa: ANN401 - text or list in; text, tuple or open place out
    if isinstance(value, str):
        return OPEN if value == OPEN_WORD else value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(OPEN if item == OPEN_WORD else item for item in value)
    raise _wrong("tekst_of_lijst", "hier hoort tekst of een lijst met teksten")


def whole(lowest: int, highest: int) -> Omzetten:
    """A whole number between two bounds, also with Dutch points between the thousands."""
    kinds: list[dict[str, Any]] = [
        {"type": "integer", "minimum": lowest, "maximum": highest},
        {"type": "string", "pattern": rf"^(?:{_WHOLE.pattern})$"},
    ]
    if highest >= 1000:  # noqa: PLR2004 - an editor takes 12.000 for a fraction
        kinds.append({"type": "number", "minimum": lowest, "maximum": highest})
    return Omzetten(_whole(lowest, highest), {"anyOf": kinds})


INVULLEN: Final = Woord(OPEN_WORD, OPEN)
_TEXT_JSON: Final = [{"type": "string"}, {"type": "number"}, {"type": "boolean"}]
_DATE_JSON: Final = {"anyOf": [{"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}]}
_HOURS_JSON: Final = {
    "anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": rf"^{_HOURS.pattern}$"}]
}
_TEXT_OR_LIST_JSON: Final = {"anyOf": [*_TEXT_JSON, {"type": "array", "items": {"anyOf": _TEXT_JSON}}]}
_YES_NO_JSON: Final = {"anyOf": [{"enum": [*(word for word in _YES_NO if word != OPEN_WORD)]}, {"type": "boolean"}]}
_THREE_JSON: Final = {"anyOf": [{"enum": [*(word for word in _THREE if word != OPEN_WORD)]}, {"type": "boolean"}]}

# Most fields are plain text, and a function that takes it costs half of one that is wrapped around a type.
Tekst = Annotated[str | Open, Omzetten(_text, {"anyOf": [{"type": "string"}]})]
Lijst = Annotated[tuple[Tekst, ...] | Open, INVULLEN]

KLEUR: Final = r"^#[0-9A-Fa-f]{6}$"
CODE: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
VERSIE: Final = r"^\d{1,3}(?:\.\d{1,3}){0,2}$"
EMAIL: Final = r"^(?:[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+)?$"
GEVULD: Final = r"\S"

FORMS: Final = {
    KLEUR: ("hier hoort een kleur", 'Schrijf # en zes tekens, tussen aanhalingstekens, bijvoorbeeld "#1F5C4D".'),
    CODE: ("een code bestaat uit kleine letters, cijfers en streepjes", "Bijvoorbeeld de-linde."),
    VERSIE: ("hier hoort een versienummer", "Schrijf cijfers met punten, bijvoorbeeld 0.9."),
    EMAIL: ("hier hoort een e-mailadres", "Schrijf een adres als naam@voorbeeld.nl."),
    GEVULD: ("dit veld mag niet leeg zijn", "Vul een waarde in, of INVULLEN als die nog niet bekend is."),
}
"""What to say of a text that does not have the form its pattern asks for."""

Kleur = Annotated[Annotated[str, StringConstraints(pattern=KLEUR)] | Open, INVULLEN]
Code = Annotated[Annotated[str, StringConstraints(pattern=CODE, max_length=40)] | Open, INVULLEN]
Versie = Annotated[Annotated[str, StringConstraints(pattern=VERSIE)] | Open, INVULLEN]
Email = Annotated[Annotated[str, StringConstraints(pattern=EMAIL)] | Open, INVULLEN]
GevuldeTekst = Annotated[Annotated[str, StringConstraints(pattern=GEVULD)] | Open, INVULLEN]
TekstOfLijst = Annotated[str | tuple[str | Open, ...] | Open, Omzetten(_text_or_list, _TEXT_OR_LIST_JSON)]
Getal = Annotated[int | Open, whole(0, 999_999_999)]
Maand = Annotated[int | Open, whole(1, 12)]
Uren = Annotated[float | Open, Omzetten(_hours, _HOURS_JSON)]
Datum = Annotated[dt.date | Open, Omzetten(_date, _DATE_JSON)]
JaNee = Annotated[bool | Open, Omzetten(_yes_no, _YES_NO_JSON)]
JaDeelsNee = Annotated[Literal["ja", "deels", "nee"] | Open, Omzetten(_three, _THREE_JSON)]
