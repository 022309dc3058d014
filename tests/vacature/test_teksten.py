"""All snippets against the measures of a good vacancy text, in organisations of every kind and in two tones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support import taal
from tests.vacature.profielen import KLAAR, PROFIELEN, TONEN, elke_tekst, gegevens, gemaakt, vacatures

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.parametrize(
    ("naam", "toon"),
    [
        *((naam, toon) for naam in PROFIELEN for toon in TONEN),
        *(pytest.param(naam, toon, marks=pytest.mark.slow) for naam in KLAAR for toon in TONEN),
    ],
)

# An act towards somebody, in the forms that stand beside je and u.
TAAKWERKWOORD = re.compile(
    r"\b(?:kijkt? (?:je|u)|(?:je|u) kijkt|luistert? (?:je|u)|leest? (?:je|u)|"
    r"(?:je|jij|u) (?:leest|meet|helpt|luistert|legt|houdt)|(?:jij|u) bent \w+ en zoekt|"
    r"zet(?:ten)? (?:je|u)|schuift? (?:je|u) aan|ga(?:at)? (?:je|u) (?:er|erbij|mee|ernaast)|antwoordt? (?:je|u)|"
    r"doe(?:t)? (?:je|u) het (?:één keer )?voor|"
    r"vraagt? (?:je|u)|zoekt? (?:je|u)|"
    r"legt? (?:je|u)|oefent? (?:je|u)|praat (?:je|u)|maakt (?:je|u) daar|houdt? (?:je|u)|loopt? (?:je|u))\b",
    re.IGNORECASE,
)
WENS = re.compile(r"\b(?:fijn|mooi|leuk|prettig|graag|pluspunt|pre)\b", re.IGNORECASE)
GEEN_EIS = re.compile(
    r"\bhoef(?:t|)\b|\bmaakt niets? uit\b|\bleer(?:t|) (?:je|u) (?:vaak|gerust)|\bmag u gerust", re.IGNORECASE
)
DERDE_PERSOON = re.compile(
    r"\b(?:de kandidaat|de sollicitant|de ideale|(?:wij|we) zoeken|gezocht|"
    r"ben je iemand die|bent u iemand die|onze nieuwe|de nieuwe medewerker|hij|zij die|diens)\b",
    re.IGNORECASE,
)
UITSLUITEND = re.compile(
    r"\b(?:jonge?|ouder dan|jonger dan|jaar oud|leeftijd|vrouw(?:en)?|man(?:nen)?|meisjes?|jongens?|"
    r"moedertaal|native|accent|afkomst|fris(?:se)?|dynamisch(?:e)?|jeugdig(?:e)?|"
    r"vitaal|energiek(?:e)?|fit(?:te)?|gezond)\b",
    re.IGNORECASE,
)
GLANS = re.compile(
    r"\b(?:uitdagend\w*|passie|bevlogen|spin in het web|hands-on|no-nonsense|warm nest|duizendpoot|topteam|"
    r"droombaan|impact|coördin\w+|opvolg\w+|rapport\w+|implement\w+|faciliteer\w*|draagvlak|professioneel|innovatie\w*|verbinder)\b",
    re.IGNORECASE,
)


def failures(naam: str, toon: str, wrong: Callable[[str, str], object]) -> list[str]:
    return [
        f"{functie}, {lengte}: {found}\n{tekst}"
        for functie, lengte, tekst in elke_tekst(naam, toon)
        if (found := wrong(lengte, tekst))
    ]


class DescribeASnippet:
    def it_has_the_length_that_its_name_promises(self, naam: str, toon: str) -> None:
        limits = {"kort": (25, 45), "midden": (60, 90), "lang": (110, 150)}

        def wrong(lengte: str, tekst: str) -> object:
            low, high = limits[lengte]
            count = len(taal.words(tekst))
            return 0 if low <= count <= high else count

        assert not failures(naam, toon, wrong)

    def it_says_its_real_number_of_words(self, naam: str, toon: str) -> None:
        for one in vacatures(naam, toon)["lijst"]:
            for snippet in one["snippets"]:
                assert snippet["woorden"] == len(taal.words(str(snippet["tekst"])))

    def it_keeps_sentences_short(self, naam: str, toon: str) -> None:
        assert not failures(naam, toon, lambda _, tekst: taal.mean_sentence(tekst) > 12 and taal.mean_sentence(tekst))
        assert not failures(
            naam, toon, lambda _, tekst: taal.longest_sentence(tekst)[0] > 20 and taal.longest_sentence(tekst)
        )

    def it_is_easy_to_read(self, naam: str, toon: str) -> None:
        assert not failures(naam, toon, lambda _, tekst: taal.flesch_douma(tekst) < 65 and taal.flesch_douma(tekst))

    def it_speaks_to_the_reader_in_one_tone(self, naam: str, toon: str) -> None:
        own, other = (taal.je_vormen, taal.u_vormen) if toon == "je" else (taal.u_vormen, taal.je_vormen)
        assert not failures(
            naam, toon, lambda _, tekst: 100 * len(own(tekst)) < 6 * len(taal.words(tekst)) and own(tekst)
        )
        assert not failures(naam, toon, lambda _, tekst: other(tekst))

    def it_has_no_third_person_for_the_reader(self, naam: str, toon: str) -> None:
        assert not failures(naam, toon, lambda _, tekst: DERDE_PERSOON.findall(tekst))

    def it_shows_a_task_within_25_words(self, naam: str, toon: str) -> None:
        def wrong(_: str, tekst: str) -> object:
            found = TAAKWERKWOORD.search(tekst)
            # The word before the subject may be the 25th.
            return not found or len(taal.words(tekst[: found.start()])) >= 25

        assert not failures(naam, toon, wrong)

    def it_uses_a_contact_verb(self, naam: str, toon: str) -> None:
        contact = re.compile(
            r"kijk\w* .{0,25}\bmee|meekijk|\blegt? .{0,60}\buit\b|wegwijs|luister|\bvraagt? (?:je|u)|"
            r"(?:je|u) vraagt|oefen|antwoord|zoekt? (?:je|u)|zoekt mee|lee?st? (?:je|u)",
            re.IGNORECASE | re.DOTALL,
        )
        assert not failures(naam, toon, lambda _, tekst: not contact.search(tekst))

    def it_shows_one_person_and_one_medium_and_no_list_of_tools(self, naam: str, toon: str) -> None:
        medium = re.compile(
            r"telefoon|tablet|scherm|online|chat|bericht|filmpje|foto|internet|videobellen|beeld|spel|gamet",
            re.IGNORECASE,
        )
        merken = re.compile(
            r"whatsapp|facebook|instagram|tiktok|youtube|snapchat|linkedin|twitter|teams\b(?<!in de teams)",
            re.IGNORECASE,
        )
        assert not failures(naam, toon, lambda _, tekst: not medium.search(tekst))
        assert not failures(naam, toon, lambda _, tekst: [hit for hit in merken.findall(tekst) if hit != "teams"])

    def it_asks_little_and_offers_first(self, naam: str, toon: str) -> None:
        for one in vacatures(naam, toon)["lijst"]:
            for snippet in one["snippets"]:
                parts = [part["plak"] for part in snippet["alineas"]]
                asks = [part["tekst"] for part in snippet["alineas"] if "meebrengt" in part["plak"]]
                for text in asks:
                    sentences = taal.sentences(str(text))
                    demands = [one for one in sentences if not WENS.search(one) and not GEEN_EIS.search(one)]
                    assert 1 <= len(demands) <= 2, demands
                    assert len([one for one in sentences if WENS.search(one)]) <= 3
                    for demand in demands:
                        assert not re.search(r"enthousias|plezier|zin in|nieuwsgierig|interesse|passie", demand)
                if "Wat wij bieden" in parts:
                    assert parts.index("Wat wij bieden") < parts.index(
                        (asks and snippet["alineas"][-1]["plak"]) or parts[-1]
                    )
                    assert parts == sorted(parts, key=["Over de functie", "Wat wij bieden", *parts].index)

    def it_keeps_demands_out_of_what_comes_before_the_offer(self, naam: str, toon: str) -> None:
        demand = re.compile(r"\b(?:je|u) (?:hebt|kunt) (?!niet)|\bwe vragen\b|\beis\b|\bmoet (?:je|u)\b", re.IGNORECASE)
        for one in vacatures(naam, toon)["lijst"]:
            for snippet in one["snippets"]:
                for part in snippet["alineas"]:
                    if part["plak"] in {"Over de functie", "Wat wij bieden"} and one["functie"] != "kok":
                        assert not demand.search(str(part["tekst"])), part["tekst"]

    def it_shuts_nobody_out(self, naam: str, toon: str) -> None:
        assert not failures(naam, toon, lambda _, tekst: UITSLUITEND.findall(tekst))
        assert not failures(naam, toon, lambda _, tekst: taal.geslachtswoorden(tekst))

    def it_is_clean_dutch_and_no_brochure(self, naam: str, toon: str) -> None:
        assert not failures(naam, toon, lambda _, tekst: taal.leftovers(tekst))
        assert not failures(naam, toon, lambda _, tekst: taal.stijlfouten(tekst))
        assert not failures(naam, toon, lambda _, tekst: taal.geuren(tekst))
        typed = repr(gegevens(naam)).lower()  # a function such as "pedagogisch coördinator"
        assert not failures(
            naam, toon, lambda _, tekst: [word for word in GLANS.findall(tekst) if word.lower() not in typed]
        )

    def it_has_no_word_of_the_other_country_and_no_run_of_a_source(self, naam: str, toon: str) -> None:
        land = gegevens(naam)["organisatie"]["land"]
        assert not failures(naam, toon, lambda _, tekst: taal.woorden_van_ander_land(tekst, land))
        assert not failures(naam, toon, lambda _, tekst: taal.bronreeksen(tekst))

    def it_uses_the_words_of_the_organisation(self, naam: str, toon: str) -> None:
        own = gemaakt(naam, toon)["termen"]["client"]["enkelvoud"]
        others = "|".join({"cliënt", "bewoner", "jongere", "gebruiker", "kind", "inwoner"} - {own})
        assert not failures(naam, toon, lambda _, tekst: own not in tekst)
        assert not failures(naam, toon, lambda _, tekst: re.findall(rf"\b(?:{others})(?:en|s|ren)?\b", tekst))
        assert not failures(
            naam,
            toon,
            lambda _, tekst: re.findall(r"\b(?:de kind|het (?:cliënt|bewoner|jongere|gebruiker|inwoner))\b", tekst),
        )

    def it_names_one_function_throughout(self, naam: str, toon: str) -> None:
        for one in vacatures(naam, toon)["lijst"]:
            assert one["functie"]
            assert all(one["functie"] in str(snippet["tekst"]) for snippet in one["snippets"])
            if naam == "niets":  # elsewhere a fact may name the digicoach or the HR-adviseur
                names = [other["functie"] for other in vacatures(naam, toon)["lijst"] if other is not one]
                texts = " ".join(str(snippet["tekst"]) for snippet in one["snippets"])
                assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b", texts)]

    def it_is_like_no_other(self, naam: str, toon: str) -> None:
        """No two snippets of one length share a third of their four-word runs."""
        # A function whose own moment does not fit the group has the neutral text, as "Kok" has.
        neutral = {one["titel"] for one in vacatures(naam, toon)["lijst"] if one["onbekend"]} - {"Kok"}
        runs = [
            (
                f"{functie} {lengte}",
                {tuple(found[i : i + 4]) for found in [taal.words(tekst.lower())] for i in range(len(found) - 3)},
            )
            for functie, lengte, tekst in elke_tekst(naam, toon)
            if functie not in neutral
        ]
        for place, (one, ours) in enumerate(runs):
            for other, theirs in runs[:place]:
                if one.split()[-1] == other.split()[-1]:
                    assert len(ours & theirs) < 0.35 * min(len(ours), len(theirs)), (one, other)

    def it_never_asks_to_keep_a_worry_to_oneself(self, naam: str, toon: str) -> None:
        assert not failures(naam, toon, lambda _, tekst: re.findall(r"zwijgen|geheim\w*", tekst))

    def it_says_with_whom_u_does_something_together(self, naam: str, toon: str) -> None:
        alone = re.compile(r"\bsamen \w+ u\b|\bu\b(?: \w+){0,2} samen\b(?! met)|\bgroet u elkaar", re.IGNORECASE)
        assert not failures(naam, toon, lambda _, tekst: alone.findall(tekst))

    def it_tells_how_to_apply_when_it_is_long(self, naam: str, toon: str) -> None:
        for one in vacatures(naam, toon)["lijst"]:
            (long,) = [snippet for snippet in one["snippets"] if snippet["lengte"] == "lang"]
            last = long["alineas"][-1]
            assert last["plak"] == "Solliciteren"
            assert re.search(r"\?.*(?:Vertel|Stuur) (?:in|bij|ons)", str(last["tekst"]))


class DescribeDigicoachTexts:
    def it_coaches_first_and_says_what_it_is_not(self, naam: str, toon: str) -> None:
        for functie, _lengte, tekst in elke_tekst(naam, toon):
            if functie == "Digicoach":
                coaching = re.search(r"\b(?:oefent?|vraagt?) (?:je|u)\b|\bdoe je het voor\b", tekst)
                technique = re.search(r"knop|ICT|storing|klik|hapert|stuk", tekst, re.IGNORECASE)
                assert coaching
                assert technique
                assert coaching.start() < technique.start()
                assert re.search(r"Storingen zijn voor ICT|stuk, dan belt? (?:je|u) ICT", tekst), tekst
                # Hours only where the profile has them: an applicant need not ask what the house has not settled.
                hours = "uren_per_week" in gegevens(naam).get("rollen", {}).get("digicoach", {})
                assert bool(re.search(r"hiervoor .*\b(?:uur|uren)\b", tekst)) == hours, tekst

    def it_never_calls_the_digicoach_responsible(self, naam: str, toon: str) -> None:
        for functie, _lengte, tekst in elke_tekst(naam, toon):
            if functie == "Digicoach":
                assert "eindverantwoordelijk" not in tekst


class DescribeTheRestOfAVacancy:
    def it_has_a_bullet_of_one_line(self, naam: str, toon: str) -> None:
        for one in vacatures(naam, toon)["lijst"]:
            punt = str(one["punt"])
            assert 8 <= len(taal.words(punt)) <= 20
            assert len(taal.sentences(punt)) == 1

    def it_does_not_give_the_moment_away_in_the_question(self, naam: str, toon: str) -> None:
        """The question shares no run of five words with the texts that the applicant has read."""
        for one in vacatures(naam, toon)["lijst"]:
            read = " ".join(taal.words(" ".join(str(snippet["tekst"]) for snippet in one["snippets"]).lower()))
            asked = taal.words(str(one["vraag"]).lower())
            runs = [" ".join(asked[start : start + 5]) for start in range(len(asked) - 4)]
            assert not [run for run in runs if run in read]

    def it_has_an_open_interview_question_and_what_to_listen_for(self, naam: str, toon: str) -> None:
        for one in vacatures(naam, toon)["lijst"]:
            vraag = str(one["vraag"])
            assert vraag.endswith("?")
            assert re.search(r"\b(?:wat|hoe)\b", taal.sentences(vraag)[-1], re.IGNORECASE)
            assert 2 <= len(one["let_op"]) <= 4
            for text in (vraag, str(one["punt"]), *map(str, one["let_op"])):
                assert not taal.leftovers(text)
                assert not (taal.u_vormen if toon == "je" else taal.je_vormen)(text)

    def it_says_where_each_paragraph_goes(self, naam: str, toon: str) -> None:
        for one in vacatures(naam, toon)["lijst"]:
            for snippet in one["snippets"]:
                headings = [part["plak"] for part in snippet["alineas"]]
                assert headings[0] == "Over de functie"
                assert f"Wat {toon} meebrengt" in headings or snippet["lengte"] == "kort"
                # In the line above when there is one paragraph, else above each of them.
                one_part = len(headings) == 1
                assert snippet["plak"] == (headings[0] if one_part else "")
                assert [part["kop"] for part in snippet["alineas"]] == ([""] if one_part else headings)
                assert "\n\n".join(str(part["tekst"]) for part in snippet["alineas"]) == str(snippet["tekst"])
