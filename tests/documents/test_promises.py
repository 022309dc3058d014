"""Switching a fact off in the profile removes every promise that rests on it, from all documents at once."""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml

from policygen import catalogue, context
from policygen.profile import load
from tests.context.bodies import DATA, TODAY, fill_source

if TYPE_CHECKING:
    from pathlib import Path

DROP = object()
"""Takes the key away: the profile says nothing of it."""

Change = tuple[str, Any]


class Promise(NamedTuple):
    """A fact, what the documents say because of it, and how to take the fact away.

    `basis` changes the full profile first, so that nothing else in it says the same words.
    """

    fact: str
    says: str
    off: tuple[Change, ...]
    basis: tuple[Change, ...] = ()
    where: tuple[str, ...] = ()


PROMISES = (
    Promise(
        "digicoach niet nodig",
        r"digimaatje",
        (("rollen.digicoach", {"status": "niet_nodig", "reden": "het team is klein"}),),
    ),
    Promise(
        "digicoach nog open",
        r"digimaatje[^.|]*\b(?:helpt|kijkt|oefent|meekijken)|\b(?:helpt|kijkt|oefent)[^.|]*digimaatje",
        (("rollen.digicoach.status", "open"), ("rollen.digicoach.personen", DROP)),
        (("rollen.digicoach.status", "ingevuld"),),
        ("beleid_samenvatting", "beleid", "beleid_bijlagen", "visie", "vacature", "gesprek"),
    ),
    Promise("scholing in werktijd", r"in werktijd|onder werktijd", (("scholing.in_werktijd", "nee"),)),
    Promise("uren voor scholing", r"\b4 uur (?:scholing |leren )?per jaar|2\.560", (("scholing.uren_per_jaar", DROP),)),
    Promise("een meldpunt", r"[Mm]eldpunt incidenten|000 000 00 00|24 uur per dag", (("incidenten.meldpunt", DROP),)),
    Promise(
        "eigen kanalen",
        r"Facebook|Instagram|WhatsApp|\b[12] werkdag",
        (("kanalen", []),),
        (("stakeholders", DROP),),
    ),
    Promise(
        "reactietijden",
        r"\b[12] werkdag",
        (("kanalen.0.reactietijd", DROP), ("kanalen.1.reactietijd", DROP)),
        (("kanalen.2.reactietijd", DROP),),  # which is open, with a time as its example
    ),
    Promise(
        "iemand voor communicatie",
        r"communicatieadviseur",
        (
            ("rollen.communicatie", {"status": "niet_nodig", "reden": "er is alleen een website"}),
            ("personen.adviseur_communicatie", DROP),
        ),
        (
            ("vacatures", DROP),
            ("kanalen", []),
            ("stakeholders", DROP),
            ("beleid.woordvoerder", DROP),
            ("pdca.momenten.3.wie", "leidinggevende"),
        ),
    ),
    Promise("een raad van cliënten", r"cliëntenraad", (("inspraak.clienten", {"vorm": "geen"}),)),
    Promise("een raad van personeel", r"(?<!een )ondernemingsraad", (("inspraak.personeel", {"vorm": "geen"}),)),
    Promise(
        "gesprekken van teams zelf",
        r"Elk team praat ook zelf|Een team mag ook een eigen bijeenkomst",
        (("gesprek.teams", {"eigen_gesprek": "nee", "eigen_bijeenkomst": "nee"}),),
    ),
    Promise(
        "verwanten",
        r"[Vv]erwant|\b[Nn]aasten?\b|[Mm]antelzorg",
        (("taal.termen.verwant", "geen"), ("inspraak.verwanten", DROP), ("gesprek.vragen.verwanten", DROP)),
        (
            ("motieven.eigen_voor", []),
            ("kanalen.0.doelgroep", "buren"),
            ("stakeholders", DROP),
            ("gesprek.startmoment.doelgroepen", ["medewerkers", "clienten"]),
            ("organisatie.minderjarigen", "nee"),
        ),
    ),
    Promise("kosten", r"3\.500", (("beleid.kosten_per_jaar", DROP),)),
    Promise(
        "contacten voor ICT",
        r"Servicedesk ICT|Leverancier beeldbellen|000 000 00 0[12]",
        (("ict_contacten", []),),
        (("onlinehulp", DROP),),
    ),
    Promise("een antwoord op vragen", r"vier weken via", (("gesprek.terugkoppeling", DROP),)),
    Promise(
        "toestemming van ouders",
        r"\bouders\b|\bgezag\b|\bvoogd\b",
        (("organisatie.minderjarigen", "nee"),),
        (("stakeholders", DROP),),
    ),
    Promise("een opleiding voor de expert", r"mediacoach", (("rollen.expert.bijscholing", DROP),)),
    Promise("een systeem voor kwaliteit", r"ISO 9001", (("pdca.bestaand_systeem", DROP),)),
    Promise(
        "uren van de expert", r"\b4 uur per week", (("rollen.expert.uren_per_week", DROP),), (("onlinehulp", DROP),)
    ),
    Promise("een dag om te beginnen", r"11 maart 2027", (("gesprek.startmoment.datum", DROP),)),
    Promise("een ingangsdatum", r"1 januari 2027", (("beleid.ingangsdatum", DROP),)),
    Promise(
        "controle op het gebruik",
        r"[Cc]ontrole op het gebruik",
        (("inspraak.personeel.controle_op_gebruik", "nee"),),
        where=("motieven", "rolverdeling"),
    ),
)


def changed(given: dict[str, Any], changes: tuple[Change, ...]) -> dict[str, Any]:
    """A copy of a profile with other values at dotted places."""
    copied = copy.deepcopy(given)
    for path, value in changes:
        at: Any = copied
        *parts, last = (int(part) if part.isdigit() else part for part in path.split("."))
        for part in parts:
            at = at[part]
        if value is DROP:
            del at[last]
        else:
            at[last] = value
    return copied


def said(folder: Path, given: dict[str, Any], promise: Promise) -> list[str]:
    """Every line that makes the promise, after the document that it stands in."""
    path = folder / "profiel.yaml"
    path.write_text(json.dumps(given), encoding="utf-8")  # which is YAML as well
    profile = load(path).profile
    made = context.build(profile, today=TODAY)
    here = [one for one in catalogue.load("documenten") if context.in_set(profile, one)]
    parts = [*here, "beleid_samenvatting", "beleid_bijlagen"] if "beleid" in here else here
    return [
        f"{document}: {line}"
        for document in parts
        if not promise.where or document in promise.where
        for line in fill_source(document, made).splitlines()
        if re.search(promise.says, line)
    ]


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.fact)
def it_promises_nothing_that_rests_on_a_fact_that_is_not_there(tmp_path: Path, promise: Promise) -> None:
    full = yaml.load((DATA / "volledig.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    basis = changed({key: part for key, part in full.items() if key not in {"huisstijl", "zelfscan"}}, promise.basis)
    assert said(tmp_path, basis, promise) != []
    assert said(tmp_path, changed(basis, promise.off), promise) == []
