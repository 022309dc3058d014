"""The document's own data: version, status, owner, dates, and per document its title and file name."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import personen, velden
from policygen.context.lidwoord import with_article
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open, Text, join
from policygen.profile.declare import OPSTELLER, PROJECT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_DECIDED = {"motieven", "onlinehulp"}  # papers with a decision of their own
_OWN_SECTION = {"onlinehulp", "stakeholders"}
_STEM_LENGTH = 94  # with `.docx` below the 100 characters of a file name


def document(profile: Profile, termen: dict[str, Any], woord: Mapping[str, Any], *, today: date) -> dict[str, Any]:
    """Builds `document`, without what differs per document."""
    status = velden.raw(profile, "document.status")
    status = status if isinstance(status, str) else "concept"
    approved = _is_approved(profile, status)
    owner = personen.who_field(profile, "document.eigenaar", termen)
    return {
        "herkomst": join("het profiel van ", velden.text(profile, "organisatie.naam")),
        "versie": velden.text(profile, "document.versie", "0.1"),
        "status": woord["ter_besluit"] if status == "ter_besluit" else status,
        "status_code": status,
        "concept": status == "concept",
        "datum": velden.text(profile, "document.datum", dutch.datum(today)),
        "eigenaar": owner,
        "aanvullen_bij": with_article(owner, termen) if isinstance(owner, str) and owner else OPSTELLER,
        "vastgesteld_door": velden.text(profile, "document.vastgesteld_door", termen["bestuur"].get("enkelvoud", "")),
        "vastgesteld_op": _approved(profile, status, woord),
        "vastgesteld_kop": woord["vastgesteld_door" if approved else "vast_te_stellen"],
        "vastgesteld_op_kop": woord["vastgesteld_op"],
        "is_vastgesteld": approved,
        "evaluatie_op": velden.text(profile, "document.evaluatie_op"),
        "vindplaats": velden.text(profile, "document.vindplaats"),
        "kenmerk": velden.text(profile, "document.kenmerk"),
        "namen_tonen": personen.namen_tonen(profile),
    }


def _is_approved(profile: Profile, status: str) -> bool:
    """Whether the decision was taken: the profile says so, or tells when."""
    return status == "definitief" or isinstance(velden.raw(profile, "document.vastgesteld_op"), date)


def _approved(profile: Profile, status: str, woord: Mapping[str, Any]) -> Text:
    value = velden.raw(profile, "document.vastgesteld_op")
    if (value is None and status != "definitief") or (isinstance(value, Open) and status == "ter_besluit"):
        unknown: Text = woord["niet_vastgesteld"]
        return unknown
    return velden.text(profile, "document.vastgesteld_op") or velden.open_place("document.vastgesteld_op")


def for_document(context: dict[str, Any], document_id: str) -> dict[str, Any]:
    """Gives the Context of one document: `document` with `titel`, `ondertitel`, `lezers` and `bestandsnaam`.

    Raises:
        KeyError: The catalogue has no such document.
    """
    entry, base = catalogue.load("documenten")[document_id], context["document"]
    version = re.sub(r"[^0-9A-Za-z.-]+", "-", base["versie"]).strip(".-") if isinstance(base["versie"], str) else ""
    stem = f"{context['organisatie']['code']}_{document_id}_v{version or '0'}_{base['status_code']}"
    own = {"id": document_id, **context["stukken"][document_id], "bestandsnaam": stem[:_STEM_LENGTH]}
    return {**context, "document": {**base, **own, **_to_know(entry, context)}}


def stukken(context: dict[str, Any]) -> dict[str, dict[str, Text]]:
    """Builds `stukken`: `titel`, `ondertitel` and `lezers` of every document, by its id."""
    names = flatten({key: context[key] for key in ("organisatie", "termen", "woord", "lijst")})
    return {
        name: {key: fill(entry[key], names) for key in ("titel", "ondertitel", "lezers")}
        for name, entry in catalogue.load("documenten").items()
    }


def _to_know(entry: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Text]:
    """What the cover says of a paper that nobody adopts: no date, but whether it asks something, and of whom."""
    adopted = context["document"]["is_vastgesteld"]
    if entry.get("vaststellen") or (adopted and entry.get("besluit") in _DECIDED):
        return {}
    decides = "" if adopted else _decides(entry.get("besluit", ""), context)
    if not decides:
        return {"vastgesteld_kop": context["woord"]["ter_kennisname"], "vastgesteld_op_kop": ""}
    return {
        "vastgesteld_kop": context["woord"]["ter_besluit_aan"],
        "vastgesteld_op_kop": "",
        "vastgesteld_door": decides,
    }


def _decides(kind: str, context: Mapping[str, Any]) -> Text:
    """Who decides on what a paper asks; empty for one that asks nothing, or nothing any more."""
    if kind == "motieven":
        chooses: Text = context["motieven"]["beslist_door"]
        return "" if context["afweging"]["genomen"] else chooses
    board: Text = context["document"]["vastgesteld_door"]
    return (context["onlinehulp"].get("beslist_door") or board) if kind == "onlinehulp" else board if kind else ""


def left_out(profile: Profile, document_id: str) -> str:
    """Says in Dutch why a document is not made for this profile; empty for one that is.

    A decision against policy makes a policy untrue, and a section that is absent leaves its document without content.
    """
    if document_id == "beleid" and velden.raw(profile, "motieven.besluit") == "geen":
        return "volgens het profiel komt er geen beleid (motieven.besluit: geen)"
    if document_id in _OWN_SECTION and velden.raw(profile, document_id) is None:
        return f"het profiel heeft geen onderdeel '{document_id}'"
    return ""


def in_set(profile: Profile, document_id: str) -> bool:
    """Whether the profile asks for a document, and the document fits the profile."""
    asked = velden.raw(profile, "documenten")
    everything = asked is None or asked == "alle" or isinstance(asked, Open)
    return not left_out(profile, document_id) and (everything or document_id in asked)


def lists(context: dict[str, Any]) -> dict[str, Text]:
    """The people of the organisation in one phrase, for texts that address them all."""
    termen = context["termen"]
    groups = {naam: termen[naam].get("meervoud", "") for naam in ("client", "verwant", "medewerker", "leidinggevende")}
    group = catalogue.load("termen")["groepen"].get(context["organisatie"]["groep"], {})
    few = context["organisatie"]["omvang"]
    readers = groups["client"] if group.get("leest", True) else ""
    approves = context["document"]["vastgesteld_door"]
    above = [with_article(approves, termen)] if isinstance(approves, str) and approves else []
    boards = tuple(dict.fromkeys([*above, termen["bestuur"]["de"]]))
    plain = [approves, termen["bestuur"]["enkelvoud"]]
    return {
        "iedereen": dutch.opsomming([readers, groups["verwant"], groups["medewerker"]]),
        "mensen": dutch.opsomming([groups["client"], groups["verwant"]]),
        "bestuur": dutch.opsomming(boards),
        "bestuur_kop": boards[0] if len(boards) == 1 else dutch.opsomming(plain),  # on one line of a heading
        "bestuur_en": join(dutch.rij(boards), " en"),
        "beleid": dutch.opsomming([*boards, groups["leidinggevende"], groups["medewerker"]]),
        "onlinehulp": dutch.opsomming([context["vult_in"].get(PROJECT, PROJECT), "ICT", *boards]),
        "leiding": dutch.opsomming([groups["leidinggevende"], "" if few else "HR", groups["medewerker"]]),
    }
