from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from policygen.context.rollen import is_external
from policygen.context.taken import breakable
from policygen.openplace import Open
from tests.context.bodies import (
    ALL,
    base,
    body,
    fill_source,
    headings,
    in_lines,
    profile,
    rows,
    typed,
    without_open_places,
)
from tests.support import taal

if TYPE_CHECKING:
    from pathlib import Path

REQUIRED = ("bestuur", "expert", "ict", "communicatie")


def task(name: str, task_id: str) -> dict[str, Any]:
    """A row of the table role x task, with its cells by column."""
    table = base(name)["taken"]
    row: dict[str, Any] = next(row for row in table["rijen"] if row["id"] == task_id)
    ids = (column["id"] for column in table["kolommen"])
    return row | {"per_rol": dict(zip(ids, row["cellen"], strict=True))}


def card(role: dict[str, Any]) -> str:
    """The words of a role card as they are printed."""
    table = [f"{line['kop']} {line['tekst']}." for line in role["regels"]]
    return without_open_places("\n".join(map(str, (role["naam"], role["wie"], role["doel"], *role["taken"], *table))))


@pytest.mark.parametrize("name", ALL)
class DescribeRolverdeling:
    def it_has_one_finally_responsible_role_per_task_and_never_the_digicoach(self, name: str) -> None:
        columns = [column["id"] for column in base(name)["taken"]["kolommen"]]
        for row in base(name)["taken"]["rijen"]:
            final = [column for column, cell in zip(columns, row["cellen"], strict=True) if "E" in cell]
            assert final == [row["eind"]]
            assert final != ["digicoach"]

    def it_names_the_finally_responsible_function(self, name: str) -> None:
        eind = base(name)["eind"]
        assert eind["id"] != "digicoach"
        box = next(line for line in body(name, "rolverdeling").splitlines() if line.startswith("> "))
        assert f"{eind['functie']}" in box
        assert "eindverantwoordelijk" in box

    def it_has_no_empty_row_or_column(self, name: str) -> None:
        table = base(name)["taken"]
        for row in table["rijen"]:
            assert any("D" in cell for cell in row["cellen"])
        for cells in zip(*(row["cellen"] for row in table["rijen"]), strict=True):
            assert any(cells)
        assert {len(row["cellen"]) for row in table["rijen"]} == {len(table["kolommen"])}

    def it_gives_clients_and_relatives_something_to_do(self, name: str) -> None:
        columns = [column["id"] for column in base(name)["taken"]["kolommen"]]
        groups = [group for group in ("client", "verwant") if base(name)["termen"][group]]
        assert [group for group in groups if group not in columns] == []
        for group in groups:
            assert any("D" in row["cellen"][columns.index(group)] for row in base(name)["taken"]["rijen"])

    def it_puts_the_table_alone_on_a_landscape_page_with_its_legend(self, name: str) -> None:
        wide = body(name, "rolverdeling").split("=== liggend ===")[1].split("=== staand ===")[0]
        assert "E = eindverantwoordelijk, D = doet, A = adviseert of denkt mee, I = krijgt informatie" in wide
        assert len(rows(wide, "# Wie doet wat")) == len(base(name)["taken"]["rijen"]) + 1
        # Eighteen rows, half of them of two lines, is what fits on one page of A4 in the widest of the usual fonts.
        assert len(base(name)["taken"]["rijen"]) <= 18

    def it_gives_each_required_role_deputy_hours_and_authority_or_a_marked_gap(self, name: str) -> None:
        for role in base(name)["rollen"]:
            if role["id"] in REQUIRED:
                assert role["mag"]
                # Of a supplier the contract tells, and that is not in the profile.
                told = not is_external(profile(name), role["id"])
                assert bool(role["uren"]) is bool(role["vervanger"]) is told

    def it_keeps_a_card_within_90_words(self, name: str) -> None:
        for role in base(name)["rollen"]:
            assert len(taal.words(card(role))) <= 90, role["id"]

    def it_tells_on_a_card_what_the_role_does_not_do_whom_to_ask_and_what_comes_first(self, name: str) -> None:
        for role in base(name)["rollen"]:
            heads = [line["kop"] for line in role["regels"]]
            whom = "Zelf hulp nodig" if role["id"] in {"leidinggevende", "medewerker"} else "Contact"
            whom = "Tot de start" if role["status"] == "gepland" else whom
            agreed = [head for head, key in (("Tijd", "uren"), ("Vervanger", "vervanger")) if role[key]]
            assert heads[:-1] == [*agreed, "Mag zelf", whom, "Grens"]
            held = role["status"] in {"ingevuld", "voorstel"} and base(name)["document"]["concept"]
            assert heads[-1] == ("Eerste maand" if held else "Eerste stap")
            assert all(line["tekst"] for line in role["regels"])
            assert re.search(r"\b(?:niet|geen)\b", str(role["niet"]))
            for task in (*role["taken"], role["maand"]):
                assert re.match(r"(?:[A-Z]\w*t|Is|Gaat) ", str(task)), task  # a verb comes first

    def it_keeps_the_account_register_with_two_functions(self, name: str) -> None:
        text = body(name, "rolverdeling")
        for account in base(name)["accounts"]:
            assert account["kanaal"]
            assert account["eerste"]
            assert account["tweede"] or not base(name)["document"]["concept"]  # a decided paper proposes nobody
            assert account["eerste"] != account["tweede"]
        assert not base(name)["accounts"] or re.search("minstens twee mensen toegang|een tweede collega toegang", text)
        assert "Inloggen gaat altijd in twee stappen." in text
        assert "uiterlijk op de laatste werkdag geen toegang meer" in text

    def it_has_a_rhythm_with_a_fixed_agenda_point_and_a_chair(self, name: str) -> None:
        text = body(name, "rolverdeling")
        assert re.search(r"vast punt op de agenda .* (?:Voorzitter is \S|wordt voorzitter)", text)
        moments = base(name)["pdca"]["momenten"]
        assert not moments or len(rows(text, "# Vaste momenten")) == len(moments) + 1

    def it_shows_every_role_and_every_ict_contact_of_the_profile(self, name: str) -> None:
        text = body(name, "rolverdeling")
        left_out = {str(role["rol"]) for role in base(name)["niet_nodig"]}
        shown = {role["id"] for role in base(name)["rollen"]}
        assert {role for role in REQUIRED if role not in shown} <= {"expert", "ict"} | left_out
        helping = text.split("# Hulp bij techniek\n")[1].split("\n# ")[0]
        assert helping.count("\n| ") == len(base(name)["ict_contacten"]) + bool(base(name)["ict_contacten"])
        assert base(name)["ict_contacten"] or "Dan helpt [Nog in te vullen: " in helping
        for role in base(name)["niet_nodig"]:
            assert f"De rol {role['rol']} is hier niet nodig: {role['reden']}." in text
        for role in base(name)["open_rollen"]:
            assert role["rol"] in text.split("# Rollen die nog niet zijn ingevuld")[1]

    def it_has_no_heading_without_text_and_no_empty_cell(self, name: str) -> None:
        lines = body(name, "rolverdeling").splitlines()
        assert len(headings("\n".join(lines))) == len(set(headings("\n".join(lines))))
        for place, line in enumerate(lines[:-1]):
            if line.startswith("# "):
                assert not lines[place + 1].startswith(("#", "|", "tabel:", "==="))
        wide, rest = "\n".join(lines).split("=== staand ===")
        assert not re.search(r"\| *\|", rest)
        assert wide


