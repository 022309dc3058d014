"""What a vacancy document holds, and what it may promise."""

from __future__ import annotations

import re

import pytest

from policygen import catalogue
from policygen.context.organisatie import organisatie
from policygen.context.vacature import build, plain
from policygen.context.vacature_functie import match, name, one_sided, title
from policygen.openplace import Open, Pieces
from tests.support import taal
from tests.vacature.profielen import (
    ALLES,
    BELOOFT_NIETS,
    NIETS,
    PROFIELEN,
    TONEN,
    VLAAMS,
    context,
    elke_tekst,
    loaded,
    vacatures,
)

BELOFTEN = {
    "leren": r"scholing|vorming",
    "werkuren": r"werkuren",
    "digicoach": r"kijkt als digi\w+",
    "expert": r"onze expert",
    "uren": r"(?:krijgt?) hiervoor",
    "contact": r"Meer weten|@",
}


def everything(naam: str, toon: str) -> str:
    return "\n".join(tekst for _functie, _lengte, tekst in elke_tekst(naam, toon))


def of(vacancies: str, base: str = ALLES) -> dict:
    return context(f"{base}vacatures:\n{vacancies}")["vacatures"]


@pytest.mark.parametrize("toon", TONEN)
class DescribeAPromise:
    @pytest.mark.parametrize(
        ("naam", "made"),
        [
            ("alles", {"leren", "werkuren", "digicoach", "expert", "uren", "contact"}),
            ("niets", set()),
            ("belooft_niets", {"uren"}),
            ("vlaams", {"leren", "werkuren", "expert"}),
            ("het_kind", {"leren", "digicoach", "uren"}),
            ("gemeente", {"leren", "expert"}),
        ],
    )
    def it_rests_on_a_fact_of_the_profile(self, naam: str, made: set[str], toon: str) -> None:
        text = everything(naam, toon)
        assert {promise for promise, pattern in BELOFTEN.items() if re.search(pattern, text)} == made

    def it_is_listed_for_the_check_before_posting(self, toon: str) -> None:
        for naam in PROFIELEN:
            listed = vacatures(naam, toon)["beloftes"]
            text = everything(naam, toon)
            assert all(str(promise) in text for promise in listed)
            assert bool(listed) == (naam != "niets")

    def it_is_missed_aloud(self, toon: str) -> None:
        assert len(vacatures("niets", toon)["zonder"]) == 3
        assert vacatures("alles", toon)["zonder"] == ()

    def it_is_no_offer_to_a_volunteer(self, toon: str) -> None:
        for functie, lengte, tekst in elke_tekst("alles", toon):
            if functie == "Vrijwilliger":
                assert not re.search(r"krijgt? (?:je|u)|werkuren", tekst)
                assert "vraag gerust" in tekst or lengte == "kort"


class DescribeHours:
    def it_names_the_hours_of_the_digicoach(self) -> None:
        assert "Je krijgt hiervoor 6 uur per week." in everything("alles", "je")
        assert "U krijgt hiervoor 2,5 uur per week." in everything("het_kind", "u")

    def it_keeps_an_open_place_open(self) -> None:
        (one,) = of("  - {functie: digicoach, lengte: kort}\n", BELOOFT_NIETS)["lijst"]
        (snippet,) = one["snippets"]
        assert isinstance(snippet["tekst"], Pieces)
        (place,) = [piece for piece in snippet["tekst"] if isinstance(piece, Open)]
        assert place.field == "rollen.digicoach.uren_per_week"
        assert "hiervoor [Nog in te vullen: " in plain(snippet["tekst"])

    def it_lets_the_applicant_ask_where_the_profile_is_silent(self) -> None:
        assert "hoeveel uur per week" in everything("niets", "je")


