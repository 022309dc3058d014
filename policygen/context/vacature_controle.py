"""What the reader checks before posting: promises, what is missing, and the emphasis that somebody asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import personen, velden
from policygen.context.vacature_functie import matches, simple
from policygen.context.vacature_keuze import groups
from policygen.context.vullen import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policygen.openplace import Text
    from policygen.profile import Profile


def promises(snippets: Iterable[Mapping[str, Any]], tone: str, names: Mapping[str, Text]) -> tuple[Text, ...]:
    """The promising sentences that stand in these snippets."""
    everything = " ".join(str(snippet["tekst"]) for snippet in snippets)
    options = [
        one
        for choices in catalogue.load("vacatures")["zinnen"].values()
        for one in choices
        if all(fact in names for fact in one["feiten"])
    ]
    filled = {str(text): text for text in (fill(one[tone], names) for one in options)}
    return tuple(text for text_, text in filled.items() if text_ in everything)


def missing(profile: Profile, known: Mapping[str, Text], *, digicoach: bool) -> dict[str, tuple[str, ...]]:
    """What would make the snippets stronger: `zonder` comes with a fuller profile, `zelf` is up to the reader.

    Args:
        profile: A checked profile.
        known: The facts of the profile.
        digicoach: Whether one of the vacancies is for a digicoach.
    """
    shown = personen.namen_tonen(profile) == "overal"
    needed = [velden.raw(profile, f"rollen.{role}.status") != "niet_nodig" for role in ("digicoach", "expert")]
    holds = {
        "geen_scholing": not _any(known, "scholing_uren", "scholing_in_werktijd", "scholing_aanbod"),
        # A role that is not needed here is a choice and no gap.
        "geen_steun": any(needed) and not _any(known, "digicoach_ingevuld", "expert_ingevuld"),
        "geen_uren": digicoach and "uren_per_week" not in known,
        "geen_contact": shown and "contact_email" not in known,
        "namen_verborgen": not shown,
    }
    hints = [hint for hint in catalogue.load("vacatures")["zonder"] if all(holds[one] for one in hint["redenen"])]
    return {
        "zonder": tuple(hint["tekst"] for hint in hints if hint["vult"]),
        "zelf": (*(hint["tekst"] for hint in hints if not hint["vult"]), *_mvx(profile)),
    }


def _mvx(profile: Profile) -> tuple[str, ...]:
    """That (m/v/x) belongs in the title: the texts to paste do not have it."""
    given = velden.raw(profile, "vacatures")
    asked = isinstance(given, tuple) and any(
        velden.raw(profile, f"vacatures.{place}.mvx") is True for place in range(len(given))
    )
    return (str(catalogue.load("vacatures")["mvx"]),) if asked else ()


def emphasis(typed: Text, key: str, tone: str, names: Mapping[str, Text], fitting: Iterable[str]) -> dict[str, Any]:
    """The emphasis of a vacancy in plain words, and the sentences that a snippet gets for it.

    Args:
        typed: The emphasis in the profile.
        key: The function of the catalogue; its texts may be about this already.
        tone: `je` or `u`.
        names: The names for the sentences.
        fitting: What the texts must fit.
    """
    if not isinstance(typed, str) or not typed:
        return {"nadruk": typed, "nadruk_al": False, "nadruk_zinnen": ()}
    wanted, groups = simple(typed), set(fitting)
    found = [
        one
        for one in catalogue.load("vacatures")["nadruk"]
        if any(matches(wanted, word) for word in one["woorden"]) and not groups & set(one.get("niet_bij", ()))
    ]
    whole = found and all(
        any(simple(word) == part for one in found for word in one["woorden"]) for part in wanted.split(" en ")
    )
    return {
        # Other words than the catalogue's stay as they were typed: they say more than ours.
        "nadruk": dutch.opsomming(one["naam"] for one in found) if whole else typed,
        "nadruk_al": bool(whole) and all(key in one.get("al_in", ()) for one in found),
        "nadruk_zinnen": tuple(fill(one[tone], names) for one in found if key not in one.get("al_in", ())),
    }


def explained(snippets: Iterable[Mapping[str, Any]], stress: Mapping[str, Any]) -> dict[str, Any]:
    """What the snippets do with the emphasis (`nadruk_uitleg`), and the sentences that do not fit (`nadruk_los`)."""
    data = catalogue.load("vacatures")
    left = {each["lengte"]: {str(one) for one in each["past_niet"]} for each in snippets if each["past_niet"]}
    if stress["nadruk_al"]:
        which = "al"
    elif not stress["nadruk_zinnen"]:
        which = "niet"
    else:
        which = "te_lang" if left else "erin"
    labels = dutch.opsomming(f"‘{data['lengtes'][one]['label']}’" for one in left)
    return {
        "nadruk_uitleg": fill(data["nadruk_uitleg"][which], {"lengtes": labels}),
        "nadruk_los": tuple(one for one in stress["nadruk_zinnen"] if any(str(one) in gone for gone in left.values())),
    }


def photos(organisation: Mapping[str, Any], fitting: Iterable[str], names: Mapping[str, Text]) -> Text:
    """Whose permission is on record where clients are in a photo."""
    settings = tuple(fitting)
    minors, dependent = organisation["minderjarigen"], bool(groups(settings))
    if dependent:
        which = "ouders" if minors else "namens"
    elif minors:
        which = "jong" if "jeugdhulp" in settings else "gemengd"
    else:
        which = "gewoon"
    return fill(catalogue.load("vacatures")["fotos"][which], names)


def _any(known: Mapping[str, Text], *facts: str) -> bool:
    return any(fact in known for fact in facts)
