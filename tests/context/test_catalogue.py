from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from policygen import catalogue, dekking
from policygen.context.personen import ROLES
from policygen.context.vullen import flatten, names_in
from policygen.profile.beleid import MotiefTegen, MotiefVoor
from policygen.profile.organisatie import Sector
from policygen.profile.stellingen import STELLINGEN
from tests.context.bodies import DATA, base
from tests.support import taal

if TYPE_CHECKING:
    from collections.abc import Iterator

APART = {"bronfeiten", "vacatures", "huisregels", "momenten"}  # these address the reader, and have tests of their own
OURS = tuple(name for name in catalogue.names() if name not in APART)
FACTS = set(dekking.facts())
# Names that the builders of the documents add to those of the context.
LATER = set((DATA / "catalogusnamen.txt").read_text(encoding="utf-8").split())


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def sources(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value["bron"] if isinstance(value.get("bron"), list) else ()  # a law has its own kind of source
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from sources(part)


class DescribeCatalogue:
    @pytest.mark.parametrize("name", OURS)
    def it_is_read_once(self, name: str) -> None:
        assert catalogue.load(name) is catalogue.load(name)

    @pytest.mark.parametrize("name", OURS)
    def it_only_uses_names_that_the_context_has(self, name: str) -> None:
        known = set(flatten(base("volledig"))) | LATER
        for text in strings(catalogue.load(name)):
            assert names_in(text) <= known, text

    @pytest.mark.parametrize("name", OURS)
    def it_cites_facts_that_exist(self, name: str) -> None:
        assert set(sources(catalogue.load(name))) <= FACTS

    @pytest.mark.parametrize("name", OURS)
    def it_holds_no_run_of_the_sources_and_no_stiff_dutch(self, name: str) -> None:
        for text in strings(catalogue.load(name)):
            assert not taal.bronreeksen(text)
            assert not taal.stijlfouten(text)
            assert not taal.geuren(text)
            assert not taal.geslachtswoorden(text)
            assert not (taal.je_vormen(text) or taal.u_vormen(text)), text


class DescribeStellingen:
    def it_has_the_numbers_that_a_profile_may_choose_each_once(self) -> None:
        found = [entry["id"] for entries in catalogue.load("stellingen").values() for entry in entries]
        assert tuple(found) == STELLINGEN


class DescribeMotieven:
    def it_has_the_six_and_four_motives_of_the_profile_schema(self) -> None:
        assert set(catalogue.load("motieven")["voor"]) == set(get_args(MotiefVoor))
        assert set(catalogue.load("motieven")["tegen"]) == set(get_args(MotiefTegen))
        assert (len(catalogue.load("motieven")["voor"]), len(catalogue.load("motieven")["tegen"])) == (6, 4)

    def it_says_each_in_one_sentence_with_a_counter_view_and_a_source(self) -> None:
        for side in ("voor", "tegen"):
            for entry in catalogue.load("motieven")[side].values():
                assert set(entry) == {"naam", "tekst", "weerwoord", "bron"}
                for part in ("tekst", "weerwoord"):
                    assert len(taal.sentences(entry[part])) == 1
                    assert len(taal.words(entry[part])) <= 16
                assert entry["bron"]

    def it_cites_every_motive_of_the_sources_once(self) -> None:
        cited = list(sources(catalogue.load("motieven")))
        assert sorted(cited) == [f"S3-{number:02}" for number in range(2, 12)]


class DescribeRollen:
    def it_has_a_card_for_every_role_of_the_profile(self) -> None:
        roles = catalogue.load("rollen")["rollen"]
        assert set(roles) == {*ROLES, "leidinggevende", "medewerker"}
        for entry in roles.values():
            assert {"naam", "kop", "bron", "doel", "taken", "mag", "niet", "maand"} <= set(entry)
            assert 3 <= len(entry["taken"]) <= 4

    def it_never_makes_the_digicoach_finally_responsible(self) -> None:
        for task in catalogue.load("rollen")["taken"]:
            assert "digicoach" not in task["E"]
            assert set(task) == {"id", "tekst", "E", "D", "A", "I", "bron"}
            assert set(task["E"] + task["D"] + task["A"] + task["I"]) <= {
                *ROLES, "eigenaar", "of", "leidinggevende", "medewerker", "client", "verwant",
            }  # fmt: skip

    def it_covers_every_fact_about_roles(self) -> None:
        wanted = {f"S0-{number:02}" for number in (*range(4, 20),)} - {"S0-05", "S0-19"}
        assert wanted <= set(sources(catalogue.load("rollen")))


class DescribeTermen:
    def it_knows_article_and_plural_of_every_default(self) -> None:
        data = catalogue.load("termen")
        for land in ("NL", "BE"):
            for chosen in (data["standaard"][land], *data["sector"][land].values()):
                for word in chosen.values():
                    assert word in data["woorden"], word

    def it_gives_each_country_its_own_words(self) -> None:
        data = catalogue.load("termen")
        for land in ("NL", "BE"):
            for word in [
                *data["standaard"][land].values(),
                *(w for s in data["sector"][land].values() for w in s.values()),
            ]:
                assert not taal.woorden_van_ander_land(word, land)

    def it_has_every_sector_of_the_schema_in_every_file(self) -> None:
        sectors = set(get_args(Sector))
        data = catalogue.load("termen")["sector"]
        assert set(data["NL"]) == set(data["BE"]) == sectors
        for name in ("visie", "onlinehulp", "stakeholders"):
            assert set(catalogue.load(name)["sector"]) == sectors | {""}

    def it_knows_every_group_that_has_words_of_its_own(self) -> None:
        groups = catalogue.load("termen")["groepen"]
        for name in ("visie", "rollen", "onlinehulp", "stakeholders"):
            for sector, own in catalogue.load(name)["sector"].items():
                for group in own.get("bij_doelgroep", {}):
                    assert groups[group]["sector"] == sector
