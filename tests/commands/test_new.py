from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from policygen import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commands.conftest import Ran


class DescribeNew:
    def it_makes_a_profile_that_is_valid_at_once(self, policygen: Callable[..., Ran]) -> None:
        ran = policygen("new")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("Gemaakt: profiel.yaml\n")
        assert "policygen check profiel.yaml" in ran.out
        assert policygen("check", "profiel.yaml").code == 0
        assert [path.name for path in Path().iterdir()] == ["profiel.yaml"]

    @pytest.mark.parametrize("naam", ["Stichting 't Zeepaardje", 'Zorg: "Samen" & meer', "#hashtag", "1.10", "Żółw"])
    def it_fills_in_what_you_give(self, policygen: Callable[..., Ran], naam: str) -> None:
        from policygen import profile

        Path("klanten").mkdir()
        ran = policygen("new", "klanten/x.yaml", "--naam", naam, "--sector", "Ouderenzorg", "--land", "be")
        assert (ran.code, ran.err) == (0, "")
        organisatie = profile.load(Path("klanten/x.yaml")).profile.organisatie
        assert (organisatie.naam, organisatie.sector, organisatie.land) == (naam, "ouderenzorg", "BE")

    def it_never_overwrites(self, policygen: Callable[..., Ran]) -> None:
        Path("profiel.yaml").write_text("van mij", encoding="utf-8")
        ran = policygen("new")
        assert (ran.code, ran.out) == (5, "")
        assert ran.err == "profiel.yaml: bestaat al en blijft staan. Kies een andere naam voor het nieuwe profiel.\n"
        assert Path("profiel.yaml").read_text(encoding="utf-8") == "van mij"

    @pytest.mark.parametrize(("naam", "code"), [("\x07", "U+0007"), ("Zorg\udcff", "U+DCFF"), ("a\uffff", "U+FFFF")])
    def it_refuses_a_name_that_no_profile_can_hold(self, policygen: Callable[..., Ran], naam: str, code: str) -> None:
        ran = policygen("new", "--naam", naam)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.splitlines()[-1] == (
            f"Fout: De waarde bij '--naam' kan niet: teken {code} kan niet in een naam. "
            "Typ de naam opnieuw, zonder dat teken."
        )
        assert list(Path().iterdir()) == []

    @pytest.mark.parametrize("folder", ["weg", "profiel.txt", "a" * 300])
    def it_makes_no_folders(self, policygen: Callable[..., Ran], folder: str) -> None:
        Path("profiel.txt").write_text("", encoding="utf-8")
        ran = policygen("new", str(Path(folder, "x.yaml")))
        assert (ran.code, ran.out) == (5, "")
        assert ran.err == (
            f"{Path(folder, 'x.yaml')}: de map '{folder}' bestaat niet. Maak die map eerst, of kies een andere.\n"
        )
        assert [path.name for path in Path().iterdir()] == ["profiel.txt"]

    def it_refuses_a_name_that_is_too_long(self, policygen: Callable[..., Ran]) -> None:
        ran = policygen("new", "a" * 300)
        assert ran.code == 5
        assert "te lang" in ran.err

    def it_quotes_a_name_with_a_space_in_what_to_type_next(self, policygen: Callable[..., Ran]) -> None:
        assert 'policygen check "mijn profiel.yaml"' in policygen("new", "mijn profiel.yaml").out


class DescribeNewFromAReadyProfile:
    def it_copies_the_profile_and_says_what_to_change_first(self, policygen: Callable[..., Ran]) -> None:
        ran = policygen("new", "linde.yaml", "--voorbeeld", "ouderenzorg-nl")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("Gemaakt: linde.yaml\n")
        assert "zijn verzonnen" in ran.out
        assert "verander eerst organisatie, document en personen" in ran.out
        assert ran.out.endswith("policygen check linde.yaml\n")
        assert Path("linde.yaml").read_bytes() == resources.ready_profile("ouderenzorg-nl")

    @pytest.mark.parametrize("name", resources.ready_profiles())
    def it_gives_a_profile_that_makes_documents_at_once(self, policygen: Callable[..., Ran], name: str) -> None:
        policygen("new", "--voorbeeld", name)
        ran = policygen("check", "profiel.yaml")
        assert (ran.code, ran.err) == (0, "")

    @pytest.mark.parametrize("option", [("--naam", "De Linde"), ("--sector", "ggz"), ("--land", "BE")])
    def it_takes_no_name_sector_or_country_beside_it(
        self, policygen: Callable[..., Ran], option: tuple[str, str]
    ) -> None:
        ran = policygen("new", "--voorbeeld", "ggz-be", *option)
        assert (ran.code, ran.out) == (2, "")
        assert "--voorbeeld gaat niet samen met --naam, --sector of --land" in ran.err
        assert list(Path().iterdir()) == []

    @pytest.mark.parametrize("wrong", ["ouderenzorg", "voorbeeld", "../minimaal"])
    def it_names_the_ready_profiles_when_there_is_no_such_one(self, policygen: Callable[..., Ran], wrong: str) -> None:
        ran = policygen("new", "--voorbeeld", wrong)
        assert (ran.code, ran.out) == (2, "")
        assert f"'{wrong}' bestaat niet." in ran.err
        assert ", ".join(resources.ready_profiles()) in " ".join(ran.err.split())

    def it_never_overwrites(self, policygen: Callable[..., Ran]) -> None:
        Path("profiel.yaml").write_text("van mij", encoding="utf-8")
        ran = policygen("new", "--voorbeeld", "ggz-nl")
        assert (ran.code, Path("profiel.yaml").read_text(encoding="utf-8")) == (5, "van mij")
