from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygen.errors import ProfileError
from policygen.profile import load, load_earlier

if TYPE_CHECKING:
    from pathlib import Path

    from policygen.profile import Profile

NOW = "organisatie: {naam: De Kade, land: NL}\nzelfscan:\n  vorige: toen.yaml\n"


def earlier(folder: Path, then: str | None, now: str = NOW) -> Profile | None:
    (folder / "nu.yaml").write_text(now, encoding="utf-8")
    if then is not None:
        (folder / "toen.yaml").write_text(then, encoding="utf-8")
    return load_earlier(load(folder / "nu.yaml"))


class DescribeAnEarlierSelfScan:
    def it_may_be_a_whole_profile(self, tmp_path: Path) -> None:
        found = earlier(tmp_path, "organisatie: {naam: De Kade}\nvisie: {online_media_in_visie: nee}\n")
        assert found is not None
        assert found.visie is not None
        assert found.visie.online_media_in_visie == "nee"

    def it_may_be_answers_only(self, tmp_path: Path) -> None:
        found = earlier(tmp_path, "zelfscan: {datum: 2025-11-01, antwoorden: {ZB01: ja}}\n")
        assert found is not None
        assert found.zelfscan is not None
        assert found.zelfscan.antwoorden == {"ZB01": "ja"}

    def it_is_optional(self, tmp_path: Path) -> None:
        for scan in (
            "",
            "zelfscan: {vorige: INVULLEN}\n",
            "zelfscan: {door: jo}\npersonen: {jo: {functie: adviseur}}\n",
        ):
            assert earlier(tmp_path, None, f"organisatie: {{naam: De Kade, land: NL}}\n{scan}") is None

    def it_says_where_it_is_named_when_it_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(ProfileError) as caught:
            earlier(tmp_path, None)
        (problem,) = caught.value.problems
        assert (problem.line, problem.column, problem.where) == (3, 11, "zelfscan.vorige")
        assert problem.message == "vorige zelfscan 'toen.yaml' niet gevonden"
        assert problem.hint == "Zet het bestand naast het profiel, of haal de regel weg."

    def it_refuses_a_file_without_a_self_scan(self, tmp_path: Path) -> None:
        with pytest.raises(ProfileError, match=r"nu\.yaml:3:11: zelfscan\.vorige: in 'toen\.yaml' staat geen zelfscan"):
            earlier(tmp_path, "antwoorden: {ZB01: ja}\n")

    @pytest.mark.parametrize(
        ("then", "message"),
        [
            ("zelfscan:\n  antwoorden: {ZB01: misschien}\n", r"toen\.yaml:2:22: .*'misschien' is geen antwoord"),
            ("zelfscan:\n  antwoorden: {ZB99: ja}\n", r"toen\.yaml:2:16: zelfscan\.antwoorden\.ZB99"),
            ("zelfscan: {antwoorden: [ja]\n", r"toen\.yaml:"),
            ("organisatie: {plaats: Oostermeer}\n", r"toen\.yaml:1:.*verplicht veld ontbreekt"),
        ],
    )
    def it_names_the_place_of_a_mistake_in_that_file(self, tmp_path: Path, then: str, message: str) -> None:
        with pytest.raises(ProfileError, match=message):
            earlier(tmp_path, then)
