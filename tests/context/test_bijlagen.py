from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from policygen.context.kanaal import helps_online
from policygen.context.wonen import WONEN, setting
from policygen.openplace import Open
from tests.context.bodies import (
    ALL,
    base,
    body,
    fill_source,
    headings,
    in_lines,
    ours,
    profile,
    rows,
    running_text,
    typed,
    without_open_places,
)
from tests.support import taal
from tools.__main__ import whole

if TYPE_CHECKING:
    from pathlib import Path

SECTORS = ("gehandicaptenzorg", "ouderenzorg", "jeugdhulp", "ggz", "sociaal_werk", "gemeente")
ANNEXES = ("huisregels", "regels voor bezoekers", "toestemming", "incidentkaart", "kanalentabel", "accountlijst")
ALLOWS = re.compile(r"\b(?:mag|mogen|kan|kunnen)\b", re.IGNORECASE)
FORBIDS = re.compile(r"\b(?:niet|geen|nooit)\b", re.IGNORECASE)
FIRST = re.compile(r"^(?:Praat met|Kijk of|Ga meteen bij|Bescherm) ")


def annex(text: str, name: str) -> str:
    """One annex, with its heading."""
    return next(part for part in re.split(r"^# ", text, flags=re.MULTILINE) if part.startswith(f"Bijlage: {name}"))


def words_of(text: str) -> str:
    """The words that a reader meets, without the marks of the text source and without open places."""
    plain = [re.sub(r"^(?:1\. |- |> |\[\w+\] |#+ )", "", line) for line in in_lines(text).splitlines()]
    return without_open_places("\n".join(line.replace("**", "") for line in plain if not line.startswith("formulier:")))


def measured(text: str) -> str:
    """The running text to measure, with the numbered rules as plain sentences."""
    lines = [line for line in running_text(text).splitlines() if not line.startswith("formulier:")]
    return without_open_places("\n".join(line.removeprefix("1. ") for line in lines))


def rules_of(name: str) -> str:
    return annex(body(name, "beleid_bijlagen"), "huisregels")


@pytest.mark.parametrize("name", ALL)
class DescribeHuisregels:
    def it_is_eight_to_ten_rules_in_220_words_with_the_first_within_45(self, name: str) -> None:
        words = words_of(rules_of(name))
        rules = [line for line in rules_of(name).splitlines() if line.startswith("1. ")]
        assert 8 <= len(rules) <= 10
        assert len(taal.words(words)) <= 220
        first = words_of(rules[0]).split(".", maxsplit=1)[0]
        assert len(taal.words(words.split(first)[0])) + len(taal.words(first)) <= 45

    def it_is_easy_to_read(self, name: str) -> None:
        text = measured(rules_of(name))
        assert taal.mean_sentence(text) <= 11
        assert taal.longest_sentence(text)[0] <= 20
        assert taal.flesch_douma(text) >= 65

    def it_begins_with_the_client_and_allows_as_much_as_it_forbids(self, name: str) -> None:
        text = words_of(rules_of(name))
        rules = [line for line in rules_of(name).splitlines() if line.startswith("1. ")]
        assert str(base(name)["termen"]["client"]["enkelvoud"]) in rules[0]
        assert len(ALLOWS.findall(text)) >= len(FORBIDS.findall(text)) >= 1

    def it_addresses_the_reader_in_one_way(self, name: str) -> None:
        text = rules_of(name)
        je, u = len(taal.je_vormen(text)), len(taal.u_vormen(text))
        assert (je == 0 and u >= 5) if base(name)["taal"]["aanspreekvorm"] == "u" else (u == 0 and je >= 5)

    def it_tells_where_to_report(self, name: str) -> None:
        box = next(line for line in rules_of(name).splitlines() if line.startswith("> **Melden:** "))
        incidents = profile(name).incidenten
        point = incidents.meldpunt if incidents else None
        leader = str(base(name)["termen"]["leidinggevende"].get("enkelvoud", ""))
        decided = not base(name)["document"]["concept"]
        open_or_leader = leader if decided else "[Nog in te vullen: het meldpunt voor incidenten]"
        named = str(point.naam) if point and not isinstance(point.naam, Open) else ""
        assert (named.lower() or open_or_leader) in (box.lower() if named else box)


