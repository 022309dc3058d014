"""How people talk about it: kick-off, forms, statements, questions; and the stakeholders."""

from __future__ import annotations

from typing import Annotated, Literal

from policygen.openplace import Open
from policygen.profile.declare import COMMUNICATIE, KWALITEIT, Deel, deel, veld
from policygen.profile.types import INVULLEN, Datum, Getal, JaDeelsNee, JaNee, Lijst, Tekst, Woord

Groepsnaam = Annotated[Literal["medewerkers", "clienten", "verwanten"] | Open, INVULLEN]
Werkvorm = Annotated[Literal["stellingen", "ideeen", "demonstratie_client", "workshop", "spel"] | Open, INVULLEN]
Gast = Annotated[Literal["expert_mediawijsheid", "ict", "innovatieteam"] | Open, INVULLEN]
Aanleiding = Annotated[Literal["incident", "vraag_collega"] | Open, INVULLEN]
Aanbeveling = Annotated[Literal["webcare", "vertrouwen", "samenwerking", "persoonlijk"] | Open, INVULLEN]
Catalogus = Annotated[
    Annotated[Lijst | Literal["alle"], Woord("alle", "alle")] | Literal["geen"], Woord("geen", "geen")
]
Gebruik = Literal["inactief", "spectator", "joiner", "verzamelaar", "criticus", "maker"]


class Boodschap(Deel):
    """What the opening says."""

    aanpak: Tekst | None = veld(
        "Hoe de organisatie het onderwerp oppakt.",
        label="wat de opening over de aanpak zegt",
        voorbeeld="We beginnen met drie teams.",
        wie=COMMUNICATIE,
        standaard="een algemene zin",
    )
    verwachting: Tekst | None = veld(
        "Wat mensen ervan merken.",
        label="wat mensen van de aanpak merken",
        voorbeeld="Elk team praat er twee keer per jaar over.",
        wie=COMMUNICATIE,
        standaard="een algemene zin",
    )
    bijdrage: Tekst | None = veld(
        "Wat mensen zelf kunnen doen.",
        label="wat mensen zelf kunnen doen",
        voorbeeld="Breng een vraag mee.",
        wie=COMMUNICATIE,
        standaard="een algemene zin",
    )


class Startmoment(Deel):
    """The opening meeting."""

    vorm: Annotated[Literal["kick-off", "lancering", "meeting", "bijeenkomst"] | Open, INVULLEN] | None = veld(
        "Hoe het startmoment heet.",
        label="de vorm van het startmoment",
        voorbeeld="kick-off",
        wie=COMMUNICATIE,
        standaard="bijeenkomst",
    )
    datum: Datum | None = veld(
        "Datum.", label="de datum van het startmoment", voorbeeld="2027-03-11", wie=COMMUNICATIE, invulplek=True
    )
    duur_min: Getal | None = veld(
        "Duur in minuten.",
        label="de duur van het startmoment in minuten",
        voorbeeld=90,
        wie=COMMUNICATIE,
        standaard="90",
    )
    plaats: Tekst | None = veld(
        "Plaats.", label="de plaats van het startmoment", voorbeeld="De Brink", wie=COMMUNICATIE, invulplek=True
    )
    doelgroepen: Annotated[tuple[Groepsnaam, ...] | Open, INVULLEN] | None = veld(
        "Wie erbij zijn.",
        label="wie er bij het startmoment zijn",
        voorbeeld=["medewerkers", "clienten", "verwanten"],
        antwoord="medewerkers, cliënten en verwanten",
        wie=COMMUNICATIE,
        standaard="alle drie",
    )
    boodschap: Boodschap | None = deel(
        "Wat de opening vertelt.",
        label="de boodschap van het startmoment",
        wie=COMMUNICATIE,
        standaard="algemene zinnen",
    )


class Stellingen(Deel):
    """Statements to talk about."""

    uit_catalogus: Catalogus | None = veld(
        "Stellingen van policygen: alle, geen, of een lijst met nummers als [M01, C03].",
        label="de keuze uit de stellingen van policygen",
        voorbeeld="alle",
        antwoord="alle stellingen",
        wie=KWALITEIT,
        standaard="alle",
    )
    eigen: Lijst | None = veld(
        "Eigen stellingen, zonder oordeel.",
        label="de eigen stellingen",
        voorbeeld=["Een begeleider hoeft niet te weten wie de online vrienden zijn."],
        wie=KWALITEIT,
    )


