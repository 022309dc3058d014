from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml

from policygen import catalogue, context, dekking
from policygen.profile import load
from policygen.profile.fields import describe, walk
from policygen.profile.model import VraagId
from tests.context.bodies import (
    ALL,
    DATA,
    TODAY,
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

FACTS = [fact for fact in dekking.facts().values() if fact.get("vraag_id")]
NAME = "organisatie: {naam: De Kade, land: NL}\n"


def questions(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in made["zelfscan"]["vragen"]}


def state(folder: Path, question: str, text: str) -> tuple[str, str]:
    """State and choice of one question for a profile with only this in it."""
    row = questions(typed(folder, NAME + text))[question]
    return row["staat"], row["keuze"]


def with_open(folder: Path, path: str) -> dict[str, Any]:
    """The Context of Veldermaat with one field INVULLEN and no answers of its own."""
    data = yaml.safe_load((DATA / "volledig.yaml").read_text(encoding="utf-8"))
    del data["huisstijl"]["logo"], data["zelfscan"]
    *parents, key = path.split(".")
    part = data
    for one in parents:
        part = part[one]
    part[key] = "INVULLEN"
    return typed(folder, json.dumps(data, default=str))


def causes(made: dict[str, Any], question: str) -> list[str]:
    return [str(cause) for cause in questions(made)[question]["oorzaken"]]


class DescribeTheCatalogue:
    def it_has_the_twenty_questions_of_the_schema_and_of_the_sources(self) -> None:
        asked = catalogue.load("zelfscan")["vragen"]
        assert list(asked) == [item["vraag_id"] for item in FACTS] == list(get_args(VraagId))
        for item in FACTS:
            assert asked[item["vraag_id"]]["bron"] == [item["id"]]

    def it_says_everything_about_each_question_in_one_plain_sentence(self) -> None:
        for entry in catalogue.load("zelfscan")["vragen"].values():
            assert {"vraag", "soort", "velden", "regel", "actie", "rol", "document", "prioriteit", "bron"} <= set(entry)
            assert entry["vraag"].endswith("?")
            for part in ("vraag", "regel", "actie"):
                assert len(taal.sentences(entry[part])) == 1
                assert len(taal.words(entry[part])) <= 20
            assert entry["document"] in catalogue.load("leeswijzer")["documenten"]

    def it_works_every_question_out_in_a_document_that_the_sources_name(self) -> None:
        for item in FACTS:
            assert catalogue.load("zelfscan")["vragen"][item["vraag_id"]]["document"] in (
                *item["documenten"], *re.findall(r"\w+", item["actie_bij_nee"]),
            )  # fmt: skip

    def it_has_a_label_for_every_field_that_can_be_a_cause(self) -> None:
        known = {path for path, info in walk() if describe(path, info).label}
        for entry in catalogue.load("zelfscan")["vragen"].values():
            for path in entry["velden"]:
                assert path in known | set(catalogue.load("zelfscan")["oorzaken"]), path


class DescribeVeldermaat:
    def it_gives_the_expected_twenty_answers(self) -> None:
        found = {key: (row["staat"], row["keuze"]) for key, row in questions(base("volledig")).items()}
        partly = {"ZB01", "ZB03", "ZB04", "ZG01", "ZG05", "ZG08"}
        assert found == {
            **{key: ("deels" if key in partly else "ja", "") for key in get_args(VraagId)},
            "ZB08": ("ja", "gepland"),
            "ZG09": ("ja", "meer_nodig"),
        }
        assert base("volledig")["zelfscan"]["telling"] == "14 ja, 6 deels, 0 nee, 0 onbekend"

    def it_says_why(self) -> None:
        made = base("volledig")
        row = questions(made)
        assert row["ZB03"]["eigen"]
        assert row["ZB03"]["toelichting"] == "Zelf zo ingevuld."
        assert causes(made, "ZB04") == ["de rol digimaatje (gepland)"]
        assert row["ZB06"]["antwoord"] == "adviseur kwaliteit en gedragsdeskundige"
        assert row["ZB06"]["toelichting"] == "Eindverantwoordelijk is de adviseur kwaliteit."
        assert row["ZB08"]["antwoord"] == "ja (gepland)"
        assert causes(made, "ZG05") == ["vragen van verwanten"]
        assert causes(made, "ZG08") == ["het stappenplan bij incidenten"]
        assert row["ZG09"]["antwoord"] == "meer nodig"
        assert row["ZG09"]["toelichting"] == "Nodig voor: deepfakes herkennen en gesprek over sexting."

    def it_sorts_the_gaps_and_gives_each_a_step_a_function_and_a_document(self) -> None:
        gaps = base("volledig")["zelfscan"]["hiaten"]
        assert [gap["id"] for gap in gaps] == ["ZB04", "ZG01", "ZG08", "ZB01", "ZG05", "ZB03"]
        assert gaps[0]["actie"] == "Kies een begindatum voor de rol digimaatje."
        assert gaps[0]["wie"] == "Raad van bestuur"  # the body decides, not its chair
        assert gaps[2]["wie"] == "Adviseur kwaliteit"
        assert gaps[3]["document"] == "Visie"
        assert [gap["voorrang"] for gap in gaps] == ["Eerst", "Eerst", "Eerst", "Daarna", "Daarna", "Later"]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("ZB01", "visie: {online_media_in_visie: nee}", "nee"),
        ("ZB01", "visie: {online_media_in_visie: INVULLEN}", "onbekend"),
        ("ZB02", "pdca: {momenten: []}", "nee"),
        ("ZB02", "pdca: {momenten: [{fase: do, maand: 3, wat: gesprek}]}", "deels"),
        ("ZB02", "pdca: {momenten: [{fase: do, maand: 3, wat: a}, {fase: do, maand: INVULLEN, wat: b}]}", "deels"),
        ("ZB02", "pdca: {momenten: INVULLEN}", "nee"),
        ("ZB02", "pdca: {ritme: elk kwartaal}", "deels"),
        ("ZB03", "visie: {gedeelde_verantwoordelijkheid: ja}", "onbekend"),
        ("ZB04", "rollen: {bestuur: {status: open}}", "deels"),
        ("ZB05", "rollen: {bestuur: {status: open, voorbeeldgedrag: []}}", "nee"),
        ("ZB05", "rollen: {bestuur: {status: open}}", "onbekend"),
        ("ZB05", "rollen: {bestuur: {status: open, voorbeeldgedrag: [opent de kick-off]}}", "deels"),
        ("ZB06", "rollen: {expert: {status: gepland}}", "deels"),
        ("ZB06", "rollen: {expert: {status: open}}", "nee"),
        ("ZB06", "rollen: {expert: {status: ingevuld, personen: INVULLEN}}", "deels"),
        ("ZB06", "rollen: {bestuur: {status: open}}", "onbekend"),
        ("ZB07", "rollen: {ict: {status: ingevuld, extern: ja}, communicatie: {status: open}}", "deels"),
        ("ZB07", "rollen: {ict: {status: open}, communicatie: {status: gepland}}", "nee"),
        ("ZB08", "rollen: {digicoach: {status: open}}", "nee"),
        ("ZB08", "rollen: {digicoach: {status: niet_nodig, reden: het team is klein}}", "ja"),
        ("ZB08", "rollen: {digicoach: {status: niet_nodig, reden: INVULLEN}}", "deels"),
        ("ZB08", "rollen: {digicoach: {status: INVULLEN}}", "nee"),
        ("ZB09", "inspraak: {clienten: {vorm: geen}, verwanten: {vorm: geen}}", "nee"),
        ("ZB09", "inspraak: {clienten: {vorm: cliëntenraad}}", "deels"),
        ("ZB09", "inspraak: {clienten: {vorm: cliëntenraad}}\ntaal: {termen: {verwant: geen}}", "ja"),
        ("ZB10", "pdca: {cyclus: PDCA}", "deels"),
        ("ZB10", "pdca: {cyclus: PDCA, bestaand_systeem: INVULLEN}", "deels"),
        ("ZB11", "vacatures: []", "nee"),
        ("ZB11", "vacatures: [{functie: begeleider}]", "deels"),
        ("ZB11", "vacatures: [{functie: begeleider, status: gebruikt}]", "ja"),
        ("ZG02", "visie: {kern: We helpen mensen online.}", "deels"),
        ("ZG04", "gesprek: {teams: {eigen_gesprek: nee, eigen_bijeenkomst: nee}}\npdca: {momenten: []}", "nee"),
        ("ZG04", "gesprek: {teams: {eigen_gesprek: ja, eigen_bijeenkomst: ja}}", "ja"),
        ("ZG04", "pdca: {momenten: [{fase: do, maand: 3, wat: gesprek}]}", "deels"),
        ("ZG05", "gesprek: {vragen: {medewerkers: [], clienten: [], verwanten: []}}", "nee"),
        ("ZG06", "pdca: {bewaker: INVULLEN}", "nee"),
        ("ZG07", "incidenten: {preventie: []}", "nee"),
        ("ZG07", "incidenten: {preventie: [INVULLEN]}", "nee"),
        ("ZG08", "incidenten: {meldpunt: {naam: Meldpunt}}", "deels"),
        ("ZG08", "incidenten: {stappenplan: INVULLEN, meldpunt: {naam: INVULLEN}}", "nee"),
        ("ZG09", "scholing: {status: voldoende}", "ja"),
        ("ZG09", "scholing: {status: meer_nodig, behoefte: INVULLEN}", "deels"),
    ],
)
def it_answers_by_the_rule_of_the_question(tmp_path: Path, question: str, text: str, expected: str) -> None:
    assert state(tmp_path, question, f"{text}\n")[0] == expected


