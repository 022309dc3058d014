from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from policygen import profile
from policygen.errors import ProfileError
from policygen.openplace import OPEN
from policygen.profile import messages
from policygen.profile.fields import describe, model_in, walk

if TYPE_CHECKING:
    from pathlib import Path

PATHS = [path for path, _ in walk()]
REQUIRED = {"organisatie": {"naam": "x"}}


def nested(path: str, value: object) -> dict[str, Any]:
    """A profile with one value; `*` is a person's key or the first item of a list."""
    found: Any = value
    for part, before in zip(reversed(path.split(".")), reversed(["", *path.split(".")[:-1]]), strict=True):
        item = {"jan": found} if before == "personen" else [found]
        found = item if part == "*" else {part: found}
    assert isinstance(found, dict)
    if "organisatie" in found and isinstance(found["organisatie"], dict):
        found["organisatie"] = {"naam": "x"} | found["organisatie"]
    return REQUIRED | found


def takes_open_items(path: str) -> bool:
    """Whether a field is a list, of which each item may be open; lists of channels and the like have fields."""
    try:
        profile.Profile.model_validate(nested(path, ["INVULLEN"]))
    except ValidationError:
        return False
    return True


LISTS = [path for path in PATHS if "*" not in path and takes_open_items(path)]


def value_at(found: Any, path: str) -> Any:
    for part in path.split("."):
        if isinstance(found, tuple):
            found = found[0]
        elif isinstance(found, dict):
            found = found["jan" if part == "*" else part]
        else:
            found = getattr(found, part)
    return found


def leaf(path: str) -> bool:
    """Whether a field is a value or a list, and no section."""
    info = dict(walk())[path]
    return model_in(info.annotation) is None or bool(info.examples)


class DescribeFullProfile:
    def it_uses_every_key_of_the_schema_and_no_other(self, data: Path) -> None:
        found = yaml.safe_load((data / "volledig.yaml").read_text(encoding="utf-8"))

        def keys(value: Any, prefix: str) -> set[str]:
            if isinstance(value, list):
                return {prefix}.union(*(keys(item, f"{prefix}.*") for item in value))
            if not isinstance(value, dict) or prefix == "zelfscan.antwoorden":
                return {prefix}
            mark = "*" if prefix == "personen" else None
            return {prefix} | set().union(
                *(keys(item, f"{prefix}.{mark or key}".strip(".")) for key, item in value.items())
            )

        used = {path for path in keys(found, "") if path and not path.endswith(".*")}
        assert used <= set(PATHS)
        shared = re.compile(r"rollen\.\w+\.|taal\.termen\.\w+\.|inspraak\.\w+\.")
        assert {path for path in set(PATHS) - used if not shared.match(path)} == set()
        for family in ("rollen", "taal.termen", "inspraak"):
            all_keys = {path.rpartition(".")[2] for path in PATHS if path.startswith(family)}
            assert all_keys == {path.rpartition(".")[2] for path in used if path.startswith(family)}

    def it_becomes_values_of_the_right_kind(self, data: Path) -> None:
        found = profile.load(data / "volledig.yaml")
        assert found.warnings == ()
        full = found.profile
        assert full.organisatie.medewerkers == 640
        assert full.organisatie.minderjarigen is True
        assert full.document is not None
        assert full.document.versie == "0.9"
        assert full.document.datum == dt.date(2026, 11, 23)
        assert full.document.vastgesteld_op is OPEN
        assert full.huisstijl is not None
        assert full.huisstijl.sjabloon is None
        assert full.rollen is not None
        assert full.rollen.expert is not None
        assert full.rollen.expert.taken == ()
        assert full.rollen.expert.personen == ("adviseur_kwaliteit", "gedragsdeskundige")
        assert full.onlinehulp is not None
        assert full.onlinehulp.werkplek is not None
        assert full.onlinehulp.werkplek.buiten_kantooruren == "nee"
        assert full.scholing is not None
        assert full.scholing.in_werktijd is True
        assert full.zelfscan is not None
        assert full.zelfscan.antwoorden == {"ZB03": "deels"}
        assert full.ict_contacten is not OPEN
        assert full.ict_contacten is not None

    def it_has_five_open_places(self, data: Path) -> None:
        assert profile.open_fields(profile.load(data / "volledig.yaml").profile) == (
            "document.vastgesteld_op",
            "incidenten.stappenplan",
            "kanalen.2.reactietijd",
            "onlinehulp.team.onlinehulpverlener",
            "onlinehulp.werkplek.afspraken",
        )

    def it_cannot_be_changed(self, data: Path) -> None:
        full = profile.load(data / "volledig.yaml").profile
        with pytest.raises(ValidationError):
            full.organisatie.naam = "anders"


