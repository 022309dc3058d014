from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from policygen import catalogue, context
from policygen.openplace import Open
from policygen.profile import open_fields
from tests.context.bodies import (
    ALL,
    base,
    body,
    fill_source,
    ours,
    profile,
    rows,
    running_text,
    typed,
    without_open_places,
)
from tests.support import taal

if TYPE_CHECKING:
    from pathlib import Path

NAME = "organisatie: {naam: De Kade, land: NL}\n"


def steps(made: dict[str, Any]) -> list[str]:
    return [f"{one['wie']}: {one['tekst']}" for one in made["leeswijzer"]["stappen"]]


def decisions(made: dict[str, Any]) -> list[str]:
    return [str(one) for one in made["leeswijzer"]["punten"]["lijst"]]


def letter(text: str) -> str:
    return text.split("# Wat deze week te doen is", maxsplit=1)[0]


@pytest.mark.parametrize("name", ALL)
class DescribeLeeswijzer:
    def it_opens_with_the_client_and_asks_one_thing(self, name: str) -> None:
        greeting, first = (one.lower() for one in taal.sentences(running_text(body(name, "leeswijzer")))[:2])
        assert greeting.startswith(("geachte ", "geacht "))
        assert str(base(name)["termen"]["client"]["meervoud"]) in first
        boxes = [line for line in body(name, "leeswijzer").splitlines() if line.startswith("> ")]
        assert len(boxes) == 1

    def it_is_a_letter_of_one_page(self, name: str) -> None:
        assert 60 <= len(taal.words(running_text(letter(body(name, "leeswijzer"))))) <= 280
        assert "Met vriendelijke groet," in body(name, "leeswijzer")

    def it_gives_three_to_five_steps_with_who_and_what(self, name: str) -> None:
        found = base(name)["leeswijzer"]["stappen"]
        assert 3 <= len(found) <= 5
        for step in found:
            assert f"1. **{step['wie']}:** {step['tekst']}" in body(name, "leeswijzer")
            assert len(taal.sentences(str(step["tekst"]))) <= 2
        assert "jurist" in str(found[-1]["tekst"])

    def it_lists_the_documents_that_are_made_and_no_others(self, name: str) -> None:
        found = [row["id"] for row in base(name)["leeswijzer"]["stukken"]]
        assert found == [one for one in catalogue.load("documenten") if context.in_set(profile(name), one)]
        for row in base(name)["leeswijzer"]["stukken"]:
            own = context.for_document(base(name), row["id"])["document"]
            assert row["bestand"] == f"{own['bestandsnaam']}.docx"
            assert row["bestand"] in body(name, "leeswijzer")

    def it_lets_everybody_read_only_what_is_in_the_set(self, name: str) -> None:
        short = {
            entry["kort"]
            for key, entry in catalogue.load("leeswijzer")["documenten"].items()
            if context.in_set(profile(name), key)
        }
        for row in base(name)["leeswijzer"]["lezers"]:
            read = [str(row["eerst"]), *re.split(r", | en ", str(row["daarna"]))]
            assert {one.lower() for one in read} <= short | {"verder niets"}

    def it_lists_every_typed_gap_with_who_fills_it(self, name: str) -> None:
        found = {row["sleutel"]: row for row in base(name)["leeswijzer"]["open_plekken"]}
        assert set(found) == set(open_fields(profile(name)))
        assert all(row["wie"] for row in found.values())

    def it_is_easy_to_read(self, name: str) -> None:
        text = without_open_places(running_text(body(name, "leeswijzer"))).replace("1. ", "")
        assert taal.mean_sentence(text) <= 12
        assert taal.longest_sentence(ours(name, text))[0] <= 25
        assert taal.flesch_douma(text) >= 55


