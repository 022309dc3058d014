from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from policygen import catalogue, context
from policygen.colours import contrast
from policygen.context.huisstijl import readable
from policygen.openplace import Open, Pieces
from tests.context.bodies import ALL, TODAY, base, profile, typed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def leaves(value: object) -> Iterator[object]:
    if type(value) is dict:
        assert all(type(key) is str for key in value)
        for part in value.values():
            yield from leaves(part)
    elif type(value) is tuple:
        for part in value:
            yield from leaves(part)
    else:
        yield value


@pytest.mark.parametrize("name", ALL)
class DescribeBuild:
    def it_holds_plain_values_only(self, name: str) -> None:
        for leaf in leaves(context.for_document(base(name), "visie")):
            assert type(leaf) in {str, int, bool, Open, Pieces}, leaf

    def it_gives_every_open_place_a_field_a_label_and_someone_to_ask(self, name: str) -> None:
        for leaf in leaves(base(name)):
            for piece in leaf if isinstance(leaf, Pieces) else (leaf,):
                if isinstance(piece, Open):
                    assert piece.field
                    assert piece.label
                    assert piece.wie
                    assert not re.search(r"None|\{|\}", piece.label)

    def it_is_the_same_every_time(self, name: str) -> None:
        assert context.build(profile(name), today=TODAY) == base(name)

    def it_has_the_same_names_for_every_profile(self, name: str) -> None:
        here, there = base(name), base("volledig")
        assert set(here) == set(there)
        for section in (
            "organisatie",
            "document",
            "huisstijl",
            "visie",
            "pdca",
            "motieven",
            "inspraak",
            "eind",
            "taken",
            "borging",
            "afweging",
            "beleid",
            "juridisch",
            "incidenten",
            "kanalen",
            "scholing",
            "mediabegeleiding",
        ):
            assert set(here[section]) == set(there[section])

    def it_leaves_the_base_alone_when_it_makes_a_document(self, name: str) -> None:
        before = dict(base(name)["document"])
        made = context.for_document(base(name), "rolverdeling")
        assert base(name)["document"] == before
        assert made["document"]["titel"].startswith("Rolverdeling ")

    def it_makes_a_safe_file_name(self, name: str) -> None:
        for document_id in ("visie", "rolverdeling", "vacature"):
            stem = context.for_document(base(name), document_id)["document"]["bestandsnaam"]
            assert re.fullmatch(r"[a-z0-9-]+_[a-z]+_v[0-9.]+_(?:concept|ter_besluit|definitief)", stem)
            assert len(stem) <= 94


class DescribeOrganisatie:
    @pytest.mark.parametrize(
        ("given", "bij"),
        [
            ("naam: Veldermaat", "bij Veldermaat"),
            ("naam: Linde, lidwoord: de", "bij de Linde"),
            ("naam: CAW, lidwoord: het", "bij het CAW"),
        ],
    )
    def it_puts_the_article_after_bij(self, tmp_path: Path, given: str, bij: str) -> None:
        made = typed(tmp_path, f"organisatie: {{{given}, land: NL}}\n")
        assert made["organisatie"]["bij"] == bij
        assert made["organisatie"]["van"] == bij.replace("bij", "van", 1)

    @pytest.mark.parametrize(
        ("naam", "code"),
        [('"\'t Zeepaardje"', "t-zeepaardje"), ("Łódź Ĳs", "lodz-ijs"), ("مرحبا", "organisatie"), ("a" * 80, "a" * 40)],
    )
    def it_makes_a_code_of_the_name(self, tmp_path: Path, naam: str, code: str) -> None:
        assert typed(tmp_path, f"organisatie: {{naam: {naam}, land: NL}}\n")["organisatie"]["code"] == code


