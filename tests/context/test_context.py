from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from policygen import context
from policygen.context.huisstijl import contrast, readable
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
        assert base("lange_naam")["document"]["vastgesteld_op"] == "nog niet vastgesteld"

    def it_keeps_invullen_as_an_open_place(self) -> None:
        assert isinstance(base("volledig")["document"]["vastgesteld_op"], Open)

    def it_gives_the_owner_as_a_function_and_the_name_where_asked(self) -> None:
        assert base("volledig")["document"]["eigenaar"] == "adviseur kwaliteit"
        assert base("jeugdhulp_be")["document"]["eigenaar"] == "pedagogisch coördinator (Bram De Smedt)"

    def it_gives_examples_as_a_reader_would_write_them(self) -> None:
        assert base("minimaal")["document"]["evaluatie_op"].voorbeeld == "1 november 2027"
        assert base("minimaal")["document"]["eigenaar"].voorbeeld == "adviseur kwaliteit"

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
        assert moment["maand"].label == "de maand van vragen tellen"
