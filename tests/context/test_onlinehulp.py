from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from policygen import catalogue, dekking
from policygen.context import onlinehulp_stand, velden
from tests.context.bodies import (
    DATA,
    base,
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

CONDITIONS = ["Draagvlak", "Samenwerking", "Tijd", "Geld", "ICT", "Werkplek", "Deskundigheid"]
SOURCE = {key: fact["status"] for key, fact in dekking.facts().items()}


def said(case: str) -> str:
    return text(case, "onlinehulp")


def filled(folder: Path, section: str, more: str = "organisatie: {naam: De Kade, land: NL}\n") -> str:
    return fill_source("onlinehulp", typed(folder, f"{more}onlinehulp: {section}\n"))


@pytest.mark.parametrize("case", CASES)
class DescribeOnlinehulp:
    def it_opens_with_the_client_and_not_with_technology(self, case: str) -> None:
        client = made(case)["termen"]["client"]
        opening = said(case).splitlines()[1]
        assert str(client["meervoud"]) in opening
        assert str(made(case)["organisatie"]["korte_naam"]) not in opening
        assert not re.search(r"\b(?:tool|ICT|techniek|media)\b", opening)

    def it_shows_the_seven_conditions_at_the_start_and_each_in_its_chapter(self, case: str) -> None:
        table = rows(said(case), "# In het kort")
        assert [row[0] for row in table[1:]] == CONDITIONS
        found = [line for line in headings(said(case)) if line.startswith("# Voorwaarde ")]
        expected = [name if name == "ICT" else name.lower() for name in CONDITIONS]
        assert found == [f"# Voorwaarde {number}: {name}" for number, name in enumerate(expected, start=1)]
        order = made(case)["woord"]["op_orde"]
        states = {state.replace("{woord.op_orde}", order) for state in catalogue.load("onlinehulp")["standen"].values()}
        states = {state.capitalize() for state in states}
        assert {row[1] for row in table[1:]} <= states
        assert all(row[2].endswith(".") and row[3] for row in table[1:])

    def it_says_what_to_do_next_wherever_the_answer_is_not_yes(self, case: str) -> None:
        for part in ("draagvlak", "ict", "werkplek", "deskundigheid"):
            for row in made(case)["onlinehulp"][part]:
                assert str(row["stap"]).endswith((".", "?")), row
        # A type that nobody has yet is marked and named as still to be found.
        missing = [row["kort"] for row in made(case)["onlinehulp"]["team"] if not row["klaar"]]
        last = str(made(case)["onlinehulp"]["team_zinnen"][-1])
        assert last.startswith("Nog te vinden: ") is bool(missing)
        assert all(name in last for name in missing)

    def it_lists_before_the_decision_what_the_start_still_waits_for(self, case: str) -> None:
        waiting = said(case).split("# Klaar om te starten\n")[1]
        points = made(case)["onlinehulp"]["nodig"]
        assert waiting.count("\n- ") == len(points)
        assert ("Voor de start is nog nodig:" in waiting) is bool(points)
        assert "| Datum van het besluit |" in waiting

    def it_has_no_heading_without_text_and_no_empty_cell(self, case: str) -> None:
        lines = said(case).splitlines()
        assert len(headings(said(case))) == len(set(headings(said(case)))) == 9
        for place, line in enumerate(lines):
            if line.startswith("#"):
                assert not lines[place + 1].startswith(("#", "|", "tabel:"))
        assert not re.search(r"\| *\|", said(case).split("formulier:")[0])

    def it_is_easy_to_read(self, case: str) -> None:
        measured = without_open_places(running_text(said(case)))
        assert 500 <= len(taal.words(measured)) <= 1000
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
            repr((repr(made(case)["termen"]), repr(made(case)["organisatie"]))),
        )

    def it_uses_the_terms_of_the_profile_only(self, case: str) -> None:
        ours = without_open_places(said(case)).lower()
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
            if word not in f"{made(case)['termen']}{made(case)['organisatie']}".lower():
                assert not re.search(rf"\b{word}", ours), word

    def it_marks_every_field_that_is_still_to_be_filled_in(self, case: str) -> None:
        for path in unknown(case, "onlinehulp"):
            assert f"[Nog in te vullen: {velden.open_place(path).label}]" in said(case)

    def it_speaks_of_a_proposal_in_a_concept_only(self, case: str) -> None:
        assert made(case)["document"]["concept"] or "voorstel" not in said(case).lower()


