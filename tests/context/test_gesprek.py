from __future__ import annotations

import re
from itertools import chain, combinations
from typing import TYPE_CHECKING, Any

import pytest

from policygen import catalogue, dekking
from policygen.context.wonen import AMBULANT, WONEN, setting
from tests.context.bodies import (
    ALL,
    OWN,
    base,
    body,
    fill_source,
    headings,
    in_lines,
    ours,
    profile,
    rows,
    running_text,
    typed,
    without_open_places,
)
from tests.support import taal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AUDIENCES = ("medewerkers", "verwanten", "clienten")
FORMS = ("stellingen", "ideeen", "demonstratie_client", "workshop", "spel")
NEW_PAGE = "=== pagina ===\n"
OPEN_QUESTION = re.compile(r"(?:(?:Aan|Met|Van|Voor|Bij) wie|Tot waar|Wat|Wie|Welke?|Hoe|Wanneer|Waar(?:aan|in)?)\b")
SECTORS = ("", "gehandicaptenzorg", "ouderenzorg", "jeugdhulp", "ggz", "sociaal_werk", "gemeente")
FACTS = {
    "S0-17": "Cliënten weten het best wat online helpt en wat niet.",
    "S0-18": "Verwanten zien vaak wat anderen niet zien.",
    "S0-19": "dan past een plan bij wat zij willen en nodig hebben",
    "S0-34": "Agendanotitie voor de cliëntenraad",
    "S1-01": "# De kick-off",
    "S1-02": "Medewerkers, cliënten en verwanten",
    "S1-03": "Zo pakken we het aan",
    "S1-04": "Dit gaan mensen merken",
    "S1-05": "Dit kan iedereen doen",
    "S1-06": "Laat mensen meedoen, niet alleen luisteren.",
    "S1-07": "# Stellingen voor medewerkers",
    "S1-08": "Geen oordeel: elk antwoord mag er zijn.",
    "S1-09": "Ideeën bedenken",
    "S1-10": "Een cliënt laat iets zien",
    "S1-11": "Workshop",
    "S1-12": "Spel met kaarten",
    "S1-13": "kletskaarten MediaJungle",
    "S1-14": "Er is iets misgegaan",
    "S1-15": "Een collega stelt een vraag",
    "S1-16": "Deskundige in mediawijsheid",
    "S1-17": "innovatieteam",
    "S1-18": "Collega van ICT: functioneel beheerder ICT",
    "S1-19": "**De vaste vraag in elk overleg:** Wat wint de cliënt hierbij?",
    "S1-20": "# Agendanotitie voor de verwantenraad",
    "S1-21": "# Agendanotitie voor de cliëntenraad",
    "S1-22": "legt de uitkomsten van alle gesprekken bij elkaar",
    "S1-23": "Vragen en zorgen die het vaakst terugkomen, bespreken we samen.",
    "S1-24": "Elk team praat ook zelf met cliënten en verwanten",
    "S1-25": "Een team mag ook een eigen bijeenkomst opzetten.",
    "S1-26": "elk kwartaal komt het onderwerp terug",
    "S1-30": "- Maart: teamgesprek over online media.",
    "S1-31": "Van verwanten hebben we nog geen vragen.",
}


def own_words(name: str) -> str:
    """What we wrote, a table cell a line and without the mark before a line."""
    lines = in_lines(without_open_places(body(name, "gesprek"))).splitlines()
    kept = [line for line in lines if not line.startswith(("tabel:", "formulier:", "==="))]
    plain = (re.sub(r"^(?:#+ |- |> |1\. |\[\w+\] )", "", line).replace("**", "") for line in kept)
    return ours(name, "\n".join(plain))


def page(text: str, heading: str) -> str:
    """A heading and all that follows up to the next heading of level 1."""
    return "# " + next(part for part in re.split(r"^# ", text, flags=re.MULTILINE) if part.startswith(heading))


def client_version(name: str) -> str:
    """The version for clients as a client meets it: without names of columns and places for pictures."""
    text = page(body(name, "gesprek"), "Samen praten met ")
    plain = without_open_places(in_lines(text)).replace("**", "")
    heads = {"Beeld", "Stap", "Zin", "Misschien wel", "Misschien niet", "Vraag", "*beeld*"}
    lines = [line for line in plain.splitlines() if line not in heads and not line.startswith(("#", "tabel:", "==="))]
    return "\n".join(lines)


def of_sector(folder: Path, sector: str, rest: str = "") -> dict[str, Any]:
    chosen = f", sector: {sector}" if sector else ""
    return typed(folder, f"organisatie: {{naam: De Kade, land: NL{chosen}}}\n{rest}")


