"""JSON Schema for editors: it accepts what `profile.load` accepts, so also numbers where text is meant.

Only white space around a value and values of nothing else, which `profile.load` takes away, are not in it.
"""

from __future__ import annotations

import json
from typing import Any, Final

import yaml

from policygen.profile import Profile
from policygen.profile.types import CODE, GEVULD, VERSIE

_TEXT: Final = ["string", "number", "boolean"]
_ALSO_NUMBERS: Final = (None, CODE, VERSIE, GEVULD)
"""Patterns of text that people may also write as a number, and no pattern at all."""
_ABSENCE: Final = {
    "invulplek": "Ontbreekt het: een gemarkeerde invulplek.",
    "weglaten": "Ontbreekt het: de documenten zeggen er niets over.",
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema, draft 2020-12, in Dutch."""
    schema = Profile.model_json_schema()
    for model in schema["$defs"].values():
        model.pop("description", None)  # the English docstring
        model.pop("title", None)
    schema.pop("description", None)
    found: dict[str, Any] = _for_people(schema)
    found["title"] = "Profiel voor policygen"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | found


def json_schema_text() -> str:
    """The JSON Schema as it stands in `profiles/profile.schema.json`."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


def _for_people(node: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(node, list):
        return [_for_people(item) for item in node]
    if not isinstance(node, dict):
        return node
    result = {
        key: _for_people(value) for key, value in node.items() if key not in {"default", "x-standaard", "x-antwoord"}
    }
    if result.get("type") == "string" and result.get("pattern") in _ALSO_NUMBERS:
        result["type"] = _TEXT
    if result.get("type") == "array" and "items" in result:
        result["items"] = {"anyOf": [result["items"], {"type": "null"}]}
    if "x-ontbreekt" in result:
        absent = result.pop("x-ontbreekt")
        standard = node["x-standaard"]
        said = f"Ontbreekt het: {standard}." if standard else _ABSENCE[absent]
        result["description"] = f"{result['description']} {said} Wie dit weet: {result.pop('x-wie')}."
        result["title"] = result["title"].replace("{ouder}", "dit onderdeel")
        if "examples" in result:
            result["examples"] = [_example(example) for example in result["examples"]]
    return result


def _example(example: Any) -> Any:  # noqa: ANN401 - JSON
    """An example of a list of sections is written as people type it; an editor wants the data."""
    if isinstance(example, list):
        return [yaml.safe_load(item) if item.startswith("{") else item for item in example]
    return example
