"""Whether the moment in a text fits the people that it is about."""

from __future__ import annotations

import re
from typing import Any

import pytest

from policygen import catalogue
from policygen.context.vacature_functie import matches
from policygen.context.vacature_keuze import texts
from tests.vacature.profielen import TONEN, context, functies, vacatures

SECTOREN = ("gehandicaptenzorg", "ouderenzorg", "jeugdhulp", "ggz", "sociaal_werk", "gemeente")


def every_text(sector: str, toon: str, doelgroep: str = "", term: str = "") -> dict[str, str]:
    """All that a reader of one organisation sees, per function."""
    about = f", doelgroep: {doelgroep}" if doelgroep else ""
    word = f"  termen: {{client: {{enkelvoud: {term}}}}}\n" if term else ""
    wanted = "".join(f'  - {{functie: "{functie}"}}\n' for functie in functies())
    found = context(
        f"organisatie: {{naam: De Brug, land: NL, sector: {sector}{about}}}\n"
        f"taal:\n  aanspreekvorm: {toon}\n{word}vacatures:\n{wanted}"
    )["vacatures"]
    return {
        one["titel"]: " ".join(
            [*(str(snippet["tekst"]) for snippet in one["snippets"]), str(one["punt"]), str(one["vraag"])]
        )
        for one in found["lijst"]
    }


@pytest.mark.parametrize("toon", TONEN)
class DescribeTheMoment:
    def it_has_no_gaming_night_in_a_home_for_the_elderly(self, toon: str) -> None:
        for functie, text in every_text("ouderenzorg", toon).items():
            assert not re.search(r"\bgam(?:e|en|et)\b|enge filmpjes|privéfoto", text), functie

    def it_has_no_street_of_long_ago_for_the_young(self, toon: str) -> None:
        for functie, text in every_text("jeugdhulp", toon).items():
            assert not re.search(r"oude straat|van vroeger|met de jas", text), functie

    def it_has_nothing_about_chats_and_banks_for_who_cannot_use_them(self, toon: str) -> None:
        wrong = re.compile(
            r"\bgam(?:e|en|et)\b|\bspel\b|chat|\bbank\b|prijs gewonnen|vriend(?:schap|en worden)|onbekende|betalen|"
            r"aanvraag|formulier|uitslag|rekening|verliefd|online (?:volgen|zette)|boos|appje",
            re.IGNORECASE,
        )
        found = every_text("gehandicaptenzorg", toon, "kinderen met een ernstige meervoudige beperking", "kind")
        assert not {functie: wrong.findall(text) for functie, text in found.items() if wrong.search(text)}

    def it_is_the_neutral_one_where_the_own_moment_of_a_function_is_out_of_place(self, toon: str) -> None:
        by_title = {one["titel"]: one for one in vacatures("intensief", toon)["lijst"]}
        note = catalogue.load("vacatures")["opmerkingen"]["geen_variant"]
        for title in ("Teamleider", "Gedragsdeskundige", "HR-adviseur"):
            assert by_title[title]["opmerkingen"] == (note,)
            assert f"ls {by_title[title]['functie']} " in str(by_title[title]["snippets"][0]["tekst"])
        assert by_title["Begeleider"]["opmerkingen"] == ()

    def it_is_no_daily_chat_where_nobody_lives_in(self, toon: str) -> None:
        for sector in ("gemeente", "sociaal_werk", "ggz"):
            text = every_text(sector, toon)["Kok"]
            assert "langs de gewone weg" in text
            assert not re.search(r"praatje|zwaait|groeten", text)

    def it_is_no_evening_or_night_with_a_team_around_where_people_come_for_an_appointment(self, toon: str) -> None:
        lives_in = re.compile(
            r"team wil\b|wil ingrijpen|in je ronde|(?:je|uw) ronde|'s nachts uit te zetten|'s Middags leg"
        )
        for sector in ("ggz", "sociaal_werk", "gemeente"):
            found = every_text(sector, toon)
            assert not {functie: lives_in.findall(text) for functie, text in found.items() if lives_in.search(text)}
        assert lives_in.search(every_text("ggz", toon, "volwassenen in een kliniek")["Gedragsdeskundige"])
        assert lives_in.search(every_text("gehandicaptenzorg", toon)["Gedragsdeskundige"])

    def it_is_explained_once(self, toon: str) -> None:
        assert "doelgroep" in vacatures("intensief", toon)["groep"]
        assert vacatures("alles", toon)["groep"] == ""


class DescribeTheGroup:
    @pytest.mark.parametrize(
        ("sector", "doelgroep", "term", "found"),
        [
            ("gehandicaptenzorg", "kinderen met een ernstige meervoudige beperking", "", True),
            ("gehandicaptenzorg", "mensen met EMB", "", True),
            ("gehandicaptenzorg", "", "kind", True),
            ("gehandicaptenzorg", "mensen met een licht of matig verstandelijke beperking", "", False),
            ("gehandicaptenzorg", "", "", False),
            ("jeugdhulp", "jongeren van 10 tot 21 jaar", "kind", False),
            ("jeugdhulp", "baby's en peuters", "kind", True),
            ("ouderenzorg", "ouderen met dementie", "", False),
            ("ouderenzorg", "ouderen met gevorderde dementie", "", True),
            ("sociaal_werk", "gezinnen met meervoudige problemen", "", False),
        ],
    )
    def it_is_read_from_the_target_group_or_the_word_for_a_client(
        self, sector: str, doelgroep: str, term: str, found: bool
    ) -> None:
        seen = every_text(sector, "je", f'"{doelgroep}"' if doelgroep else "", term)
        assert ("muziek en videobellen" in seen["Kok"]) == found

    def it_takes_a_star_for_the_rest_of_a_word(self) -> None:
        assert matches("voor babys en peuters", "baby*")
        assert not matches("embargo", "emb")
        assert matches("mensen met emb", "emb")


class DescribeVariants:
    def it_replaces_whole_parts_in_both_tones(self) -> None:
        """A variant that changes a text in one tone only would leave the other with the wrong moment."""
        for key, function in catalogue.load("vacatures")["functies"].items():
            for variant in function.get("varianten", ()):
                assert set(variant["voor"]) <= {
                    *SECTOREN,
                    "ambulant",
                    "minderjarigen",
                    *catalogue.load("vacatures")["groepen"],
                }, key
                assert shape(variant.get("je")) == shape(variant.get("u")), key
                assert shape(variant, 2) <= shape(function, 2) | {"voor"}, key

    def it_gives_the_most_specific_one(self) -> None:
        plain, sector, group = (
            texts("verzorgende", setting)["je"]["midden"]["over"]
            for setting in (("ouderenzorg",), ("ggz",), ("ggz", "intensief"))
        )
        assert "met de jas" in plain
        assert "bloeddruk" in sector
        assert "welterusten" in group

    def it_keeps_what_the_variant_does_not_name(self) -> None:
        base, changed = (texts("hr_adviseur", (sector,)) for sector in ("ggz", "ouderenzorg"))
        assert changed["je"]["lang"] == base["je"]["lang"]
        assert changed["je"]["midden"]["meebrengen"] == base["je"]["midden"]["meebrengen"]
        assert changed["je"]["midden"]["over"] != base["je"]["midden"]["over"]


def shape(part: Any, depth: int = 9) -> set[str]:
    """The dotted names in a part of the catalogue."""
    if not isinstance(part, dict) or not depth:
        return set()
    return {name for key, value in part.items() for name in (key, *(f"{key}.{one}" for one in shape(value, depth - 1)))}
