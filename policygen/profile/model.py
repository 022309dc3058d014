"""The whole profile."""

# ruff: noqa: TC001 - pydantic reads the annotations when the program runs
from __future__ import annotations

from typing import Annotated, Literal

from policygen.openplace import Open
from policygen.profile.beleid import Beleid, Incidenten, Kanaal, Mediabegeleiding, Motieven, Scholing, Visie
from policygen.profile.declare import (
    COMMUNICATIE,
    KWALITEIT,
    OPSTELLER,
    PERSONEEL,
    PROJECT,
    RAAD,
    TECHNIEK,
    Deel,
    deel,
    veld,
)
from policygen.profile.gesprek import Gesprek, Stakeholders
from policygen.profile.onlinehulp import Onlinehulp
from policygen.profile.organisatie import Document, Huisstijl, Organisatie, Persoon, Taal
from policygen.profile.rollen import IctContact, Inspraak, Pdca, Rollen
from policygen.profile.types import INVULLEN, Datum, JaNee, Tekst, Woord

DocumentId = Literal[
    "leeswijzer",
    "visie",
    "beleid",
    "rolverdeling",
    "borging",
    "vacature",
    "gesprek",
    "motieven",
    "onlinehulp",
    "stakeholders",
    "zelfscan",
]
VraagId = Literal[
    "ZB01", "ZB02", "ZB03", "ZB04", "ZB05", "ZB06", "ZB07", "ZB08", "ZB09", "ZB10", "ZB11",
    "ZG01", "ZG02", "ZG03", "ZG04", "ZG05", "ZG06", "ZG07", "ZG08", "ZG09",
]  # fmt: skip


class Vacature(Deel):
    """A vacancy that gets a text."""

    functie: Tekst | None = veld(
        "Naam van de functie; bij een onbekende functie komt de neutrale tekst.",
        label="de functie in deze vacature",
        voorbeeld="persoonlijk begeleider",
        wie=PERSONEEL,
        standaard="een neutrale tekst",
    )
    status: Annotated[Literal["concept", "gebruikt"] | Open, INVULLEN] | None = veld(
        "Of de tekst al in een vacature heeft gestaan.",
        label="of deze vacaturetekst al is gebruikt",
        voorbeeld="concept",
        antwoord="nog niet",
        wie=PERSONEEL,
        standaard="concept",
    )
    lengte: Annotated[Literal["kort", "midden", "lang", "alle"] | Open, INVULLEN] | None = veld(
        "Lengte van de tekst.",
        label="de lengte van deze vacaturetekst",
        voorbeeld="alle",
        wie=PERSONEEL,
        standaard="alle",
    )
    nadruk: Tekst | None = veld(
        "Waar de tekst de nadruk op legt.",
        label="waar deze vacaturetekst de nadruk op legt",
        voorbeeld="mediabegeleiding",
        wie=PERSONEEL,
    )
    mvx: JaNee | None = veld(
        "Zet (m/v/x) achter de functie.",
        label="of (m/v/x) achter de functie staat",
        voorbeeld=True,
        wie=PERSONEEL,
        standaard="nee",
    )


class Zelfscan(Deel):
    """The self-scan, as far as the profile does not answer it."""

    datum: Datum | None = veld(
        "Datum van de zelfscan.",
        label="de datum van de zelfscan",
        voorbeeld="2026-11-20",
        wie=KWALITEIT,
        standaard="de datum van het document",
    )
    door: Tekst | None = veld(
        "Wie de zelfscan invult: een sleutel uit 'personen'.",
        label="wie de zelfscan invult",
        voorbeeld="adviseur_kwaliteit",
        wie=KWALITEIT,
        standaard="de eigenaar",
    )
    antwoorden: dict[VraagId, Tekst] | None = veld(
        "Eigen antwoord per vraag; gaat boven het antwoord uit het profiel.",
        label="de antwoorden van de zelfscan",
        voorbeeld=["ZB03: deels"],
        wie=KWALITEIT,
        standaard="de antwoorden uit het profiel",
    )
    vorige: Tekst | None = veld(
        "Bestand met een eerder profiel of een eerdere zelfscan.",
        label="de vorige zelfscan",
        voorbeeld="profiel-2025.yaml",
        wie=KWALITEIT,
    )


