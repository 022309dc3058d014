"""What holds for the Dutch of every document that a machine can judge line by line."""

from __future__ import annotations

import re

import pytest

from tests.context.bodies import ALL, base, body, in_lines, ours, profile, without_open_places
from tests.support import taal

DOCUMENTS = ("visie", "beleid", "borging", "leeswijzer", "motieven", "rolverdeling", "zelfscan")
PEOPLE = ("cliënt", "bewoner", "jongere", "inwoner", "gebruiker", "verwant", "naaste", "mantelzorger")


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("name", ALL)
class DescribeTheDutchOfADocument:
    def it_has_no_fault_that_a_machine_sees(self, name: str, document: str) -> None:
        text = in_lines(body(name, document))
        left = [found for line in text.splitlines() for found in taal.leftovers(line)]
        assert not [found for found in left if found != "{dialoog}"]  # that one is a value
        assert not taal.bronreeksen(text)
        assert not taal.fouten(text, base(name)["organisatie"]["land"], repr(profile(name)))

    def it_addresses_nobody(self, name: str, document: str) -> None:
        text = ours(name, in_lines(body(name, document)))
        assert not taal.je_vormen(text) + taal.u_vormen(text)

    def it_uses_the_terms_of_the_profile_only(self, name: str, document: str) -> None:
        # What the profile itself types (a council, who it works for) is not ours to change.
        given = repr(profile(name)).lower() + str(base(name)["termen"])
        text = without_open_places(body(name, document)).lower()
        assert not [word for word in PEOPLE if word not in given and re.search(rf"\b{word}", text)]
