"""What one part of the policy promises, another part may not contradict."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from policygen import catalogue, context
from policygen.context import velden
from policygen.context.inspraak import awaited, heard
from tests.context.bodies import ALL, base, body, fill_source, profile, typed

if TYPE_CHECKING:
    from pathlib import Path

MADE = tuple(name for name in ALL if not context.left_out(profile(name), "beleid"))
PARTS = ("beleid_samenvatting", "beleid", "beleid_bijlagen")


def whole(made: dict[str, Any]) -> str:
    return "\n".join(fill_source(part, made) for part in PARTS)


def policy(name: str) -> str:
    return "\n".join(body(name, part) for part in PARTS)


@pytest.mark.parametrize("name", MADE)
class DescribeOneAgreement:
    def it_checks_the_accounts_as_often_in_the_text_as_on_the_list(self, name: str) -> None:
        assert "elk kwartaal of alles klopt" not in policy(name)
        assert "elk half jaar na." in body(name, "beleid")
        if base(name)["accounts"]:
            assert "elk half jaar of alles klopt." in body(name, "beleid_bijlagen")

    def it_takes_a_picture_down_as_soon_everywhere(self, name: str) -> None:
        soon = str(catalogue.load("termen")["vast"]["beeld_weg"])
        assert policy(name).count(soon) == 3  # the text, the rules for visitors and the form
        assert "binnen een uur" not in policy(name)
        assert "Voorstel: dat doen we" not in policy(name)

    def it_lets_nobody_copy_a_nude_picture(self, name: str) -> None:
        rule = str(catalogue.load("termen")["vast"]["naaktbeeld"])
        assert policy(name).count(rule) == 2
        assert "Bewaar een schermafdruk, nooit van naaktbeeld." in body(name, "beleid_bijlagen")

    def it_has_the_same_people_decide_in_the_text_and_on_the_form(self, name: str) -> None:
        rules = base(name)["bijlagen"]["toestemming"]["wie"][1:]
        if base(name)["organisatie"]["groep"] != "zwaar":
            assert all(str(rule) in body(name, "beleid") for rule in rules)
        assert str(rules[-1]) in body(name, "beleid")

    def it_makes_no_exception_for_client_data_in_an_ai_program(self, name: str) -> None:
        assert "Een uitzondering kan" not in policy(name)
        assert "gaat in een AI-programma." in body(name, "beleid")

    def it_names_the_privacy_officer_in_one_way(self, name: str) -> None:
        assert not re.search(r"wie over privacy gaat|functionaris gegevens", policy(name))
        assert "meteen de functionaris voor gegevensbescherming" in body(name, "beleid")
        assert "belt meteen de functionaris voor gegevensbescherming" in body(name, "beleid_bijlagen")

    def it_says_who_reports_a_leaver_in_one_sentence(self, name: str) -> None:
        leaves = str(base(name)["bijlagen"]["accounts"]["vertrek"])
        assert leaves in body(name, "beleid_bijlagen")
        assert leaves in body(name, "beleid")

    def it_tells_of_asking_a_voice_in_the_same_words(self, name: str) -> None:
        for key in ("clienten", "verwanten", "personeel"):
            group = base(name)["inspraak"][key]
            if group and not group["geen"]:
                told = str(group["gehoord"])
                assert told.lower() in body(name, "beleid_samenvatting").lower()
                assert policy(name).lower().count(told.lower()) >= 2

    def it_keeps_the_lawyer_off_the_form_that_people_sign(self, name: str) -> None:
        form = body(name, "beleid_bijlagen").split("# Bijlage: toestemming voor beeld")[1].split("# Bijlage:")[0]
        assert not re.search("jurist|voorstel", form, re.IGNORECASE)


def it_leaves_that_a_supplier_is_external_out_of_a_sentence(tmp_path: Path) -> None:
    own = "organisatie: {naam: X, land: BE}\nict_contacten: [{naam: Kabel en Klik, extern: ja, telefoon: 010}]\n"
    text = whole(typed(tmp_path, own))
    assert "met hulp van Kabel en Klik." in text
    assert "el daarna Kabel en Klik, 010" in text


class DescribeHeard:
    def it_does_not_call_consent_what_is_only_asked(self) -> None:
        group = {"bevoegdheid": "instemming", "geraadpleegd_op": "1 mei 2027"}
        assert heard(group, decided=False) == "om instemming gevraagd op 1 mei 2027; uitkomst nog niet vastgelegd"
        assert heard(group, decided=True) == "geraadpleegd op 1 mei 2027 (instemming)"
        assert awaited(group)

    def it_informs_who_only_hears_what_is_going_on(self) -> None:
        assert heard({"bevoegdheid": "informatie", "geraadpleegd_op": ""}, decided=False) == "nog niet geïnformeerd"
        told = {"bevoegdheid": "informatie", "geraadpleegd_op": "1 mei 2027"}
        assert heard(told, decided=False) == "geïnformeerd op 1 mei 2027"
        assert not awaited(told)

    def it_asks_a_board_to_wait_for_the_outcome_in_a_draft_only(self) -> None:
        assert "Nog geen uitkomst: het advies van de cliëntenraad en de instemming van de ondernemingsraad." in body(
            "volledig", "beleid_samenvatting"
        )
        assert "Nog geen uitkomst" not in body("jeugdhulp_be", "beleid_samenvatting")


class DescribeWhatHoldsForOneOrganisation:
    def it_asks_the_works_council_for_consent_and_not_for_a_talk(self, tmp_path: Path) -> None:
        own = "organisatie: {naam: X, land: NL, medewerkers: 90}\ninspraak: {personeel: {vorm: ondernemingsraad%s}}\n"
        text = whole(typed(tmp_path, own % ", controle_op_gebruik: ja"))
        assert (
            "Voor controle en voor elke nieuwe vorm ervan vragen we vooraf instemming van de ondernemingsraad." in text
        )
        assert "Is er een ondernemingsraad, dan" not in text
        assert "pas met instemming van de ondernemingsraad" in whole(typed(tmp_path, own % ""))

    def it_punishes_in_belgium_only_as_the_work_rules_say(self, tmp_path: Path) -> None:
        sentence = "staan altijd in het arbeidsreglement."
        assert sentence in whole(typed(tmp_path, "organisatie: {naam: X, land: BE}\n"))
        assert "arbeidsreglement" not in whole(typed(tmp_path, "organisatie: {naam: X, land: NL}\n"))

    def it_follows_the_steps_of_the_law_when_somebody_resists_a_limit(self) -> None:
        assert "zich, dan komt de grens er niet. Alleen bij wie onder de Wzd valt," in body("volledig", "beleid")
        assert "Wzd" not in policy("gemeente")
        assert "Wzd" not in policy("jeugdhulp_be")

    def it_helps_at_night_when_the_reporting_point_is_closed(self, tmp_path: Path) -> None:
        own = "organisatie: {naam: X, land: NL, sector: ouderenzorg}\ntaal: {aanspreekvorm: u}\n"
        point = "incidenten: {meldpunt: {naam: Veilig melden, bereikbaar: %s, telefoon: 010}}\n"
        day = whole(typed(tmp_path, own + point % "werkdagen 8 tot 18 uur"))
        assert len(re.findall("vertel het dan (?:meteen )?aan de collega die dienst heeft", day)) == 3
        assert "Dicht? Vertel het aan de collega die dienst heeft." in day
        assert "**Wie:** De collega die dienst heeft" in day
        assert "dienst heeft en meld" not in whole(typed(tmp_path, own + point % "dag en nacht"))

    def it_gives_each_contact_its_own_number(self) -> None:
        card = body("volledig", "beleid_bijlagen")
        assert "Bel of mail daarna de Servicedesk ICT, 000 000 00 01" in card

    def it_puts_one_channel_on_a_line_and_takes_nothing_off_a_letter(self, tmp_path: Path) -> None:
        channels = (
            "organisatie: {naam: X, land: NL}\nkanalen: [{naam: Facebook, soort: openbaar}, {naam: Nieuwsbrief,"
            " soort: openbaar}, {naam: Portaal, soort: besloten}]\n"
        )
        text = whole(typed(tmp_path, channels))
        assert "| Facebook, waar iedereen het kan zien |" in text
        assert "| Portaal, in besloten kring |" in text
        assert "**Hoe:** Eigen kanaal (Facebook en Portaal): de beheerder" in text
        assert "Op een besloten kanaal van ons staat alleen wat de cliënt goedvindt." in text

    def it_has_an_answer_agreed_by_who_speaks_when_somebody_else_manages(self, tmp_path: Path) -> None:
        own = (
            "organisatie: {naam: X, land: BE}\npersonen: {d: {functie: directeur}, o: {functie: onthaalmedewerker}}\n"
            "beleid: {woordvoerder: d}\nkanalen: [{naam: Facebook, soort: openbaar, beheer: %s}]\n"
        )
        text = whole(typed(tmp_path, own % "o"))
        assert "plaatst de beheerder het antwoord na een ja van de directeur" in text
        assert "**Wie:** De beheerder, na een ja van de directeur" in text
        same = whole(typed(tmp_path, own % "d"))
        assert "na een ja van de directeur" not in same
        assert "De beheerder belt" not in same

    def it_tells_the_team_of_a_policy_that_starts_before_the_meeting(self) -> None:
        text = body("volledig", "beleid")
        assert "Het beleid geldt vanaf 1 januari 2027; de teamleider vertelt het team die week wat verandert." in text
        assert "Op 11 maart 2027 volgt een kick-off" in text

    def it_asks_after_the_meeting_or_the_start(self, tmp_path: Path) -> None:
        own = "organisatie: {naam: X, land: NL, medewerkers: 9}\n"
        assert "Drie maanden na de ingang vraagt" in whole(typed(tmp_path, own))
        assert "Drie maanden na de lancering vraagt" in whole(
            typed(tmp_path, f"{own}gesprek: {{startmoment: {{vorm: lancering}}}}\n")
        )

    def it_leaves_decisions_with_the_board(self, tmp_path: Path) -> None:
        own = "organisatie: {naam: X, land: NL}\npersonen: {a: {functie: adviseur}, b: {functie: arts}}\nrollen:\n"
        board = "  bestuur: {status: ingevuld, personen: [a], vervanger: b}\n"
        both = "  expert: {status: ingevuld, personen: [a, b], vervanger: b}\n"
        text = whole(typed(tmp_path, own + board + both))
        assert "| Arts, maar niet bij besluiten |" in text
        assert "| Adviseur en arts | Vragen beantwoorden en verbeteringen voorstellen | Zij vervangen elkaar |" in text

    def it_dates_no_check_of_the_law_after_the_paper(self, tmp_path: Path) -> None:
        own = "organisatie: {naam: X, land: NL}\ndocument: {datum: %s}\n"
        assert "bijgewerkt tot" not in whole(typed(tmp_path, own % "2026-11-16"))
        assert "bijgewerkt tot 20 november 2026." in whole(typed(tmp_path, own % "2026-11-23"))

    def it_says_on_what_country_a_draft_without_one_is_based(self, tmp_path: Path) -> None:
        sentence = "Dit concept gaat uit van Nederland: land en sector staan nog niet in het profiel."
        assert sentence in whole(typed(tmp_path, "organisatie: {naam: X}\n"))
        assert "gaat uit van" not in policy("volledig")

    def it_asks_no_supplier_about_privacy(self, tmp_path: Path) -> None:
        own = (
            "organisatie: {naam: X, land: BE}\npersonen: {o: {functie: orthopedagoog}}\nrollen: {expert: {status: "
            "ingevuld, personen: [o]}, ict: {status: ingevuld, extern: ja}}\n"
            "ict_contacten: [{naam: Kabel en Klik, extern: ja, telefoon: 010}]\n"
        )
        assert "Welke dat zijn, weet de orthopedagoog." in whole(typed(tmp_path, own))

    def it_calls_money_an_estimate(self) -> None:
        assert "| Naar schatting 3.500 euro per jaar |" in body("volledig", "beleid_samenvatting")

    def it_asks_for_no_money_whose_contents_nobody_knows(self, tmp_path: Path) -> None:
        text = body("volledig", "beleid_samenvatting")
        assert "Over geld volgt later een besluit." in text
        assert "Of de uren in de 3.500 euro zitten. |" in text  # among what is open
        own = "organisatie: {naam: X, land: NL}\nbeleid: {kosten_per_jaar: 900}\n"
        known = fill_source("beleid_samenvatting", typed(tmp_path, own))
        assert "Daarvoor is naar schatting 900 euro per jaar nodig." in known
        assert "in de 900 euro" not in known


def it_gives_no_example_day_that_may_have_passed() -> None:
    for path in ("beleid.ingangsdatum", "document.vastgesteld_op", "gesprek.startmoment.datum"):
        assert not re.search(r"\d{4}", velden.open_place(path).voorbeeld)
