"""Training: what is needed and offered, the time for it, and the four parts of media literacy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.vullen import fill
from policygen.openplace import Open, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile


def scholing(profile: Profile, names: Mapping[str, Text]) -> dict[str, Any]:
    """Builds `borging.scholing`: `zin` on how it stands, and `rijen` with what the profile says."""
    data = catalogue.load("borging")["scholing"]
    status = velden.raw(profile, "scholing.status")
    if isinstance(status, Open):
        line: Text = dutch.punt(velden.open_place("scholing.status"))
    else:
        line = fill(data["status"][status or ""], names)
    worktime = velden.raw(profile, "scholing.in_werktijd") is True
    hours = names["borging.uren"]
    time = data["uren_werktijd" if worktime else "uren"] if hours else data["in_werktijd"] if worktime else ""
    learning = names["borging.bijscholing"]
    rows = [
        (data["nodig"], names["borging.behoefte"]),
        (data["aanbod"], names["borging.aanbod"]),
        (data["tijd"], fill(time, names)),
        (fill(data["expert"], names), fill(data["vrij"], names) if learning else ""),
    ]
    kept = tuple({"kop": dutch.hoofdletter(head), "tekst": dutch.hoofdletter(text)} for head, text in rows if text)
    return {"zin": line, "rijen": kept}


def mediawijs(profile: Profile, names: Mapping[str, Text]) -> dict[str, Any]:
    """Builds `borging.mediawijs`: the four parts with how each stands; empty without that section of the profile."""
    path = "onlinehulp.deskundigheid"
    given = velden.raw(profile, path)
    if given is None:
        return {"zin": "", "aansluiting": "", "rijen": ()}
    data = catalogue.load("borging")["mediawijs"]
    rows = tuple(
        {
            "naam": dutch.hoofdletter(key),
            "wat": fill(part["wat"], names),
            "stand": _state(profile, f"{path}.{key}", data["stand"]),
            "oefening": part["oefening"],
        }
        for key, part in data["onderdelen"].items()
    )
    general = _general(profile, path, data)
    return {"zin": dutch.punt(general), "aansluiting": fill(data["aansluiting"], names), "rijen": rows}


def _general(profile: Profile, path: str, data: Mapping[str, Any]) -> Text:
    """How it stands on the whole: a yes is no full yes while the profile says that parts still need practice."""
    said = [velden.raw(profile, f"{path}.{key}") for key in data["onderdelen"]]
    behind = sum(one in {"deels", "nee"} for one in said if isinstance(one, str))
    if velden.raw(profile, f"{path}.mediawijsheid") != "ja" or not behind:
        return _state(profile, f"{path}.mediawijsheid", data["zin"])
    told = fill(data["oefenen"]["een" if behind == 1 else "meer"], {"mediawijs.aantal": velden.telwoord(behind)})
    return fill(data["zin"]["grotendeels"], {"mediawijs.oefenen": told})


def _state(profile: Profile, path: str, texts: Mapping[str, str]) -> Text:
    value = velden.raw(profile, path)
    return velden.open_place(path) if isinstance(value, Open) else texts[value if isinstance(value, str) else ""]