class DescribeTermen:
    @pytest.mark.parametrize(
        ("enkelvoud", "expected"),
        [
            ("kind", ("het kind", "kinderen", "elk kind")),
            ("bewoner", ("de bewoner", "bewoners", "elke bewoner")),
            ("studiegenoot, meervoud: studiegenoten", ("de studiegenoot", "studiegenoten", "elke studiegenoot")),
            ("logeetje, meervoud: logeetjes, lidwoord: het", ("het logeetje", "logeetjes", "elk logeetje")),
            ("wijkbezoeker", ("de wijkbezoeker", "wijkbezoekers", "elke wijkbezoeker")),
        ],
    )
    def it_gives_the_forms_of_a_word(self, tmp_path: Path, enkelvoud: str, expected: tuple[str, str, str]) -> None:
        text = f"organisatie: {{naam: X, land: NL}}\ntaal: {{termen: {{client: {{enkelvoud: {enkelvoud}}}}}}}\n"
        client = typed(tmp_path, text)["termen"]["client"]
        assert (client["de"], client["meervoud"], client["elke"]) == expected

    def it_asks_for_a_plural_that_dutch_does_not_tell(self, tmp_path: Path) -> None:
        text = "organisatie: {naam: X, land: NL}\ntaal: {termen: {client: {enkelvoud: pupil}}}\n"
        plural = typed(tmp_path, text)["termen"]["client"]["meervoud"]
        assert isinstance(plural, Open)
        assert plural.field == "taal.termen.client.meervoud"

    def it_leaves_an_idea_out_that_does_not_exist(self) -> None:
        assert base("geen_verwant")["termen"]["verwant"] == {}
        assert base("geen_verwant")["termen"]["clientplan"] == {}

    def it_follows_land_and_sector(self) -> None:
        assert base("lange_naam")["termen"]["client"]["enkelvoud"] == "bewoner"
        assert base("lange_naam")["termen"]["scholing"]["enkelvoud"] == "vorming"
        assert base("gemeente")["termen"]["client"]["enkelvoud"] == "inwoner"


class DescribeDocument:
    def it_says_that_a_concept_is_not_approved_yet(self) -> None:
        assert base("minimaal")["document"]["vastgesteld_op"] == "nog niet vastgesteld"
        assert base("lange_naam")["document"]["vastgesteld_op"] == "nog niet goedgekeurd"

    def it_says_who_decided_once_that_is_done(self) -> None:
        assert base("jeugdhulp_be")["document"]["vastgesteld_kop"] == "Goedgekeurd door"
        assert base("lange_naam")["document"]["vastgesteld_kop"] == "Goed te keuren door"
        for name in ("volledig", "minimaal"):
            assert base(name)["document"]["vastgesteld_kop"] == "Vast te stellen door"

    def it_asks_the_owner_and_not_a_function_that_may_not_exist(self) -> None:
        assert base("minimaal")["document"]["evaluatie_op"].wie == "de eigenaar van het document"

    def it_keeps_invullen_as_an_open_place(self) -> None:
        assert isinstance(base("volledig")["document"]["vastgesteld_op"], Open)

    def it_gives_the_owner_as_a_function_and_the_name_where_asked(self) -> None:
        assert base("volledig")["document"]["eigenaar"] == "adviseur kwaliteit"
        assert base("jeugdhulp_be")["document"]["eigenaar"] == "pedagogisch coördinator (Bram De Smedt)"

    def it_gives_examples_as_a_reader_would_write_them(self) -> None:
        assert base("minimaal")["document"]["evaluatie_op"].voorbeeld == "dag, maand en jaar"
        assert base("minimaal")["document"]["eigenaar"].voorbeeld.endswith("adviseur kwaliteit")

    def it_dates_a_profile_without_a_date(self) -> None:
        assert context.build(profile("minimaal"), today=date(2027, 1, 2))["document"]["datum"] == "2 januari 2027"

    def it_takes_the_title_from_the_terms(self) -> None:
        assert context.for_document(base("gemeente"), "visie")["document"]["titel"] == "Visie op sociale media"
        assert context.for_document(base("geen_verwant"), "visie")["document"]["lezers"] == "deelnemers en behandelaars"