class DescribeTheLetterOfVeldermaat:
    def it_asks_the_board_with_a_date_and_with_what_it_costs(self) -> None:
        text = body("volledig", "leeswijzer")
        assert "# Brief aan de raad van bestuur" in text
        assert "Geachte raad van bestuur," in text
        assert "zeg vóór 15 december 2026 wat anders moet. Op die dag valt het besluit." in text
        assert decisions(base("volledig")) == [
            "Kies of er beleid komt. Het voorstel is: wel. De motievenafweging zet de redenen op een rij.",
            (
                "Stel vast, met ingang van 1 januari 2027: visie, beleid en rolverdeling. "
                "Stel pas vast als de ondernemingsraad heeft ingestemd. "
                "Nog nodig vóór het besluit: het advies van de cliëntenraad (gevraagd op 6 oktober 2026). "
                "Ook nodig: het advies van de verwantenraad (nog te vragen)."
            ),
            (
                "Beslis over geld zodra duidelijk is wat erin zit. Het beleid kost naar schatting 3.500 euro per jaar; "
                "of de uren voor rollen en scholing daarin zitten, is nog na te gaan."
            ),
            "Onlinehulp vraagt een apart besluit: 20.800 euro in het eerste jaar en 16.300 euro per jaar daarna.",
        ]
        assert (
            "De andere stukken, behalve de motievenafweging en het stuk over onlinehulp, zijn ter kennisname." in text
        )
        assert (
            "14 ja, 6 deels, 0 nee, 0 onbekend. "
            "Ja betekent: het staat op papier, soms in een stuk dat nog vastgesteld moet worden. Zes vragen"
        ) in text
        assert "Voor inhoudelijk expert en digimaatje is samen 10 uur per week nodig." in text
        assert "Voor ICT en communicatie zijn nog geen uren afgesproken." in text
        assert "**Bureau Kiezelgrond**" in text
        assert "gaan naar de adviseur kwaliteit." in text

    def it_begins_with_the_open_places_and_the_first_gaps(self) -> None:
        assert steps(base("volledig"))[:4] == [
            (
                "Adviseur kwaliteit: Verdeel de vijf open plekken over wie ze kan invullen. "
                "Ze staan onder ‘Alle open plekken in de set’."
            ),
            (
                "Adviseur kwaliteit: Vraag de uitkomst op bij de cliëntenraad en de ondernemingsraad. "
                "Vraag nu advies aan de verwantenraad."
            ),
            "Adviseur kwaliteit: Zoek uit wat in de 3.500 euro zit, vóór 15 december 2026.",
            "Raad van bestuur: Kies een begindatum voor de rol digimaatje.",
        ]

    def it_says_which_channel_a_gap_belongs_to(self) -> None:
        text = body("volledig", "leeswijzer")
        assert "| De reactietijd van dit kanaal (WhatsApp) | De teamleiders | 1 werkdag |" in text


class DescribeOpenPlaces:
    def it_lists_what_the_other_documents_mark_once_with_where(self) -> None:
        place, everywhere = (
            Open("a.b", "het adres", "het bestuur", "Kade 1"),
            Open("c.d", "de datum", "wie opstelt", ""),
        )
        marked = {"visie": (everywhere,), "rolverdeling": (place, everywhere), "zelfscan": (everywhere,)}
        made = context.with_places(profile("jeugdhulp_be"), base("jeugdhulp_be"), marked)
        found = made["leeswijzer"]["open_plekken"]
        assert [(row["label"], row["wie"], row["documenten"]) for row in found] == [
            ("De datum", "Wie opstelt", "Alle documenten"),
            ("Het adres", "Het bestuursorgaan", "Rolverdeling"),
        ]
        assert "Verdeel de twee open plekken" in steps(made)[0]
        assert rows(fill_source("leeswijzer", made), "# Alle open plekken in de set")[2][3] == "Rolverdeling"

    def it_has_no_list_when_nothing_is_open(self) -> None:
        assert "open plek" not in body("jeugdhulp_be", "leeswijzer")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "Gevraagd: lees de stukken en zeg wat anders moet. Daarna volgt het besluit."),
        (
            "document: {status: ter_besluit}\nbeleid: {ingangsdatum: 2027-01-01}\ndocumenten: [visie, rolverdeling]\n",
            "Gevraagd: een besluit.",
        ),
        ("motieven: {besluit: geen}\n", "Gevraagd: bespreek de keuze om geen apart beleid te maken"),
        (
            "motieven: {besluit: later, datum: 2027-02-01}\ndocument: {status: ter_besluit}\n",
            "Gevraagd: een besluit, uiterlijk op 1 februari 2027.",
        ),
        ("motieven: {besluit: INVULLEN}\n", "Gevraagd: zeg of er apart beleid komt."),
    ],
)
def it_asks_what_fits_the_decision_and_the_status(tmp_path: Path, text: str, expected: str) -> None:
    assert str(typed(tmp_path, NAME + text)["leeswijzer"]["besluit"]).startswith(expected)


def it_asks_nothing_of_a_board_that_decided() -> None:
    text = body("jeugdhulp_be", "leeswijzer")
    assert "Het bestuursorgaan keurde op 7 september 2026 goed: visie, beleid en rolverdeling." in text
    assert not re.search(r"Gevraagd|voorstel|concept\b", running_text(text))
    assert any("Zet de evaluatie van 1 september 2027" in step for step in steps(base("jeugdhulp_be")))


def it_names_nobody_who_is_not_known(tmp_path: Path) -> None:
    made = typed(tmp_path, NAME)
    text = fill_source("leeswijzer", made)
    assert "Vragen over deze stukken gaan naar" not in text
    assert "**[Nog in te vullen: de eigenaar van het document]**" in text
    assert any(step.endswith("Verdeel de 20 vragen die in de zelfscan nog open zijn.") for step in steps(made))
    assert "Bestuur: Kies wie inhoudelijk expert wordt." in steps(made)


