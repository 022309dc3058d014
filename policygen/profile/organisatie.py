"""Who the organisation is, how it speaks, and how its documents look."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from policygen.openplace import Open
from policygen.profile.declare import BESTUUR, COMMUNICATIE, KWALITEIT, Deel, deel, veld, verplicht
from policygen.profile.types import (
    INVULLEN,
    Code,
    Datum,
    Email,
    Getal,
    GevuldeTekst,
    JaNee,
    Kleur,
    Tekst,
    Versie,
    Woord,
)

Land = Literal["NL", "BE"]
Sector = Literal["gehandicaptenzorg", "ouderenzorg", "jeugdhulp", "ggz", "sociaal_werk", "gemeente"]
Lidwoord = Annotated[Literal["geen", "de", "het"] | Open, INVULLEN]


class Organisatie(Deel):
    """The organisation itself."""

    naam: GevuldeTekst = verplicht(
        "Volledige naam, precies zo op de voorpagina.",
        label="de naam van de organisatie",
        voorbeeld="Stichting Veldermaat",
    )
    korte_naam: Tekst | None = veld(
        "Naam in lopende tekst.",
        label="de korte naam van de organisatie",
        voorbeeld="Veldermaat",
        standaard="de volledige naam",
    )
    lidwoord: Lidwoord | None = veld(
        "Lidwoord voor de korte naam: 'bij Veldermaat' (geen) of 'bij de Veldermaat' (de).",
        label="het lidwoord bij de naam van de organisatie",
        voorbeeld="geen",
        standaard="geen",
    )
    code: Code | None = veld(
        "Begin van elke bestandsnaam en naam van de map: kleine letters, cijfers en streepjes.",
        label="het begin van de bestandsnamen",
        voorbeeld="veldermaat",
        standaard="gemaakt uit de korte naam",
    )
    land: Annotated[Land | Open, INVULLEN] | None = veld(
        "Stuurt wetten, overlegorganen en woordkeus: NL of BE (Vlaanderen).",
        label="het land van de organisatie",
        voorbeeld="NL",
        standaard="NL, met een waarschuwing",
    )
    sector: Annotated[Sector | Open, INVULLEN] | None = veld(
        "Stuurt woorden en voorbeelden.",
        label="de sector van de organisatie",
        voorbeeld="gehandicaptenzorg",
        standaard="neutrale woorden",
    )
    plaats: Tekst | None = veld("Plaats van vestiging.", label="de vestigingsplaats", voorbeeld="Oostermeer")
    medewerkers: Getal | None = veld("Aantal medewerkers.", label="het aantal medewerkers", voorbeeld=640)
    locaties: Getal | None = veld("Aantal locaties.", label="het aantal locaties", voorbeeld=22)
    doelgroep: Tekst | None = veld(
        "Voor wie de organisatie werkt; past na 'zorg voor'.",
        label="de doelgroep van de organisatie",
        voorbeeld="mensen met een licht of matig verstandelijke beperking",
    )
    minderjarigen: JaNee | None = veld(
        "Of er minderjarigen onder de doelgroep zijn; zet de alinea over toestemming van ouders aan.",
        label="of er minderjarigen in de doelgroep zijn",
        voorbeeld=True,
        standaard="ja bij jeugdhulp, anders zonder die alinea",
    )


class Begrip(Deel):
    """One word of the organisation's own."""

    enkelvoud: Tekst | None = veld(
        "Het woord in het enkelvoud.",
        label="het woord voor {ouder} in het enkelvoud",
        voorbeeld="cliënt",
        antwoord="het woord uit de eigen brieven",
        wie=COMMUNICATIE,
        standaard="het gewone woord voor land en sector",
    )
    meervoud: Tekst | None = veld(
        "Het woord in het meervoud.",
        label="het woord voor {ouder} in het meervoud",
        voorbeeld="cliënten",
        antwoord="het woord uit de eigen brieven",
        wie=COMMUNICATIE,
        standaard="het gewone woord voor land en sector",
    )
    lidwoord: Lidwoord | None = veld(
        "Lidwoord bij het enkelvoud; alleen nodig bij een woord dat policygen niet kent.",
        label="het lidwoord bij het woord voor {ouder}",
        voorbeeld="de",
        wie=COMMUNICATIE,
        standaard="het lidwoord dat bij het woord hoort",
    )


Term = Annotated[Begrip | Literal["geen"], Woord("geen", "geen")]


def _term(description: str, label: str) -> Any:  # noqa: ANN401 - a field
    standaard = "het gewone woord voor land en sector"
    return deel(description, label=f"het woord voor {label}", wie=COMMUNICATIE, standaard=standaard)


class Termen(Deel):
    """The words that run through every document."""

    client: Term | None = _term("Wie hulp of zorg krijgt: cliënt, bewoner, inwoner, gebruiker.", "de cliënt")
    verwant: Term | None = _term("Familie en naasten: verwant, naaste, mantelzorger, context.", "de verwant")
    medewerker: Term | None = _term("Wie er werkt.", "de medewerker")
    leidinggevende: Term | None = _term("Wie een team leidt.", "de leidinggevende")
    bestuur: Term | None = _term("Wie de organisatie bestuurt: raad van bestuur, directie, college.", "het bestuur")
    scholing: Term | None = _term("Scholing (NL) of vorming (BE).", "scholing")
    thema: Term | None = _term("Hoe het onderwerp heet: online media, sociale media.", "het thema")
    clientplan: Term | None = _term(
        "Het plan van de cliënt: ondersteuningsplan, zorgleefplan.", "het plan van de cliënt"
    )


