"""The one place that writes: whole files or nothing, and never over a file that somebody edited."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import stat
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Literal

from filelock import FileLock, Timeout

from policygen.errors import OutputError, Problem
from policygen.interrupt import asked, held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Status = Literal["nieuw", "bijgewerkt", "ongewijzigd"]

_TEMPORARY = ".policygen-"  # start of the name of a temporary file
_LOCK = ".policygen.lock"
_LEDGER = ".policygen.json"
_REMEMBERED = 20  # versions of one .txt that the ledger knows; older ones are long overwritten
_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_TRY_AGAIN = "Probeer het daarna opnieuw."


@dataclass(frozen=True, slots=True)
class Written:
    """What `put` did.

    Attributes:
        status: `ongewijzigd` means that the same bytes stood there and nothing was touched.
        backup: The copy of the file that `force` replaced.
    """

    status: Status
    backup: Path | None = None


def put(target: Path, data: bytes, *, ours: Callable[[bytes], bool], force: bool, durable: bool = True) -> Written:
    """Puts a file in its place in one step, unless that would lose somebody's work.

    Args:
        target: Where the file goes; its folder exists.
        data: The whole content.
        ours: Whether the bytes that stand there now are an unedited product of policygen.
        force: Replace a file that is not ours as well, after a numbered backup (`naam.bak-1.docx`).
        durable: Wait until it is on the disk itself, so that it survives a power cut.

    Raises:
        OutputError: The file was edited, is unknown, is in use, cannot be replaced, or the disk is full. What stood
            there still stands there, and no temporary file is left.
    """
    with _as_output_error(target):
        before = _look(target)
        if before is None:
            _replace(target, data, before, durable=durable)
            return Written("nieuw")
        existing = target.read_bytes()
        if existing == data:
            return Written("ongewijzigd")
        keep = not ours(existing)
        if keep and not force:
            raise _refusal(
                target,
                "is gewijzigd of niet door policygen gemaakt en blijft daarom staan",
                "Bewaar uw versie onder een andere naam, of gebruik --force: dan komt er eerst een reservekopie.",
            )
        _refuse_if_in_use(target)
        backup = _back_up(target, existing) if keep else None
        try:
            _replace(target, data, before, durable=durable)
        except BaseException:
            with suppress(OSError):
                if backup is not None and target.read_bytes() == existing:  # else the copy is all that is left of it
                    backup.unlink()
            raise
        return Written("bijgewerkt", backup)


@contextmanager
def lock(folder: Path, wait: float = 0) -> Iterator[Callable[[], None]]:
    """Makes the folder if need be and keeps other runs out of it; sweeps what a killed run left behind.

    An interrupt waits until the folder is free again, or until the function that this gives is called: do so between
    two files.

    Args:
        folder: The folder.
        wait: How many seconds another run gets to leave it.

    Raises:
        OutputError: Another run is busy in this folder, or the folder cannot be made or written in.
    """
    with held() as let_through:
        holder = _acquire(folder, wait)
        try:
            for leftover in folder.glob(f"{_TEMPORARY}*.tmp"):
                with suppress(OSError):
                    leftover.unlink()
            yield let_through
        finally:
            # Removed while held: whoever opened it meanwhile notices that it has no name and starts over. Windows
            # cannot remove an open file; there filelock removes it itself, after the release.
            with suppress(OSError):
                (folder / _LOCK).unlink()
            holder.release()


class Ledger:
    """What we know of a folder, in `.policygen.json`: whose it is, and which text files are ours.

    A .txt has no room for a stamp, so its digest stands there.

    Attributes:
        owner: The organisation that the files are for; empty where that is not known.

    Record and save before you `put`: a digest of a file that was never written does no harm, a file without its digest
    looks like somebody else's. A ledger that is missing or damaged knows no file, so nothing is overwritten.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _LEDGER
        self.owner, self._known = _read_ledger(self._path)
        self._saved = _ledger_bytes(self.owner, self._known)

    def ours(self, target: Path) -> Callable[[bytes], bool]:
        """The question that `put` asks, for this file."""
        known = self._known.get(target.name, [])
        return lambda data: _digest(data) in known

    def record(self, target: Path, data: bytes) -> None:
        """Remembers that policygen makes this file with these bytes."""
        digest = _digest(data)
        others = [known for known in self._known.get(target.name, []) if known != digest]
        self._known[target.name] = [*others, digest][-_REMEMBERED:]

    def save(self, *, durable: bool = True) -> None:
        """Writes what was recorded, if anything is new; `durable` as in `put`.

        Raises:
            OutputError: The file cannot be written.
        """
        data = _ledger_bytes(self.owner, self._known)
        if data == self._saved:
            return
        with _as_output_error(self._path):
            _replace(self._path, data, _look(self._path), durable=durable)
        self._saved = data


