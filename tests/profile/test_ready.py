"""The ready profiles in profiles/, and the clients in examples/: each usable, and together the whole schema."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from policygen import generate, profile, resources
from policygen.colours import READABLE, contrast
from policygen.ooxml.picture import picture
from policygen.profile.fields import walk
from policygen.schema.values import allowed
from tests.profile.test_schema import editor_faults
from tests.support import taal

ROOT = Path(__file__).parents[2]
READY = resources.ready_profiles()
CLIENTS = tuple(sorted(path.parent.name for path in (ROOT / "examples").glob("*/profiel.yaml")))
FILES = {name: ROOT / "profiles" / f"{name}.yaml" for name in READY} | {
    name: ROOT / "examples" / name / "profiel.yaml" for name in CLIENTS
}
SECTORS = ("gehandicaptenzorg", "ouderenzorg", "jeugdhulp", "ggz", "sociaal_werk", "gemeente")
COMMENT = re.compile(r"(?:^|\s)#\s?(.*)$", re.MULTILINE)
EACH = re.compile(r"(?<=^rollen\.)\w+\.|(?<=^taal\.termen\.)\w+\.?")
"""What stands in a path for one of the five roles or one of the words: each has the same keys."""


@cache
def source(name: str) -> str:
    return FILES[name].read_text(encoding="utf-8")


@cache
def data(name: str) -> Any:
    """The profile as typed: every scalar is text."""
    return yaml.load(source(name), yaml.BaseLoader)


@cache
def loaded(name: str) -> profile.ProfileFile:
    return profile.load(FILES[name])


def leaves(value: Any, path: str = "") -> list[tuple[str, str]]:
    """Every typed value with its path; `*` stands for a key of a person or an index, as in `walk`."""
    if isinstance(value, dict):
        here = [(f"{path}.{'*' if path == 'personen' else key}".strip("."), item) for key, item in value.items()]
        return [leaf for inner, item in here for leaf in leaves(item, inner)]
    if isinstance(value, list):
        items = [leaf for item in value for leaf in leaves(item, f"{path}.*" if isinstance(item, dict) else path)]
        return items or [(path, "")]
    return [(path, value)]


def texts(name: str) -> str:
    """What a reader of the profile meets: its values and its comments, without the keys."""
    values = [value for _, value in leaves(data(name))]
    comments = [comment.group(1) for comment in COMMENT.finditer(source(name))]
    return "\n".join((*values, *comments))


def keys(value: Any, path: str = "") -> set[str]:
    """Every key that a profile uses, as a dotted path."""
    if isinstance(value, dict):
        inner = {f"{path}.{'*' if path == 'personen' else key}".strip("."): item for key, item in value.items()}
        if path in {"personen", "zelfscan.antwoorden"}:
            return {one for item in value.values() for one in keys(item, f"{path}.*")} | {path}
        return set(inner) | {one for key, item in inner.items() for one in keys(item, key)}
    if isinstance(value, list):
        return {one for item in value for one in keys(item, f"{path}.*")}
    return set()


def used(path: str) -> set[str]:
    """What the ready profiles type at a path; for a role or a word, at the path of any of them."""
    wanted = re.sub(EACH, "", path)
    return {value for name in READY for where, value in leaves(data(name)) if re.sub(EACH, "", where) == wanted}


class DescribeEachReadyProfile:
    @pytest.mark.parametrize("name", FILES)
    def it_loads_without_an_error_or_a_warning(self, name: str) -> None:
        assert [str(problem) for problem in loaded(name).warnings] == []

    @pytest.mark.parametrize("name", FILES)
    def it_is_accepted_by_the_schema_of_an_editor(self, name: str) -> None:
        assert editor_faults(source(name)) == []

    @pytest.mark.parametrize("name", READY)
    def it_is_named_after_its_sector_and_country(self, name: str) -> None:
        organisation = loaded(name).profile.organisatie
        assert name == f"{organisation.sector}-{organisation.land}".lower().replace("_", "-")

    @pytest.mark.parametrize("name", FILES)
    def it_has_no_open_place_after_the_draft_and_at_most_five_in_it(self, name: str) -> None:
        found = loaded(name).profile
        count = len(profile.open_fields(found))
        assert found.document is not None
        assert count == 0 if found.document.status != "concept" else 2 <= count <= 5

    @pytest.mark.parametrize("name", READY)
    def it_leaves_nothing_open_that_the_documents_need(self, name: str) -> None:
        found = loaded(name)
        typed = {re.sub(r"\.\d+", "", path) for path in profile.open_fields(found.profile)}
        asked = generate.preview(found, today=found.profile.document.datum).open_places  # type: ignore[union-attr, arg-type]
        assert {re.sub(r"\.\d+", "", place.field) for place in asked} <= typed

    @pytest.mark.parametrize("name", FILES)
    def it_has_colours_that_can_be_read_on_white(self, name: str) -> None:
        style = loaded(name).profile.huisstijl
        assert style is not None
        for colour in (style.kleur, style.accentkleur):
            assert isinstance(colour, str)
            assert contrast(colour.lstrip("#"), "FFFFFF") >= READABLE

    @pytest.mark.parametrize("name", FILES)
    def it_is_of_nobody(self, name: str) -> None:
        for path, value in leaves(data(name)):
            if path.endswith(".email"):
                assert value.endswith(".example"), value
            if path.endswith(".telefoon"):
                assert re.fullmatch(r"000 000 00 \d\d", value), value

    @pytest.mark.parametrize("name", [name for name in FILES if name != "veldermaat"])  # whose comments tell of both
    def it_speaks_the_dutch_of_its_country(self, name: str) -> None:
        land = str(loaded(name).profile.organisatie.land)
        assert taal.woorden_van_ander_land(texts(name), land) == ()

    @pytest.mark.parametrize("name", READY)
    def it_has_no_poor_style_and_one_form_of_address(self, name: str) -> None:
        text = texts(name)
        assert taal.stijlfouten(text) == ()
        assert taal.geslachtswoorden(text) == ()
        assert taal.geuren(text) == ()
        assert taal.bronreeksen(text) == ()
        told = " ".join(value for path, value in leaves(data(name)) if path.startswith("gesprek.startmoment.boodschap"))
        form = loaded(name).profile.taal.aanspreekvorm  # type: ignore[union-attr]
        assert (taal.u_vormen if form == "je" else taal.je_vormen)(told) == ()


class DescribeTheComments:
    @pytest.mark.parametrize("name", READY)
    def it_says_at_the_top_for_whom_it_is_and_what_to_change_first(self, name: str) -> None:
        top = source(name).partition("\n\n")[0]
        assert top.startswith("# Kant-en-klaar profiel: ")
        assert "verzonnen" in top
        assert "# Past bij " in top
        assert "# Verander eerst 'organisatie', 'document' en 'personen'." in top

    @pytest.mark.parametrize("name", READY)
    def it_names_only_keys_and_values_that_exist(self, name: str) -> None:
        known = {part for path, _ in walk() for part in path.split(".")}
        known |= {word for _, info in walk() for word in allowed(info)} | {"de", "het"}
        named = {word for comment in COMMENT.findall(source(name)) for word in re.findall(r"'([^']+)'", comment)}
        assert {word for phrase in named for word in phrase.split()} <= known

    @pytest.mark.parametrize("name", READY)
    def it_says_the_status_that_the_profile_has(self, name: str) -> None:
        top = source(name).partition("\n\n")[0]
        status = loaded(name).profile.document.status  # type: ignore[union-attr]
        assert status in {"concept", "definitief"} or f"('{status}')" in top
        if status == "concept":
            assert "definitief" not in top
            assert "ter_besluit" not in top

    @pytest.mark.parametrize("name", READY)
    def it_comments_where_somebody_chooses_and_not_on_every_line(self, name: str) -> None:
        body = source(name).partition("\n\n")[2]
        lines = [line for line in body.splitlines() if line.strip()]
        assert 1 <= len(COMMENT.findall(body)) <= len(lines) / 4


class DescribeTheSet:
    def it_has_one_for_every_sector_in_both_countries(self) -> None:
        wanted = {f"{sector}-{land}".replace("_", "-") for sector, land in product(SECTORS, ("nl", "be"))}
        assert set(READY) == wanted

    def it_uses_every_key_of_the_complete_profile(self) -> None:
        complete = yaml.load((ROOT / "tests" / "data" / "volledig.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
        assert keys(complete) - {one for name in READY for one in keys(data(name))} == set()

    def it_uses_every_key_of_the_schema(self) -> None:
        some = {re.sub(EACH, "", one) for name in READY for one in keys(data(name))}
        assert {re.sub(EACH, "", path) for path, _ in walk()} - some == set()

    @pytest.mark.parametrize(("path", "words"), [(path, allowed(info)) for path, info in walk() if allowed(info)])
    def it_uses_every_word_that_a_field_takes(self, path: str, words: tuple[str, ...]) -> None:
        typed = used(path)
        if words == ("ja", "deels", "nee"):
            assert len(typed & set(words)) >= 2
        elif path != "zelfscan.antwoorden":  # its words are keys
            assert set(words) - typed == set()

    def it_has_terms_that_do_not_exist_here(self) -> None:
        without = [name for name in READY if data(name)["taal"]["termen"].get("verwant") == "geen"]
        assert len(without) == 1
        assert [name for name in READY if data(name)["taal"]["termen"].get("clientplan") == "geen"]

    def it_has_other_words_other_sizes_and_other_looks(self) -> None:
        found = [loaded(name).profile for name in READY]
        sizes = [one.organisatie.medewerkers for one in found]
        assert (min(sizes), max(sizes)) == (3, 2400)  # type: ignore[type-var]
        assert len(set(sizes)) == len(READY)
        for land in ("NL", "BE"):
            words = {
                data(name)["taal"]["termen"]["client"]["enkelvoud"] for name in READY if name.endswith(land.lower())
            }
            assert len(words) >= 4
        assert len({data(name)["huisstijl"]["kleur"] for name in READY}) == len(READY)
        assert len({data(name)["huisstijl"]["lettertype"] for name in READY}) >= 9
        assert len({data(name)["pdca"]["ritme"] for name in READY}) >= 6

    def it_has_no_person_and_no_sentence_twice(self) -> None:
        for path in (
            "personen.*.naam",
            "visie.kern",
            "visie.toekomst",
            "gesprek.stellingen.eigen",
            "motieven.eigen_voor",
        ):
            typed = [value for name in READY for where, value in leaves(data(name)) if where == path and value]
            typed = [value for value in typed if value != "INVULLEN"]
            assert len(set(typed)) == len(typed), path

    def it_has_one_that_picks_its_statements_by_number(self) -> None:
        chosen = {name: data(name).get("gesprek", {}).get("stellingen", {}).get("uit_catalogus") for name in READY}
        assert [name for name, numbers in chosen.items() if isinstance(numbers, list)] == ["jeugdhulp-nl"]

    def it_has_onlinehulp_and_stakeholders_in_at_least_three(self) -> None:
        for section in ("onlinehulp", "stakeholders"):
            assert sum(section in data(name) for name in READY) >= 3

    def it_has_the_councils_of_both_countries(self) -> None:
        councils = {land: " ".join(value for name in READY if name.endswith(land)
                    for path, value in leaves(data(name)) if path.endswith(".vorm") and path.startswith("inspraak"))
                    for land in ("nl", "be")}  # fmt: skip
        for name in ("cliëntenraad", "verwantenraad", "ondernemingsraad", "personeelsvertegenwoordiging"):
            assert name in councils["nl"]
        for name in ("gebruikersraad", "bewonersraad", "jongerenraad", "CPBW", "syndicale afvaardiging"):
            assert name in councils["be"]


class DescribeTheClientsOfAConsultant:
    def it_has_two_in_other_sectors_and_countries_of_one_bureau(self) -> None:
        found = [loaded(name).profile for name in CLIENTS]
        assert len({one.organisatie.land for one in found}) == len({one.organisatie.sector for one in found}) == 2
        assert len({one.huisstijl.afzender for one in found if one.huisstijl}) == 1

    @pytest.mark.parametrize("name", CLIENTS)
    def it_has_a_logo_that_word_can_show(self, name: str) -> None:
        style = loaded(name).profile.huisstijl
        assert style is not None
        found = picture((FILES[name].parent / str(style.logo)).read_bytes(), "")
        assert found is not None

    def it_says_nothing_of_another_client(self) -> None:
        for name in CLIENTS:
            for other in set(CLIENTS) - {name}:
                assert json.dumps(data(other)["organisatie"]["korte_naam"]).strip('"') not in source(name)
