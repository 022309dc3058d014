from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from policygen import catalogue, context, dekking
from policygen.context.beleid_feiten import facts
from policygen.context.beleid_namen import functions
from policygen.context.beleid_regels import holds
from policygen.dutch import MONTHS
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

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MADE = tuple(name for name in ALL if not context.left_out(profile(name), "beleid"))
MUST = {f"M{number:02}" for number in range(1, 24)}
TERM = re.compile(
    rf"\b\d+ (?:{'|'.join(MONTHS)}) \d{{4}}|\[Nog in te vullen: de ingangsdatum|dezelfde dag|binnen (?:een|twee|\d+)\b|"
    rf"uiterlijk|elk (?:half )?jaar|in de eerste maand|in de maand|half jaar|dag van het besluit|{'|'.join(MONTHS)}, ",
    re.IGNORECASE,
)
LIMIT = re.compile(
    r"alleen|zolang|zodra|vooraf|uiterlijk|binnen|dezelfde dag|eerst|altijd|elk\b|minstens|twee|buiten|"
    r"na een ja|nee\b|meteen|bijlage|‘|privé|kan als|mag iedereen|bij |dan (?:bellen|praten|gelden)",
    re.IGNORECASE,
)


def text_of(name: str) -> str:
    return running_text(body(name, "beleid"))


def measured(name: str) -> str:
    """What we wrote, to measure: the open places of a profile with gaps are not ours."""
    return without_open_places(text_of(name))


def under(text: str, heading: str) -> str:
    """What stands under a heading, with what stands under the smaller ones below it."""
    found = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    assert found, heading
    after = text[found.end() :]
    stop = re.search(rf"^#{{1,{len(found[1])}}} ", after, re.MULTILINE)
    return after[: stop.start()] if stop else after


def ruled(text: str) -> list[str]:
    """The rules with a bold start, without the two lists that are no rules."""
    left = ("Voor wie het geldt en waarover het gaat", "Waar we van uitgaan")
    for heading in left:
        text = text.replace(under(text, heading), "\n")
    return [line for line in text.splitlines() if re.match(r"(?:1\.|-) \*\*", line)]


def said(text: str) -> tuple[str, ...]:
    """The sentences, without the bold words that each rule starts with."""
    return taal.sentences(running_text(re.sub(r"\*\*[^*]*\*\* *", "", text)))


def entries() -> Iterator[dict[str, Any]]:
    data = catalogue.load("beleid")
    for part in ("alineas", "lijsten"):
        for found in data[part].values():
            yield from found


def dates(table: list[list[str]]) -> list[date]:
    found = [re.search(rf"(\d+) ({'|'.join(MONTHS)}) (\d{{4}})", row[-1]) for row in table]
    return [date(int(one[3]), MONTHS.index(one[2]) + 1, int(one[1])) for one in found if one]


