from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import pytest

from policygen import context
from policygen.dutch import MONTHS
from tests.context.bodies import (
    ALL,
    base,
    body,
    fill_source,
    headings,
    rows,
    running_text,
    typed,
    without_open_places,
)
from tests.support import taal

if TYPE_CHECKING:
    from pathlib import Path

MEANS = re.compile(
    rf"\b(?:eind (?:{'|'.join(MONTHS)}) \d{{4}}|(?:voor|uiterlijk) \d+ \w+ \d{{4}}"
    r"|binnen een jaar na (?:vaststelling|goedkeuring))\b",
    re.IGNORECASE,
)


def text_of(name: str) -> str:
    return running_text(body(name, "visie"))


def measured(name: str) -> str:
    """What we wrote, to measure: the open places of a profile with gaps are not ours."""
    return without_open_places(text_of(name))


def part(name: str, number: int) -> str:
    """The text under the heading with this number."""
    return re.split(r"^# .*$", body(name, "visie"), flags=re.MULTILINE)[number]


@pytest.mark.parametrize("name", ALL)
class DescribeVisie:
    def it_opens_with_the_client_and_not_with_technology(self, name: str) -> None:
        first = taal.sentences(text_of(name))[0].lower()
        assert str(base(name)["termen"]["client"]["meervoud"]) in first
        assert not re.search(r"\b(?:media|techniek|internet|digitale?|app)\b", first)

    def it_names_the_client_at_least_as_often_as_the_organisation_at_first(self, name: str) -> None:
        start = " ".join(text_of(name).split()[:100]).lower()
        client = base(name)["termen"]["client"]
        clients = len(re.findall(rf"\b(?:{client['enkelvoud']}|{client['meervoud']})\b", start))
        assert 1 <= start.count(str(base(name)["organisatie"]["korte_naam"]).lower()) <= clients

    def it_has_five_headings_each_followed_by_text(self, name: str) -> None:
        lines = body(name, "visie").splitlines()
        assert len(headings(body(name, "visie"))) == len(set(headings(body(name, "visie")))) == 5
        for place, line in enumerate(lines):
            if line.startswith("#"):
                assert not lines[place + 1].startswith(("#", "tabel:", "|"))

    def it_is_350_to_500_words_in_paragraphs_of_90_at_most(self, name: str) -> None:
        assert 350 <= len(taal.words(measured(name))) <= 500
        assert max(len(taal.words(line)) for line in text_of(name).splitlines()) <= 90

    def it_defines_the_theme_in_one_sentence_of_25_words(self, name: str) -> None:
        thema = base(name)["termen"]["thema"]["enkelvoud"]
        defining = [line for line in taal.sentences(part(name, 3)) if line.startswith(f"Met {thema} bedoelen we")]
        assert len(defining) == 1
        assert len(taal.words(defining[0])) <= 25

    def it_grants_a_right_and_bounds_its_limit(self, name: str) -> None:
        said = taal.sentences(part(name, 3))
        assert any("een recht" in line for line in said)
        limit = next(line for line in said if re.search(r"\bgrens\b.* persoonlijk", line))
        for word in ("persoonlijk", "tijdelijk", "besproken", "vastgelegd", "herzien"):
            assert word in limit

    def it_shows_three_signs_each_with_a_month_or_a_term(self, name: str) -> None:
        signs = [line for line in body(name, "visie").splitlines() if line.startswith("- **")]
        assert len(signs) == 3
        assert str(base(name)["termen"]["client"]["meervoud"]) in signs[0].lower()
        assert re.match(r"- \*\*(?:Teams|Wijzelf)\.", signs[2])
        assert all(MEANS.search(line) for line in signs)

    def it_is_easy_to_read(self, name: str) -> None:
        assert taal.mean_sentence(measured(name)) <= 12
        assert taal.longest_sentence(measured(name))[0] <= 25
        assert taal.flesch_douma(measured(name)) >= 55

    def it_ends_with_the_look_ahead_and_the_review(self, name: str) -> None:
        last = text_of(name).splitlines()[-1]
        assert str(base(name)["visie"]["toekomst"]) in last
        assert last.endswith("bekijken we deze visie opnieuw.")
        assert str(base(name)["document"]["evaluatie_op"]) in last

    def it_shows_two_reasons_a_side_and_every_moment(self, name: str) -> None:
        text = body(name, "visie")
        for side in ("voor", "tegen"):
            reasons = base(name)["motieven"][side]
            shown = [motive for motive in reasons if f"- {motive['tekst']}" in text]
            own = [motive for motive in reasons if not motive["id"]]
            assert len(shown) == min(2, len(reasons))
            assert all(motive in shown for motive in own[:2])
        for moment in base(name)["pdca"]["momenten"]:
            assert any(str(moment["wat"]).lower() in row[1].lower() for row in rows(text, "# Hoe we het doen")[1:])


