"""The yearly rhythm: moments by month, who does them and who chairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import personen, velden
from policygen.context.lidwoord import with_article
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_LAST = 13  # a month that is still open comes after December
_TWICE = 2
_MONTHS = 12


def pdca(profile: Profile, context: dict[str, Any]) -> dict[str, Any]:
    """Builds `pdca`; without `pdca.momenten` the catalogue's calendar is the proposal.

    `inleiding` stands above the calendar in the vision, `agenda` above the one in the division of roles.
    """
    data = catalogue.load("pdca")
    given = velden.raw(profile, "pdca.momenten")
    proposal = given is None or isinstance(given, Open)
    momenten = _proposed(context) if proposal else _given(profile, context, given)
    bewaker = personen.who_field(profile, "pdca.bewaker", context["termen"]) or context["eind"]["nu"]
    systeem = velden.text(profile, "pdca.bestaand_systeem")
    ritme = velden.text(profile, "pdca.ritme")
    names = {
        "pdca.aantal": dutch.keer(len(momenten)),
        "pdca.ritme": dutch.hoofdletter(ritme),
        "pdca.systeem": systeem,
        "pdca.bewaker": with_article(bewaker, context["termen"]),
    }
    kind = "ritme" if ritme else "voorstel" if proposal else "momenten" if momenten else "geen"
    text = data["zinnen"]
    system = fill(text["systeem"], names) if systeem else ""
    settled = isinstance(context["eind"]["functie"], str) or bewaker != context["eind"]["nu"]
    chair = fill(text["voorzitter" if settled else "voorzitter_straks"], names)
    after = "" if kind == "geen" else text["kalender"][_calendar(kind, ritme, momenten, proposal=proposal)]
    return {
        "cyclus": velden.text(profile, "pdca.cyclus", "PDCA"),
        "bestaand_systeem": systeem,
        "ritme": ritme or data["ritme"],
        "bewaker": bewaker,
        "momenten": momenten,
        "voorstel": proposal,
        "inleiding": join(fill(text["visie"][kind], names), system, after),
        "agenda": join(fill(text["rolverdeling"][kind], names), chair, after),
    }


def _calendar(kind: str, ritme: Text, momenten: tuple[dict[str, Any], ...], *, proposal: bool) -> str:
    """Which sentence fits the number of moments beside the rhythm."""
    wanted, number = _times(ritme), len(momenten)
    if proposal:
        return "voorstel" if kind == "voorstel" else "maanden"
    if not number:
        return "geen"
    if wanted and (number > wanted or (number == wanted and not _spread(ritme, wanted, momenten))):
        return "daarnaast"
    if number >= wanted:
        return "genoeg"
    if number > 1:
        return "te_weinig"
    return "een_van_twee" if wanted == _TWICE else "een"


def _spread(ritme: Text, wanted: int, momenten: tuple[dict[str, Any], ...]) -> bool:
    """Whether every quarter or half year has its moment; `vier keer per jaar` asks no such thing."""
    if "keer" in str(ritme).lower() or "maal" in str(ritme).lower():
        return True
    return len({(moment["maand_nr"] - 1) * wanted // _MONTHS for moment in momenten}) == wanted


def _times(ritme: Text) -> int:
    """How many times a year a rhythm is; 0 when that is not clear."""
    if not isinstance(ritme, str):
        return 0
    plain = " ".join(ritme.lower().split())
    known: dict[str, int] = catalogue.load("pdca")["keren"]
    spelled = {f"{dutch.keer(number)} per jaar": number for number in range(1, 13)}
    return known.get(plain) or spelled.get(plain.replace("eenmaal", "één keer").replace("tweemaal", "twee keer"), 0)


def _given(profile: Profile, context: dict[str, Any], given: tuple[Any, ...]) -> tuple[dict[str, Any], ...]:
    rows = []
    for place, moment in enumerate(given):
        path = f"pdca.momenten.{place}"
        if isinstance(moment, Open):
            continue
        wat = velden.text(profile, f"{path}.wat", "", "wat er op dit moment gebeurt")
        known = isinstance(wat, str) and wat
        month = velden.raw(profile, f"{path}.maand")
        fase = velden.raw(profile, f"{path}.fase")
        row = {
            "maand": dutch.maand(month)
            if isinstance(month, int)
            else velden.open_place(f"{path}.maand", f"in welke maand ‘{wat}’ valt" if known else "", "maart"),
            "wat": wat,
            "wie": personen.who_field(profile, f"{path}.wie", context["termen"], f"wie ‘{wat}’ doet" if known else "")
            or context["eind"]["nu"],
        }
        rows.append((month if isinstance(month, int) else _LAST, _phase(fase), row))
    return _sorted(rows)


def _proposed(context: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    names = flatten(context)
    who = {"bestuur": context["termen"]["bestuur"].get("enkelvoud", "bestuur"), "eigenaar": context["eind"]["nu"]}
    who["leidinggevende"] = context["termen"]["leidinggevende"].get("meervoud", "leidinggevenden")
    talk = "wat_klein" if context["organisatie"]["klein"] else "wat"
    if context["organisatie"]["klein"]:
        who["leidinggevende"] = "iedereen samen"
    rows = [
        (row["maand"], row["fase"],
         {"maand": dutch.maand(row["maand"]), "wat": fill(row.get(talk, row["wat"]), names), "wie": who[row["wie"]]})
        for row in catalogue.load("pdca")["momenten"]
    ]  # fmt: skip
    return _sorted(rows)


def _phase(fase: object) -> str:
    return fase if isinstance(fase, str) else ""


def _sorted(rows: list[tuple[int, str, dict[str, Any]]]) -> tuple[dict[str, Any], ...]:
    names = catalogue.load("pdca")["fasen"]
    return tuple(
        {**row, "fase": fase, "fase_naam": names.get(fase, ""), "maand_nr": month}
        for month, fase, row in sorted(rows, key=lambda row: row[0])
    )
