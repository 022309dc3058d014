"""Which facts of the sources come out: all that the documents must be able to say."""

from __future__ import annotations

import pytest

from policygen import dekking

KERN = tuple(key for key, fact in dekking.facts().items() if fact["status"] == "kern")


@pytest.fixture(scope="module")
def covered(made_of) -> dict[str, tuple[str, ...]]:
    made = made_of("volledig")
    return dekking.coverage({document: made.text(document) for document in made.documents})


class DescribeCoverage:
    def it_knows_every_fact(self):
        assert len(dekking.facts()) == 152
        assert len(KERN) == 141

    @pytest.mark.parametrize("fact", KERN)
    def it_finds_every_fact_of_the_full_profile_in_a_document_that_it_belongs_in(self, covered, fact):
        assert set(covered[fact]) & set(dekking.facts()[fact]["documenten"])

    def it_finds_nothing_in_an_empty_document(self):
        assert set(dekking.coverage({"visie": ""}).values()) == {()}

    def it_misses_a_fact_whose_sentence_is_gone(self, volledig):
        text = volledig.text("onlinehulp").replace("een lange adem nodig", "")
        assert dekking.coverage({"onlinehulp": text})["S2-17"] == ()
        assert dekking.coverage({"onlinehulp": volledig.text("onlinehulp")})["S2-17"] == ("onlinehulp",)
