"""Contract: a name that becomes a file name is one safe part of it, on every system."""

from __future__ import annotations

import json
from pathlib import PureWindowsPath

import pytest

from policygen import context
from policygen.profile import load
from tests.context.bodies import TODAY

NAMES = [
    *("../../x", "CON", "con", "nul.txt", "LPT1", "aux.docx", "a/b", "a\\b", "C:\\Windows", "x:y?", "~$x", "-rf"),
    *("...", "x.", " x ", "een naam\nop twee regels", "x" * 300, "'t Zeepaardje", "%TEMP%", "$(id)"),
    *("ıłøß", "日本", "🙂", "ab\u200bc", "\u202eabc"),
]


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
