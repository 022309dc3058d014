from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from policygen import catalogue
from policygen.dutch import MONTHS
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

STEPS = ("# Plan voor ", "# Do: wat we doen", "# Check: wat we meten", "# Act: wanneer we bijstellen")
PLAN, DO, CHECK, ACT = STEPS
SECTIONS = (
    "pdca",
    "document",
    "rollen",
    "scholing",
    "mediabegeleiding",
    "incidenten",
    "beleid",
    "onlinehulp",
    "inspraak",
)


def text_of(name: str) -> str:
    return without_open_places(running_text(body(name, "borging")))


def made(folder: Path, *lines: str) -> str:
    """The text for a profile that a test types."""
    return fill_source("borging", typed(folder, "organisatie: {naam: De Kade, land: NL}\n" + "\n".join(lines) + "\n"))


def goals(text: str) -> list[list[str]]:
    """The goals of the year, the header row first; the heading ends with the year."""
    return rows(text, next(line for line in headings(text) if line.startswith(PLAN)))


def measure(text: str, what: str) -> list[str]:
    """The row of the Check table that begins with these words."""
    return next(row for row in rows(text, CHECK) if row[0].startswith(what))


@pytest.mark.parametrize("name", ALL)
class DescribeBorging:
    def it_gives_each_check_a_start_a_target_a_source_and_a_month(self, name: str) -> None:
        head, *table = rows(body(name, "borging"), CHECK)
        assert head == ["Wat we meten", "Startwaarde", "Streefwaarde", "Bron", "Wie meet", "Maand"]
        assert len(table) >= 7
        assert all(all(row) for row in table)
        for row in table:
            month, year = row[5].lower().split()
            assert month in MONTHS
            assert 2026 <= int(year) <= 2030

    def it_takes_the_targets_for_people_from_the_vision(self, name: str) -> None:
        signs = base(name)["visie"]["tekenen"]
        table = rows(body(name, "borging"), CHECK)[1:]
        assert table[0][2] == str(signs[0]["tekst"]).removesuffix(".")
        if base(name)["termen"]["verwant"]:
            assert table[1][2] == str(signs[1]["tekst"]).removesuffix(".")

    def it_starts_to_measure_before_it_measures_again(self, name: str) -> None:
        def day(text: str) -> tuple[int, int]:
            month, year = text.lower().split()[-2:]
            return int(year), MONTHS.index(month)

        for row in rows(body(name, "borging"), CHECK)[1:]:
            assert not row[1].startswith("Nulmeting") or day(row[1]) < day(row[5])

    def it_names_who_decides_on_each_act(self, name: str) -> None:
        head, *table = rows(body(name, "borging"), ACT)
        assert head[2] == "Wie beslist"
        assert len(table) == 6
        assert all(all(row) for row in table)

    def it_has_the_four_steps_in_order_with_who_does_what(self, name: str) -> None:
        text = body(name, "borging")
        assert [text.index(step) for step in STEPS] == sorted(text.index(step) for step in STEPS)
        for table in (goals(text), rows(text, DO)):
            assert all(all(row) for row in table)

    def it_joins_what_is_there_without_a_new_method(self, name: str) -> None:
        text = body(name, "borging")
        system = str(base(name)["pdca"]["bestaand_systeem"])
        assert "Er komt geen nieuwe methode bij, en geen extra systeem." in text
        assert f"werken we al met {system}." in text if system else "in de kwaliteitszorg die er al is" in text
        assert "plan, do, check en act" in text

    def it_shows_every_moment_with_its_month_and_who_does_it(self, name: str) -> None:
        text = body(name, "borging")
        moments = base(name)["pdca"]["momenten"]
        if not moments:
            assert "| Maand | Stap |" not in text
            return
        table = rows(text, "# Vaste momenten")[1:]
        assert [row[2].lower() for row in table] == [str(one["wat"]).lower() for one in moments]
        assert all(row[3] for row in table)

    def it_marks_every_known_month_in_the_year(self, name: str) -> None:
        calendar = base(name)["borging"]["kalender"]
        moments = base(name)["pdca"]["momenten"]
        known = [one for one in moments if isinstance(one["maand"], str)]
        assert bool(calendar["rijen"]) is (len(known) > 1)
        for row, moment in zip(calendar["rijen"], moments, strict=bool(calendar["rijen"])):
            marked = [place + 1 for place, cell in enumerate(row["cellen"]) if cell]
            assert marked == ([moment["maand_nr"]] if moment in known else [])

    def it_names_who_keeps_it_alive(self, name: str) -> None:
        box = next(line for line in body(name, "borging").splitlines() if line.startswith("> "))
        assert str(base(name)["pdca"]["bewaker"]) in box

    def it_looks_ahead_and_ends_the_plan_with_a_review(self, name: str) -> None:
        ahead = body(name, "borging").split("# Vooruitkijken")[1].split("\n# ")[0]
        assert str(base(name)["visie"]["toekomst"]) in ahead
        assert "AI en nepbeelden" in ahead
        assert f"Op {base(name)['document']['evaluatie_op']} bekijken we het hele plan opnieuw." in ahead

    def it_has_headings_with_text_under_each(self, name: str) -> None:
        lines = body(name, "borging").splitlines()
        found = headings(body(name, "borging"))
        assert len(found) == len(set(found)) >= 9
        for place, line in enumerate(lines):
            if line.startswith("#"):
                assert not lines[place + 1].startswith(("#", "==="))

    def it_puts_the_client_before_the_organisation(self, name: str) -> None:
        first = taal.sentences(text_of(name))[0].lower()
        assert str(base(name)["termen"]["client"]["meervoud"]) in first
        assert str(base(name)["organisatie"]["korte_naam"]).lower() not in first

    def it_is_easy_to_read(self, name: str) -> None:
        assert taal.mean_sentence(text_of(name)) <= 12
        assert taal.longest_sentence(text_of(name))[0] <= 25
        assert taal.flesch_douma(text_of(name)) >= 55
        cells = without_open_places(in_lines(body(name, "borging")))
        assert taal.longest_sentence(cells)[0] <= 25