class DescribeRolverdelingOfVeldermaat:
    def it_calls_the_digicoach_by_its_own_name_only(self) -> None:
        text = body("volledig", "rolverdeling")
        assert "## Digimaatje" in text
        assert "digicoach" not in text.lower()

    def it_adds_the_tasks_of_the_profile_to_table_and_card(self) -> None:
        task = "Houdt bij welke instellingen per toestel mogelijk zijn"
        assert rows(body("volledig", "rolverdeling"), "# Wie doet wat")[-1][0] == task
        ict = next(role for role in base("volledig")["rollen"] if role["id"] == "ict")
        assert f"{task}." in ict["taken"]

    def it_shows_what_the_board_does_and_what_the_expert_learns(self) -> None:
        text = body("volledig", "rolverdeling")
        assert "Geeft het voorbeeld: opent de kick-off en bespreekt het thema elk jaar op locatiebezoek." in text
        assert "Leert bij in werktijd: opleiding mediacoach." in text

    def it_promises_time_to_learn_only_where_the_profile_does(self, tmp_path: Path) -> None:
        role = "rollen: {expert: {status: ingevuld, bijscholing: cursus}}\n"
        text = fill_source("rolverdeling", typed(tmp_path, f"organisatie: {{naam: X, land: NL}}\n{role}"))
        assert "Leert bij: cursus." in text
        assert "in werktijd" not in text

    def it_shares_the_hours_and_the_questions_of_a_role_with_two_persons(self) -> None:
        lines = next(role["regels"] for role in base("volledig")["rollen"] if role["id"] == "expert")
        told = {line["kop"]: str(line["tekst"]) for line in lines}
        assert told["Tijd"] == "Samen 4 uur per week"
        assert told["Vervanger"] == "De gedragsdeskundige neemt bij afwezigheid de vragen over"

    def it_leaves_decisions_with_the_board(self) -> None:
        board = {line["kop"]: str(line["tekst"]) for line in base("lange_naam")["rollen"][0]["regels"]}
        assert board["Vervanger"] == ("Kwaliteitscoördinator, maar niet bij besluiten")
        assert "Vertelt wat is besloten" in board["Eerste stap"]
        assert "eerstvolgende agenda" not in body("jeugdhulp_be", "rolverdeling")

    def it_lets_the_guard_of_the_rhythm_be_the_same_on_the_card_and_in_the_table(self, tmp_path: Path) -> None:
        people = "personen: {a: {functie: adviseur}, k: {functie: kwaliteitscoördinator}}\n"
        roles = "rollen: {expert: {status: ingevuld, personen: [a], uren_per_week: 2, vervanger: k}}\n"
        own = f"organisatie: {{naam: X, land: BE}}\n{people}{roles}"
        told = "Bewaakt de vaste momenten in het jaar"
        assert told in fill_source("rolverdeling", typed(tmp_path, own))
        other = fill_source("rolverdeling", typed(tmp_path, f"{own}pdca: {{bewaker: k}}\n"))
        assert told not in other
        assert "| Stelt bij; de kwaliteitscoördinator bewaakt het ritme |" in other

    def it_says_that_a_director_acts_for_a_board(self, tmp_path: Path) -> None:
        who = "personen: {b: {functie: directeur}}\nrollen: {bestuur: {status: ingevuld, personen: [b]}}\n"
        text = fill_source("rolverdeling", typed(tmp_path, f"organisatie: {{naam: X, land: BE}}\n{who}"))
        assert "**Directeur, namens het bestuursorgaan.**" in text

    def it_tells_who_was_asked_and_not_that_they_agreed(self) -> None:
        asked = "om instemming gevraagd op 13 oktober 2026; uitkomst nog niet vastgelegd"
        assert asked in body("volledig", "rolverdeling")
        assert "geraadpleegd op 10 juni 2026 (advies)" in body("jeugdhulp_be", "rolverdeling")

    def it_lets_a_team_leader_put_it_on_the_agenda_as_the_card_says(self) -> None:
        assert "D" in task("volledig", "agenda")["per_rol"]["leidinggevende"]
        assert "Houdt bij wie scholing volgde." in body("volledig", "rolverdeling")

    def it_has_no_team_leaders_in_a_practice_of_three(self, tmp_path: Path) -> None:
        made = typed(tmp_path, "organisatie: {naam: X, land: NL, medewerkers: 3}\n")
        assert "leidinggevende" not in [role["id"] for role in made["rollen"]]
        assert "leidinggevende" not in [column["id"] for column in made["taken"]["kolommen"]]
        assert "Iedereen samen" in fill_source("rolverdeling", made)

    def it_names_people_in_the_annex_only(self) -> None:
        text, annex = body("volledig", "rolverdeling").split("# Bijlage: namen bij de functies")
        for person in profile("volledig").personen.values():  # type: ignore[union-attr]
            assert str(person.naam) in annex
            assert str(person.naam) not in text

    def it_uses_the_same_moments_as_the_vision(self) -> None:
        planned = [row[2] for row in rows(body("volledig", "rolverdeling"), "# Vaste momenten")[1:]]
        assert planned == [row[1] for row in rows(body("volledig", "visie"), "# Hoe we het doen")[1:]]

    def it_marks_the_contact_that_nobody_can_reach(self) -> None:
        place = base("volledig")["ict_contacten"][1]["bereikbaar"]
        assert isinstance(place, Open)
        assert (place.field, place.label) == (
            "ict_contacten.1.telefoon",
            "de telefoon of e-mail van de functioneel beheerder ICT",
        )


