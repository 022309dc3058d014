from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest

from policygen import catalogue, dekking
from policygen.context import velden
from policygen.profile.gesprek import Gebruik
from tests.context.bodies import (
    DATA,
    base,
    body,
    fill_source,
    headings,
    in_lines,
    rows,
    running_text,
    typed,
    without_open_places,
)
from tests.context.online import CASES, made, text, unknown
from tests.support import taal

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = {key: fact["status"] for key, fact in dekking.facts().items()}
NL = "organisatie: {naam: De Kade, land: NL}\n"


def said(case: str) -> str:
    return text(case, "stakeholders")


def filled(folder: Path, section: str, more: str = NL) -> str:
    return fill_source("stakeholders", typed(folder, f"{more}stakeholders: {section}\n"))


@pytest.mark.parametrize("case", CASES)
class DescribeStakeholders:
    def it_opens_with_the_client_then_the_goal_and_the_question(self, case: str) -> None:
        lines = said(case).splitlines()
        client = str(made(case)["termen"]["client"]["meervoud"])
        assert lines[1].lower().startswith(f"[intro] {client.lower()} ")
        assert str(made(case)["organisatie"]["korte_naam"]) not in lines[1]
        assert lines[2].startswith("> **Ons doel:** ")
        assert lines[3].startswith("**De hoofdvraag:** ")
        assert lines[3].endswith(("?", "]"))

    def it_answers_four_questions_about_every_group(self, case: str) -> None:
        groups = made(case)["stakeholders"]["groepen"]
        if groups:
            table = rows(said(case), "# De groepen")
            assert table[0] == ["Groep", "Wie", "Hoe actief", "Bereikbaar", "Bereid"]
            assert len(table) == len(groups) + 1
            plan = rows(said(case), "# Luisteren, informeren, interactie")
            assert len(plan) == len(groups) + 1
        assert [line for line in headings(said(case)) if line.startswith("## Groep")] == [
            f"## {group['kop']}" for group in groups
        ]

    def it_gives_ease_of_use_and_reach_of_every_channel(self, case: str) -> None:
        channels = made(case)["stakeholders"]["kanalen"]
        if channels:
            table = rows(said(case), "# De kanalen")
            assert table[0][2:4] == ["Bereik", "Gemak"]
            assert len(table) == len(channels) + 1
        else:
            assert re.search(r"kanalen staan nog niet op een rij|geen eigen kanalen|Onze eigen kanalen: \[", said(case))

    def it_begins_with_those_whom_it_is_for_and_names_who_takes_each_step(self, case: str) -> None:
        steps = rows(said(case), "# Eerste stappen")[1:]
        assert re.match(r"(?:Leg dit plan voor aan|Vraag een paar|Ga met) ", steps[0][0])
        assert all(step.endswith(".") and who for step, who in steps)
        assert f"**De eerste stap:** {steps[0][0]}" in said(case)

    def it_has_no_heading_without_text_and_no_empty_cell(self, case: str) -> None:
        lines = said(case).splitlines()
        assert len(headings(said(case))) == len(set(headings(said(case))))
        for place, line in enumerate(lines):
            if line.startswith("#"):
                assert not lines[place + 1].startswith(("#", "|", "tabel:"))
        assert not re.search(r"\| *\|", said(case))

    def it_is_easy_to_read(self, case: str) -> None:
        measured = without_open_places(running_text(said(case)))
        assert 250 <= len(taal.words(measured)) <= 800
        assert taal.mean_sentence(measured) <= 12
        assert taal.longest_sentence(without_open_places(in_lines(said(case))))[0] <= 25
        assert taal.flesch_douma(measured) >= 55

    def it_is_good_dutch(self, case: str) -> None:
        lines = in_lines(said(case))
        assert not taal.leftovers(lines)
        assert not taal.je_vormen(lines) + taal.u_vormen(lines)
        assert not taal.bronreeksen(lines)
        assert not taal.fouten(
            lines,
            made(case)["organisatie"]["land"],
            repr((repr(made(case)["termen"]), repr(made(case)["organisatie"]), repr(made(case)["inspraak"]))),
        )

    def it_uses_the_terms_of_the_profile_only(self, case: str) -> None:
        ours = without_open_places(said(case)).lower()
        given = f"{made(case)['termen']}{made(case)['organisatie']}{made(case)['inspraak']}".lower()
        ours_not = f"{made(case)['stakeholders']['kanalen']}{made(case)['stakeholders']['groepen']}".lower()
        for word in (
            "cliënt",
            "bewoner",
            "jongere",
            "inwoner",
            "gebruiker",
            "verwant",
            "naaste",
            "mantelzorger",
            "ouder",
        ):
            if word not in given + ours_not:
                assert not re.search(rf"\b{word}", ours), word

    def it_marks_every_field_that_is_still_to_be_filled_in(self, case: str) -> None:
        for path in unknown(case, "stakeholders"):
            assert f"[Nog in te vullen: {velden.open_place(path).label}]" in said(case)

    def it_proposes_in_a_concept_only(self, case: str) -> None:
        assert made(case)["document"]["concept"] or "voorstel" not in said(case).lower()


