"""What the documents say: everything that the profile holds, and nothing that nobody typed."""

from __future__ import annotations

import re

import pytest

from policygen import catalogue, context, dutch
from policygen.openplace import Open
from tests.documents.conftest import make
from tests.support import taal


def said(text: str) -> str:
    return " ".join(text.split()).lower()


class DescribeWhatTheProfileHolds:
    def it_names_every_role_and_who_fills_it(self, made):
        text = said(made.text("rolverdeling"))
        usual = {"expert": "expert", "ict": "ict", "digicoach": "digicoach", "communicatie": "communicatie"}
        usual["bestuur"] = made.context["termen"]["bestuur"]["enkelvoud"]
        for name, role in made.profile.rollen or ():
            if role is None or isinstance(role, Open):
                continue
            own = role.eigen_naam if name != "bestuur" else None
            assert (own or usual[name]).lower() in text
            for key in role.personen or ():
                assert made.profile.personen[key].functie.lower() in text
            for task in role.taken or ():
                assert task.lower() in text

    def it_gives_every_pdca_moment_in_the_visie_and_the_rolverdeling(self, made):
        for moment in made.profile.pdca.momenten if made.profile.pdca and made.profile.pdca.momenten else ():
            for document in ("visie", "rolverdeling"):
                text = said(made.text(document))
                assert isinstance(moment.wat, Open) or moment.wat.lower() in text
                assert isinstance(moment.maand, Open) or dutch.maand(moment.maand) in text

    def it_gives_every_ict_contact_with_what_it_helps_with(self, made):
        text = said(made.text("rolverdeling"))
        for contact in made.profile.ict_contacten or ():
            person = made.profile.personen[contact.persoon] if contact.persoon else None
            assert (contact.naam or person.functie).lower() in text
            for subject in contact.waarvoor:
                assert subject.lower() in text
            for way in (contact.telefoon, contact.email, contact.bereikbaar):
                assert not way or way.lower() in text

    def it_gives_every_chosen_motive_in_the_visie(self, made):
        motives = made.profile.motieven
        if motives is None or not isinstance(motives.besluit, str):
            return
        text = said(made.text("visie"))
        for own in (*(motives.eigen_voor or ()), *(motives.eigen_tegen or ())):
            assert own.lower().rstrip(".") in text


class DescribeWhatNobodyTyped:
    def it_has_no_leftovers_of_a_template(self, made):
        for document in made.documents:
            for line in made.lines(document):
                typed = made.file.path.read_text(encoding="utf-8")
                texts = line.strip("| ").split("|") if line.startswith("|") else [line]
                found = [fault for text in texts for fault in taal.leftovers(text.strip())]
                assert [fault for fault in found if fault not in typed] == [], (document, line)
                assert not re.search(r"\b(None|nan|undefined|TODO|Open\()", line)
                assert line.strip("-# >|1.") != "", (document, line)

    def it_has_nothing_of_the_sources(self, made):
        for document in made.documents:
            assert taal.bronreeksen(made.text(document)) == ()

    def it_has_no_term_of_the_other_country(self, made):
        land = made.profile.organisatie.land or "NL"
        for document in made.documents:
            assert taal.woorden_van_ander_land(made.text(document), land) == ()

    def it_has_no_poor_style(self, made):
        for document in made.documents:
            text = made.text(document)
            assert taal.stijlfouten(text) == ()
            assert taal.geslachtswoorden(text) == ()
            assert taal.geuren(text) == ()

    def it_does_not_mix_je_and_u(self, made):
        for document in made.documents:
            assert taal.gemengde_aanspreekvorm(made.text(document)) == ()

    @pytest.mark.parametrize("document", ["visie", "rolverdeling", "vacature"])
    def it_uses_the_word_of_the_organisation_for_the_people_it_helps(self, made, document):
        term = made.context["termen"]["client"]["enkelvoud"]
        others = {"cliënt", "bewoner", "jongere", "gebruiker", "hulpvrager", "inwoner"} - {term}
        text = re.sub(r"cliënten(?:raad|raden)|bewonersraad|gebruikersraad|jongerenraad", "", said(made.text(document)))
        typed = said(made.file.path.read_text(encoding="utf-8"))
        for other in others:
            found = re.findall(rf"\b{other}s?(?:en)?\b", text)
            assert not found or other in typed, (document, other)


def it_has_a_catalogue_entry_for_every_document(made):
    wanted = {name for name in catalogue.load("documenten") if not context.left_out(made.profile, name)}
    assert set(made.documents) == wanted


def it_never_puts_two_full_stops_after_a_name_that_ends_in_one(tmp_path):
    path = tmp_path / "p.yaml"
    path.write_text(
        "organisatie: {naam: Zorggroep De Linde B.V., land: NL, doelgroep: mensen met dementie e.d.}\n"
        "mediabegeleiding: {aanpak: We bespreken elke vraag in het overleg.}\n"
        "visie: {waarden: [rust, respect e.d.]}\n"
        "personen: {jo: {functie: directeur a.i.}}\n"
        "rollen: {expert: {status: ingevuld, personen: [jo], eindverantwoordelijk: ja}}\n",
        encoding="utf-8",
    )
    made = make(path, tmp_path / "uit")
    for document in made.documents:
        assert [line for line in made.lines(document) if re.search(r"[.?!]\.(?!\.)", line)] == [], document


def it_reads_well_for_an_odd_but_valid_profile(tmp_path):
    path = tmp_path / "p.yaml"
    path.write_text(
        "organisatie: {naam: De Brug, land: BE, lidwoord: de, medewerkers: 1}\n"
        "ict_contacten: [{extern: ja, waarvoor: [beeldbellen]}]\n"
        "pdca: {momenten: []}\n",
        encoding="utf-8",
    )
    made = make(path, tmp_path / "uit")
    whole = "\n".join(made.text(document) for document in made.documents)
    assert "de De Brug" not in whole
    assert "| Beeldbellen | [Nog in te vullen: de naam van dit ICT-contact] (extern) |" in whole
    assert "1 medewerkers" not in whole