class DescribeVisieOfVeldermaat:
    def it_holds_five_facts_of_the_profile_besides_the_name(self) -> None:
        said = taal.sentences(text_of("volledig"))
        facts = (
            "licht of matig verstandelijke beperking",
            "22 locaties",
            "met steun die bij hen past",
            "4 uur scholing",
            "ISO 9001",
            "eigen regie",
            "cliëntenraad",
            "1 november 2027",
            "adviseur kwaliteit",
            "over foto's",
        )
        assert sum(any(fact in sentence for fact in facts) for sentence in said) >= 10

    @pytest.mark.parametrize("other", [name for name in ALL if name != "volledig"])
    def it_differs_from_another_vision_in_a_third_of_its_sentences(self, other: str) -> None:
        here, there = taal.sentences(text_of("volledig")), set(taal.sentences(text_of(other)))
        assert sum(sentence not in there for sentence in here) >= 0.3 * len(here)

    def it_is_no_list_of_the_same_words(self) -> None:
        said = taal.sentences(text_of("volledig"))
        assert (
            max(SequenceMatcher(None, a, b).ratio() for a in said for b in said if a < b and min(len(a), len(b)) > 40)
            < 0.85
        )


class DescribeVisieForADecision:
    def it_proposes_a_target_but_decides_none(self) -> None:
        assert "Waaraan merken we dat het lukt? Een voorstel:" in body("volledig", "visie")
        assert "voorstel" not in body("jeugdhulp_be", "visie").lower()
        assert "acht van de tien" not in body("jeugdhulp_be", "visie")
        assert "Eind juni 2027 weten meer ouders dan bij de nulmeting" in body("jeugdhulp_be", "visie")

    def it_writes_the_way_of_working_as_a_sentence(self, tmp_path: Path) -> None:
        assert "Zo doen we dat: een mediavraag in het ondersteuningsplan." in body("volledig", "visie")
        own = "organisatie: {naam: X, land: NL}\nmediabegeleiding: {aanpak: We vragen het elke week.}\n"
        assert typed(tmp_path, own)["visie"]["aanpak"] == "We vragen het elke week."

    def it_is_fair_about_no_policy(self) -> None:
        text = body("geen_verwant", "visie")
        assert "We maken nu geen apart beleid. De ledenraad koos daar op 30 september 2026 bewust voor." in text
        assert "Ook zonder beleid gelden geheimhouding en de privacywet." in text
        assert text.index("Dit pleitte er wel voor:") < text.index("Deze argumenten wogen zwaarder:")

    def it_says_who_decides_later_and_when(self) -> None:
        assert "De directie beslist op 20 januari 2027 of hier apart beleid bij komt." in body("lange_naam", "visie")

    def it_gives_reasons_of_its_own_without_motives(self) -> None:
        assert "Meedoen gaat niet vanzelf." in body("minimaal", "visie")
        assert "Meedoen gaat niet vanzelf." not in body("volledig", "visie")

    def it_shows_every_reason_where_no_other_document_does(self, tmp_path: Path) -> None:
        own = "organisatie: {naam: X, land: NL}\nmotieven: {besluit: wel, voor: [publiek, preventie, wildgroei]}\n"
        pointer = "Alle argumenten staan in de motievenafweging."
        with_paper = fill_source("visie", typed(tmp_path, own))
        alone = fill_source("visie", typed(tmp_path, f"{own}documenten: [visie]\n"))
        assert (with_paper.count("\n- "), alone.count("\n- ")) == (8, 9)
        assert (pointer in with_paper, pointer in alone) == (True, False)

    def it_says_nothing_about_relatives_where_there_are_none(self) -> None:
        assert not re.search(r"verwant|naaste|familie|ouders", body("geen_verwant", "visie"))

    def it_promises_no_shared_duty_where_the_duty_is_not_shared(self) -> None:
        shared = "Iedereen heeft hierin een rol"
        assert shared in body("volledig", "visie")
        for name, who in (
            ("geen_verwant", "Teamleiders en behandelaars"),
            ("ggz-be", "Teamverantwoordelijken en hulpverleners"),
        ):
            text = body(name, "visie")
            assert shared not in text
            assert f"{who} voeren uit wat we afspreken. De " in text  # and who is responsible comes right after it
            assert not re.search(r"nog niet iedereen|daar werken we aan", text, re.IGNORECASE)

    @pytest.mark.parametrize(
        ("typed_words", "told"),
        [
            ("vraag bij de intake", "een vraag bij de intake"),
            ("digitaal spreekuur in elk huis", "een digitaal spreekuur in elk huis"),
            ("elk gesprek begint ermee", "elk gesprek begint ermee"),
            ("hulp aan de digibank", "hulp aan de digibank"),
        ],
    )
    def it_gives_the_way_of_working_the_article_that_it_needs(
        self, tmp_path: Path, typed_words: str, told: str
    ) -> None:
        own = f"organisatie: {{naam: X, land: NL}}\nmediabegeleiding: {{aanpak: {typed_words}}}\n"
        assert typed(tmp_path, own)["visie"]["aanpak"] == f"Zo doen we dat: {told}."

    def it_reads_well_with_nothing_but_a_name_and_a_country(self, tmp_path: Path) -> None:
        for land in ("NL", "BE"):
            made = typed(tmp_path, f"organisatie: {{naam: De Kade, land: {land}}}\n")
            text = fill_source("visie", made)
            assert not taal.leftovers(text)
            assert not taal.woorden_van_ander_land(text, land)

    def it_goes_on_after_a_colon_without_a_capital(self, tmp_path: Path) -> None:
        own = "organisatie: {naam: X, land: NL}\ngesprek: {toetsvraag: Wie wordt hier beter van?}\n"
        assert "vragen we: wie wordt hier beter van?" in fill_source("visie", typed(tmp_path, own))

    def it_agrees_nothing_before_the_decision(self, tmp_path: Path) -> None:
        said = {}
        for status in ("concept", "ter_besluit", "definitief"):
            decided = ", vastgesteld_op: 2026-10-01" if status == "definitief" else ""
            own = f"motieven: {{besluit: wel, tegen: [professioneel]}}\ndocument: {{status: {status}{decided}}}\n"
            said[status] = str(typed(tmp_path, f"organisatie: {{naam: X, land: NL}}\n{own}")["motieven"]["slot"])
        assert [status for status, text in said.items() if "We spreken" in text] == ["definitief"]
        assert [status for status, text in said.items() if "We willen" in text] == ["concept", "ter_besluit"]

    def it_asks_no_board_for_a_decision(self) -> None:
        """Clients, relatives and staff read this text."""
        for name in ALL:
            assert not re.search(r"vragen we .{0,20}te besluiten|voorstel: alleen", body(name, "visie")), name

    def it_prepares_the_next_choice_where_there_is_no_policy(self, tmp_path: Path) -> None:
        own = (
            "organisatie: {naam: X, land: NL}\ndocument: {evaluatie_op: 2027-11-01}\n"
            "motieven: {besluit: geen, beslist_door: directie}\n"
            "pdca: {momenten: [{fase: check, maand: 9, wat: nagaan}]}\n"
        )
        slot = str(typed(tmp_path, own)["visie"]["slot"])
        assert slot.startswith("In september bereiden we die keuze voor; de directie kiest op 1 november 2027. ")

    def it_counts_no_single_person_as_a_team(self, tmp_path: Path) -> None:
        alone = typed(tmp_path, "organisatie: {naam: X, land: NL, medewerkers: 1}\n")
        assert alone["visie"]["feiten"] == "Eén persoon doet het werk."
        assert alone["visie"]["tekenen"][-1]["wie"] == "Wijzelf"


