"""The texts that are picked by an id or cite a source: one YAML file per subject, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> Any:  # noqa: ANN401 - the shape differs per file and tests/context/ checks it
    """Reads `<name>.yaml` of the catalogue. The answer is shared: do not change it."""
    text = files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, in C where libyaml is there


@cache
def names() -> tuple[str, ...]:
    """The subjects, in alphabetical order."""
    return tuple(
        sorted(path.name.removesuffix(".yaml") for path in files(__package__).iterdir() if path.name.endswith(".yaml"))
    )
