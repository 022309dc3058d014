"""policygen: ready-to-edit Dutch policy documents on social and online media, from one profile."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from policygen.generate import generate_documents
    from policygen.profile import load as load_profile
    from policygen.render import CompiledTemplate, compile_template

__version__: Final = "0.1.0"
__all__ = ["CompiledTemplate", "__version__", "compile_template", "generate_documents", "load_profile"]

_HOMES: Final = {
    "CompiledTemplate": ("render", "CompiledTemplate"),
    "compile_template": ("render", "compile_template"),
    "generate_documents": ("generate", "generate_documents"),
    "load_profile": ("profile", "load"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    """Imports a public name when it is asked for: `policygen --help` should not wait for lxml and pydantic."""
    if name not in _HOMES:
        raise AttributeError(name)
    module, attribute = _HOMES[name]
    return getattr(importlib.import_module(f"policygen.{module}"), attribute)