class Profile(Deel):
    """An organisation profile: one attribute per section, None where it is absent."""

    organisatie: Organisatie = deel("De organisatie zelf.", label="de organisatie", nodig=True)
    taal: Taal | None = deel(
        "Hoe de documenten klinken.",
        label="de taal",
        wie=COMMUNICATIE,
        standaard="je, B1, de gewone woorden voor land en sector",
    )
    huisstijl: Huisstijl | None = deel(
        "Hoe de documenten eruitzien.",
        label="de huisstijl",
        wie=COMMUNICATIE,
        standaard="het sjabloon van policygen, zonder logo",
    )
    document: Document | None = deel(
        "Wat op de voorpagina staat.", label="de gegevens van het document", standaard="concept 0.1, met invulplekken"
    )
    documenten: (
        Annotated[
            Annotated[tuple[Annotated[DocumentId | Open, INVULLEN], ...] | Literal["alle"], Woord("alle", "alle")]
            | Open,
            INVULLEN,
        ]
        | None
    ) = veld(
        "Welke documenten policygen maakt: alle, of een lijst.",
        label="welke documenten nodig zijn",
        voorbeeld=["visie", "rolverdeling", "vacature"],
        wie=OPSTELLER,
        standaard="alle",
    )
    personen: dict[str, Persoon] | None = deel(
        "De mensen, elk onder een eigen sleutel die niet de naam van een rol is. Een persoon mag meer rollen hebben.",
        label="de personen",
        wie=KWALITEIT,
    )
    visie: Visie | None = deel("Waarom de organisatie dit doet.", label="de visie", standaard="algemene zinnen")
    rollen: Rollen | None = deel(
        "Wie wat doet.", label="de rollen", wie=KWALITEIT, standaard="vijf rollen, met invulplekken bij de expert"
    )
    ict_contacten: Annotated[tuple[IctContact, ...] | Open, INVULLEN] | None = veld(
        "Wie helpt waarmee, ook leveranciers.",
        label="wie helpt bij ICT-vragen",
        voorbeeld=["{naam: Servicedesk ICT, waarvoor: [wachtwoord], telefoon: 000 000 00 01}"],
        antwoord="Servicedesk ICT, telefoon 000 000 00 01",
        wie=TECHNIEK,
        invulplek=True,
    )
    inspraak: Inspraak | None = deel(
        "Wie meepraat.", label="de inspraak", wie=RAAD, standaard="neutrale omschrijvingen"
    )
    pdca: Pdca | None = deel(
        "Hoe het onderwerp elk jaar terugkomt.",
        label="de jaarcyclus",
        wie=KWALITEIT,
        standaard="PDCA met een voorstel voor momenten",
    )
    motieven: Motieven | None = deel(
        "Waarom er beleid is.", label="de motieven", standaard="besluit wel, met algemene motieven"
    )
    beleid: Beleid | None = deel("Het beleid zelf.", label="het beleid", standaard="een invulplek voor de ingangsdatum")
    gesprek: Gesprek | None = deel(
        "Hoe mensen erover praten.", label="het gesprek", wie=KWALITEIT, standaard="een algemeen gespreksplan"
    )
    mediabegeleiding: Mediabegeleiding | None = deel(
        "Begeleiding van cliënten online.", label="de mediabegeleiding", wie=KWALITEIT, standaard="algemene zinnen"
    )
    incidenten: Incidenten | None = deel(
        "Als het misgaat.",
        label="de incidenten",
        wie=KWALITEIT,
        standaard="algemene stappen, met een invulplek voor het meldpunt",
    )
    scholing: Scholing | None = deel(
        "Leren en oefenen.", label="de scholing", wie=PERSONEEL, standaard="onbekend in de zelfscan"
    )
    kanalen: Annotated[tuple[Kanaal, ...] | Open, INVULLEN] | None = veld(
        "De kanalen van de organisatie.",
        label="de kanalen",
        voorbeeld=["{naam: Facebook, soort: openbaar, beheer: communicatie}"],
        antwoord="Facebook, beheerd door de communicatieadviseur",
        wie=COMMUNICATIE,
        standaard="een lege kanalentabel",
    )
    stakeholders: Stakeholders | None = deel(
        "Plan voor stakeholders en kanalen; weglaten als dat document niet nodig is.",
        label="de stakeholders",
        wie=COMMUNICATIE,
    )
    onlinehulp: Onlinehulp | None = deel(
        "Voorwaarden voor onlinehulp; weglaten als dat document niet nodig is.", label="de onlinehulp", wie=PROJECT
    )
    vacatures: Annotated[tuple[Vacature, ...] | Open, INVULLEN] | None = veld(
        "Vacatures die een tekst krijgen.",
        label="de vacatures",
        voorbeeld=["{functie: persoonlijk begeleider, lengte: alle}"],
        antwoord="persoonlijk begeleider",
        wie=PERSONEEL,
        standaard="één neutrale tekst in drie lengtes",
    )
    zelfscan: Zelfscan | None = deel(
        "Wat de zelfscan niet uit het profiel kan halen.",
        label="de zelfscan",
        wie=KWALITEIT,
        standaard="de antwoorden uit het profiel",
    )