@pytest.mark.parametrize("name", MADE)
class DescribeBeleid:
    def it_opens_with_the_client_a_gain_and_one_fact(self, name: str) -> None:
        start = " ".join(text_of(name).split()[:100])
        assert str(base(name)["termen"]["client"]["meervoud"]).lower() in start.lower()
        assert str(base(name)["beleid"]["opening"]) in start
        about = base(name)["organisatie"]
        assert str(about["doelgroep"] or about["naam"]) in start
        assert start.lower().index(base(name)["termen"]["client"]["meervoud"]) < start.index(about["korte_naam"])

    def it_has_every_must_have_as_a_heading_or_a_rule(self, name: str) -> None:
        text, true = body(name, "beleid"), facts(profile(name), base(name))
        found = {"M01"} if "# Waar dit beleid voor is" in text else set()
        found |= {"M05"} if "# Wie waarover gaat" in text else set()
        for entry in entries():
            fixed = max(re.split(r"\{[^}]*\}", entry["tekst"]), key=len)
            if holds(entry, true | {"meld_leiding"}) and fixed.strip() in text:
                found |= set(entry.get("M", ()))
        assert MUST - found == set()

    def it_names_in_each_rule_who_a_limit_or_where_to_go(self, name: str) -> None:
        who = [str(one) for one in functions(profile(name), base(name)).values()]
        who += ["de beheerder", "het team", "de bijlage", "we ", "een mens", "de politie"]
        for rule in ruled(body(name, "beleid")):
            named = any(one.lower() in rule.lower() for one in who)
            assert named or LIMIT.search(rule.split("**")[2]), rule

    def it_names_a_function_and_a_term_where_it_matters_most(self, name: str) -> None:
        text = body(name, "beleid")
        people = functions(profile(name), base(name))
        named = {str(one).removeprefix("de ").removeprefix("het ").lower() for one in people.values()}
        named |= {str(base(name)["pdca"]["bewaker"]).lower(), str(base(name)["termen"]["leidinggevende"]["meervoud"])}
        parts = {
            "M05": "Wie waarover gaat",
            "M10": "Foto, film en geluid",
            "M11": base(name)["beleid"]["kop_minderjarigen"],
            "M13": "Accounts en toegang",
            "M15": "Als er iets misgaat",
            "M18": str(base(name)["termen"]["scholing"]["enkelvoud"]).capitalize(),
            "M20": "Hoe we het bijhouden en verbeteren",
        }
        for must, heading in parts.items():
            part = under(text, heading)
            assert any(one in part.lower() for one in named), must
            assert TERM.search(part), must

    def it_lets_more_than_it_forbids(self, name: str) -> None:
        text = text_of(name).lower()
        allowed = re.findall(r"\b(?:mag|mogen|kan|kunnen)\b", text)
        assert len(re.findall(r"\bniet\b", text)) <= len(allowed)
        rules = under(body(name, "beleid"), "Gedragsregels").lower()
        assert rules.count(" niet") <= len(re.findall(r"\b(?:mag|mogen|kan|kunnen)\b", rules))

    def it_numbers_ten_to_twelve_conduct_rules_and_starts_with_what_is_allowed(self, name: str) -> None:
        rules = [line for line in under(body(name, "beleid"), "Gedragsregels").splitlines() if line.startswith("1. ")]
        assert 10 <= len(rules) <= 12
        assert all("mag.**" in rule for rule in rules[:4])

    def it_protects_the_client_before_anything_else(self, name: str) -> None:
        steps = [line for line in under(body(name, "beleid"), "Als er iets misgaat").splitlines() if line[:3] == "1. "]
        assert steps[0].startswith(f"1. **Zorg eerst voor {base(name)['termen']['client']['de']}.**")
        order = ("schermafdruk", "reactie kan het erger maken", "Meld het meteen")
        places = [next(place for place, step in enumerate(steps) if words in step) for words in order]
        assert places == sorted(places)
        assert places[0] > 0
        assert "maakt niemand een kopie" in steps[places[0]]  # a copy of such a picture is a crime of its own

    def it_decides_in_order_and_dates_or_marks_each_voice(self, name: str) -> None:
        table = rows(body(name, "beleid"), "# Meepraten en besluiten")[1:]
        assert dates(table) == sorted(dates(table))
        assert [row[0] for row in table[-3:]] == ["Besluit", "Ingang", "Herziening"]
        voices = table[:-3]
        assert len(voices) == len(
            [key for key in ("clienten", "verwanten", "personeel") if base(name)["inspraak"][key]]
        )
        assert all(
            dates([row]) or re.search("Nog niet (?:geraadpleegd|geïnformeerd)|Geen datum|Nog in te", row[2])
            for row in voices
        )

    def it_says_which_version_and_when_it_is_reviewed(self, name: str) -> None:
        last = under(body(name, "beleid"), "Meepraten en besluiten").splitlines()[-1]
        assert f"Dit is versie {base(name)['document']['versie']}." in last
        assert rows(body(name, "beleid"), "# Meepraten en besluiten")[-1][2] == str(
            base(name)["document"]["evaluatie_op"]
        )
        assert all(base(name)["document"][key] for key in ("versie", "eigenaar", "vastgesteld_door", "evaluatie_op"))

    def it_grants_a_right_and_never_bans_devices_for_all(self, name: str) -> None:
        part = under(body(name, "beleid"), "Online meedoen is een recht")
        assert re.search(r"kiezen zelf hoe zij|bouwen hun online leven op|heeft recht op een leven online", part)
        assert "persoonlijk en tijdelijk" in part
        assert not re.search(r"telefoonverbod|telefoons? (?:inleveren|afgeven|uit)", body(name, "beleid"))

    def it_is_as_long_as_a_board_reads(self, name: str) -> None:
        assert 2000 <= len(taal.words(ours(name, measured(name)))) <= 2850

    def it_is_easy_to_read(self, name: str) -> None:
        assert taal.mean_sentence("\n".join(said(without_open_places(body(name, "beleid"))))) <= 12
        assert taal.longest_sentence(ours(name, measured(name)))[0] <= 25
        assert taal.flesch_douma(measured(name)) >= 55

    def it_has_unique_headings_each_followed_by_text(self, name: str) -> None:
        lines = body(name, "beleid").splitlines()
        heads = headings("\n".join(lines))
        assert len(heads) == len({head.lstrip("# ") for head in heads})
        for place, line in enumerate(lines):
            if line.startswith("#"):
                assert not lines[place + 1].startswith(("#", "tabel:", "|", "- ", "1. "))

    def it_has_no_empty_cell_and_no_list_without_items(self, name: str) -> None:
        lines = body(name, "beleid").splitlines()
        assert not [line for line in lines if re.search(r"\| *\|", line)]
        for place, line in enumerate(lines):
            if line.endswith(":"):
                assert lines[place + 1].startswith(("- ", "1. ", "tabel:")), line

    def it_speaks_of_a_draft_in_a_draft_only(self, name: str) -> None:
        if not base(name)["document"]["concept"]:
            assert not re.search(r"\bconcept|voorstel\b(?!len)", text_of(name), re.IGNORECASE)
            assert "[Nog in te vullen" not in body(name, "beleid")


