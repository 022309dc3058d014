"""The stakeholder and channel plan: goal, where we stand, groups, channels, rhythm and what to do first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import stakeholders_groepen, stakeholders_kanalen, stakeholders_stappen, velden
from policygen.context.variant import kies
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile


def stakeholders(profile: Profile, context: dict[str, Any]) -> dict[str, Any]:
    """Builds `stakeholders`; empty where the profile has no such section, and so no such document."""
    if velden.raw(profile, "stakeholders") is None:
        return {}
    data = catalogue.load("stakeholders")
    draft: bool = context["document"]["concept"]
    own = data["sector"][context["organisatie"]["sector"]]
    own = own | own.get("bij_doelgroep", {}).get(context["organisatie"]["groep"], {})
    names = flatten(context)
    also = kies(own["ook"], context)
    names |= {
        "sector.ook": also,
        "sector.voorbeeld": fill(own["voorbeeld"], names),
    }
    groups = stakeholders_groepen.groups(profile, draft=draft)
    names |= _asked(context, groups)
    channels = stakeholders_kanalen.channels(profile, context, groups, names)
    made = {
        "winst": fill(own["winst"], names),
        "ook": also,
        "hoofddoel": velden.text(profile, "stakeholders.hoofddoel"),
        "hoofdvraag": velden.text(profile, "stakeholders.hoofdvraag", data["hoofdvraag"]["tekst"]),
        "doelen": _goals(profile),
        "beginsituatie": velden.text(profile, "stakeholders.beginsituatie"),
        "fase": _phase(profile),
        **_rhythm(profile),
        "onderzoek": _research(profile, context, draft=draft),
        "groepen": groups,
        **stakeholders_groepen.sentences(profile, groups),
        "gebruik": stakeholders_groepen.use_types(groups),
        "kanalen": channels,
        "kanalen_zin": stakeholders_kanalen.sentence(profile, channels),
        "kanaaladvies": stakeholders_kanalen.advice(channels, groups),
        **stakeholders_stappen.recommendations(profile, names, draft=draft),
        "doorzetten": stakeholders_kanalen.hand_over(profile, context, names),
    }
    steps = stakeholders_stappen.first_steps(profile, context, made, names)
    return made | {"kern": _core(groups), "stappen": steps, "eerste_stap": steps[0]["tekst"]}


def _asked(context: dict[str, Any], groups: tuple[dict[str, Any], ...]) -> dict[str, Text]:
    """Who is asked about this plan, and by which meeting: clients, and relatives where the plan is about them."""
    about = {str(group["kort"]).lower() for group in groups}
    said = [context["inspraak"]["clienten"]]
    relatives = context["inspraak"]["verwanten"]
    if relatives.get("vorm") and str(relatives["groep"]).lower() in about:
        said.append(relatives)
    asked = [one for one in said if one.get("vorm")]
    return {
        "inspraak.wie": dutch.opsomming(one["groep"] for one in asked),
        "inspraak.bij": dutch.opsomming(one["bij"] for one in asked),
    }


def _core(groups: tuple[dict[str, Any], ...]) -> Text:
    """Where the plan begins, as far as it names groups and channels."""
    data = catalogue.load("stakeholders")
    known = [group for group in groups if isinstance(group["naam"], str)]
    if not known:
        return ""
    if not any(group["kanaalnamen"] for group in known):
        return fill(data["kern"], {"kern.groepen": stakeholders_groepen.named(tuple(known))})
    ways: dict[str, list[str]] = {}  # two groups may have one name
    for group in known:
        ways.setdefault(group["kort"], []).extend(group["kanaalnamen"])
    offline = {group["kort"] for group in known if group["zonder_kanaal"]}
    told = []
    for name, channels in ways.items():
        way = fill(data["kern_via"], {"kern.kanalen": dutch.opsomming(dict.fromkeys(channels))}) if channels else ""
        way = way or (data["buiten"] if name in offline else "")
        told.append(f"{name} ({way})" if way else name)
    return fill(data["kern_met_kanalen"], {"kern.groepen": dutch.opsomming(told)})


def _goals(profile: Profile) -> tuple[dict[str, Text], ...]:
    """The goals of the channels: ours with an explanation, and those that the profile words itself."""
    data = catalogue.load("stakeholders")
    given = velden.texts(profile, "stakeholders.doelen", tuple(data["doelen"]))
    return tuple(
        {"naam": goal, **{key: _entry(data, goal)[key] for key in ("tekst", "merken")}} for goal in given if goal
    )


def _entry(data: dict[str, Any], goal: Text) -> dict[str, str]:
    entry: dict[str, str] = (data["bekende_doelen"] | data["doelen"]).get(str(goal).lower(), data["eigen_doel"])
    return entry


def _phase(profile: Profile) -> Text:
    value = velden.raw(profile, "stakeholders.fase")
    which = "open" if isinstance(value, Open) else value or "begin"
    text = catalogue.load("stakeholders")["fase"][which]["tekst"]
    return fill(text, {"stakeholders.fase": velden.text(profile, "stakeholders.fase")})


def _rhythm(profile: Profile) -> dict[str, Any]:
    """When there is contact now; a warning where that is around decisions and never between them."""
    data = catalogue.load("stakeholders")
    said = velden.text(profile, "stakeholders.ritme")
    words = set(re.findall(r"\w+", said.lower())) if isinstance(said, str) else set()
    about = {kind: bool(words & set(known)) for kind, known in data["ritme_woorden"].items()}
    which = "ander" if said else "geen"
    if about["besluit"] and not about["gewoon"]:
        which = "alleen"
    return {
        "ritme": fill(data["ritme"][which], {"stakeholders.ritme": said}),
        "waarschuwing": which == "alleen",
    }


def _research(profile: Profile, context: Mapping[str, Any], *, draft: bool) -> tuple[dict[str, Any], ...]:
    """The three ways that make a mix, each with whether it is chosen, and the profile's own ways."""
    data = catalogue.load("stakeholders")
    path, choice = "stakeholders.onderzoek", data["onderzoek_keuze"]
    given = velden.texts(profile, path)
    absent = choice["voorstel"] if draft and velden.raw(profile, path) is None else choice["nee"]
    rest: list[Text] = list(given)
    rows: list[dict[str, Any]] = []
    for entry in data["onderzoek"].values():
        found = [one for one in rest if any(word in str(one).lower() for word in entry["woorden"])]
        found = [one for one in found if isinstance(one, str)]
        rest = [one for one in rest if one not in found]
        answer = choice["ja"] if found else absent
        state = {"mist": answer == choice["nee"], "gekozen": bool(found)}
        name = dutch.hoofdletter(fill(entry["naam"], flatten({"woord": context["woord"]})))
        rows.append({"naam": name, "tekst": entry["tekst"], "keuze": answer, **state})
    for one in rest:
        known = isinstance(one, str)
        answer, state = choice["ja" if known else "nee"], {"mist": False, "gekozen": known}
        rows.append({"naam": one, "tekst": data["onderzoek_eigen"], "keuze": answer, **state})
    return tuple(row for row in rows if row["naam"])