@pytest.mark.parametrize("name", ALL)
class DescribeBijlagen:
    def it_has_six_annexes_each_on_a_page_of_its_own(self, name: str) -> None:
        lines = body(name, "beleid_bijlagen").splitlines()
        tops = [place for place, line in enumerate(lines) if line.startswith("# ")]
        assert [re.sub("^# Bijlage: ", "", lines[place]).startswith(found) for place, found in
                zip(tops, ANNEXES, strict=True)] == [True] * len(ANNEXES)  # fmt: skip
        assert all(lines[place - 1].startswith("===") for place in tops)
        whole_text = body(name, "beleid_samenvatting") + "\n" + body(name, "beleid_bijlagen")
        assert len(set(headings(whole_text))) == len(headings(whole_text))

    def it_never_leaves_a_heading_or_a_table_empty(self, name: str) -> None:
        for source in ("beleid_samenvatting", "beleid_bijlagen"):
            lines = [line for line in body(name, source).splitlines() if not line.startswith("===")]
            for line, after in zip(lines, [*lines[1:], "# einde"], strict=True):
                assert not (line.startswith("#") and after.startswith("#"))
                assert not line.startswith("tabel:") or after.startswith("|")
                assert line not in {"-", "1.", ">"}
            for place, line in enumerate(lines):
                assert not line.startswith("tabel:") or lines[place + 2].startswith("|"), line

    def it_is_easy_to_read(self, name: str) -> None:
        parts = [annex(body(name, "beleid_bijlagen"), one) for one in ANNEXES]
        for part in (body(name, "beleid_samenvatting"), *parts):
            text = measured(part)
            assert taal.mean_sentence(text) <= 12
            assert taal.longest_sentence(text)[0] <= 25
        assert taal.flesch_douma(measured("\n".join(parts))) >= 65
        assert taal.flesch_douma(measured(body(name, "beleid_samenvatting"))) >= 55

    def it_is_good_dutch(self, name: str) -> None:
        land, own = base(name)["organisatie"]["land"], repr(profile(name))
        for source in ("beleid_samenvatting", "beleid_bijlagen"):
            lines = in_lines(body(name, source))
            assert not [found for line in lines.splitlines() for found in taal.leftovers(line)]
            text = words_of(body(name, source))
            assert not taal.bronreeksen(text)
            assert not taal.fouten(text, land, own)

    def it_addresses_only_staff_with_je_and_visitors_with_u(self, name: str) -> None:
        text = body(name, "beleid_bijlagen")
        visitors = annex(text, "regels voor bezoekers")
        assert len(taal.u_vormen(visitors)) >= 8
        assert not taal.je_vormen(visitors)
        for other in ("toestemming", "incidentkaart", "accountlijst", "kanalentabel"):
            said = ours(name, annex(text, other))
            assert not taal.je_vormen(said) + taal.u_vormen(said)
        assert not taal.je_vormen(body(name, "beleid_samenvatting")) + taal.u_vormen(body(name, "beleid_samenvatting"))

    def it_uses_the_terms_of_the_profile_only(self, name: str) -> None:
        given = repr(profile(name)).lower()
        text = words_of(body(name, "beleid_samenvatting") + "\n" + body(name, "beleid_bijlagen")).lower()
        for word in ("cliënt", "bewoner", "jongere", "inwoner", "gebruiker", "verwant", "naaste", "mantelzorger"):
            if word not in given and word not in str(base(name)["termen"]):
                assert not re.search(rf"\b{word}(?:s|en|n)?\b", text), word

    def it_names_no_channel_that_the_profile_does_not_name(self, name: str) -> None:
        text = body(name, "beleid_bijlagen").lower()
        for brand in ("facebook", "instagram", "whatsapp", "tiktok", "snapchat", "youtube", "linkedin", "teams"):
            assert (brand in text) is (brand in repr(profile(name).kanalen).lower()), brand


