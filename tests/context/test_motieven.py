from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from policygen import catalogue
from policygen.openplace import Open
from tests.context.bodies import (
    ALL,
    base,
    body,
    fill_source,
    headings,
    in_lines,
    ours,
    rows,
    running_text,
    typed,
    without_open_places,
)
from tests.support import taal

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = "# De redenen naast elkaar"
DECISION = "# Het besluit vastleggen"


def text_of(name: str) -> str:
    return without_open_places(running_text(body(name, "motieven")))


def form(text: str) -> dict[str, str]:
    """The form at the end: what is asked and what stands there."""
    found = rows(text, DECISION)
    return {head: " ".join(cell.replace("<br>", " ").split()) for head, cell in found}


def decided(folder: Path, *lines: str) -> str:
    """The text for a profile with a decision that a test types."""
    made = typed(folder, "organisatie: {naam: De Kade, land: NL}\n" + "\n".join(lines) + "\n")
    return fill_source("motieven", made)


@pytest.mark.parametrize("name", ALL)
class DescribeMotievenafweging:
    def it_sets_the_reasons_against_and_for_side_by_side(self, name: str) -> None:
        table = rows(body(name, "motieven"), COLUMNS)
        assert table[0] == ["Redenen tegen beleid", "Redenen voor beleid"]
        motives = base(name)["motieven"]
        for column, side in enumerate(("tegen", "voor")):
            shown = " ".join(row[column] for row in table[1:])
            for motive in motives[side]:
                assert str(motive["tekst"]) in shown

    def it_shows_all_ten_reasons_of_the_catalogue_once_in_columns(self, name: str) -> None:
        columns = body(name, "motieven").split(COLUMNS)[1].split("# Wie meedenkt")[0]
        for side, number in (("tegen", 4), ("voor", 6)):
            names = [entry["naam"] for entry in catalogue.load("motieven")[side].values()]
            assert len(names) == number
            for motive in names:
                assert columns.count(f"**{motive}.**") == 1

    def it_gives_every_reason_that_weighs_a_counter_view(self, name: str) -> None:
        motives = base(name)["motieven"]
        chosen = [one for side in ("tegen", "voor") for one in motives[side] if not isinstance(one["tekst"], Open)]
        table = rows(body(name, "motieven"), "# Het tegengeluid")[1:]
        assert len(table) == (len(chosen) or 10)
        assert all(row[0] and row[1] in {"Tegen", "Voor"} and row[2] for row in table)
        for one in chosen:
            assert any(str(one["weerwoord"] or one["tekst"]) in (row[0], row[2]) for row in table)

    def it_leaves_room_for_own_reasons_until_the_decision(self, name: str) -> None:
        own = [row for row in rows(body(name, "motieven"), COLUMNS) if row == ["Eigen reden:<br>"] * 2]
        settled = base(name)["afweging"]["genomen"] or base(name)["document"]["status_code"] == "definitief"
        assert len(own) == (0 if settled else 2)
        assert ("Onderaan is ruimte voor eigen redenen." in body(name, "motieven")) is not settled

    def it_names_who_decides_and_when_as_far_as_that_is_known(self, name: str) -> None:
        filled = form(body(name, "motieven"))
        motives = base(name)["motieven"]
        assert filled["Beslist door"].lower() == str(motives["beslist_door"]).lower()
        assert filled["Datum"] == str(motives["datum"])
        assert filled["Opnieuw wegen op"] == str(base(name)["document"]["evaluatie_op"])

    def it_says_what_applies_anyway_and_sends_the_reader_to_a_lawyer(self, name: str) -> None:
        table = rows(body(name, "motieven"), "# Wat altijd geldt")
        heads = [row[0].strip("*") for row in table[1:]]
        secrecy = "Geheimhouding" if base(name)["organisatie"]["land"] == "NL" else "Beroepsgeheim"
        assert heads[:5] == [secrecy, "Privacywet", "Foto en film", "Gedragscode", "Leven online"]
        control = base(name)["inspraak"]["personeel"]["controle_op_gebruik"]
        assert ("Controle" in heads) is control
        assert "geen juridisch advies" in body(name, "motieven")

    def it_says_when_the_reasons_are_weighed_again(self, name: str) -> None:
        review = base(name)["document"]["evaluatie_op"]
        assert f"Op {review} ligt deze afweging weer op tafel." in body(name, "motieven")

    def it_has_headings_with_text_under_each(self, name: str) -> None:
        lines = body(name, "motieven").splitlines()
        found = headings(body(name, "motieven"))
        assert len(found) == len(set(found)) >= 8
        for place, line in enumerate(lines):
            if line.startswith("#"):
                assert not lines[place + 1].startswith("#")

    def it_puts_the_client_before_the_organisation(self, name: str) -> None:
        first = taal.sentences(text_of(name))[0]
        assert str(base(name)["termen"]["client"]["meervoud"]) in first
        assert str(base(name)["organisatie"]["korte_naam"]) not in first

    def it_is_easy_to_read(self, name: str) -> None:
        assert taal.mean_sentence(text_of(name)) <= 12
        assert taal.longest_sentence(ours(name, text_of(name)))[0] <= 25
        assert taal.flesch_douma(text_of(name)) >= 55
        cells = without_open_places(in_lines(body(name, "motieven")))
        assert taal.longest_sentence(cells)[0] <= 25


