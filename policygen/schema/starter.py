"""The commented starter profile of `policygen new`."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final

from policygen.profile import Profile
from policygen.profile.fields import model_in
from policygen.schema.examples import Word, example, shown
from policygen.schema.values import allowed
from policygen.yaml_source.text import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo as PydanticField

_HEAD: Final = """\
# Profiel voor policygen: alles over uw organisatie dat in de documenten komt.
#
# Zo werkt het:
# - Een regel met # ervoor telt niet mee. Haal '# ' weg, pas het voorbeeld aan, en de regel telt mee.
# - Laat de spaties vooraan staan: die geven aan wat bij elkaar hoort.
# - Tekst staat tussen aanhalingstekens. Een lijst staat tussen blokhaken: ["een", "twee"].
# - Weet u iets nog niet, maar moet het er wel komen? Schrijf INVULLEN. Het document krijgt dan een gemarkeerde plek.
# - Alleen de naam van de organisatie is verplicht.
#
# Controleren:  policygen check {file}
# Maken:        policygen generate {file} -o uit
"""

_GROUPS: Final = (
    ("Eerst dit", ("organisatie", "document", "personen", "rollen", "ict_contacten")),
    ("Wat u wilt bereiken", ("visie", "motieven", "beleid", "inspraak", "pdca")),
    ("Uit de praktijk", ("incidenten", "scholing", "mediabegeleiding", "kanalen", "gesprek", "vacatures")),
    ("Hoe de documenten klinken en eruitzien", ("taal", "huisstijl", "documenten", "zelfscan")),
    ("Alleen als u deze documenten wilt", ("stakeholders", "onlinehulp")),
)
_BY_KEY: Final = frozenset({"personen", "zelfscan.antwoorden"})
_OTHER_KEYS: Final = (
    "  # Bij elke rol kan ook: eigen_naam, extern, eindverantwoordelijk, uren_per_week,\n"
    "  # vervanger, bijscholing, taken, reden."
)
_WIDTH: Final = 110
_MOST_WORDS: Final = 12
_COLUMN: Final = 44


def starter(
    *, naam: str = "", land: str | None = None, sector: str | None = None, bestand: str = "profiel.yaml"
) -> str:
    """A profile to fill in: the name, country and sector are set, all else is a comment with an example.

    Args:
        naam: Name of the organisation; an open place when empty.
        land: `NL` or `BE`.
        sector: One of the sectors of the profile.
        bestand: File name in the explanation at the top.
    """
    given = {"organisatie.naam": _quoted(naam.strip()) if naam.strip() else "INVULLEN"}
    if land:
        given["organisatie.land"] = land
    if sector:
        given["organisatie.sector"] = sector
    writer = _Writer(given, land or "NL", sector or "")
    lines = [_HEAD.format(file=FORBIDDEN.sub("?", " ".join(bestand.split())))]
    for title, names in _GROUPS:
        lines.append(f"# {'-' * 20} {title} {'-' * max(4, 60 - len(title))}\n")
        for name in names:
            lines.extend(writer.field(name, Profile.model_fields[name], 0))
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


class _Writer:
    """Writes fields; `given` are the values that count, by path."""

    def __init__(self, given: dict[str, str], land: str, sector: str) -> None:
        self.given = given
        self.land = land
        self.sector = sector

    def field(self, path: str, info: PydanticField, depth: int) -> Iterator[str]:
        """The lines of one field: a section with its fields, or a value as a comment."""
        model = model_in(info.annotation)
        name = path.rpartition(".")[2]
        indent = "  " * depth
        value = example(path, info, self.land, self.sector)
        if path in self.given:
            yield from self._line(f"{indent}{name}: {self.given[path]}", info)
        elif model is not None and value is None:
            yield from self._line(f"{indent}{name}:", info)
            for inner, field in model.model_fields.items():
                if shown(f"{path}.{inner}"):
                    yield from self.field(f"{path}.{inner}", field, depth + 1)
        elif path in _BY_KEY:
            yield from self._line(f"{indent}{name}:", info)
            yield from (f"{indent}  # {key}: {_value(item)}" for key, item in value.items())
        elif isinstance(value, list) and isinstance(value[0], dict):
            yield from self._line(f"{indent}{name}:", info)
            yield from (f"{indent}  # - {_value(item)}" for item in value)
        else:
            yield from self._line(f"{indent}# {name}: {_value(value)}", info)
        if path == "rollen":
            yield _OTHER_KEYS

    @staticmethod
    def _line(line: str, info: PydanticField) -> Iterator[str]:
        """A line with its explanation beside it, or above it where it does not fit."""
        words = allowed(info) if model_in(info.annotation) is None and len(allowed(info)) <= _MOST_WORDS else ()
        choice = f" ({' | '.join(words)})" if words else ""
        text = f"{(info.description or '').rstrip('.')}{choice}"
        gap = " " * max(2, _COLUMN - len(line))
        if len(line) + len(gap) + len(text) <= _WIDTH:
            yield f"{line}{gap}# {text}"
            return
        indent = " " * (len(line) - len(line.lstrip()))
        for part in textwrap.wrap(text, _WIDTH - len(indent)):
            yield f"{indent}# {part}"
        yield line


def _value(shown: Any) -> str:  # noqa: ANN401 - an example
    if isinstance(shown, dict):
        return "{" + ", ".join(f"{key}: {_value(value)}" for key, value in shown.items()) + "}"
    if isinstance(shown, list):
        return "[" + ", ".join(_value(item) for item in shown) + "]"
    if isinstance(shown, bool):
        return "ja" if shown else "nee"
    if isinstance(shown, str) and not isinstance(shown, Word):
        return _quoted(shown)
    return str(shown)


def _quoted(text: str) -> str:
    """Text between double quotation marks, so that it comes back as it was given."""
    out = []
    for character in text:
        if character in '"\\':
            out.append("\\" + character)
        elif character < " " or "\x7f" <= character <= "\x9f" or character in "\u2028\u2029\ufeff":
            out.append(f"\\u{ord(character):04x}")
        else:
            out.append(character)
    return '"' + "".join(out) + '"'
