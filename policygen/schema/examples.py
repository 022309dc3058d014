"""Examples for the starter profile: those of the schema, and better ones where land, sector or each other matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from policygen.profile.fields import model_in
from policygen.schema.values import allowed

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo as PydanticField


class Word(str):
    """A word that needs no quotation marks: a choice or a date."""

    __slots__ = ()


_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")

_EXAMPLES: Final[dict[str, Any]] = {
    "personen": {
        "bestuurder": {"naam": "Renée de Boer", "functie": "bestuurder"},
        "adviseur_kwaliteit": {
            "naam": "Joris de Wit",
            "functie": "adviseur kwaliteit",
            "email": "j.dewit@voorbeeld.nl",
        },
        "gedragsdeskundige": {"naam": "Noor Brouwer", "functie": "gedragsdeskundige"},
        "beheerder": {"naam": "Tjeerd Sjoerdsma", "functie": "functioneel beheerder ICT"},
        "adviseur_communicatie": {"naam": "Aïsha el Idrissi", "functie": "communicatieadviseur"},
        "begeleider": {"naam": "Marloes Prins", "functie": "persoonlijk begeleider"},
    },
    "rollen.bestuur.personen": ["bestuurder"],
    "rollen.expert.personen": ["adviseur_kwaliteit", "gedragsdeskundige"],
    "rollen.digicoach.personen": ["begeleider"],
    "rollen.digicoach.status": "gepland",
    "rollen.digicoach.uren_per_week": 6,
    "rollen.communicatie.personen": ["adviseur_communicatie"],
    "ict_contacten": [
        {"naam": "Servicedesk ICT", "waarvoor": ["wachtwoord", "toestel kwijt"], "telefoon": "000 000 00 01"},
        {"persoon": "beheerder", "waarvoor": ["instellingen per toestel", "nieuwe apps"]},
        {"naam": "Leverancier beeldbellen", "extern": True, "waarvoor": ["storing beeldbellen"]},
    ],
    "inspraak.verwanten.vorm": "verwantenraad",
    "inspraak.verwanten.per_jaar": 1,
    "inspraak.personeel.vorm": "ondernemingsraad",
    "inspraak.personeel.bevoegdheid": "instemming",
    "inspraak.personeel.geraadpleegd_op": "2026-10-13",
    "pdca.momenten": [
        {"fase": Word("plan"), "maand": 1, "wat": "jaarplan en budget", "wie": "adviseur_kwaliteit"},
        {"fase": Word("do"), "maand": 3, "wat": "teamgesprek over online media", "wie": "leidinggevende"},
        {"fase": Word("check"), "maand": 9, "wat": "zelfscan en incidentcijfers", "wie": "adviseur_kwaliteit"},
        {"fase": Word("act"), "maand": 11, "wat": "bijstelling in managementteam", "wie": "bestuurder"},
    ],
    "kanalen": [
        {
            "naam": "Facebook",
            "soort": "openbaar",
            "beheer": "communicatie",
            "doel": "nieuws",
            "reactietijd": "1 werkdag",
        },
        {"naam": "WhatsApp", "soort": "chat", "beheer": "leidinggevende", "doel": "praktische afspraken"},
    ],
    "vacatures": [
        {"functie": "persoonlijk begeleider", "lengte": Word("alle"), "nadruk": "mediabegeleiding", "mvx": True},
        {"functie": "communicatieadviseur", "lengte": Word("kort")},
    ],
    "zelfscan.antwoorden": {"ZB03": Word("deels")},
    "stakeholders.groepen": [
        {
            "naam": "verwanten",
            "gebruik": Word("spectator"),
            "bereikbaar": Word("ja"),
            "bereid": Word("ja"),
            "kanalen": ["Facebook"],
            "behoefte": "nieuws van de locatie",
        }
    ],
}

_BY_LAND: Final[dict[str, dict[str, Any]]] = {
    "NL": {
        "inspraak.clienten.vorm": "cliëntenraad",
        "taal.termen.bestuur": {"enkelvoud": "raad van bestuur", "lidwoord": Word("de")},
        "taal.termen.scholing": {"enkelvoud": "scholing"},
        "taal.termen.clientplan": {"enkelvoud": "ondersteuningsplan", "meervoud": "ondersteuningsplannen"},
    },
    "BE": {
        "document.vastgesteld_door": "bestuursorgaan",
        "motieven.beslist_door": "bestuursorgaan",
        "inspraak.clienten.vorm": "gebruikersraad",
        "inspraak.verwanten.vorm": "familieraad",
        "incidenten.extern": ["politie", "Child Focus"],
        "taal.termen.bestuur": {"enkelvoud": "bestuursorgaan", "lidwoord": Word("het")},
        "taal.termen.scholing": {"enkelvoud": "vorming"},
        "taal.termen.clientplan": {"enkelvoud": "handelingsplan", "meervoud": "handelingsplannen"},
        "mediabegeleiding.aanpak": "mediavraag in het handelingsplan",
        "onlinehulp.draagvlak.kiezers": ["bestuursorgaan"],
    },
}

_CLIENT: Final = {
    ("BE", "gehandicaptenzorg"): ("gebruiker", "gebruikers"),
    ("BE", "jeugdhulp"): ("jongere", "jongeren"),
    ("NL", "jeugdhulp"): ("jongere", "jongeren"),
    ("NL", "ouderenzorg"): ("bewoner", "bewoners"),
    ("BE", "ouderenzorg"): ("bewoner", "bewoners"),
    ("NL", "gemeente"): ("inwoner", "inwoners"),
    ("BE", "gemeente"): ("inwoner", "inwoners"),
    ("BE", "sociaal_werk"): ("hulpvrager", "hulpvragers"),
}

_TARGET: Final = {
    "gehandicaptenzorg": "mensen met een verstandelijke beperking",
    "ouderenzorg": "ouderen die niet meer zelfstandig kunnen wonen",
    "jeugdhulp": "kinderen, jongeren en hun ouders",
    "ggz": "mensen met psychische problemen",
    "sociaal_werk": "mensen die steun zoeken in hun buurt",
    "gemeente": "inwoners met een vraag over zorg of inkomen",
}

_WORDS: Final = {
    "verwant": ("verwant", "verwanten"),
    "medewerker": ("medewerker", "medewerkers"),
    "leidinggevende": ("teamleider", "teamleiders"),
}

_ROLE_KEYS: Final = {
    "bestuur": {"status", "personen", "voorbeeldgedrag"},
    "expert": {"status", "personen", "eindverantwoordelijk", "uren_per_week", "vervanger", "bijscholing", "taken"},
    "ict": {"status", "personen", "extern", "uren_per_week", "taken"},
    "digicoach": {"status", "personen", "eigen_naam", "uren_per_week", "reden"},
    "communicatie": {"status", "personen", "uren_per_week", "taken"},
}


def shown(path: str) -> bool:
    """Whether a field is in the starter profile; of the roles it shows the usual keys only."""
    parts = path.split(".")
    return parts[0] != "rollen" or len(parts) != 3 or parts[2] in _ROLE_KEYS[parts[1]]  # noqa: PLR2004 - rollen.rol.sleutel


def example(path: str, info: PydanticField, land: str, sector: str) -> Any:  # noqa: ANN401 - an example
    """What the starter profile shows for a field; None for a section that is written out field by field."""
    if path == "organisatie.doelgroep" and sector in _TARGET:
        return _TARGET[sector]
    for table in (_BY_LAND.get(land, {}), _EXAMPLES):
        if path in table:
            return _as_words(table[path], info)
    if path.startswith("taal.termen."):
        return _term(path.rpartition(".")[2], land, sector)
    if model_in(info.annotation) is not None and not info.examples:
        return None
    return _as_words(info.examples[0] if info.examples else "", info)


def _term(name: str, land: str, sector: str) -> dict[str, Any]:
    if name == "thema":
        return {"enkelvoud": "online media", "lidwoord": Word("geen")}
    one, many = _CLIENT.get((land, sector), ("cliënt", "cliënten")) if name == "client" else _WORDS[name]
    return {"enkelvoud": one, "meervoud": many}


def _as_words(value: Any, info: PydanticField) -> Any:  # noqa: ANN401 - an example
    if isinstance(value, list):
        return [_as_words(item, info) for item in value]
    if isinstance(value, str) and (value in allowed(info) or _DATE.fullmatch(value)):
        return Word(value)
    return value