class Taal(Deel):
    """How the documents speak."""

    aanspreekvorm: Annotated[Literal["je", "u"] | Open, INVULLEN] | None = veld(
        "Hoe vacatures en spelregels de lezer aanspreken.",
        label="hoe de teksten de lezer aanspreken",
        voorbeeld="je",
        wie=COMMUNICATIE,
        standaard="je",
    )
    niveau: Annotated[Literal["B1", "B2"] | Open, INVULLEN] | None = veld(
        "Taalniveau: de grenzen van de taalcontrole.",
        label="het taalniveau",
        voorbeeld="B1",
        wie=COMMUNICATIE,
        standaard="B1",
    )
    termen: Termen | None = deel(
        "De eigen woorden van de organisatie; 'geen' als een begrip hier niet bestaat.",
        label="de eigen woorden van de organisatie",
        wie=COMMUNICATIE,
        standaard="de gewone woorden voor land en sector",
    )


class Huisstijl(Deel):
    """How the documents look."""

    sjabloon: Tekst | None = veld(
        "Eigen .docx of .dotx naast het profiel; stijlen, kop- en voettekst komen daaruit.",
        label="het bestand met de huisstijl",
        voorbeeld="huisstijl.dotx",
        wie=COMMUNICATIE,
        standaard="het sjabloon van policygen",
    )
    logo: Tekst | None = veld(
        "Pad van het logo, gezien vanaf dit bestand.", label="het logo", voorbeeld="logo.png", wie=COMMUNICATIE
    )
    logo_alt: Tekst | None = veld(
        "Wat het logo voorstelt, voor wie het niet ziet.",
        label="de omschrijving van het logo",
        voorbeeld="Logo van Veldermaat",
        wie=COMMUNICATIE,
        standaard="'Logo van' en de korte naam",
    )
    kleur: Kleur | None = veld(
        "Hoofdkleur, met # en zes tekens, tussen aanhalingstekens.",
        label="de hoofdkleur van de huisstijl",
        voorbeeld="#1F5C4D",
        wie=COMMUNICATIE,
        standaard="de kleur van het sjabloon",
    )
    accentkleur: Kleur | None = veld(
        "Kleur voor accenten, met # en zes tekens, tussen aanhalingstekens.",
        label="de accentkleur van de huisstijl",
        voorbeeld="#C8501E",
        wie=COMMUNICATIE,
        standaard="de kleur van het sjabloon",
    )
    lettertype: Tekst | None = veld(
        "Naam van het lettertype.",
        label="het lettertype van de huisstijl",
        voorbeeld="Calibri",
        wie=COMMUNICATIE,
        standaard="het lettertype van het sjabloon",
    )
    afzender: Tekst | None = veld(
        "Adviesbureau onder de documenten.", label="het adviesbureau", voorbeeld="Bureau Kiezelgrond"
    )


class Document(Deel):
    """What stands on the first page of every document."""

    versie: Versie | None = veld(
        "Versienummer.", label="het versienummer van het document", voorbeeld="0.9", standaard="0.1"
    )
    status: Annotated[Literal["concept", "ter_besluit", "definitief"] | Open, INVULLEN] | None = veld(
        "Hoe ver het document is. Na concept mag er nergens meer INVULLEN staan.",
        label="de status van het document",
        voorbeeld="concept",
        standaard="concept",
    )
    datum: Datum | None = veld(
        "Datum op de documenten.", label="de datum van het document", voorbeeld="2026-11-23", standaard="vandaag"
    )
    eigenaar: Tekst | None = veld(
        "Wie het document bijhoudt: een sleutel uit 'personen'.",
        label="de eigenaar van het document",
        voorbeeld="adviseur_kwaliteit",
        wie=BESTUUR,
        invulplek=True,
    )
    vastgesteld_door: Tekst | None = veld(
        "Wie het document vaststelt.",
        label="wie het document vaststelt",
        voorbeeld="raad van bestuur",
        wie=BESTUUR,
        invulplek=True,
    )
    vastgesteld_op: Datum | None = veld(
        "Datum van vaststelling; verplicht bij status definitief.",
        label="de datum van vaststelling",
        voorbeeld="2026-12-15",
        wie=BESTUUR,
        standaard="'nog niet vastgesteld'",
    )
    evaluatie_op: Datum | None = veld(
        "Datum waarop de organisatie het document opnieuw bekijkt.",
        label="de datum van evaluatie",
        voorbeeld="2027-11-01",
        wie=KWALITEIT,
        invulplek=True,
    )
    namen_tonen: Annotated[Literal["nee", "bijlage", "overal"] | Open, INVULLEN] | None = veld(
        "Waar namen van mensen staan: nergens (nee), alleen in een bijlage, of overal.",
        label="waar namen van mensen staan",
        voorbeeld="bijlage",
        standaard="nee",
    )
    vindplaats: Tekst | None = veld(
        "Waar medewerkers het document vinden.",
        label="de vindplaats van het document",
        voorbeeld="intranet, map Beleid en kwaliteit",
        wie=COMMUNICATIE,
    )
    kenmerk: Tekst | None = veld(
        "Eigen kenmerk of dossiernummer.", label="het kenmerk van het document", voorbeeld="KG-2026-014"
    )


class Persoon(Deel):
    """Someone who has a role or another place in the profile."""

    naam: Tekst | None = veld(
        "Naam van de persoon.",
        label="de naam van de persoon ({ouder})",
        voorbeeld="Joris de Wit",
        standaard="de functie",
    )
    functie: Tekst | None = veld(
        "Functie, met kleine letter.",
        label="de functie van de persoon ({ouder})",
        voorbeeld="adviseur kwaliteit",
        standaard="de naam",
    )
    email: Email | None = veld(
        "E-mailadres van het werk.", label="het e-mailadres van de persoon ({ouder})", voorbeeld="j.dewit@voorbeeld.nl"
    )