class DescribeStakeholdersOfVeldermaat:
    def it_says_every_core_fact(self) -> None:
        shown = {
            "S4-01": "Hoe helpen onze kanalen om dat doel te halen, en hebben we daar nieuwe voor nodig?",
            "S4-02": "| Betrokkenheid |",
            "S4-03": "| Kennisdeling |",
            "S4-04": "> **Ons doel:** cliënten doen veilig mee online.",
            "S4-05": "Denk ook aan ambtenaren van de gemeente, clubs in de buurt en professionals van andere zorg",
            "S4-06": "De situatie nu: weinig online contact.",
            "S4-07": "Wie online goed luistert, ziet wat mensen nodig hebben.",
            "S4-08": "| Verwanten | Ouders en broers of zussen | Kijker (spectator) | Ja | Ja |",
            "S4-09": "| Bureauonderzoek |",
            "S4-10": "| Aansluiter (joiner) | Heeft accounts, volgt anderen en legt contacten. |",
            "S4-11": "Deze groep leest vooral mee.",
            "S4-12": "Zelf iets plaatsen of in discussie gaan gebeurt weinig. Dat geldt voor verwanten.",
            "S4-13": "We staan aan het begin.",
            "S4-14": "Nu is er contact rond besluiten. Tussendoor is het stil",
            "S4-15": "| Kanaal | Doel en doelgroep | Bereik | Gemak | Onze groepen |",
            "S4-16": "| Facebook | Nieuws en werving, voor verwanten | Groot | Goed | Verwanten |",
            "S4-17": "| Diepgang van het contact | Midden: ook vragen kunnen stellen |",
            "S4-18": "Daarom krijgt elke groep een eigen vorm.",
            "S4-19": "- **Luisteren:** ",
            "S4-20": "- **Informeren:** ",
            "S4-21": "- **Interactie:** ",
            "S4-22": "## Richt webcare in",
            "S4-23": "## Bouw aan vertrouwen",
            "S4-24": "## Werk samen met de mensen eromheen",
            "S4-25": "Voor later: informatie persoonlijk maken.",
        }
        assert set(shown) == {key for key, status in SOURCE.items() if key.startswith("S4-") and status != "context"}
        for key, words in shown.items():
            assert words in said("volledig"), key

    def it_tells_per_channel_who_answers_how_soon_and_in_which_tone(self) -> None:
        table = rows(said("volledig"), "# Webcare: wie antwoordt waar")
        assert table[0] == ["Kanaal", "Wie antwoordt", "Reactietijd", "Toon"]
        assert table[1][:3] == ["Facebook", "Communicatieadviseur", "1 werkdag"]
        assert table[3][1:3] == ["Teamleiders", "[Nog in te vullen: de reactietijd van WhatsApp]"]

    def it_passes_on_what_an_answer_cannot_solve(self) -> None:
        after = said("volledig").split("Dan zetten we iets door:\n")[1]
        assert "| Bij gevaar: bel 112. Zoek meteen contact met die persoon en meld het. | Het Meldpunt" in after
        assert (
            "| Vraag over één cliënt | Zeg niet of we iemand kennen. Vraag de afzender te bellen. | Teamleider |"
            in after
        )
        hacked = next(line for line in after.splitlines() if line.startswith("| Nepaccount of gehackt account |"))
        assert hacked.endswith("| Het Meldpunt incidenten en de functioneel beheerder ICT |")

    def it_asks_the_council_of_a_group_that_the_plan_is_about(self) -> None:
        first = rows(said("volledig"), "# Eerste stappen")[1]
        assert first[0] == "Leg dit plan voor aan cliënten en verwanten, via de cliëntenraad en de verwantenraad."

    def it_does_the_research_that_was_chosen(self) -> None:
        steps = [step for step, _who in rows(said("volledig"), "# Eerste stappen")]
        assert "Plan het onderzoek en voer het uit: digitale enquête en interviews." in steps

    def it_differs_from_another_in_a_third_of_its_sentences(self) -> None:
        here = taal.sentences(in_lines(said("volledig")))
        for case in ("gemeente-alles", "minimaal-alles", "jeugdhulp_be-alles"):
            there = set(taal.sentences(in_lines(said(case))))
            assert sum(sentence not in there for sentence in here) >= 0.3 * len(here)