class DescribeRolverdelingElsewhere:
    def it_proposes_no_deputy_and_no_second_access_once_it_is_decided(self) -> None:
        text = body("jeugdhulp_be", "rolverdeling")
        assert "oorlopig" not in text
        assert "Volgens het contract" not in text
        assert "Tweede toegang" not in text
        assert "**Vervanger:** Voorlopig de directeur<br>" in body("zeepaardje", "rolverdeling")

    def it_asks_of_clients_only_what_they_can_do(self) -> None:
        cells = {row["id"]: task("zeepaardje", row["id"])["per_rol"] for row in base("zeepaardje")["taken"]["rijen"]}
        assert {
            row: (cell["client"], cell["verwant"]) for row, cell in cells.items() if row in ("inbreng", "melden")
        } == {
            "inbreng": ("", "A"),
            "melden": ("", "D"),
        }
        assert cells["gesprek"]["client"] == "D"
        assert task("volledig", "melden")["per_rol"]["client"] == "D"

    def it_speaks_about_the_group_that_the_organisation_is_there_for(self) -> None:
        assert "Helpt met kiezen, instellen en stoppen." in body("zeepaardje", "rolverdeling")
        assert "Helpt met kiezen, instellen en oefenen." in body("volledig", "rolverdeling")
        assert task("volledig", "gesprek")["taak"] == "Praat over het leven online"

    def it_tells_where_to_report(self) -> None:
        assert "Meldt wat misgaat bij de permanentie, 000 00 00 03, dag en nacht." in body(
            "jeugdhulp_be", "rolverdeling"
        )
        assert "Meldt wat misgaat bij het Meldpunt incidenten, 000 000 00 00, 24 uur per dag." in body(
            "volledig", "rolverdeling"
        )
        assert "Meldt wat misgaat." in body("minimaal", "rolverdeling")

    def it_sends_questions_for_a_planned_role_to_who_is_responsible_now(self) -> None:
        assert "**Tot de start:** Adviseur kwaliteit<br>" in body("volledig", "rolverdeling")

    def it_keeps_a_chat_of_a_team_within_the_team(self) -> None:
        second = {row["kanaal"]: row["tweede"] for row in base("volledig")["accounts"]}
        assert second == {
            "Facebook": "Adviseur kwaliteit",
            "Instagram": "Adviseur kwaliteit",
            "WhatsApp": "Een tweede collega uit het team",
        }

    def it_counts_the_contacts_and_what_they_are_for(self) -> None:
        assert base("volledig")["ict_zin"] == "Werkt iets niet, of is een toestel kwijt? Deze contacten helpen."
        assert base("jeugdhulp_be")["ict_zin"] == "Werkt iets niet? Dit contact helpt."

    def it_adds_up_the_hours_of_one_person_in_four_roles(self) -> None:
        assert base("zeepaardje")["combinaties"] == (
            {
                "functie": "Directeur",
                "rollen": "Directeur, inhoudelijk expert, ICT en communicatie",
                "uren": "3 uur per week. Voor communicatie zijn nog geen uren afgesproken.",
            },
        )

    def it_names_people_everywhere_when_asked(self) -> None:
        text = body("jeugdhulp_be", "rolverdeling")
        assert "is de pedagogisch coördinator (Bram De Smedt) eindverantwoordelijk." in text
        assert "bram@waterkant.example" in text
        assert "# Bijlage: namen bij de functies" not in text

    def it_names_nobody_by_default(self) -> None:
        text = body("zeepaardje", "rolverdeling")
        assert "Ans Bakker" not in text
        assert "ans@" not in text

    def it_leaves_relatives_out_where_there_are_none(self) -> None:
        assert not re.search(r"verwant|naaste|familie", body("geen_verwant", "rolverdeling"))

    def it_lets_another_role_be_finally_responsible(self) -> None:
        assert base("geen_verwant")["eind"]["id"] == "communicatie"
        assert {row["eind"] for row in base("geen_verwant")["taken"]["rijen"]} == {
            "bestuur",
            "communicatie",
            "leidinggevende",
        }

    def it_proposes_roles_with_few_gaps_when_the_profile_has_none(self) -> None:
        gaps = set(re.findall(r"\[Nog in te vullen: ([^\]]*)\]", body("minimaal", "rolverdeling")))
        assert gaps == {
            "wie inhoudelijk expert wordt",
            "het aantal uren per week voor de inhoudelijk expert",
            "wie de inhoudelijk expert bij afwezigheid vervangt",
            "wie helpt bij vragen en storingen",
            "onze kanalen, met wie ze beheert",
        }

    def it_says_what_to_do_about_an_open_role(self) -> None:
        table = rows(body("gemeente", "rolverdeling"), "# Rollen die nog niet zijn ingevuld")[1:]
        assert table[0] == [
            "Kwartiermaker sociale media (gepland)",
            "Wijs een functie aan en kies een begindatum.",
            "Programmamanager sociaal domein",
        ]
        assert [row[0] for row in table[1:]] == ["ICT (open)", "Digicoach (nog te kiezen)", "Communicatie (open)"]

    @pytest.mark.parametrize("name", ALL)
    def it_lets_clients_talk_and_relatives_advise(self, name: str) -> None:
        cells = task(name, "gesprek")["per_rol"]
        assert (cells["client"], cells.get("verwant", "A")) == ("D", "A")
        assert "E" in task(name, "inbreng")["per_rol"][base(name)["eind"]["id"]]

    def it_gives_no_advice_to_who_is_only_told_or_has_no_meeting(self) -> None:
        for task_id in ("agenda", "besluit", "ritme"):
            assert task("geen_verwant", task_id)["per_rol"]["client"] == "I"
            assert task("volledig", task_id)["per_rol"]["client"] == "A"
            assert task("zeepaardje", task_id)["per_rol"]["client"] == ""

    def it_leaves_a_task_of_a_role_with_that_role(self) -> None:
        own = [row for row in base("jeugdhulp_be")["taken"]["rijen"] if not row["id"]]
        assert [(row["eind"], row["doet"]) for row in own] == [
            ("expert", ("ict",)),
            ("communicatie", ("communicatie",)),
        ]

    def it_never_leaves_a_task_with_the_digicoach_alone(self, tmp_path: Path) -> None:
        made = typed(
            tmp_path,
            "organisatie: {naam: X, land: NL}\npersonen: {a: {functie: begeleider}}\n"
            "rollen: {digicoach: {personen: [a], taken: [houdt een spreekuur]}}\n",
        )
        row = made["taken"]["rijen"][-1]
        assert (row["eind"], row["doet"]) == ("expert", ("digicoach",))

    def it_lets_who_manages_an_account_do_that(self) -> None:
        assert task("volledig", "accounts")["per_rol"]["leidinggevende"] == "D"
        assert task("lange_naam", "accounts")["per_rol"]["leidinggevende"] == "I"

    def it_lets_a_long_heading_break(self) -> None:
        heads = [str(column["kop"]) for column in base("jeugdhulp_be")["taken"]["kolommen"]]
        assert "Team\u00adverant\u00adwoorde\u00adlijken" in heads
        assert "Ouders" in heads

    def it_lets_a_long_function_break_beside_a_comma(self) -> None:
        told = breakable("Communicatieadviseur, specialist ouderengeneeskunde (Familieportaal)")
        assert told == ("Communicatie\u00adadviseur, specialist ouderen\u00adgenees\u00adkunde (Familie\u00adportaal)")

    def it_says_of_a_duty_that_is_not_shared_what_the_vision_says(self) -> None:
        assert "Iedereen heeft hierin een rol" in body("volledig", "rolverdeling")
        assert "Iedereen heeft hierin een rol" not in body("ggz-be", "rolverdeling")
        assert str(base("ggz-be")["visie"]["samen"]) in body("ggz-be", "rolverdeling")

    def it_lets_ict_help_the_teams_with_or_without_a_digicoach(self) -> None:
        assert task("jeugdhulp_be", "werkvloer")["doet"] == ("ict",)
        assert task("lange_naam", "werkvloer")["doet"] == ("ict", "digicoach")
        assert [task(name, "werkvloer")["eind"] for name in ("jeugdhulp_be", "lange_naam")] == ["expert", "ict"]

    def it_keeps_technique_away_from_communication_where_there_is_no_ict(self) -> None:
        assert task("geen_verwant", "techniek")["eind"] == "bestuur"
        assert task("geen_verwant", "werkvloer")["eind"] == "leidinggevende"
        for name in ("techniek", "werkvloer"):
            assert "communicatie" not in task("geen_verwant", name)["doet"]

    def it_shows_every_role_of_a_proposal_as_still_to_be_chosen(self) -> None:
        table = rows(body("minimaal", "rolverdeling"), "# Rollen die nog niet zijn ingevuld")[1:]
        assert [row[0] for row in table] == [
            "Bestuur (voorstel)", "Inhoudelijk expert (voorstel)", "ICT (voorstel)", "Digicoach (nog te kiezen)",
            "Communicatie (voorstel)",
        ]  # fmt: skip
        assert {len(row) for row in table} == {2}  # nobody agreed to do it until then
        assert "**Nog te kiezen, bijvoorbeeld een communicatieadviseur.**" in body("minimaal", "rolverdeling")

    def it_never_leaves_work_with_a_role_that_nobody_holds(self) -> None:
        table = rows(body("gemeente", "rolverdeling"), "# Rollen die nog niet zijn ingevuld")[1:]
        assert {row[2] for row in table} == {"Programmamanager sociaal domein"}
        assert "Voorzitter is de programmamanager sociaal domein" in body("gemeente", "rolverdeling")

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("zeepaardje", ("De directeur is eindverantwoordelijk, ook voor dit onderwerp.",)),
            (
                "volledig",
                (
                    "De raad van bestuur is verantwoordelijk voor het geheel.",
                    "Voor de uitvoering is de adviseur kwaliteit eindverantwoordelijk.",
                ),
            ),
            (
                "gemeente",
                (
                    "Het college van B en W is verantwoordelijk voor het geheel.",
                    "Voor de uitvoering wordt de kwartiermaker sociale media eindverantwoordelijk.",
                    "Tot die rol is ingevuld, neemt de programmamanager sociaal domein dat werk waar.",
                ),
            ),
            (
                "minimaal",
                (
                    "Het bestuur is verantwoordelijk voor het geheel.",
                    "Voor de uitvoering wordt [Nog in te vullen: wie inhoudelijk expert wordt] eindverantwoordelijk.",
                ),
            ),
        ],
    )
    def it_says_who_is_finally_responsible_as_a_board_can_sign_it(self, name: str, said: tuple[str, ...]) -> None:
        assert str(base(name)["eind"]["zin"]) == " ".join(said)
        for document_id in ("visie", "rolverdeling"):
            assert " ".join(said) in body(name, document_id)

    def it_sends_questions_to_the_board_when_the_board_itself_does_it(self, tmp_path: Path) -> None:
        made = typed(
            tmp_path,
            "organisatie: {naam: X, land: NL}\npersonen: {v: {functie: voorzitter}}\n"
            "rollen: {bestuur: {personen: [v], eindverantwoordelijk: ja}}\n",
        )
        assert made["eind"]["zin"] == (
            "Het bestuur is eindverantwoordelijk, ook voor dit onderwerp. "
            "Wie daarover wil praten, gaat naar de voorzitter."
        )

    def it_names_no_account_and_no_second_person_that_nobody_typed(self, tmp_path: Path) -> None:
        for name in ("geen_verwant", "gemeente", "minimaal"):
            assert base(name)["accounts"] == ()
            assert "[Nog in te vullen: onze kanalen, met wie ze beheert]" in body(name, "rolverdeling")
        assert "Nu staan er nog geen accounts op de lijst." in body("lange_naam", "rolverdeling")
        none = typed(tmp_path, "organisatie: {naam: X, land: NL}\nkanalen: []\n")
        assert str(none["accounts_zin"]).startswith("We hebben nu geen eigen accounts.")

    def it_calls_the_second_function_a_proposal_while_it_is_a_draft(self) -> None:
        assert "De tweede is een voorstel." in body("volledig", "rolverdeling")
        assert "voorstel" not in body("jeugdhulp_be", "rolverdeling").split("# Accounts en toegang")[1]

    def it_asks_for_a_council_in_the_words_of_the_organisation(self) -> None:
        place = base("sociaal_werk_be")["inspraak"]["clienten"]["vorm"]
        assert isinstance(place, Open)
        assert (place.field, place.label) == ("inspraak.clienten.vorm", "het overleg met hulpvragers")

    def it_lets_a_supplier_be_ict(self) -> None:
        ict = next(role for role in base("jeugdhulp_be")["rollen"] if role["id"] == "ict")
        assert (ict["functies"], ict["vervanger"], ict["uren"]) == ("Netwerk & Zn", "", "")

    def it_makes_no_supplier_finally_responsible(self) -> None:
        rows = base("jeugdhulp_be")["taken"]["rijen"]
        assert "ict" not in {row["eind"] for row in rows}
        assert [row["eind"] for row in rows if row["doet"] == ("ict",)] == ["expert"] * 3

    @pytest.mark.parametrize("land", ["NL", "BE"])
    def it_survives_an_organisation_where_no_idea_has_a_name(self, tmp_path: Path, land: str) -> None:
        ideas = ("client", "verwant", "medewerker", "leidinggevende", "bestuur", "scholing", "thema", "clientplan")
        terms = ", ".join(f"{idea}: geen" for idea in ideas)
        made = typed(
            tmp_path,
            f"organisatie: {{naam: De Kade, land: {land}}}\ntaal: {{termen: {{{terms}}}}}\n"
            "ict_contacten: []\nkanalen: []\n"
            "scholing: {status: voldoende, uren_per_jaar: 4}\n",
        )
        for document_id in ("visie", "rolverdeling"):
            text = in_lines(fill_source(document_id, made))
            assert not taal.leftovers(text)
            assert not taal.woorden_van_ander_land(text, land)
        assert "Aparte contacten voor techniek zijn er niet." in fill_source("rolverdeling", made)

    def it_survives_a_profile_that_answers_everything_with_invullen(self, tmp_path: Path) -> None:
        made = typed(
            tmp_path,
            "organisatie: {naam: De Kade, land: NL, sector: INVULLEN, medewerkers: INVULLEN, locaties: INVULLEN}\n"
            "personen: {a: {naam: INVULLEN, functie: INVULLEN, email: INVULLEN}}\n"
            "rollen:\n"
            "  bestuur: {status: INVULLEN, personen: INVULLEN, voorbeeldgedrag: INVULLEN}\n"
            "  expert: {personen: [a], uren_per_week: INVULLEN, vervanger: INVULLEN, taken: INVULLEN}\n"
            "  ict: {status: ingevuld, personen: INVULLEN}\n"
            "  digicoach: {status: INVULLEN, eigen_naam: INVULLEN}\n"
            "ict_contacten: INVULLEN\n"
            "inspraak: {clienten: {vorm: INVULLEN, per_jaar: INVULLEN, bevoegdheid: INVULLEN}}\n"
            "pdca: {cyclus: INVULLEN, ritme: INVULLEN, bewaker: INVULLEN, momenten: INVULLEN}\n"
            "motieven: {besluit: INVULLEN, voor: INVULLEN, tegen: INVULLEN, beslist_door: INVULLEN, datum: INVULLEN}\n"
            "kanalen: INVULLEN\n",
        )
        for document_id in ("visie", "rolverdeling"):
            assert not taal.leftovers(in_lines(fill_source(document_id, made)))


