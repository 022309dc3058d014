from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.context.bodies import base, typed

if TYPE_CHECKING:
    from pathlib import Path

PROFILE = """\
organisatie: {{naam: De Kade, land: NL}}
document: {{datum: {datum}{review}}}
beleid: {{ingangsdatum: {start}}}
pdca:
  momenten:
    - {{fase: do, maand: {talk}, wat: {wat}, wie: {wie}}}
    - {{fase: check, maand: {check}, wat: nagaan, wie: expert}}
"""


USUAL = {
    "datum": "2026-11-22",
    "start": "",
    "review": "",
    "check": 9,
    "talk": 3,
    "wat": "teamgesprek",
    "wie": "communicatie",
}


def signs(folder: Path, **given: object) -> list[str]:
    """The signs of a profile with a talk in March and a check in September, unless told otherwise."""
    values = USUAL | given
    values["review"] = f", evaluatie_op: {values['review']}" if values["review"] else ""
    return [str(sign["tekst"]) for sign in typed(folder, PROFILE.format(**values))["visie"]["tekenen"]]


class DescribeTekenen:
    @pytest.mark.parametrize(
        ("datum", "start", "check", "expected"),
        [
            ("2026-11-22", "", 9, "Eind september 2027 "),
            ("2026-02-10", "", 9, "Eind september 2026 "),
            ("2026-02-10", "2027-01-01", 9, "Eind september 2027 "),
            ("2026-11-22", "", 12, "Eind december 2027 "),  # four weeks is no time to see what changed
            ("2026-06-30", "", 12, "Eind december 2026 "),
            ("2026-07-01", "", 12, "Eind december 2027 "),
            ("2026-11-22", "", 5, "Eind mei 2027 "),
            ("2026-11-22", "", 4, "Eind april 2028 "),
        ],
    )
    def it_gives_the_month_a_year_with_half_a_year_to_work(
        self, tmp_path: Path, datum: str, start: str, check: int, expected: str
    ) -> None:
        client, relative, _team = signs(tmp_path, datum=datum, start=start, check=check)
        assert client.startswith(expected)
        assert relative.startswith(expected)
        assert "acht van de tien" in relative

    def it_never_looks_for_a_sign_after_the_review(self, tmp_path: Path) -> None:
        assert signs(tmp_path, check=9, review="2027-09-20")[0].startswith("Voor 20 september 2027 ")
        assert signs(tmp_path, check=9, review="2027-10-01")[0].startswith("Eind september 2027 ")

    @pytest.mark.parametrize(
        ("wat", "wie", "expected"),
        [
            ("teamgesprek over apps", "communicatie", "Eind maart 2027 "),
            ("apps op het teamoverleg", "expert", "Eind maart 2027 "),
            ("gesprek in elke groep", "leidinggevende", "Eind maart 2027 "),
            ("digicafé", "digicoach", "Binnen een jaar na vaststelling "),
            ("thema kiezen", "expert", "Binnen een jaar na vaststelling "),
        ],
    )
    def it_ties_the_sign_of_the_teams_to_a_talk_in_the_teams_only(
        self, tmp_path: Path, wat: str, wie: str, expected: str
    ) -> None:
        assert signs(tmp_path, wat=wat, wie=wie)[2].startswith(expected)

    def it_takes_no_month_from_a_calendar_that_is_only_a_proposal(self) -> None:
        for sign in base("minimaal")["visie"]["tekenen"]:
            assert sign["tekst"].startswith("Binnen een jaar na vaststelling ")

    def it_asks_no_agreement_of_teams_where_there_is_no_policy(self) -> None:
        assert "afspraak" not in base("geen_verwant")["visie"]["tekenen"][2]["tekst"]
        assert "de ledenraad besproken" in base("geen_verwant")["visie"]["tekenen"][1]["tekst"]
