"""What readers asked of the policy and its annexes: who does what at night, about a picture, and for parents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.context.bodies import ALL, base, body, fill_source, typed

if TYPE_CHECKING:
    from pathlib import Path

_ABOUT = "organisatie: {naam: De Linde, land: NL, sector: %s, medewerkers: 80, locaties: 3}\n"
_POINT = "incidenten: {meldpunt: {naam: Meldpunt, telefoon: 000 11, bereikbaar: %s}}\n"
_NEWS = "  - {naam: Nieuwsbrief, soort: openbaar, doel: nieuws, doelgroep: naasten, reactietijd: 3 werkdagen}\n"
_OWN = "  - {naam: Familieportaal, soort: besloten, doel: contact, doelgroep: naasten, reactietijd: 2 werkdagen}\n"


def whole(folder: Path, text: str) -> str:
    """The policy and its annexes for a typed profile."""
    made = typed(folder, text)
    return "\n".join(fill_source(one, made) for one in ("beleid_samenvatting", "beleid", "beleid_bijlagen"))


class DescribeTheNight:
    """A message at night, where somebody is on duty and where nobody is."""

    @pytest.mark.parametrize("sector", ["ouderenzorg", "gehandicaptenzorg"])
    def it_sends_somebody_to_look_where_there_is_always_a_colleague(self, tmp_path: Path, sector: str) -> None:
        text = whole(tmp_path, _ABOUT % sector)
        assert text.count("of vraag dat aan wie dienst heeft. Is er direct gevaar, bel dan ook 112.") == 2
        assert "automatisch antwoord" not in text

    def it_answers_by_itself_only_where_nobody_is_in_the_house(self, tmp_path: Path) -> None:
        text = whole(tmp_path, _ABOUT % "sociaal_werk")
        assert "Stel een automatisch antwoord in met wie wel bereikbaar is." in text
        assert "dienst heeft" not in text

    @pytest.mark.parametrize("hours", ["dag en nacht", "werkdagen"])
    def it_sends_no_client_to_the_contact_point_of_the_staff(self, tmp_path: Path, hours: str) -> None:
        assert re.search(r"anders [^.]*, als we open zijn\.", whole(tmp_path, _ABOUT % "ggz" + _POINT % hours))
        assert "anders de locatie of wie dienst heeft." in whole(tmp_path, _ABOUT % "jeugdhulp" + _POINT % hours)

    def it_tells_a_colleague_who_may_be_off_duty_where_nobody_is_on_duty_at_night(self, tmp_path: Path) -> None:
        assert "vertel het dan aan een collega en meld het" in whole(tmp_path, _ABOUT % "ggz" + _POINT % "werkdagen")
        home = whole(tmp_path, _ABOUT % "ouderenzorg" + _POINT % "werkdagen")
        assert "vertel het dan aan de collega die dienst heeft en meld het" in home

    def it_answers_a_child_that_asks_for_help_itself(self, tmp_path: Path) -> None:
        text = whole(tmp_path, _ABOUT % "jeugdhulp")
        assert "Een kind dat zelf om hulp vraagt, krijgt altijd antwoord." in text

    def it_names_who_is_there_for_a_leak_besides_who_is_there_for_a_lost_device(self, tmp_path: Path) -> None:
        both = "ict_contacten:\n  - {naam: Servicebalie, waarvoor: [toestel kwijt], telefoon: 000 01}\n"
        both += "  - {naam: Jo de Wit, waarvoor: [datalek], telefoon: 000 02}\n"
        text = whole(tmp_path, _ABOUT % "ouderenzorg" + both)
        assert "Datalek: bel daarna Jo de Wit, 000 02. Toestel kwijt: bel " in text

    def it_chats_with_clients_only_where_the_chat_is_for_them(self, tmp_path: Path) -> None:
        chat = "kanalen: [{naam: WhatsApp, soort: chat, doelgroep: %s}]\n"
        assert "Daarvoor is er WhatsApp." in whole(tmp_path, _ABOUT % "ouderenzorg" + chat % "bewoners")
        family = whole(tmp_path, _ABOUT % "ouderenzorg" + chat % "familie")
        assert "Daarvoor is er WhatsApp" not in family
        assert "Niet dringend: het werkaccount" in family.replace("Het", "het")

    def it_calls_somebody_and_no_college(self) -> None:
        assert "belt de teamleider de wethouder zorg en inkomen, die het college van B en W inlicht." in body(
            "gemeente-nl", "beleid"
        )

    def it_makes_no_stranger_of_a_neighbour_who_lives_in_town(self, tmp_path: Path) -> None:
        closed = "kanalen: [{naam: Mijn Stad, soort: besloten, doelgroep: inwoners, doel: %s}]\n"
        group = whole(tmp_path, _ABOUT % "gemeente" + closed % "nieuws uit de wijk")
        assert "dan bellen we of praten we in een gesprek verder." in group
        closed %= "berichten over een aanvraag"
        text = whole(tmp_path, _ABOUT % "gemeente" + closed)
        assert "Word privé niet online bevriend met inwoners die je helpt." in text
        assert "Kenden we elkaar al, bijvoorbeeld als buren" in text
        assert "dan bellen we, antwoorden we in Mijn Stad of praten we in een gesprek verder." in text

    @pytest.mark.parametrize("name", ALL)
    def it_names_no_number_that_nobody_gave(self, name: str) -> None:
        assert "nummer van de eigen locatie" not in body(name, "beleid")


class DescribeVisitors:
    """What a visitor reads about channels and pictures."""

    def it_has_nobody_ask_by_newsletter_and_names_the_channel_for_relatives(self, tmp_path: Path) -> None:
        text = whole(tmp_path, _ABOUT % "ouderenzorg" + "kanalen:\n" + _NEWS + _OWN)
        assert "Gebruik dan ons besloten kanaal: Familieportaal." in text
        assert "Nieuwsbrief binnen" not in text
        assert "via Nieuwsbrief" not in text

    def it_takes_no_pictures_of_other_young_people(self) -> None:
        assert "Van andere jongeren maakt u geen foto of film." in body("jeugdhulp_be", "beleid_bijlagen")


class DescribeParents:
    """Who tells parents, in youth care only."""

    @pytest.mark.parametrize("document", ["beleid", "beleid_bijlagen"])
    def it_says_who_tells_them(self, document: str) -> None:
        assert "met de jongere wie ouders of voogd inlicht" in body("jeugdhulp_be", document)
        assert "ouders of voogd inlicht" not in body("volledig", document)


class DescribeVoices:
    """Who is asked for what."""

    def it_waits_only_for_what_was_asked(self, tmp_path: Path) -> None:
        asked = "inspraak: {clienten: {vorm: raad, bevoegdheid: advies, geraadpleegd_op: 2026-10-06}, "
        text = whole(tmp_path, _ABOUT % "ggz" + asked + "verwanten: {vorm: familieraad, bevoegdheid: informatie}}\n")
        assert "Nog geen uitkomst: het advies van de raad." in text
        assert "Nog te informeren: de familieraad." in text
        assert "Instemming vragen we" not in text
        assert "We informeren de familieraad." in text

    @pytest.mark.parametrize("name", ALL)
    def it_calls_the_staff_of_the_policy_more_than_one_trade(self, name: str) -> None:
        word = str(base(name)["termen"]["medewerker"]["meervoud"])
        assert f"volgt {word} niet" not in body(name, "beleid")


class DescribeRoles:
    """The table of who is there for what agrees with the roles."""

    def it_gives_the_tasks_of_a_role_that_is_not_needed_to_who_is_responsible(self, tmp_path: Path) -> None:
        roles = "rollen: {expert: {status: ingevuld, personen: [a]}, communicatie: {status: %s}}\n"
        own = _ABOUT % "ggz" + "personen: {a: {functie: adviseur}}\n" + roles
        none = whole(tmp_path, own % "niet_nodig, reden: we zijn klein")
        assert "voorstellen; ook kanalen, accounts en toestemming voor beeld beheren |" in none
        planned = whole(tmp_path, own % "gepland")
        assert "| Kanalen, accounts en toestemming voor beeld beheren | Tot de start: adviseur |" in planned
        assert "; ook kanalen" not in planned
