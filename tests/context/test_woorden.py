from __future__ import annotations

import re
from pathlib import Path

import pytest

from policygen import catalogue, context
from policygen.profile import load
from tests.context.bodies import TODAY, fill_source

READY = Path(__file__).parents[2] / "profiles"
FLEMISH = sorted(READY.glob("*-be.yaml"))
PARTS = ("beleid_samenvatting", "beleid_bijlagen")
DUTCH = re.compile(
    r"\b(?:uitjes?|open dag|cursus(?:sen)?|app in de nacht|spoed|we inhuren|zakelijke?|(?:in|na|buiten) werktijd"
    r"|vast te stellen|vastgesteld op|vastgesteld door|nog niet vastgesteld|vaststelling|ter besluit"
    r"|stel(?:t|de)? .{,40}\bvast"
    r"|agendanotities?|aanbiedingsbrief|kopjes?|tweetal(?:len)?|bureauonderzoek)\b",
    re.IGNORECASE,
)


def everything(path: Path) -> tuple[str, str]:
    """All that the documents of a ready profile say, and what the profile itself says."""
    profile = load(path).profile
    made = context.build(profile, today=TODAY)
    ids = [name for name in catalogue.load("documenten") if not context.left_out(profile, name)]
    titles = [str(context.for_document(made, name)["document"]["titel"]) for name in ids]
    cover = [
        str(made["document"][key]) for key in ("status", "vastgesteld_kop", "vastgesteld_op_kop", "vastgesteld_op")
    ]
    parts = PARTS if "beleid" in ids else ()
    return "\n".join([*titles, *cover, *(fill_source(name, made) for name in (*ids, *parts))]), repr(profile).lower()


@pytest.mark.parametrize("path", FLEMISH, ids=lambda path: path.stem)
def it_speaks_the_words_of_flanders(path: Path) -> None:
    text, typed = everything(path)
    found = {match[0].lower() for match in DUTCH.finditer(text) if match[0].lower() not in typed}
    assert not found


def it_has_the_same_words_for_both_countries() -> None:
    words = catalogue.load("termen")["woord"]
    assert list(words["NL"]) == list(words["BE"])
    assert all(words["NL"].values())
    assert all(words["BE"].values())
