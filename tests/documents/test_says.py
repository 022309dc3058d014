"""What the documents say: everything that the profile holds, and nothing that nobody typed."""

from __future__ import annotations

import re

from policygen import catalogue, context, dutch
from policygen.openplace import Open
from tests.documents.conftest import make
from tests.documents.language import faults


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


class DescribeTheLanguage:
    def it_has_no_fault_that_a_machine_can_find(self, made):
        found = {document: faults(made, document) for document in made.documents}
        assert {document: wrong for document, wrong in found.items() if wrong} == {}

    def it_has_one_label_for_a_field_in_all_documents(self, made):
        labels: dict[str, set[str]] = {}
        for place in made.places:
            labels.setdefault(place.field, set()).add(place.label)
        assert [label for label in labels.values() if len(label) > 1] == []


def it_makes_every_document_that_fits_the_profile(made):
    fitting = {name for name in catalogue.load("documenten") if not context.left_out(made.profile, name)}
    assert set(made.documents) == fitting


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