class DescribeWhatASupplierHears:
    def it_keeps_a_supplier_out_of_what_happened_to_a_client(self, tmp_path: Path) -> None:
        for external, cells in (("ja", {"melden": "", "opvang": ""}), ("nee", {"melden": "I", "opvang": "A"})):
            text = (
                f"organisatie: {{naam: De Kade, land: NL}}\nrollen: {{ict: {{status: ingevuld, extern: {external}}}}}\n"
            )
            made = typed(tmp_path, text)["taken"]
            place = [column["id"] for column in made["kolommen"]].index("ict")
            assert {row["id"]: row["cellen"][place] for row in made["rijen"] if row["id"] in cells} == cells

    def it_gives_the_adjusting_to_who_has_the_moments_for_it(self) -> None:
        made = base("volledig")["taken"]
        place = [column["id"] for column in made["kolommen"]].index("bestuur")
        assert next(row["cellen"][place] for row in made["rijen"] if row["id"] == "ritme") == "D"


def it_asks_no_hours_for_a_role_that_has_them(tmp_path: Path) -> None:
    one = "organisatie: {naam: Proef, land: NL}\nrollen: {communicatie: {status: open%s}}\n"
    for hours, step in (
        ("", "Wijs een functie aan en spreek uren af."),
        (", uren_per_week: 6", "Wijs een functie aan en kies een begindatum."),
    ):
        rows = typed(tmp_path, one % hours)["open_rollen"]
        assert [row["actie"] for row in rows if row["rol"] == "Communicatie"] == [step]
