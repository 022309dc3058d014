"""The guide to the set: it lists what is open in all other documents, whichever of them are asked for."""

from __future__ import annotations

from policygen import profile
from policygen.generate import generate_documents, preview
from policygen.ooxml.text import lines
from tests.documents.conftest import TODAY

HEADING = "# Alle open plekken in de set"
OWN_LIST = "# Nog in te vullen"


def listed(made_lines):
    """The first column of the list of open places."""
    if HEADING not in made_lines:
        return []
    after = made_lines[made_lines.index(HEADING) + 1 :]
    table = [line for line in after[: after.index(OWN_LIST) if OWN_LIST in after else None] if line.startswith("|")]
    return [line.strip("| ").split("|")[0].strip() for line in table if "Wie vult het in" not in line]


def it_lists_every_place_that_a_document_marks(made):
    found = {one.lower() for one in listed(made.lines("leeswijzer"))}
    for place in preview(made.file, today=TODAY).open_places:
        assert " ".join(place.label.split()).lower() in found


def it_lists_the_same_when_it_is_made_alone(volledig, tmp_path):
    (alone,) = generate_documents(volledig.file, tmp_path, today=TODAY, documents=["leeswijzer"])
    assert [path.name for path in tmp_path.glob("*.docx")] == [alone.path.name]
    assert alone.path.read_bytes() == volledig.documents["leeswijzer"].read_bytes()


def it_is_the_first_of_the_set(volledig):
    outcomes = [path.name.split("_")[1] for path in volledig.documents.values()]
    assert outcomes[0] == "leeswijzer"


def it_shows_an_earlier_self_scan_in_the_document(tmp_path):
    (tmp_path / "toen.yaml").write_text("zelfscan: {antwoorden: {ZB01: nee, ZB11: ja}}\n", encoding="utf-8")
    text = "organisatie: {naam: De Kade, land: NL}\nvacatures: []\nzelfscan: {vorige: toen.yaml}\n"
    (tmp_path / "nu.yaml").write_text(text, encoding="utf-8")
    (made,) = generate_documents(
        profile.load(tmp_path / "nu.yaml"), tmp_path / "uit", today=TODAY, documents=["zelfscan"]
    )
    assert any("| ja | nee | Minder |" in line for line in lines(made.path.read_bytes()))


class DescribeTheClosingList:
    def it_tells_a_reader_what_to_do_without_a_file_that_only_we_know(self, made):
        for document in set(made.documents) - {"vacature"}:  # which tells HR where the functions come from
            assert "profiel.yaml" not in made.text(document)

    def it_names_whoever_fills_in_as_the_organisation_does(self, volledig):
        text = volledig.text("onlinehulp")
        assert "of geef het antwoord door aan de adviseur kwaliteit." in text
        assert "| Wie de onlinehulp geeft | de adviseur kwaliteit | begeleider |" in text
        assert "| De datum van vaststelling | de raad van bestuur |" not in text  # nobody adopts this one
        assert "| De datum van vaststelling | de raad van bestuur |" in volledig.text("visie")
        assert "wie onlinehulp leidt" not in text.lower()

    def it_asks_who_makes_the_document_while_it_has_no_owner(self, made_of):
        assert "of geef het antwoord door aan wie het document opstelt." in made_of("minimaal").text("visie")
