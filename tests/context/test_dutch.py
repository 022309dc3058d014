from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen import dutch
from policygen.openplace import Open, Pieces, join

GAP = Open("x", "een datum")


class DescribeSlug:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Stichting Veldermaat", "stichting-veldermaat"),
            ("'t Zeepaardje", "t-zeepaardje"),
            ("Ĳsselmeen & Yılmaz", "ijsselmeen-en-yilmaz"),
            ("Łódź – Århus/Tromsø", "lodz-arhus-tromso"),
            ("Straße Æsir", "strasse-aesir"),
            ("../../x:y?\n", "x-y"),
            ("مرحبا", ""),
        ],
    )
    def it_makes_ascii_of(self, text: str, expected: str) -> None:
        assert dutch.slug(text) == expected

    def it_looks_at_the_beginning_of_what_is_long(self) -> None:
        assert dutch.slug("-" * 999 + "ab") == "a"

    @given(st.text(max_size=200))
    def it_is_always_a_safe_part_of_a_file_name(self, text: str) -> None:
        made = dutch.slug(text, 40)
        assert len(made) <= 40
        assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert made == made.strip("-")


class DescribeOpsomming:
    @pytest.mark.parametrize(
        ("items", "expected"),
        [
            ((), ""),
            (("a",), "a"),
            (("a", "b"), "a en b"),
            (("a", "b", "c"), "a, b en c"),
            (("a", "", "c"), "a en c"),
            ("a", "a"),
        ],
    )
    def it_joins(self, items: tuple[str, ...], expected: str) -> None:
        assert dutch.opsomming(items) == expected

    def it_keeps_an_open_place_and_its_label(self) -> None:
        joined = dutch.opsomming(("a", GAP))
        assert isinstance(joined, Pieces)
        assert tuple(joined) == ("a en ", GAP)

    def it_takes_an_open_list_as_one_item(self) -> None:
        assert dutch.opsomming(GAP) is GAP

    def it_joins_with_one_mark(self) -> None:
        assert dutch.rij(("a", "", "b", "c"), "; ") == "a; b; c"
        assert dutch.rij(()) == ""


class DescribeHoofdletter:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("cliënt", "Cliënt"),
            ("'t zeepaardje", "'t Zeepaardje"),
            ("’s avonds", "’s Avonds"),
            ("ijs", "IJs"),
            ("ĳs", "Ĳs"),
            ("één keer", "Eén keer"),
            ("‘open’", "‘Open’"),
            ("'open'", "'Open'"),
            ("4 uur", "4 uur"),
            ("", ""),
            ("'", "'"),
        ],
    )
    def it_writes(self, text: str, expected: str) -> None:
        assert dutch.hoofdletter(text) == expected

    def it_leaves_an_open_place(self) -> None:
        assert dutch.hoofdletter(GAP) is GAP
        assert tuple(dutch.hoofdletter(join("de ", GAP))) == ("De ", GAP)
        assert tuple(dutch.hoofdletter(join(GAP, " is er"))) == (GAP, " is er")


class DescribeNumbersAndDates:
    def it_writes_dutch(self) -> None:
        assert dutch.datum(date(2026, 11, 3)) == "3 november 2026"
        assert dutch.maand(1) == "januari"
        assert dutch.euro(3500) == "3.500 euro"
        assert dutch.uren(1.5) == "1,5 uur"
        assert dutch.uren(40) == "40 uur"
        assert dutch.getal(1250000) == "1.250.000"
        assert (dutch.keer(1), dutch.keer(4), dutch.keer(12)) == ("één keer", "vier keer", "12 keer")
