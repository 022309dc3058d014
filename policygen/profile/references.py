"""Keys of persons and names of roles that one part of the profile uses and another defines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

from policygen.openplace import OPEN, Open
from policygen.profile import suggest
from policygen.profile.finding import Finding, Loc
from policygen.yaml_source.limits import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from policygen.profile.model import Profile

ROLES: Final = ("bestuur", "expert", "ict", "digicoach", "communicatie")
LEADER: Final = "leidinggevende"

_WHAT: Final = {
    0: "staat niet in 'personen'",
    1: "is geen rol en staat niet in 'personen'",
    2: "is geen rol, geen 'leidinggevende' en staat niet in 'personen'",
}

_NOT_IN_KEY: Final = re.compile(r"[^\w-]+")
"""A key is a part of a dotted path and a word in a list, so it has no points, spaces and the like."""

T = TypeVar("T")
M = TypeVar("M", bound="BaseModel")

Reference = tuple[Loc, object, int]
"""Where a reference stands, what it says, and what besides a person it may be: 0 nothing, 1 a role, 2 also a leader."""


def check(profile: Profile) -> Iterator[Finding]:
    """References to nobody or twice to the same, and persons whose key cannot be one."""
    persons = profile.personen or {}
    for key in persons:
        if not key or _NOT_IN_KEY.search(key):
            better = _NOT_IN_KEY.sub("_", key).strip("_") or "persoon_1"
            hint = f"Noem de sleutel bijvoorbeeld '{short(better)}', ook waar ernaar wordt verwezen."
            message = f"de sleutel '{short(key)}' mag alleen letters, cijfers, _ en - hebben"
            yield Finding(("personen", key), message, hint, key=True)
        if key in ROLES or key == LEADER:
            hint = f"Noem de sleutel anders, bijvoorbeeld {key}_1, ook waar ernaar wordt verwezen."
            what = "een rol" if key in ROLES else "wie een team leidt"
            yield Finding(("personen", key), f"'{key}' is al de naam van {what}", hint, key=True)
    for loc, value, level in _references(profile):
        if value is None or value == "" or isinstance(value, Open) or value in persons:
            continue
        if level and value in ROLES:
            continue
        if level > 1 and value == LEADER:
            continue
        others = (*(ROLES if level else ()), *((LEADER,) if level > 1 else ()))
        allowed = [*persons, *(name for name in others if name not in persons)]
        text = str(value)
        hint = suggest.hint(text, allowed) or "Voeg de persoon toe onder 'personen'."
        yield Finding(loc, f"'{short(text)}' {_WHAT[level]}", hint, about=("personen", text))
    yield from _twice(profile)


def each_once(profile: Profile) -> Profile:
    """The profile with every person once in every list of persons."""
    for path, people in _lists(profile):
        once = tuple(person for index, person in enumerate(people) if person is OPEN or person not in people[:index])
        if once != people:
            profile = _replaced(profile, path, once)
    return profile


def _twice(profile: Profile) -> Iterator[Finding]:
    for loc, people in _lists(profile):
        for index, person in enumerate(people):
            if isinstance(person, str) and person in people[:index]:
                hint = "Haal de herhaling weg; de persoon telt hier een keer."
                yield Finding((*loc, index), f"'{short(person)}' staat er twee keer", hint, warning=True)


def _lists(profile: Profile) -> Iterator[tuple[tuple[str, ...], tuple[str | Open, ...]]]:
    """Every list that names more than one person, with its place."""
    for name, role in profile.rollen.__dict__.items() if profile.rollen else ():
        if role and isinstance(role.personen, tuple) and len(role.personen) > 1:
            yield ("rollen", name, "personen"), role.personen
    team = profile.onlinehulp and profile.onlinehulp.team
    for name, people in team.__dict__.items() if team else ():
        if isinstance(people, tuple) and len(people) > 1:
            yield ("onlinehulp", "team", name), people


def _replaced(part: M, path: tuple[str, ...], value: object) -> M:
    """A copy with another value at a place."""
    name, *rest = path
    return part.model_copy(update={name: _replaced(getattr(part, name), tuple(rest), value) if rest else value})


def _references(profile: Profile) -> Iterator[Reference]:  # noqa: C901 - one place after the other, no decisions
    if profile.document:
        yield ("document", "eigenaar"), profile.document.eigenaar, 0
    if profile.rollen:
        for name in ROLES:
            role = getattr(profile.rollen, name)
            if role:
                yield from _each(("rollen", name, "personen"), role.personen)
                yield ("rollen", name, "vervanger"), role.vervanger, 0
    for index, contact in enumerate(_items(profile.ict_contacten)):
        yield ("ict_contacten", index, "persoon"), contact.persoon, 0
    if profile.pdca:
        yield ("pdca", "bewaker"), profile.pdca.bewaker, 1
        for index, moment in enumerate(_items(profile.pdca.momenten)):
            yield ("pdca", "momenten", index, "wie"), moment.wie, 2
    if profile.beleid:
        yield ("beleid", "woordvoerder"), profile.beleid.woordvoerder, 1
    for index, channel in enumerate(_items(profile.kanalen)):
        yield ("kanalen", index, "beheer"), channel.beheer, 2
    if profile.onlinehulp and profile.onlinehulp.team:
        for name, people in profile.onlinehulp.team.__dict__.items():
            yield from _each(("onlinehulp", "team", name), people)
    if profile.zelfscan:
        yield ("zelfscan", "door"), profile.zelfscan.door, 1


def _each(loc: Loc, people: object) -> Iterator[Reference]:
    if isinstance(people, tuple):
        for index, person in enumerate(people):
            yield (*loc, index), person, 0


def _items(value: tuple[T, ...] | Open | None) -> tuple[T, ...]:
    return value if isinstance(value, tuple) else ()