def paths(value: object, path: str = "") -> Iterator[str]:
    """Every dotted key in a profile that may be INVULLEN: lists and leaves."""
    if path and not isinstance(value, dict):
        yield path.removesuffix(".")
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in pairs:
        yield from paths(part, f"{path}{key}.")


@pytest.mark.parametrize("name", ALL)
class DescribeGesprek:
    def it_has_minutes_that_add_up_to_the_planned_length(self, name: str) -> None:
        script = base(name)["gesprek"]["draaiboek"]
        start = profile(name).gesprek and profile(name).gesprek.startmoment
        assert script["totaal"] == ((start and start.duur_min) or 90)
        assert sum(row["minuten"] for row in script["rijen"]) == script["totaal"]
        assert script["rijen"][0]["van_tot"].startswith("0–")
        assert script["rijen"][-1]["van_tot"].endswith(f"–{script['totaal']}")
        assert f"Samen duurt dit {script['totaal']} minuten." in body(name, "gesprek")

    def it_gives_every_block_goal_leader_material_and_output(self, name: str) -> None:
        table = rows(body(name, "gesprek").split("=== liggend ===")[1].replace("# Draaiboek", "", 1), "")
        assert table[0] == ["Minuut", "Onderdeel", "Doel", "Wie leidt", "Materiaal", "Opbrengst"]
        assert all(all(cells) for cells in table[1:])
        assert len(table) >= 6

    def it_keeps_people_active_for_60_percent_of_the_time(self, name: str) -> None:
        script = base(name)["gesprek"]["draaiboek"]
        assert script["actief"] == sum(row["minuten"] for row in script["rijen"] if row["actief"])
        assert script["actief"] >= 0.6 * script["totaal"]

    def it_says_that_nobody_is_judged_before_the_first_statement(self, name: str) -> None:
        text = body(name, "gesprek")
        for audience in ("medewerkers", "verwanten"):
            for first in base(name)["gesprek"]["stellingen"][audience][:1]:
                assert text.lower().index("geen oordeel") < text.index(f"| {first['tekst']}")
        assert page(text, "Spelregels").splitlines()[2] == "- Geen oordeel: elk antwoord mag er zijn."

    def it_has_twelve_statements_or_more_for_every_audience(self, name: str) -> None:
        for audience in AUDIENCES:
            number = len(base(name)["gesprek"]["stellingen"][audience])
            chosen = profile(name).gesprek and profile(name).gesprek.stellingen
            if chosen and chosen.uit_catalogus == "geen":  # then there are the organisation's own only
                continue
            assert number >= 12 or (audience == "verwanten" and not base(name)["termen"]["verwant"])

    def it_gives_every_statement_both_sides_and_an_open_question(self, name: str) -> None:
        for audience in AUDIENCES:
            for row in base(name)["gesprek"]["stellingen"][audience]:
                assert all(row[part] for part in ("nr", "tekst", "voor", "tegen", "vervolg"))
                assert len(taal.words(str(row["tekst"]))) <= 14
                assert str(row["vervolg"]).endswith("?")

    def it_starts_every_version_on_a_page_of_its_own(self, name: str) -> None:
        text = body(name, "gesprek")
        termen = base(name)["termen"]
        wanted = [
            f"# Stellingen voor {termen['medewerker']['meervoud']}",
            f"# Samen praten met {termen['client']['meervoud']}",
        ]
        if termen["verwant"]:
            wanted.append(f"# Stellingen voor {termen['verwant']['meervoud']}")
        for heading in (*wanted, *(f"# {note['kop']}" for note in base(name)["gesprek"]["notities"]), "# Teamblad"):
            assert f"{NEW_PAGE}{heading}\n" in text

    def it_keeps_the_version_for_clients_simple(self, name: str) -> None:
        text = client_version(name)
        assert taal.mean_sentence(text) <= 8
        assert taal.longest_sentence(text)[0] <= 12
        assert not re.search(r"\b(?:[A-Z]{2,}|bijv|bv|enz|o\.a|nr)\b", text)
        assert taal.flesch_douma(text) >= 65

    def it_has_a_place_for_a_picture_at_every_step(self, name: str) -> None:
        text = page(body(name, "gesprek"), "Samen praten met ")
        steps = [line for line in text.splitlines() if line.startswith("| *beeld*<br><br>")]
        said = base(name)["gesprek"]
        assert len(steps) == len(said["stappen"]) + len(said["stellingen"]["clienten"])
        assert 6 <= len(said["stappen"]) <= 10

    def it_opens_four_everyday_moments_with_open_questions_only(self, name: str) -> None:
        moments = base(name)["gesprek"]["momenten"]
        assert len(moments) >= 4
        for moment in moments:
            assert len(moment["vragen"]) == 2
            for vraag in moment["vragen"]:
                assert vraag.endswith("?”")
                assert OPEN_QUESTION.match(vraag[1:]), vraag

    def it_has_one_way_out_and_one_line_for_what_is_serious(self, name: str) -> None:
        text = page(body(name, "gesprek"), "Momenten van alledag")
        assert (
            text.count("**Wil iemand niet verder?** Zeg dan: “") == text.count("**Komt er iets ergs naar boven?**") == 1
        )
        card = "incidentkaart" in text
        assert card is not base(name)["motieven"]["geen"]
        assert re.search(r"(?:melden|Meld het daarna) bij ", text)

    def it_asks_for_owner_and_date_and_answers_within_the_stated_weeks(self, name: str) -> None:
        text = page(body(name, "gesprek"), "Na het gesprek")
        table = rows(text, "## Volgformulier")
        said = profile(name).gesprek and profile(name).gesprek.terugkoppeling
        term = re.match(r"binnen (?:een|\w+) (?:weken|maand)", str(said or ""))
        within = term.group() if term else "binnen vier weken"
        assert table[0] == ["Vraag", "Van", "Eigenaar", "Datum", f"Antwoord {within}", "Zelfscan en kalender"]
        assert len(table) >= 8
        assert within in text.split("## Volgformulier")[0]
        assert "zelfscan en in de jaarkalender" in text

    def it_says_what_a_council_is_asked_on_one_page(self, name: str) -> None:
        said = base(name)
        for note in said["gesprek"]["notities"]:
            text = page(body(name, "gesprek"), str(note["kop"]))
            cells = {row["kop"]: str(row["tekst"]) for row in note["rijen"]}
            assert re.search(r"informatie|advies|instemming", cells["Wat we vragen"], re.IGNORECASE)
            assert str(said["gesprek"]["toets"]) in text
            assert len(taal.words(text)) <= 220
        councils = said["inspraak"]
        expected = [key for key in ("clienten", "verwanten") if councils[key] and not councils[key]["geen"]]
        expected += ["personeel"] if councils["personeel"]["vorm"] else []
        assert len(said["gesprek"]["notities"]) == len(expected)

    def it_comes_back_and_asks_the_fixed_question(self, name: str) -> None:
        text = body(name, "gesprek")
        assert "Het blijft niet bij één keer" in text
        assert text.count(str(base(name)["gesprek"]["toets"])) >= 4

    def it_is_easy_to_read(self, name: str) -> None:
        for text in (without_open_places(running_text(body(name, "gesprek"))), own_words(name)):
            assert taal.mean_sentence(text) <= 12
            assert taal.longest_sentence(text)[0] <= 25
            assert taal.flesch_douma(text) >= 65

    def it_is_good_dutch(self, name: str) -> None:
        text = own_words(name)
        said = base(name)
        assert not [found for found in taal.leftovers(text) if found != "{dialoog}"]
        assert not taal.bronreeksen(body(name, "gesprek"))
        assert not taal.fouten(text, said["organisatie"]["land"], repr(profile(name)))
        spoken = re.sub(r"[“”]", "", text)
        assert not (taal.u_vormen(spoken) if said["taal"]["aanspreekvorm"] == "je" else taal.je_vormen(spoken))
        assert not taal.je_vormen(text)  # only what somebody says aloud addresses anyone
        assert not taal.u_vormen(text)

    def it_uses_the_terms_of_the_profile_only(self, name: str) -> None:
        given = repr(profile(name)).lower() + str(base(name)["termen"])
        for word in ("cliënt", "bewoner", "jongere", "inwoner", "gebruiker", "verwant", "naaste", "mantelzorger"):
            if word not in given:
                assert not re.search(rf"\b{word}", own_words(name), re.IGNORECASE)

    def it_has_unique_headings_that_are_followed_by_text(self, name: str) -> None:
        text = body(name, "gesprek")
        assert len(headings(text)) == len(set(headings(text)))
        lines = [line for line in text.splitlines() if not line.startswith("===")]
        for place, line in enumerate(lines):
            if line.startswith("#"):
                below = lines[place + 1]
                assert not re.match(r"\||tabel:|formulier:", below)
                assert not below.startswith("#") or below.count("#") > line.count("#")

    def it_proposes_in_a_concept_only(self, name: str) -> None:
        if not base(name)["document"]["concept"]:
            # A council that does not agree gets a changed proposal: that is said of the council, not of the paper.
            text = own_words(name).replace("dan passen we het voorstel aan", "")
            assert not re.search(r"voorstel|concept", text, re.IGNORECASE)
            assert "[Nog in te vullen" not in body(name, "gesprek")