@pytest.mark.parametrize("name", ALL)
class DescribeIncidentkaart:
    def it_shows_for_five_cases_what_to_do_who_helps_how_and_when(self, name: str) -> None:
        cases = base(name)["bijlagen"]["incident"]["gevallen"]
        client = str(base(name)["termen"]["client"]["de"])
        assert len(cases) == 5
        for case in cases:
            assert all(case[part] for part in ("kop", "wat", "eerst", "wie", "weg", "termijn"))
            assert FIRST.match(str(case["eerst"])), case["eerst"]
            assert client in taal.sentences(str(case["eerst"]))[0]
            assert len(taal.words(str(case["eerst"]))) <= 30

    def it_fits_one_page(self, name: str) -> None:
        cases = base(name)["bijlagen"]["incident"]["gevallen"]
        text = " ".join(str(part) for case in cases for part in case.values())
        assert len(taal.words(text)) <= 320  # drawn, this many still fit

    def it_helps_the_client_first_and_tells_who_decides(self, name: str) -> None:
        steps = base(name)["bijlagen"]["incident"]["stappen"]
        client, helps = base(name)["termen"]["client"]["de"], helps_online(profile(name), base(name)["termen"])
        assert [str(step["kop"]) for step in steps] == [
            f"Eerst {client}", "Bewaar bewijs",
            "Reageer niet in het openbaar" if helps else "Reageer zelf niet online", "Meld het meteen",
            "Wie beslist", "Rond het af",
        ]  # fmt: skip
        assert str(base(name)["eind"]["nu"]) in f"{steps[4]['tekst']} {steps[5]['tekst']}"


def it_knows_what_happens_most_where_young_people_get_help() -> None:
    def heads(name: str) -> list[str]:
        return [str(case["kop"]) for case in base(name)["bijlagen"]["incident"]["gevallen"]]

    assert heads("jeugdhulp-nl")[2] == heads("jeugdhulp_be")[2] == "Naaktbeeld of afpersing"
    assert heads("volledig")[2] == "Groepsfoto"


@pytest.mark.parametrize("name", ALL)
class DescribeSamenvatting:
    def it_begins_with_the_client_a_gain_and_a_fact(self, name: str) -> None:
        start = measured(body(name, "beleid_samenvatting"))
        first = taal.sentences(start)[0]
        client = str(base(name)["termen"]["client"]["meervoud"])
        assert client in first.lower()
        assert re.search(r"\bkunnen\b|\bleren\b|\bvinden\b", first)
        assert str(base(name)["organisatie"]["korte_naam"]) in " ".join(start.split()[:100])

    def it_fits_one_page(self, name: str) -> None:
        text = body(name, "beleid_samenvatting")
        assert len(taal.words(words_of(text))) <= 310
        assert sum(line.startswith("|") for line in text.splitlines()) <= 18
        assert not [line for line in text.splitlines() if line.startswith("- ")]

    def it_gives_the_dates_in_order_and_each_voice_a_date_or_says_it_has_none(self, name: str) -> None:
        told = (
            " en wie is gehoord" if base(name)["document"]["is_vastgesteld"] else ", wie is gehoord en wat nog open is"
        )
        table = rows(body(name, "beleid_samenvatting"), f"## Wat het vraagt{told}")
        facts = [row[0] for row in table]
        order = [one for one in facts if one in {"Besluit", "Opnieuw bekijken"}]
        assert order == [one for one in ("Besluit", "Opnieuw bekijken") if one in order]
        assert order[0] == "Besluit"
        told = re.compile(
            r"(?:geraadpleegd|gevraagd|geïnformeerd) op|nog niet (?:geraadpleegd|geïnformeerd)|geen (?:vast|datum)",
            re.IGNORECASE,
        )
        groups = [base(name)["inspraak"][key] for key in ("clienten", "verwanten", "personeel")]
        heads = {"Medewerkers" if group["id"] == "personeel" else str(group["kop"]) for group in groups if group}
        assert heads <= set(facts)
        assert all(told.search(row[1]) for row in table if row[0] in heads)

    def it_asks_only_what_is_not_decided_yet(self, name: str) -> None:
        box = next(line for line in body(name, "beleid_samenvatting").splitlines() if line.startswith("> "))
        status = base(name)["document"]["status_code"]
        later = base(name)["motieven"]["later"]
        head = {"concept": "Voorstel voor het besluit", "ter_besluit": "Gevraagd besluit", "definitief": "Besloten"}
        assert box.startswith(f"> **{'Nog te beslissen' if later else head[status]}.** ")
        if status != "concept":
            assert "voorstel" not in (body(name, "beleid_samenvatting") + body(name, "beleid_bijlagen")).lower()


