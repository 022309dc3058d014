"""Profile fields as text: a value, an open place with its label, or nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from threading import local
from typing import TYPE_CHECKING, Any, TypeVar

from policygen import dutch
from policygen.openplace import Open, Text
from policygen.profile import field

if TYPE_CHECKING:
    from collections.abc import Callable

    from policygen.profile import Profile

_T = TypeVar("_T")

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_ANY_DAY = "dag, maand en jaar"
_OF_CHANNEL = re.compile(r"kanalen\.\d+\.")
_KEY = re.compile(r"[a-z]+(?:_[a-z]+)+")


class _Known(local):
    """What was looked up in the profile that this thread is busy with: a document asks most things many times."""

    def __init__(self) -> None:
        self.profile: Profile | None = None
        self.values: dict[str, Any] = {}


_known = _Known()


def _remembered(profile: Profile) -> dict[str, Any]:
    if _known.profile is not profile:
        _known.profile, _known.values = profile, {}
    return _known.values


def raw(profile: Profile, path: str) -> Any:  # noqa: ANN401 - any profile value
    """Follows a dotted path (`kanalen.2.reactietijd`); None where a part of it is absent."""
    values = _known.values if _known.profile is profile else _remembered(profile)
    try:
        return values[path]
    except KeyError:
        above, _, name = path.rpartition(".")
        found = values[path] = _step(raw(profile, above) if above else profile, name)
        return found


def kept(profile: Profile, name: str, make: Callable[[], _T]) -> _T:
    """What was made of this profile before under a name that is no path, or is made now."""
    values = _remembered(profile)  # while it is made, another profile may be asked something
    if name not in values:
        values[name] = make()
    found: _T = values[name]
    return found


def _step(value: Any, name: str) -> Any:  # noqa: ANN401 - any profile value
    if value is None or isinstance(value, (str, Open)):  # absent, `geen` or INVULLEN higher up
        return value if isinstance(value, Open) else None
    if isinstance(value, dict):
        return value.get(name)
    return value[int(name)] if isinstance(value, tuple) else getattr(value, name)


def open_place(path: str, label: str = "", voorbeeld: str = "") -> Open:
    """Makes the open place of a field; `label` and `voorbeeld` replace the schema's own (a list item has a name)."""
    info = field(path)
    return Open(path, label or info.label, info.wie, voorbeeld or readable(info.voorbeeld))


def asked(profile: Profile, path: str, label: str = "") -> Open:
    """Makes the open place of a field of this profile: about a channel, who manages that channel has the answer."""
    place, found = open_place(path, label), _OF_CHANNEL.match(path)
    manager = raw(profile, f"{found[0]}beheer") if found else None
    return replace(place, wie=manager) if isinstance(manager, str) and manager else place


def readable(example: str) -> str:
    """Writes an example of the profile for who reads the document: no keys, and no date that may have passed."""
    if _ISO.fullmatch(example):
        return _ANY_DAY
    return example.replace("_", " ") if _KEY.fullmatch(example) else example


def as_text(value: Any) -> str:  # noqa: ANN401 - any plain value
    """Writes one plain value in Dutch."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return dutch.datum(value)
    if isinstance(value, (int, float)):
        return dutch.getal(value)
    return str(value)


def telwoord(number: int) -> str:
    """Writes a number up to ten in letters: `vijf`, `22`."""
    return dutch.keer(number).removesuffix(" keer") if number else "0"


def text(profile: Profile, path: str, default: Text = "", label: str = "") -> Text:
    """Gives a field as text, an open place, or `default` when the schema lets it be absent.

    An open place comes from INVULLEN and from a missing field whose `ontbreekt` is `invulplek`, unless there
    is a default.
    """
    value = raw(profile, path)
    if isinstance(value, Open):
        return asked(profile, path, label)
    if value is None or value == "":
        if default:
            return default
        return asked(profile, path, label) if field(path).ontbreekt == "invulplek" else ""
    return as_text(value)


def texts(profile: Profile, path: str, default: tuple[Text, ...] = ()) -> tuple[Text, ...]:
    """Gives a list field as texts; INVULLEN as a list is one open place, an empty list stays empty."""
    value = raw(profile, path)
    if isinstance(value, Open):
        return (open_place(path),)
    if value is None:
        if default:
            return default
        return (open_place(path),) if field(path).ontbreekt == "invulplek" else ()
    items = (value,) if isinstance(value, str) else value
    return tuple(
        open_place(f"{path}.{place}") if isinstance(item, Open) else as_text(item) for place, item in enumerate(items)
    )


def bedrag(profile: Profile, path: str) -> Text:
    """Gives a number of euros as `3.500 euro`; an open place, or nothing for what is absent or 0."""
    value = raw(profile, path)
    return dutch.euro(value) if isinstance(value, int) and value else open_place(path) if value else ""


def uren(profile: Profile, path: str) -> Text:
    """Gives a number of hours as `4 uur`; an open place, or nothing for what is absent or 0."""
    value = raw(profile, path)
    return dutch.uren(value) if isinstance(value, (int, float)) and value else open_place(path) if value else ""