class Vragen(Deel):
    """Questions that people brought."""

    medewerkers: Lijst | None = veld(
        "Vragen van medewerkers.",
        label="de vragen van medewerkers",
        voorbeeld=["Mag ik appen met een cliënt?"],
        wie=KWALITEIT,
    )
    clienten: Lijst | None = veld(
        "Vragen van cliënten.",
        label="de vragen van cliënten",
        voorbeeld=["Waarom mag mijn telefoon niet mee?"],
        wie=KWALITEIT,
    )
    verwanten: Lijst | None = veld(
        "Vragen van verwanten.",
        label="de vragen van verwanten",
        voorbeeld=["Wie mag foto's van mijn broer plaatsen?"],
        wie=KWALITEIT,
    )


class Teams(Deel):
    """What teams do themselves."""

    eigen_gesprek: JaNee | None = veld(
        "Of teams zelf het gesprek voeren.",
        label="of teams zelf het gesprek voeren",
        voorbeeld=True,
        wie=KWALITEIT,
        standaard="onbekend in de zelfscan",
    )
    eigen_bijeenkomst: JaNee | None = veld(
        "Of teams een eigen bijeenkomst mogen houden.",
        label="of teams een eigen bijeenkomst houden",
        voorbeeld=True,
        wie=KWALITEIT,
        standaard="onbekend in de zelfscan",
    )


class Gesprek(Deel):
    """How the conversation goes."""

    startmoment: Startmoment | None = deel(
        "Het eerste moment.", label="het startmoment", wie=COMMUNICATIE, standaard="een bijeenkomst met invulplekken"
    )
    vormen: Annotated[tuple[Werkvorm, ...] | Open, INVULLEN] | None = veld(
        "Werkvormen.",
        label="de werkvormen voor het gesprek",
        voorbeeld=["stellingen", "spel"],
        wie=KWALITEIT,
        standaard="stellingen en ideeën",
    )
    middelen: Lijst | None = veld(
        "Materiaal.", label="het materiaal voor het gesprek", voorbeeld=["kletskaarten MediaJungle"], wie=KWALITEIT
    )
    gasten: Annotated[tuple[Gast, ...] | Open, INVULLEN] | None = veld(
        "Gasten in het gesprek.",
        label="de gasten in het gesprek",
        voorbeeld=["expert_mediawijsheid"],
        antwoord="een expert in mediawijsheid",
        wie=KWALITEIT,
    )
    aanleidingen: Annotated[tuple[Aanleiding, ...] | Open, INVULLEN] | None = veld(
        "Wat een gesprek kan openen.",
        label="de aanleidingen voor een gesprek",
        voorbeeld=["incident", "vraag_collega"],
        antwoord="een incident of een vraag van een collega",
        wie=KWALITEIT,
        standaard="allebei",
    )
    spelregels: Lijst | None = veld(
        "Spelregels van het gesprek.",
        label="de spelregels van het gesprek",
        voorbeeld=["geen oordeel"],
        wie=KWALITEIT,
        standaard="algemene spelregels",
    )
    stellingen: Stellingen | None = deel(
        "Stellingen om over te praten.", label="de stellingen", wie=KWALITEIT, standaard="alle stellingen van policygen"
    )
    vragen: Vragen | None = deel(
        "Vragen die er al zijn.", label="de vragen", wie=KWALITEIT, standaard="onbekend in de zelfscan"
    )
    toetsvraag: Tekst | None = veld(
        "Vaste vraag in elk overleg.",
        label="de vaste vraag in elk overleg",
        voorbeeld="Wat wint de cliënt hierbij?",
        wie=KWALITEIT,
        standaard="wat wint de cliënt hierbij",
    )
    terugkoppeling: Tekst | None = veld(
        "Hoe en wanneer mensen antwoord krijgen.",
        label="hoe en wanneer mensen antwoord krijgen",
        voorbeeld="binnen vier weken via het teamoverleg",
        wie=KWALITEIT,
        standaard="binnen vier weken",
    )
    teams: Teams | None = deel(
        "Wat teams zelf doen.", label="wat teams zelf doen", wie=KWALITEIT, standaard="onbekend in de zelfscan"
    )


