"""How the policy starts: the opening meeting, and when we ask whether people know it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from policygen import dutch
from policygen.context import velden
from policygen.openplace import Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_QUARTER = 3  # months after which we ask whether people know the policy
_MONTHS = 12
_WHOM = {"medewerkers": "medewerker", "clienten": "client", "verwanten": "verwant"}
_TOLD = " vertelt het team die week wat verandert."


def opening(profile: Profile, context: dict[str, Any], leader: Text) -> Text:
    """The opening meeting in a sentence; a date or place that nobody chose is a gap in a draft only.

    Who leads the team tells of a policy that holds before the meeting: nobody can keep to what they never heard.
    """
    path, termen = "gesprek.startmoment", context["termen"]
    if not velden.raw(profile, path):
        return ""
    form = velden.raw(profile, f"{path}.vorm")
    when, where = (
        velden.text(profile, f"{path}.{key}")
        if context["document"]["concept"] or velden.raw(profile, f"{path}.{key}")
        else ""
        for key in ("datum", "plaats")
    )
    chosen = velden.raw(profile, f"{path}.doelgroepen")
    groups = [termen[_WHOM[key]].get("meervoud", "") for key in (chosen or _WHOM) if isinstance(key, str)]
    begins, met = (velden.raw(profile, one) for one in ("beleid.ingangsdatum", f"{path}.datum"))
    late = isinstance(begins, date) and isinstance(met, date) and met > begins
    told = join("Het beleid geldt vanaf ", dutch.datum(begins), "; ", leader, _TOLD) if late else ""
    return dutch.rij([told, dutch.punt(join(
        join("Op ", when, " volgt ") if late else join("Het begint ", join("op ", when, " ") if when else "", "met "),
        f"een {form if isinstance(form, str) else 'bijeenkomst'}",
        join(" (", where, ")") if where else "",
        join(" voor ", dutch.opsomming(groups)) if any(groups) else "",
    ))], " ")  # fmt: skip


def after(profile: Profile) -> str:
    """When we ask whether people know the policy: after it took effect and was told."""
    known = [velden.raw(profile, path) for path in ("beleid.ingangsdatum", "gesprek.startmoment.datum")]
    if not isinstance(known[0], date):
        form = velden.raw(profile, "gesprek.startmoment.vorm")
        met = velden.raw(profile, "gesprek.startmoment")
        return f"Drie maanden na de {(form if isinstance(form, str) else 'bijeenkomst') if met else 'ingang'}"
    start = max(day for day in known if isinstance(day, date))
    month = start.month - 1 + _QUARTER
    return f"In {dutch.maand(month % _MONTHS + 1)} {start.year + month // _MONTHS}"
