"""What a vacancy may promise: the facts of the profile, each under the id that the catalogue's sentences ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygen import dutch
from policygen.context import personen, velden
from policygen.context.vacature_functie import match, name, simple
from policygen.openplace import Open, Text

if TYPE_CHECKING:
    from policygen.profile import Profile

_SMALL = ("je", "lid", "punt", "team")  # endings of a name for a role that take `het`, such as maatje
_HET = ("hoofd", "lid")  # words for a person that take `het`


def facts(profile: Profile) -> dict[str, Text]:
    """Gives the facts that hold, with their value as text; a planned role is no fact."""
    return _training(profile) | _roles(profile) | _contact(profile)


def expert(profile: Profile, functie: Text) -> dict[str, Text]:
    """The expert as a colleague of somebody with this function: `onze adviseur kwaliteit`.

    Nothing where the function of the expert does not read well in a sentence, or is the same one.
    """
    if velden.raw(profile, "rollen.expert.status") != "ingevuld":
        return {}
    held = [velden.raw(profile, f"personen.{key}.functie") for key in personen.keys(profile, "rollen.expert.personen")]
    others = [name(one) for one in held if isinstance(one, str) and simple(one) != simple(str(functie))]
    return next(({"onze_expert": f"{_our(one)} {one}"} for one in others if one), {})


def _our(functie: str) -> str:
    return "ons" if functie.split(maxsplit=1)[0].endswith(_HET) else "onze"


def _training(profile: Profile) -> dict[str, Text]:
    found: dict[str, Text] = {}
    hours = velden.raw(profile, "scholing.uren_per_jaar")
    offer = velden.raw(profile, "scholing.aanbod")
    if isinstance(hours, (int, float)) and hours > 0:
        found["scholing_uren"] = dutch.uren(hours)
    if isinstance(offer, tuple) and any(isinstance(item, str) for item in offer):
        found["scholing_aanbod"] = "ja"
    # Time for a training is only an offer where there is a training.
    if found and velden.raw(profile, "scholing.in_werktijd") is True:
        found["scholing_in_werktijd"] = "ja"
    return found


def _roles(profile: Profile) -> dict[str, Text]:
    found: dict[str, Text] = {}
    if velden.raw(profile, "rollen.digicoach.status") == "ingevuld":
        own = velden.raw(profile, "rollen.digicoach.eigen_naam")
        found["digicoach_ingevuld"] = "ja"
        name_ = own if isinstance(own, str) and own else "digicoach"
        found["digicoach_naam"] = name_
        found["digicoach_de"] = f"{'het' if name_.endswith(_SMALL) else 'de'} {name_}"
    if velden.raw(profile, "rollen.expert.status") == "ingevuld":
        found["expert_ingevuld"] = "ja"
    hours = velden.raw(profile, "rollen.digicoach.uren_per_week")
    if isinstance(hours, Open):
        # A short label: the open place stands in a text of at most 45 words.
        found["uren_per_week"] = velden.open_place("rollen.digicoach.uren_per_week", "de uren voor de digicoach")
    elif isinstance(hours, (int, float)) and hours > 0:
        found["uren_per_week"] = dutch.uren(hours)
    return found


def _contact(profile: Profile) -> dict[str, Text]:
    """Who answers questions of an applicant: someone of HR, else the expert, if the profile shows names."""
    everyone = velden.raw(profile, "personen")
    keys = tuple(everyone) if everyone and not isinstance(everyone, Open) else ()
    people = {key: personen.person(profile, key) for key in keys}
    of_hr = tuple(key for key, one in people.items() if match(str(one["functie"])) == "hr_adviseur")
    held = velden.raw(profile, "rollen.expert.status") == "ingevuld"
    experts = personen.keys(profile, "rollen.expert.personen") if held else ()
    for key in (*of_hr, *experts):
        one = people.get(key)
        # The address is there only where the profile lets the name be seen.
        if one and all(isinstance(one[part], str) and one[part] for part in ("naam", "functie", "email")):
            return {"contact_email": one["email"], "contact_wie": f"{one['naam']}, {one['functie']}"}
    return {}