class DescribeBijlagenOfVeldermaat:
    def it_holds_the_facts_of_the_profile(self) -> None:
        summary, annexes = body("volledig", "beleid_samenvatting"), body("volledig", "beleid_bijlagen")
        for fact in (
            *(
                "3.500 euro per jaar",
                "digimaatje 6 uur (gepland), samen 10 uur per week; nog geen uren afgesproken voor ICT",
            ),
            *(
                "4 uur per jaar, in werktijd. Voor alle 640 medewerkers zou dat 2.560 uur zijn.",
                "1 januari 2027",
                "1 november 2027",
            ),
            *(
                "Cliëntenraad: om advies gevraagd op 6 oktober 2026; uitkomst nog niet vastgelegd",
                "Verwantenraad (advies): nog niet geraadpleegd",
            ),
            *("640 medewerkers van Veldermaat op 22 locaties", "digimaatje."),
        ):
            assert fact in summary, fact
        for fact in (
            *("Meldpunt incidenten, 000 000 00 00, 24 uur per dag", "intranet, map Beleid en kwaliteit"),
            *("Facebook binnen 1 werkdag en Instagram binnen 2 werkdagen", "WhatsApp, in een chat met:"),
            *(
                "Instagram, waar iedereen het kan zien",
                "Van 12 tot 16 jaar tekenen het kind en de ouders of voogd samen",
                "| Foto |",
            ),
            *("privacy-instellingen samen doorlopen", "Helpwanted, de politie en de Autoriteit Persoonsgegevens"),
            *("[Nog in te vullen: het stappenplan bij incidenten]", "[Nog in te vullen: de reactietijd van WhatsApp]"),
            *("Nieuws en werving", "Bereik groot, gemak goed", "bij het ondersteuningsplan"),
        ):
            assert fact in annexes, fact

    @pytest.mark.parametrize("other", ["jeugdhulp_be", "gemeente"])
    def it_differs_from_another_organisation_in_a_third_of_its_sentences(self, other: str) -> None:
        here, there = (words_of(body(name, "beleid_bijlagen")) for name in ("volledig", other))
        known = set(taal.sentences(there))
        mine = taal.sentences(here)
        assert sum(line not in known for line in mine) >= 0.3 * len(mine)


class DescribeBijlagenPerCountry:
    def it_asks_two_consents_in_flanders_and_one_per_medium_in_the_netherlands(self) -> None:
        flemish, dutch = body("jeugdhulp_be", "beleid_bijlagen"), body("volledig", "beleid_bijlagen")
        assert "| Waarvoor | Maken | Gebruiken |" in flemish
        assert "| Waarvoor | Foto | Film of geluid |" in dutch
        assert "Van 12 tot 18 jaar tekenen het kind en de ouder of voogd samen." in flemish
        assert "maatregel van de jeugdrechter" in flemish
        assert "16 jaar" not in flemish
        assert "13 jaar" not in dutch
        assert "Beeld maken mag na een ja, beeld delen na een tweede ja." in flemish

    def it_says_nothing_about_minors_where_there_are_none(self) -> None:
        for name in ("lange_naam", "geen_verwant", "minimaal"):
            assert not re.search(r"voogd|ouders|\d\d jaar", body(name, "beleid_bijlagen"))

    def it_keeps_other_children_out_of_pictures_of_visitors(self) -> None:
        told = "Van andere jongeren maakt u geen foto of film."
        assert told in annex(body("jeugdhulp_be", "beleid_bijlagen"), "regels voor bezoekers")
        assert told not in body("minimaal", "beleid_bijlagen")

    def it_lets_visitors_take_pictures_only_where_people_live(self) -> None:
        own = "U mag foto's maken van uw eigen bezoek."
        apart = "Maak binnen geen foto of film waar andere bezoekers op staan."
        for name in ALL:
            text = annex(body(name, "beleid_bijlagen"), "regels voor bezoekers")
            lives_in = setting(base(name)) == WONEN
            assert (own in text, apart in text) == (lives_in, not lives_in), name
            assert lives_in or "andere kinderen" not in text

    def it_never_forbids_a_client_a_device(self) -> None:
        for name in ALL:
            assert not re.search(r"telefoonverbod|telefoon (?:inleveren|afgeven)", body(name, "beleid_bijlagen"))