class DescribeTheDecision:
    def it_proposes_in_a_concept_what_is_not_decided_yet(self) -> None:
        text = body("volledig", "motieven")
        assert "> **Voorstel aan de raad van bestuur: maak beleid over online media.**" in text
        assert "Het besluit valt op 15 december 2026." in text
        assert form(text)["Besluit"] == "☐ wel beleid ☐ nu geen beleid ☐ later beslissen"
        for fact in (
            "1 januari 2027",
            "kost naar schatting 3.500 euro per jaar",
            "4 uur per week",
            "al voorgelegd aan de cliëntenraad en aan de ondernemingsraad. Wanneer, staat hierboven.",
            "Wat daar is gezegd, leggen we nog vast.",
            "Afspraken leggen we eerst voor aan de verwantenraad.",
        ):
            assert fact in text.split("# Het besluit\n")[1].split("# Wat altijd geldt")[0]

    def it_asks_a_decision_of_a_paper_for_the_board(self, tmp_path: Path) -> None:
        text = decided(tmp_path, "document: {status: ter_besluit}", "motieven: {besluit: wel, voor: [publiek]}")
        assert "> **Gevraagd besluit van het bestuur: maak beleid over online media.**" in text
        assert not re.search("voorstel|concept", text, re.IGNORECASE)

    def it_tells_a_decision_that_is_there_and_proposes_nothing(self) -> None:
        text = body("jeugdhulp_be", "motieven")
        assert "> **Het bestuursorgaan koos op 7 september 2026 voor beleid over sociale media.**" in text
        assert not re.search(r"voorstel|☐|Eigen reden|Drie antwoorden", text)
        assert form(text)["Besluit"] == "Er komt beleid over sociale media"

    def it_is_fair_about_no_policy(self) -> None:
        text = body("geen_verwant", "motieven")
        assert "> **De ledenraad koos er op 30 september 2026 voor om nu geen apart beleid over digitale media" in text
        assert "Voor de ledenraad wogen de redenen tegen beleid zwaarder. De redenen voor blijven op tafel." in text
        assert "Geen apart beleid is een keuze" in text
        assert "Op 5 oktober 2027 ligt deze afweging weer op tafel." in text
        assert not re.search(r"mislukt|helaas|nog steeds geen|tekort", text)

    def it_says_who_decides_later_and_what_happens_until_then(self) -> None:
        text = body("lange_naam", "motieven")
        assert "> **De directie beslist op 20 januari 2027 of er beleid over online media komt.**" in text
        assert "Tot dan doen we dit:" in text
        assert "Vragen en voorbeelden" in text or "vragen en voorbeelden bij de kwaliteitscoördinator" in text

    def it_weighs_neutrally_without_a_decision(self) -> None:
        text = body("minimaal", "motieven")
        assert "> **De vraag aan het bestuur: komt er beleid over online media?**" in text
        assert len([row for row in rows(text, COLUMNS) if row[1].startswith("☐ **")]) == 6
        assert form(text)["Besluit"] == "☐ wel beleid ☐ nu geen beleid ☐ later beslissen"
        assert "Redenen die niet gekozen zijn" not in text
        assert not re.search(r"wogen|Voorstel", text)

    @pytest.mark.parametrize("answer", ["wel", "geen"])
    def it_dates_by_the_day_of_the_document(self, tmp_path: Path, answer: str) -> None:
        days = {"2026-10-01": True, "2026-12-01": False}
        for day, taken in days.items():
            lines = ("document: {datum: 2026-11-01}", f"motieven: {{besluit: {answer}, datum: {day}}}")
            assert ("koos" in decided(tmp_path, *lines)) is taken

    def it_offers_on_paper_the_answers_that_the_text_has(self, tmp_path: Path) -> None:
        for lines in ([], ["motieven: {besluit: wel}"], ["motieven: {besluit: geen}"]):
            text = decided(tmp_path, *lines)
            told = [row[0].strip("*").lower() for row in rows(text, "# Het besluit")[1:]]
            assert form(text)["Besluit"] == " ".join(f"☐ {answer}" for answer in told)

    def it_tells_asking_from_agreeing(self, tmp_path: Path) -> None:
        council = "inspraak: {clienten: {vorm: cliëntenraad, bevoegdheid: instemming, geraadpleegd_op: 2026-10-05}}"
        lines = (council, "motieven: {besluit: wel}", "document: {datum: 2026-11-01, status: ter_besluit}")
        text = decided(tmp_path, *lines)
        assert "Om instemming gevraagd op 5 oktober 2026; uitkomst nog niet vastgelegd" in text
        assert "De afspraken zijn al voorgelegd aan de cliëntenraad." in text
        assert "Voordat afspraken vaststaan" not in text
        early = decided(tmp_path, council, "motieven: {besluit: wel}", "document: {datum: 2026-10-01}")
        assert "zijn al voorgelegd" not in early
        final = "document: {datum: 2026-11-01, status: definitief, vastgesteld_op: 2026-11-01}"
        text = decided(tmp_path, council, "motieven: {besluit: wel}", final)
        assert "Geraadpleegd op 5 oktober 2026 (instemming)" in text
        assert "leggen we nog vast" not in text

    def it_says_of_who_is_only_informed_what_they_hear_and_tell(self, tmp_path: Path) -> None:
        text = decided(tmp_path, "inspraak: {verwanten: {vorm: familieberaad, per_jaar: 3, bevoegdheid: informatie}}")
        assert "Verwanten horen en vertellen drie keer per jaar via het familieberaad wat er speelt." in text
        assert "geen advies" not in text

    def it_prepares_the_next_choice_in_the_moment_before_it(self, tmp_path: Path) -> None:
        moments = "pdca: {momenten: [{fase: act, maand: 9, wat: keuze voorbereiden}]}"
        text = decided(tmp_path, "motieven: {besluit: geen}", moments, "document: {evaluatie_op: 2027-10-11}")
        assert "In september bereiden we die keuze voor; het bestuur kiest op 11 oktober 2027." in text
        later = decided(tmp_path, "motieven: {besluit: geen}", moments, "document: {evaluatie_op: 2027-03-11}")
        assert "bereiden we die keuze voor" not in later

    @pytest.mark.parametrize("answer", ["wel", "geen", "later"])
    def it_speaks_of_no_team_where_everybody_fits_around_one_table(self, tmp_path: Path, answer: str) -> None:
        about = f"organisatie: {{naam: De Kade, land: NL, medewerkers: 3}}\nmotieven: {{besluit: {answer}}}\n"
        assert not re.search(r"\bteams?\b", fill_source("motieven", typed(tmp_path, about)), re.IGNORECASE)

    def it_keeps_a_gap_where_the_answer_is_asked(self, tmp_path: Path) -> None:
        text = decided(tmp_path, "motieven: {besluit: INVULLEN, voor: [publiek, INVULLEN]}")
        assert "Het antwoord tot nu toe: [Nog in te vullen: het besluit over beleid]" in text
        assert "[Nog in te vullen: de motieven voor beleid]" in text


