"""What the organisation wants and decides: vision, motives, rules, incidents, training, channels."""

# ruff: noqa: TC001 - pydantic reads the annotations when the program runs
from __future__ import annotations

from typing import Annotated, Literal

from policygen.openplace import Open
from policygen.profile.declare import BESTUUR, COMMUNICATIE, KWALITEIT, PERSONEEL, Deel, deel, veld
from policygen.profile.types import INVULLEN, Datum, Getal, JaDeelsNee, JaNee, Lijst, Tekst, Uren

MotiefVoor = Literal["ondersteuning", "grens_werk_prive", "preventie", "aansprakelijk", "publiek", "wildgroei"]
MotiefTegen = Literal["professioneel", "geen_andere_regels", "ambassadeurs", "geen_prioriteit"]


class Visie(Deel):
    """Why the organisation does this."""

    online_media_in_visie: JaDeelsNee | None = veld(
        "Staat online media al in de visie van de organisatie?",
        label="of online media in de visie staan",
        voorbeeld="deels",
        wie=KWALITEIT,
        standaard="onbekend in de zelfscan",
    )
    kern: Tekst | None = veld(
        "De visie in één zin.",
        label="de kern van de visie",
        voorbeeld="Cliënten doen online net zo goed mee als anderen.",
        wie=BESTUUR,
        standaard="een algemene zin",
    )
    waarden: Lijst | None = veld(
        "Waarden van de organisatie, elk in een paar woorden.",
        label="de waarden van de organisatie",
        voorbeeld=["meedoen", "eigen regie", "veiligheid"],
        wie=BESTUUR,
        standaard="algemene waarden",
    )
    gedeelde_verantwoordelijkheid: JaNee | None = veld(
        "Of iedereen samen verantwoordelijk is.",
        label="of de verantwoordelijkheid gedeeld is",
        voorbeeld=True,
        wie=BESTUUR,
        standaard="ja",
    )
    toekomst: Tekst | None = veld(
        "Hoe de organisatie nieuwe techniek volgt, als hele zin.",
        label="de blik op de toekomst",
        voorbeeld="We kijken elk jaar naar nieuwe techniek.",
        wie=BESTUUR,
        standaard="een algemene zin",
    )


class Motieven(Deel):
    """Why there is a policy, or why not."""

    besluit: Annotated[Literal["wel", "geen", "later"] | Open, INVULLEN] | None = veld(
        "Komt er beleid? 'geen' en 'later' geven ook een eerlijk document.",
        label="het besluit over beleid",
        voorbeeld="wel",
        antwoord="er komt beleid",
        wie=BESTUUR,
        standaard="wel",
    )
    voor: Annotated[tuple[Annotated[MotiefVoor | Open, INVULLEN], ...] | Open, INVULLEN] | None = veld(
        "Motieven voor beleid.",
        label="de motieven voor beleid",
        voorbeeld=["ondersteuning", "preventie"],
        antwoord="steun voor medewerkers en preventie",
        wie=BESTUUR,
        standaard="een algemene alinea",
    )
    tegen: Annotated[tuple[Annotated[MotiefTegen | Open, INVULLEN], ...] | Open, INVULLEN] | None = veld(
        "Motieven tegen beleid.",
        label="de motieven tegen beleid",
        voorbeeld=["professioneel"],
        antwoord="medewerkers zijn professioneel genoeg",
        wie=BESTUUR,
    )
    eigen_voor: Lijst | None = veld(
        "Eigen motieven voor beleid, als hele zinnen.",
        label="de eigen motieven voor beleid",
        voorbeeld=["Verwanten vragen om duidelijke afspraken."],
        wie=BESTUUR,
    )
    eigen_tegen: Lijst | None = veld(
        "Eigen motieven tegen beleid, als hele zinnen.",
        label="de eigen motieven tegen beleid",
        voorbeeld=["We hebben al veel regels."],
        wie=BESTUUR,
    )
    beslist_door: Tekst | None = veld(
        "Wie beslist; van belang bij 'later'.",
        label="wie over het beleid beslist",
        voorbeeld="raad van bestuur",
        wie=BESTUUR,
        standaard="wie het document vaststelt",
    )
    datum: Datum | None = veld(
        "Wanneer het besluit valt; van belang bij 'later'.",
        label="de datum van het besluit over beleid",
        voorbeeld="2026-12-15",
        wie=BESTUUR,
    )


class Beleid(Deel):
    """The policy as such."""

    ingangsdatum: Datum | None = veld(
        "Datum waarop het beleid ingaat.",
        label="de ingangsdatum van het beleid",
        voorbeeld="2027-01-01",
        wie=BESTUUR,
        invulplek=True,
    )
    woordvoerder: Tekst | None = veld(
        "Wie namens de organisatie spreekt: een rol of een sleutel uit 'personen'.",
        label="de woordvoerder",
        voorbeeld="communicatie",
        antwoord="de communicatieadviseur",
        wie=COMMUNICATIE,
        standaard="de rol communicatie",
    )
    kosten_per_jaar: Getal | None = veld(
        "Kosten per jaar in euro.", label="de kosten van het beleid per jaar", voorbeeld=3500, wie=BESTUUR
    )