class DescribeHuisstijl:
    @pytest.mark.parametrize("name", ALL)
    def it_is_readable(self, name: str) -> None:
        style = base(name)["huisstijl"]
        assert contrast(style["kleur"], style["op_kleur"]) >= 4.5
        assert contrast(style["kleur_licht"], "000000") >= 7
        assert contrast(style["kleur_tekst"], "FFFFFF") >= 4.5
        assert re.fullmatch(r"[0-9A-F]{6}", style["kleur_licht"])

    def it_darkens_yellow_for_text_and_puts_black_on_it(self) -> None:
        style = base("jeugdhulp_be")["huisstijl"]
        assert (style["kleur"], style["op_kleur"]) == ("F2B705", "000000")
        assert style["kleur_tekst"] != "F2B705"
        assert readable("1F5C4D") == "1F5C4D"

    def it_speaks_the_language_of_the_country(self) -> None:
        assert base("volledig")["huisstijl"]["taal"] == "nl-NL"
        assert base("lange_naam")["huisstijl"]["taal"] == "nl-BE"


class DescribePdca:
    def it_sorts_the_moments_by_month(self) -> None:
        assert [row["maand"] for row in base("volledig")["pdca"]["momenten"]] == [
            "januari", "maart", "september", "oktober", "november",
        ]  # fmt: skip

    def it_keeps_an_empty_list_empty(self) -> None:
        assert base("geen_verwant")["pdca"]["momenten"] == ()
        assert base("geen_verwant")["pdca"]["voorstel"] is False

    def it_proposes_four_moments_when_there_are_none_in_the_profile(self) -> None:
        assert base("minimaal")["pdca"]["voorstel"] is True
        assert len(base("minimaal")["pdca"]["momenten"]) == 4

    def it_puts_a_moment_without_a_month_last(self) -> None:
        moment = base("sociaal_werk_be")["pdca"]["momenten"][-1]
        assert isinstance(moment["maand"], Open)
        assert moment["maand"].label == "in welke maand ‘vragen tellen’ valt"

    @pytest.mark.parametrize(
        ("ritme", "momenten", "first", "after"),
        [
            ("", 0, "De vaste momenten in het jaar kiezen we nog.", ""),
            ("", 2, "Elk jaar kijken we hoe het gaat.", " De vaste momenten:"),
            ("elk kwartaal", 0, "Elk kwartaal kijken we hoe het gaat.", " De momenten kiezen we nog."),
            ("elk kwartaal", 4, "Elk kwartaal kijken we hoe het gaat.", " Daarnaast liggen deze momenten vast:"),
            ("elke maand", 12, "Elke maand kijken we hoe het gaat.", " De vaste momenten:"),
            ("twee keer per jaar", 2, "Twee keer per jaar kijken we hoe het gaat.", " De vaste momenten:"),
            ("twee keer per jaar", 3, "Twee keer per jaar kijken we", " Daarnaast liggen deze momenten vast:"),
            ("elk jaar", 1, "Elk jaar kijken we hoe het gaat.", " De vaste momenten:"),
            ("elk kwartaal", 2, "Elk kwartaal kijken we", " Deze momenten liggen vast; de andere kiezen we nog:"),
            ("drie keer per jaar", 1, "Drie keer per jaar", " Eén moment ligt vast; de andere kiezen we nog:"),
            ("Tweemaal per jaar", 1, "Tweemaal per jaar", " Eén moment ligt vast; het andere kiezen we nog:"),
            ("rond besluiten", 1, "Rond besluiten kijken we hoe het gaat.", " De vaste momenten:"),
        ],
    )
    def it_says_no_more_than_rhythm_and_moments_bear(
        self, tmp_path: Path, ritme: str, momenten: int, first: str, after: str
    ) -> None:
        rows = ", ".join(f"{{fase: do, maand: {place + 1}, wat: gesprek, wie: expert}}" for place in range(momenten))
        text = f"organisatie: {{naam: X, land: NL}}\npdca: {{ritme: {ritme}, momenten: [{rows}]}}\n"
        made = typed(tmp_path, text)["pdca"]
        assert made["inleiding"].startswith(first)
        assert made["inleiding"].endswith(f"hoe het gaat.{after}" if after else first)
        assert made["agenda"].endswith(after)

    def it_calls_a_calendar_that_nobody_typed_a_proposal(self, tmp_path: Path) -> None:
        assert base("minimaal")["pdca"]["inleiding"] == (
            "Voorstel: we kijken vier keer per jaar hoe het gaat. Dat kan in deze maanden:"
        )
        assert base("minimaal")["pdca"]["agenda"].startswith("Voorstel: ")
        made = typed(tmp_path, "organisatie: {naam: X, land: NL}\npdca: {ritme: elk half jaar}\n")["pdca"]
        assert made["inleiding"] == "Elk half jaar kijken we hoe het gaat. De maanden zijn een voorstel:"

    def it_names_the_quality_system_only_when_there_is_one(self) -> None:
        assert "kwaliteitszorg: ISO 9001 met interne audits." in base("volledig")["pdca"]["inleiding"]
        for name in ("minimaal", "gemeente", "zeepaardje"):
            assert "kwaliteitszorg" not in base(name)["pdca"]["inleiding"]


