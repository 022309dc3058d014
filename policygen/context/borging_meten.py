"""Check: what we measure, where it starts, what we want, where the number comes from and in which month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.borging_stappen import wie
from policygen.context.document import in_set
from policygen.context.omvang import klein
from policygen.context.rollen import here, state
from policygen.context.taken import breakable
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_ANSWERS = {
    "zicht": "mediabegeleiding.zicht_op_gebruik",
    "visie": "visie.online_media_in_visie",
    "scholing": "scholing.status",
}


def check(profile: Profile, context: dict[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Text], ...]:
    """Builds `borging.check`: `wat`, `start`, `doel`, `waar`, `wie` and `maand` per measure."""
    data, signs = catalogue.load("borging"), context["visie"]["tekenen"]
    texts, baseline = data["check"], fill(data["nulmeting"], names)
    names = {**names, "borging.reactie": _replies(profile)}
    rows: dict[str, dict[str, Text]] = {"client": _clients(context, data, signs[0]["tekst"], names)}
    if context["termen"]["verwant"]:
        rows["verwant"] = {"doel": _phrase(signs[1]["tekst"])}
    for key, path in _ANSWERS.items():
        rows[key] = _answered(texts[key], velden.raw(profile, path), path, baseline)
    rows["visie"] |= _vision(profile, context, texts["visie"])
    if klein(profile):
        rows["zicht"]["doel"] = texts["zicht"]["doel_klein"]
    rows["momenten"] = _moments(context, texts["momenten"], names)
    rows["rollen"] = {"start": _filled(profile) or baseline}
    rows["voorvallen"] = {}
    if names["borging.reactie"]:
        rows["reactie"] = {}
    rows["besluiten"] = {"start": texts["besluiten"]["start"]}
    return tuple(
        _row(texts[key], {"start": baseline, **row}, names) | {"wie": breakable(wie(context, texts[key]["wie"]))}
        for key, row in rows.items()
    )


def _row(entry: dict[str, Any], own: dict[str, Text], names: Mapping[str, Text]) -> dict[str, Text]:
    """A measure, the words of the catalogue where nothing else was chosen."""
    found: dict[str, Text] = {}
    for key in ("wat", "start", "doel", "waar", "maand"):
        text = own[key] if key in own else fill(entry.get(key, "{borging.check}"), names)
        found[key] = dutch.hoofdletter(text)
    return found


def _clients(context: dict[str, Any], data: dict[str, Any], sign: Text, names: Mapping[str, Text]) -> dict[str, Text]:
    """What we measure with clients; the target is the sign by which the vision says that they notice it."""
    entry, sector = data["check"]["client"], context["organisatie"]["sector"]
    by_plan = context["termen"]["clientplan"] and sector != "gemeente"
    return {
        "wat": fill(data["sector"][sector]["meten"], names),
        "doel": _phrase(sign),
        "waar": fill(entry["bron_plan" if by_plan else "bron_vraag"], names),
    }


def _phrase(sentence: Text) -> Text:
    """A sentence as it stands in a cell, where nothing else ends with a full stop."""
    return sentence.removesuffix(".") if isinstance(sentence, str) else sentence


def _vision(profile: Profile, context: dict[str, Any], entry: dict[str, Any]) -> dict[str, Text]:
    """A vision that is approved holds the subject from that day; before that, the profile's answer stands."""
    since = context["document"]["vastgesteld_op"]
    if context["document"]["status_code"] != "definitief" or not in_set(profile, "visie"):
        return {}
    return {"start": join(entry["sinds"], since), "doel": entry["doel"]["ja"]}


def _answered(entry: dict[str, Any], value: object, path: str, baseline: Text) -> dict[str, Text]:
    """The start as the profile answers it, and the target that goes with that."""
    if isinstance(value, Open):
        return {"start": velden.open_place(path), "doel": entry["doel"][""]}
    given = value if isinstance(value, str) else ""
    return {"start": entry["start"].get(given, baseline), "doel": entry["doel"].get(given, entry["doel"][""])}


def _moments(context: dict[str, Any], entry: dict[str, str], names: Mapping[str, Text]) -> dict[str, Text]:
    """How many moments there are, and that all of them took place."""
    number = len(context["pdca"]["momenten"])
    planned = "voorgesteld" if context["pdca"]["voorstel"] else "gepland"
    start = f"{dutch.keer(number).removesuffix(' keer')} {planned}" if number else "Nog geen gekozen"
    kind = "doel" if number > 1 else "doel_een" if number else "doel_geen"
    return {"start": start, "doel": fill(entry[kind], names)}


def _filled(profile: Profile) -> Text:
    """How many of the roles are filled; nothing where the profile tells nothing of roles."""
    if not velden.raw(profile, "rollen") or isinstance(velden.raw(profile, "rollen"), Open):
        return ""
    roles = here(profile)
    return f"{sum(state(profile, role) == 'ingevuld' for role in roles)} van de {len(roles)}"


def _replies(profile: Profile) -> Text:
    """The reply time of every channel that has one."""
    channels = velden.raw(profile, "kanalen")
    told = []
    for place, one in enumerate(channels if isinstance(channels, tuple) else ()):
        if not isinstance(one, Open) and isinstance(one.naam, str) and isinstance(one.reactietijd, str):
            told.append(join(velden.text(profile, f"kanalen.{place}.naam"), " binnen ", _term(one.reactietijd)))
    return dutch.opsomming(told)


def _term(reply: str) -> str:
    """A reply time without the word that our sentence has already."""
    return reply.strip().removeprefix("binnen ").removeprefix("Binnen ")
