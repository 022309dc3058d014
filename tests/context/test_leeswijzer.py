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
    headings,
    in_lines,
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


def letter(text: str) -> str:
    return text.split("# Wat deze week te doen is", maxsplit=1)[0]


@pytest.mark.parametrize("name", ALL)
class DescribeLeeswijzer:
    def it_opens_with_the_client_and_asks_one_thing(self, name: str) -> None:
        first = taal.sentences(running_text(body(name, "leeswijzer")))[0].lower()
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
        assert taal.longest_sentence(text)[0] <= 25
        assert taal.flesch_douma(text) >= 55

    def it_is_good_dutch(self, name: str) -> None:
        text = in_lines(body(name, "leeswijzer"))
        own = (repr(profile(name)),)
        assert len(headings(text)) == len(set(headings(text))) >= 3
        assert not [found for line in text.splitlines() for found in taal.leftovers(line) if found != "{dialoog}"]
        assert not taal.stijlfouten(text)
        assert not taal.geuren(text)
        assert not taal.geslachtswoorden(text)
        assert not taal.je_vormen(text)
        assert not taal.u_vormen(text)
        assert not taal.bronreeksen(text)
        assert not taal.woorden_van_ander_land(text, base(name)["organisatie"]["land"], own)


class DescribeTheLetterOfVeldermaat:
    def it_asks_the_board_with_a_date_and_with_what_it_costs(self) -> None:
        text = body("volledig", "leeswijzer")
        assert "# Brief aan de raad van bestuur" in text
        assert "Het besluit is gepland op 15 december 2026." in text
        assert "14 ja, 6 deels, 0 nee, 0 onbekend. Zes vragen hebben nog een stap nodig." in text
        assert "3.500 euro per jaar" in text
        assert "10 uur per week" in text
        assert "**Bureau Kiezelgrond**" in text
        assert "gaan naar de adviseur kwaliteit." in text

    def it_begins_with_the_open_places_and_the_first_gaps(self) -> None:
        assert steps(base("volledig"))[:3] == [
            "Adviseur kwaliteit: Verdeel de vijf open plekken over wie ze kan invullen. De lijst staat achterin.",
            "Voorzitter raad van bestuur: Vul de rol digimaatje in en kies een begindatum.",
            "Teamleiders: Neem een vraag over het leven online op in het ondersteuningsplan.",
        ]

    def it_says_which_channel_a_gap_belongs_to(self) -> None:
        text = body("volledig", "leeswijzer")
        assert "| De reactietijd van dit kanaal (WhatsApp) | Wie over communicatie gaat | 1 werkdag |" in text


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
            ("Het adres", "Het bestuur", "Rolverdeling"),
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
            "Gevraagd besluit: stel vast, met ingang van 1 januari 2027: visie en rolverdeling.",
        ),
        ("motieven: {besluit: geen}\n", "Gevraagd: bespreek de keuze om geen apart beleid te maken"),
        (
            "motieven: {besluit: later, datum: 2027-02-01}\ndocument: {status: ter_besluit}\n",
            "Gevraagd besluit: kies uiterlijk 1 februari 2027 of er apart beleid komt.",
        ),
        ("motieven: {besluit: INVULLEN}\n", "Gevraagd: zeg of er apart beleid komt."),
    ],
)
def it_asks_what_fits_the_decision_and_the_status(tmp_path: Path, text: str, expected: str) -> None:
    assert str(typed(tmp_path, NAME + text)["leeswijzer"]["besluit"]).startswith(expected)


def it_asks_nothing_of_a_board_that_decided() -> None:
    text = body("jeugdhulp_be", "leeswijzer")
    assert "Het bestuursorgaan stelde deze stukken vast op 7 september 2026." in text
    assert not re.search(r"Gevraagd|voorstel|concept\b", running_text(text))
    assert any("Zet de evaluatie van 1 september 2027" in step for step in steps(base("jeugdhulp_be")))


def it_names_nobody_who_is_not_known(tmp_path: Path) -> None:
    made = typed(tmp_path, NAME)
    text = fill_source("leeswijzer", made)
    assert "Vragen over deze stukken" not in text
    assert "**Wie deze stukken opstelt**" in text
    assert "Bestuur: Kies wie inhoudelijk expert wordt." in steps(made)