class DescribeOnlinehulpOfVeldermaat:
    def it_says_every_core_fact(self) -> None:
        lines = " ".join(said("volledig").split())
        shown = {
            "S2-02": "Iets nieuws lukt alleen met steun in huis.",
            "S2-03": "wie de leiding heeft, wie het beleid maakt of wie instaat voor de inhoud van de hulp. "
            "Hier is de keuze aan de raad van bestuur.",
            "S2-04": "Een toepassing is een middel.",
            "S2-05": "| Visie op onlinehulp | Ja |",
            "S2-06": "| Plan van aanpak voor de invoering | Deels |",
            "S2-07": "blijft onlinehulp van een paar collega's",
            "S2-08": "mensen uit verschillende vakken vullen elkaar aan",
            "S2-09": "| ICT-deskundige |",
            "S2-10": "| Onlinehulpverlener |",
            "S2-11": "| Pionier en inspirator |",
            "S2-12": "| Organisator van onlinehulp |",
            "S2-13": "| Behartiger in het management |",
            "S2-14": "bepaalt hoe diep onlinehulp doordringt in de gewone hulp en in de preventie",
            "S2-15": "teksten voor de website schrijven en oefenen. | 160 uur |",
            "S2-16": "| Doorlooptijd | Beginnen, laten groeien en steun vinden. | 9 maanden |",
            "S2-17": "een lange adem nodig",
            "S2-18": "hoe komt het plan op tafel, en wie zegt er ja? Onze strategie: begin met twee teams.",
            "S2-19": "Breng per soort in beeld wat onlinehulp kost.",
            "S2-20": "| 1.800 euro |",
            "S2-21": "| 12.000 euro |",
            "S2-22": "Cliënten betalen niets voor onlinehulp.",
            "S2-23": "Zonder ICT is er geen onlinehulp.",
            "S2-24": "**Tools veranderen snel.**",
            "S2-25": "**Hulp en ICT spreken een andere taal.**",
            "S2-26": "Leg daarom voor de start vast wat de techniek moet kunnen.",
            "S2-27": "Een partner die de techniek door en door kent, is onmisbaar.",
            "S2-28": "een stille plek",
            "S2-29": "kan het werk ook thuis",
            "S2-30": "en ook na kantoortijd",
            "S2-31": "Heldere regels over plaats en tijd",
            "S2-32": "moet het vak kennen. Anders krijgt onlinehulp geen vaste plek",
            "S2-33": "Mediawijsheid hoort bij dat vak.",
            "S2-34": "Wie mediawijs is, vindt kritisch en bewust de weg",
            "S2-35": "| Mediabewustzijn | Ziet welke plek media hebben",
            "S2-36": "| Mediabegrip | Snapt wat een app of een bericht stuurt",
            "S2-37": "| Mediahouding | Heeft een eigen oordeel",
            "S2-38": "| Mediagedrag | Weet wat de gevolgen zijn",
            "S2-39": "biedt scholing aan die op deze vier aansluit. Er is al: basismodule 2 uur en verdieping",
        }
        core = {key for key, status in SOURCE.items() if key.startswith("S2-") and status != "context"}
        assert set(shown) == core
        for key, words in shown.items():
            assert words in lines, key

    def it_adds_up_what_is_known(self) -> None:
        assert "Samen is dat 20.800 euro in het eerste jaar, en 16.300 euro in elk jaar daarna." in said("volledig")
        assert "Verdeeld over 9 maanden is 160 uur ongeveer 4 uur per week." in said("volledig")

    def it_tells_the_board_what_it_takes(self) -> None:
        takes = "160 uur, een doorlooptijd van 9 maanden en 20.800 euro in het eerste jaar"
        assert f"Dit vraagt {takes}." in said("volledig").split("# Voorwaarde 1")[0]
        assert f"| Wat het vraagt | {takes} |" in said("volledig")

    def it_differs_from_another_in_a_third_of_its_sentences(self) -> None:
        here = taal.sentences(in_lines(said("volledig")))
        for case in ("gemeente-alles", "minimaal-een_sleutel", "jeugdhulp_be-alles"):
            there = set(taal.sentences(in_lines(said(case))))
            assert sum(sentence not in there for sentence in here) >= 0.3 * len(here)


