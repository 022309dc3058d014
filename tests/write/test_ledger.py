from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from policygen.errors import OutputError
from policygen.write import Ledger, put

if TYPE_CHECKING:
    from pathlib import Path


class DescribeLedger:
    def it_knows_the_texts_of_an_earlier_run(self, tmp_path: Path) -> None:
        target = tmp_path / "a.txt"
        first = Ledger(tmp_path)
        first.record(target, b"een")
        first.save()
        second = Ledger(tmp_path)
        assert second.ours(target)(b"een")
        assert not second.ours(target)(b"een, bewerkt")
        assert not second.ours(tmp_path / "b.txt")(b"een")

    def it_still_knows_the_text_that_stands_there_when_a_run_is_killed_between_save_and_put(
        self, tmp_path: Path
    ) -> None:
        target = tmp_path / "a.txt"
        for text in (b"een", b"twee"):
            ledger = Ledger(tmp_path)
            ledger.record(target, text)
            ledger.save()
            if text == b"een":
                put(target, text, ours=ledger.ours(target), force=False)
        ledger = Ledger(tmp_path)
        assert put(target, b"drie", ours=ledger.ours(target), force=False).status == "bijgewerkt"

    def it_writes_nothing_when_nothing_is_new(self, tmp_path: Path) -> None:
        Ledger(tmp_path).save()
        assert list(tmp_path.iterdir()) == []
        ledger = Ledger(tmp_path)
        ledger.record(tmp_path / "a.txt", b"een")
        ledger.save()
        before = (tmp_path / ".policygen.json").stat()
        again = Ledger(tmp_path)
        again.record(tmp_path / "a.txt", b"een")
        again.save()
        after = (tmp_path / ".policygen.json").stat()
        assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    def it_does_not_grow_for_ever(self, tmp_path: Path) -> None:
        ledger = Ledger(tmp_path)
        for number in range(100):
            ledger.record(tmp_path / "a.txt", str(number).encode())
        ledger.save()
        assert len(json.loads((tmp_path / ".policygen.json").read_text(encoding="utf-8"))["teksten"]["a.txt"]) == 20
        assert Ledger(tmp_path).ours(tmp_path / "a.txt")(b"99")

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"{",
            b"[]",
            b"null",
            b'"x"',
            b"\xff\xfe",
            b"\x00",
            b"[" * 200_000,
            b'{"teksten": 3}',
            b'{"teksten": {"a.txt": "x"}}',
            b'{"teksten": {"a.txt": [1, null, {}]}}',
        ],
    )
    def it_knows_no_text_when_it_is_damaged_and_mends_itself(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / ".policygen.json").write_bytes(content)
        target = tmp_path / "a.txt"
        target.write_bytes(b"een")
        ledger = Ledger(tmp_path)
        with pytest.raises(OutputError):
            put(target, b"twee", ours=ledger.ours(target), force=False)
        ledger.record(target, b"twee")
        ledger.save()
        assert Ledger(tmp_path).ours(target)(b"twee")

    def it_is_refused_like_any_file_when_it_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / ".policygen.json").mkdir()
        ledger = Ledger(tmp_path)
        ledger.record(tmp_path / "a.txt", b"een")
        with pytest.raises(OutputError, match=r"policygen\.json: is een map"):
            ledger.save()
