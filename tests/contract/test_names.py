"""Contract: a name that becomes a file name is one safe part of it, on every system."""

from __future__ import annotations

import json
from pathlib import PureWindowsPath

import pytest

from policygen import context
from policygen.profile import load
from tests.context.bodies import TODAY

NAMES = [
    "../../x", "CON", "con", "nul.txt", "a/b", "a\\\\b", "x:y?", "C:\\\\Windows", "ab\\u200bc", "LPT1", "...", "x.", " x ",
    "ıłøß", "日本", "🙂", "\u202eabc", "x" * 300, "een naam\\nop twee regels", "'t Zeepaardje", "~$x", "-rf", "%TEMP%", "$(id)",
    "aux.docx",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def it_makes_one_safe_part_of_it(tmp_path, name):
    path = tmp_path / "p.yaml"
    path.write_text(f"organisatie: {{naam: {json.dumps(name, ensure_ascii=False)}}}\n", encoding="utf-8")
    made = context.build(load(path).profile, today=TODAY)
    for document in ("visie", "onlinehulp"):
        stem = context.for_document(made, document)["document"]["bestandsnaam"]
        file = f"{stem}.docx"
        assert file.isascii()
        assert len(file) <= 100
        assert PureWindowsPath(file).name == file
        assert not PureWindowsPath(file).is_reserved()
        assert not set(file) & set('<>:"/\\|?*')
        assert stem[0].isalnum()
        assert stem[-1].isalnum()
