"""The seven conditions for online help."""

# ruff: noqa: TC001 - pydantic reads the annotations when the program runs
from __future__ import annotations

from policygen.profile.declare import BESTUUR, PROJECT, TECHNIEK, Deel, deel, veld
from policygen.profile.types import Getal, JaDeelsNee, Lijst, Tekst

_SCAN = "onbekend"


class Draagvlak(Deel):
    """Support in the organisation."""

    status: JaDeelsNee | None = veld(
        "Is er draagvlak?", label="of er draagvlak is", voorbeeld="deels", wie=PROJECT, standaard=_SCAN
    )
    kiezers: Lijst | None = veld(
        "Wie over onlinehulp beslist.", label="wie over onlinehulp beslist", voorbeeld=["raad van bestuur"], wie=BESTUUR
    )
    doelen: Lijst | None = veld(
        "Waar onlinehulp voor is.", label="de doelen van onlinehulp", voorbeeld=["begeleiding op afstand"], wie=PROJECT
    )
    visie: JaDeelsNee | None = veld(
        "Is er een visie op onlinehulp?",
        label="of er een visie op onlinehulp is",
        voorbeeld="ja",
        wie=PROJECT,
        standaard=_SCAN,
    )
    plan: JaDeelsNee | None = veld(
        "Is er een plan van aanpak?",
        label="of er een plan voor onlinehulp is",
        voorbeeld="deels",
        wie=PROJECT,
        standaard=_SCAN,
    )


class Team(Deel):
    """Five types; one person may be more than one."""

    ict_deskundige: Lijst | None = veld(
        "Kent de techniek: sleutels uit 'personen'.",
        label="de ICT-deskundige voor onlinehulp",
        voorbeeld=["beheerder"],
        wie=PROJECT,
        invulplek=True,
    )
    onlinehulpverlener: Lijst | None = veld(
        "Geeft de hulp: sleutels uit 'personen'.",
        label="de onlinehulpverlener",
        voorbeeld=["begeleider"],
        wie=PROJECT,
        invulplek=True,
    )
    pionier_inspirator: Lijst | None = veld(
        "Probeert uit en neemt anderen mee: sleutels uit 'personen'.",
        label="de pionier en inspirator voor onlinehulp",
        voorbeeld=["begeleider"],
        wie=PROJECT,
        invulplek=True,
    )
    organisator: Lijst | None = veld(
        "Regelt tijd en afspraken: sleutels uit 'personen'.",
        label="de organisator van onlinehulp",
        voorbeeld=["adviseur_kwaliteit"],
        wie=PROJECT,
        invulplek=True,
    )
    behartiger: Lijst | None = veld(
        "Staat ervoor in het management: sleutels uit 'personen'.",
        label="de behartiger van onlinehulp",
        voorbeeld=["bestuurder"],
        wie=PROJECT,
        invulplek=True,
    )


class Tijd(Deel):
    """Two kinds of time."""

    werkuren: Getal | None = veld(
        "Uren om het op te zetten.", label="de werkuren voor onlinehulp", voorbeeld=160, wie=PROJECT, invulplek=True
    )
    doorlooptijd: Tekst | None = veld(
        "Hoe lang het duurt.",
        label="de doorlooptijd van onlinehulp",
        voorbeeld="9 maanden",
        wie=PROJECT,
        invulplek=True,
    )
    strategie: Tekst | None = veld(
        "Hoe de organisatie begint.",
        label="de strategie voor onlinehulp",
        voorbeeld="begin met twee teams",
        wie=PROJECT,
    )


class Kosten(Deel):
    """Euro a year, by kind."""

    tool_opstart: Getal | None = veld(
        "Opstart van de tool, in euro.", label="de kosten om de tool te starten", voorbeeld=4500, wie=PROJECT
    )
    tool_onderhoud: Getal | None = veld(
        "Onderhoud van de tool, in euro per jaar.", label="de kosten van onderhoud", voorbeeld=1800, wie=PROJECT
    )
    personeel: Getal | None = veld(
        "Personeel, in euro per jaar.", label="de kosten van personeel", voorbeeld=12000, wie=PROJECT
    )
    werking: Getal | None = veld(
        "Werking, in euro per jaar.", label="de kosten van werking", voorbeeld=2500, wie=PROJECT
    )
    regeling_hulpvragers: Tekst | None = veld(
        "Of hulpvragers betalen, en hoe; 'geen' als zij niets betalen.",
        label="de regeling voor hulpvragers",
        voorbeeld="geen",
        wie=PROJECT,
    )


