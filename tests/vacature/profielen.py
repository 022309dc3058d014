"""Organisations that differ as much as they can, in both tones, each with a vacancy for all functions."""

from __future__ import annotations

import datetime as dt
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from policygen import catalogue, resources
from policygen.context import build
from policygen.profile import Profile, load

ALLES = """
organisatie: {naam: Stichting Veldermaat, korte_naam: Veldermaat, land: NL, sector: gehandicaptenzorg}
document: {namen_tonen: overal}
personen:
  kwaliteit: {naam: Joris de Wit, functie: adviseur kwaliteit, email: j.dewit@veldermaat.example}
  hr: {naam: Lies Bos, functie: HR-adviseur, email: l.bos@veldermaat.example}
  maatje: {naam: Marloes Prins, functie: begeleider}
rollen:
  expert: {status: ingevuld, personen: [kwaliteit], eindverantwoordelijk: true}
  digicoach: {status: ingevuld, eigen_naam: digimaatje, personen: [maatje], uren_per_week: 6}
scholing: {status: voldoende, aanbod: [basismodule], uren_per_jaar: 4, in_werktijd: ja}
"""
NIETS = """
organisatie: {naam: Woonzorgcentrum De Linde, land: NL, sector: ouderenzorg}
"""
BELOOFT_NIETS = """
organisatie: {naam: "'t Zeepaardje vzw", korte_naam: "'t Zeepaardje", land: BE, sector: jeugdhulp}
personen: {kind: {naam: An Claes, functie: opvoeder}}
rollen:
  expert: {status: gepland}
  digicoach: {status: gepland, personen: [kind], uren_per_week: INVULLEN}
scholing: {status: meer_nodig, behoefte: [deepfakes], in_werktijd: nee}
"""
VLAAMS = """
organisatie:
  {naam: Begeleidingscentrum Ommezwaai, korte_naam: Ommezwaai, lidwoord: het, land: BE, sector: gehandicaptenzorg}
personen: {dirk: {naam: Dirk Maes, functie: stafmedewerker kwaliteit, email: dirk@ommezwaai.example}}
rollen: {expert: {status: ingevuld, personen: [dirk], eindverantwoordelijk: true}}
scholing: {status: voldoende, aanbod: [halve dag], in_werktijd: ja}
"""
HET_KIND = """
organisatie: {naam: Stichting Samen Onderweg Midden, land: NL, sector: jeugdhulp}
taal:
  termen:
    client: {enkelvoud: kind, meervoud: kinderen, lidwoord: het}
    thema: {enkelvoud: mediawijsheid, lidwoord: geen}
rollen: {digicoach: {status: ingevuld, uren_per_week: "2,5"}}
scholing: {status: voldoende, aanbod: [spreekuur]}
"""
GEMEENTE = """
organisatie: {naam: Gemeente Oostermeer, lidwoord: de, land: NL, sector: gemeente}
taal:
  termen:
    verwant: geen
    client: {enkelvoud: inwoner, meervoud: inwoners}
    thema: {enkelvoud: online en sociale media, lidwoord: geen}
rollen:
  expert: {status: ingevuld}
  digicoach: {status: niet_nodig, reden: te klein}
scholing: {status: voldoende, uren_per_jaar: 1, in_werktijd: nee}
"""
INTENSIEF = """
organisatie:
  {naam: "'t Zeepaardje", land: NL, sector: gehandicaptenzorg, doelgroep: kinderen met een meervoudige beperking}
taal:
  termen:
    client: {enkelvoud: kind}
personen: {an: {naam: An Bos, functie: Pedagogisch adviseur}}
rollen:
  expert: {status: ingevuld, personen: [an], eindverantwoordelijk: true}
  digicoach: {status: niet_nodig, reden: te klein}
scholing: {status: voldoende, aanbod: [spreekuur], in_werktijd: ja}
"""
GGZ = """
organisatie: {naam: GGZ Noordoever, land: NL, sector: ggz}
"""
PROFIELEN = {
    "alles": ALLES,
    "niets": NIETS,
    "belooft_niets": BELOOFT_NIETS,
    "vlaams": VLAAMS,
    "het_kind": HET_KIND,
    "gemeente": GEMEENTE,
    "intensief": INTENSIEF,
    "ggz": GGZ,
}
KLAAR = resources.ready_profiles()
TONEN = ("je", "u")


def functies() -> tuple[str, ...]:
    """The ten names as a user types them, and one that the catalogue does not know."""
    return (*(one["naam"] for key, one in catalogue.load("vacatures")["functies"].items() if key != "neutraal"), "kok")


def loaded(text: str) -> Profile:
    """The profile in a YAML text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "profiel.yaml"
        path.write_text(text, encoding="utf-8")
        return load(path).profile


def context(text: str) -> dict[str, Any]:
    """The Context of a profile in YAML text."""
    return build(loaded(text), today=dt.date(2026, 11, 23))


@cache
def gegevens(naam: str) -> dict[str, Any]:
    """What an organisation typed, as texts."""
    text = resources.ready_profile(naam).decode().replace(": null", ': ""') if naam in KLAAR else PROFIELEN[naam]
    read: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return read


@cache
def gemaakt(naam: str, toon: str) -> dict[str, Any]:
    """The Context of one organisation in one tone, with all eleven functions in all lengths."""
    data = dict(gegevens(naam))
    data["taal"] = {**data.get("taal", {}), "aanspreekvorm": toon}
    data["vacatures"] = [{"functie": functie, "lengte": "alle"} for functie in functies()]
    return context(yaml.safe_dump(data, allow_unicode=True))


def vacatures(naam: str, toon: str) -> dict[str, Any]:
    """The vacancies of one organisation in one tone."""
    made: dict[str, Any] = gemaakt(naam, toon)["vacatures"]
    return made


def elke_tekst(naam: str, toon: str) -> list[tuple[str, str, str]]:
    """All 33 snippets as (function, length, text)."""
    return [
        (one["titel"], snippet["lengte"], str(snippet["tekst"]))
        for one in vacatures(naam, toon)["lijst"]
        for snippet in one["snippets"]
    ]
