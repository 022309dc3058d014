"""The channels in the annexes of the policy: the table, the list of accounts, and their names in a phrase."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.contacten import accounts_zin, holder
from policygen.context.kanaal import at_start, called, for_clients, for_relatives, is_talk, reaches_us
from policygen.context.personen import who_field
from policygen.context.taken import breakable
from policygen.context.vullen import fill
from policygen.openplace import Open, Text, join
from policygen.profile import field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile

_SEVERAL = 2
_ASKED = ("doel", "doelgroep", "reactietijd")
_TOLD = (*_ASKED, "soort", "bereik", "gebruiksgemak")


def kanalen(profile: Profile, context: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """Gives every channel with `naam`, `soort`, `doel`, `doelgroep`, `beheer`, `reactietijd` and how well it works.

    What the profile leaves out is said to be not agreed yet; reach and ease are empty then.
    """
    given = velden.raw(profile, "kanalen")
    listed = given if isinstance(given, tuple) else ()
    return tuple(_channel(profile, place, context) for place, one in enumerate(listed) if not isinstance(one, Open))


def _channel(profile: Profile, place: int, context: dict[str, Any]) -> dict[str, Any]:
    path = f"kanalen.{place}"
    name = velden.text(profile, f"{path}.naam")
    missing = catalogue.load("bijlagen")["kanalen"]["ontbreekt"]
    row = {key: velden.text(profile, f"{path}.{key}", "", _label(f"{path}.{key}", name, context)) for key in _TOLD}
    manager = who_field(profile, f"{path}.beheer", context["termen"]) or holder(context, "communicatie")
    return {
        **{key: dutch.hoofdletter(text or (missing if key in _ASKED else "")) for key, text in row.items()},
        "naam": name,
        "kop": join(at_start(name), " (", row["soort"], ")") if _adds(row["soort"], name) else at_start(name),
        "bereikt_ons": reaches_us(profile, path, context),
        "vertrouwelijk": _confidential(row, context),
        "beheer": breakable(dutch.hoofdletter(manager)),
        "soort": row["soort"],
        "tijd": row["reactietijd"],
        "werking": dutch.hoofdletter(_working(row)),
    }


def _adds(sort: Text, name: Text) -> bool:
    """Whether the kind of a channel tells something that its name does not (`beveiligde chat`)."""
    return bool(sort) and str(sort).lower() not in str(name).lower()


def _confidential(row: Mapping[str, Text], context: Mapping[str, Any]) -> bool:
    """Whether a channel is for helping talks with the client alone: nobody else sees a picture there."""
    audience, termen = row["doelgroep"], context["termen"]
    alone = for_clients(audience, termen) and not for_relatives(audience, termen)
    return row["soort"] == "chat" and alone and is_talk(row["doel"])


def _label(path: str, name: Text, context: Mapping[str, Any]) -> str:
    """What an open place of a channel is called: by the name of that channel, where it has one."""
    told = called(name, context["termen"])
    return field(path).label.replace("dit kanaal", told if isinstance(told, str) else "dit kanaal")


def _working(row: Mapping[str, Text]) -> Text:
    """Reach and ease of use in one cell."""
    reach = join("bereik ", row["bereik"]) if row["bereik"] else ""
    ease = join("gemak ", row["gebruiksgemak"]) if row["gebruiksgemak"] else ""
    return dutch.rij([reach, ease])


def named(rows: tuple[dict[str, Any], ...], termen: Mapping[str, Any]) -> dict[str, Text]:
    """Gives the names `kanalen.*`: the public channels, the ones to chat on, and how soon somebody answers."""
    # Nobody writes an angry message in a newsletter, so it counts only where there is nothing else.
    seen = [row for row in rows if kind(row) == "openbaar"]
    seen = [row for row in seen if not sent(row)] or seen
    public = [row["naam"] for row in seen]
    chat = [called(row["naam"], termen) for row in rows if kind(row) == "chat" and row["bereikt_ons"]]
    ours = [row["naam"] for row in rows if kind(row) in {"openbaar", "besloten"} and not sent(row)]
    times = [join(row["naam"], ": ", row["tijd"]) for row in seen if row["tijd"]]
    within = [join(row["naam"], " binnen ", row["tijd"]) for row in rows if _promised(row)]
    return {
        "openbaar": dutch.opsomming(public) or "onze kanalen",
        "weghalen": join(" (", dutch.opsomming(ours), ")") if ours else "",
        "chat": join(dutch.opsomming(chat), " op het werkaccount") if chat else "het werkaccount",
        "tijden": dutch.hoofdletter(dutch.rij(times)) or "Dezelfde werkdag",
        "binnen": dutch.opsomming(within),
    }


def family(context: Mapping[str, Any], rows: tuple[dict[str, Any], ...]) -> Text:
    """The closed channels that are there for relatives; empty where there are none."""
    closed = [row for row in rows if kind(row) == "besloten" and isinstance(row["naam"], str)]
    return dutch.opsomming(row["naam"] for row in closed if for_relatives(row["doelgroep"], context["termen"]))


def photo(rows: tuple[dict[str, Any], ...], names: Mapping[str, Text]) -> Text:
    """Who helps with a picture: who leads the team talks, who manages the channel takes it away."""
    ours = [row for row in rows if kind(row) in {"openbaar", "besloten"} and not sent(row)]
    managers = {str(row["beheer"]) for row in ours}
    manager: Text = names["wie.beeld"] if len(managers) < _SEVERAL else "de beheerder van het kanaal"
    leader = names["wie.leider_de"]
    return leader if leader == manager else join(leader, " voor het gesprek, ", manager, " voor de foto")


def kind(row: Mapping[str, Any]) -> str:
    """Which kind of channel it is: openbaar, besloten or chat; empty for any other."""
    said = str(row["soort"]).lower()
    return next((one for one in ("openbaar", "besloten", "chat") if said.startswith(one)), "")


def sent(row: Mapping[str, Any]) -> bool:
    """Whether what stands on a channel cannot be taken back, as in a newsletter."""
    return any(word in str(row["naam"]).lower() for word in ("brief", "mail", "krant", "blad"))


def _promised(row: Mapping[str, Any]) -> bool:
    """Whether visitors may count on an answer in so many days: a time that begins with a number."""
    return kind(row) == "openbaar" and not sent(row) and isinstance(row["tijd"], str) and row["tijd"][:1].isdigit()


def kanalentabel(
    profile: Profile, context: dict[str, Any], rows: tuple[dict[str, Any], ...], names: Mapping[str, Text]
) -> dict[str, Any]:
    """Builds the channel table: `rijen`, whether there is a column for how well it works, or an empty card."""
    data = catalogue.load("bijlagen")["kanalen"]
    empty = velden.raw(profile, "kanalen") == ()
    lead = "geen" if empty else "leeg" if not rows else "intro" if len(rows) > 1 else "intro_een"
    asked = not rows and not empty and context["document"]["concept"]
    ours = {"kanalen.open": velden.open_place("kanalen", "onze kanalen, met wie ze beheert")} if asked else {}
    return {
        "intro": fill(data[lead], names),
        "onbekend": fill(data["onbekend"], ours) if asked else "",
        "rijen": rows,
        "werking": any(row["werking"] for row in rows),
        "kaart": not rows and not empty,
        "nieuw": data["nieuw"],
    }


def _to_appoint(profile: Profile, context: dict[str, Any], texts: Mapping[str, str]) -> Text:
    """Who has access besides, where the profile names nobody: before the policy holds, somebody has to."""
    start, status = velden.raw(profile, "beleid.ingangsdatum"), context["document"]["status_code"]
    dated = f"{status}_met_datum" if isinstance(start, date) else status
    ours = {"beleid.ingang": velden.text(profile, "beleid.ingangsdatum")}
    return fill(texts.get(dated, texts.get(status, texts["ter_besluit"])), ours)


def accountlijst(profile: Profile, context: dict[str, Any], names: Mapping[str, Text]) -> dict[str, Any]:
    """Builds the list of accounts: `rijen` with two people and a box to tick, or an empty card."""
    data = catalogue.load("bijlagen")["accounts"]
    rows = [{**row, "eerste": breakable(row["eerste"])} for row in context["accounts"]]
    empty = velden.raw(profile, "kanalen") == ()
    keeper = {"wie.account": names["wie.beeld"]}
    lead = data["geen"] if empty else data["intro"] if rows else data["leeg"]
    second = _to_appoint(profile, context, data["tweede"])
    return {
        "intro": fill(lead, {**names, **keeper}),
        "uitleg": accounts_zin(profile, context) if rows else "",
        "rijen": tuple(row | {"tweede": row["tweede"] or second, "stap": data["stap"]} for row in rows),
        "kaart": not rows and not empty,
        "vertrek": fill(data["vertrek"], names),
    }
