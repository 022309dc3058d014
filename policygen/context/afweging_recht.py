"""What applies without any policy: secrecy, privacy, images and conduct, in the words of the country."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue
from policygen.context.variant import kies
from policygen.context.vullen import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.openplace import Text

_WORKS_COUNCIL = "ondernemingsraad"


def altijd(context: dict[str, Any], names: Mapping[str, Text]) -> tuple[dict[str, Text], ...]:
    """Builds `afweging.altijd`: `kop` and `tekst` per subject, those on control only where there is control."""
    data = catalogue.load("afweging")
    staff = context["inspraak"]["personeel"]
    council = str(staff.get("bij", ""))
    own = {
        "afweging.wet": data["wet"].get(context["organisatie"]["sector"], data["wet"][""]),
        "afweging.or": council if _WORKS_COUNCIL in council else "de ondernemingsraad, als die er is",
    }
    return tuple(
        {"kop": kies(entry["kop"], context), "tekst": fill(kies(entry["tekst"], context), {**names, **own})}
        for entry in data["altijd"]
        if entry["id"] != "controle" or staff.get("controle_op_gebruik")
    )
