"""The yearly rhythm: moments by month, who does them and who chairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import personen, velden
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_LAST = 13  # a month that is still open comes after December


def pdca(profile: Profile, context: dict[str, Any]) -> dict[str, Any]:
    """Builds `pdca`; without `pdca.momenten` the catalogue's calendar is the proposal."""
    data = catalogue.load("pdca")
    given = velden.raw(profile, "pdca.momenten")
    proposal = given is None or isinstance(given, Open)
    momenten = _proposed(context) if proposal else _given(profile, context, given)
    ritme = velden.text(profile, "pdca.ritme", data["ritme"])
    bewaker = personen.who_field(profile, "pdca.bewaker", context["termen"]) or context["eind"]["wie"]
    return {
        "cyclus": velden.text(profile, "pdca.cyclus", "PDCA"),
        "bestaand_systeem": velden.text(profile, "pdca.bestaand_systeem"),
        "ritme": ritme,
        "bewaker": bewaker,
        "momenten": momenten,
        "voorstel": proposal,
        "agenda": _agenda(ritme, bewaker, proposal=proposal and bool(momenten)),
        "maand_check": _month(momenten, "check") or _month(momenten, "act"),
        "maand_do": _month(momenten, "do") or _month(momenten, "plan"),
    }


def _agenda(ritme: Text, bewaker: Text, *, proposal: bool) -> Text:
    """The fixed agenda point and who chairs."""
    point = " staat het onderwerp als vast punt op de agenda van een overleg met alle rollen. Voorzitter: "
    text = join(dutch.hoofdletter(ritme), point, bewaker, ". Die bewaakt ook het ritme.")
    return join(text, " De maanden hieronder zijn een voorstel.") if proposal else text


def _given(profile: Profile, context: dict[str, Any], given: tuple[Any, ...]) -> tuple[dict[str, Any], ...]:
    rows = []
    for place, moment in enumerate(given):
        path = f"pdca.momenten.{place}"
        if isinstance(moment, Open):
            continue
        wat = velden.text(profile, f"{path}.wat", "", "wat er op dit moment gebeurt")
        of = f" van {wat}" if isinstance(wat, str) and wat else ""
        month = velden.raw(profile, f"{path}.maand")
        fase = velden.raw(profile, f"{path}.fase")
        row = {
            "maand": dutch.maand(month)
            if isinstance(month, int)
            else velden.open_place(f"{path}.maand", f"de maand{of}", "maart"),
            "wat": wat,
            "wie": personen.who_field(profile, f"{path}.wie", context["termen"], f"wie ‘{wat}’ doet" if of else "")
            or context["eind"]["wie"],
        }
        rows.append((month if isinstance(month, int) else _LAST, _phase(fase), row))
    return _sorted(rows)


def _proposed(context: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    names = flatten(context)
    who = {"bestuur": context["termen"]["bestuur"].get("enkelvoud", "bestuur"), "eigenaar": context["eind"]["wie"]}
    who["leidinggevende"] = context["termen"]["leidinggevende"].get("meervoud", "leidinggevenden")
    rows = [
        (row["maand"], row["fase"],
         {"maand": dutch.maand(row["maand"]), "wat": fill(row["wat"], names), "wie": who[row["wie"]]})
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


def _month(momenten: tuple[dict[str, Any], ...], fase: str) -> Text:
    """The month of the first moment of a phase; empty when there is none with a known month."""
    for moment in momenten:
        if moment["fase"] == fase and isinstance(moment["maand"], str):
            return moment["maand"]
    return ""