class Groep(Deel):
    """A group of stakeholders."""

    naam: Tekst | None = veld(
        "Naam van de groep.", label="de naam van deze groep", voorbeeld="verwanten", wie=COMMUNICATIE, invulplek=True
    )
    wie: Tekst | None = veld(
        "Wie erbij horen.", label="wie bij deze groep horen", voorbeeld="ouders en broers of zussen", wie=COMMUNICATIE
    )
    gebruik: Annotated[Gebruik | Open, INVULLEN] | None = veld(
        "Hoe actief de groep online is.",
        label="hoe actief deze groep online is",
        voorbeeld="spectator",
        antwoord="kijkt mee, maar reageert niet",
        wie=COMMUNICATIE,
    )
    bereikbaar: JaDeelsNee | None = veld(
        "Of de groep langs deze weg te bereiken is.",
        label="of deze groep online te bereiken is",
        voorbeeld="ja",
        wie=COMMUNICATIE,
    )
    bereid: JaDeelsNee | None = veld(
        "Of de groep wil meedoen.", label="of deze groep wil meedoen", voorbeeld="ja", wie=COMMUNICATIE
    )
    diepgang: Annotated[Literal["licht", "midden", "diep"] | Open, INVULLEN] | None = veld(
        "Diepgang van het contact.",
        label="de diepgang van het contact met deze groep",
        voorbeeld="midden",
        wie=COMMUNICATIE,
    )
    kanalen: Lijst | None = veld(
        "Kanalen waar de groep is.", label="de kanalen van deze groep", voorbeeld=["Facebook"], wie=COMMUNICATIE
    )
    behoefte: Tekst | None = veld(
        "Wat de groep wil weten.",
        label="wat deze groep wil weten",
        voorbeeld="nieuws van de locatie",
        wie=COMMUNICATIE,
    )
    vorm: Tekst | None = veld(
        "Vorm die past.", label="de vorm die bij deze groep past", voorbeeld="kort bericht met foto", wie=COMMUNICATIE
    )
    luisteren: Tekst | None = veld(
        "Hoe vaak luisteren.",
        label="hoe vaak de organisatie naar deze groep luistert",
        voorbeeld="maandelijks",
        wie=COMMUNICATIE,
    )
    informeren: Tekst | None = veld(
        "Hoe vaak informeren.",
        label="hoe vaak de organisatie deze groep informeert",
        voorbeeld="wekelijks",
        wie=COMMUNICATIE,
    )
    interactie: Tekst | None = veld(
        "Hoe vaak in gesprek.",
        label="hoe vaak de organisatie met deze groep praat",
        voorbeeld="op vraag",
        wie=COMMUNICATIE,
    )


class Stakeholders(Deel):
    """The stakeholder and channel plan."""

    hoofdvraag: Tekst | None = veld(
        "De vraag waar het plan antwoord op geeft.",
        label="de hoofdvraag van het plan",
        voorbeeld="Hoe bereiken we verwanten beter?",
        wie=COMMUNICATIE,
        standaard="een algemene vraag",
    )
    beginsituatie: Tekst | None = veld(
        "Hoe het nu is.",
        label="hoe het contact met de groepen nu is",
        voorbeeld="weinig online contact",
        wie=COMMUNICATIE,
    )
    hoofddoel: Tekst | None = veld(
        "Wat het plan moet opleveren.",
        label="wat het plan moet opleveren",
        voorbeeld="cliënten doen veilig mee online",
        wie=COMMUNICATIE,
        invulplek=True,
    )
    doelen: Lijst | None = veld(
        "Doelen van de kanalen.",
        label="de doelen van de kanalen",
        voorbeeld=["betrokkenheid", "kennisdeling"],
        wie=COMMUNICATIE,
        standaard="betrokkenheid en kennisdeling",
    )
    fase: Annotated[Literal["begin", "groei", "vast"] | Open, INVULLEN] | None = veld(
        "Hoe ver de organisatie is.",
        label="hoe ver de organisatie met online contact is",
        voorbeeld="begin",
        antwoord="aan het begin",
        wie=COMMUNICATIE,
        standaard="begin",
    )
    ritme: Tekst | None = veld(
        "Wanneer er nu contact is.",
        label="wanneer er nu contact met de groepen is",
        voorbeeld="rond besluiten",
        wie=COMMUNICATIE,
    )
    onderzoek: Lijst | None = veld(
        "Hoe de organisatie de groepen leert kennen.",
        label="hoe de organisatie de groepen leert kennen",
        voorbeeld=["enquête", "interviews"],
        wie=COMMUNICATIE,
    )
    aanbevelingen: Annotated[tuple[Aanbeveling, ...] | Open, INVULLEN] | None = veld(
        "Aanbevelingen die het plan uitwerkt.",
        label="de aanbevelingen in het plan",
        voorbeeld=["webcare", "vertrouwen"],
        wie=COMMUNICATIE,
        standaard="alle vier",
    )
    groepen: Annotated[tuple[Groep, ...] | Open, INVULLEN] | None = veld(
        "De groepen.",
        label="de groepen waar het plan over gaat",
        voorbeeld=["{naam: verwanten, gebruik: spectator}"],
        antwoord="verwanten",
        wie=COMMUNICATIE,
        invulplek=True,
    )