class DescribeAnswers:
    def it_knows_nothing_of_a_profile_that_says_nothing(self, tmp_path: Path) -> None:
        made = typed(tmp_path, NAME)
        assert {row["staat"] for row in questions(made).values()} == {"onbekend"}
        assert made["zelfscan"]["hiaten"] == ()
        assert len(made["zelfscan"]["uitzoeken"]) == 20

    def it_names_a_cause_for_every_partly_and_every_no(self) -> None:
        for name in ALL:
            for row in base(name)["zelfscan"]["vragen"]:
                if row["stand"] in {"deels", "nee"} and not row["eigen"]:
                    assert row["oorzaken"]
                    if row["opgelost"]:  # it tells since when instead
                        continue
                    assert all(str(cause) in str(row["toelichting"]) for cause in row["oorzaken"])

    def it_puts_an_own_answer_above_the_one_of_the_profile(self, tmp_path: Path) -> None:
        answers = "zelfscan: {antwoorden: {ZB01: nee, ZB06: Jo de Wit, ZB08: niet_nodig}}\n"
        own = f"visie: {{online_media_in_visie: ja}}\n{answers}"
        row = questions(typed(tmp_path, NAME + own))
        assert row["ZB01"]["staat"] == "nee"
        assert (row["ZB06"]["antwoord"], row["ZB06"]["toelichting"]) == ("Jo de Wit", "Zelf zo ingevuld.")
        held = questions(typed(tmp_path, NAME + "rollen: {expert: {status: ingevuld, extern: ja}}\n" + answers))
        assert held["ZB06"]["antwoord"] == "Jo de Wit"
        assert row["ZB08"]["antwoord"] == "ja (bewuste keuze)"

    def it_derives_the_answer_where_the_own_one_is_still_open(self, tmp_path: Path) -> None:
        own = "visie: {online_media_in_visie: ja}\nzelfscan: {antwoorden: {ZB01: INVULLEN}}\n"
        assert state(tmp_path, "ZB01", own)[0] == "ja"

    def it_calls_what_rests_on_a_policy_nobody_wants_a_choice_and_no_gap(self, tmp_path: Path) -> None:
        text = "motieven: {besluit: geen}\nincidenten: {preventie: [], stappenplan: INVULLEN}\n"
        made = typed(tmp_path, NAME + text)
        row = questions(made)
        assert {key for key, one in row.items() if one["stand"] == "keuze"} == {"ZG02", "ZG07", "ZG08"}
        assert row["ZG07"]["antwoord"] == "bewuste keuze"
        assert not made["zelfscan"]["hiaten"]
        assert made["zelfscan"]["telling"].endswith("3 bewuste keuze")
        assert "Zij tellen niet als gat." in fill_source("zelfscan", made)
        assert "bewuste keuze" not in base("minimaal")["zelfscan"]["telling"]

    def it_never_says_yes_to_a_field_that_is_still_open(self, tmp_path: Path) -> None:
        free = {"pdca.ritme", "pdca.momenten.do", "rollen.digicoach.reden", "zelfscan.antwoorden"}
        for key, entry in catalogue.load("zelfscan")["vragen"].items():
            for path in entry["velden"]:
                if path not in free and not path.startswith("gesprek.teams"):
                    row = questions(with_open(tmp_path, path))[key]
                    assert row["staat"] != "ja", (key, path)

    def it_says_when_a_document_is_not_in_the_set(self, tmp_path: Path) -> None:
        made = typed(
            tmp_path, f"{NAME}documenten: [visie, zelfscan]\nvisie: {{online_media_in_visie: nee}}\nvacatures: []\n"
        )
        row = questions(made)
        assert row["ZB01"]["document"] == "Visie"
        assert row["ZB11"]["document"] == "Vacatureteksten (niet in deze set)"


