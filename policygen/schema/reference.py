"""The reference table for the manual: one row per key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.profile.fields import as_text, describe, walk
from policygen.schema.values import allowed

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo as PydanticField

_HEAD: Final = "| sleutel | wat | voorbeeld | als het ontbreekt | wie weet dit |\n|---|---|---|---|---|"
_ABSENCE: Final = {"invulplek": "gemarkeerde invulplek", "weglaten": "weggelaten"}
_REQUIRED: Final = "verplicht"


def reference_table() -> str:
    """Every key of the profile in a Markdown table, in the order of the schema.

    A `*` in a key stands for the key of a person or for each item of a list.
    """
    return "\n".join([_HEAD, *(_row(path, info) for path, info in walk())]) + "\n"


def _row(path: str, info: PydanticField) -> str:
    field = describe(path, info)
    words = allowed(info)
    what = field.description
    if words:
        what += f" Keuze: {', '.join(words)}."
    absent = _REQUIRED if info.is_required() else field.standaard or _ABSENCE[field.ontbreekt]
    example = f"`{as_text(info.examples[0])}`" if info.examples else ""
    cells = (f"`{path}`", what, example, absent, field.wie)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