class DescribeBeleidOfVeldermaat:
    def it_shows_every_fact_that_belongs_to_it(self) -> None:
        items = dekking.facts().values()
        wanted = {item["id"] for item in items if "beleid" in item["documenten"] and item["status"] == "kern"}
        shown = {
            "S1-28": ["met steun die bij hen past", "mediavraag in het ondersteuningsplan"],
            "S1-33": ["- Privacy-instellingen samen doorlopen", "- Tweestapsaanmelding"],
            "S1-34": ["het stappenplan bij incidenten", "Meldpunt incidenten, 000 000 00 00, 24 uur per dag"],
        }
        assert set(shown) == wanted
        for facts_ in shown.values():
            assert all(fact in body("volledig", "beleid") for fact in facts_)

    def it_marks_only_what_the_profile_marks(self) -> None:
        places = set(re.findall(r"\[Nog in te vullen: ([^\]]*)\]", body("volledig", "beleid")))
        assert places == {"het stappenplan bij incidenten", "de reactietijd van WhatsApp"}

    @pytest.mark.parametrize("other", [name for name in MADE if name != "volledig"])
    def it_differs_from_another_policy_in_a_third_of_its_sentences(self, other: str) -> None:
        here, there = said(body("volledig", "beleid")), set(said(body(other, "beleid")))
        assert sum(sentence not in there for sentence in here) >= 0.3 * len(here)

    def it_differs_from_a_policy_in_the_same_sector(self, tmp_path: Path) -> None:
        made = typed(
            tmp_path,
            "organisatie: {naam: Zonneveld, land: NL, sector: gehandicaptenzorg, medewerkers: 300,"
            " doelgroep: mensen met een licht verstandelijke beperking}\n",
        )
        here, there = said(body("volledig", "beleid")), set(said(fill_source("beleid", made)))
        assert sum(sentence not in there for sentence in here) >= 0.3 * len(here)

    def it_shows_channels_owner_and_dates(self) -> None:
        text = body("volledig", "beleid")
        assert "| Facebook | Nieuws en werving | Verwanten | Communicatie\u00adadviseur | Binnen 1 werkdag |" in text
        assert "Onze tijden: Facebook binnen 1 werkdag en Instagram binnen 2 werkdagen." in text
        asked = "Om instemming gevraagd op 13 oktober 2026; uitkomst nog niet vastgelegd"
        assert f"| Instemming | De ondernemingsraad (medewerkers) | {asked} |" in text
        assert "| Advies | De verwantenraad (verwanten) | Nog niet geraadpleegd |" in text
        assert "| Besluit | De raad van bestuur | Gepland op 15 december 2026 |" in text
        assert "In juni 2027 vraagt de adviseur kwaliteit" in text

    def it_promises_no_help_of_a_role_that_is_only_planned(self) -> None:
        assert text_of("volledig").lower().count("digimaatje") == 0
        assert "| Digimaatje (gepland) |" in body("volledig", "beleid")

    def it_sends_a_lost_device_to_who_handles_that(self) -> None:
        assert "meld dat meteen bij het Meldpunt incidenten en bij de Servicedesk ICT." in body("volledig", "beleid")