class DescribeContact:
    def it_prefers_the_hr_officer(self) -> None:
        assert "Meer weten? Mail naar l.bos@veldermaat.example (Lies Bos, HR-adviseur)." in everything("alles", "je")

    def it_gives_no_address_where_names_are_not_shown(self) -> None:
        assert "@" not in everything("vlaams", "je")

    def it_falls_back_on_the_expert(self) -> None:
        shown = VLAAMS + "document: {namen_tonen: overal}\n"
        (one,) = of("  - {functie: kok, lengte: lang}\n", shown)["lijst"]
        assert "dirk@ommezwaai.example (Dirk Maes, stafmedewerker kwaliteit)" in one["snippets"][0]["tekst"]


class DescribeTheFunction:
    @pytest.mark.parametrize(
        ("typed", "function"),
        [
            ("persoonlijk begeleider", "begeleider"),
            ("Begeleider wonen (m/v/x)", "begeleider"),
            ("crisisbegeleider nacht", "begeleider"),
            ("opvoeder-begeleider", "begeleider"),
            ("leefgroepopvoeder", "begeleider"),
            ("wijkverpleegkundige", "verzorgende"),
            ("Verzorgende IG", "verzorgende"),
            ("zorgkundige", "verzorgende"),
            ("VERPLEEGKUNDIGE", "verzorgende"),
            ("maatschappelijk werker", "hulpverlener"),
            ("jeugdhulpverlener", "hulpverlener"),
            ("straathoekwerker", "hulpverlener"),
            ("teamverantwoordelijke", "teamleider"),
            ("hoofdbegeleider", "teamleider"),
            ("zorgcoordinator", "teamleider"),
            ("Digicoach (v/m/x)", "digicoach"),
            ("stafmedewerker communicatie", "communicatieadviseur"),
            ("medewerker communicatie en pers", "communicatieadviseur"),
            ("functioneel beheerder ICT", "ict_beheerder"),
            ("ICT'er", "neutraal"),
            ("orthopedagoog", "gedragsdeskundige"),
            ("GZ-psycholoog", "gedragsdeskundige"),
            ("HR Business Partner", "hr_adviseur"),
            ("adviseur P&O", "hr_adviseur"),
            ("stagiair verpleegkunde", "vrijwilliger"),
            ("gastvrijwilliger", "vrijwilliger"),
            ("kok", "neutraal"),
            ("fysiotherapeut", "neutraal"),
            ("chauffeur", "neutraal"),
            ("projectleider", "neutraal"),
            ("", "neutraal"),
            ("👩‍⚕️", "neutraal"),
        ],
    )
    def it_is_found_in_what_people_type(self, typed: str, function: str) -> None:
        assert match(typed) == function

    def it_has_no_synonym_of_two_functions(self) -> None:
        functions = catalogue.load("vacatures")["functies"]
        every = [word.lower() for one in functions.values() for word in one["synoniemen"]]
        assert sorted(every) == sorted(set(every))
        for key, one in functions.items():
            assert all(match(word) == key for word in one["synoniemen"])
            assert key == "neutraal" or match(one["naam"]) == key

    @pytest.mark.parametrize(
        ("typed", "in_text"),
        [
            ("Persoonlijk begeleider (m/v/x)", "persoonlijk begeleider"),
            ("ICT-beheerder", "ICT-beheerder"),
            ("HR business partner", "HR business partner"),
            ("BEGELEIDER", "begeleider"),
            ("Begeleider wonen op locatie De Brink", ""),
            ("Begeleider 24 uur", ""),
            ("opvoedster", ""),
            ("", ""),
        ],
    )
    def it_reads_well_in_a_sentence(self, typed: str, in_text: str) -> None:
        assert name(typed) == in_text

    def it_knows_titles_of_one_sex(self) -> None:
        assert one_sided("wijkverpleegster")
        assert not one_sided("minister")
        assert title("  Kok (v/m) ") == "Kok"

    def it_warns_for_a_title_of_one_sex_and_writes_a_neutral_one(self) -> None:
        (one,) = of("  - {functie: opvoedster}\n")["lijst"]
        assert one["titel"] == "Opvoedster"
        assert one["functie"] == "begeleider"
        assert any("één geslacht" in note for note in one["opmerkingen"])
        assert not any("opvoedster" in snippet["tekst"] for snippet in one["snippets"])

    def it_says_so_when_it_is_unknown_and_still_names_it(self) -> None:
        (one,) = of("  - {functie: Kok}\n")["lijst"]
        assert one["onbekend"] is True
        assert "neutrale tekst" in one["opmerkingen"][0]
        assert all("Als kok " in snippet["tekst"] for snippet in one["snippets"])

    def it_knows_the_organisations_own_name_for_the_digicoach(self) -> None:
        (one,) = of("  - {functie: Digimaatje, lengte: kort}\n")["lijst"]
        assert one["onbekend"] is False
        assert "Als digimaatje oefen je" in one["snippets"][0]["tekst"]


