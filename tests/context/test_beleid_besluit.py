"""What a board and a client can hold the policy to: who decides, who may read along, and help that must not wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygen import context
from policygen.context import kanaal
from tests.context.bodies import ALL, READY, base, body, fill_source, profile, typed

if TYPE_CHECKING:
    from pathlib import Path

PARTS = ("beleid_samenvatting", "beleid", "beleid_bijlagen")
_ABOUT = "organisatie: {naam: X, land: %s, sector: %s, medewerkers: 90}\n"
_CHAT = "kanalen: [{naam: beveiligde chat, soort: chat, beheer: %s, doel: %s, doelgroep: %s, reactietijd: INVULLEN}]\n"
_DECIDED = [name for name in ALL if not base(name)["document"]["concept"]]


def whole(folder: Path, text: str) -> str:
    made = typed(folder, text)
    return "\n".join(fill_source(part, made) for part in PARTS)


class DescribeHelpOnline:
    """Where clients chat or get help on a screen."""

    def it_answers_a_client_in_need_in_every_text(self, tmp_path: Path) -> None:
        text = whole(tmp_path, _ABOUT % ("NL", "ggz") + _CHAT % ("leidinggevende", "online gesprekken", "cliënten"))
        assert "Is de cliënt in nood, antwoord dan zelf en bel. Een openbare reactie" in text
        assert "1. **Reageer niet in het openbaar.** Daar antwoordt alleen" in text
        assert "Help eerst de cliënt: antwoord bij nood en bel." in text
        assert "Reageer zelf niet online.**" not in text

    def it_keeps_to_the_usual_step_where_nobody_is_helped_there(self, tmp_path: Path) -> None:
        text = whole(tmp_path, _ABOUT % ("NL", "ggz") + _CHAT % ("leidinggevende", "rooster", "vrijwilligers"))
        assert text.count("Reageer zelf niet online.**") == 2
        assert (
            "Daarvoor is er de beveiligde chat" not in text
        )  # a chat for volunteers is no way for clients to reach us

    def it_has_a_planned_talk_there_and_only_practical_things_elsewhere(self, tmp_path: Path) -> None:
        talk = whole(tmp_path, _ABOUT % ("NL", "ggz") + _CHAT % ("leidinggevende", "online gesprekken", "cliënten"))
        assert (
            "Over klachten praten we in een afgesproken gesprek: bij ons, per telefoon of in de beveiligde chat."
            in talk
        )
        assert "Daarvoor is er de beveiligde chat." in talk
        news = whole(tmp_path, _ABOUT % ("NL", "ggz") + _CHAT % ("leidinggevende", "afspraken", "cliënten"))
        assert "Gaat het over klachten, dan bellen we" in news

    def it_answers_no_client_in_a_group_of_volunteers(self) -> None:
        assert "Anders: het werkaccount" in body("sociaal-werk-be", "beleid_bijlagen")

    def it_says_beforehand_that_nobody_reads_at_night(self, tmp_path: Path) -> None:
        card = body("ggz-be", "beleid_bijlagen")
        assert "’s nachts leest niemand mee, bel in nood 112 of de Zelfmoordlijn (1813)." in card
        assert "Automatisch antwoord: nog in te stellen" in card
        young = whole(tmp_path, _ABOUT % ("NL", "jeugdhulp") + _CHAT % ("leidinggevende", "gesprek", "jongeren"))
        assert "leest niemand mee" not in young  # young people may live there, with somebody on duty

    @pytest.mark.parametrize("name", ALL)
    def it_promises_no_automatic_answer_that_the_profile_does_not_tell_of(self, name: str) -> None:
        assert "Een automatisch antwoord" not in body(name, "beleid") + body(name, "beleid_bijlagen")

    def it_lets_nobody_read_along_who_helps_no_clients(self, tmp_path: Path) -> None:
        rows = [str(one["tweede"]) for one in base("ggz-be")["accounts"]]
        assert rows == ["Stafmedewerker zorg en innovatie", "Nog te bepalen: een hulpverlener uit het online team"]
        people = "personen: {a: {functie: psycholoog}, b: {functie: arts}}\n"
        team = "onlinehulp: {team: {onlinehulpverlener: [a, b]}}\n"
        made = typed(tmp_path, _ABOUT % ("NL", "ggz") + people + team + _CHAT % ("a", "gesprek", "cliënten"))
        assert made["accounts"][0]["tweede"] == "Arts"

    def it_asks_no_consent_for_a_picture_in_a_talk_with_the_client_alone(self) -> None:
        assert "chat" not in str(base("ggz-be")["bijlagen"]["toestemming"]["doelen"]).lower()
        assert "WhatsApp" in str(base("volledig")["bijlagen"]["toestemming"]["doelen"])  # a group may see it

    def it_says_when_the_plan_is_one_for_the_chat(self) -> None:
        for part in ("beleid", "beleid_bijlagen"):
            assert "Gaat het mis in de chat, dan geldt de procedure Crisis in de chat." in body("ggz-be", part)
            assert "Gaat het mis in de chat" not in body("ouderenzorg-nl", part)


class DescribeChannelNames:
    def it_gives_a_common_noun_its_article_and_capital(self) -> None:
        termen = base("volledig")["termen"]
        told = {
            "beveiligde chat": ("de beveiligde chat", "Beveiligde chat"),
            "intern forum": ("het intern forum", "Intern forum"),
            "groepsbericht vrijwilligers": ("het groepsbericht vrijwilligers", "Groepsbericht vrijwilligers"),
            "WhatsApp": ("WhatsApp", "WhatsApp"),
            "mijnKamer": ("de mijnKamer", "mijnKamer"),
            "www.x.nl": ("www.x.nl", "www.x.nl"),
        }
        assert {name: (kanaal.called(name, termen), kanaal.at_start(name)) for name in told} == told

    def it_names_no_kind_twice(self) -> None:
        assert "| Beveiligde chat |" in body("ggz-be", "beleid_bijlagen")
        assert "chat (chat)" not in body("ggz-be", "beleid_bijlagen")

    def it_asks_who_manages_a_channel_what_is_open_about_it(self) -> None:
        row = next(one for one in base("ggz-be")["leeswijzer"]["open_plekken"] if one["sleutel"].startswith("kanalen"))
        assert row["wie"] == "De psycholoog online team"
        place = base("ggz-be")["kanalen"]["rijen"][1]["tijd"]
        assert base("ggz-be")["vult_in"][place.wie] == "de psycholoog online team"
        assert place.label == "de reactietijd van de beveiligde chat"


class DescribeWhoDecides:
    def it_lets_the_body_above_the_board_approve(self) -> None:
        text = body("ggz-be", "beleid")
        assert "| Bestuursorgaan | Het beleid goedkeuren | Zoals bij ander werk |" in text
        assert "| Directie | Het beleid uitvoeren, tijd en geld vrijmaken |" in text
        assert "| Raad van bestuur | Het beleid vaststellen, tijd en geld vrijmaken |" in body(
            "ouderenzorg-nl", "beleid"
        )

    def it_writes_to_everybody_who_decides(self) -> None:
        assert "# Samenvatting voor bestuursorgaan en directie" in body("ggz-be", "beleid_samenvatting")
        assert "Geachte leden van het bestuursorgaan," in body("ggz-be", "leeswijzer")
        told = context.for_document(base("ggz-be"), "leeswijzer")["document"]
        assert told["lezers"] == "het bestuursorgaan, de directie en wie de stukken beheert"

    def it_says_on_the_cover_of_whom_a_decision_is_asked(self) -> None:
        told = {
            name: context.for_document(base("ggz-be"), name)["document"]
            for name in ("leeswijzer", "onlinehulp", "visie")
        }
        assert told["leeswijzer"]["vastgesteld_kop"] == told["onlinehulp"]["vastgesteld_kop"] == "Ter beslissing aan"
        assert told["onlinehulp"]["vastgesteld_door"] == "directie en bestuursorgaan"
        assert told["visie"]["vastgesteld_kop"] == "Goed te keuren door"

    def it_asks_nothing_on_the_cover_of_a_choice_that_was_made(self, tmp_path: Path) -> None:
        own = "organisatie: {naam: X, land: NL}\ndocument: {datum: 2026-11-20}\nmotieven: {besluit: wel, datum: %s}\n"
        for day, head in (("2026-10-01", "Ter kennisname voor"), ("2027-01-01", "Ter besluit aan")):
            made = typed(tmp_path, own % day)
            assert context.for_document(made, "motieven")["document"]["vastgesteld_kop"] == head
            behalve = "behalve de motievenafweging, zijn" in fill_source("leeswijzer", made)
            assert behalve is (head == "Ter besluit aan")

    def it_makes_up_no_deputy(self) -> None:
        text = body("ggz-be", "beleid")
        assert (
            "| Verantwoordelijke informatica | Zorgen voor veilige toestellen en systemen | Nog geen vervanger" in text
        )
        assert "Nog geen vervanger: ICT." in body("ggz-be", "beleid_samenvatting")

    def it_has_a_second_person_appointed_before_the_policy_holds(self, tmp_path: Path) -> None:
        table = body("ouderenzorg-nl", "beleid_bijlagen")
        assert (
            "| Facebook | Communicatie­adviseur | Beleidsadviseur kwaliteit |" in table
        )  # the deputy of who manages it
        assert "| Nog aan te wijzen vóór 11 januari 2027 |" in table
        own = (
            "organisatie: {naam: X, land: NL}\ndocument: {status: ter_besluit}\nkanalen: [{naam: A, soort: openbaar}]\n"
        )
        assert "| Nog aan te wijzen |" in whole(tmp_path, own)


class DescribeCouncils:
    def it_asks_who_was_not_asked_and_tells_who_must_know(self) -> None:
        text = body("ggz-be", "leeswijzer")
        assert (
            "advies van de gebruikersraad (gevraagd op 27 oktober 2026). "
            "Ook nodig: het advies van de ondernemingsraad (nog te vragen)." in text
        )
        assert (
            "Vraag de uitkomst op bij de gebruikersraad. "
            "Vraag nu advies aan de ondernemingsraad en informeer het familieplatform." in text
        )

    def it_asks_advice_and_consent_in_one_sentence(self) -> None:
        step = "Vraag nu advies aan het ouderpanel en instemming aan de ondernemingsraad."
        assert step in body("jeugdhulp-nl", "leeswijzer")
        assert "Informeer het mantelzorgcafé." in body("gemeente-be", "leeswijzer")

    @pytest.mark.parametrize("name", _DECIDED)
    def it_has_the_law_checked_before_the_decision_and_not_by_the_reader(self, name: str) -> None:
        if not context.left_out(profile(name), "beleid"):
            assert "Laat een jurist" not in body(name, "beleid")
            assert "geen juridisch advies" in body(name, "beleid")
        decided = base(name)["document"]["status_code"] == "definitief"
        checked = "Ga na of een jurist" if decided else "nakijken door een jurist"
        assert checked in body(name, "leeswijzer")

    def it_names_the_day_before_which_the_law_is_checked(self) -> None:
        assert "vóór 8 december 2026 nakijken door een jurist" in body("ouderenzorg-nl", "leeswijzer")


class DescribePictures:
    def it_takes_a_picture_without_consent_down_at_once(self) -> None:
        card = body("ouderenzorg-nl", "beleid_bijlagen").split("# Bijlage: incidentkaart")[1]
        assert "de beheerder haalt de foto meteen weg." in card
        assert "Ga na of dit een datalek is: zie Lek" in card
        assert "twee werkdagen" not in card

    def it_publishes_nothing_of_who_cannot_decide_and_has_no_representative(self) -> None:
        for part in ("beleid", "beleid_bijlagen"):
            assert "Is die er niet, dan maken we geen beeld voor publicatie." in body("ouderenzorg-nl", part)

    def it_allows_what_there_is_consent_for(self) -> None:
        for name in READY:
            if not context.left_out(profile(name), "beleid"):
                assert "ook zonder naam, tenzij daar toestemming voor is." in body(name, "beleid")


class DescribeALimit:
    """A limit on somebody's life online."""

    def it_is_not_there_against_somebodys_will(self, tmp_path: Path) -> None:
        text = whole(tmp_path, _ABOUT % ("NL", "ouderenzorg"))
        assert "zich, dan komt de grens er niet. Alleen bij wie onder de Wzd valt, kan de zorgverantwoordelijke" in text

    @pytest.mark.parametrize(("sector", "ombuds"), [("ggz", True), ("jeugdhulp", False), ("ouderenzorg", False)])
    def it_knows_whom_a_client_can_bring_in_flanders(self, tmp_path: Path, sector: str, ombuds: bool) -> None:
        text = whole(tmp_path, _ABOUT % ("BE", sector))
        assert ("bij de ombudspersoon of via onze klachtenprocedure." in text) is ombuds
        assert "onafhankelijke vertrouwenspersoon" not in text
        assert "onafhankelijke vertrouwenspersoon" in whole(tmp_path, _ABOUT % ("NL", sector))

    @pytest.mark.parametrize("name", ALL)
    def it_promises_no_device(self, name: str) -> None:
        assert "internet en een toestel" not in body(name, "beleid")


class DescribeALeak:
    def it_is_reported_at_once_and_the_authority_within_72_hours(self) -> None:
        card = body("ouderenzorg-nl", "beleid_bijlagen")
        assert (
            "Meld het meteen, ook in het weekend. Is het meldpunt dicht, vertel het dan meteen aan de collega" in card
        )
        assert "beslist over een melding bij de toezichthouder, binnen 72 uur na de ontdekking<br>" in card


def it_counts_the_hours_of_everybody_as_a_question() -> None:
    row = "2 uur per jaar, in werktijd. Voor alle 520 medewerkers zou dat 1.040 uur zijn. |"
    assert row in body("ouderenzorg-nl", "beleid_samenvatting")
