"""The self-scan: twenty questions, what is missing, who does something about it, and what changed since last time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from policygen import catalogue, dutch
from policygen.context import personen, velden, zelfscan_eigen
from policygen.context.document import in_set
from policygen.context.lidwoord import with_article
from policygen.context.omvang import ALONE, has_personnel, size
from policygen.context.rollen import holders, keeper
from policygen.context.taken import breakable
from policygen.context.vullen import fill, flatten
from policygen.context.zelfscan_antwoorden import CHOICE, STATES, Uitkomst, outcomes
from policygen.context.zelfscan_tekst import words
from policygen.context.zelfscan_verschil import difference

if TYPE_CHECKING:
    from policygen.openplace import Text
    from policygen.profile import Profile

_TWO, _ONE = "█", "▌"
_GAPS: Final = ("nee", "deels")


def zelfscan(profile: Profile, context: dict[str, Any], *, vorige: Profile | None) -> dict[str, Any]:
    """Builds `zelfscan`: the questions, their states as a picture, the gaps and the comparison.

    Args:
        profile: A checked profile.
        context: What was built before.
        vorige: The profile of an earlier self-scan, to compare with.
    """
    data = catalogue.load("zelfscan")
    names = _names(profile, context, data)
    decided = context["document"]["status_code"] == "definitief"
    rows = tuple(_row(profile, key, outcome, context, names) for key, outcome in outcomes(profile).items())
    gaps = sorted((row for row in rows if row["stand"] in _GAPS and not row["opgelost"]), key=_urgency)
    open_rows = tuple(row for row in rows if row["stand"] == "onbekend")
    states = tuple(_bar(rows, name) for name in STATES)
    if any(row["stand"] == CHOICE for row in rows):
        states = (*states, _bar(rows, CHOICE))
    groups = tuple(
        {"naam": naam, "vragen": tuple(row for row in rows if row["id"].startswith(key))}
        for key, naam in data["groepen"].items()
    )
    return {
        "datum": velden.text(profile, "zelfscan.datum", context["document"]["datum"]),
        "datum_zin": _dated(profile, context, data, empty=len(open_rows) == len(rows)),
        "betekenis": fill(data["betekenis"]["besloten" if decided else "nog_niet"], names),
        "door": personen.who_field(profile, "zelfscan.door", context["termen"]) or keeper(context),
        "vragen": rows,
        "groepen": groups,
        "standen": states,
        "telling": dutch.rij(f"{one['aantal']} {one['naam']}" for one in states),
        "begin": _first(gaps, data),
        "slotsom": _conclusion(gaps, len(open_rows), data),
        "hiaten": tuple(gaps),
        "uitzoeken": open_rows,
        "beslisser": with_article(context["motieven"]["beslist_door"], context["termen"]),
        "bewust": len(states) > len(STATES),
        "vergelijking": difference(rows, vorige) if vorige else {},
    }


def _dated(profile: Profile, context: dict[str, Any], data: dict[str, Any], *, empty: bool) -> Text:
    """When the scan was filled in, as far as anybody did."""
    kind = "bekend" if velden.raw(profile, "zelfscan.datum") else "leeg" if empty else "onbekend"
    return fill(
        data["datum"][kind], {"scan.datum": velden.text(profile, "zelfscan.datum", context["document"]["datum"])}
    )


def _names(profile: Profile, context: dict[str, Any], data: dict[str, Any]) -> dict[str, Text]:
    termen = context["termen"]
    groups = [termen[key].get("meervoud", "") for key in ("medewerker", "client", "verwant")]
    return flatten(context) | {
        "scan.plan": termen["clientplan"].get("de", data["zonder_plan"]),
        "scan.vragers": dutch.opsomming(groups),
        "scan.overleg": data["overleg"][size(profile)],
        **zelfscan_eigen.names(profile, context),
        **{f"rol.{role}": personen.role_name(profile, role, termen) for role in ("digicoach", "expert")},
    }


def _row(
    profile: Profile, key: str, outcome: Uitkomst, context: dict[str, Any], names: dict[str, Text]
) -> dict[str, Any]:
    data = catalogue.load("zelfscan")
    entry = data["vragen"][key]
    entry = entry | zelfscan_eigen.on_agenda(profile, key, outcome)
    stand = data["standen"][outcome.stand]
    return {
        "id": key,
        "vraag": fill(entry["vraag"], names),
        "staat": outcome.gevonden.staat,
        "stand": outcome.stand,
        "teken": stand["teken"],
        "eigen": outcome.eigen,
        "keuze": outcome.gevonden.keuze,
        "regel": entry["regel"],
        "notitie": entry.get("notitie", ""),
        **dict(zip(("hokjes", "hokjes_onder"), entry.get("hokjes", data["hokjes"]), strict=True)),
        "prioriteit": entry["prioriteit"],
        "voorrang": data["prioriteiten"][entry["prioriteit"]],
        "wie": breakable(dutch.hoofdletter(_who(profile, entry["rol"], context, data))),
        "document": _worked_out(profile, entry["document"], data),
        **words(profile, key, outcome, context, names),
    }


def _urgency(row: dict[str, Any]) -> tuple[int, int]:
    """What counts most goes first, and a nee before a deels."""
    return row["prioriteit"], _GAPS.index(row["stand"])


def _bar(rows: tuple[dict[str, Any], ...], name: str) -> dict[str, Any]:
    """One state: how many questions, as a bar and as a list."""
    shown, found = catalogue.load("zelfscan")["standen"][name], [row["id"] for row in rows if row["stand"] == name]
    return {
        "id": name,
        "teken": shown["teken"],
        "naam": shown["naam"],
        "aantal": len(found),
        "balk": _TWO * (len(found) // 2) + _ONE * (len(found) % 2),
        "vragen": ", ".join(found) or "geen",
    }


def _who(profile: Profile, role: str, context: dict[str, Any], data: dict[str, Any]) -> Text:
    """The function that takes the step."""
    termen: dict[str, Any] = context["termen"]
    now: Text = context["eind"]["nu"]
    if role == "personeel" and has_personnel(profile):
        return str(data["personeel"])
    if role == "leidinggevende" and size(profile) != ALONE:
        leaders: Text = termen["leidinggevende"].get("meervoud", now)
        return leaders
    if role == "bewaker":
        keeper = context["pdca"]["bewaker"]
        return keeper if isinstance(keeper, str) else now
    if role in {"bestuur", "besluit"}:  # the body decides, not who chairs it
        adopts = context["document"]["vastgesteld_door"] if role == "besluit" else ""
        return adopts if isinstance(adopts, str) and adopts else str(termen["bestuur"]["enkelvoud"])
    if role in {"voorzitter", "personeel"}:
        held = [one for one in holders(profile, "bestuur", termen) if isinstance(one, str)]
        return dutch.opsomming(held) or str(termen["bestuur"]["enkelvoud"])
    return now


def _worked_out(profile: Profile, document_id: str, data: dict[str, Any]) -> str:
    """The document that works an action out, and whether it is among those that the profile asks for."""
    note = "" if in_set(profile, document_id) else data["buiten_set"]
    name = catalogue.load("leeswijzer")["documenten"][document_id]["kort"]
    return str(dutch.hoofdletter(f"{name}{note}"))


def _first(gaps: list[dict[str, Any]], data: dict[str, Any]) -> Text:
    """The most urgent gap, as the question and what to do about it."""
    return fill(data["begin"], {"scan.vraag": gaps[0]["vraag"], "scan.actie": gaps[0]["actie"]}) if gaps else ""


def _conclusion(gaps: list[dict[str, Any]], unknown: int, data: dict[str, Any]) -> Text:
    """What the scan comes down to, in a sentence or two."""
    if not gaps and not unknown:
        return str(data["slotsom"]["klaar"])
    kind = "onbekend" if not gaps else "een_gat" if len(gaps) == 1 else "gaten"
    if gaps and unknown:
        kind += "_onbekend"
    names: dict[str, Text] = {
        "scan.gaten": f"{dutch.hoofdletter(velden.telwoord(len(gaps)))} vragen",
        "scan.onbekend": "één vraag" if unknown == 1 else f"{velden.telwoord(unknown)} vragen",
    }
    return fill(data["slotsom"][kind], names)