class DescribeBijlagenWithoutFacts:
    def it_promises_nothing_that_the_profile_does_not_hold(self) -> None:
        text = body("minimaal", "beleid_samenvatting") + body("minimaal", "beleid_bijlagen")
        assert not re.search(r"euro|in werktijd|digi|Telefoon:|per dag|binnen \d werk", text)
        assert "| Tijd en geld | Nog niet geraamd |" in text
        assert "de collega voor communicatie" in text

    def it_asks_for_channels_once_and_leaves_cards_to_fill_in(self) -> None:
        text = body("minimaal", "beleid_bijlagen")
        assert text.count("[Nog in te vullen: onze kanalen") == 1
        assert annex(text, "accountlijst").count("formulier:") == 1
        assert annex(text, "kanalentabel").count("formulier:") == 1

    def it_shows_no_card_where_there_are_no_channels(self, tmp_path: Path) -> None:
        text = fill_source("beleid_bijlagen", typed(tmp_path, "organisatie: {naam: X, land: NL}\nkanalen: []\n"))
        assert "We hebben nu geen eigen accounts." in text
        assert "Bij X gebruiken we nu geen eigen kanalen." in text
        assert "Nog in te vullen: onze kanalen" not in text
        assert "formulier:" not in annex(text, "accountlijst") + annex(text, "kanalentabel")

    def it_sends_a_decided_paper_without_a_reporting_point_to_the_leader(self) -> None:
        text = body("lange_naam", "beleid_bijlagen")
        assert "> **Melden:** Bij uw teamverantwoordelijke." in text
        assert "meldpunt" not in text
        assert "kiest de dag waarop het ingaat" not in body("lange_naam", "beleid_samenvatting")

    def it_needs_no_leader_and_no_relative(self, tmp_path: Path) -> None:
        made = typed(
            tmp_path,
            "organisatie: {naam: Praktijk Eik, land: NL, medewerkers: 1, locaties: 1}\n"
            "taal: {termen: {verwant: geen, leidinggevende: geen, clientplan: geen}}\n"
            "personen: {ik: {functie: eigenaar}}\n"
            "rollen: {expert: {status: ingevuld, personen: [ik], eindverantwoordelijk: ja}}\n",
        )
        text = fill_source("beleid_samenvatting", made) + "\n" + fill_source("beleid_bijlagen", made)
        assert not re.search(r"teamleider|verwant|Bent u (?:een|de)", text)
        assert "dezelfde dag aan de eigenaar." in text
        assert "De eigenaar beslist wie wat doet. Naar buiten spreekt alleen" in text
        assert "Het beleid is voor alle medewerkers van Praktijk Eik." in text
        assert "op een vaste en veilige plek" in text

    def it_keeps_a_planned_role_apart_and_counts_no_single_hour_twice(self, tmp_path: Path) -> None:
        own = "organisatie: {naam: X, land: NL}\nrollen: {expert: {status: gepland, uren_per_week: 2}}\n"
        assert fill_source("beleid_samenvatting", typed(tmp_path, own)).count("2 uur (gepland) per week") == 1


