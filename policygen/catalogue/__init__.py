"""The texts that are picked by an id or cite a source: one YAML file per subject, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from policygen.cache import kept


@cache
def load(name: str) -> Any:  # noqa: ANN401 - the shape differs per file and tests/context/ checks it
    """Reads `<name>.yaml` of the catalogue. The answer is shared: do not change it."""
    text = files(__package__).joinpath(f"{name}.yaml").read_bytes()
    return kept(f"catalogus-{name}", [text], lambda: _parsed(text))


@cache
def names() -> tuple[str, ...]:
    """The subjects, in alphabetical order."""
    return tuple(
        sorted(path.name.removesuffix(".yaml") for path in files(__package__).iterdir() if path.name.endswith(".yaml"))
    )


def _parsed(text: bytes) -> Any:  # noqa: ANN401 - as above
    import yaml  # noqa: PLC0415 - not needed for what is kept

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader
