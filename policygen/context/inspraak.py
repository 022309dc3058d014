"""Who has a say: the councils and meetings of clients, relatives and staff."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import dutch
from policygen.context import velden
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_POWERS = {"advies": "geeft advies", "instemming": "beslist mee (instemming)", "informatie": "hoort wat er speelt"}
_GROUPS = {"clienten": "client", "verwanten": "verwant", "personeel": "medewerker"}


def inspraak(profile: Profile, termen: dict[str, Any]) -> dict[str, Any]:
    """Builds `inspraak`: `rijen` for a table, `via` for a sentence and `zonder` for groups without a meeting."""
    groups = {key: _group(profile, key, termen[term]) for key, term in _GROUPS.items() if termen[term]}
    rows = tuple(group for group in groups.values() if group["vorm"])
    return {
        "rijen": rows,
        "via": dutch.opsomming(_with_rate(row) for row in rows if row["groep"]),
        "inleiding": _intro(termen),
        "zonder": dutch.opsomming(group["groep"] for group in groups.values() if group["geen"]),
        "clienten": groups.get("clienten", {}),
        "verwanten": groups.get("verwanten", {}),
        "personeel": groups.get("personeel", {}),
    }


def _intro(termen: dict[str, Any]) -> Text:
    people = dutch.opsomming([termen["client"]["meervoud"], termen["verwant"].get("meervoud", "")])
    text = " praten mee voordat iets vaststaat. Zo sluit een plan aan bij wat zij zelf belangrijk vinden."
    return join(dutch.hoofdletter(people), text)


def _group(profile: Profile, key: str, term: dict[str, Text]) -> dict[str, Any]:
    path = f"inspraak.{key}"
    vorm = velden.raw(profile, f"{path}.vorm")
    none = vorm in ("geen", ())
    open_label = join("het overleg met ", term["meervoud"])
    if none:
        form: Text = ""
    elif isinstance(vorm, Open):
        form = velden.open_place(f"{path}.vorm", str(open_label), "een raad of een vast gesprek")
    else:
        form = dutch.opsomming(velden.texts(profile, f"{path}.vorm"))
    row = {
        "id": key,
        "groep": term["meervoud"],
        "kop": dutch.hoofdletter(term["meervoud"]),
        "geen": none,
        "vorm": form,
        "vorm_kop": dutch.hoofdletter(form),
        "per_jaar": _rate(velden.raw(profile, f"{path}.per_jaar"), path),
        "bevoegdheid": velden.text(profile, f"{path}.bevoegdheid"),
        "geraadpleegd_op": velden.text(profile, f"{path}.geraadpleegd_op"),
        "controle_op_gebruik": key == "personeel" and velden.raw(profile, f"{path}.controle_op_gebruik") is True,
    }
    return row | {"afspraak": _agreement(row)}


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
        join("geraadpleegd op ", row["geraadpleegd_op"]) if row["geraadpleegd_op"] else "",
    ]
    return dutch.hoofdletter(dutch.rij(parts)) or "Nog af te spreken"


def _with_rate(row: dict[str, Any]) -> Text:
    return join(row["vorm"], " (", row["per_jaar"], ")") if row["per_jaar"] else row["vorm"]
