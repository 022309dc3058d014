"""Who does what: roles, ICT contacts, councils and the yearly cycle."""

# ruff: noqa: TC001 - pydantic reads the annotations when the program runs
from __future__ import annotations

from typing import Annotated, Literal

from policygen.openplace import Open
from policygen.profile.declare import BESTUUR, COMMUNICATIE, KWALITEIT, PERSONEEL, RAAD, TECHNIEK, Deel, deel, veld
from policygen.profile.types import INVULLEN, Datum, Email, Getal, JaNee, Lijst, Maand, Tekst, TekstOfLijst, Uren

RolStatus = Literal["ingevuld", "gepland", "open", "niet_nodig"]


class Rol(Deel):
    """A role in the policy, and who has it."""

    status: Annotated[RolStatus | Open, INVULLEN] | None = veld(
        "Hoe het met de rol staat. Bij niet_nodig is 'reden' verplicht.",
        label="wie de rol {ouder} krijgt",
        voorbeeld="ingevuld",
        antwoord="gedragsdeskundige",
        wie=KWALITEIT,
        standaard="ingevuld als er personen staan, anders open",
    )
    personen: Lijst | None = veld(
        "Wie de rol heeft: sleutels uit 'personen'.",
        label="wie de rol {ouder} krijgt",
        voorbeeld=["beheerder"],
        antwoord="gedragsdeskundige",
        wie=KWALITEIT,
        standaard="de rol staat in de lijst met open rollen",
    )
    eigen_naam: Tekst | None = veld(
        "Zo heet de rol hier.",
        label="hoe de rol {ouder} hier heet",
        voorbeeld="digimaatje",
        standaard="de gewone naam van de rol",
    )
    extern: JaNee | None = veld(
        "Ja als een leverancier de rol invult.",
        label="of een leverancier de rol {ouder} invult",
        voorbeeld=False,
        wie=TECHNIEK,
        standaard="nee",
    )
    eindverantwoordelijk: JaNee | None = veld(
        "Of deze rol eindverantwoordelijk is voor het beleid. Dat kan bij één rol, en nooit bij de digicoach.",
        label="of de rol {ouder} eindverantwoordelijk is voor het beleid",
        voorbeeld=True,
        wie=BESTUUR,
        standaard="ja bij de expert als geen rol het is, anders nee",
    )
    uren_per_week: Uren | None = veld(
        "Uren per week voor deze rol.", label="het aantal uren per week voor de rol {ouder}", voorbeeld=4, wie=BESTUUR
    )
    vervanger: Tekst | None = veld(
        "Wie waarneemt: een sleutel uit 'personen'.",
        label="wie de rol {ouder} bij afwezigheid overneemt",
        voorbeeld="gedragsdeskundige",
        wie=KWALITEIT,
    )
    bijscholing: Tekst | None = veld(
        "Bijscholing die bij de rol hoort.",
        label="de bijscholing voor de rol {ouder}",
        voorbeeld="opleiding mediacoach",
        wie=PERSONEEL,
    )
    taken: Lijst | None = veld(
        "Taken naast de standaardtaken; begin met een werkwoord.",
        label="de extra taken van de rol {ouder}",
        voorbeeld=["houdt bij welke instellingen per toestel mogelijk zijn"],
        wie=KWALITEIT,
        standaard="alleen de standaardtaken",
    )
    reden: Tekst | None = veld(
        "Waarom de rol hier niet nodig is; verplicht bij status niet_nodig.",
        label="de reden dat de rol {ouder} niet nodig is",
        voorbeeld="elk team heeft al een mediacoach",
        wie=BESTUUR,
    )


class BestuurRol(Rol):
    """The board, whose visible behaviour counts."""

    voorbeeldgedrag: Lijst | None = veld(
        "Wat het bestuur zichtbaar doet; begin met een werkwoord.",
        label="het voorbeeldgedrag van het bestuur",
        voorbeeld=["opent de kick-off"],
        wie=BESTUUR,
        standaard="een algemene zin over voorbeeldgedrag",
    )