class DescribeTheRhythm:
    @pytest.mark.parametrize(
        ("rhythm", "warned"),
        [
            ("rond besluiten", True),
            ("alleen bij een besluit", True),
            ("elke maand", False),
            ("wekelijks en rond besluiten", False),
            ("INVULLEN", False),
        ],
    )
    def it_warns_when_there_is_contact_around_decisions_only(self, tmp_path: Path, rhythm: str, warned: bool) -> None:
        text = filled(tmp_path, f"{{ritme: {rhythm}}}")
        assert ("> **Let op het ritme.** " in text) is warned
        assert ("Plan elke maand een contact dat los staat van besluiten." in text) is warned

    def it_asks_for_the_rhythm_where_there_is_none(self, tmp_path: Path) -> None:
        assert "rond een besluit is het vaak druk, en daarna stil" in filled(tmp_path, "{}")

    def it_proposes_a_rhythm_by_depth(self, tmp_path: Path) -> None:
        section = "{groepen: [{naam: buren, diepgang: diep, informeren: elk seizoen}]}"
        plan = rows(filled(tmp_path, section), "# Luisteren, informeren, interactie")[1]
        assert plan == ["Buren", "Voorstel: elke week", "Elk seizoen", "Voorstel: elke maand"]
        decided = f"{NL}document: {{status: ter_besluit}}\n"
        plan = rows(filled(tmp_path, section, decided), "# Luisteren, informeren, interactie")[1]
        assert plan == ["Buren", "Nog af te spreken", "Elk seizoen", "Nog af te spreken"]


class DescribeTheChannels:
    def it_looks_for_nobody_where_nobody_is(self, tmp_path: Path) -> None:
        groups = "[{naam: gasten, kanalen: []}, {naam: buren, kanalen: [Blad]}, {naam: scholen}]"
        text = filled(tmp_path, f"{{groepen: {groups}}}")
        assert "We zoeken contact met gasten (buiten het scherm), buren (via Blad) en scholen." in text
        assert "| Kanalen | Geen online kanaal |" in text
        assert "| Kanalen | Nog af te spreken |" in text

    def it_says_where_a_group_is_and_the_organisation_is_not(self, tmp_path: Path) -> None:
        text = filled(tmp_path, "{groepen: [{naam: buren, kanalen: [Buurtapp]}]}", f"{NL}kanalen: []\n")
        assert "- Buurtapp: hier zit al een groep uit dit plan (buren), maar wij nog niet." in text
        assert "We hebben nu geen eigen kanalen." in text

    def it_advises_on_ease_of_use_and_on_groups_that_are_not_in_the_plan(self, tmp_path: Path) -> None:
        channels = (
            "kanalen: [{naam: Forum, gebruiksgemak: lastig}, {naam: Blad, doelgroep: ouders}, {naam: Nieuws},"
            " {naam: Krant, doelgroep: alle buren}]\n"
        )
        text = filled(tmp_path, "{groepen: [{naam: buren, kanalen: [Forum]}]}", f"{NL}{channels}")
        assert "- Forum: lastig in gebruik." in text
        assert "| Maak het gebruik van Forum makkelijker. |" in text
        assert "- Blad: voor ouders. Die groep staat nog niet in dit plan." in text
        assert "- Nieuws: nog niet duidelijk voor wie." in text
        assert "- Krant" not in text

    def it_names_no_channel_in_its_own_words(self) -> None:
        names = r"facebook|instagram|whatsapp|twitter|linkedin|yammer|pleio|tiktok|youtube|snapchat|teams|signal|zoom"
        for name in ("onlinehulp", "stakeholders"):
            own = (DATA.parents[1] / "policygen" / "catalogue" / f"{name}.yaml").read_text(encoding="utf-8")
            own += (DATA.parents[1] / "templates" / "bron" / f"{name}.txt").read_text(encoding="utf-8")
            found = [word for word in re.findall(rf"\b(?:{names})\b", own, re.IGNORECASE) if word != "teams"]
            assert found == []

    def it_begins_where_a_group_of_the_plan_is(self) -> None:
        text = body("ouderenzorg-nl", "stakeholders")
        assert "- Familieportaal: hier is al een groep uit dit plan (naasten). Begin hier." in text
        assert "- Facebook: veel bereik en makkelijk in gebruik, maar er zit geen groep uit dit plan." in text
        assert text.count("Begin hier.") == 1

    def it_explains_a_goal_that_the_profile_words_itself(self, tmp_path: Path) -> None:
        text = filled(tmp_path, "{doelen: [vertrouwen, warmte]}")
        assert "| Vertrouwen | Mensen merken dat we eerlijk zijn" in text
        assert "| Warmte | Dit doel koos de organisatie zelf. |" in text
        assert "Betrokkenheid" not in text


