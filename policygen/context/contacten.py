"""Whom to call: the ICT contacts, where to report, and the functions with access to each account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.kanaal import at_start, for_clients
from policygen.context.lidwoord import with_article
from policygen.context.personen import keys, person, who_field
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.profile import Profile


_EXAMPLE = "Servicedesk ICT, 000 000 00 01, werkdagen 8 tot 17 uur"
_HELD = ("ingevuld", "voorstel")
_CLOSED = ("chat", "besloten")
_TEAM = ("leidinggevende", "leidinggevenden", "medewerkers")


def ict_contacten(profile: Profile, termen: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    """Builds `ict_contacten`: `wie`, `waarvoor` and `bereikbaar` (telephone, e-mail and hours) per contact."""
    given = velden.raw(profile, "ict_contacten")
    if given is None or isinstance(given, Open):
        return ()
    return tuple(_contact(profile, place, termen) for place, one in enumerate(given) if not isinstance(one, Open))


def ict_zin(profile: Profile, context: dict[str, Any]) -> Text:
    """Builds `ict_zin`: the sentence above the ICT contacts, or instead of them."""
    if context["ict_contacten"]:
        lost = any("kwijt" in str(one["waarvoor"]).lower() for one in context["ict_contacten"])
        asked = "Werkt iets niet, of is een toestel kwijt?" if lost else "Werkt iets niet?"
        return f"{asked} {'Deze contacten helpen' if len(context['ict_contacten']) > 1 else 'Dit contact helpt'}."
    if velden.raw(profile, "ict_contacten") == ():
        whom = with_article(context["eind"]["nu"], context["termen"])
        return dutch.punt(join("Aparte contacten voor techniek zijn er niet. Een vraag gaat naar ", whom))
    place = velden.open_place("ict_contacten", "wie helpt bij vragen en storingen", _EXAMPLE)
    return dutch.punt(join("Werkt iets niet, of is een toestel kwijt? Dan helpt ", place))


def _contact(profile: Profile, place: int, termen: dict[str, Any]) -> dict[str, Text]:
    path = f"ict_contacten.{place}"
    key = velden.raw(profile, f"{path}.persoon")
    one = person(profile, key) if isinstance(key, str) else {}
    label = "de naam van dit ICT-contact"
    name = (
        one.get("tekst") or velden.text(profile, f"{path}.naam", "", label) or velden.open_place(f"{path}.naam", label)
    )
    plain = with_article(name, termen) if isinstance(name, str) else "dit contact"
    phone = velden.text(profile, f"{path}.telefoon", "", f"het telefoonnummer van {plain}")
    mail = velden.text(profile, f"{path}.email", one.get("email", ""), f"het e-mailadres van {plain}")
    hours = velden.text(profile, f"{path}.bereikbaar", "", f"de bereikbaarheid van {plain}")
    reach = dutch.opsomming([phone, mail], "of")
    if not reach:
        reach = velden.open_place(f"{path}.telefoon", f"de telefoon of e-mail van {plain}")
    what = dutch.hoofdletter(dutch.opsomming(velden.texts(profile, f"{path}.waarvoor")))
    external = velden.raw(profile, f"{path}.extern") is True
    return {
        "zin": with_article(name, termen),
        "wie": join(dutch.hoofdletter(name), " (extern)") if external else dutch.hoofdletter(name),
        "hoe": " of ".join(word for word, given in (("bel", phone), ("mail", mail)) if given) or "bel of mail",
        "waarvoor": what or "Vragen en storingen",
        "bereikbaar": join(reach, "; ", hours) if hours else reach,
    }


def accounts(profile: Profile, context: dict[str, Any]) -> tuple[dict[str, Text], ...]:
    """Builds `accounts`: per channel who manages it, and who else has access: as the profile says, or a proposal."""
    channels = velden.raw(profile, "kanalen")
    rows = []
    for place, one in enumerate(channels if isinstance(channels, tuple) else ()):
        if isinstance(one, Open):
            continue
        path = f"kanalen.{place}"
        first = who_field(profile, f"{path}.beheer", context["termen"]) or holder(context, "communicatie")
        second = _second(profile, path, context, first)
        row = {"eerste": dutch.hoofdletter(first), "tweede": dutch.hoofdletter(second)}
        rows.append({"kanaal": at_start(velden.text(profile, f"{path}.naam")), **row})
    return tuple(rows)


def accounts_zin(profile: Profile, context: dict[str, Any]) -> Text:
    """Builds `accounts_zin`: the sentence above the list of accounts, or instead of it."""
    draft = context["document"]["concept"]
    if context["accounts"]:
        if not draft:
            gets = "heeft" if context["document"]["status_code"] == "definitief" else "krijgt"
            return f"Per account {gets} naast de beheerder een tweede collega toegang. Zo staat niemand er alleen voor."
        text = "Per account hebben minstens twee mensen toegang. Zo staat niemand er alleen voor."
        return f"{text} De tweede is een voorstel."
    if velden.raw(profile, "kanalen") == ():
        return "We hebben nu geen eigen accounts. Komt er een, dan krijgt die een beheerder en een tweede met toegang."
    text = "Elk account krijgt een beheerder en een tweede persoon met toegang. Zo staat niemand er alleen voor."
    if not draft:
        return f"{text} Nu staan er nog geen accounts op de lijst."
    example = "Facebook: beheer door communicatie, tweede toegang voor een teamleider"
    place = velden.open_place("kanalen", "onze kanalen, met wie ze beheert", example)
    return dutch.punt(join(text, " Op de lijst staan: ", place))


def vast() -> dict[str, Text]:
    """Builds `vast`: what is agreed once for every document, such as how soon a picture is taken down."""
    return dict(catalogue.load("termen")["vast"])


def woord(land: str) -> dict[str, Text]:
    """Builds `woord`: what is called differently in Flanders and in the Netherlands."""
    return dict(catalogue.load("termen")["woord"][land])


def answers_self(profile: Profile, context: dict[str, Any], speaker: Text) -> bool:
    """Whether who speaks for us also manages the public channels, so that an answer needs nobody else's yes."""
    channels = velden.raw(profile, "kanalen")
    found = enumerate(channels if isinstance(channels, tuple) else ())
    public = [place for place, one in found if not isinstance(one, Open) and one.soort == "openbaar"]
    if not public:
        return velden.raw(profile, "beleid.woordvoerder") in {None, "", "communicatie"}
    usual = holder(context, "communicatie")
    termen = context["termen"]
    told = [who_field(profile, f"kanalen.{place}.beheer", termen) or usual for place in public]
    return all(str(with_article(one, termen)).lower().startswith(str(speaker).lower()) for one in told)


