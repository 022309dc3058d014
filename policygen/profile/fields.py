"""What is known about a field, by its dotted path."""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel

from policygen.profile.model import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo as PydanticField

    from policygen.profile.declare import Ontbreekt

_SPELLED: Final = {
    "client": "cliënt",
    "clienten": "cliënten",
    "clientplan": "het plan van de cliënt",
    "expert": "inhoudelijk expert",
    "ict": "ICT",
    "thema": "het onderwerp",
}


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """What the schema says about one field.

    Attributes:
        path: The dotted path as it was asked for.
        label: A noun phrase that reads well in `[Nog in te vullen: <label>]`.
        wie: Who fills it in.
        voorbeeld: A good answer, as text for who reads a document.
        ontbreekt: What the documents do when it is absent.
        description: What it is.
        standaard: What they use when it is absent; empty unless `ontbreekt` is `standaard`.
    """

    path: str
    label: str
    wie: str
    voorbeeld: str
    ontbreekt: Ontbreekt
    description: str
    standaard: str = ""


@lru_cache(maxsize=1024)
def field(path: str) -> FieldInfo:
    """Looks up a dotted path such as `organisatie.naam`, `kanalen.2.reactietijd` or `personen.x.email`.

    Raises:
        KeyError: The profile has no such field.
    """
    parts = path.split(".")
    found: PydanticField | None = None
    kind: Any = Profile
    parent = ""
    for index, part in enumerate(parts):
        model = model_in(kind)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            if part not in kind.model_fields:
                raise KeyError(path)
            parent = parts[index - 1] if index else ""
            found = kind.model_fields[part]
            kind = _value_kind(found.annotation)
        elif kind in {dict, tuple}:  # an item of text
            kind = str
        elif model is not None:  # the key of a person, the index of a channel
            kind = model
        else:
            raise KeyError(path)
    if found is None:
        raise KeyError(path)
    return _describe(path, found, parent)


def walk(model: type[BaseModel] = Profile, prefix: str = "") -> Iterator[tuple[str, PydanticField]]:
    """Every field with its path, in the order of the schema; `*` stands for a person's key or a list index."""
    for name, info in model.model_fields.items():
        path = f"{prefix}{name}"
        yield path, info
        kind = _value_kind(info.annotation)
        inner = model_in(kind)
        if inner is not None:
            yield from walk(inner, f"{path}." if kind is inner else f"{path}.*.")


def describe(path: str, info: PydanticField) -> FieldInfo:
    """What the schema says about a field found by `walk`."""
    parts = path.split(".")
    parent = parts[-2] if len(parts) > 1 else ""
    return _describe(path, info, parent)


def model_in(kind: Any) -> type[BaseModel] | None:  # noqa: ANN401 - an annotation
    """The model that an annotation holds, directly or in a tuple or dict."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    for part in get_args(kind):
        found = model_in(part)
        if found is not None:
            return found
    return None


def _value_kind(annotation: Any) -> Any:  # noqa: ANN401 - an annotation
    """The annotation without None, Open and markers: a model, `tuple[...]`, `dict[...]`, or a kind of leaf."""
    if get_origin(annotation) is Annotated:
        return _value_kind(get_args(annotation)[0])
    if get_origin(annotation) in {Union, types.UnionType}:
        kinds = [_value_kind(part) for part in get_args(annotation)]
        for kind in kinds:
            if model_in(kind) is not None or kind in {dict, tuple}:
                return kind
        return kinds[0]
    return (
        get_origin(annotation) if get_origin(annotation) in {dict, tuple} and not model_in(annotation) else annotation
    )


def _describe(path: str, info: PydanticField, parent: str) -> FieldInfo:
    extra: Any = info.json_schema_extra
    example = info.examples[0] if info.examples else ""
    return FieldInfo(
        path,
        (info.title or "").replace("{ouder}", _SPELLED.get(parent, parent.replace("_", " "))),
        extra["x-wie"],
        extra.get("x-antwoord") or as_text(example),
        extra["x-ontbreekt"],
        info.description or "",
        extra["x-standaard"],
    )


def as_text(example: Any) -> str:  # noqa: ANN401 - text, number, ja/nee or list
    """An example as a person would say it."""
    if isinstance(example, bool):
        return "ja" if example else "nee"
    if isinstance(example, list):
        return ", ".join(str(item) for item in example)
    return str(example)


def model_at(loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model whose fields stand at a place in the data; None where a value stands, or many of a kind."""
    kind: Any = Profile
    for part in loc:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            info = kind.model_fields.get(str(part))
            if info is None:
                return None
            kind = _value_kind(info.annotation)
        else:
            kind = model_in(kind)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None