class DescribeSmallestProfile:
    def it_is_valid_and_warns_of_the_country_only(self, data: Path) -> None:
        found = profile.load(data / "minimaal.yaml")
        assert [problem.where for problem in found.warnings] == ["organisatie.land"]
        assert [name for name, value in found.profile if value is not None] == ["organisatie"]
        assert profile.open_fields(found.profile) == ()

    def it_asks_for_a_handful_of_facts_and_not_for_a_heap(self) -> None:
        asked = [path for path, info in walk() if describe(path, info).ontbreekt == "invulplek" and "*" not in path]
        always = [path for path in asked if path.split(".")[0] not in {"onlinehulp", "stakeholders", "organisatie"}]
        assert always == [
            "document.eigenaar",
            "document.vastgesteld_door",
            "document.evaluatie_op",
            "rollen.expert.personen",
            "rollen.expert.uren_per_week",
            "rollen.expert.vervanger",
            "ict_contacten",
            "beleid.ingangsdatum",
            "gesprek.startmoment.datum",
            "gesprek.startmoment.plaats",
            "incidenten.meldpunt.naam",
        ]


class DescribeFields:
    @pytest.mark.parametrize("path", PATHS)
    def it_describes_every_key(self, path: str) -> None:
        found = profile.field(path.replace("*", "2"))
        assert found.description
        assert found.label
        assert found.wie
        assert found.ontbreekt in {"invulplek", "standaard", "weglaten"}
        assert bool(found.standaard) == (found.ontbreekt == "standaard")
        assert found.voorbeeld or not leaf(path)
        assert found.description[0].isupper()
        assert found.description.endswith((".", "?"))
        assert found.label[0].islower()
        assert "{" not in found.label
        assert not found.label.endswith(".")

    def it_names_the_role_and_the_word(self) -> None:
        assert profile.field("rollen.digicoach.personen").label == "wie de rol digicoach krijgt"
        assert profile.field("taal.termen.client.meervoud").label == "het woord voor cliënt in het meervoud"
        assert profile.field("personen.adviseur_kwaliteit.email").label == (
            "het e-mailadres van de persoon (adviseur kwaliteit)"
        )
        assert profile.field("kanalen.2.reactietijd").voorbeeld == "1 werkdag"
        assert profile.field("rollen.ict.taken.0").label == "de extra taken van de rol ICT"

    def it_says_whom_to_ask_and_shows_an_answer_that_makes_sense_to_who_does_not_know_the_profile(self) -> None:
        status = profile.field("rollen.ict.status")
        assert (status.label, status.voorbeeld) == ("wie de rol ICT krijgt", "gedragsdeskundige")
        assert profile.field("rollen.expert.personen").label == "wie inhoudelijk expert wordt"
        assert profile.field("pdca.momenten.0.maand").voorbeeld == "maart"
        everywhere = {
            "het bestuur", "de eigenaar van het document", "de ICT-beheerder", "wie het document opstelt",
            "wie over communicatie gaat", "wie over personeel gaat", "wie onlinehulp leidt",
        }  # fmt: skip
        assert {describe(path, info).wie for path, info in walk()} == everywhere

    @pytest.mark.parametrize("path", PATHS)
    def it_has_labels_in_the_language_of_who_reads_a_document(self, path: str) -> None:
        label = profile.field(path.replace("*", "2")).label
        assert not re.search(
            r"\b(status van de rol|catalogus|sleutel|veld|sectie|dit moment|rol expert|rol ict)\b", label
        )

    @pytest.mark.parametrize("path", ["organisatie.nam", "x", "organisatie.naam.x", ""])
    def it_refuses_a_path_that_is_not_there(self, path: str) -> None:
        with pytest.raises(KeyError):
            profile.field(path)


