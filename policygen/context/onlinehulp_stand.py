"""How the seven conditions for online help stand: per part its answer, what to do next, and whether it can wait."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import personen, velden
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_AMOUNTS = "kosten"
_TEAM = "team"


def parts(profile: Profile, names: Mapping[str, Text]) -> dict[str, tuple[dict[str, Any], ...]]:
    """The parts of every condition, by its id: `kop`, `wat`, `stand` as printed, `stap`, and whether it is `klaar`."""
    return {
        condition: tuple(
            _part(profile, f"onlinehulp.{condition}.{key}", one, names) for key, one in entry["onderdelen"].items()
        )
        for condition, entry in catalogue.load("onlinehulp")["voorwaarden"].items()
    }


def _part(profile: Profile, path: str, entry: dict[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    answer, shown = _graded(profile, path) if "deels" in entry else _given(profile, path)
    return {
        "kop": (heading := str(fill(entry["kop"], names))),
        "kort": entry.get("kort", _small(heading)),
        "wat": fill(entry.get("wat", ""), names),
        "antwoord": answer,
        "stand": shown,
        "stap": fill(entry.get(answer, entry["nee"]), names) if answer != "ja" or "ja" in entry else "",
        "klaar": answer == "ja" or (answer != "onbekend" and entry.get("keuze", False)),
        "voor_start": entry.get("voor_start", False),
    }


def _graded(profile: Profile, path: str) -> tuple[str, Text]:
    """The answer to a question of ja, deels or nee, and how it is printed."""
    value = velden.raw(profile, path)
    if isinstance(value, Open):
        return "onbekend", velden.open_place(path)
    answer = value or "onbekend"
    return answer, catalogue.load("onlinehulp")["antwoorden"][answer]


def _given(profile: Profile, path: str) -> tuple[str, Text]:
    """A fact that is there or not, and how it is printed."""
    value = velden.raw(profile, path)
    words = catalogue.load("onlinehulp")["antwoorden"]
    if value == ():  # an empty list is an answer
        return "nee", catalogue.load("onlinehulp")["niemand"] if f".{_TEAM}." in path else words["nee"]
    known = value is not None and value != "" and not _has_open(value)
    if isinstance(value, tuple) and f".{_TEAM}." in path:
        shown: Text = dutch.opsomming(_people(profile, path))
    elif isinstance(value, (tuple, Open)) or not known:
        shown = dutch.opsomming(velden.texts(profile, path))
    elif isinstance(value, int):
        shown = dutch.euro(value) if f".{_AMOUNTS}." in path else dutch.uren(value)
    else:
        shown = velden.text(profile, path)
    return "ja" if known else "onbekend", shown or words["onbekend"]


def _has_open(value: object) -> bool:
    """Whether nothing is known: INVULLEN, or a list of nothing else."""
    return isinstance(value, Open) or (isinstance(value, tuple) and all(isinstance(item, Open) for item in value))


def _people(profile: Profile, path: str) -> list[Text]:
    keys = velden.texts(profile, path)
    return [personen.person(profile, key)["tekst"] if isinstance(key, str) else key for key in keys]


def _small(heading: str) -> str:
    """A heading within a sentence; an abbreviation keeps its capitals."""
    return heading if heading[:2].isupper() else heading[0].lower() + heading[1:]


def state(rows: tuple[dict[str, Any], ...]) -> str:
    """The state of a condition, out of those of its parts."""
    if all(row["klaar"] for row in rows):
        return "ja"
    answers = {row["antwoord"] for row in rows}
    if answers == {"onbekend"}:
        return "onbekend"
    return "nee" if answers <= {"nee", "onbekend"} and not any(row["klaar"] for row in rows) else "deels"


def overview(
    profile: Profile, all_parts: dict[str, tuple[dict[str, Any], ...]], names: Mapping[str, Text]
) -> tuple[dict[str, Any], ...]:
    """Per condition its `naam`, `stand`, first `stap` and `wie` takes it."""
    data = catalogue.load("onlinehulp")
    rows = []
    for condition, entry in data["voorwaarden"].items():
        todo = sorted(
            (row for row in all_parts[condition] if not row["klaar"]), key=lambda row: not row["voor_start"]
        )  # what the start waits for goes first; the order stays the same otherwise
        answer = state(all_parts[condition])
        rows.append(
            {
                "naam": entry["naam"],
                "antwoord": answer,
                "stand": fill(data["standen"][answer], names),
                "stap": todo[0]["stap"] if todo else fill(entry["houden"], names),
                "wie": _who(profile, entry["wie"]),
            }
        )
    return tuple(rows)


def _who(profile: Profile, kind: str) -> Text:
    """The function that has this part in the team, or the part itself where nobody is named."""
    path = f"onlinehulp.{_TEAM}.{kind}"
    held = [personen.person(profile, key)["tekst"] for key in personen.keys(profile, path)]
    return dutch.opsomming(held) or kind.replace("_", "-").replace("ict-", "ICT-")


def summary(rows: tuple[dict[str, Any], ...], names: Mapping[str, Text]) -> Text:
    """How many conditions are in which state, in a sentence."""
    data = catalogue.load("onlinehulp")
    count = Counter(row["antwoord"] for row in rows)
    text = data["zinnen"]["stand"]
    if len(count) == 1:
        return fill(text["alle"], {**names, "stand.een": fill(data["standen"][rows[0]["antwoord"]], names)})
    told = [
        join(velden.telwoord(count[answer]), " ", fill(word, names))
        for answer, word in data["standen"].items()
        if count[answer]
    ]
    return fill(text["gemengd"], {**names, "stand.lijst": dutch.opsomming(told)})


def needed(all_parts: dict[str, tuple[dict[str, Any], ...]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Per condition what must still be there before the start; conditions that miss nothing are left out."""
    data = catalogue.load("onlinehulp")["voorwaarden"]
    found = (
        (data[condition]["naam"], tuple(row["kort"] for row in rows if row["voor_start"] and not row["klaar"]))
        for condition, rows in all_parts.items()
    )
    return tuple((name, missing) for name, missing in found if missing)