class DescribeTheDecisions:
    def it_names_the_day_in_the_box_and_in_the_step(self, tmp_path: Path) -> None:
        text = f"{NAME}document: {{status: ter_besluit, datum: 2026-11-20}}\n"
        made = typed(tmp_path, f"{text}motieven: {{besluit: wel, datum: 2026-12-15}}\n")
        assert made["leeswijzer"]["besluit"] == "Gevraagd: een besluit op 15 december 2026."
        assert any(step.endswith("Zet de stukken op de agenda van 15 december 2026.") for step in steps(made))

    def it_asks_no_choice_that_was_made(self, tmp_path: Path) -> None:
        text = f"{NAME}document: {{status: ter_besluit, datum: 2026-11-20}}\n"
        made = typed(tmp_path, f"{text}motieven: {{besluit: wel, datum: 2026-10-01}}\n")
        assert decisions(made) == ["Stel vast: visie, beleid en rolverdeling."]
        assert "Het gaat om dit besluit:" in fill_source("leeswijzer", made)

    def it_lets_policy_wait_for_a_later_choice(self, tmp_path: Path) -> None:
        made = typed(tmp_path, f"{NAME}motieven: {{besluit: later}}\nbeleid: {{kosten_per_jaar: 100}}\n")
        assert decisions(made) == [
            (
                "Kies of er apart beleid komt. De motievenafweging zet de redenen op een rij. "
                "Het beleid wacht op die keuze."
            ),
            "Stel vast: visie en rolverdeling.",
        ]

    def it_waits_for_every_consent_that_is_asked(self, tmp_path: Path) -> None:
        councils = (
            "inspraak: {clienten: {vorm: cliëntenraad, bevoegdheid: instemming, geraadpleegd_op: 2026-10-01},"
            " personeel: {vorm: ondernemingsraad, bevoegdheid: instemming}}\n"
        )
        found = decisions(typed(tmp_path, NAME + councils))
        assert found[1].endswith("Stel pas vast als de cliëntenraad en de ondernemingsraad hebben ingestemd.")
        assert decisions(base("jeugdhulp_be")) == []

    def it_writes_to_the_body_that_approves(self, tmp_path: Path) -> None:
        text = f"{NAME}taal: {{termen: {{bestuur: {{enkelvoud: directie}}}}}}\n"
        made = typed(tmp_path, f"{text}document: {{vastgesteld_door: raad van toezicht}}\n")
        assert "# Brief aan de raad van toezicht\nGeachte raad van toezicht," in fill_source("leeswijzer", made)

    def it_names_who_decides_on_online_help_where_that_is_somebody_else(self, tmp_path: Path) -> None:
        section = "{draagvlak: {kiezers: [directie]}, kosten: {tool_opstart: 500}}"
        assert decisions(typed(tmp_path, f"{NAME}onlinehulp: {section}\n"))[-1] == (
            "Onlinehulp vraagt een apart besluit van de directie: minstens 500 euro in het eerste jaar."
        )


@pytest.mark.parametrize("name", ALL)
def it_takes_only_steps_that_the_self_scan_puts_first(name: str) -> None:
    first = {str(gap["actie"]): gap["voorrang"] for gap in base(name)["zelfscan"]["hiaten"]}
    for step in base(name)["leeswijzer"]["stappen"]:
        assert first.get(str(step["tekst"]), "Eerst") == "Eerst"


def it_knows_no_reader_that_is_not_there(tmp_path: Path) -> None:
    roles = "rollen: {expert: {status: ingevuld}, communicatie: {status: niet_nodig, reden: klein}}\n"
    made = typed(tmp_path, f"organisatie: {{naam: A, land: NL, medewerkers: 3}}\n{roles}")
    readers = {str(row["wie"]) for row in made["leeswijzer"]["lezers"]}
    assert not readers & {"HR", "Communicatie"}
    assert {"HR", "Communicatie"} <= {str(row["wie"]) for row in base("minimaal")["leeswijzer"]["lezers"]}


def it_never_says_we_for_a_bureau_from_outside() -> None:
    own = without_open_places(running_text(letter(body("volledig", "leeswijzer"))))
    assert not re.search(r"\b(?:we|wij|ons|onze)\b", own, re.IGNORECASE)
    assert "Waar Veldermaat nu staat, laat de zelfscan zien:" in own


def it_is_signed_by_the_owner_with_a_name_where_that_may_be_shown(tmp_path: Path) -> None:
    owner = "personen: {jo: {naam: Jo de Wit, functie: opbouwwerker}}\ndocument: {eigenaar: jo"
    plain, named = (typed(tmp_path, f"{NAME}{owner}{rest}}}\n") for rest in ("", ", namen_tonen: overal"))
    assert "Vragen over deze stukken zijn welkom.\nMet vriendelijke groet,\n**De opbouwwerker**" in fill_source(
        "leeswijzer", plain
    )
    assert "**Jo de Wit, opbouwwerker**" in fill_source("leeswijzer", named)


def it_names_the_councils_with_one_and() -> None:
    readers = [str(row["wie"]) for row in base("ouderenzorg-be")["leeswijzer"]["lezers"]]
    assert [one for one in readers if "raad" in one] == ["Bewonersraad, familieraad, ondernemingsraad en CPBW"]