class DescribeVisiePerSector:
    def it_fits_who_cannot_type_speak_or_plan(self) -> None:
        assert not re.search(r"\b(?:zelf|spraakbericht|plannen|opzoeken|vrienden maken)\b", part("zeepaardje", 2))
        assert "Samen met kind en ouders kijken we" in body("zeepaardje", "visie")
        assert "zoals we ook vragen" not in body("zeepaardje", "visie")
        assert "besproken met de ouders en, zoals dat kan, met het kind," in body("zeepaardje", "visie")
        assert context.for_document(base("zeepaardje"), "visie")["document"]["lezers"] == "ouders en medewerkers"

    def it_does_not_let_a_municipality_limit_the_life_of_inhabitants(self) -> None:
        text = body("gemeente", "visie")
        assert "Stellen we op onze eigen kanalen een grens, dan is die persoonlijk" in text
        assert "ondersteuningsplan" not in text
        assert "als de inwoner dat wil" in text
        assert "minstens twintig inwoners" in text

    def it_counts_everybody_who_works_there(self) -> None:
        for name, number in (("jeugdhulp_be", "85"), ("gemeente", "410"), ("geen_verwant", "34")):
            assert f"{number} medewerkers" in text_of(name)
        assert "negen medewerkers" in text_of("zeepaardje")

    def it_says_a_single_value_as_one(self) -> None:
        assert "Ook online staat rust bij ons voorop." in text_of("zeepaardje")
        assert "Ook online gelden onze waarden: vertrouwen en nabijheid." in text_of("jeugdhulp_be")

    def it_gives_every_sector_its_own_words(self, tmp_path: Path) -> None:
        seen = set()
        for sector in ("gehandicaptenzorg", "ouderenzorg", "jeugdhulp", "ggz", "sociaal_werk", "gemeente"):
            for verwant in ("", "taal: {termen: {verwant: geen, clientplan: geen}}\n"):
                made = typed(tmp_path, f"organisatie: {{naam: De Kade, land: NL, sector: {sector}}}\n{verwant}")
                whole = running_text(fill_source("visie", made))
                assert not taal.leftovers(whole)
                text = without_open_places(whole)
                assert 350 <= len(taal.words(text)) <= 500
                assert taal.longest_sentence(text)[0] <= 25
                assert taal.mean_sentence(text) <= 12
            seen.add(made["visie"]["doen"])
        assert len(seen) == 6


