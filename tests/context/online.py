"""The profiles of the test data with the sections that make the documents `onlinehulp` and `stakeholders`.

Only volledig.yaml has them itself, so every other profile gets three kinds behind it: one key, everything,
  and everything
INVULLEN where its status allows that.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from policygen.profile import load
from policygen.profile.openplaces import open_fields
from tests.context.bodies import DATA, OWN, base, fill_source, typed

ONE_KEY = """
onlinehulp: {tijd: {werkuren: 80}}
stakeholders: {fase: groei}
"""
FULL = """
onlinehulp:
  draagvlak: {status: ja, kiezers: [directie, het team kwaliteit], doelen: [sneller antwoord, minder reizen],
    visie: nee, plan: nee}
  team: {ict_deskundige: [], pionier_inspirator: []}
  tijd: {werkuren: 0, doorlooptijd: een half jaar}
  kosten: {tool_opstart: 0, tool_onderhoud: 1000, personeel: 2000, werking: 0, regeling_hulpvragers: 5 euro per maand}
  ict: {vereisten: ja, partner: Netwerk & Zn, risico_tools: elk kwartaal testen}
  werkplek: {rustig: deels, thuis: nee, buiten_kantooruren: deels, afspraken: van 9 tot 21 uur}
  deskundigheid: {mediawijsheid: ja, mediabewustzijn: ja, mediabegrip: ja, mediahouding: ja, mediagedrag: ja}
stakeholders:
  hoofdvraag: Hoe blijven we in gesprek met de buurt?
  beginsituatie: alleen een nieuwsbrief
  hoofddoel: de buurt en wij helpen elkaar
  doelen: [betrokkenheid, meer vrijwilligers]
  fase: vast
  ritme: elke maand en rond besluiten
  onderzoek: [peiling onder buren, rondetafel]
  aanbevelingen: [persoonlijk]
  groepen:
    - {naam: buren, wie: straat en plein, gebruik: maker, bereikbaar: nee, bereid: deels, diepgang: diep,
        kanalen: [buurtapp]}
    - {naam: buren, gebruik: joiner, bereikbaar: deels, bereid: ja, diepgang: licht, luisteren: elke week}
    - {naam: scholen}
"""
INVULLEN = """
onlinehulp:
  draagvlak: {status: INVULLEN, kiezers: INVULLEN, doelen: [INVULLEN], visie: INVULLEN, plan: INVULLEN}
  team: {ict_deskundige: INVULLEN, onlinehulpverlener: [INVULLEN], pionier_inspirator: INVULLEN,
    organisator: INVULLEN, behartiger: INVULLEN}
  tijd: {werkuren: INVULLEN, doorlooptijd: INVULLEN, strategie: INVULLEN}
  kosten: {tool_opstart: INVULLEN, tool_onderhoud: 0, personeel: INVULLEN, werking: INVULLEN,
    regeling_hulpvragers: INVULLEN}
  ict: {vereisten: INVULLEN, partner: INVULLEN, risico_tools: INVULLEN, risico_taal: INVULLEN}
  werkplek: {rustig: INVULLEN, thuis: INVULLEN, buiten_kantooruren: INVULLEN, afspraken: INVULLEN}
  deskundigheid: {mediawijsheid: INVULLEN, mediabewustzijn: INVULLEN, mediabegrip: INVULLEN,
    mediahouding: INVULLEN, mediagedrag: INVULLEN}
stakeholders:
  hoofdvraag: INVULLEN
  beginsituatie: INVULLEN
  hoofddoel: INVULLEN
  doelen: INVULLEN
  fase: INVULLEN
  ritme: INVULLEN
  onderzoek: [INVULLEN]
  aanbevelingen: [webcare, INVULLEN]
  groepen:
    - {naam: INVULLEN, wie: INVULLEN, gebruik: INVULLEN, bereikbaar: INVULLEN, bereid: INVULLEN,
        diepgang: INVULLEN, kanalen: INVULLEN, behoefte: INVULLEN, vorm: INVULLEN, luisteren: INVULLEN,
          informeren: INVULLEN, interactie: INVULLEN}
"""
_KINDS = {"een_sleutel": ONE_KEY, "alles": FULL, "invullen": INVULLEN}
_DECIDED = ("jeugdhulp_be", "lange_naam")
CASES = (
    "volledig",
    *(f"{name}-{kind}" for name in ("minimaal", *OWN) for kind in _KINDS if kind != "invullen" or name not in _DECIDED),
)


def unknown(case: str, section: str) -> list[str]:
    """The fields of a section that the profile of a case says INVULLEN for."""
    if "-invullen" not in case:
        return []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "profiel.yaml"
        path.write_text(f"organisatie: {{naam: A, land: NL}}\n{INVULLEN}", encoding="utf-8")
        return [field for field in open_fields(load(path).profile) if field.startswith(f"{section}.")]


@cache
def made(case: str) -> dict[str, Any]:
    """The Context of a case of `CASES`; do not change it."""
    name, _, kind = case.partition("-")
    if not kind:
        return base(name)
    path = DATA / "profielen" / f"{name}.yaml" if name in OWN else DATA / f"{name}.yaml"
    with tempfile.TemporaryDirectory() as folder:
        return typed(Path(folder), path.read_text(encoding="utf-8") + _KINDS[kind])


@cache
def text(case: str, document_id: str) -> str:
    """The text of one of the two documents for a case of `CASES`."""
    return fill_source(document_id, made(case))
