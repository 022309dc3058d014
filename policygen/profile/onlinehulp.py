"""The seven conditions for online help."""

# ruff: noqa: TC001 - pydantic reads the annotations when the program runs
from __future__ import annotations

from policygen.profile.declare import BESTUUR, PROJECT, TECHNIEK, Deel, deel, veld
from policygen.profile.types import Getal, JaDeelsNee, Lijst, Tekst

_SCAN = "onbekend"


class Draagvlak(Deel):
    """Support in the organisation."""

    status: JaDeelsNee | None = veld(
        "Is er draagvlak?", label="of er draagvlak voor onlinehulp is", voorbeeld="deels", wie=PROJECT, standaard=_SCAN
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
        label="wie de techniek van onlinehulp kent",
        voorbeeld=["beheerder"],
        wie=PROJECT,
        invulplek=True,
    )
    onlinehulpverlener: Lijst | None = veld(
        "Geeft de hulp: sleutels uit 'personen'.",
        label="wie de onlinehulp geeft",
        voorbeeld=["begeleider"],
        wie=PROJECT,
        invulplek=True,
    )
    pionier_inspirator: Lijst | None = veld(
        "Probeert uit en neemt anderen mee: sleutels uit 'personen'.",
        label="wie onlinehulp uitprobeert en anderen meeneemt",
        voorbeeld=["begeleider"],
        wie=PROJECT,
        invulplek=True,
    )
    organisator: Lijst | None = veld(
        "Regelt tijd en afspraken: sleutels uit 'personen'.",
        label="wie de tijd en de afspraken voor onlinehulp regelt",
        voorbeeld=["adviseur_kwaliteit"],
        wie=PROJECT,
        invulplek=True,
    )
    behartiger: Lijst | None = veld(
        "Staat ervoor in het management: sleutels uit 'personen'.",
        label="wie onlinehulp in het management verdedigt",
        voorbeeld=["bestuurder"],
        wie=PROJECT,
        invulplek=True,
    )


class Tijd(Deel):
    """Two kinds of time."""

    werkuren: Getal | None = veld(
        "Uren om het op te zetten.",
        label="het aantal werkuren om onlinehulp op te zetten",
        voorbeeld=160,
        wie=PROJECT,
        invulplek=True,
    )
    doorlooptijd: Tekst | None = veld(
        "Hoe lang het duurt.",
        label="hoe lang het opzetten van onlinehulp duurt",
        voorbeeld="9 maanden",
        wie=PROJECT,
        invulplek=True,
    )
    strategie: Tekst | None = veld(
        "Hoe de organisatie begint.",
        label="hoe de organisatie met onlinehulp begint",
        voorbeeld="begin met twee teams",
        wie=PROJECT,
    )


class Kosten(Deel):
    """Euro a year, by kind."""

    tool_opstart: Getal | None = veld(
        "Opstart van de tool, in euro.", label="de kosten om te beginnen met de tool", voorbeeld=4500, wie=PROJECT
    )
    tool_onderhoud: Getal | None = veld(
        "Onderhoud van de tool, in euro per jaar.",
        label="de kosten van onderhoud van de tool",
        voorbeeld=1800,
        wie=PROJECT,
    )
    personeel: Getal | None = veld(
        "Personeel, in euro per jaar.", label="de kosten van personeel voor onlinehulp", voorbeeld=12000, wie=PROJECT
    )
    werking: Getal | None = veld(
        "Werking, in euro per jaar.", label="de overige kosten van onlinehulp", voorbeeld=2500, wie=PROJECT
    )
    regeling_hulpvragers: Tekst | None = veld(
        "Of hulpvragers betalen, en hoe; 'geen' als zij niets betalen.",
        label="of hulpvragers voor onlinehulp betalen, en hoe",
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
        label="de partner met kennis van techniek",
        voorbeeld="leverancier beeldbellen",
        wie=TECHNIEK,
        invulplek=True,
    )
    risico_tools: Tekst | None = veld(
        "Hoe de organisatie omgaat met tools die veranderen.",
        label="hoe de organisatie omgaat met tools die veranderen",
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
        "Mag het thuis?", label="of het team thuis mag werken", voorbeeld="ja", wie=PROJECT, standaard=_SCAN
    )
    buiten_kantooruren: JaDeelsNee | None = veld(
        "Mag het buiten kantooruren?",
        label="of het team buiten kantooruren mag werken",
        voorbeeld="nee",
        wie=PROJECT,
        standaard=_SCAN,
    )
    afspraken: Tekst | None = veld(
        "Afspraken over plaats en tijd.",
        label="de afspraken over plaats en tijd van werken",
        voorbeeld="op werkdagen, in een eigen ruimte",
        wie=PROJECT,
        invulplek=True,
    )


class Deskundigheid(Deel):
    """What the team has to know."""

    mediawijsheid: JaDeelsNee | None = veld(
        "Is mediawijsheid op orde?",
        label="of het team genoeg mediawijsheid heeft",
        voorbeeld="deels",
        wie=PROJECT,
        standaard=_SCAN,
    )
    mediabewustzijn: JaDeelsNee | None = veld(
        "Kent het team de plek van media in ons leven?",
        label="of het team de plek van media in ons leven kent",
        voorbeeld="ja",
        wie=PROJECT,
        standaard=_SCAN,
    )
    mediabegrip: JaDeelsNee | None = veld(
        "Begrijpt het team wat een bericht of app stuurt?",
        label="of het team begrijpt wat een bericht of app stuurt",
        voorbeeld="deels",
        wie=PROJECT,
        standaard=_SCAN,
    )
    mediahouding: JaDeelsNee | None = veld(
        "Heeft het team een eigen oordeel over media?",
        label="of het team een eigen oordeel over media heeft",
        voorbeeld="deels",
        wie=PROJECT,
        standaard=_SCAN,
    )
    mediagedrag: JaDeelsNee | None = veld(
        "Kent het team de gevolgen van eigen gedrag online?",
        label="of het team de gevolgen van eigen gedrag online kent",
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