class DescribeRecommendations:
    def it_works_out_those_that_were_chosen(self, tmp_path: Path) -> None:
        text = filled(tmp_path, "{aanbevelingen: [persoonlijk]}")
        assert "We werken één aanbeveling uit." in text
        assert "## Maak informatie persoonlijk" in text
        assert "# Webcare: wie antwoordt waar" not in text
        assert "Voor later: webcare inrichten, bouwen aan vertrouwen en samenwerken met de mensen eromheen." in text

    def it_takes_an_empty_list_for_none(self, tmp_path: Path) -> None:
        assert "We werken nu geen aanbeveling uit." in filled(tmp_path, "{aanbevelingen: []}")

    def it_proposes_all_four_in_a_concept(self, tmp_path: Path) -> None:
        assert "Voorstel: begin met deze vier aanbevelingen." in filled(tmp_path, "{}")
        assert "We werken vier aanbevelingen uit." in filled(tmp_path, "{}", f"{NL}document: {{status: ter_besluit}}\n")


class DescribePromises:
    def it_promises_no_reply_time_and_no_place_to_report_that_the_profile_does_not_have(self, tmp_path: Path) -> None:
        text = filled(tmp_path, "{}", f"{NL}kanalen: [{{naam: Blad}}]\n")
        assert rows(text, "# Webcare: wie antwoordt waar")[1][2] == "Nog af te spreken"
        assert "| Spreek een reactietijd af voor Blad. |" in text
        assert "meldpunt" not in text.lower()
        assert "Zoek meteen contact met die persoon en meld het. | Teamleider |" in text

    def it_asks_who_is_responsible_where_a_role_is_not_filled(self, tmp_path: Path) -> None:
        more = f"{NL}rollen: {{communicatie: {{status: niet_nodig, reden: klein}}, bestuur: {{status: open}}}}\n"
        steps = rows(filled(tmp_path, "{}", more), "# Eerste stappen")
        assert all(who != "Communicatie" for _step, who in steps)

    def it_marks_channels_that_are_still_to_be_filled_in(self, tmp_path: Path) -> None:
        assert "Onze eigen kanalen: [Nog in te vullen: de kanalen]." in filled(
            tmp_path, "{}", f"{NL}kanalen: INVULLEN\n"
        )

    def it_gives_nothing_without_the_section(self) -> None:
        assert base("minimaal")["stakeholders"] == {}


class DescribeTheCatalogue:
    def it_explains_every_way_of_being_online(self) -> None:
        assert set(catalogue.load("stakeholders")["gebruik"]) == set(get_args(Gebruik))

    @pytest.mark.parametrize("use", get_args(Gebruik))
    def it_has_a_sentence_for_each(self, tmp_path: Path, use: str) -> None:
        text = filled(tmp_path, f"{{groepen: [{{naam: buren, gebruik: {use}}}]}}")
        assert catalogue.load("stakeholders")["gebruik"][use]["zin"] in text
