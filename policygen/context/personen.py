"""Who: keys of persons and roles as functions, with names where the profile wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

ROLES = ("bestuur", "expert", "ict", "digicoach", "communicatie")


def namen_tonen(profile: Profile) -> str:
    """Where names may stand: `nee`, `bijlage` or `overal`."""
    value = velden.raw(profile, "document.namen_tonen")
    return value if isinstance(value, str) else "nee"


def keys(profile: Profile, path: str) -> tuple[str, ...]:
    """The person keys in a list field or a single field; none when it is absent or INVULLEN."""
    value = velden.raw(profile, path)
    if isinstance(value, str):
        return (value,)
    return tuple(key for key in value if isinstance(key, str)) if isinstance(value, tuple) else ()


def person(profile: Profile, key: str) -> dict[str, Text]:
    """One person: `functie`, `naam` and how to reach this person."""
    return velden.kept(profile, f"persoon {key}", lambda: _person(profile, key))


def _person(profile: Profile, key: str) -> dict[str, Text]:
    path = f"personen.{key}"
    naam = velden.text(profile, f"{path}.naam")
    naam = naam if isinstance(velden.raw(profile, f"{path}.naam"), str) else ""
    label = f"de functie van {naam}" if naam else ""
    functie = velden.text(profile, f"{path}.functie", "", label) or velden.open_place(f"{path}.functie", label)
    email = velden.text(profile, f"{path}.email")
    everywhere = bool(naam) and namen_tonen(profile) == "overal"
    if everywhere and velden.raw(profile, f"{path}.functie") is None:
        shown = functie = naam
    else:
        shown = join(functie, " (", naam, ")") if everywhere else functie
    return {
        "functie": functie,
        "naam": naam,
        "tekst": shown,
        "email": email if everywhere else "",  # an address often is the name itself
        "bijlage_email": email,
    }


def who(profile: Profile, key: str, termen: dict[str, Any]) -> Text:
    """Names the function behind a key: a person, a role, a group of people, or the text itself."""
    if key in (velden.raw(profile, "personen") or {}):
        return person(profile, key)["tekst"]
    if key in ROLES:
        held = [person(profile, one)["tekst"] for one in keys(profile, f"rollen.{key}.personen")]
        return dutch.opsomming(held) if held else role_name(profile, key, termen)
    groups = {"medewerkers": "medewerker", "clienten": "client", "verwanten": "verwant"}
    if key in {"leidinggevende", "leidinggevenden"}:
        leaders: Text = termen["leidinggevende"].get("meervoud", "leidinggevenden")
        return leaders
    group: Text = termen[groups[key]].get("meervoud", key) if key in groups else key
    return group


def who_field(profile: Profile, path: str, termen: dict[str, Any], label: str = "") -> Text:
    """Names the function in a field that holds a key; an open place or nothing like `velden.text`."""
    value = velden.raw(profile, path)
    if isinstance(value, str) and value:
        return who(profile, value, termen)
    return velden.text(profile, path, "", label)


def role_name(profile: Profile, role: str, termen: dict[str, Any]) -> Text:
    """Names a role: the organisation's own name for it, or ours."""
    own = velden.raw(profile, f"rollen.{role}.eigen_naam")
    if isinstance(own, Open) or own:
        return velden.text(profile, f"rollen.{role}.eigen_naam")
    if role == "bestuur":
        return termen["bestuur"].get("enkelvoud") or "bestuur"
    return str(catalogue.load("rollen")["rollen"][role]["naam"])


def listed(profile: Profile) -> tuple[dict[str, Text], ...]:
    """The persons with a name, for the annex; none unless `namen_tonen` is `bijlage`."""
    if namen_tonen(profile) != "bijlage":
        return ()
    given = velden.raw(profile, "personen")
    people = [] if isinstance(given, Open) else [person(profile, key) for key in given or {}]
    return tuple(
        {
            "functie": dutch.hoofdletter(one["functie"]),
            "naam": dutch.rij([one["naam"], one["bijlage_email"]]),
        }
        for one in people
        if one["naam"]
    )