def always_open(profile: Profile) -> bool:
    """Whether one can report day and night; also where the profile tells no hours, since then we know of no limit."""
    hours = velden.raw(profile, "incidenten.meldpunt.bereikbaar")
    known = isinstance(hours, str) and bool(hours)
    return not known or any(word in hours.lower() for word in catalogue.load("termen")["altijd_open"])


def meldpunt(profile: Profile, termen: dict[str, Any]) -> Text:
    """Where to report what goes wrong, after a verb: ` bij ...` with how to reach it; nothing where it is unknown."""
    path = "incidenten.meldpunt"
    name, *reach = (velden.raw(profile, f"{path}.{part}") for part in ("naam", "telefoon", "bereikbaar"))
    if not isinstance(name, str) or not name:
        return ""
    known = [str(one) for one in reach if one and not isinstance(one, Open)]
    return join(" bij ", dutch.rij([with_article(name, termen), *known]))


def holder(context: Mapping[str, Any], role: str) -> Text:
    """Names who holds a role as plain text; the role itself in a proposal, and else who is finally responsible now."""
    for one in context["rollen"]:
        if one["id"] == role and one["status"] in _HELD:
            held = one["functies"]
            return held if held and isinstance(held, str) else one["naam"]
    last: Text = context["eind"]["nu"]
    return last


def _helper(profile: Profile, context: dict[str, Any], first: Text) -> Text:
    """Somebody who helps clients online besides who manages the channel, or which kind of colleague that must be."""
    people = [person(profile, key)["tekst"] for key in keys(profile, "onlinehulp.team.onlinehulpverlener")]
    team = "het online team" if velden.raw(profile, "onlinehulp") is not None else "het team"
    still = join("nog te bepalen: ", context["termen"]["medewerker"]["een"], f" uit {team}")
    return next((one for one in people if isinstance(one, str) and one != first), still)


def _second(profile: Profile, path: str, context: dict[str, Any], first: Text) -> Text:
    """The second function: the deputy of who manages it, else in a draft somebody who may read what stands there.

    Where clients write in confidence nobody reads along who does not work with them.
    """
    termen, draft = context["termen"], context["document"]["concept"]
    kind, manager = (velden.raw(profile, f"{path}.{key}") for key in ("soort", "beheer"))
    if kind == "chat" and manager in _TEAM:
        return "een tweede collega uit het team" if draft else ""
    if kind in _CLOSED and for_clients(velden.text(profile, f"{path}.doelgroep"), termen):
        return _helper(profile, context, first) if draft else ""
    deputy = who_field(profile, "rollen.communicatie.vervanger", termen)
    if manager in {None, "communicatie"} and isinstance(deputy, str) and deputy and deputy not in str(first):
        return deputy
    if not draft:
        return ""
    leaders = [termen[key].get("enkelvoud", "") for key in ("leidinggevende", "bestuur")]
    others = [context["eind"]["nu"], *leaders]
    return next((other for other in others if other and str(other) not in str(first)), "een tweede collega")