class DescribePromises:
    def it_names_no_date_cost_hours_or_council_that_nobody_gave(self, tmp_path: Path) -> None:
        text = decided(tmp_path, "motieven: {besluit: wel, voor: [preventie]}")
        steps = text.split("Dit hoort erbij:")[1].split("# Wat altijd geldt")[0]
        assert not re.search(r"\d|euro|uur|gaat in|leggen we ze voor", steps)

    def it_names_the_place_to_report_only_where_there_is_one(self, tmp_path: Path) -> None:
        no_policy = "motieven: {besluit: geen}"
        assert "We melden het bij de teamleider." in decided(tmp_path, no_policy)
        place = "incidenten: {meldpunt: {naam: Meldpunt online, telefoon: 000 11}}"
        assert "We melden het bij het Meldpunt online, 000 11." in decided(tmp_path, no_policy, place)

    def it_asks_consent_of_the_works_council_by_its_own_name(self) -> None:
        assert "instemming van de ondernemingsraad (WOR" in body("volledig", "motieven")
        assert "cao 81" in body("jeugdhulp_be", "motieven")

    def it_carries_the_day_on_which_a_legal_text_was_checked(self) -> None:
        for entry in catalogue.load("afweging")["altijd"]:
            assert re.fullmatch(r"20\d\d-\d\d-\d\d", entry["gecontroleerd_op"])
            assert entry["bron"]

    def it_reads_well_with_nothing_but_a_name_in_any_sector(self, tmp_path: Path) -> None:
        for land in ("NL", "BE"):
            for sector in ("gehandicaptenzorg", "ouderenzorg", "jeugdhulp", "ggz", "sociaal_werk", "gemeente"):
                for besluit in ("", "motieven: {besluit: geen}", "motieven: {besluit: later}"):
                    made = typed(
                        tmp_path,
                        f"organisatie: {{naam: De Kade, land: {land}, sector: {sector}}}\n{besluit}\n"
                        "taal: {termen: {verwant: geen, leidinggevende: geen, clientplan: geen}}\n",
                    )
                    text = in_lines(fill_source("motieven", made))
                    assert not taal.leftovers(text)
                    assert not taal.woorden_van_ander_land(text, land)

    def it_differs_from_another_weighing_in_a_third_of_its_sentences(self) -> None:
        here = taal.sentences(text_of("volledig"))
        for other in ALL[1:]:
            there = set(taal.sentences(text_of(other)))
            assert sum(sentence not in there for sentence in here) >= 0.3 * len(here), other
