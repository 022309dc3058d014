"""The words around an answer of the self-scan: what is missing, why, and what to do about it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import personen, velden, zelfscan_eigen
from policygen.context.lidwoord import with_article
from policygen.context.rollen import holders, state
from policygen.context.vullen import fill
from policygen.context.zelfscan_antwoorden import CHOICE, Uitkomst, fields
from policygen.context.zelfscan_regels import DO, derive, has, planned
from policygen.profile import field

if TYPE_CHECKING:
    from policygen.openplace import Text
    from policygen.profile import Profile


def words(
    profile: Profile, key: str, outcome: Uitkomst, context: dict[str, Any], names: dict[str, Text]
) -> dict[str, Any]:
    """Gives `antwoord`, `toelichting`, `oorzaken` and `actie` of one question, and whether its gap is `opgelost`.

    Args:
        profile: A checked profile.
        key: The question.
        outcome: Its answer.
        context: What was built before.
        names: Names that the texts use.
    """
    entry = catalogue.load("zelfscan")["vragen"][key]
    causes = tuple(_cause(profile, path, context["termen"], names) for path in outcome.gevonden.oorzaken)
    there = [_cause(profile, path, context["termen"], names) for path in fields(profile, entry) if has(profile, path)]
    lacking = {
        "vraag.mist": dutch.opsomming(causes),
        "vraag.wel": dutch.opsomming(there) if entry["soort"] == "gesprek" else "",
        "vraag.rollen": _roles(profile, outcome, context["termen"]),
    }
    own = names | _values(profile, entry, context["termen"]) | lacking
    action = entry.get("actie_mist", entry["actie"]) if causes and outcome.stand != "onbekend" else entry["actie"]
    solved = zelfscan_eigen.solved(profile, key, outcome, context)
    why = solved or dutch.rij([_why(profile, key, outcome, context["termen"], own), zelfscan_eigen.more(key, own)], " ")
    return {
        "antwoord": _shown(profile, entry, outcome, context["termen"]),
        "toelichting": dutch.hoofdletter(why),
        "oorzaken": causes,
        "actie": zelfscan_eigen.step(profile, key, outcome, own) or fill(action, own),
        "opgelost": bool(solved),
    }


def _shown(profile: Profile, entry: dict[str, Any], outcome: Uitkomst, termen: dict[str, Any]) -> Text:
    """The answer in a word or two; to an open question it is a function, and to a choice what was chosen."""
    data = catalogue.load("zelfscan")
    name: str = data["standen"][outcome.stand]["naam"]
    choice = data["antwoorden"].get(outcome.gevonden.keuze)
    if outcome.stand == "ja" and entry["soort"] == "scholing" and choice:
        return str(choice)
    if _names_somebody(entry, outcome):
        return outcome.gevonden.keuze
    if outcome.stand == "ja" and entry["soort"] == "expert" and state(profile, "expert") == "ingevuld":
        held = [one for one in holders(profile, "expert", termen) if isinstance(one, str)]
        return dutch.opsomming(held) or name
    return f"{name} ({choice})" if choice and outcome.stand != CHOICE else name


def _names_somebody(entry: dict[str, Any], outcome: Uitkomst) -> bool:
    """Whether somebody answered the open question with a name or a function, and so with the answer itself."""
    return outcome.eigen and entry["soort"] == "expert" and bool(outcome.gevonden.keuze)


def _why(profile: Profile, key: str, outcome: Uitkomst, termen: dict[str, Any], own: dict[str, Text]) -> Text:
    """Why the answer is what it is; empty when there is nothing to add."""
    data, found = catalogue.load("zelfscan"), outcome.gevonden
    entry = data["vragen"][key]
    if outcome.stand == CHOICE or _names_somebody(entry, outcome):
        return fill(data["standen"][CHOICE]["mist"] if outcome.stand == CHOICE else data["toelichting"]["eigen"], own)
    if outcome.eigen and entry["soort"] != "houding":
        derived = derive(entry["soort"], profile, fields(profile, entry))
        if derived.staat == outcome.stand and not derived.oorzaken:  # the profile tells why, just as well
            return _why(profile, key, Uitkomst(outcome.stand, derived, eigen=False), termen, own)
    if outcome.eigen:
        known = not found.keuze or found.keuze in data["antwoorden"]
        return data["toelichting"]["eigen"] if known else f"{dutch.punt(found.keuze)} {data['toelichting']['eigen']}"
    if found.oorzaken:
        return fill(data["standen"][outcome.stand]["mist"], own)
    if entry["soort"] in {"expert", "keuze_rol"}:
        return _who_has_it(profile, entry["velden"][0].split(".")[1], termen, own)
    special = zelfscan_eigen.proof(profile, key, termen, own)
    return special or fill(data["toelichting"][found.keuze] if found.keuze else entry.get("bewijs", ""), own)


def _who_has_it(profile: Profile, role: str, termen: dict[str, Any], own: dict[str, Text]) -> Text:
    """Who has a role, or why nobody has to."""
    told, status = catalogue.load("zelfscan")["toelichting"], state(profile, role)
    if status == "niet_nodig":
        return fill(told[status], own | {"veld.2": velden.text(profile, f"rollen.{role}.reden")})
    if role == "expert" and status == "ingevuld":
        return fill(told["eind"], own)
    held = [with_article(one, termen) for one in holders(profile, role, termen)]
    if not held:
        return str(told["gepland" if status == "gepland" else "ingevuld_zonder"])
    kind = "gepland_met_functie" if status == "gepland" else "ingevuld"
    return fill(told[kind], {"vraag.wie": dutch.opsomming(held)})


def _roles(profile: Profile, outcome: Uitkomst, termen: dict[str, Any]) -> Text:
    """The roles that keep the answer from being a ja."""
    roles = [path.split(".")[1] for path in outcome.gevonden.oorzaken if path.startswith("rollen.")]
    told = catalogue.load("zelfscan")["rol_vul"]["een" if len(roles) == 1 else "meer"]
    return fill(told, {"vraag.rol": dutch.opsomming(personen.role_name(profile, role, termen) for role in roles)})


def _cause(profile: Profile, path: str, termen: dict[str, Any], names: dict[str, Text]) -> Text:
    """What keeps the answer from being a ja, in words of the reader."""
    data = catalogue.load("zelfscan")
    if path in data["oorzaken"]:
        return fill(data["oorzaken"][path], names)
    if path.startswith("rollen.") and path.endswith(".status"):
        role = path.split(".")[1]
        absent = velden.raw(profile, f"rollen.{role}") is None
        status = "onbekend" if absent else "gepland" if state(profile, role) == "gepland" else "open"
        return fill(data["rol_mist"][status], {"vraag.rol": personen.role_name(profile, role, termen)})
    return field(path).label


def _values(profile: Profile, entry: dict[str, Any], termen: dict[str, Any]) -> dict[str, Text]:
    """What the fields of a question hold, as `veld.1` and so on, and all of it as `veld.samen`."""
    values = [_value(profile, path, termen) for path in fields(profile, entry)]
    filled = {f"veld.{number}": dutch.opsomming(value) for number, value in enumerate(values, 1)}
    number = dutch.hoofdletter(velden.telwoord(planned(profile)))
    return filled | {"veld.samen": dutch.opsomming(one for value in values for one in value), "vraag.aantal": number}


def _value(profile: Profile, path: str, termen: dict[str, Any]) -> tuple[Text, ...]:
    """What a field holds; nothing of what is still open."""
    value = None if path == DO else velden.raw(profile, path)
    items = value if isinstance(value, tuple) else (value,)
    texts = tuple(velden.as_text(item) for item in items if isinstance(item, (str, date)))
    if path == "pdca.bewaker":
        return tuple(with_article(personen.who(profile, key, termen), termen) for key in texts)
    return tuple(with_article(one, termen) for one in texts) if path.startswith("inspraak.") else texts