class DescribeTheWords:
    def it_asks_what_is_laid_down_and_says_that_a_yes_is_on_paper(self) -> None:
        asked = [str(row["vraag"]) for row in base("volledig")["zelfscan"]["vragen"]]
        assert not [one for one in asked if one.startswith(("Weet iedereen", "Ziet iedereen", "Doen "))]
        assert sum(one.startswith(("Is vastgelegd", "Is bekend", "Is besloten")) for one in asked) >= 11
        for name in ALL:
            done = base(name)["document"]["status_code"] == "definitief"
            told = "het is geregeld op papier." if done else "het staat op papier, soms in een stuk dat nog "
            assert f"Ja betekent: {told}" in body(name, "zelfscan")

    def it_says_that_a_role_is_left_out_on_purpose(self, tmp_path: Path) -> None:
        absent = "{status: niet_nodig, reden: klein}"
        made = typed(tmp_path, f"{NAME}rollen: {{ict: {{status: ingevuld}}, communicatie: {absent}}}\n")
        row = questions(made)["ZB07"]
        assert (row["staat"], row["toelichting"]) == ("ja", "ICT is ingevuld; communicatie is bewust niet nodig.")
        made = typed(tmp_path, f"{NAME}rollen: {{ict: {absent}, communicatie: {absent}}}\n")
        assert questions(made)["ZB07"]["toelichting"] == "Beide rollen zijn bewust niet nodig."

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "{clienten: {vorm: geen}, verwanten: {vorm: geen}}",
                "we cliënten (en met hun goedvinden verwanten) elk jaar vragen wat zij belangrijk vinden.",
            ),
            ("{clienten: {vorm: geen}, verwanten: {vorm: raad}}", "we cliënten elk jaar vragen"),
            ("{clienten: {vorm: raad}, verwanten: {vorm: geen}}", "verwanten (met goedvinden van cliënten) elk jaar"),
        ],
    )
    def it_asks_those_without_a_meeting_another_way(self, tmp_path: Path, text: str, expected: str) -> None:
        row = questions(typed(tmp_path, f"{NAME}inspraak: {text}\n"))["ZB09"]
        assert str(row["actie"]).startswith("Spreek af hoe ")
        assert expected in str(row["actie"])

    def it_says_which_council_is_heard_and_not_asked_for_advice(self, tmp_path: Path) -> None:
        councils = "{clienten: {vorm: cliëntenraad}, verwanten: {vorm: familieavond, bevoegdheid: informatie}}"
        row = questions(typed(tmp_path, f"{NAME}inspraak: {councils}\n"))["ZB09"]
        assert row["staat"] == "ja"
        assert str(row["toelichting"]).endswith(
            "Bij de familieavond vertellen we wat er speelt en luisteren we; om advies vragen we daar niet."
        )
        assert "meepraten" not in f"{row['vraag']} {row['toelichting']}"  # the answer says what the question asks

    def it_has_the_vision_decided_by_the_body_and_puts_it_on_the_agenda_first(self, tmp_path: Path) -> None:
        text = (
            f"{NAME}personen: {{baas: {{naam: Jo de Wit, functie: directeur}}}}\n"
            "rollen: {bestuur: {status: ingevuld, personen: [baas]}}\nvisie: {online_media_in_visie: nee}\n"
        )
        assert questions(typed(tmp_path, text))["ZB01"]["wie"] == "Bestuur"
        asked = f"{text}document: {{status: ter_besluit}}\nmotieven: {{besluit: wel, datum: 2027-01-26}}\n"
        row = questions(typed(tmp_path, asked))["ZB01"]
        assert (row["wie"], row["voorrang"]) == ("Directeur", "Eerst")
        assert row["actie"] == "Zet de visie op de agenda van 26 januari 2027."

    def it_gives_the_facts_behind_an_own_answer_that_the_profile_shares(self, tmp_path: Path) -> None:
        text = (
            f"{NAME}scholing: {{status: voldoende, aanbod: [korte training], uren_per_jaar: 4}}\n"
            "zelfscan: {antwoorden: {ZG09: ja, ZB02: ja}}\n"
        )
        row = questions(typed(tmp_path, text))
        assert row["ZG09"]["toelichting"] == "Er is nu genoeg: korte training, 4 uur per jaar."
        assert row["ZB02"]["toelichting"] == "Zelf zo ingevuld."

    def it_lets_the_vision_of_this_set_close_its_gap(self, tmp_path: Path) -> None:
        text = f"{NAME}visie: {{online_media_in_visie: nee}}\nzelfscan: {{datum: 2026-10-01}}\n"
        assert questions(typed(tmp_path, text))["ZB01"]["actie"] == (
            "Stel de bijgevoegde visie vast; daarmee is dit punt klaar."
        )
        decided = f"{text}document: {{status: definitief, vastgesteld_op: 2026-10-12}}\n"
        made = typed(tmp_path, decided)
        assert questions(made)["ZB01"]["staat"] == "nee"
        assert questions(made)["ZB01"]["toelichting"] == (
            "Was nee op 1 oktober 2026. Met de visie van 12 oktober 2026 is dit opgelost."
        )
        assert "ZB01" not in [gap["id"] for gap in made["zelfscan"]["hiaten"]]
        early = questions(typed(tmp_path, decided.replace("2026-10-12", "2026-09-01")))["ZB01"]
        assert early["actie"] == "Verwijs in de algemene visie naar de visie op online media."

    def it_does_not_ask_for_what_is_there(self, tmp_path: Path) -> None:
        assert questions(base("volledig"))["ZG01"]["actie"] == (
            "Gebruik ‘mediavraag in het ondersteuningsplan’ ook bij wie er al langer is, "
            "bijvoorbeeld bij het eerstvolgende gesprek."
        )
        made = typed(tmp_path, f"{NAME}mediabegeleiding: {{zicht_op_gebruik: deels}}\n")
        assert str(questions(made)["ZG01"]["actie"]).startswith("Neem een vraag over het leven online op")

    def it_asks_for_no_more_than_what_is_missing(self, tmp_path: Path) -> None:
        made = typed(
            tmp_path, f"{NAME}pdca: {{bestaand_systeem: de kwaliteitsaudit}}\nincidenten: {{meldpunt: {{naam: ICT}}}}\n"
        )
        steps = questions(made)
        assert steps["ZB10"]["actie"] == "Leg vast hoe de verbetercyclus heet, bijvoorbeeld PDCA."
        assert steps["ZG08"]["actie"] == (
            "Neem de stappen uit het beleid over als eigen stappenplan, of verwijs naar een plan dat er al is."
        )

    def it_promises_a_step_per_gap_only_where_there_are_gaps(self, tmp_path: Path) -> None:
        text = fill_source("zelfscan", typed(tmp_path, NAME))
        assert "Elk gat" not in text
        assert "Deze zelfscan is nog niet ingevuld." in text
        assert "Elk nee en elk deels heeft een eerste stap" in body("volledig", "zelfscan")
        assert "De datum van deze zelfscan is 20 november 2026." in body("volledig", "zelfscan")
        half = fill_source("zelfscan", typed(tmp_path, f"{NAME}pdca: {{momenten: []}}\n"))
        assert "Deze zelfscan is gemaakt op 22 november 2026." in half

    @pytest.mark.parametrize(("number", "few"), [(1, True), (3, True), (12, False)])
    def it_knows_no_teams_and_no_personnel_where_few_people_work(self, tmp_path: Path, number: int, few: bool) -> None:
        made = typed(tmp_path, f"organisatie: {{naam: A, land: NL, medewerkers: {number}}}\nvacatures: []\n")
        found = " ".join(
            f"{row['vraag']} {row['toelichting']} {row['actie']} {row['wie']}" for row in questions(made).values()
        )
        assert bool(re.search(r"\bHR\b", found)) is not few
        assert bool(re.search(r"\bteams?\b|teamoverleg", found)) is not few
        assert ("teamleiders" in found.lower()) is (number > 1)


