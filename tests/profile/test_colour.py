from __future__ import annotations

import pytest

from policygen.colours import contrast
from policygen.profile import load


class DescribeTheBrandColour:
    @pytest.mark.parametrize(("one", "other", "ratio"), [("000000", "FFFFFF", 21.0), ("777777", "FFFFFF", 4.48)])
    def it_is_measured_as_wcag_does(self, one, other, ratio):
        assert contrast(one, other) == pytest.approx(ratio, abs=0.01)

    def it_warns_with_the_ratio_when_text_in_it_cannot_be_read(self, tmp_path):
        path = tmp_path / "p.yaml"
        path.write_text('organisatie: {naam: A, land: NL}\nhuisstijl:\n  kleur: "#F2B705"\n', encoding="utf-8")
        (warning,) = load(path).warnings
        assert str(warning) == (
            f"let op: {path}:3:10: huisstijl.kleur: deze kleur is op wit slecht te lezen (contrast 1,8; 4,5 is nodig). "
            "Koppen krijgen daarom een donkerder tint; vlakken houden uw kleur."
        )

    def it_says_nothing_of_a_dark_colour(self, tmp_path):
        path = tmp_path / "p.yaml"
        path.write_text('organisatie: {naam: A, land: NL}\nhuisstijl:\n  kleur: "#1F5C4D"\n', encoding="utf-8")
        assert load(path).warnings == ()
