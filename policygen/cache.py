"""Keeps on disk what was compiled, so that the next run need not do it again; without it everything works, slower.

What stands here is code, as in Python's own `__pycache__`. So it is only read from a folder that is this user's alone,
and a file whose digest is wrong, or that an other version of the program or of Python made, counts as absent.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import stat
import sys
import tempfile
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import policygen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

VARIABLE: Final = "POLICYGEN_CACHE"
"""Names another folder; empty for no cache at all."""

_ENDING: Final = ".cache"
_MOST: Final = 400  # files; the oldest go when there are more
_DIGEST: Final = hashlib.sha256().digest_size


def kept(name: str, inputs: Iterable[bytes], make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever was made
    """Gives what was made before of the same inputs, or makes it and keeps it.

    Args:
        name: What it is, for people who look in the folder.
        inputs: Everything that it depends on, beside the program itself.
        make: Makes it; its errors pass.
    """
    folder = _folder()
    if folder is None:
        return make()
    path = folder / f"{name}-{_key(inputs)}{_ENDING}"
    with suppress(Exception):  # whatever is wrong with a file of the cache, it can be made again
        data = path.read_bytes()
        if hashlib.sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
            return pickle.loads(data[_DIGEST:])  # noqa: S301 - see above
    made = make()
    with suppress(OSError):  # a full disk, or a folder that went away
        _keep(path, pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))
    return made


@cache
def _folder() -> Path | None:
    """The folder of the cache, this user's alone; None where there is none."""
    given = os.environ.get(VARIABLE)
    if given == "":
        return None
    from platformdirs import user_cache_path  # noqa: PLC0415 - only where it is needed

    folder = Path(given) if given else user_cache_path("policygen", appauthor=False)
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
        if not hasattr(os, "getuid"):  # Windows gives a folder in somebody's profile to that user
            return folder
        if found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            return folder
    return None


def _key(inputs: Iterable[bytes]) -> str:
    total = hashlib.sha256(_program())
    for one in inputs:
        total.update(len(one).to_bytes(8, "little") + one)
    return total.hexdigest()[:32]


@cache
def _program() -> bytes:
    """The program: its files as they are now, Python and Jinja."""
    total = hashlib.sha256(f"{sys.version} {version('jinja2')} {policygen.__version__}".encode())
    root = Path(policygen.__file__).parent
    for path in sorted([*root.glob("*.py"), *root.glob("ooxml/*.py")]):
        found = path.stat()
        total.update(f"{path.name} {found.st_size} {found.st_mtime_ns}".encode())
    return total.digest()


def _keep(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(data).digest() + data)
        temporary.replace(path)
    except BaseException:  # an interrupt too
        temporary.unlink(missing_ok=True)
        raise
    _sweep(path.parent)


def _sweep(folder: Path) -> None:
    files = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    for path in files[:-_MOST]:
        path.unlink(missing_ok=True)