class DescribeGesprekOfVeldermaat:
    @pytest.mark.parametrize("fact", FACTS)
    def it_shows_every_fact_of_the_sources(self, fact: str) -> None:
        assert FACTS[fact] in body("volledig", "gesprek")

    def it_knows_all_facts_that_name_this_document(self) -> None:
        assert set(FACTS) == {key for key, fact in dekking.facts().items() if "gesprek" in fact["documenten"]}

    def it_tells_when_where_how_long_and_with_whom(self) -> None:
        cells = dict(map(tuple, rows(body("volledig", "gesprek"), "# De kick-off")[1:]))
        assert cells["Wanneer"] == "11 maart 2027"
        assert cells["Waar"] == "De Brink"
        assert cells["Hoe lang"] == "90 minuten"
        assert cells["Wie erbij zijn"] == "Medewerkers, cliënten en verwanten"
        assert cells["Wie het gesprek leidt"] == "De adviseur kwaliteit"

    def it_puts_the_own_statement_first_with_its_arguments_to_find(self) -> None:
        first = base("volledig")["gesprek"]["stellingen"]["medewerkers"][0]
        assert first["tekst"] == "Een begeleider hoeft niet te weten wie de online vrienden zijn."
        assert first["nr"] == "1"
        assert first["vervolg"] == "Wat wint de cliënt hierbij?"

    def it_begins_the_form_with_the_questions_that_are_known(self) -> None:
        table = rows(body("volledig", "gesprek"), "## Volgformulier")
        assert [(row[0], row[1]) for row in table[1:3]] == [
            ("Mag ik appen met een cliënt?<br>", "Mede\u00adwerkers"),
            ("Waarom mag mijn telefoon niet mee?<br>", "Cliënten"),
        ]

    @pytest.mark.parametrize("other", OWN)
    def it_differs_from_another_plan_in_a_third_of_its_sentences(self, other: str) -> None:
        here, there = (taal.sentences(running_text(body(name, "gesprek"))) for name in ("volledig", other))
        assert sum(sentence not in there for sentence in here) >= 0.3 * len(here)