class ExpertRol(Rol):
    """The expert, the one role that every organisation is asked for."""

    personen: Lijst | None = veld(
        "Wie de expert is, een of twee mensen: sleutels uit 'personen'.",
        label="wie inhoudelijk expert wordt",
        voorbeeld=["adviseur_kwaliteit"],
        wie=BESTUUR,
        invulplek=True,
    )
    uren_per_week: Uren | None = veld(
        "Uren per week voor deze rol.",
        label="het aantal uren per week voor de inhoudelijk expert",
        voorbeeld=4,
        wie=BESTUUR,
        invulplek=True,
    )
    vervanger: Tekst | None = veld(
        "Wie waarneemt: een sleutel uit 'personen'.",
        label="wie de inhoudelijk expert bij afwezigheid vervangt",
        voorbeeld="gedragsdeskundige",
        wie=KWALITEIT,
        invulplek=True,
    )


class Rollen(Deel):
    """The five roles."""

    bestuur: BestuurRol | None = deel(
        "Het bestuur draagt de visie uit.",
        label="de rol bestuur",
        wie=BESTUUR,
        standaard="de rol staat bij de open rollen",
    )
    expert: ExpertRol | None = deel(
        "De expert leidt het onderwerp.",
        label="de rol inhoudelijk expert",
        wie=BESTUUR,
        standaard="een rol met invulplekken",
    )
    ict: Rol | None = deel(
        "ICT helpt met techniek en instellingen.",
        label="de rol ICT",
        wie=TECHNIEK,
        standaard="de rol staat bij de open rollen",
    )
    digicoach: Rol | None = deel(
        "De digicoach helpt collega's en cliënten; een schakel, geen eindverantwoordelijke.",
        label="de rol digicoach",
        wie=KWALITEIT,
        standaard="de rol staat bij de open rollen",
    )
    communicatie: Rol | None = deel(
        "Communicatie beheert kanalen en berichten.",
        label="de rol communicatie",
        wie=COMMUNICATIE,
        standaard="de rol staat bij de open rollen",
    )


class IctContact(Deel):
    """Someone, or a supplier, who helps with one kind of thing."""

    naam: Tekst | None = veld(
        "Naam van de dienst of leverancier; weglaten als 'persoon' er staat.",
        label="de naam van dit contact voor ICT-vragen",
        voorbeeld="Servicedesk ICT",
        wie=TECHNIEK,
        standaard="de naam bij 'persoon'",
    )
    persoon: Tekst | None = veld(
        "Sleutel uit 'personen', in plaats van een naam.",
        label="wie dit contact voor ICT-vragen is",
        voorbeeld="beheerder",
        wie=TECHNIEK,
    )
    waarvoor: Lijst | None = veld(
        "Waarmee dit contact helpt.",
        label="waarmee dit contact voor ICT-vragen helpt",
        voorbeeld=["wachtwoord", "toestel kwijt"],
        wie=TECHNIEK,
        invulplek=True,
    )
    extern: JaNee | None = veld(
        "Ja als het een leverancier is.",
        label="of dit contact voor ICT-vragen een leverancier is",
        voorbeeld=True,
        wie=TECHNIEK,
        standaard="nee",
    )
    email: Email | None = veld(
        "E-mailadres.",
        label="het e-mailadres van dit contact voor ICT-vragen",
        voorbeeld="servicedesk@voorbeeld.nl",
        wie=TECHNIEK,
    )
    telefoon: Tekst | None = veld(
        "Telefoonnummer.",
        label="het telefoonnummer van dit contact voor ICT-vragen",
        voorbeeld="000 000 00 01",
        wie=TECHNIEK,
    )
    bereikbaar: Tekst | None = veld(
        "Wanneer bereikbaar.",
        label="wanneer dit contact voor ICT-vragen bereikbaar is",
        voorbeeld="werkdagen 8 tot 17 uur",
        wie=TECHNIEK,
    )


class InspraakGroep(Deel):
    """One council or other form of participation."""

    vorm: TekstOfLijst | None = veld(
        "Naam van het overleg, of een lijst; 'geen' als er geen overleg is.",
        label="de naam van het overleg met {ouder}",
        voorbeeld="cliëntenraad",
        wie=RAAD,
        standaard="een neutrale omschrijving",
    )
    per_jaar: Getal | None = veld(
        "Hoe vaak per jaar het onderwerp aan bod komt.",
        label="hoe vaak per jaar het overleg met {ouder} over dit onderwerp gaat",
        voorbeeld=2,
        wie=RAAD,
    )
    bevoegdheid: Tekst | None = veld(
        "Wat het overleg mag: informatie, advies of instemming.",
        label="wat het overleg met {ouder} mag (informatie, advies of instemming)",
        voorbeeld="advies",
        wie=RAAD,
    )
    geraadpleegd_op: Datum | None = veld(
        "Datum waarop het overleg is geraadpleegd.",
        label="de datum waarop het overleg met {ouder} is geraadpleegd",
        voorbeeld="2026-10-06",
        wie=RAAD,
        standaard="'nog niet geraadpleegd'",
    )


