"""From a file to text: encoding, size, and characters that no document can hold."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING, Final

from policygen.errors import Problem, ProfileError
from policygen.yaml_source.limits import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, lone surrogates and two code points that XML does not know."""

_BEFORE_SPACE: Final = bytes(set(range(0x20)) - {9, 10, 13}) + b"\x7f"
_ODD: Final = (b"\xc2", b"\xef")  # how what is forbidden beyond ASCII begins in UTF-8, among other things
_SAVE_AS: Final = "Bewaar het bestand als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)."
_MAX_NAMED: Final = 20

_NO_PROFILE: Final = (
    (b"PK\x03\x04", "dit is een Word-, Excel- of zipbestand en geen profiel"),
    (b"%PDF", "dit is een pdf en geen profiel"),
    (b"\xd0\xcf\x11\xe0", "dit is een oud Word- of Excelbestand en geen profiel"),
    (b"<", "dit is een webpagina of XML en geen profiel"),
    (b"{\\rtf", "dit is een RTF-bestand en geen profiel"),
    (b"\x89PNG", "dit is een afbeelding en geen profiel"),
    (b"\xff\xd8\xff", "dit is een afbeelding en geen profiel"),
)
_OTHER_ENCODING: Final = (
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def read(path: Path) -> str:
    """Reads a file as UTF-8, with or without a byte order mark.

    Raises:
        ProfileError: The file is not there, too large, not UTF-8, no text at all, or holds forbidden characters.
    """
    source = str(path)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # reading a pipe or a device may never end
            message = "dit is een map en geen bestand" if stat.S_ISDIR(found.st_mode) else "dit is geen gewoon bestand"
            raise _refused(source, message, "Geef het profiel zelf op, een .yaml-bestand.")
        with path.open("rb", buffering=0) as stream:
            data = stream.read(min(found.st_size, MAX_BYTES) + 1)  # making room for the most takes as long as reading
            while len(data) <= MAX_BYTES and (more := stream.read(MAX_BYTES + 1 - len(data))):
                data += more  # it grew, or the system gave less than it has
    except (OSError, ValueError) as error:
        raise unreadable(error, source) from error
    return decode(data, source)


def unreadable(error: OSError | ValueError, source: str) -> ProfileError:
    """Says why a file cannot be read."""
    if isinstance(error, FileNotFoundError):
        return _refused(source, "bestand niet gevonden", "Controleer de naam en de map.")
    if isinstance(error, OSError):
        return _refused(source, "bestand kan niet worden gelezen", "Controleer of u het bestand mag openen.")
    return _refused(source, "dit is geen bruikbare bestandsnaam", "Controleer de naam en de map.")


def decode(data: bytes, source: str) -> str:
    """Turns the bytes of a file into text; `source` is its name in messages.

    Raises:
        ProfileError: As `read`, for everything but a missing file.
    """
    if len(data) > MAX_BYTES:
        raise _refused(source, "bestand is groter dan 5 MB", "Een profiel is een kort tekstbestand.")
    recognise(data, source)
    return characters(data, source)


def recognise(data: bytes, source: str) -> None:
    """Refuses a file that by its first bytes is no text, or not in UTF-8.

    Raises:
        ProfileError: It is of another kind.
    """
    for start, message in _NO_PROFILE:
        if data.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n").startswith(start):
            raise _refused(source, message, "Maak een profiel met: policygen new", line=1, column=1)
    for start, name in _OTHER_ENCODING:
        if data.startswith(start):
            raise _refused(source, f"bestand staat in {name} en niet in UTF-8", _SAVE_AS, line=1, column=1)
    if data[1:8:2] == b"\0\0\0\0"[: len(data[1:8:2])] != b"" or data[0:8:2] == b"\0\0\0\0":
        raise _refused(source, "bestand staat in UTF-16 en niet in UTF-8", _SAVE_AS, line=1, column=1)


def characters(data: bytes, source: str) -> str:
    """Turns bytes into text, with or without a byte order mark.

    Raises:
        ProfileError: They are not UTF-8, or hold forbidden characters.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        cut_off = error.reason == "unexpected end of data"
        raise ProfileError(_not_utf8(data, error.start, source, cut_off=cut_off)) from None
    odd = any(start in data for start in _ODD)
    if len(data.translate(None, _BEFORE_SPACE)) != len(data) or (odd and FORBIDDEN.search(text)):
        raise ProfileError(*_forbidden(text, source))
    return text


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 1; CRLF, LF and a lone CR each end a line."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def name(character: str) -> str:
    """The name that people can look up: `U+0007`."""
    return f"U+{ord(character):04X}"


def _refused(source: str, message: str, hint: str, line: int | None = None, column: int | None = None) -> ProfileError:
    return ProfileError(Problem(source, message, line, column, hint=hint))


def _not_utf8(data: bytes, offset: int, source: str, *, cut_off: bool) -> Problem:
    line, column = place(data[:offset].decode("utf-8-sig"), offset)
    surrogate = data[offset : offset + 3]
    if len(surrogate) == 3 and surrogate[0] == 0xED and surrogate[1] >= 0xA0:  # noqa: PLR2004 - UTF-8 of U+D800-DFFF
        code = name(surrogate.decode("utf-8", "surrogatepass"))
        return Problem(source, f"teken {code} is een half teken", line, column, hint="Haal het teken weg.")
    guess = data[offset : offset + 1].decode("cp1252", "replace")
    # "caf\xe9" and no more is a word in Windows-1252; anything else that lacks its last bytes was UTF-8 once.
    if cut_off and (offset < len(data) - 1 or not data[:offset].isascii() or not guess.islower()):
        hint = "Het is niet volledig gekopieerd of bewaard. Neem het opnieuw over."
        return Problem(source, "bestand is afgekapt, midden in een teken", line, column, hint=hint)
    hint = f"Het bestand lijkt bewaard als Windows-1252 (ANSI), met hier '{guess}'. {_SAVE_AS}"
    return Problem(source, "bestand is geen UTF-8", line, column, hint=hint)


def _forbidden(text: str, source: str) -> list[Problem]:
    found = []
    for match in FORBIDDEN.finditer(text):
        line, column = place(text, match.start())
        message = f"teken {name(match.group())} mag niet in een profiel"
        found.append(Problem(source, message, line, column, hint="Haal dit onzichtbare teken weg."))
        if len(found) == _MAX_NAMED:
            break
    return found