class DescribeDraaiboek:
    @pytest.mark.parametrize("minutes", [15, 20, 30, 37, 45, 60, 75, 90, 100, 120, 150, 180, 240, 480])
    def it_adds_up_and_keeps_people_active_for_every_choice_and_length(self, tmp_path: Path, minutes: int) -> None:
        for number in range(len(FORMS) + 1):
            for forms in combinations(FORMS, number):
                plan = f"gesprek: {{startmoment: {{duur_min: {minutes}}}, vormen: [{', '.join(forms)}]}}\n"
                script = of_sector(tmp_path, "", plan)["gesprek"]["draaiboek"]
                assert sum(row["minuten"] for row in script["rijen"]) == script["totaal"] == minutes
                assert all(row["minuten"] > 0 for row in script["rijen"])
                assert script["actief"] >= 0.6 * minutes, forms

    def it_keeps_what_does_not_fit_for_another_time(self, tmp_path: Path) -> None:
        plan = "gesprek: {startmoment: {duur_min: 45}, vormen: [stellingen, ideeen, workshop]}\n"
        script = of_sector(tmp_path, "", plan)["gesprek"]["draaiboek"]
        assert (
            script["later"]
            == "Niet alles past in één keer. Bewaar voor een volgende keer: ideeën bedenken en workshop."
        )
        assert of_sector(tmp_path, "")["gesprek"]["draaiboek"]["later"] == ""

    def it_takes_two_forms_at_most_and_gives_the_guests_a_part(self) -> None:
        script = base("volledig")["gesprek"]["draaiboek"]
        assert str(script["later"]).endswith(": een cliënt laat iets zien, workshop en spel met kaarten.")
        names = [row["naam"] for row in script["rijen"]]
        assert {"Stellingen", "Ideeën bedenken", "Een gast vertelt en doet voor"} < set(names)
        assert "Workshop" not in names
        guest = next(row for row in script["rijen"] if row["naam"] == "Een gast vertelt en doet voor")
        assert guest["leidt"] == "Deskundige in mediawijsheid en collega van ICT"
        assert "Een gast vertelt en doet voor" not in body("minimaal", "gesprek")

    @pytest.mark.parametrize("minutes", ["0", "5", "999999", "INVULLEN"])
    def it_takes_the_usual_length_where_no_script_can_be_made(self, tmp_path: Path, minutes: str) -> None:
        made = of_sector(tmp_path, "", f"gesprek: {{startmoment: {{duur_min: {minutes}}}}}\n")
        assert made["gesprek"]["draaiboek"]["zin"].startswith("Dit draaiboek gaat uit van 90 minuten.")

    def it_has_a_break_in_a_long_meeting(self, tmp_path: Path) -> None:
        script = of_sector(tmp_path, "", "gesprek: {startmoment: {duur_min: 180}}\n")["gesprek"]["draaiboek"]
        assert [row["minuten"] for row in script["rijen"] if row["naam"] == "Pauze"] == [15]

    def it_is_led_by_who_is_there(self, tmp_path: Path) -> None:
        plan = "gesprek: {vormen: [workshop]}\ntaal: {termen: {leidinggevende: geen}}\n"
        coach = "personen: {k: {functie: gids}}\nrollen: {digicoach: {status: %s, eigen_naam: maatje, personen: [k]}}\n"

        def leads(rest: str) -> str:
            script = of_sector(tmp_path, "", plan + rest)["gesprek"]["draaiboek"]
            return next(str(row["leidt"]) for row in script["rijen"] if row["naam"] == "Workshop")

        assert leads(coach % "ingevuld") == "Maatje"
        assert leads(coach % "gepland") != "Maatje"