class DescribeTheList:
    @pytest.mark.parametrize("given", ["", "vacatures: []\n"])
    def it_offers_the_neutral_text_in_three_lengths_without_vacancies(self, given: str) -> None:
        found = context(NIETS + given)["vacatures"]
        (one,) = found["lijst"]
        assert [snippet["lengte"] for snippet in one["snippets"]] == ["kort", "midden", "lang"]
        assert one["opmerkingen"]
        assert [file["naam"] for file in found["txt_files"]] == [
            f"woonzorgcentrum-de-linde_vacature_neutraal_{lengte}.txt" for lengte in ("kort", "midden", "lang")
        ]

    def it_tells_an_empty_list_from_no_list(self) -> None:
        without, empty = (context(NIETS + given)["vacatures"]["lijst"][0] for given in ("", "vacatures: []\n"))
        assert without["opmerkingen"] != empty["opmerkingen"]

    def it_gives_the_lengths_that_were_asked_for(self) -> None:
        listed = of(
            "  - {functie: begeleider, lengte: midden}\n  - {functie: kok, lengte: alle}\n  - {functie: digicoach}\n"
        )["lijst"]
        assert [len(one["snippets"]) for one in listed] == [1, 3, 3]

    def it_shows_mvx_status_and_emphasis(self) -> None:
        (one,) = of("  - {functie: persoonlijk begeleider, status: gebruikt, nadruk: borging, mvx: ja}\n")["lijst"]
        assert (one["titel"], one["status"], one["nadruk"]) == ("Persoonlijk begeleider (m/v/x)", "gebruikt", "borging")
        (typed,) = of("  - {functie: Begeleider (v/m/x), mvx: ja}\n")["lijst"]
        assert typed["titel"] == "Begeleider (m/v/x)"
        assert "v/m" not in typed["snippets"][0]["tekst"]

    def it_takes_a_vacancy_without_a_function_and_one_still_open(self) -> None:
        without, open_ = of("  - {nadruk: borging}\n  - {functie: INVULLEN, lengte: kort}\n")["lijst"]
        assert without["titel"] == "Neutrale tekst voor elke functie"
        assert "Als medewerker" in without["snippets"][0]["tekst"]
        assert isinstance(open_["functie"], Open)
        assert "[Nog in te vullen: " in str(open_["snippets"][0]["tekst"])

    def it_gives_every_file_and_heading_its_own_name(self) -> None:
        found = of(
            "".join(f"  - {{functie: {one}, lengte: kort}}\n" for one in ("kok", "Kok", "kok-2", "kök", "begeleider"))
        )
        names = [file["naam"] for file in found["txt_files"]]
        assert names == [
            f"veldermaat_vacature_{one}_kort.txt" for one in ("kok", "kok-2", "kok-2-2", "kok-3", "begeleider")
        ]
        titles = [str(one["titel"]).lower() for one in found["lijst"]]
        assert len(set(titles)) == len(titles)

    def it_keeps_file_names_safe_and_short(self) -> None:
        odd = "../../Begeleider: ambulant/nacht & dag, op alle locaties van de regio Midden?"
        found = of(f'  - {{functie: "{odd}"}}\n  - {{functie: "日本"}}\n')
        for file in found["txt_files"]:
            assert re.fullmatch(r"[a-z0-9-]+_vacature_[a-z0-9-]+_(?:kort|midden|lang)\.txt", file["naam"])
            assert len(file["naam"]) <= 100

    def it_stays_within_its_length_with_a_very_long_name(self) -> None:
        long = "Stichting voor Wonen en Leren van Mensen met een Beperking in de Regio Noord, Midden en Zuid"
        base = ALLES.replace("naam: Stichting Veldermaat, korte_naam: Veldermaat", f'naam: "{long}"')
        limits = catalogue.load("vacatures")["lengtes"]
        for one in of(
            "".join(f"  - {{functie: {function}}}\n" for function in ("begeleider", "digicoach", "HR-adviseur")), base
        )["lijst"]:
            for snippet in one["snippets"]:
                assert snippet["woorden"] <= limits[snippet["lengte"]]["max"], (one["titel"], snippet["lengte"])

    def it_has_a_word_for_the_client_even_where_the_profile_has_none(self) -> None:
        profile = loaded(NIETS)
        bare = {
            "organisatie": organisatie(profile),
            "termen": {"client": {}, "thema": {}, "medewerker": {}, "scholing": {}},
        }
        texts = " ".join(str(snippet["tekst"]) for snippet in build(profile, bare)["lijst"][0]["snippets"])
        assert "Een cliënt" in texts
        assert "Als medewerker" in texts


