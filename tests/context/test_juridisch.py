from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from policygen import catalogue, context
from policygen.context.juridisch import stale
from policygen.context.vullen import names_in
from policygen.profile import load
from tests.context.bodies import ALL, TODAY, base, profile, typed
from tests.support import taal

if TYPE_CHECKING:
    from pathlib import Path

FRAGMENTS = catalogue.load("juridisch")["fragmenten"]


def law(folder: Path, land: str, more: str = "", sector: str = "") -> str:
    about = f"organisatie: {{naam: X, land: {land}{f', sector: {sector}' if sector else ''}}}\n"
    return "\n".join(" ".join(map(str, row.values())) for row in typed(folder, about + more)["juridisch"]["rijen"])


class DescribeJuridischeFragmenten:
    def it_says_of_each_which_country_where_it_stands_and_when_it_was_checked(self) -> None:
        for one in FRAGMENTS:
            assert {"id", "land", "gecontroleerd_op", "bron", "onderwerp", "tekst"} <= set(one)
            assert one["land"] in {"NL", "BE"}
            assert isinstance(one["gecontroleerd_op"], date)
            assert names_in(one["tekst"]) <= {"termen.client.meervoud", "personeel.bij"}

    def it_keeps_each_law_in_its_own_country(self) -> None:
        for one in FRAGMENTS:
            text = f"{one['onderwerp']} {one['tekst']} {one['bron']}"
            assert not taal.woorden_van_ander_land(text, one["land"])

    def it_is_short_and_plain(self) -> None:
        for one in FRAGMENTS:
            assert taal.longest_sentence(one["tekst"])[0] <= 20
            assert not (taal.stijlfouten(one["tekst"]) or taal.bronreeksen(one["tekst"]))
            assert not (taal.je_vormen(one["tekst"]) or taal.u_vormen(one["tekst"]))

    def it_warns_when_nobody_looked_for_more_than_18_months(self) -> None:
        one = [{"gecontroleerd_op": date(2026, 11, 20)}]
        assert stale(one, today=date(2028, 5, 20)) == []
        assert stale(one, today=date(2028, 5, 21)) == one
        assert stale(FRAGMENTS, today=date(2026, 11, 26)) == []

    def it_prints_no_article_for_the_secrecy_of_belgium(self) -> None:
        for one in FRAGMENTS:
            if one["land"] == "BE" and one["id"] == "geheim":
                assert "beroepsgeheim" in one["tekst"]
                assert not re.search(r"art\.|\d", one["bron"])


@pytest.mark.parametrize("name", ALL)
class DescribeJuridisch:
    def it_tells_every_subject_once(self, name: str) -> None:
        subjects = [row["onderwerp"] for row in base(name)["juridisch"]["rijen"]]
        assert len(subjects) == len(set(subjects)) >= 7

    def it_asks_for_a_lawyer_or_the_privacy_officer_in_a_draft_only(self, name: str) -> None:
        line = base(name)["juridisch"]["regel"]
        assert "geen juridisch advies" in line
        draft = base(name)["document"]["concept"]
        assert bool(re.search(r"jurist of de functionaris voor gegevensbescherming", line)) is draft
        assert ("de bijlage Toestemming voor beeld" in line) is draft
        dated = profile(name).document.datum if profile(name).document else None
        assert line.endswith("20 november 2026.") is ((dated or TODAY) >= date(2026, 11, 20))
        assert base(name)["juridisch"]["verouderd"] == ()

    def it_names_no_law_of_the_other_country(self, name: str) -> None:
        text = "\n".join(" ".join(map(str, row.values())) for row in base(name)["juridisch"]["rijen"])
        assert not taal.woorden_van_ander_land(text, base(name)["organisatie"]["land"])


class DescribeJuridischPerProfiel:
    def it_says_in_the_document_what_is_old(self) -> None:
        made = context.build(profile("volledig"), today=date(2028, 6, 1))["juridisch"]
        assert "ouder dan 18 maanden: persoonsgegevens" in made["regel"]
        assert len(made["verouderd"]) == len(made["rijen"])

    def it_fits_the_secrecy_to_the_sector(self, tmp_path: Path) -> None:
        assert "WGBO" in law(tmp_path, "NL", sector="ouderenzorg")
        assert "Jeugdwet" in law(tmp_path, "NL", sector="jeugdhulp")
        assert "Ambtenarenwet" in law(tmp_path, "NL", sector="gemeente")
        assert "WGBO" not in law(tmp_path, "NL", sector="sociaal_werk")

    def it_speaks_of_coercion_only_where_that_law_holds(self, tmp_path: Path) -> None:
        assert "Wzd" in law(tmp_path, "NL", sector="gehandicaptenzorg")
        assert "Wvggz" in law(tmp_path, "NL", sector="ggz")
        assert not re.search("Wzd|Wvggz", law(tmp_path, "NL", sector="gemeente"))

    def it_gives_the_age_of_the_country_only_with_minors(self, tmp_path: Path) -> None:
        assert "16 jaar" in law(tmp_path, "NL", sector="jeugdhulp")
        assert "13 jaar" in law(tmp_path, "BE", sector="jeugdhulp")
        assert "16 jaar" not in law(tmp_path, "NL", sector="ouderenzorg")

    def it_knows_two_consents_and_four_purposes_in_belgium(self, tmp_path: Path) -> None:
        text = law(tmp_path, "BE")
        assert "art. XI.174" in text
        assert re.search(r"vier doelen.*Cao nr\. 81", text)
        assert "Cao nr. 81" not in law(tmp_path, "BE", sector="gemeente")

    def it_knows_when_somebody_may_be_out_of_reach_in_belgium(self, tmp_path: Path) -> None:
        for staff, found in ((19, False), (20, True)):
            path = tmp_path / "p.yaml"
            path.write_text(f"organisatie: {{naam: X, land: BE, medewerkers: {staff}}}\n", encoding="utf-8")
            made = context.build(load(path).profile, today=date(2026, 11, 26))
            assert ("Niet bereikbaar zijn" in str(made["juridisch"]["rijen"])) is found

    def it_leaves_control_out_where_one_person_works(self, tmp_path: Path) -> None:
        path = tmp_path / "een.yaml"
        path.write_text("organisatie: {naam: X, land: NL, medewerkers: 1}\n", encoding="utf-8")
        made = context.build(load(path).profile, today=date(2026, 11, 26))
        assert "WOR" not in str(made["juridisch"]["rijen"])