class DescribeBorgingOfVeldermaat:
    @pytest.mark.parametrize(
        "fact",
        [
            "ISO 9001 met interne audits",
            "PDCA",
            "Elk kwartaal staat dit onderwerp als vast punt op de agenda",
            "ligt bij de adviseur kwaliteit",
            "| Maart | Doen | Teamgesprek over online media | Teamleiders |",
            "| Themaweek mediawijsheid | Oktober | Communicatieadviseur |",
            "| Vraag op vaste momenten aandacht voor online media | Elk kwartaal | Communicatieadviseur |",
            "| Leg de uitkomsten van alle gesprekken bij elkaar | Na elk gesprek |",
            "Binnen vier weken via het teamoverleg",
            "Opleiding mediacoach; de raad van bestuur maakt hier tijd en geld voor vrij",
            "Deepfakes herkennen en gesprek over sexting",
            "Basismodule 2 uur en verdieping per team",
            "4 uur per jaar, in werktijd",
            "We bieden scholing aan die past bij deze vier onderdelen.",
            "We kijken elk jaar naar nieuwe techniek, zoals AI en deepfakes.",
            "1 november 2027",
            "digimaatje",
            "Meldingen bij het Meldpunt incidenten",
        ],
    )
    def it_tells_the_facts_of_the_profile(self, fact: str) -> None:
        assert fact in body("volledig", "borging")

    def it_starts_where_the_profile_says_that_it_is(self) -> None:
        text = body("volledig", "borging")
        assert measure(text, "Zicht op")[1:3] == ["Er is deels zicht", "Er is zicht in elk team"]
        assert measure(text, "Online media in onze visie")[1] == "Staat er deels in"
        assert measure(text, "Genoeg scholing")[1] == "Er is meer nodig"
        assert measure(text, "Rollen")[1] == "4 van de 5"
        assert measure(text, "Vaste momenten")[1:3] == ["Vijf gepland", "Alle vijf"]
        assert measure(text, "Cliënten")[1] == "Nulmeting in januari 2027"

    @pytest.mark.parametrize(
        ("known", "told"),
        [
            ("mediawijsheid: ja, mediabegrip: ja", "in orde."),
            ("mediawijsheid: ja, mediabegrip: deels",
             "grotendeels in orde: één van de vier onderdelen vraagt nog oefening."),
            ("mediawijsheid: ja, mediabegrip: deels, mediagedrag: nee",
             "grotendeels in orde: twee van de vier onderdelen vragen nog oefening."),
            ("mediawijsheid: deels, mediabegrip: deels", "deels in orde."),
        ],
    )  # fmt: skip
    def it_calls_media_literacy_in_order_only_where_its_parts_are(self, tmp_path: Path, known: str, told: str) -> None:
        made = typed(tmp_path, f"organisatie: {{naam: X, land: NL}}\nonlinehulp: {{deskundigheid: {{{known}}}}}\n")
        assert made["borging"]["mediawijs"]["zin"] == f"Mediawijsheid is bij het team voor onlinehulp {told}"

    def it_shows_the_four_parts_of_media_literacy_with_their_state(self) -> None:
        table = rows(body("volledig", "borging"), "## Mediawijsheid bij onlinehulp")[1:]
        assert [(row[0], row[2]) for row in table] == [
            ("Mediabewustzijn", "In orde"),
            ("Mediabegrip", "Deels in orde"),
            ("Mediahouding", "Deels in orde"),
            ("Mediagedrag", "Nog niet in orde"),
        ]
        for name in ALL:
            asked = profile(name).onlinehulp and profile(name).onlinehulp.deskundigheid
            assert ("Mediawijsheid bij onlinehulp" in body(name, "borging")) is bool(asked)

    @pytest.mark.parametrize("other", ALL[1:])
    def it_differs_from_another_plan_in_a_quarter_of_its_sentences(self, other: str) -> None:
        here, there = (taal.sentences(in_lines(body(name, "borging"))) for name in ("volledig", other))
        assert sum(sentence not in there for sentence in here) >= 0.25 * len(here)


