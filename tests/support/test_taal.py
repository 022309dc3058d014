"""The measures on values that a person counted."""

from __future__ import annotations

import pytest

from tests.support import taal

ALINEA = "Een cliënt laat je een bericht zien. Klopt dit wel? Jullie zoeken het samen uit, in alle rust."


class DescribeSentences:
    def it_splits_at_the_end_of_a_sentence_and_at_a_line_break(self) -> None:
        assert taal.sentences("Kop zonder punt\nDit is een. En dit twee! Dit drie?") == (
            "Kop zonder punt",
            "Dit is een.",
            "En dit twee!",
            "Dit drie?",
        )

    def it_does_not_split_at_an_abbreviation_a_number_or_an_address(self) -> None:
        text = "Bel bijv. Noor, of mail j.dewit@veldermaat.example voor 3.500 euro. Klaar."
        assert len(taal.sentences(text)) == 2

    def it_lets_a_sentence_begin_with_an_apostrophe(self) -> None:
        assert taal.sentences("We zijn er. 't Is zo ver.") == ("We zijn er.", "'t Is zo ver.")

    def it_takes_the_quotation_mark_with_the_sentence(self) -> None:
        assert taal.sentences('"Mag dat?" Dat mag.') == ('"Mag dat?"', "Dat mag.")

    def it_knows_the_longest_and_the_mean(self) -> None:
        assert taal.longest_sentence(ALINEA) == (8, "Jullie zoeken het samen uit, in alle rust.")
        assert taal.mean_sentence(ALINEA) == 6
        assert taal.longest_sentence("") == (0, "")


class DescribeWords:
    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("Een HR-adviseur met foto's, 3.500 euro en a.b@c.example.", 8),
            ("", 0),
            ("— … !", 0),
            ("je/u", 1),
            ("cliënt's naam", 2),
        ],
    )
    def it_counts_as_a_reader_does(self, text: str, count: int) -> None:
        assert len(taal.words(text)) == count


class DescribeSyllables:
    @pytest.mark.parametrize(
        ("word", "count"),
        [
            *[("zwaai", 1), ("nieuw", 1), ("leeuw", 1), ("uur", 1), ("e", 1), ("ijs", 1)],
            *[("cliënt", 2), ("online", 2), ("zoals", 2), ("privé", 2), ("vrije", 2), ("koeien", 2), ("tablet", 2)],
            *[("media", 3), ("video", 3), ("sociaal", 3), ("ideeën", 3), ("bewoner", 3), ("digicoach", 3), ("ICT", 3)],
            *[("situatie", 4), ("begeleider", 4), ("vrijwilliger", 4), ("beoordelen", 4), ("officieel", 4)],
            *[("organisatie", 5), ("geïnteresseerd", 5), ("videobellen", 5), ("mediabegeleiding", 7)],
        ],
    )
    def it_counts_dutch_vowel_groups(self, word: str, count: int) -> None:
        assert taal.syllables(word) == count


class DescribeFleschDouma:
    def it_follows_the_formula(self) -> None:
        # 6 words, 6 syllables, 1 sentence
        assert taal.flesch_douma("De kat zit op de stoel.") == pytest.approx(206.84 - 0.93 * 6 - 77)

    def it_puts_office_dutch_far_below_plain_dutch(self) -> None:
        office = (
            "De verantwoordelijkheid voor implementatie van communicatieactiviteiten berust bij organisatieonderdelen."
        )
        assert taal.flesch_douma(office) < 0
        assert taal.flesch_douma(ALINEA) > 80

    def it_is_zero_without_words(self) -> None:
        assert taal.flesch_douma("...") == 0


class DescribeLeftovers:
    @pytest.mark.parametrize(
        "text",
        [
            *["{{ naam }}", "{% if x %}", "bij {organisatie.bij} werken", "waarde None hier", "TODO nog doen"],
            *["rood, , blauw", "einde..", "de de man", "twee  spaties", "spatie , komma", "leeg ( )", "rust ."],
        ],
    )
    def it_finds(self, text: str) -> None:
        assert taal.leftovers(text)

    @pytest.mark.parametrize(
        "text",
        [
            *["Zodat je je thuis voelt.", "Wacht even ...", "a, b en c (d), e.", "{ los }", "Non-profit"],
            *["https://a.example/b", "de deur", "Ja: dat kan; echt waar?"],
        ],
    )
    def it_lets_pass(self, text: str) -> None:
        assert taal.leftovers(text) == ()


class DescribeStyle:
    def it_names_stiff_words_and_the_impersonal_passive(self) -> None:
        found = taal.stijlfouten("Er wordt middels overleg besloten. Men dient te melden.")
        assert set(found) == {"Er wordt", "middels", "dient te"}
        assert taal.stijlfouten("Er staat een bemiddelaar klaar.") == ()

    def it_shows_the_sentence_with_the_rarer_form_of_address(self) -> None:
        text = "Je helpt. Je kijkt mee. Uw vraag telt. Jij ook."
        assert taal.gemengde_aanspreekvorm(text) == ("Uw vraag telt.",)
        assert taal.gemengde_aanspreekvorm("U helpt uw team. Zij zei: “Mag je dat?”") == ()
        assert taal.gemengde_aanspreekvorm("Mail u@voorbeeld.example als je wilt.") == ()

    def it_finds_words_of_one_sex(self) -> None:
        assert set(taal.geslachtswoorden("Hij/zij belt de zuster en haar of zijn baas.")) == {
            "hij/zij",
            "zuster",
            "haar of zijn",
        }
        assert taal.geslachtswoorden("Haar meester zit op het register in Oostermeer.") == ()

    def it_finds_the_smell_of_what_is_published(self) -> None:
        assert taal.geuren("Gebruik je gezond verstand en wees trots op je werk.") == (
            "trots op je werk",
            "gezond verstand",
        )

    def it_finds_words_of_the_other_country_but_not_those_of_the_profile(self) -> None:
        assert taal.woorden_van_ander_land("Volg de vorming over sms.", "NL") == ("vorming",)
        assert taal.woorden_van_ander_land("De WOR en de scholing.", "BE") == ("scholing", "WOR")
        assert taal.woorden_van_ander_land("Een cliëntenraad.", "BE", ("Cliëntenraad De Linde",)) == ()
        assert taal.woorden_van_ander_land("Het wordt wat.", "BE") == ()


class DescribeBronreeksen:
    def it_reports_a_run_of_eight_words_that_stands_in_a_source(self, monkeypatch: pytest.MonkeyPatch) -> None:
        run = "een twee drie vier vijf zes zeven acht"
        digest = taal.hashlib.sha256(run.encode()).hexdigest()[:16]
        monkeypatch.setattr(taal, "_bron", lambda: frozenset({digest}))
        assert taal.bronreeksen("Nul, een twee drie, vier vijf: zes zeven ACHT negen.") == (run,)

    def it_finds_nothing_in_other_words(self) -> None:
        assert taal.bronreeksen(ALINEA) == ()
        assert len(taal._bron()) > 2000