class InspraakPersoneel(InspraakGroep):
    """The council of the staff, which has a say in control of use."""

    controle_op_gebruik: JaNee | None = veld(
        "Of de organisatie het gebruik door medewerkers controleert; dan gelden extra regels.",
        label="of de organisatie het gebruik door medewerkers controleert",
        voorbeeld=True,
        wie=PERSONEEL,
        standaard="nee",
    )


class Inspraak(Deel):
    """Who has a say."""

    clienten: InspraakGroep | None = deel(
        "Overleg met cliënten.", label="het overleg met cliënten", wie=RAAD, standaard="een neutrale omschrijving"
    )
    verwanten: InspraakGroep | None = deel(
        "Overleg met verwanten.", label="het overleg met verwanten", wie=RAAD, standaard="een neutrale omschrijving"
    )
    personeel: InspraakPersoneel | None = deel(
        "Overleg met personeel.", label="het overleg met personeel", wie=RAAD, standaard="een neutrale omschrijving"
    )


class Moment(Deel):
    """A fixed moment in the year."""

    fase: Annotated[Literal["plan", "do", "check", "act"] | Open, INVULLEN] | None = veld(
        "Fase van de cyclus.",
        label="de fase van de jaarcyclus (plan, do, check of act)",
        voorbeeld="plan",
        wie=KWALITEIT,
        invulplek=True,
    )
    maand: Maand | None = veld(
        "Maand, 1 tot en met 12.",
        label="de maand waarin dit gebeurt",
        voorbeeld=3,
        antwoord="maart",
        wie=KWALITEIT,
        invulplek=True,
    )
    wat: Tekst | None = veld(
        "Wat er dan gebeurt.",
        label="wat er in die maand gebeurt",
        voorbeeld="teamgesprek over online media",
        wie=KWALITEIT,
        invulplek=True,
    )
    wie: Tekst | None = veld(
        "Een rol, een sleutel uit 'personen', of leidinggevende.",
        label="wie dit doet",
        voorbeeld="leidinggevende",
        antwoord="de teamleider",
        wie=KWALITEIT,
        invulplek=True,
    )


class Pdca(Deel):
    """How the subject comes back every year."""

    cyclus: Tekst | None = veld(
        "Naam van de verbetercyclus.",
        label="de naam van de verbetercyclus",
        voorbeeld="PDCA",
        wie=KWALITEIT,
        standaard="PDCA",
    )
    bestaand_systeem: Tekst | None = veld(
        "Kwaliteitssysteem waar dit in meeloopt.",
        label="het kwaliteitssysteem waar dit in meeloopt",
        voorbeeld="ISO 9001 met interne audits",
        wie=KWALITEIT,
        standaard="het bestaande kwaliteitssysteem",
    )
    ritme: Tekst | None = veld(
        "Hoe vaak het onderwerp terugkomt.",
        label="hoe vaak het onderwerp terugkomt",
        voorbeeld="elk kwartaal",
        wie=KWALITEIT,
        standaard="elk kwartaal",
    )
    bewaker: Tekst | None = veld(
        "Wie de cyclus bewaakt: een rol of een sleutel uit 'personen'.",
        label="wie de cyclus bewaakt",
        voorbeeld="adviseur_kwaliteit",
        wie=BESTUUR,
        standaard="de expert",
    )
    momenten: Annotated[tuple[Moment, ...] | Open, INVULLEN] | None = veld(
        "De vaste momenten in het jaar.",
        label="de vaste momenten in het jaar",
        voorbeeld=["{fase: do, maand: 3, wat: teamgesprek over online media, wie: leidinggevende}"],
        antwoord="in maart een teamgesprek over online media",
        wie=KWALITEIT,
        standaard="een voorstel met vier momenten",
    )
