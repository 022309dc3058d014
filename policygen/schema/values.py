"""Which words a field takes, read from its type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo as PydanticField


def allowed(info: PydanticField) -> tuple[str, ...]:
    """The words of every Literal in the type, without repeats."""
    return tuple(dict.fromkeys(_words(info.annotation)))


def _words(annotation: Any) -> list[str]:  # noqa: ANN401 - an annotation
    if get_origin(annotation) is Literal:
        return [str(word) for word in get_args(annotation)]
    return [word for part in get_args(annotation) for word in _words(part)]
