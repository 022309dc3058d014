"""What one client told is in no file of another, whatever processes they went through; only the tables know all."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.batch.conftest import DAY, files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEPT = ("Veldermaat", "Kiezelgrond", "veldermaat.example", "De Brink", "Oostermeer")


def own_words(number: int) -> list[str]:
    return [f"Uniek{number:02}{what}x" for what in ("naam", "kort", "persoon", "plaats", "bureau", "kanaal")]


def full(data: Path, number: int) -> str:
    """The full profile in which name, short name, people, mail, place and consultancy are this client's own."""
    text = (data / "volledig.yaml").read_text(encoding="utf-8")
    name, short, person, place, sender, channel = own_words(number)
    text = re.sub(r"naam: Stichting Veldermaat", f"naam: {name}", text)
    text = re.sub(r"korte_naam: Veldermaat", f"korte_naam: {short}", text)
    text = re.sub(r"code: veldermaat", f"code: klant-{number}", text)
    text = re.sub(r"plaats: Oostermeer", f"plaats: {place}", text)
    text = re.sub(r"plaats: De Brink", f"plaats: {place}", text)
    text = re.sub(r"afzender: Bureau Kiezelgrond", f"afzender: {sender}", text)
    text = re.sub(r"(functie: [^,}]*, email: )(\w)\S*?@veldermaat.example", rf"\1\2@{person}.example", text)
    text = re.sub(r"servicedesk@veldermaat.example", f"sd@{person}.example", text)
    for one in ("Renée van 't Hof-Yılmaz", "Joris Ángel de Wit", "Noor Brouwer", "Tjeerd Sjoerdsma", "Marloes Prins"):
        text = text.replace(one, f"{one.split()[0]} {person}")
    text = text.replace("Aïsha el Idrissi", f"Aïsha {person}").replace("naam: WhatsApp", f"naam: {channel}")
    return text.replace("logo: logo-veldermaat.png", "logo: null")


def contents(name: str, data: bytes) -> Iterator[bytes]:
    """What a file holds, inflated, also in a zip in a zip."""
    yield name.encode()
    if not data.startswith(b"PK"):
        yield data
        return
    with zipfile.ZipFile(BytesIO(data)) as opened:
        for part in opened.namelist():
            yield from contents(part, opened.read(part))


class DescribeTheFilesOfAClient:
    @pytest.mark.parametrize("workers", ["1", pytest.param("2", marks=pytest.mark.slow)])
    def it_knows_nothing_of_another(self, policygen, tmp_path: Path, data: Path, workers: str):
        clients = 4
        (tmp_path / "k").mkdir()
        for number in range(clients):
            (tmp_path / "k" / f"{number}.yaml").write_text(full(data, number), encoding="utf-8")
        assert policygen("batch", "k", "-o", "uit", "--zip", "--workers", workers, *DAY).code == 0
        found: dict[int, set[str]] = {number: set() for number in range(clients)}
        for name, content in files(tmp_path / "uit").items():
            text = b"\n".join(contents(name, content)).decode("utf-8", "replace").casefold()
            words = {int(one) for one in re.findall(r"uniek(\d\d)", text)}
            assert not [word for word in KEPT if word.casefold() in text], name
            owner = re.match(r"klant-(\d)", name)
            if owner:
                assert words <= {int(owner[1])}, name
                found[int(owner[1])] |= {word for word in own_words(int(owner[1])) if word.casefold() in text}
            elif name.startswith("overzicht"):
                assert words == set(range(clients)), name
        assert found == {number: set(own_words(number)) for number in range(clients)}
