"""Who has a say: the councils and meetings of clients, relatives and staff."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.lidwoord import with_article
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_POWERS = {"advies": "geeft advies", "instemming": "beslist mee (instemming)", "informatie": "hoort wat er speelt"}
_GROUPS = {"clienten": "client", "verwanten": "verwant", "personeel": "medewerker"}
_OUTCOME = ("advies", "instemming")
_NEVER = {"": "nog niet geraadpleegd", "informatie": "nog niet geïnformeerd"}
_NEVER_DECIDED = "geen datum vastgelegd"
_NO_AGREEMENT = "Nog geen afspraak gemaakt"


def inspraak(profile: Profile, termen: dict[str, Any]) -> dict[str, Any]:
    """Builds `inspraak`: `rijen` for a table, `inleiding` above it, `via` for a vision, `zonder` for who has none."""
    groups = {key: _group(profile, key, termen) for key, term in _GROUPS.items() if termen[term]}
    people = [group for key, group in groups.items() if key != "personeel"]
    rows = tuple(group for group in groups.values() if group["vorm"])
    return {
        "rijen": rows,
        "inleiding": dutch.rij([_taking_part(people), *_hearing(people), _not_yet(people)], " "),
        "via": dutch.rij([_ways(people), *_hearing(people), _not_yet(people)], " "),
        "zonder": _without(people),
        **{key: groups.get(key, {}) for key in _GROUPS},
    }


def _has_a_say(group: dict[str, Any]) -> bool:
    return bool(group["vorm"]) and group["bevoegdheid"] != "informatie"


def _taking_part(people: list[dict[str, Any]]) -> Text:
    """Who takes part, and why."""
    who = dutch.opsomming(group["groep"] for group in people if _has_a_say(group))
    text = " praten mee voordat iets vaststaat. Zo sluit een plan aan bij wat zij zelf belangrijk vinden."
    return join(dutch.hoofdletter(who), text) if who else ""


def _ways(people: list[dict[str, Any]]) -> Text:
    """Who takes part by which meeting, in one sentence."""
    told = [(group["groep"], group["bij"]) for group in people if _has_a_say(group)]
    parts = [join(who, " praten mee" if not place else "", " via ", via) for place, (who, via) in enumerate(told)]
    return join(dutch.hoofdletter(dutch.opsomming(parts)), ".") if parts else ""


def _hearing(people: list[dict[str, Any]]) -> list[Text]:
    """Per group that is not asked for advice: what it hears, and that it can tell something back."""
    return [
        join(
            dutch.hoofdletter(group["groep"]), " horen en vertellen ", group["per_jaar"],
            " " if group["per_jaar"] else "", "via ", group["bij"], " wat er speelt.",
        )
        for group in people
        if group["vorm"] and not _has_a_say(group)
    ]  # fmt: skip


def _not_yet(people: list[dict[str, Any]]) -> Text:
    """The groups that the profile tells nothing about."""
    who = dutch.opsomming(group["groep"] for group in people if not group["vorm"] and not group["geen"])
    if not who:
        return ""
    if any(group["vorm"] for group in people):
        return join("Ook ", who, " horen mee te praten. Hoe dat gaat, spreken we met hen af.")
    return join(
        dutch.hoofdletter(who), " horen mee te praten voordat iets vaststaat. Hoe dat gaat, spreken we met hen af."
    )


def _without(people: list[dict[str, Any]]) -> Text:
    """The groups that have no meeting, on purpose."""
    who = dutch.opsomming(group["groep"] for group in people if group["geen"])
    text = " is er geen vast overleg. Daarom gaan we zelf na wat zij belangrijk vinden."
    return join("Voor ", who, text) if who else ""


def _group(profile: Profile, key: str, termen: dict[str, Any]) -> dict[str, Any]:
    path, term = f"inspraak.{key}", termen[_GROUPS[key]]
    vorm = velden.raw(profile, f"{path}.vorm")
    none = vorm in ("geen", ())
    if none:
        forms: tuple[Text, ...] = ()
    elif isinstance(vorm, Open):
        label = str(join("het overleg met ", term["meervoud"]))
        forms = (velden.open_place(f"{path}.vorm", label, "een raad of een vast gesprek"),)
    else:
        forms = tuple(form for form in velden.texts(profile, f"{path}.vorm") if form)
    full = catalogue.load("termen")["afkortingen"]
    rate = _rate(velden.raw(profile, f"{path}.per_jaar"), path)
    meeting = dutch.opsomming(with_article(full.get(str(form), form), termen) for form in forms)
    row = {
        "id": key,
        "groep": term["meervoud"],
        "kop": dutch.hoofdletter(term["meervoud"]),
        "geen": none,
        "vorm": dutch.opsomming(forms),
        "vorm_kop": dutch.hoofdletter(dutch.opsomming(_spelled(form, full) for form in forms)),
        "bij": meeting,
        "per_jaar": rate,
        "bevoegdheid": velden.text(profile, f"{path}.bevoegdheid"),
        "geraadpleegd_op": velden.text(profile, f"{path}.geraadpleegd_op"),
        "controle_op_gebruik": key == "personeel" and velden.raw(profile, f"{path}.controle_op_gebruik") is True,
    }
    row |= {"gehoord": heard(row, decided=velden.raw(profile, "document.status") == "definitief")}
    return row | {"afspraak": _agreement(row)}


def heard(group: Mapping[str, Any], *, decided: bool) -> Text:
    """Writes what is known of asking one voice: to ask for consent is not to have it.

    Args:
        group: A group as `inspraak` builds it, with `bevoegdheid` and `geraadpleegd_op`.
        decided: Whether the document is final: then the outcome is no open point any more.
    """
    power, when = group["bevoegdheid"], group["geraadpleegd_op"]
    if not when:
        return _NEVER_DECIDED if decided else _NEVER.get(power, _NEVER[""])
    if power == "informatie":
        return join("geïnformeerd op ", when)
    if power not in _OUTCOME:
        return join("geraadpleegd op ", when)
    if decided:
        return join("geraadpleegd op ", when, f" ({power})")
    return join(f"om {power} gevraagd op ", when, "; uitkomst nog niet vastgelegd")


def awaited(group: Mapping[str, Any]) -> bool:
    """Whether this group was asked for advice or consent, so that its answer belongs in the papers."""
    return bool(group) and bool(group["geraadpleegd_op"]) and group["bevoegdheid"] in _OUTCOME


def _spelled(form: Text, full: dict[str, str]) -> Text:
    """An abbreviation that few people know, in full."""
    return f"{full[form]} ({form})" if isinstance(form, str) and form in full else form


def _rate(value: object, path: str) -> Text:
    """How often a year; nothing for an answer that is absent or 0."""
    if isinstance(value, Open):
        return velden.open_place(f"{path}.per_jaar")
    return f"{dutch.keer(value)} per jaar" if isinstance(value, int) and value else ""


def _agreement(row: dict[str, Any]) -> Text:
    """What is agreed with a council, in one phrase."""
    power = row["bevoegdheid"]
    parts = [
        row["per_jaar"],
        _POWERS.get(power, join("bevoegdheid: ", power)) if power else "",
        "ook over controle op het gebruik" if row["controle_op_gebruik"] else "",
        row["gehoord"] if row["geraadpleegd_op"] else "",
    ]
    return dutch.hoofdletter(dutch.rij(parts)) or _NO_AGREEMENT