class DescribeTxt:
    @pytest.mark.parametrize("toon", TONEN)
    @pytest.mark.parametrize("naam", PROFIELEN)
    def it_is_plain_enough_for_a_form(self, naam: str, toon: str) -> None:
        found = vacatures(naam, toon)
        assert len(found["txt_files"]) == len({file["naam"] for file in found["txt_files"]}) == 33
        for file in found["txt_files"]:
            assert not re.search(r"[\t\r“”‘’„–—‑•·…\u00a0\u200b]", file["tekst"])
            assert not re.search(r" {2}| \n|\n\n\n", file["tekst"])
            assert file["tekst"] == file["tekst"].strip() + "\n"
            assert not taal.leftovers(file["tekst"])

    def it_turns_smart_signs_into_plain_ones(self) -> None:
        assert (
            plain("\u201cJa\u201d\u00a0\u2013 \u2018nee\u2019\u2026\t\u2022 d\u00e9\r\n")
            == "\"Ja\" - 'nee'... - d\u00e9\n"
        )

    def it_cleans_what_the_profile_brings_along(self) -> None:
        base = NIETS.replace("Woonzorgcentrum De Linde", "Huis \u201cDe\u00a0Linde\u201d \u2013 Oost")
        (_kort, midden, _lang) = context(base)["vacatures"]["txt_files"]
        assert 'bij Huis "De Linde" - Oost' in midden["tekst"]


class DescribeTheTemplate:
    def it_says_why_and_how_in_words_that_read_easily(self, pytestconfig: pytest.Config) -> None:
        source = (pytestconfig.rootpath / "templates" / "bron" / "vacature.txt").read_text(encoding="utf-8")
        lines = [line for line in source.splitlines() if line and not line.startswith(("#", "{%", "|", "tabel:", "="))]
        text = "\n".join(re.sub(r"^(?:\[\w+\]|[->]|1\.) |\*\*", "", line) for line in lines)
        text = re.sub(r"\{\{[^}]*\}\}", "woord", text)
        assert taal.mean_sentence(text) <= 12
        assert taal.longest_sentence(text)[0] <= 25
        assert taal.flesch_douma(text) >= 55
        assert not taal.je_vormen(text) + taal.u_vormen(text)
        assert not taal.stijlfouten(text) + taal.geuren(text) + taal.geslachtswoorden(text) + taal.bronreeksen(text)
        assert not taal.woorden_van_ander_land(text, "NL") + taal.woorden_van_ander_land(text, "BE")
        assert re.search(r"vóór|al voor hun sollicitatie", text)
        assert "reageert eerder" in text