class Mediabegeleiding(Deel):
    """Support of clients online."""

    zicht_op_gebruik: JaDeelsNee | None = veld(
        "Weten begeleiders wat cliënten online doen?",
        label="of begeleiders zien wat cliënten online doen",
        voorbeeld="deels",
        wie=KWALITEIT,
        standaard="onbekend in de zelfscan",
    )
    aanpak: Tekst | None = veld(
        "Hoe mediabegeleiding een plek heeft.",
        label="de aanpak van mediabegeleiding",
        voorbeeld="mediavraag in het ondersteuningsplan",
        wie=KWALITEIT,
        standaard="een algemene zin",
    )


class Meldpunt(Deel):
    """Where people report."""

    naam: Tekst | None = veld(
        "Naam van het meldpunt.",
        label="het meldpunt voor incidenten",
        voorbeeld="Meldpunt incidenten",
        wie=KWALITEIT,
        invulplek=True,
    )
    bereikbaar: Tekst | None = veld(
        "Wanneer bereikbaar.", label="wanneer het meldpunt bereikbaar is", voorbeeld="24 uur per dag", wie=KWALITEIT
    )
    telefoon: Tekst | None = veld(
        "Telefoonnummer.", label="het telefoonnummer van het meldpunt", voorbeeld="000 000 00 00", wie=KWALITEIT
    )


class Incidenten(Deel):
    """When something goes wrong."""

    preventie: Lijst | None = veld(
        "Wat de organisatie doet om incidenten te voorkomen.",
        label="de maatregelen tegen incidenten",
        voorbeeld=["privacy-instellingen samen doorlopen"],
        wie=KWALITEIT,
        standaard="algemene maatregelen",
    )
    stappenplan: Tekst | None = veld(
        "Naam of vindplaats van het eigen stappenplan.",
        label="het stappenplan bij incidenten",
        voorbeeld="stappenplan op intranet, map Veiligheid",
        wie=KWALITEIT,
        standaard="de stappen van policygen",
    )
    meldpunt: Meldpunt | None = deel(
        "Waar medewerkers een incident melden.",
        label="het meldpunt voor incidenten",
        wie=KWALITEIT,
        standaard="een invulplek voor de naam",
    )
    extern: Lijst | None = veld(
        "Hulp van buiten.",
        label="de hulp van buiten bij incidenten",
        voorbeeld=["Helpwanted", "politie"],
        wie=KWALITEIT,
        standaard="instanties die bij het land horen",
    )


class Scholing(Deel):
    """Training of staff."""

    status: Annotated[Literal["voldoende", "meer_nodig"] | Open, INVULLEN] | None = veld(
        "Is er genoeg scholing? Bij meer_nodig is 'behoefte' verplicht.",
        label="of er genoeg scholing is",
        voorbeeld="voldoende",
        antwoord="ja, er is genoeg scholing",
        wie=PERSONEEL,
        standaard="onbekend in de zelfscan",
    )
    behoefte: Lijst | None = veld(
        "Waar scholing voor nodig is.",
        label="waar scholing voor nodig is",
        voorbeeld=["deepfakes herkennen"],
        wie=PERSONEEL,
    )
    aanbod: Lijst | None = veld(
        "Wat er al is.", label="welke scholing er al is", voorbeeld=["basismodule 2 uur"], wie=PERSONEEL
    )
    uren_per_jaar: Uren | None = veld(
        "Uren scholing per medewerker per jaar.", label="het aantal uren scholing per jaar", voorbeeld=4, wie=PERSONEEL
    )
    in_werktijd: JaNee | None = veld(
        "Of scholing in werktijd is; alleen bij ja staat dat in vacatures.",
        label="of scholing in werktijd is",
        voorbeeld=True,
        wie=PERSONEEL,
    )


class Kanaal(Deel):
    """A channel that the organisation uses."""

    naam: Tekst | None = veld(
        "Naam van het kanaal.", label="de naam van dit kanaal", voorbeeld="Facebook", wie=COMMUNICATIE, invulplek=True
    )
    soort: Tekst | None = veld(
        "Soort kanaal: openbaar, besloten of chat.", label="het soort kanaal", voorbeeld="openbaar", wie=COMMUNICATIE
    )
    beheer: Tekst | None = veld(
        "Wie het kanaal beheert: een rol, een sleutel uit 'personen', of leidinggevende.",
        label="wie dit kanaal beheert",
        voorbeeld="communicatie",
        antwoord="de communicatieadviseur",
        wie=COMMUNICATIE,
        standaard="de rol communicatie",
    )
    doel: Tekst | None = veld(
        "Waar het kanaal voor is.", label="het doel van dit kanaal", voorbeeld="nieuws en werving", wie=COMMUNICATIE
    )
    doelgroep: Tekst | None = veld(
        "Voor wie het kanaal is.", label="de doelgroep van dit kanaal", voorbeeld="verwanten", wie=COMMUNICATIE
    )
    bereik: Tekst | None = veld(
        "Bereik: klein, midden of groot.", label="het bereik van dit kanaal", voorbeeld="groot", wie=COMMUNICATIE
    )
    gebruiksgemak: Tekst | None = veld(
        "Hoe makkelijk het werkt: goed, redelijk of lastig.",
        label="het gebruiksgemak van dit kanaal",
        voorbeeld="goed",
        wie=COMMUNICATIE,
    )
    reactietijd: Tekst | None = veld(
        "Hoe snel iemand antwoord krijgt.",
        label="de reactietijd van dit kanaal",
        voorbeeld="1 werkdag",
        wie=COMMUNICATIE,
    )