class DescribePromises:
    def it_calls_a_target_that_nobody_chose_a_proposal_and_leaves_that_out_of_a_decision(self) -> None:
        assert "Ze zijn nog een voorstel." in body("volledig", "borging")
        for name in ("jeugdhulp_be", "lange_naam"):
            text = body(name, "borging").replace("Leg een voorstel voor", "")
            assert not re.search(r"voorstel|concept|acht van de tien", text, re.IGNORECASE)

    def it_shows_no_month_of_ours_in_a_decided_paper(self, tmp_path: Path) -> None:
        decided = "document: {status: ter_besluit, datum: 2026-11-01, evaluatie_op: 2027-06-10}"
        table = rows(made(tmp_path, decided), CHECK)[1:]
        assert {row[5] for row in table[:-1]} == {"Juni 2027"}
        assert measure(made(tmp_path, decided), "Cliënten")[1] == "Nulmeting in november 2026"
        without = made(tmp_path, "document: {status: ter_besluit, datum: 2026-11-01}")
        assert "september" not in " ".join(map(" ".join, rows(without, CHECK))).lower()

    def it_measures_what_can_be_measured_by_then(self) -> None:
        text = body("volledig", "borging")
        assert measure(text, "Vaste momenten")[5] == "December 2027"  # the last of them is in November
        assert measure(text, "Besluiten uit Act")[5] == "September 2028"
        assert measure(text, "Zicht op")[4:] == ["Adviseur kwaliteit", "September 2027"]

    def it_talks_with_the_works_council_once_a_year(self, tmp_path: Path) -> None:
        told = "| Bespreek dit onderwerp met de ondernemingsraad | Eén keer per jaar | Adviseur kwaliteit |"
        assert told in body("volledig", "borging")
        assert "ondernemingsraad" not in body("minimaal", "borging")
        twice = made(tmp_path, "inspraak: {personeel: {vorm: CPBW, per_jaar: 2}}")
        assert (
            next(row for row in rows(twice, DO) if "CPBW" in row[0] or "preventie" in row[0].lower())[1]
            == "Twee keer per jaar"
        )

    def it_only_asks_to_approve_a_vision_that_is_in_the_set(self, tmp_path: Path) -> None:
        facts = "visie: {online_media_in_visie: nee}"
        assert [row[2] for row in goals(made(tmp_path, facts)) if "onze visie" in row[0]] == ["Stel de visie vast"]
        alone = made(tmp_path, facts, "documenten: [borging]")
        assert "Vul de visie aan en stel die vast" in alone
        assert "staan ook in de visie" not in alone
        final = "document: {status: definitief, vastgesteld_op: 2026-11-02, evaluatie_op: 2027-11-01}"
        assert "Stel de visie vast" not in made(tmp_path, facts, final)
        assert (
            measure(made(tmp_path, facts, final), "Online media in onze visie")[1] == "Staat erin sinds 2 november 2026"
        )

    def it_asks_for_sight_of_clients_with_the_first_step_of_the_self_scan(self, tmp_path: Path) -> None:
        for about in ("", ", aanpak: mediavraag in het ondersteuningsplan"):
            context = typed(
                tmp_path, f"organisatie: {{naam: De Kade}}\nmediabegeleiding: {{zicht_op_gebruik: nee{about}}}\n"
            )
            scan = next(row for row in context["zelfscan"]["vragen"] if row["id"] == "ZG01")
            plan = next(row for row in context["borging"]["plan"] if str(row["doel"]).startswith("Zicht op"))
            assert str(plan["stap"]) == str(scan["actie"]).removesuffix(".")

    def it_gives_a_typed_habit_an_owner(self) -> None:
        assert "zoals AI en deepfakes. De adviseur kwaliteit zorgt dat dit gebeurt." in body("volledig", "borging")
        assert "zorgt dat dit gebeurt" not in body("minimaal", "borging")

    def it_speaks_of_no_team_where_everybody_fits_around_one_table(self, tmp_path: Path) -> None:
        facts = "mediabegeleiding: {zicht_op_gebruik: nee}\npdca: {momenten: []}\nrollen: {expert: {status: open}}"
        text = fill_source(
            "borging", typed(tmp_path, f"organisatie: {{naam: De Kade, land: NL, medewerkers: 3}}\n{facts}\n")
        )
        assert not re.search(r"\bteams?\b|teamoverleg", text.split("# Act")[0])

    def it_promises_no_training_hours_worktime_money_or_answer_that_nobody_gave(self) -> None:
        text = body("minimaal", "borging")
        assert not re.search(r"werktijd|euro|\buur\b|opleiding|binnen vier weken|digimaatje|Facebook", text)
        assert "Of er genoeg scholing is, zoeken we uit in januari 2027." in text

    def it_says_worktime_only_when_the_profile_does(self, tmp_path: Path) -> None:
        assert "| Tijd | 4 uur per jaar |" in made(tmp_path, "scholing: {uren_per_jaar: 4, in_werktijd: nee}")
        assert "| Tijd | In werktijd |" in made(tmp_path, "scholing: {in_werktijd: ja}")

    def it_measures_reply_times_only_where_they_are_agreed(self, tmp_path: Path) -> None:
        assert "Berichten die op tijd antwoord kregen" not in body("minimaal", "borging")
        text = made(tmp_path, "kanalen: [{naam: Nieuwsbrief, reactietijd: 3 werkdagen}, {naam: Prikbord}]")
        assert measure(text, "Berichten")[2] == "Nieuwsbrief binnen 3 werkdagen"
        text = made(tmp_path, "kanalen: [{naam: Nieuwsbrief, reactietijd: binnen 3 werkdagen}]")
        assert measure(text, "Berichten")[2] == "Nieuwsbrief binnen 3 werkdagen"

    def it_leaves_out_a_goal_that_is_reached(self, tmp_path: Path) -> None:
        facts = "visie: {online_media_in_visie: ja}\nmediabegeleiding: {zicht_op_gebruik: ja}"
        text = made(tmp_path, facts)
        wanted = " ".join(row[0] for row in goals(text))
        assert "onze visie" not in wanted
        assert "Zicht op" not in wanted
        assert measure(text, "Zicht op")[1:3] == ["Er is zicht", "Dat blijft zo"]

    def it_says_nothing_about_relatives_where_there_are_none(self) -> None:
        assert not re.search(r"verwant|naaste|familie|ouders", body("geen_verwant", "borging"))

    def it_does_not_ask_who_cannot_tell(self) -> None:
        assert "Weten wat kinderen online nodig hebben" in body("zeepaardje", "borging")
        assert "Kinderen vertellen" not in body("zeepaardje", "borging")

    def it_keeps_attention_without_a_policy(self) -> None:
        assert "Er komt nu geen apart beleid, maar de aandacht blijft." in body("geen_verwant", "borging")
        assert "Over beleid valt nog een besluit. De aandacht begint nu al." in body("zeepaardje", "borging")

    def it_asks_to_choose_moments_where_there_are_none(self) -> None:
        for name in ("geen_verwant", "minimaal"):
            assert ["Vaste momenten in het jaar", "Nog niet gekozen"] in [
                row[:2] for row in goals(body(name, "borging"))
            ]

    def it_uses_the_own_name_of_a_cycle(self, tmp_path: Path) -> None:
        assert "De cyclus heet hier Deming-rondje." in made(tmp_path, "pdca: {cyclus: Deming-rondje}")

    def it_takes_the_month_of_the_review_where_no_check_is_planned(self) -> None:
        found = {row[5] for row in rows(body("geen_verwant", "borging"), CHECK)[1:]}
        assert found == {"Oktober 2027", "Oktober 2028"}  # the last row a year later: decisions come first
        assert "De maand voor Check is een voorstel." in body("minimaal", "borging")
        assert "De maand voor Check is een voorstel." not in body("volledig", "borging")

    def it_reads_well_with_nothing_but_a_name_in_any_sector(self, tmp_path: Path) -> None:
        for land in ("NL", "BE"):
            for sector in catalogue.load("borging")["sector"]:
                about = f", sector: {sector}" if sector else ""
                text = in_lines(
                    fill_source(
                        "borging",
                        typed(
                            tmp_path,
                            f"organisatie: {{naam: De Kade, land: {land}{about}}}\n"
                            "taal: {termen: {verwant: geen, leidinggevende: geen, clientplan: geen}}\n",
                        ),
                    )
                )
                assert not taal.leftovers(text)
                assert not taal.woorden_van_ander_land(text, land)


class DescribeWhoDecides:
    def it_has_the_body_decide_and_not_its_chair(self) -> None:
        assert {str(row["wie"]) for row in base("volledig")["borging"]["act"]} == {"Raad van bestuur", "Teamleiders"}