class DescribeStellingen:
    def it_never_uses_a_number_twice(self) -> None:
        ids = [entry["id"] for entries in catalogue.load("stellingen").values() for entry in entries]
        assert len(ids) == len(set(ids))
        for audience, letter in (("medewerkers", "M"), ("verwanten", "V"), ("clienten", "C")):
            assert all(entry["id"][0] == letter for entry in catalogue.load("stellingen")[audience])

    def it_has_one_idea_both_sides_a_question_and_a_source_each(self) -> None:
        for entries in catalogue.load("stellingen").values():
            for entry in entries:
                assert {"id", "tekst", "voor", "tegen", "vervolg", "bron"} <= set(entry)
                assert len(taal.sentences(entry["tekst"])) == len(taal.sentences(entry["vervolg"])) == 1
                assert entry["tekst"].endswith(".")
                assert entry["vervolg"].endswith("?")
                assert OPEN_QUESTION.match(entry["vervolg"]), entry["vervolg"]
                assert entry["bron"]

    def it_names_sectors_groups_and_settings_that_exist(self) -> None:
        known = {*SECTORS, *catalogue.load("termen")["groepen"], WONEN, AMBULANT}
        everything = [
            *catalogue.load("momenten")["momenten"],
            *chain.from_iterable(catalogue.load("stellingen").values()),
        ]
        for entry in everything:
            assert {*entry.get("alleen", ()), *entry.get("niet", ())} <= known

    @pytest.mark.parametrize("name", ALL)
    def it_speaks_of_tables_and_visits_only_where_people_live(self, name: str) -> None:
        lives_in = re.compile(
            r"tijdens het eten|aan tafel zitten|na een uit|op bezoek|telt net zo veel als bezoek|"
            r"zitten in een kring",
            re.IGNORECASE,
        )
        if setting(base(name)) == AMBULANT:
            assert not lives_in.findall(body(name, "gesprek"))
        else:
            assert lives_in.findall(body(name, "gesprek"))

    def it_gives_those_who_come_for_a_talk_moments_of_a_talk(self) -> None:
        moments = [row["moment"] for row in base("ggz-be")["gesprek"]["momenten"]]
        assert "In een gesprek gaat steeds de telefoon." in moments
        assert "In een gesprek gaat steeds de telefoon." not in str(base("ouderenzorg-nl")["gesprek"]["momenten"])
        assert base("ggz-be")["gesprek"]["client_beeld"] == "Een beeld mag erbij. Een leeg vak is ook goed."

    @pytest.mark.parametrize(
        ("sector", "doelgroep", "where"),
        [
            ("ggz", "volwassenen met angst", AMBULANT),
            ("ggz", "volwassenen in een kliniek", WONEN),
            ("ggz", "mensen in beschermd wonen", WONEN),
            ("sociaal_werk", "buurtbewoners die steun zoeken", AMBULANT),
            ("gemeente", "inwoners met een vraag over wonen", AMBULANT),
            ("jeugdhulp", "jongeren in leefgroepen", WONEN),
            ("jeugdhulp", "gezinnen met ambulante hulp", AMBULANT),
            ("ouderenzorg", "ouderen die thuis wonen", AMBULANT),
            ("", "", AMBULANT),
        ],
    )
    def it_assumes_no_living_in_that_the_words_do_not_tell(
        self, tmp_path: Path, sector: str, doelgroep: str, where: str
    ) -> None:
        about = f", sector: {sector}" if sector else ""
        about += f", doelgroep: {doelgroep}" if doelgroep else ""
        assert setting(typed(tmp_path, f"organisatie: {{naam: X, land: NL{about}}}\n")) == where

    @pytest.mark.parametrize("sector", SECTORS)
    def it_has_enough_for_every_sector(self, tmp_path: Path, sector: str) -> None:
        said = of_sector(tmp_path, sector)["gesprek"]
        assert all(len(said["stellingen"][audience]) >= 12 for audience in AUDIENCES)
        assert len(said["momenten"]) >= 4

    def it_takes_the_numbers_that_the_profile_lists(self, tmp_path: Path) -> None:
        said = of_sector(tmp_path, "", "gesprek: {stellingen: {uit_catalogus: [M03, v02]}}\n")["gesprek"]["stellingen"]
        assert [[row["nr"] for row in said[audience]] for audience in AUDIENCES] == [["1"], ["1"], []]
        assert said["medewerkers"][0]["tekst"] == "Afstand houden lukt online net zo goed als aan tafel."

    @pytest.mark.parametrize("answer", ["geen", "[]"])
    def it_can_do_without_statements(self, tmp_path: Path, answer: str) -> None:
        text = fill_source(
            "gesprek", of_sector(tmp_path, "", f"gesprek: {{stellingen: {{uit_catalogus: {answer}}}}}\n")
        )
        assert "# Stellingen" not in text
        assert "Zinnen om te kiezen" not in text
        assert "| Nr. |" not in text
        assert "Stellingen die de groep zelf bedenkt" not in text
        assert "stellingen die de groep zelf bedenkt" in text
        assert "| Verwanten |" not in text

    def it_uses_the_own_statements_for_everybody_where_there_are_no_others(self, tmp_path: Path) -> None:
        own = "[Wifi hoort bij een thuis., Een game is ook praten.]"
        made = of_sector(tmp_path, "jeugdhulp", f"gesprek: {{stellingen: {{uit_catalogus: geen, eigen: {own}}}}}\n")
        for audience in AUDIENCES:
            said = [row["tekst"] for row in made["gesprek"]["stellingen"][audience]]
            assert said == ["Wifi hoort bij een thuis.", "Een game is ook praten."]
        assert "de twee eigen stellingen uit dit plan" in fill_source("gesprek", made)

    @pytest.mark.parametrize("name", ALL)
    def it_prints_a_dozen_of_ours_numbered_without_jumps(self, name: str) -> None:
        for audience in AUDIENCES:
            listed = base(name)["gesprek"]["stellingen"][audience]
            assert [row["nr"] for row in listed] == [str(number) for number in range(1, len(listed) + 1)]
            own = getattr(getattr(profile(name).gesprek, "stellingen", None), "eigen", None) or ()
            assert len(listed) <= 12 + len(own)

    def it_marks_what_the_policy_decided_where_there_is_a_policy(self) -> None:
        text = body("volledig", "gesprek")
        assert "*Zie ook het beleid*" in text
        assert text.count("Vertel daarna wat de gedragsregels hierover zeggen.") == 1  # those are for the staff
        assert text.count("Vertel daarna wat het beleid hierover zegt.") == 1
        assert "gedragsregels" not in body("geen_verwant", "gesprek")
        assert "*Zie ook het beleid*" not in body("geen_verwant", "gesprek")

    def it_fits_residents_and_leaves_gaming_friends_to_others(self, tmp_path: Path) -> None:
        said = [str(row["tekst"]) for row in of_sector(tmp_path, "ouderenzorg")["gesprek"]["stellingen"]["clienten"]]
        assert "Een bericht over geld laat ik eerst aan iemand zien." in said
        assert not [one for one in said if "vrienden" in one or "onbekende" in one]