def _acquire(folder: Path, wait: float) -> FileLock:
    with _as_output_error(folder):
        if folder.exists() and not folder.is_dir():
            raise _refusal(folder, "is een bestand en geen map", "Kies een andere map met -o.")
        folder.mkdir(parents=True, exist_ok=True)
        _look(folder / _LOCK)
        holder = FileLock(folder / _LOCK, timeout=wait)
        try:
            holder.acquire(cancel_check=asked)
        except Timeout as error:
            raise _refusal(
                folder, "policygen is in deze map al bezig", f"Wacht tot dat klaar is. {_TRY_AGAIN}"
            ) from error
    return holder


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _ledger_bytes(owner: str, known: dict[str, list[str]]) -> bytes:
    content = ({"organisatie": owner} if owner else {}) | {"teksten": known}
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _read_ledger(path: Path) -> tuple[str, dict[str, list[str]]]:
    try:
        content = json.loads(path.read_bytes()) if path.is_file() else None  # a named pipe would never end
    except (OSError, ValueError, RecursionError):
        content = None
    content = content if isinstance(content, dict) else {}
    owner, entries = content.get("organisatie"), content.get("teksten")
    known = {
        name: [digest for digest in digests if isinstance(digest, str)]
        for name, digests in (entries if isinstance(entries, dict) else {}).items()
        if isinstance(digests, list)
    }
    return owner if isinstance(owner, str) else "", known


def _look(target: Path) -> os.stat_result | None:
    """What stands at this name, refused when it can never be replaced; None when nothing does."""
    try:
        found = target.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found.st_mode):
        raise _refusal(target, "is een snelkoppeling (symlink)", "Haal de snelkoppeling weg of kies een andere map.")
    if stat.S_ISDIR(found.st_mode):
        raise _refusal(target, "is een map", "Geef die map een andere naam of kies een andere map.")
    if not stat.S_ISREG(found.st_mode):
        raise _refusal(target, "is geen gewoon bestand", "Kies een andere map.")
    return found


def _refuse_if_in_use(target: Path) -> None:
    """A file that is read-only or open in a word processor; `os.replace` would not notice either on every system."""
    if not target.stat().st_mode & stat.S_IWUSR:
        raise _refusal(target, "is alleen-lezen", f"Haal dat kenmerk van het bestand af. {_TRY_AGAIN}")
    name = target.name
    # Word puts ~$ before a short name and over the first one or two letters of a longer one.
    for owner in (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#"):
        if target.with_name(owner).exists():
            raise _refusal(
                target,
                "is geopend in Word of LibreOffice",
                f"Sluit het document. {_TRY_AGAIN} Is het al dicht, verwijder dan {owner}.",
            )


def _replace(target: Path, data: bytes, before: os.stat_result | None, *, durable: bool = True) -> None:
    """Writes a temporary file and renames it over the target, which must still look as it did `before`."""
    temporary = target.with_name(f"{_TEMPORARY}{os.urandom(8).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        if before is not None:
            temporary.chmod(stat.S_IMODE(before.st_mode))
        _refuse_if_changed(target, before)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if durable:
        _sync_folder(target.parent)


def _refuse_if_changed(target: Path, before: os.stat_result | None) -> None:
    if _fingerprint(_look(target)) != _fingerprint(before):
        raise _refusal(
            target, "is zojuist door iemand anders gewijzigd en blijft daarom staan", "Bekijk dat bestand eerst."
        )


def _fingerprint(found: os.stat_result | None) -> tuple[int, ...] | None:
    return found and (found.st_ino, found.st_size, found.st_mtime_ns)


def _sync_folder(folder: Path) -> None:
    """Makes the rename itself survive a power cut; Windows has no such call."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    # A folder that one may write in and not list cannot be opened, and some network file systems refuse the call. The
    # file is in its place already.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _back_up(target: Path, existing: bytes) -> Path:
    """Copies the file to the first free `naam.bak-N.docx`, with its date."""
    names = (target.with_name(f"{target.stem}.bak-{number}{target.suffix}") for number in count(1))
    backup = next(path for path in names if not os.path.lexists(path))
    _replace(backup, existing, None)
    with suppress(OSError):
        shutil.copystat(target, backup)
    return backup


def _refusal(path: Path, message: str, hint: str) -> OutputError:
    return OutputError(Problem(str(path), message, hint=hint))


@contextmanager
def _as_output_error(path: Path) -> Iterator[None]:
    """Says in Dutch what the system refused and what to do about it."""
    try:
        yield
    except OSError as error:
        message, hint = _explain(error)
        raise _refusal(path, message, hint) from error


def _explain(error: OSError) -> tuple[str, str]:
    if error.errno in _FULL:
        return "er is geen ruimte meer op de schijf", f"Maak ruimte vrij. {_TRY_AGAIN}"
    if isinstance(error, PermissionError) and os.name == "nt":
        return (
            "is in gebruik of niet te schrijven, meestal omdat het nog open is in Word of Excel",
            f"Sluit het daar. {_TRY_AGAIN}",
        )
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return "u mag hier niet schrijven", "Kies een andere map met -o, of vraag schrijfrechten."
    if isinstance(error, (NotADirectoryError, FileExistsError)):
        return "een deel van dit pad is een bestand en geen map", "Kies een andere map met -o."
    if error.errno == errno.ENAMETOOLONG or (isinstance(error, FileNotFoundError) and os.name == "nt"):
        return "het pad is te lang", "Kies een map met een korter pad."  # Windows calls that "not found"
    code = errno.errorcode.get(error.errno or 0, "onbekend")
    return f"is niet te lezen of te schrijven (foutcode {code})", "Kies een andere map met -o."