class DescribeOpenPlaces:
    @pytest.mark.parametrize("path", [path for path in PATHS if leaf(path)])
    def it_may_stand_at_every_value_and_list(self, path: str) -> None:
        if path == "zelfscan.antwoorden":
            path += ".ZB03"
        found = profile.Profile.model_validate(nested(path, "INVULLEN"))
        assert value_at(found, path) is OPEN
        open_fields = profile.open_fields(found)
        assert open_fields == (path.replace("*", "jan" if path.startswith("personen") else "0"),)
        assert profile.field(open_fields[0]).label

    @given(st.lists(st.tuples(st.sampled_from(LISTS), st.integers(1, 3)), min_size=1, max_size=9))
    def it_has_a_label_wherever_it_stands(self, chosen: list[tuple[str, int]]) -> None:
        data: dict[str, Any] = {"organisatie": {"naam": "INVULLEN"}}
        for path, number in chosen:
            place: Any = data
            *parents, last = path.split(".")
            for part in parents:
                place = place.setdefault(part, {})
            place[last] = ["INVULLEN"] * number
        found = profile.open_fields(profile.Profile.model_validate(data))
        assert len(found) == 1 + sum(dict(chosen).values())
        assert all(profile.field(path).label for path in found)

    @pytest.mark.parametrize("path", [path for path in PATHS if not leaf(path) and not path.startswith("taal.termen.")])
    def it_may_not_stand_for_a_whole_section(self, path: str) -> None:
        with pytest.raises(ValidationError) as caught:
            profile.Profile.model_validate(nested(path, "INVULLEN"))
        (finding,) = messages.findings(caught.value)
        assert finding.message == "INVULLEN kan niet voor een heel onderdeel"


class DescribeMessages:
    @pytest.mark.parametrize(
        "wrong", ["", "zomaar iets", ["a", ["b"]], [{"x": "y"}], {"x": "y"}, [], {}, "1e400", "-5"]
    )
    def it_has_dutch_for_every_error_at_every_field(self, wrong: object) -> None:
        for path in PATHS:
            try:
                profile.Profile.model_validate(nested(path, wrong))
            except ValidationError as error:
                for detail in error.errors():
                    assert detail["type"] in messages.TABLE or "message" in detail.get("ctx", {}), detail
                for finding in messages.findings(error):
                    assert finding.message
                    text = f"{finding.message} {finding.hint}"
                    assert not re.search(r"\b(the|should|valid|input|extra|string|must)\b", text, re.IGNORECASE), text

    def it_has_no_trace_of_unions_in_a_place(self) -> None:
        with pytest.raises(ValidationError) as caught:
            profile.Profile.model_validate(nested("gesprek.stellingen.uit_catalogus", {"a": "b"}))
        assert [finding.loc for finding in messages.findings(caught.value)] == [
            ("gesprek", "stellingen", "uit_catalogus")
        ]

    def it_stops_after_a_hundred(self) -> None:
        with pytest.raises(ValidationError) as caught:
            profile.Profile.model_validate(REQUIRED | {f"k{n}": "v" for n in range(300)})
        found = list(messages.findings(caught.value))
        assert len(found) == 101
        assert found[-1].message == "en nog 200 andere problemen"

    @pytest.mark.parametrize("good", [0, 50, 700, 20_000])
    def it_looks_at_the_first_part_when_there_are_thousands(self, tmp_path: Path, good: int) -> None:
        items = ", ".join(["preventie"] * good + ["preventei"] * 1500)
        path = tmp_path / "p.yaml"
        path.write_text(f"organisatie: {{naam: x, land: NL}}\nmotieven: {{voor: [{items}]}}\n", encoding="utf-8")
        with pytest.raises(ProfileError) as caught:
            profile.load(path)
        rest, *told = caught.value.problems
        assert [one.where for one in told] == [f"motieven.voor.{place}" for place in range(good, good + len(told))]
        assert rest.message == f"en nog {1500 - len(told)} andere problemen"
        assert len(told) >= 50


