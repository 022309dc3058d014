from __future__ import annotations

import pytest

from policygen.context.lidwoord import with_article
from policygen.openplace import Open, join
from tests.context.bodies import base


class DescribeWithArticle:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("adviseur kwaliteit", "de adviseur kwaliteit"),
            ("diensthoofd zorg", "het diensthoofd zorg"),
            ("deelnemersberaad", "het deelnemersberaad"),
            ("meldpunt zorg", "het meldpunt zorg"),
            ("Meldpunt zorg", "het Meldpunt zorg"),
            ("Servicedesk ICT", "de Servicedesk ICT"),
            ("Veilig melden", "Veilig melden"),
            ("raad van bestuur", "de raad van bestuur"),
            ("bestuursorgaan", "het bestuursorgaan"),
            ("ICT-beheerder", "de ICT-beheerder"),
            ("OR", "de OR"),
            ("pedagogisch coördinator (Bram De Smedt)", "de pedagogisch coördinator (Bram De Smedt)"),
            ("Bram De Smedt", "Bram De Smedt"),
            ("de woordvoerder", "de woordvoerder"),
            (
                "Comité voor Preventie en Bescherming op het Werk",
                "het Comité voor Preventie en Bescherming op het Werk",
            ),
            ("", ""),
        ],
    )
    def it_puts_de_or_het_where_dutch_has_it(self, text: str, expected: str) -> None:
        assert with_article(text, base("volledig")["termen"]) == expected

    def it_follows_the_article_of_the_profile_for_the_board(self) -> None:
        assert with_article("ledenraad", base("geen_verwant")["termen"]) == "de ledenraad"
        assert with_article("college van B en W", base("gemeente")["termen"]) == "het college van B en W"

    def it_leaves_an_open_place_alone(self) -> None:
        place = Open("x", "de naam")
        assert with_article(place, base("volledig")["termen"]) is place
        assert str(with_article(join("beheerder ", place), base("volledig")["termen"])).startswith("de beheerder ")