class DescribeBeleidElsewhere:
    def it_is_not_made_after_a_decision_against_policy(self) -> None:
        assert "geen_verwant" not in MADE

    def it_is_a_text_for_the_decision_when_that_comes_later(self) -> None:
        text = body("lange_naam", "beleid")
        assert "De directie beslist op 20 januari 2027 of dit beleid er komt." in text
        assert text.index("Dit pleit ervoor:") < text.index("Dit pleit ertegen:")
        assert "| Besluit | De directie | Gepland op 20 januari 2027 |" in text
        assert "of dit beleid er komt" not in body("volledig", "beleid")

    def it_gives_no_hours_to_who_only_waits_for_somebody(self) -> None:
        assert "heeft de programmamanager" not in body("gemeente", "beleid")
        assert "Voor dit werk hebben de adviseur kwaliteit en de gedragsdeskundige samen 4 uur per week." in body(
            "volledig", "beleid"
        )
        assert "op beide locaties" in body("gemeente", "beleid")

    def it_leaves_names_of_people_out_of_the_sentences(self) -> None:
        assert "Bram De Smedt" not in text_of("jeugdhulp_be").replace(str(base("jeugdhulp_be")["eind"]["zin"]), "")

    def it_asks_consent_twice_in_belgium(self) -> None:
        assert "**Twee keer vragen.**" in body("jeugdhulp_be", "beleid")
        assert "**Eerst vragen.**" in body("volledig", "beleid")

    def it_bounds_control_as_the_country_asks(self) -> None:
        assert "Dat mag voor vier doelen:" in body("jeugdhulp_be", "beleid")
        assert "alleen met een concrete aanleiding" in body("volledig", "beleid")
        assert "volgt wie hier werkt niet online" in body("minimaal", "beleid")

    def it_searches_for_nobody_before_everybody_is_warned_in_belgium(self) -> None:
        assert "waarschuwen we eerst iedereen. Pas bij herhaling" in body("jeugdhulp_be", "beleid")
        assert "vertrouwelijke economische belangen" in body("jeugdhulp_be", "beleid")

    def it_punishes_by_the_work_rules_only_in_belgium(self) -> None:
        text = body("jeugdhulp_be", "beleid")
        assert "staan altijd in het arbeidsreglement. Voor vrijwilligers telt hun afsprakennota." in text
        assert "**Een zwaar feit?** Dan verwittigt de" in text

    def it_calls_a_director_rather_than_a_body(self, tmp_path: Path) -> None:
        who = "personen: {baas: {functie: directeur}}\nrollen: {bestuur: {status: ingevuld, personen: [baas]}}\n"
        text = fill_source("beleid", typed(tmp_path, "organisatie: {naam: X, land: BE}\n" + who))
        assert "belt de teamverantwoordelijke de directeur, die het bestuursorgaan inlicht." in text
        assert "belt de teamleider het bestuur." in body("minimaal", "beleid")

    def it_builds_up_a_young_life_online_and_publishes_nothing_against_a_judge(self) -> None:
        text = body("jeugdhulp_be", "beleid")
        assert "passend bij hun leeftijd" in text
        assert "hoort in het huishoudelijk reglement" in text
        assert "**Een maatregel van de jeugdrechter.**" in text
        assert "jeugdrechter" not in body("sociaal_werk_be", "beleid")

    def it_sends_who_is_bullied_to_whom_the_country_has(self, tmp_path: Path) -> None:
        asked = "Wie zelf gepest wordt, kan ook naar "
        for land, staff, whom in (
            ("NL", 80, "een vertrouwenspersoon."),
            ("BE", 80, "de vertrouwenspersoon of de preventieadviseur."),
            ("BE", 12, "de preventieadviseur."),
        ):
            made = typed(tmp_path, f"organisatie: {{naam: X, land: {land}, medewerkers: {staff}}}\n")
            assert f"{asked}{whom}" in fill_source("beleid", made)

    def it_asks_nobody_for_advice_on_what_is_decided(self) -> None:
        assert "Vooraf horen we wie dit raakt." in body("lange_naam", "beleid")
        assert "Bij elke wijziging horen we wie dit raakt." in body("jeugdhulp_be", "beleid")

    def it_lets_parents_decide_where_the_child_cannot(self) -> None:
        text = body("zeepaardje", "beleid")
        assert "# Online contact met ouders" in text
        assert "kiezen zelf" not in text
        assert "geeft het kind zelf toestemming" not in text
        assert "Bel de ouders." in text

    def it_promises_nothing_that_the_profile_does_not_tell(self, tmp_path: Path) -> None:
        made = typed(
            tmp_path,
            "organisatie: {naam: De Kade, land: NL}\nscholing: {status: voldoende, in_werktijd: nee}\nkanalen: []\n",
        )
        text = fill_source("beleid", made)
        assert not re.search(r"in werktijd|uur scholing|Facebook|WhatsApp|meldpunt [A-Z]", text)
        assert "De Kade heeft nu geen eigen kanalen." in text
        assert "tabel: 16 22" not in text

    def it_reports_to_who_leads_the_team_once_it_is_decided(self) -> None:
        assert "Meld het bij de teamverantwoordelijke, die ook zorgt voor wie geraakt is." in body(
            "lange_naam", "beleid"
        )
        assert "Meld het bij [Nog in te vullen: het meldpunt voor incidenten]." in body("minimaal", "beleid")

    def it_says_nothing_about_relatives_where_there_are_none(self, tmp_path: Path) -> None:
        for sector in ("gehandicaptenzorg", "ouderenzorg", "ggz", "sociaal_werk", "gemeente"):
            made = typed(
                tmp_path,
                f"organisatie: {{naam: De Kade, land: NL, sector: {sector}}}\ntaal: {{termen: {{verwant: geen}}}}\n"
                "inspraak: {clienten: {vorm: deelnemersberaad}}\n",
            )
            assert not re.search(r"verwant|naaste|ouders|familielid", fill_source("beleid", made))

    def it_fits_one_person_who_works_alone(self, tmp_path: Path) -> None:
        made = typed(
            tmp_path,
            "organisatie: {naam: Praktijk Wilg, land: NL, sector: ggz, medewerkers: 1}\n"
            "taal: {termen: {bestuur: {enkelvoud: behandelaar}}}\n"
            "personen: {ik: {naam: Wil, functie: behandelaar}}\n"
            "rollen: {bestuur: {status: ingevuld, personen: [ik]}, communicatie: {status: ingevuld, personen: [ik]}}\n",
        )
        text = running_text(fill_source("beleid", made))
        assert not re.search(r"teamleider|collega kan|elk team|onder vier ogen", text)
        assert not taal.leftovers(text)

    @pytest.mark.parametrize("land", ["NL", "BE"])
    def it_survives_an_organisation_where_no_idea_has_a_name(self, tmp_path: Path, land: str) -> None:
        ideas = ("client", "verwant", "medewerker", "leidinggevende", "bestuur", "scholing", "thema", "clientplan")
        terms = ", ".join(f"{idea}: geen" for idea in ideas)
        made = typed(tmp_path, f"organisatie: {{naam: De Kade, land: {land}}}\ntaal: {{termen: {{{terms}}}}}\n")
        text = in_lines(fill_source("beleid", made))
        assert not taal.leftovers(text)
        assert not taal.woorden_van_ander_land(text, land)

    def it_gives_every_sector_and_country_its_own_words(self, tmp_path: Path) -> None:
        seen = set()
        for sector in ("gehandicaptenzorg", "ouderenzorg", "jeugdhulp", "ggz", "sociaal_werk", "gemeente"):
            for land in ("NL", "BE"):
                text = fill_source(
                    "beleid", typed(tmp_path, f"organisatie: {{naam: X, land: {land}, sector: {sector}}}\n")
                )
                assert not taal.leftovers(in_lines(text))
                assert not taal.woorden_van_ander_land(text, land)
                assert taal.longest_sentence(without_open_places(running_text(text)))[0] <= 25
                seen.add(under(text, "Gedragsregels"))
        assert len(seen) == 12