class DescribeTheSevenStates:
    def it_is_unknown_where_nothing_is_said(self, tmp_path: Path) -> None:
        text = filled(tmp_path, "{}")
        assert {row[1] for row in rows(text, "# In het kort")[1:]} == {"Nog onbekend"}
        assert "De stand van alle zeven is dezelfde: nog onbekend." in text

    def it_takes_an_empty_list_for_a_no(self, tmp_path: Path) -> None:
        text = filled(tmp_path, "{draagvlak: {kiezers: [], doelen: []}}")
        assert rows(text, "# In het kort")[1][1] == "Nog niet op orde"
        assert "| Wie de keuze maakt | Nee | Spreek af wie over onlinehulp beslist. |" in text

    def it_takes_a_no_for_an_answer_where_there_is_a_choice(self, tmp_path: Path) -> None:
        at_work = "{werkplek: {rustig: ja, thuis: nee, buiten_kantooruren: nee, afspraken: van 9 tot 17 uur}}"
        text = filled(tmp_path, at_work)
        assert rows(text, "# In het kort")[6][1] == "Op orde"
        assert "| Werken na kantoortijd | Nee | Zet bij het aanbod wanneer er antwoord komt" in text

    def it_puts_first_what_the_start_waits_for(self) -> None:
        parts = onlinehulp_stand.needed({"werkplek": base("volledig")["onlinehulp"]["werkplek"]})
        assert parts == (("werkplek", ("regels over plaats en tijd",)),)

    def it_says_so_when_everything_is_there(self, tmp_path: Path) -> None:
        whole = (DATA / "volledig.yaml").read_text(encoding="utf-8")
        section = whole.split("\nonlinehulp:")[1].split("\nvacatures:")[0]
        ready = section.replace("deels", "ja").replace(": nee", ": ja").replace("INVULLEN", "[begeleider]", 1)
        ready = ready.replace("INVULLEN", "van 9 tot 21 uur")
        text = fill_source("onlinehulp", typed(tmp_path, whole.replace(section, ready)))
        assert "De stand van alle zeven is dezelfde: op orde." in text
        assert "> Alles wat voor de start nodig is, is er. Het besluit kan vallen." in text
        assert "Alle vijf typen zijn er." in text
        assert "De persoonlijk begeleider heeft meer dan één rol: onlinehulpverlener en pionier en inspirator." in text
        assert "Voor de start is nog nodig" not in text

    def it_names_one_person_who_does_everything(self, tmp_path: Path) -> None:
        kinds = ("ict_deskundige", "onlinehulpverlener", "pionier_inspirator", "organisator", "behartiger")
        team = ", ".join(f"{kind}: [ans]" for kind in kinds)
        more = "organisatie: {naam: Ans, land: NL}\npersonen: {ans: {functie: zelfstandig begeleider}}\n"
        text = filled(tmp_path, f"{{team: {{{team}}}}}", more)
        assert "Alles ligt nu bij één persoon: de zelfstandig begeleider." in text
        assert rows(text, "# In het kort")[2][3] == "Zelfstandig begeleider"


