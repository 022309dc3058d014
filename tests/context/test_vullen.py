from __future__ import annotations

import pytest

from policygen.context.vullen import fill, flatten, names_in
from policygen.openplace import Open, Pieces, Text

NAMES: dict[str, Text] = {
    "organisatie.korte_naam": "'t Zeepaardje",
    "termen.client.de": "de cliënt",
    "open": Open("x", "de naam"),
}


class DescribeFill:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Bij {organisatie.korte_naam}.", "Bij 't Zeepaardje."),
            ("{termen.client.de} beslist. {termen.client.de} kiest.", "De cliënt beslist. De cliënt kiest."),
            ("denkt mee met {termen.client.de}", "denkt mee met de cliënt"),
            ("{termen.client.de} en het plan", "de cliënt en het plan"),
            ("Een {accolade en {} blijft { staan.", "Een {accolade en {} blijft { staan."),
        ],
    )
    def it_fills(self, text: str, expected: str) -> None:
        assert fill(text, NAMES) == expected

    def it_fills_a_value_once(self) -> None:
        assert fill("Naam: {a}", {"a": "{b} {{ 7*7 }}", "b": "fout"}) == "Naam: {b} {{ 7*7 }}"

    def it_keeps_an_open_place_in_pieces(self) -> None:
        made = fill("Door {open}.", NAMES)
        assert isinstance(made, Pieces)
        assert tuple(made) == ("Door ", NAMES["open"], ".")

    def it_does_not_hide_a_name_that_is_not_there(self) -> None:
        with pytest.raises(KeyError):
            fill("{organisatie.nam}", NAMES)

    def it_tells_which_names_a_text_uses(self) -> None:
        assert names_in("{a.b} en {c}, geen { d }") == {"a.b", "c"}


class DescribeFlatten:
    def it_makes_dotted_names_of_text_only(self) -> None:
        gap = Open("x")
        made = flatten({"a": {"b": "1", "c": ("niet",), "d": {"e": gap}}, "f": True, "g": 3})
        assert made == {"a.b": "1", "a.d.e": gap}