class DescribeValues:
    @pytest.mark.parametrize(
        ("typed", "read"), [("ja", True), ("true", True), ("Nee", False), ("false", False), ("no", False)]
    )
    def it_reads_yes_and_no(self, typed: str, read: bool) -> None:
        found = profile.Profile.model_validate(nested("organisatie.minderjarigen", typed))
        assert found.organisatie.minderjarigen is read

    @pytest.mark.parametrize(("typed", "read"), [("ja", "ja"), ("true", "ja"), ("Deels", "deels"), ("false", "nee")])
    def it_reads_yes_partly_and_no(self, typed: str, read: str) -> None:
        found = profile.Profile.model_validate(nested("visie.online_media_in_visie", typed))
        assert value_at(found, "visie.online_media_in_visie") == read

    @pytest.mark.parametrize(("typed", "read"), [("0", 0), ("640", 640), ("3.500", 3500), ("1.250.000", 1250000)])
    def it_reads_whole_numbers_with_dutch_points(self, typed: str, read: int) -> None:
        found = profile.Profile.model_validate(nested("beleid.kosten_per_jaar", typed))
        assert value_at(found, "beleid.kosten_per_jaar") == read

    @pytest.mark.parametrize("typed", ["12.50", "1_000", " 5", "5 ", "½", "٣", "1e3", "-1", "1.0", "99.99", "1234.567"])
    def it_refuses_what_is_no_whole_number(self, typed: str) -> None:
        with pytest.raises(ValidationError):
            profile.Profile.model_validate(nested("beleid.kosten_per_jaar", typed))

    @pytest.mark.parametrize(("typed", "read"), [("4", 4), ("4,5", 4.5), ("2.5", 2.5), ("4,0", 4)])
    def it_reads_hours_with_a_comma(self, typed: str, read: float) -> None:
        found = value_at(
            profile.Profile.model_validate(nested("rollen.ict.uren_per_week", typed)), "rollen.ict.uren_per_week"
        )
        assert (found, type(found)) == (read, type(read))

    def it_reads_a_form_of_participation_as_text_list_or_none(self) -> None:
        for typed, read in (("geen", "geen"), ("raad", "raad"), (["a", "INVULLEN"], ("a", OPEN))):
            found = profile.Profile.model_validate(nested("inspraak.clienten.vorm", typed))
            assert value_at(found, "inspraak.clienten.vorm") == read

    def it_reads_a_word_that_does_not_exist_here(self) -> None:
        found = profile.Profile.model_validate(nested("taal.termen.verwant", "geen"))
        assert value_at(found, "taal.termen.verwant") == "geen"


def loaded(folder: Path, text: str) -> profile.ProfileFile:
    path = folder / "p.yaml"
    path.write_text(text, encoding="utf-8")
    return profile.load(path)


class DescribeLoading:
    def it_gives_text_without_white_space_around_it_and_none_for_white_space(self, tmp_path: Path) -> None:
        text = 'organisatie: {naam: "De Linde ", korte_naam: "  ", plaats: "\u00a0", land: NL}\n'
        text += 'rollen: {ict: {reden: ""}}\n'
        found = loaded(tmp_path, text)
        assert found.warnings == ()
        organisation = found.profile.organisatie
        assert (organisation.naam, organisation.korte_naam, organisation.plaats) == ("De Linde", None, None)
        assert found.profile.rollen is None

    def it_counts_a_person_once(self, tmp_path: Path) -> None:
        text = (
            "organisatie: {naam: De Linde, land: NL}\npersonen: {jan: {naam: Jan}, noor: {naam: Noor}}\n"
            "rollen: {expert: {personen: [jan, INVULLEN, noor, jan]}, ict: {personen: [jan, jan]}}\n"
            "onlinehulp: {team: {behartiger: [noor, noor], organisator: [jan]}}\n"
        )
        found = loaded(tmp_path, text)
        assert value_at(found.profile, "rollen.expert").personen == ("jan", OPEN, "noor")
        assert value_at(found.profile, "rollen.ict").personen == ("jan",)
        assert value_at(found.profile, "onlinehulp.team").behartiger == ("noor",)
        assert [problem.where for problem in found.warnings if "twee keer" in problem.message] == [
            "rollen.expert.personen.3",
            "rollen.ict.personen.1",
            "onlinehulp.team.behartiger.1",
        ]

    @pytest.mark.parametrize(
        "data", [b"", b"<svg/>", b"RIFF....WEBPVP8 ", b"BM6", b"II*\x00", b"MM\x00*", b"\x89PNG", b"GIF88a"]
    )
    def it_warns_of_a_logo_that_word_cannot_show(self, tmp_path: Path, data: bytes) -> None:
        (tmp_path / "logo.png").write_bytes(data)
        found = loaded(tmp_path, "organisatie: {naam: x, land: NL}\nhuisstijl: {logo: logo.png}\n")
        assert [str(problem).partition("p.yaml:")[2] for problem in found.warnings] == [
            "2:19: huisstijl.logo: 'logo.png' is geen PNG, JPG of GIF die Word kan tonen. Bewaar het logo als PNG."
        ]

    @pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n...", b"\xff\xd8\xff\xe0..", b"GIF87a...", b"GIF89a"])
    def it_takes_a_picture_by_its_beginning_whatever_its_name(self, tmp_path: Path, data: bytes) -> None:
        (tmp_path / "logo.svg").write_bytes(data)
        found = loaded(tmp_path, "organisatie: {naam: x, land: NL}\nhuisstijl: {logo: logo.svg}\n")
        assert found.warnings == ()


class DescribeImport:
    def it_does_not_build_the_schema_until_it_is_used(self) -> None:
        code = "import policygen.profile as p; print(p.Profile.__pydantic_complete__)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "False"
