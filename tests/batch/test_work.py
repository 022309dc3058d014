"""What a process of a batch does when it is asked to end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from policygen import generate, interrupt
from policygen.batch.clients import Client
from policygen.batch.job import Job
from policygen.batch.work import make, survey
from tests.batch.conftest import files, put
from tests.batch.conftest import profile as text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

JOB = ("visie", "zelfscan", "vacature")


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    yield
    interrupt.forget()


class DescribeARequestToEnd:
    @pytest.mark.parametrize("number", [1, 2, 4])
    def it_ends_after_the_file_at_hand(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int):
        put(tmp_path, a=text("Acht"))
        (client,) = survey([Client(tmp_path / "a.yaml")])
        real, written = generate.put, []

        def asked(target: Path, *arguments, **options):
            outcome = real(target, *arguments, **options)
            written.append(target)
            if len(written) == number:
                interrupt.ask()
            return outcome

        monkeypatch.setattr(generate, "put", asked)
        with pytest.raises(KeyboardInterrupt):
            make([client.client], Job(tmp_path / "uit", date(2026, 11, 26), JOB, zipped=True))
        assert len([name for name in files(tmp_path / "uit") if "/." not in name]) == len(written) == number
        assert not [name for name in files(tmp_path / "uit") if name.endswith((".tmp", ".lock"))]

    def it_begins_nothing_anymore(self, tmp_path: Path):
        put(tmp_path, a=text("Acht"))
        interrupt.ask()
        client = replace(Client(tmp_path / "a.yaml"), folder="acht")
        for work in (lambda: survey([client]), lambda: make([client], Job(tmp_path / "uit", date(2026, 11, 26)))):
            with pytest.raises(KeyboardInterrupt):
                work()
        assert not (tmp_path / "uit").exists()
