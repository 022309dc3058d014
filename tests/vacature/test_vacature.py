"""What a vacancy document holds, and what it may promise."""

from __future__ import annotations

import re

import pytest

from policygen import catalogue
from policygen.context.vacature import build, plain
from policygen.context.vacature_functie import match, name, one_sided, title
from policygen.openplace import Open, Pieces
from tests.support import taal
from tests.vacature.profielen import (
    ALLES,
    BELOOFT_NIETS,
    INTENSIEF,
    NIETS,
    PROFIELEN,
    TONEN,
    VLAAMS,
    context,
    elke_tekst,
    functies,
    loaded,
    vacatures,
)

BELOFTEN = {
    "leren": r"scholing|vorming",
    "werkuren": r"werkuren",
    "digicoach": r"Bij vragen kan (?:het|de) digi\w+ met",
    "expert": r"lastige vragen denkt",
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
            ("intensief", {"leren", "werkuren", "expert"}),
            ("ggz", set()),
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
            assert bool(listed) == (naam not in {"niets", "ggz"})

    def it_is_missed_aloud(self, toon: str) -> None:
        assert len(vacatures("niets", toon)["zonder"]) == 3
        assert len(vacatures("niets", toon)["zelf"]) == 1
        assert vacatures("alles", toon)["zonder"] == vacatures("alles", toon)["zelf"] == ()

    def it_is_not_missed_where_the_role_is_not_needed(self, toon: str) -> None:
        missed = " ".join(vacatures("intensief", toon)["zonder"])
        assert "steun" not in missed
        none = "rollen: {expert: {status: niet_nodig, reden: x}, digicoach: {status: niet_nodig, reden: x}}\n"
        found = context(f"{NIETS}{none}taal: {{aanspreekvorm: {toon}}}\n")["vacatures"]["zonder"]
        assert not any("steun" in one for one in found)

    def it_is_no_offer_to_a_volunteer(self, toon: str) -> None:
        for functie, lengte, tekst in elke_tekst("alles", toon):
            if functie == "Vrijwilliger":
                assert not re.search(r"krijgt? (?:je|u)|werkuren", tekst)
                assert "Vraag wat er kan." in tekst or lengte == "kort"

    def it_is_no_offer_to_who_is_no_staff(self, toon: str) -> None:
        base = f"{ALLES}taal: {{aanspreekvorm: {toon}}}\n"
        for functie in ("pleegouder", "Pleegouders (m/v/x)", "lid raad van toezicht", "zzp'er"):
            (one,) = of(f'  - {{functie: "{functie}"}}\n', base)["lijst"]
            assert not any("scholing" in str(snippet["tekst"]) for snippet in one["snippets"]), functie
        (staff,) = of("  - {functie: pleegzorgbegeleider}\n", base)["lijst"]
        assert any("scholing" in str(snippet["tekst"]) for snippet in staff["snippets"])


class DescribePhotos:
    @pytest.mark.parametrize(
        ("organisation", "said"),
        [
            ("sector: ouderenzorg", "bewoners op een foto, dan is hun toestemming daarvoor vastgelegd"),
            ("sector: jeugdhulp", "wie toestemming gaf: de jongere, en waar nodig de ouders"),
            ("sector: ggz, minderjarigen: ja", "de cliënt, en bij minderjarigen waar nodig de ouders"),
            (
                "sector: gehandicaptenzorg, minderjarigen: ja, doelgroep: kinderen met EMB",
                "dan is de toestemming van de ouders vastgelegd",
            ),
            ("sector: gehandicaptenzorg, doelgroep: mensen met EMB", "wie namens hen toestemming gaf"),
        ],
    )
    def it_needs_the_permission_of_who_decides(self, organisation: str, said: str) -> None:
        assert said in context(f"organisatie: {{naam: De Brug, land: NL, {organisation}}}\n")["vacatures"]["fotos"]


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

    def it_tells_hr_and_not_the_applicant_where_the_profile_is_silent(self) -> None:
        assert "uur per week" not in everything("niets", "je")
        assert any("uren per week" in one for one in vacatures("niets", "je")["zonder"])
        assert not any("uren per week" in one for one in of("  - {functie: kok}\n", NIETS)["zonder"])


class DescribeContact:
    def it_prefers_the_hr_officer(self) -> None:
        assert "Meer weten? Mail naar l.bos@veldermaat.example (Lies Bos, HR-adviseur)." in everything("alles", "je")

    def it_gives_no_address_where_names_are_not_shown(self) -> None:
        assert "@" not in everything("vlaams", "je")
        assert vacatures("vlaams", "je")["zelf"] == (
            "Namen blijven hier verborgen. Zet zelf een contactpersoon in de vacature.",
        )

    def it_is_missed_where_names_may_be_shown_and_nobody_can_be_mailed(self) -> None:
        shown = context(f"{NIETS}document: {{namen_tonen: overal}}\n")["vacatures"]
        assert shown["zelf"] == ()
        assert any("mailadres" in one for one in shown["zonder"])

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

    @pytest.mark.parametrize("toon", TONEN)
    @pytest.mark.parametrize("typed", ["", "Gastheer 24 uur"])
    def it_is_called_nothing_at_all_where_it_has_no_name_that_reads_well(self, typed: str, toon: str) -> None:
        own = NIETS + f"taal: {{aanspreekvorm: {toon}, termen: {{medewerker: {{enkelvoud: begeleider}}}}}}\n"
        (one,) = of(f'  - {{functie: "{typed}"}}\n' if typed else "  - {nadruk: borging}\n", own)["lijst"]
        assert len(one["snippets"]) == 3
        for snippet in one["snippets"]:
            assert f"at {'je' if toon == 'je' else 'uw'} functie ook is" in snippet["tekst"]
            assert "begeleider" not in snippet["tekst"]

    def it_knows_the_organisations_own_name_for_the_digicoach(self) -> None:
        (one,) = of("  - {functie: Digimaatje, lengte: kort}\n")["lijst"]
        assert one["onbekend"] is False
        assert "Als digimaatje doe je het voor" in one["snippets"][0]["tekst"]


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

    def it_says_where_mvx_goes_when_a_vacancy_asks_for_it(self) -> None:
        asked, silent = of("  - {functie: kok, mvx: ja}\n  - {functie: begeleider}\n"), of("  - {functie: kok}\n")
        told = catalogue.load("vacatures")["mvx"]
        assert (told in asked["zelf"], told in silent["zelf"]) == (True, False)

    def it_shows_mvx_status_and_emphasis(self) -> None:
        (one,) = of("  - {functie: persoonlijk begeleider, status: gebruikt, nadruk: borging, mvx: ja}\n")["lijst"]
        assert (one["titel"], one["status"], one["nadruk"]) == (
            "Persoonlijk begeleider (m/v/x)",
            "gebruikt",
            "afspraken levend houden",
        )
        (typed,) = of("  - {functie: Begeleider (v/m/x), mvx: ja}\n")["lijst"]
        assert typed["titel"] == "Begeleider (m/v/x)"
        assert "v/m" not in typed["snippets"][0]["tekst"]

    def it_takes_a_vacancy_without_a_function_and_one_still_open(self) -> None:
        without, open_ = of("  - {nadruk: borging}\n  - {functie: INVULLEN, lengte: kort}\n")["lijst"]
        assert without["titel"] == "Neutrale tekst voor elke functie"
        assert "Wat je functie ook is, " in without["snippets"][0]["tekst"]
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
        made = context(NIETS)
        bare = made | {"termen": made["termen"] | {"client": {}, "thema": {}, "medewerker": {}, "scholing": {}}}
        texts = " ".join(str(snippet["tekst"]) for snippet in build(profile, bare)["lijst"][0]["snippets"])
        assert "Een cliënt" in texts
        assert "Wat je functie ook is, " in texts


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
        assert 'Bij Huis "De Linde" - Oost' in midden["tekst"]


class DescribeTheExpert:
    @pytest.mark.parametrize(
        ("functie", "vacature", "named"),
        [
            ("Pedagogisch coördinator", "kok", "onze pedagogisch coördinator"),
            ("diensthoofd", "kok", "ons diensthoofd"),
            ("diensthoofd zorg", "kok", "ons diensthoofd zorg"),
            ("gedragsdeskundige", "Gedragsdeskundige", "een ervaren collega"),
            ("coördinator zorg, welzijn en leren", "kok", "een ervaren collega"),
            ("directrice", "kok", "een ervaren collega"),
        ],
    )
    def it_is_a_colleague_with_a_function(self, functie: str, vacature: str, named: str) -> None:
        base = VLAAMS.replace("stafmedewerker kwaliteit", f'"{functie}"')
        found = of(f"  - {{functie: {vacature}, lengte: lang}}\n", base)
        sentence = f"Bij lastige vragen denkt {named} met je mee."
        assert sentence in found["lijst"][0]["snippets"][0]["tekst"]
        assert sentence in [str(promise) for promise in found["beloftes"]]

    def it_is_the_next_one_where_the_first_has_the_same_function(self) -> None:
        base = VLAAMS.replace("personen: {dirk", "personen: {els: {naam: Els, functie: kok}, dirk").replace(
            "personen: [dirk]", "personen: [els, dirk]"
        )
        (one,) = of("  - {functie: Kok, lengte: lang}\n", base)["lijst"]
        assert "denkt onze stafmedewerker kwaliteit met je mee" in one["snippets"][0]["tekst"]


class DescribeEmphasis:
    @pytest.mark.parametrize("toon", TONEN)
    def it_is_a_plain_sentence_for_the_words_that_hr_uses(self, toon: str) -> None:
        base = f"{NIETS}taal: {{aanspreekvorm: {toon}}}\n"
        for entry in catalogue.load("vacatures")["nadruk"]:
            for word in entry["woorden"]:
                (one,) = of(f"  - {{functie: kok, nadruk: {word}}}\n", base)["lijst"]
                assert one["nadruk"] == entry["naam"], word
                (sentence,) = one["nadruk_zinnen"]
                assert len(taal.words(sentence)) <= 20
                assert not taal.leftovers(sentence)
                assert (taal.je_vormen if toon == "je" else taal.u_vormen)(sentence)
                assert taal.flesch_douma(sentence) >= 50, sentence

    def it_keeps_a_word_that_it_does_not_know(self) -> None:
        (one,) = of("  - {functie: kok, nadruk: Smaak}\n")["lijst"]
        assert (one["nadruk"], one["nadruk_zinnen"]) == ("Smaak", ())

    def it_keeps_the_typed_words_where_they_say_more(self) -> None:
        (one,) = of("  - {functie: kok, nadruk: borging in de keuken}\n")["lijst"]
        assert one["nadruk"] == "borging in de keuken"
        assert len(one["nadruk_zinnen"]) == 1

    def it_takes_two_at_once(self) -> None:
        (one,) = of("  - {functie: kok, nadruk: Preventie en borging}\n")["lijst"]
        assert one["nadruk"] == "afspraken levend houden en erbij zijn voor het misgaat"
        assert len(one["nadruk_zinnen"]) == 2

    def it_is_not_asked_again_of_a_text_that_has_it(self) -> None:
        begeleider, kok = of(
            "  - {functie: begeleider, nadruk: mediabegeleiding}\n  - {functie: kok, nadruk: mediabegeleiding}\n"
        )["lijst"]
        assert (begeleider["nadruk_al"], begeleider["nadruk_zinnen"]) == (True, ())
        assert kok["nadruk_al"] is False
        assert len(kok["nadruk_zinnen"]) == 1

    def it_has_no_sentence_that_does_not_fit_the_group(self) -> None:
        (one,) = of("  - {functie: begeleider, nadruk: preventie}\n", INTENSIEF)["lijst"]
        assert (one["nadruk"], one["nadruk_al"], one["nadruk_zinnen"]) == ("preventie", False, ())

    def it_comes_after_the_moment_in_every_text_that_has_room(self) -> None:
        (one,) = of("  - {functie: kok, nadruk: borging}\n", NIETS)["lijst"]
        (sentence,) = one["nadruk_zinnen"]
        moments = [str(snippet["alineas"][0]["tekst"]) for snippet in one["snippets"]]
        assert [moment.endswith(f" {sentence}") for moment in moments] == [True] * 3
        assert "heeft daar een zin over" in one["nadruk_uitleg"]
        assert one["nadruk_los"] == ()
        for snippet in one["snippets"]:
            assert snippet["woorden"] == len(taal.words(str(snippet["tekst"])))

    def it_is_a_hint_where_a_text_has_no_room(self) -> None:
        (one,) = of("  - {functie: kok, nadruk: borging en preventie}\n")["lijst"]
        first, second = one["nadruk_zinnen"]
        kort, midden, lang = one["snippets"]
        assert all(str(first) in str(each["alineas"][0]["tekst"]) for each in one["snippets"])
        assert (kort["past_niet"], midden["past_niet"], lang["past_niet"]) == ((second,), (), ())
        assert str(one["nadruk_uitleg"]).startswith("Bij ‘Kort’ is er niet genoeg plaats.")
        assert one["nadruk_los"] == (second,)
        limits = catalogue.load("vacatures")["lengtes"]
        assert all(snippet["woorden"] <= limits[snippet["lengte"]]["max"] for snippet in one["snippets"])

    @pytest.mark.parametrize("toon", TONEN)
    @pytest.mark.parametrize("functie", functies())
    def it_stands_in_the_longer_texts_of_every_function(self, functie: str, toon: str) -> None:
        """Also in the .txt, and without making a text too long."""
        base = f"{ALLES}taal: {{aanspreekvorm: {toon}}}\n"
        made = of(f"  - {{functie: {functie}, nadruk: privacy}}\n", base)
        (one,) = made["lijst"]
        (sentence,) = one["nadruk_zinnen"]
        limits = catalogue.load("vacatures")["lengtes"]
        longer = list(zip(one["snippets"], made["txt_files"], strict=True))[1:]
        # With hours and an offer of its own there is room for that in the longest text only.
        for snippet, file in longer[1:] if functie == "digicoach" else longer:
            assert str(snippet["alineas"][0]["tekst"]).endswith(str(sentence)), snippet["lengte"]
            assert str(sentence) in file["tekst"]
            assert limits[snippet["lengte"]]["min"] <= snippet["woorden"] <= limits[snippet["lengte"]]["max"]

    def it_is_not_added_to_a_text_that_has_it(self) -> None:
        (one,) = of("  - {functie: begeleider, nadruk: mediabegeleiding}\n")["lijst"]
        assert all(str(snippet["tekst"]).startswith(("Een ", "Ruzie ")) for snippet in one["snippets"])

    def it_may_still_be_open(self) -> None:
        (one,) = of("  - {functie: kok, nadruk: INVULLEN}\n")["lijst"]
        assert isinstance(one["nadruk"], Open)
        assert one["nadruk_zinnen"] == ()


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
        assert "solliciteert eerder" in text