class DescribeTheComparison:
    def it_tells_what_went_up_and_down(self, tmp_path: Path) -> None:
        before, now = tmp_path / "toen.yaml", tmp_path / "nu.yaml"
        answers = "zelfscan: {datum: 2025-11-01, antwoorden: {ZB01: nee, ZB02: ja, ZB03: ja, ZB10: deels}}\n"
        before.write_text(NAME + answers, encoding="utf-8")
        now.write_text(NAME + "zelfscan: {antwoorden: {ZB01: ja, ZB02: deels, ZB03: ja, ZG01: ja}}\n", encoding="utf-8")
        made = context.build(load(now).profile, today=TODAY, vorige=load(before).profile)
        found = made["zelfscan"]["vergelijking"]
        assert found["zin"] == (
            "Vergeleken met de zelfscan van 1 november 2025: 1 beter, 1 minder, 1 gelijk. "
            "Van 1 vraag is het antwoord nu wel bekend."
        )
        assert {row["id"]: row["verschil"] for row in found["rijen"]} == {
            "ZB01": "beter", "ZB02": "minder", "ZB10": "niet meer bekend", "ZG01": "nu bekend",
        }  # fmt: skip
        text = fill_source("zelfscan", made)
        assert rows(text, "# Wat er veranderde")[1][2:] == ["nee", "ja", "Beter"]

    def it_says_so_when_nothing_changed(self) -> None:
        made = context.build(profile("volledig"), today=TODAY, vorige=profile("volledig"))
        assert made["zelfscan"]["vergelijking"]["zin"].endswith("0 beter, 0 minder, 20 gelijk.")
        assert "| Toen | Nu |" not in fill_source("zelfscan", made)

    def it_is_left_out_without_an_earlier_scan(self) -> None:
        assert "Wat er veranderde" not in body("volledig", "zelfscan")


