from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
import yaml

from policygen.context.variant import KINDS, kies
from tests.context.bodies import SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

CATALOGUE = SOURCES.parents[1] / "policygen" / "catalogue"
WORDS = {word for kind in KINDS for word in kind}


def here(land: str, address: str, level: str) -> dict[str, dict[str, str]]:
    return {"organisatie": {"land": land}, "taal": {"aanspreekvorm": address, "niveau": level}}


def variants(value: object) -> Iterator[dict[str, str]]:
    """The mappings whose keys only name countries, forms of address and levels, with a text for each."""
    if isinstance(value, dict):
        keys = {word for key in value for word in str(key).split()}
        if keys and keys <= WORDS and all(isinstance(text, str) for text in value.values()):
            yield value
        for part in value.values():
            yield from variants(part)
    elif isinstance(value, list):
        for part in value:
            yield from variants(part)


class DescribeKies:
    def it_takes_the_most_specific_text(self) -> None:
        texts = {"": "a", "u": "b", "BE u": "c"}
        assert [kies(texts, here("NL", "je", "B1")), kies(texts, here("NL", "u", "B1"))] == ["a", "b"]
        assert kies(texts, here("BE", "u", "B2")) == "c"
        assert kies("voor iedereen", here("BE", "u", "B2")) == "voor iedereen"

    def it_does_not_guess_when_nothing_fits(self) -> None:
        with pytest.raises(KeyError, match="no variant for"):
            kies({"u": "b"}, here("NL", "je", "B1"))


@pytest.mark.parametrize("path", sorted(CATALOGUE.glob("*.yaml")), ids=lambda path: path.stem)
def it_has_one_best_variant_for_every_country_address_and_level(path) -> None:
    for texts in variants(yaml.safe_load(path.read_text(encoding="utf-8"))):
        for words in product(*KINDS):
            covered = [kind for kind in KINDS if any(set(kind) & set(key.split()) for key in texts)]
            if (
                all(set(words) & {w for key in texts for w in key.split() if w in kind} for kind in covered)
                or "" in texts
            ):
                kies(texts, here(*words))
            fitting = [set(key.split()) for key in texts if set(words) >= set(key.split())]
            most = max(map(len, fitting), default=0)
            assert not [1 for one, two in combinations(fitting, 2) if len(one) == len(two) == most], texts
