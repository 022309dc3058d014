"""The role x task table: one finally responsible role per task, and who does, advises and knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.personen import ROLES, role_name
from policygen.context.rollen import here as present
from policygen.context.vullen import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text
    from policygen.profile import Profile

_GROUPS = ("leidinggevende", "medewerker", "client", "verwant")


def taken(profile: Profile, context: dict[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    """Builds `taken`: `kolommen` (ids and headings), `rijen` with a cell per column, and the `legenda`."""
    data = catalogue.load("rollen")
    columns = _columns(profile, context["termen"], data)
    here = [str(column["id"]) for column in columns]
    owner = context["eind"]["id"]
    rows = [_row(task, fill(task["tekst"], names), here, owner) for task in data["taken"]]
    for role in ROLES:
        if role in here and velden.raw(profile, f"rollen.{role}.taken"):
            for text in velden.texts(profile, f"rollen.{role}.taken"):
                own = {"id": "", "E": ["eigenaar"], "D": [role], **data["extra"]}
                rows.append(_row(own, dutch.hoofdletter(text), here, owner))
    return {"kolommen": columns, "rijen": tuple(rows), "legenda": data["legenda"]}


def _columns(profile: Profile, termen: dict[str, Any], data: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    roles = present(profile)
    own = [{"id": role, "kop": _heading(profile, role, termen, data)} for role in roles]
    groups = [{"id": key, "kop": termen[key]["meervoud"]} for key in _GROUPS if termen[key]]
    return tuple({**column, "kop": dutch.hoofdletter(column["kop"])} for column in own + groups)


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
