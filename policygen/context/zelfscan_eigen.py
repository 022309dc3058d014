"""What some questions of the self-scan say in a way of their own: another step, or more about why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from policygen import catalogue, dutch
from policygen.context import personen, velden
from policygen.context.document import in_set
from policygen.context.lidwoord import with_article
from policygen.context.rollen import state
from policygen.context.vullen import fill, flatten
from policygen.context.zelfscan_regels import has
from policygen.openplace import join

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from policygen.context.zelfscan_antwoorden import Uitkomst
    from policygen.openplace import Text
    from policygen.profile import Profile

_VISION: Final = "ZB01"


def names(profile: Profile, context: dict[str, Any]) -> dict[str, Text]:
    """The names that only these texts use."""
    data = catalogue.load("zelfscan")["vragen"]["ZB09"]
    groups = [key for key in ("clienten", "verwanten") if context["inspraak"][key].get("geen")]
    without = "beide" if len(groups) > 1 else groups[0] if groups else ""
    listening = [
        context["inspraak"][key]["bij"]
        for key in ("clienten", "verwanten")
        if context["inspraak"][key].get("bevoegdheid") == "informatie"
    ]
    return {
        "scan.zonder": fill(data["zonder"][without], flatten(context)) if without else "",
        "scan.horen": dutch.opsomming(listening),
        "scan.aanpak": velden.text(profile, "mediabegeleiding.aanpak"),
        "scan.scholing": _training(profile),
        "scan.besluit_op": velden.text(profile, "motieven.datum"),
        "scan.besluit_door": with_article(context["document"]["vastgesteld_door"], context["termen"]),
        "scan.eind": with_article(context["eind"]["wie"], context["termen"]),
    }


def _training(profile: Profile) -> Text:
    """What training there is, after a phrase; empty where the profile tells nothing."""
    offer = velden.texts(profile, "scholing.aanbod") if velden.raw(profile, "scholing.aanbod") else ()
    hours = velden.uren(profile, "scholing.uren_per_jaar")
    told = dutch.rij([dutch.opsomming(offer), join(hours, " per jaar") if hours else ""])
    return join(": ", told) if told else ""


def on_agenda(profile: Profile, key: str, outcome: Uitkomst) -> dict[str, Any]:
    """A vision that lies ready for a decision goes first, and whoever sets the agenda takes that step."""
    waits = velden.raw(profile, "document.status") == "ter_besluit" and in_set(profile, "visie")
    gap = key == _VISION and outcome.stand in {"nee", "deels"}
    return {"prioriteit": 1, "rol": "voorzitter"} if waits and gap else {}


def step(profile: Profile, key: str, outcome: Uitkomst, own: Mapping[str, Text]) -> Text:
    """The step that fits better than the usual one; empty where there is none."""
    entry = catalogue.load("zelfscan")["vragen"][key]
    return _STEPS[key](profile, entry, outcome, own) if key in _STEPS else ""


def _vision(profile: Profile, entry: dict[str, Any], _outcome: Uitkomst, own: Mapping[str, Text]) -> Text:
    """The vision of this very set is what was missing."""
    if not in_set(profile, "visie"):
        return ""
    status = velden.raw(profile, "document.status")
    kind = {"definitief": "actie_besloten", "ter_besluit": "actie_agenda"}.get(str(status), "actie_set")
    if kind == "actie_agenda" and isinstance(velden.raw(profile, "motieven.datum"), date):
        kind = "actie_agenda_op"
    return fill(entry[kind], own)


def _planned(profile: Profile, entry: dict[str, Any], outcome: Uitkomst, own: Mapping[str, Text]) -> Text:
    """Somebody is there for every role that waits: only the date is missing."""
    roles = [path.split(".")[1] for path in outcome.gevonden.oorzaken if path.count(".") > 1]
    held = [personen.keys(profile, f"rollen.{role}.personen") for role in roles if state(profile, role) == "gepland"]
    return fill(entry["actie_gepland"], own) if held and all(held) and len(held) == len(roles) else ""


def _meeting(_profile: Profile, entry: dict[str, Any], _outcome: Uitkomst, own: Mapping[str, Text]) -> Text:
    """A group has no meeting on purpose: then ask it another way."""
    return fill(entry["actie_geen"], own) if own["scan.zonder"] else ""


def _way(profile: Profile, entry: dict[str, Any], _outcome: Uitkomst, own: Mapping[str, Text]) -> Text:
    """The way to find out is there already: it only has to be used more."""
    return fill(entry["actie_bekend"], own) if has(profile, "mediabegeleiding.aanpak") else ""


def _cycle(_profile: Profile, entry: dict[str, Any], outcome: Uitkomst, own: Mapping[str, Text]) -> Text:
    """It has a place in the quality system: only the cycle has no name."""
    return fill(entry["actie_naam"], own) if outcome.gevonden.oorzaken == ("pdca.cyclus",) else ""


def _incident(profile: Profile, entry: dict[str, Any], outcome: Uitkomst, own: Mapping[str, Text]) -> Text:
    """The policy of this very set has the steps."""
    only = outcome.gevonden.oorzaken == ("incidenten.stappenplan",)
    return fill(entry["actie_stappen"], own) if only and in_set(profile, "beleid") else ""


_STEPS: Final[dict[str, Callable[[Profile, dict[str, Any], Uitkomst, Mapping[str, Text]], Text]]] = {
    _VISION: _vision,
    "ZB04": _planned,
    "ZB09": _meeting,
    "ZB10": _cycle,
    "ZG01": _way,
    "ZG08": _incident,
}


# Another sentence behind a ja, where a name is known.
_OTHER_PROOF: Final = {"ZG01": ("bewijs_bekend", "scan.aanpak")}


def proof(profile: Profile, key: str, termen: dict[str, Any], own: Mapping[str, Text]) -> Text:
    """What stands behind a ja; empty for the usual sentence."""
    entry = catalogue.load("zelfscan")["vragen"][key]
    if key in _OTHER_PROOF:
        kind, name = _OTHER_PROOF[key]
        return fill(entry[kind], own) if own[name] else ""
    if key != "ZB07":
        return ""
    roles = [path.split(".")[1] for path in entry["velden"]]
    absent = [role for role in roles if state(profile, role) == "niet_nodig"]
    if not absent:
        return ""
    there = [role for role in roles if role not in absent]
    if not there:
        return str(entry["bewijs_geen"])
    said = {
        "vraag.ingevuld": personen.role_name(profile, there[0], termen),
        "vraag.niet_nodig": personen.role_name(profile, absent[0], termen),
    }
    return fill(entry["bewijs_een"], {**own, **said})


def more(key: str, own: Mapping[str, Text]) -> Text:
    """What has to be said besides, whatever the answer is: which council is heard and not asked for advice."""
    entry = catalogue.load("zelfscan")["vragen"][key]
    return fill(entry["alleen_horen"], own) if key == "ZB09" and own["scan.horen"] else ""


def solved(profile: Profile, key: str, outcome: Uitkomst, context: dict[str, Any]) -> Text:
    """Says that a decision after the scan closed a gap; empty where it did not."""
    decided, day = (velden.raw(profile, path) for path in ("document.vastgesteld_op", "zelfscan.datum"))
    if key != _VISION or outcome.stand not in {"nee", "deels"} or context["document"]["status_code"] != "definitief":
        return ""
    if not isinstance(decided, date) or not in_set(profile, "visie") or (isinstance(day, date) and decided <= day):
        return ""
    then = f"was {outcome.stand}" + (f" op {dutch.datum(day)}" if isinstance(day, date) else "")
    entry = catalogue.load("zelfscan")["vragen"][key]
    return fill(entry["opgelost"], {"scan.toen": then, "scan.vastgesteld": dutch.datum(decided)})