class DescribeInspraak:
    def it_follows_what_a_council_may_do(self) -> None:
        assert base("geen_verwant")["inspraak"]["inleiding"] == (
            "Deelnemers horen en vertellen zes keer per jaar via het deelnemersberaad wat er speelt."
        )
        assert base("volledig")["inspraak"]["inleiding"].startswith("Cliënten en verwanten praten mee ")

    def it_says_that_only_those_with_a_meeting_take_part(self) -> None:
        assert base("zeepaardje")["inspraak"]["inleiding"].startswith("Ouders praten mee ")
        assert base("zeepaardje")["inspraak"]["zonder"].startswith("Voor kinderen is er geen vast overleg.")
        assert base("gemeente")["inspraak"]["via"] == (
            "Inwoners praten mee via de adviesraad sociaal domein. "
            "Ook naasten horen mee te praten. Hoe dat gaat, spreken we met hen af."
        )
        assert base("minimaal")["inspraak"]["via"].startswith("Cliënten en verwanten horen mee te praten ")

    def it_writes_an_abbreviation_in_full(self) -> None:
        assert base("jeugdhulp_be")["inspraak"]["personeel"]["vorm_kop"] == (
            "Comité voor Preventie en Bescherming op het Werk (CPBW)"
        )


class DescribeTheCover:
    def it_asks_to_adopt_only_what_the_letter_asks_to_adopt(self) -> None:
        adopted = set(catalogue.load("leeswijzer")["stukken"])
        for name in ("volledig", "minimaal"):
            for document_id in catalogue.load("documenten"):
                told = context.for_document(base(name), document_id)["document"]
                assert bool(told["vastgesteld_op_kop"]) == (document_id in adopted)
                asks = document_id in {"leeswijzer", "motieven", "onlinehulp"}  # each with a decision of its own
                kind = "Vast" if document_id in adopted else "Ter besluit aan" if asks else "Ter kennisname"
                assert told["vastgesteld_kop"].startswith(kind), document_id
        done = {
            name: context.for_document(base("jeugdhulp_be"), name)["document"] for name in catalogue.load("documenten")
        }
        approved = {name for name, told in done.items() if told["vastgesteld_kop"] == "Goedgekeurd door"}
        assert approved == {*adopted, "motieven", "onlinehulp"}
        assert {done[name]["vastgesteld_kop"] for name in done.keys() - approved} == {"Ter kennisgeving aan"}