class DescribeMoneyAndTime:
    def it_counts_only_what_is_known_and_names_the_rest(self, tmp_path: Path) -> None:
        text = filled(tmp_path, "{kosten: {tool_opstart: 500, werking: 250}}")
        assert "Bekend is nu 750 euro voor het eerste jaar. Nog niet bekend: onderhoud van de tool en mensen." in text
        assert "| Mensen (per jaar) | Uren van wie de hulp geeft en van wie alles regelt | Nog niet bekend |" in text

    def it_takes_zero_for_an_amount(self, tmp_path: Path) -> None:
        text = filled(tmp_path, "{kosten: {tool_opstart: 0, tool_onderhoud: 10, personeel: 0, werking: 0}}")
        assert "Samen is dat 10 euro per jaar." in text
        assert "| Opstart van de tool (eenmalig) | Inrichten, testen en uitleg geven | 0 euro |" in text

    def it_says_what_clients_pay_only_where_that_is_decided(self, tmp_path: Path) -> None:
        assert "Of cliënten iets betalen, is nog niet besloten." in filled(tmp_path, "{}")
        paid = filled(tmp_path, "{kosten: {regeling_hulpvragers: 5 euro per maand}}")
        assert "Voor betaling door cliënten geldt: 5 euro per maand." in paid

    @pytest.mark.parametrize(
        ("hours", "period", "expected"),
        [
            ("104", "een jaar", "2 uur per week"),
            ("80", "20 weken", "4 uur per week"),
            ("80", "een half jaar", ""),
            ("3", "9 maanden", ""),
        ],
    )
    def it_spreads_the_hours_where_the_period_is_clear(
        self, tmp_path: Path, hours: str, period: str, expected: str
    ) -> None:
        text = filled(tmp_path, f"{{tijd: {{werkuren: {hours}, doorlooptijd: {period}}}}}")
        assert (f"ongeveer {expected}" in text) if expected else "per week" not in text


class DescribePromises:
    @pytest.mark.parametrize("sector", list(catalogue.load("onlinehulp")["sector"]))
    def it_promises_no_help_outside_office_hours_that_nobody_gives(self, tmp_path: Path, sector: str) -> None:
        more = f"organisatie: {{naam: De Kade, land: NL, sector: {sector}}}\n" if sector else "organisatie: {naam: A}\n"
        text = filled(tmp_path, "{werkplek: {buiten_kantooruren: nee}}", more)
        assert " binnen kantooruren " in text.splitlines()[1]
        assert "Hier is gekozen voor werken binnen kantooruren." in text
        other = filled(tmp_path, "{werkplek: {buiten_kantooruren: ja}}", more)
        assert "binnen kantooruren" not in other
        for line in (text.splitlines()[1], other.splitlines()[1]):
            assert re.search(r"\bkunnen\b|\bkan die\b", line)
            assert "Spreek af dat wie " in line

    def it_names_the_hours_that_may_be_in_the_money(self, tmp_path: Path) -> None:
        text = filled(tmp_path, "{tijd: {werkuren: 160}, kosten: {personeel: 12000}}")
        assert "Of de 160 uur in de 12.000 euro voor mensen zit, is nog na te gaan." in text
        assert "nog na te gaan" not in filled(tmp_path, "{tijd: {werkuren: 160}}")

    def it_has_one_name_for_who_guards_privacy(self) -> None:
        assert "privacy officer" not in said("volledig").lower()
        assert "een jurist of de functionaris voor gegevensbescherming" in said("volledig")

    def it_offers_no_training_that_the_profile_does_not_have(self, tmp_path: Path) -> None:
        text = filled(tmp_path, "{}")
        assert "Welke scholing er al is, zoeken we nog uit." in text
        assert "werktijd" not in text
        hours = "organisatie: {naam: A, land: BE}\nscholing: {uren_per_jaar: 4, in_werktijd: nee}\n"
        assert "Medewerkers hebben hiervoor 4 uur per jaar." in filled(tmp_path, "{}", hours)

    def it_gives_nothing_without_the_section(self) -> None:
        assert base("minimaal")["onlinehulp"] == {}