def it_follows_the_group_where_a_sector_holds_very_different_people(tmp_path: Path) -> None:
    opening = {}
    for group in ("mensen met een lichte verstandelijke beperking", "mensen met een ernstige meervoudige beperking"):
        made = typed(tmp_path, f"organisatie: {{naam: A, land: NL, sector: gehandicaptenzorg, doelgroep: {group}}}\n")
        opening[group.split()[3]] = str(made["visie"]["leven"])
    assert "spraakbericht" in opening["lichte"]
    assert "spraakbericht" not in opening["ernstige"]


@pytest.mark.parametrize(
    ("sector", "group", "expected"),
    [
        ("gehandicaptenzorg", "mensen met een matige verstandelijke beperking", "licht"),
        ("gehandicaptenzorg", "kinderen met een zeer ernstige beperking", "zwaar"),
        ("gehandicaptenzorg", "mensen met een lichte tot ernstige beperking", ""),
        ("gehandicaptenzorg", "mensen die verlichting zoeken", ""),
        ("ggz", "mensen met een ernstige depressie", ""),
    ],
)
def it_knows_a_group_by_whole_words_within_its_sector(tmp_path: Path, sector: str, group: str, expected: str) -> None:
    made = typed(tmp_path, f"organisatie: {{naam: A, land: NL, sector: {sector}, doelgroep: {group}}}\n")
    assert made["organisatie"]["groep"] == expected
