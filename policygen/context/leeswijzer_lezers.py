"""Who reads what, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context.rollen import holders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygen.openplace import Text
    from policygen.profile import Profile


def lezers(profile: Profile, context: dict[str, Any], ids: Sequence[str]) -> tuple[dict[str, Text], ...]:
    """Builds `leeswijzer.lezers`: per reader the documents of this set, the most useful one first."""
    data = catalogue.load("leeswijzer")
    rows = []
    for row in data["lezers"]:
        who = _reader(profile, row["bij"], context, data)
        reads = [data["documenten"][name]["kort"] for name in row["documenten"] if name in ids]
        if who and reads and not (row["bij"] == "onlinehulp" and "onlinehulp" not in ids):
            later = dutch.hoofdletter(dutch.opsomming(reads[1:])) or "Verder niets"
            rows.append({"wie": dutch.hoofdletter(who), "eerst": dutch.hoofdletter(reads[0]), "daarna": later})
    return tuple(rows)


def _reader(profile: Profile, kind: str, context: dict[str, Any], data: dict[str, Any]) -> Text:
    """A reader in the words of this organisation; nothing for a group that it does not have."""
    termen = context["termen"]
    if kind == "bestuur":
        return str(termen["bestuur"]["enkelvoud"])
    if kind == "leidinggevende":
        leaders: Text = termen["leidinggevende"].get("meervoud", "")
        return leaders
    if kind == "raden":
        return dutch.opsomming(row["vorm"] for row in context["inspraak"]["rijen"])
    if kind == "communicatie":
        return dutch.opsomming(one for one in holders(profile, kind, termen) if isinstance(one, str)) or kind
    if kind == "eigenaar":
        owner: Text = context["eind"]["wie"]
        return owner
    return str(data["groepen"][kind])