class DescribeGesprekForWhoIsThere:
    def it_drops_the_version_for_relatives_where_there_are_none(self) -> None:
        text = own_words("geen_verwant")
        assert not re.search(r"verwant|naaste|familie|ouders", text, re.IGNORECASE)
        assert base("geen_verwant")["gesprek"]["stellingen"]["verwanten"] == ()

    def it_talks_about_no_phone_or_chat_with_who_cannot_use_one(self) -> None:
        said = base("zeepaardje")["gesprek"]
        theirs = repr([said["stellingen"]["clienten"], said["momenten"], said["stappen"]])
        assert not re.search(r"telefoon|chat|bericht|app\b|wachtwoord|internet|typ", theirs, re.IGNORECASE)
        assert "Kinderen laten merken wat online fijn is" in body("zeepaardje", "gesprek")
        assert "Een team kan ook zelf met ouders praten" in body("zeepaardje", "gesprek")
        assert (
            dict(map(tuple, rows(body("zeepaardje", "gesprek"), "# De bijeenkomst")[1:]))["Wie erbij zijn"]
            == "Medewerkers en ouders"
        )

    def it_makes_no_note_for_a_council_that_does_not_exist(self) -> None:
        text = body("zeepaardje", "gesprek")
        assert text.count("# Agendanotitie") == 1
        assert "Voor kinderen is er geen vast overleg." in text

    def it_tells_two_groups_with_one_council_apart(self, tmp_path: Path) -> None:
        both = "inspraak: {clienten: {vorm: raad}, verwanten: {vorm: raad}}\n"
        assert [note["kop"] for note in of_sector(tmp_path, "", both)["gesprek"]["notities"]] == [
            "Agendanotitie over cliënten", "Agendanotitie over verwanten",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("power", "told"),
        [
            ("informatie", "Informatie. We vertellen"),
            ("Instemming", "Instemming. We vragen instemming met het beleid rond online media. Komt die er niet"),
            ("advies", "Advies. We vragen advies over het beleid rond online media."),
            ("meebeslissen", "Meebeslissen"),
        ],
    )
    def it_asks_what_the_council_may_give(self, tmp_path: Path, power: str, told: str) -> None:
        made = of_sector(tmp_path, "", f"inspraak: {{clienten: {{vorm: raad, bevoegdheid: {power}}}}}\n")
        note = made["gesprek"]["notities"][0]
        assert str(note["rijen"][1]["tekst"]).startswith(told)