@pytest.mark.parametrize("name", ALL)
class DescribeZelfscan:
    def it_opens_with_the_client_and_with_the_count(self, name: str) -> None:
        first = taal.sentences(running_text(body(name, "zelfscan")))[0].lower()
        assert str(base(name)["termen"]["client"]["meervoud"]) in first
        assert str(base(name)["zelfscan"]["telling"]) in body(name, "zelfscan")

    def it_shows_every_question_in_the_picture_the_list_the_rules_and_the_form(self, name: str) -> None:
        text = body(name, "zelfscan")
        for row in base(name)["zelfscan"]["vragen"]:
            assert f"| {row['id']} | {row['vraag']} | {row['teken']} {row['antwoord']} |" in text
            assert f"| {row['id']} | {row['regel']} |" in text
            boxes = "☐ ja ☐ deels<br>☐ nee ☐ weet niet"
            if row["id"] == "ZG09":
                boxes = "☐\xa0genoeg ☐\xa0meer\xa0nodig<br>☐ weet niet"
            assert f"| {row['id']} | {row['vraag']} | {boxes} |" in text
        picture = "".join(line for line in text.splitlines() if line.startswith(("| Stand | **", "| Stand |  |")))
        assert sum(picture.count(sign) for sign in "●◐○?–") == 20

    def it_gives_the_bars_as_numbers_too(self, name: str) -> None:
        states = base(name)["zelfscan"]["standen"]
        assert sum(one["aantal"] for one in states) == 20
        for one in states:
            assert 2 * one["balk"].count("█") + one["balk"].count("▌") == one["aantal"]
            assert f"| {one['teken']} {one['naam']} | {one['aantal']} |" in body(name, "zelfscan")

    def it_gives_every_gap_a_step_a_function_and_a_document(self, name: str) -> None:
        for gap in base(name)["zelfscan"]["hiaten"]:
            assert all((gap["actie"], gap["wie"], gap["document"], gap["voorrang"]))
            assert f"| {gap['actie']} | {gap['wie']} | {gap['document']} |" in body(name, "zelfscan")

    def it_has_headings_with_text_under_them(self, name: str) -> None:
        lines = body(name, "zelfscan").splitlines()
        assert len(headings(body(name, "zelfscan"))) == len(set(headings(body(name, "zelfscan")))) >= 6
        for place, line in enumerate(lines):
            if line.startswith("# "):
                assert not lines[place + 1].startswith(("#", "tabel:", "|"))

    def it_is_easy_to_read(self, name: str) -> None:
        text = without_open_places(running_text(body(name, "zelfscan")))
        assert taal.mean_sentence(text) <= 12
        assert taal.longest_sentence(text)[0] <= 25
        assert taal.flesch_douma(text) >= 55
        assert taal.longest_sentence(without_open_places(in_lines(body(name, "zelfscan"))))[0] <= 30


def it_says_nothing_about_relatives_where_there_are_none() -> None:
    assert not re.search(r"verwant|naaste|familie|ouders", body("geen_verwant", "zelfscan"))


def it_talks_of_no_proposal_in_a_decided_paper() -> None:
    assert not re.search(r"\b(?:voorstel|concept)\b", running_text(body("jeugdhulp_be", "zelfscan")))
