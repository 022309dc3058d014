"""Who reads what, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import personen
from policygen.context.leeswijzer_besluit import addressee
from policygen.context.omvang import ALONE, has_personnel, size
from policygen.context.rollen import holders, state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygen.openplace import Text
    from policygen.profile import Profile


def lezers(profile: Profile, context: dict[str, Any], ids: Sequence[str]) -> tuple[dict[str, Text], ...]:
    """Builds `leeswijzer.lezers`: per reader the documents of this set, the most useful one first."""
    data = catalogue.load("leeswijzer")
    found: dict[str, tuple[Text, list[str]]] = {}  # one function may be more than one reader
    for row in data["lezers"]:
        who = _reader(profile, row["bij"], context, data)
        reads = [data["documenten"][name]["kort"] for name in row["documenten"] if name in ids]
        if who and reads and not (row["bij"] == "onlinehulp" and "onlinehulp" not in ids):
            found.setdefault(str(who), (who, []))[1].extend(reads)
    return tuple(
        {
            "wie": dutch.hoofdletter(who),
            "eerst": dutch.hoofdletter(reads[0]),
            "daarna": dutch.hoofdletter(dutch.opsomming(list(dict.fromkeys(reads))[1:])) or "Verder niets",
        }
        for who, reads in found.values()
    )


def _reader(profile: Profile, kind: str, context: dict[str, Any], data: dict[str, Any]) -> Text:
    """A reader in the words of this organisation; nothing for a group that it does not have."""
    termen = context["termen"]
    if kind in data["groepen"]:
        return _group(profile, kind, data)
    if kind == "communicatie":
        held = dutch.opsomming(one for one in holders(profile, kind, termen) if isinstance(one, str))
        return "" if state(profile, kind) == "niet_nodig" else held or kind
    readers: dict[str, Text] = {
        "bestuur": dutch.opsomming(dict.fromkeys([addressee(context), str(termen["bestuur"]["enkelvoud"])])),
        "leidinggevende": "" if size(profile) == ALONE else termen["leidinggevende"].get("meervoud", ""),
        "raden": _councils([row["vorm"] for row in context["inspraak"]["rijen"]]),
        "eigenaar": context["eind"]["wie"],
    }
    return readers[kind]


def _councils(names: Sequence[Text]) -> Text:
    """The councils in a row; one of two bodies ("ondernemingsraad en CPBW") brings its own `en`."""
    return dutch.rij(names) if names and " en " in str(names[-1]) else dutch.opsomming(names)


def _group(profile: Profile, kind: str, data: dict[str, Any]) -> Text:
    """A reader by the work that somebody does: the function where it is known."""
    held = personen.keys(profile, "onlinehulp.team.organisator") if kind == "onlinehulp" else ()
    if kind == "personeel" and not has_personnel(profile):
        return ""
    return dutch.opsomming(personen.person(profile, key)["tekst"] for key in held) or str(data["groepen"][kind])