class Techniek(Deel):
    """What the technology asks."""

    vereisten: JaDeelsNee | None = veld(
        "Staan de eisen aan ICT vast?",
        label="of de eisen aan ICT vaststaan",
        voorbeeld="deels",
        wie=TECHNIEK,
        standaard=_SCAN,
    )
    partner: Tekst | None = veld(
        "Partner met kennis van techniek.",
        label="de technische partner",
        voorbeeld="leverancier beeldbellen",
        wie=TECHNIEK,
        invulplek=True,
    )
    risico_tools: Tekst | None = veld(
        "Hoe de organisatie omgaat met tools die veranderen.",
        label="de aanpak van veranderende tools",
        voorbeeld="halfjaarlijkse check",
        wie=TECHNIEK,
    )
    risico_taal: Tekst | None = veld(
        "Hoe zorg en ICT elkaar verstaan.",
        label="hoe zorg en ICT elkaar verstaan",
        voorbeeld="woordenlijst en vast overleg",
        wie=TECHNIEK,
    )


class Werkplek(Deel):
    """Where and when people work."""

    rustig: JaDeelsNee | None = veld(
        "Is er een rustige plek?", label="of er een rustige werkplek is", voorbeeld="ja", wie=PROJECT, standaard=_SCAN
    )
    thuis: JaDeelsNee | None = veld(
        "Mag het thuis?", label="of thuis werken mag", voorbeeld="ja", wie=PROJECT, standaard=_SCAN
    )
    buiten_kantooruren: JaDeelsNee | None = veld(
        "Mag het buiten kantooruren?",
        label="of werken buiten kantooruren mag",
        voorbeeld="nee",
        wie=PROJECT,
        standaard=_SCAN,
    )
    afspraken: Tekst | None = veld(
        "Afspraken over plaats en tijd.",
        label="de afspraken over plaats en tijd",
        voorbeeld="tussen 8 en 20 uur, in een eigen ruimte",
        wie=PROJECT,
        invulplek=True,
    )


class Deskundigheid(Deel):
    """What the team has to know."""

    mediawijsheid: JaDeelsNee | None = veld(
        "Is mediawijsheid op orde?",
        label="of mediawijsheid op orde is",
        voorbeeld="deels",
        wie=PROJECT,
        standaard=_SCAN,
    )
    mediabewustzijn: JaDeelsNee | None = veld(
        "Kent het team de plek van media in ons leven?",
        label="of mediabewustzijn op orde is",
        voorbeeld="ja",
        wie=PROJECT,
        standaard=_SCAN,
    )
    mediabegrip: JaDeelsNee | None = veld(
        "Begrijpt het team wat een bericht of app stuurt?",
        label="of mediabegrip op orde is",
        voorbeeld="deels",
        wie=PROJECT,
        standaard=_SCAN,
    )
    mediahouding: JaDeelsNee | None = veld(
        "Heeft het team een eigen oordeel over media?",
        label="of mediahouding op orde is",
        voorbeeld="deels",
        wie=PROJECT,
        standaard=_SCAN,
    )
    mediagedrag: JaDeelsNee | None = veld(
        "Kent het team de gevolgen van eigen gedrag online?",
        label="of mediagedrag op orde is",
        voorbeeld="nee",
        wie=PROJECT,
        standaard=_SCAN,
    )


class Onlinehulp(Deel):
    """Online help; the section makes the document."""

    draagvlak: Draagvlak | None = deel(
        "Steun in huis.", label="het draagvlak voor onlinehulp", wie=PROJECT, standaard=_SCAN
    )
    team: Team | None = deel(
        "Wie het doen.", label="het team voor onlinehulp", wie=PROJECT, standaard="vijf invulplekken"
    )
    tijd: Tijd | None = deel(
        "Twee soorten tijd.", label="de tijd voor onlinehulp", wie=PROJECT, standaard="invulplekken"
    )
    kosten: Kosten | None = deel("Euro per jaar, per soort.", label="de kosten van onlinehulp", wie=PROJECT)
    ict: Techniek | None = deel("Techniek.", label="de ICT voor onlinehulp", wie=TECHNIEK, standaard=_SCAN)
    werkplek: Werkplek | None = deel(
        "Plaats en tijd van werken.", label="de werkplek voor onlinehulp", wie=PROJECT, standaard=_SCAN
    )
    deskundigheid: Deskundigheid | None = deel(
        "Wat het team moet weten.", label="de deskundigheid voor onlinehulp", wie=PROJECT, standaard=_SCAN
    )
