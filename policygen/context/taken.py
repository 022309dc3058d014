"""The role x task table: one finally responsible role per task, and who does, advises and knows."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.lidwoord import with_article
from policygen.context.personen import ROLES, keys, role_name, who_field
from policygen.context.rollen import OPTIONAL, groups_here, guardian, here_said, is_external
from policygen.context.rollen import here as present
from policygen.context.vullen import fill
from policygen.openplace import Open

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text
    from policygen.profile import Profile

_RHYTHM = "ritme"
_WORD = re.compile(r"\w+")
_GROUPS = ("leidinggevende", "medewerker", "client", "verwant")
_COUNCILS = (("client", "clienten"), ("verwant", "verwanten"), ("medewerker", "personeel"))


def taken(profile: Profile, context: dict[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    """Builds `taken`: `kolommen` (ids and headings), `rijen` with a cell per column, and the `legenda`."""
    data = catalogue.load("rollen")
    columns = _columns(profile, context, data)
    here = [str(column["id"]) for column in columns]
    owner = context["eind"]["id"]
    told = here_said(context) | (data["klein_taken"] if context["organisatie"]["klein"] else {})
    guard = guardian(profile, owner)
    if not guard:  # a function without a role, and so without a column
        told = told | {_RHYTHM: data["bewaken"]["rij"]}
    keeper = with_article(who_field(profile, "pdca.bewaker", context["termen"]), context["termen"])
    names = {**names, "bewaker": keeper}
    known = [_adjusting(profile, _guarded(_here(profile, task, told), guard)) for task in data["taken"]]
    rows = [_row(task, _words(task, told, names), here, owner) for task in known]
    for role in ROLES:
        if role in here and velden.raw(profile, f"rollen.{role}.taken"):
            for text in velden.texts(profile, f"rollen.{role}.taken"):
                final = "eigenaar" if role == OPTIONAL or is_external(profile, role) else role
                own = {"id": "", "E": [final], "D": [role], **data["extra"]}
                rows.append(_row(own, dutch.hoofdletter(text), here, owner))
    return {"kolommen": columns, "rijen": tuple(rows), "legenda": data["legenda"]}


def _guarded(task: dict[str, Any], guard: str) -> dict[str, Any]:
    """The task of the rhythm: who guards it does it, and the one who usually does gives advice."""
    if task["id"] != _RHYTHM or guard in ("", *task["D"]):
        return task
    usual = [role for role in task["D"] if role != guard]
    return task | {
        "D": [guard],
        "A": [*usual, *(one for one in task["A"] if one != guard)],
        "I": [one for one in task["I"] if one != guard],
    }


def _here(profile: Profile, task: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """A task as it is in this organisation.

    Who manages an account does it, who is only told gives no advice, and a supplier is not finally responsible.
    """
    task = task | {"E": ["eigenaar" if _supplied(profile, role) else role for role in task["E"]]}
    if task["id"] in said.get("zonder_client", ()):
        task = task | {codes: [one for one in task[codes] if one != "client"] for codes in "DAI"}
    if task["id"] in catalogue.load("rollen")["zonder_leverancier"]:
        task = task | {codes: [one for one in task[codes] if not _supplied(profile, one)] for codes in "AI"}
    if task["id"] == "accounts":
        return task | {"D": [*_managers(profile), *task["D"]]}
    if task["id"] not in catalogue.load("rollen")["raad"]:
        return task
    told = [group for group, key in _COUNCILS if velden.raw(profile, f"inspraak.{key}.bevoegdheid") == "informatie"]
    none = [group for group, key in _COUNCILS if velden.raw(profile, f"inspraak.{key}.vorm") in ("geen", ())]
    return task | {"A": [one for one in task["A"] if one not in {*told, *none}], "I": [*task["I"], *told]}


def _supplied(profile: Profile, role: str) -> bool:
    return role in ROLES and is_external(profile, role)


def _adjusting(profile: Profile, task: dict[str, Any]) -> dict[str, Any]:
    """The task of the rhythm: who has the moments for adjusting does that too."""
    given = velden.raw(profile, "pdca.momenten")
    moments = given if isinstance(given, tuple) else ()
    acts = [one.wie for one in moments if not isinstance(one, Open) and one.fase == "act"]
    found = [role for role in ROLES if any(_has(profile, role, who) for who in acts)]
    if task["id"] != _RHYTHM or not found:
        return task
    return task | {"D": list(dict.fromkeys([*task["D"], *found]))}


def _has(profile: Profile, role: str, who: object) -> bool:
    return who == role or who in keys(profile, f"rollen.{role}.personen")


def _words(task: dict[str, Any], told: Mapping[str, Any], names: Mapping[str, Text]) -> Text:
    """What a task is called: as the sector says it, or in general."""
    own = told.get(task["id"])
    return fill(own if isinstance(own, str) else task["tekst"], names)


def _managers(profile: Profile) -> list[str]:
    """The columns of who manages an account, as the profile says."""
    channels = velden.raw(profile, "kanalen")
    found = []
    for one in channels if isinstance(channels, tuple) else ():
        who = None if isinstance(one, Open) else one.beheer
        groups = {"leidinggevende": "leidinggevende", "leidinggevenden": "leidinggevende", "medewerkers": "medewerker"}
        held = [role for role in ROLES if _has(profile, role, who)]
        found += [groups[who]] if isinstance(who, str) and who in groups else held
    return list(dict.fromkeys(found))


def _columns(profile: Profile, context: dict[str, Any], data: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    roles, termen = present(profile), context["termen"]
    own = [{"id": role, "kop": _heading(profile, role, termen, data)} for role in roles]
    groups = [{"id": key, "kop": termen[key]["meervoud"]} for key in groups_here(context, *_GROUPS)]
    return tuple({**column, "kop": breakable(dutch.hoofdletter(column["kop"]))} for column in own + groups)


def breakable(text: Text) -> Text:
    """Puts a soft hyphen where a long word may break in a narrow column."""
    return _broken(text) if isinstance(text, str) else text


@lru_cache(maxsize=4096)  # most cells are the same for every organisation
def _broken(text: str) -> str:
    known = _breaks()
    return _WORD.sub(lambda found: _hyphened(found[0], known.get(found[0].lower(), [found[0]])), text)


@cache
def _breaks() -> dict[str, list[str]]:
    return {word.replace("|", ""): word.split("|") for word in catalogue.load("termen")["afbreken"]}


def _hyphened(word: str, parts: list[str]) -> str:
    ends = [0, *accumulate(map(len, parts))]
    return "\u00ad".join(word[start:end] for start, end in pairwise(ends))


def _heading(profile: Profile, role: str, termen: dict[str, Any], data: dict[str, Any]) -> Text:
    if role != "bestuur" and not velden.raw(profile, f"rollen.{role}.eigen_naam"):
        return str(data["rollen"][role]["kop"])
    return role_name(profile, role, termen)


def _row(task: dict[str, Any], text: Text, here: list[str], owner: str) -> dict[str, Any]:
    final = next((role for role in (owner if one == "eigenaar" else one for one in task["E"]) if role in here), owner)
    wanted = task["D"]
    if "of" in wanted:  # the ones after `of` only stand in for those before it
        place = wanted.index("of")
        wanted = [role for role in wanted[:place] if role in here] or wanted[place + 1 :]
    doing = [role for role in wanted if role in here] or [final]
    codes = {
        column: ", ".join(filter(None, (
            "E" if column == final else "",
            "D" if column in doing else "",
            "A" if column in task["A"] and column not in {final, *doing} else "",
            "I" if column in task["I"] and column not in {final, *doing, *task["A"]} else "",
        )))
        for column in here
    }  # fmt: skip
    cells = tuple(codes[column] for column in here)
    return {"id": task["id"], "taak": text, "eind": final, "doet": tuple(doing), "cellen": cells}
