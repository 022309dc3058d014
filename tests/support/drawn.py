"""Profiles drawn at random: sections of real ones put together, with answers taken out or still to be given."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import assume
from hypothesis import strategies as st

from policygen import profile
from policygen.errors import ProfileError

_ROOT = Path(__file__).parents[2]
_PATHS = (
    *sorted((_ROOT / "profiles").glob("*-*.yaml")),
    *(_ROOT / "tests" / "data" / f"{name}.yaml" for name in ("volledig", "minimaal")),
    *sorted((_ROOT / "tests" / "data" / "profielen").glob("*.yaml")),
)
_KEPT = ("organisatie", "taal", "huisstijl", "document", "personen")
_FIXED = {"naam", "land"}  # the sections of the others are typed for one country
_CHANGES = 12


@cache
def _sources() -> dict[str, list[dict[str, Any]]]:
    """The profiles that there are, as typed, by country."""
    found: dict[str, list[dict[str, Any]]] = {"NL": [], "BE": []}
    for path in _PATHS:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        found[data["organisatie"].get("land", "NL")].append(data)
    return found


def _leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [leaf for key, part in value.items() for leaf in _leaves(part, (*path, key))]
    if isinstance(value, list):
        return [path, *(leaf for place, part in enumerate(value) for leaf in _leaves(part, (*path, place)))]
    return [path]


def _set(data: Any, path: tuple[Any, ...], *, open_place: bool) -> None:
    for key in path[:-1]:
        data = data[key]
    if open_place:
        data[path[-1]] = "INVULLEN"
    elif isinstance(data, dict):
        del data[path[-1]]


@st.composite
def profiles(draw: st.DrawFn, folder: Path) -> Path:
    """A valid draft: the sections of profiles of one country mixed, some answers left out, some INVULLEN."""
    sources = _sources()[draw(st.sampled_from(["NL", "BE"]))]
    chosen = [draw(st.sampled_from(sources)) for _ in range(3)]
    data = yaml.safe_load(yaml.safe_dump({key: part for key, part in chosen[0].items() if key in _KEPT}))
    for section in sorted({key for one in sources for key in one} - {*_KEPT, "documenten"}):
        giver = draw(st.sampled_from([*chosen, *chosen, None]))
        if giver and section in giver:
            data[section] = yaml.safe_load(yaml.safe_dump(giver[section]))
    data["personen"] = {key: one for giver in reversed(chosen) for key, one in giver.get("personen", {}).items()}
    data.get("zelfscan", {}).pop("vorige", None)  # a file that is not there
    data["document"] = {**data.get("document", {}), "status": "concept"}
    data.get("huisstijl", {}).pop("logo", None)
    for _ in range(draw(st.integers(0, _CHANGES))):
        leaves = [path for path in _leaves(data) if path[0] not in {"personen", "document"} and path[-1] not in _FIXED]
        if leaves:
            _set(data, draw(st.sampled_from(leaves)), open_place=draw(st.booleans()))
    path = folder / "getrokken.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    try:
        profile.load(path)
    except ProfileError:
        assume(False)
    return path