class DescribeGesprekWithoutFacts:
    def it_names_no_guest_card_or_meeting_that_the_profile_does_not_have(self, tmp_path: Path) -> None:
        teams = "gesprek: {teams: {eigen_gesprek: nee, eigen_bijeenkomst: nee}}\n"
        bare = f"document: {{status: ter_besluit}}\nmotieven: {{besluit: geen}}\n{teams}"
        text = fill_source("gesprek", of_sector(tmp_path, "", bare))
        assert "## Gasten" not in text
        assert "incidentkaart" not in text
        assert "eigen bijeenkomst" not in text
        assert "Een eigen gesprek per team is er nu niet." in text
        assert "wanneer het onderwerp terugkomt, spreken we nog af" in text
        assert "Jaarkalender" not in text
        assert "| Wanneer | Nog af te spreken |" in text

    def it_reports_to_the_team_leader_where_there_is_no_contact_point(self) -> None:
        assert "melden bij de teamleider." in body("minimaal", "gesprek")
        assert re.search(
            r"melden bij (?:het )?Meldpunt incidenten, 000 000 00 00, 24 uur per dag\.", body("volledig", "gesprek")
        )
        assert "112" not in body("volledig", "gesprek")

    def it_says_what_to_do_while_the_contact_point_is_closed(self, tmp_path: Path) -> None:
        point = "incidenten: {meldpunt: {naam: servicedesk, bereikbaar: werkdagen van 9 tot 17 uur}}\n"
        text = fill_source("gesprek", of_sector(tmp_path, "", point))
        assert "Bij gevaar geldt 112. Is het meldpunt dicht, dan hoort de collega die dienst heeft het meteen." in text

    @pytest.mark.parametrize(
        ("given", "told", "column"),
        [
            (
                "binnen zes weken op de website",
                "Medewerkers krijgen antwoord binnen zes weken op de website. Cliënten en verwanten horen het van",
                "Antwoord binnen zes weken",
            ),
            ("prikbord in de hal", "Zo komt het antwoord bij medewerkers: prikbord in de hal.", "Antwoord op"),
            ("We vertellen het elke maand.", "We vertellen het elke maand.", "Antwoord op"),
        ],
    )
    def it_tells_how_answers_come_back(self, tmp_path: Path, given: str, told: str, column: str) -> None:
        text = fill_source("gesprek", of_sector(tmp_path, "", f"gesprek: {{terugkoppeling: {given}}}\n"))
        assert told in text
        assert f"| {column} |" in text

    def it_answers_a_council_in_writing_and_not_in_the_meeting_of_a_team(self) -> None:
        text = body("volledig", "gesprek")
        assert "Medewerkers krijgen antwoord binnen vier weken via het teamoverleg." in text
        assert "Cliënten en verwanten horen het van een medewerker." in text
        by = "schriftelijk antwoord van de raad van bestuur, via de adviseur kwaliteit."
        assert f"Elke raad en elk overleg krijgt binnen vier weken {by}" in text
        for note in base("volledig")["gesprek"]["notities"]:
            assert "teamoverleg" not in str(note["rijen"])

    def it_answers_about_the_policy_before_the_day_of_the_decision(self) -> None:
        notes = base("volledig")["gesprek"]["notities"]
        cells = [{row["kop"]: str(row["tekst"]) for row in note["rijen"]} for note in notes]
        day = "vóór het besluit van 15 december 2026. Op andere vragen: binnen vier weken, van de raad van bestuur"
        assert f"Over dit onderwerp: schriftelijk, {day}" in cells[1]["Antwoord aan het overleg"]
        plain = "in gewone taal, op papier met beelden waar dat helpt"
        assert f"Over dit onderwerp: {plain}, {day}" in cells[0]["Antwoord aan het overleg"]
        assert cells[0]["Eerder besproken"].endswith("We horen die graag uiterlijk 1 december 2026.")
        assert cells[1]["Wat we vragen"].endswith("We horen het graag uiterlijk 1 december 2026.")
        decided = [str(note["rijen"]) for note in base("jeugdhulp_be")["gesprek"]["notities"]]
        assert not [text for text in decided if "graag" in text or "vóór het besluit" in text]

    def it_wants_advice_in_time_to_do_something_with_it(self, tmp_path: Path) -> None:
        said = {}
        for today in ("2026-11-16", "2026-12-01"):
            made = typed(
                tmp_path,
                "organisatie: {naam: X, land: NL}\n"
                f"document: {{datum: {today}}}\nmotieven: {{besluit: wel, datum: 2026-12-08}}\n"
                "inspraak: {personeel: {vorm: ondernemingsraad, bevoegdheid: advies}}\n",
            )
            rows_ = made["gesprek"]["notities"][-1]["rijen"]
            said[today] = next(str(row["tekst"]) for row in rows_ if row["kop"] == "Wat we vragen")
        assert said["2026-11-16"].endswith("We horen het graag uiterlijk 24 november 2026.")
        assert said["2026-12-01"].endswith("We horen het graag vóór 8 december 2026.")

    def it_marks_an_own_statement_about_a_picture_as_agreed_in_the_policy(self) -> None:
        own = {name: base(name)["gesprek"]["stellingen"]["medewerkers"][0] for name in ("ouderenzorg-nl", "ggz-be")}
        assert own["ouderenzorg-nl"]["tekst"] == "Een foto van een verjaardag mag altijd naar de familie."
        assert [own[name]["afgesproken"] for name in own] == ["Zie ook het beleid", ""]

    def it_makes_a_note_for_the_staff_and_asks_about_control(self) -> None:
        note = base("volledig")["gesprek"]["notities"][-1]
        cells = {row["kop"]: str(row["tekst"]) for row in note["rijen"]}
        assert note["kop"] == "Agendanotitie voor de ondernemingsraad"
        assert cells["Eerder besproken"] == (
            "Om instemming gevraagd op 13 oktober 2026; uitkomst nog niet vastgelegd. "
            "We horen die graag uiterlijk 1 december 2026."
        )
        assert note["vragen"][0] == "Wat moet er anders in het beleid rond online media?"
        assert note["vragen"][-1] == "Welke grens hoort er bij controle op het gebruik?"

    def it_gives_each_team_the_same_first_task_as_the_policy(self) -> None:
        said = "Uiterlijk een maand na de kick-off bespreekt elk team de gedragsregels en de incidentkaart."
        assert f"> {said} De teamleider leidt dat gesprek." in body("volledig", "gesprek")
        assert "uiterlijk 11 april 2027 heeft elk team" in body("volledig", "visie").lower()
        assert base("geen_verwant")["gesprek"]["opdracht"] == ""

    def it_keeps_a_very_small_practice_free_of_teams(self, tmp_path: Path) -> None:
        made = typed(tmp_path, "organisatie: {naam: De Kade, land: NL, medewerkers: 2}\n")
        for document_id in ("visie", "rolverdeling"):
            text = fill_source(document_id, made)
            assert not re.search(r"teamleider|teamgesprek|elk team|teams\b", text, re.IGNORECASE)
        assert made["gesprek"]["opdracht"] == ""

    def it_shares_the_outcomes_of_what_stays_in_the_room(self) -> None:
        assert "Wat hier gezegd is blijft hier. Alleen de uitkomsten delen we, zonder namen." in body(
            "volledig", "gesprek"
        )

    def it_lists_every_conversation_of_the_calendar(self, tmp_path: Path) -> None:
        asked = "{fase: check, maand: 5, wat: bevraging van ouders}, {fase: act, maand: 6, wat: budget}"
        assert of_sector(tmp_path, "", f"pdca: {{momenten: [{asked}]}}\n")["gesprek"]["kalender"] == (
            "Mei: bevraging van ouders",
        )

    def it_puts_the_own_rules_after_that_nobody_is_judged(self, tmp_path: Path) -> None:
        made = of_sector(tmp_path, "", "gesprek: {spelregels: [telefoons op tafel, Geen oordeel!]}\n")
        assert made["gesprek"]["spelregels"] == ("Geen oordeel: elk antwoord mag er zijn.", "Telefoons op tafel.")