class DescribeSamenvattingOfADecision:
    def it_says_who_decides_later_and_when(self) -> None:
        assert "De directie beslist op 20 januari 2027 of dit beleid er komt." in body(
            "lange_naam", "beleid_samenvatting"
        )

    def it_says_what_was_decided_and_from_when(self, tmp_path: Path) -> None:
        assert "Het bestuursorgaan keurde dit beleid goed op 7 september 2026." in body(
            "jeugdhulp_be", "beleid_samenvatting"
        )
        own = (
            "organisatie: {naam: X, land: NL}\nbeleid: {ingangsdatum: 2027-02-01, kosten_per_jaar: 900}\n"
            "document: {status: definitief, vastgesteld_op: 2027-01-10, datum: 2027-01-10, evaluatie_op: 2028-01-01}\n"
        )
        text = fill_source("beleid_samenvatting", typed(tmp_path, own))
        assert "vast op 10 januari 2027. Het gaat in op 1 februari 2027." in text
        assert "Daarvoor is" not in text

    def it_asks_for_a_day_that_is_not_chosen(self, tmp_path: Path) -> None:
        own = "organisatie: {naam: X, land: NL}\ndocument: {status: ter_besluit, evaluatie_op: 2028-01-01}\n"
        text = fill_source("beleid_samenvatting", typed(tmp_path, own))
        assert "en kiest de dag waarop het ingaat." in text
        assert "ingangsdatum" not in text


class DescribeBijlagenPerSector:
    @pytest.mark.parametrize("land", ["NL", "BE"])
    @pytest.mark.parametrize("address", ["je", "u"])
    def it_keeps_the_house_rules_short_in_every_sector(self, tmp_path: Path, land: str, address: str) -> None:
        seen = set()
        for sector in SECTORS:
            own = f"organisatie: {{naam: X, land: {land}, sector: {sector}}}\ntaal: {{aanspreekvorm: {address}}}\n"
            text = annex(fill_source("beleid_bijlagen", typed(tmp_path, own)), "huisregels")
            assert len(taal.words(words_of(text))) <= 220
            assert taal.longest_sentence(measured(text))[0] <= 20
            assert taal.flesch_douma(measured(text)) >= 65
            assert len(ALLOWS.findall(text)) >= len(FORBIDS.findall(text))
            assert not taal.woorden_van_ander_land(text, land)
            seen.add(next(line for line in text.splitlines() if line.startswith("1. ")))
        assert len(seen) == len(SECTORS)

    def it_opens_the_page_for_the_board_with_words_of_the_sector(self, tmp_path: Path) -> None:
        seen = set()
        for sector in SECTORS:
            own = f"organisatie: {{naam: X, land: BE, sector: {sector}}}\n"
            text = fill_source("beleid_samenvatting", typed(tmp_path, own))
            seen.add(re.sub(r"^\[Intro\] \w+ ", "", next(line for line in text.splitlines() if "[Intro]" in line)))
        assert len(seen) == len(SECTORS)

    def it_does_not_make_a_child_that_cannot_type_ask_for_friendship(self) -> None:
        card = annex(body("zeepaardje", "beleid_bijlagen"), "incidentkaart")
        assert "Iemand uit het gezin wil privé online bevriend zijn." in card
        assert "Praat met het kind" not in card
        assert "Stuur ouders alleen berichten vanaf uw werkaccount." in body("zeepaardje", "beleid_bijlagen")
        assert "Kinderen kunnen online plezier en contact hebben." in body("zeepaardje", "beleid_samenvatting")
        assert "zelf ja of nee" not in body("zeepaardje", "beleid_samenvatting")


def it_puts_the_summary_before_a_document_and_the_annexes_behind_it(tmp_path: Path) -> None:
    for stem, text in (("x", "midden"), ("x_samenvatting", "eerst"), ("x_bijlagen", "laatst")):
        (tmp_path / f"{stem}.txt").write_text(text, encoding="utf-8")
    assert whole(tmp_path / "x.txt") == "eerst\nmidden\nlaatst"
