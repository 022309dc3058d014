"""The facts of the summary for the board: hours and money, who was asked, the dates, and what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import kanaal, velden
from policygen.context.afspraken import NOBODY
from policygen.context.inspraak import awaited
from policygen.context.meepraten import STAFF
from policygen.context.personen import ROLES, role_name
from policygen.context.rollen import is_external, state
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_GROUPS = {"clienten": "client", "verwanten": "verwant", "personeel": "medewerker"}
_ARTICLES = {"advies": "het", "instemming": "de"}
_VACANT = ("open", "gepland")


def feiten(profile: Profile, context: dict[str, Any], data: Mapping[str, Any]) -> tuple[dict[str, Text], ...]:
    """Builds the rows `kop` and `tekst`: what it takes, who was asked when, and the dates in their order."""
    return (*_cost(profile, context, data), *_voices(context, data), *_dates(context))


def _row(head: Text, text: Text) -> dict[str, Text]:
    return {"kop": dutch.hoofdletter(head), "tekst": dutch.hoofdletter(text)}


def _cost(profile: Profile, context: dict[str, Any], data: Mapping[str, Any]) -> tuple[dict[str, Text], ...]:
    """Hours of roles, hours to learn and money: only what the profile holds, and that the rest is not known yet."""
    found = _hours(profile, context)
    cost = velden.raw(profile, "beleid.kosten_per_jaar")
    money: Text = velden.text(profile, "beleid.kosten_per_jaar") if isinstance(cost, Open) else ""
    if isinstance(cost, int):
        money = f"naar schatting {dutch.euro(cost)} per jaar" if cost else "geen extra kosten"
    rows = [_row(head, text) for head, text in (*found, ("kosten", money)) if text]
    return tuple(rows) or (_row("tijd en geld", data["niet_geraamd"]),)


def _hours(profile: Profile, context: dict[str, Any]) -> list[tuple[str, Text]]:
    training = context["termen"]["scholing"]["enkelvoud"]
    return [("uren voor rollen", _role_hours(profile, context)), (training, _training(profile, context))]


def open_cost(profile: Profile, context: dict[str, Any]) -> Text:
    """Says, after an amount, that nobody knows yet whether the hours are in it; empty where that is no question."""
    cost, decided = velden.raw(profile, "beleid.kosten_per_jaar"), context["document"]["status_code"] == "definitief"
    if decided or not (isinstance(cost, int) and cost) or not any(text for _, text in _hours(profile, context)):
        return ""
    known = {"termen.scholing.enkelvoud": context["termen"]["scholing"]["enkelvoud"]}
    return join("; ", fill(catalogue.load("bijlagen")["samenvatting"]["uren_in_kosten"], known))


def _role_hours(profile: Profile, context: dict[str, Any]) -> Text:
    """The hours per week of each role that has them, all together, and the roles without agreed hours."""
    parts: list[Text] = []
    without: list[Text] = []
    total: float = 0
    for role in ROLES:
        path = f"rollen.{role}.uren_per_week"
        hours = velden.raw(profile, path)
        if isinstance(velden.raw(profile, "rollen"), Open) or state(profile, role) in {"niet_nodig", "keuze"}:
            continue
        name = role_name(profile, role, context["termen"])
        if hours is None:
            without += [name] if role != "bestuur" and not is_external(profile, role) else []
            continue
        amount: Text = velden.open_place(path) if isinstance(hours, Open) else dutch.uren(hours)
        total += 0 if isinstance(hours, Open) else hours
        planned = " (gepland)" if state(profile, role) == "gepland" else ""
        parts.append(join(name, " ", amount, planned))
    whole = f", samen {dutch.uren(total)}" if len(parts) > 1 else ""
    rest = join("; nog geen uren afgesproken voor ", dutch.opsomming(without)) if without else ""
    return join(dutch.rij(parts), whole, " per week", rest) if parts else ""


def _training(profile: Profile, context: dict[str, Any]) -> Text:
    """Hours of training a year for who is employed, and for everybody together where that can be counted."""
    path = "scholing.uren_per_jaar"
    hours, staff = velden.raw(profile, path), velden.raw(profile, "organisatie.medewerkers")
    if not hours:
        return ""
    amount: Text = velden.open_place(path) if isinstance(hours, Open) else dutch.uren(hours)
    worktime = f", {context['woord']['in_werktijd']}" if velden.raw(profile, "scholing.in_werktijd") is True else ""
    whole = ""
    if isinstance(staff, int) and staff > 1 and not isinstance(hours, Open):
        every = f"alle {velden.telwoord(staff)} {STAFF}"
        whole = f". Voor {every} zou dat {dutch.uren(hours * staff)} zijn."  # who is employed may be fewer
    who = join(context["termen"]["medewerker"]["meervoud"], " in dienst: ")
    return join(who, amount, " per jaar", worktime, whole)


def _voices(context: dict[str, Any], data: Mapping[str, Any]) -> tuple[dict[str, Text], ...]:
    """What clients, relatives and staff were asked, and when."""
    rows = []
    for key, term in _GROUPS.items():
        group, word = context["inspraak"][key], context["termen"][term]
        if not group:
            continue
        head = STAFF if key == "personeel" else word["meervoud"]
        power = join(" (", group["bevoegdheid"], ")") if group["bevoegdheid"] and not awaited(group) else ""
        by = join(group["vorm"], power, ": ") if group["vorm"] else ""
        rows.append(_row(head, data["geen_overleg"] if group["geen"] else join(by, group["gehoord"])))
    return tuple(rows)


def _dates(context: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    """Decided and review; the box above tells when the policy takes effect."""
    document = context["document"]
    review = document["evaluatie_op"]
    rows = [("besluit", document["vastgesteld_op"]), ("opnieuw bekijken", review)]
    return tuple(_row(head, text) for head, text in rows if text)


def _unasked(group: Mapping[str, Any]) -> bool:
    """Whether a group has something to say about this and was not asked yet."""
    return bool(group) and not (group["geen"] or group["geraadpleegd_op"] or group["bevoegdheid"] == "informatie")


def _uninformed(groups: list[dict[str, Any]]) -> list[Text]:
    """The councils that only have to hear of it, and did not yet."""
    return [
        one["bij"]
        for one in groups
        if one and one["vorm"] and one["bevoegdheid"] == "informatie" and not one["geraadpleegd_op"]
    ]


def nog_open(
    profile: Profile,
    context: dict[str, Any],
    channels: tuple[dict[str, Any], ...],
    names: Mapping[str, Text],
) -> tuple[Text, ...]:
    """Builds the lines on what a board has to know that is not settled."""
    texts = catalogue.load("bijlagen")["samenvatting"]["nog_open"]
    chosen = not context["rollen_voorstel"]
    roles = [role_name(profile, role, context["termen"]) for role in ROLES if state(profile, role) in _VACANT]
    groups = [context["inspraak"][key] for key in _GROUPS]
    silent = [STAFF if group["id"] == "personeel" else group["groep"] for group in groups if _unasked(group)]
    awaiting = [group for group in groups if awaited(group) and context["document"]["status_code"] != "definitief"]
    answers = [
        join(f"{article} {power} van ", dutch.opsomming(one["bij"] for one in awaiting if one["bevoegdheid"] == power))
        for power, article in _ARTICLES.items()
        if any(one["bevoegdheid"] == power for one in awaiting)
    ]
    amount = f"de {velden.bedrag(profile, 'beleid.kosten_per_jaar')}" if open_cost(profile, context) else ""
    late = [
        kanaal.called(row["naam"], context["termen"])
        for row in channels
        if not row["tijd"] or isinstance(row["tijd"], Open)
    ]
    told = {
        "rollen": roles if chosen else (),
        "stemmen": silent,
        "informatie": _uninformed(groups),
        "uitkomst": answers,
        "tijden": late,
        "vervanger": [row["naam"] for row in context["rollen"] if row["vervanger"] == NOBODY],
        "geld": [amount] if amount else (),
    }
    found = {
        "rollen_keuze": not chosen,
        "meldpunt": not isinstance(names["wie.meldpunt"], str) or not names["wie.meldpunt"],
        "stappenplan": isinstance(velden.raw(profile, "incidenten.stappenplan"), Open),
    }
    return tuple(
        fill(text, {**names, "open.wat": dutch.opsomming(told.get(key, ()))})
        for key, text in texts.items()
        if told.get(key) or found.get(key)
    )
