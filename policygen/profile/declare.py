"""What the schema says about a field besides its type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from pydantic.config import JsonDict

Ontbreekt = Literal["invulplek", "standaard", "weglaten"]

# Functions that every organisation has, or what somebody does: not everyone has an officer for quality.
OPSTELLER: Final = "wie het document opstelt"
BESTUUR: Final = "het bestuur"
KWALITEIT: Final = "de eigenaar van het document"
COMMUNICATIE: Final = "wie over communicatie gaat"
PERSONEEL: Final = "wie over personeel gaat"
TECHNIEK: Final = "de ICT-beheerder"
RAAD: Final = "de eigenaar van het document"
PROJECT: Final = "wie onlinehulp leidt"


class Deel(BaseModel):
    """A section of the profile: nothing in it changes, and nothing else goes into it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True)


def veld(  # noqa: PLR0913 - one line per field, every argument by name
    description: str,
    *,
    label: str,
    voorbeeld: str | int | bool | list[str],
    antwoord: str = "",
    wie: str = OPSTELLER,
    standaard: str = "",
    invulplek: bool = False,
) -> Any:  # noqa: ANN401 - a field of any type
    """A field that may be absent.

    Args:
        description: What it is, in Dutch, one or two sentences.
        label: How it reads in `[Nog in te vullen: <label>]`; `{ouder}` is the key of the section it stands in.
        voorbeeld: A good answer, as it would be typed.
        antwoord: The same for who reads a document, where the typed one is a code word.
        wie: Who knows.
        standaard: What the documents use when it is absent; empty when there is no such thing.
        invulplek: Whether the documents ask for it when it is absent.
    """
    ontbreekt: Ontbreekt = "invulplek" if invulplek else "standaard" if standaard else "weglaten"
    extra: JsonDict = {"x-wie": wie, "x-ontbreekt": ontbreekt, "x-standaard": standaard, "x-antwoord": antwoord}
    return Field(default=None, title=label, description=description, examples=[voorbeeld], json_schema_extra=extra)


def verplicht(description: str, *, label: str, voorbeeld: str, wie: str = OPSTELLER) -> Any:  # noqa: ANN401 - a field
    """A field that must be there."""
    extra: JsonDict = {"x-wie": wie, "x-ontbreekt": "invulplek", "x-standaard": ""}
    return Field(title=label, description=description, examples=[voorbeeld], json_schema_extra=extra)


def deel(description: str, *, label: str, wie: str = OPSTELLER, standaard: str = "", nodig: bool = False) -> Any:  # noqa: ANN401
    """A section; it may be absent unless it is `nodig`."""
    ontbreekt: Ontbreekt = "invulplek" if nodig else "standaard" if standaard else "weglaten"
    extra: JsonDict = {"x-wie": wie, "x-ontbreekt": ontbreekt, "x-standaard": standaard}
    if nodig:
        return Field(title=label, description=description, json_schema_extra=extra)
    return Field(default=None, title=label, description=description, json_schema_extra=extra)
