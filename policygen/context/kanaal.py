"""What a channel is: what it is called in a sentence, whom it is for, and whether clients get help there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.lidwoord import with_article
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policygen.profile import Profile

_CLIENTS = {"cliënten", "bewoners", "jongeren", "inwoners", "gebruikers", "hulpvragers", "deelnemers", "zorgvragers"}
RELATIVES = {"naasten", "ouders", "familie", "verwanten", "familieleden", "mantelzorgers"}
_TALK = ("gesprek", "hulp", "begelei", "behandel", "steun")
_SCREEN = ("beeld", "video")
_HELP_LINES = re.compile(r"zelfmoord|\b113\b|\b1813\b|luisterlijn|tele-onthaal|kindertelefoon|\bawel\b", re.IGNORECASE)


def called(name: Text, termen: Mapping[str, Any]) -> Text:
    """A channel in a sentence: a name stays as it is, a common noun gets its article (`de beveiligde chat`)."""
    if not isinstance(name, str) or not name[:1].islower() or _is_address(name):
        return name
    words = name.split()
    # The noun comes first in `groepsbericht vrijwilligers` and last in `intern forum`.
    het = any(str(with_article(word, termen)).startswith("het ") for word in (words[0], words[-1]))
    return f"het {name}" if het else with_article(name, termen)


def at_start(name: Text) -> Text:
    """A channel at the start of a row: a common noun gets a capital, the spelling of a name is its owner's."""
    if not isinstance(name, str) or not name.split() or _is_address(name) or not name.split()[0].islower():
        return name
    return dutch.hoofdletter(name)


def _is_address(name: str) -> bool:
    return "." in name or "@" in name


def meant_for(audience: Text, term: Mapping[str, Text], usual: set[str]) -> bool:
    """Whether a channel is for these people, by the words of its audience."""
    words = {str(one).lower() for one in term.values()} | usual
    return isinstance(audience, str) and bool(words & set(re.findall(r"\w+", audience.lower())))


def for_clients(audience: Text, termen: Mapping[str, Any]) -> bool:
    """Whether clients are among whom a channel is for."""
    return meant_for(audience, termen["client"], _CLIENTS)


def for_relatives(audience: Text, termen: Mapping[str, Any]) -> bool:
    """Whether relatives are among whom a channel is for."""
    return meant_for(audience, termen["verwant"], RELATIVES)


def reaches_us(profile: Profile, path: str, context: Mapping[str, Any]) -> bool:
    """Whether those whom we write with can reach us by a channel: one for volunteers is none of theirs.

    These are clients, and their relatives only where those write in their place.
    """
    audience, termen = velden.raw(profile, f"{path}.doelgroep"), context["termen"]
    if not isinstance(audience, str) or not audience:
        return True
    instead = context["organisatie"]["groep"] == "zwaar"
    return for_clients(audience, termen) or (instead and for_relatives(audience, termen))


def client_chats(profile: Profile, termen: Mapping[str, Any]) -> Iterator[Any]:
    """The chat channels of the profile that clients use."""
    given = velden.raw(profile, "kanalen")
    for one in given if isinstance(given, tuple) else ():
        if not isinstance(one, Open) and one.soort == "chat" and for_clients(one.doelgroep or "", termen):
            yield one


def helps_online(profile: Profile, termen: Mapping[str, Any]) -> bool:
    """Whether clients get help on a screen or can chat with us: then an answer may save a life."""
    return velden.raw(profile, "onlinehulp") is not None or any(client_chats(profile, termen))


def talks(profile: Profile, termen: Mapping[str, Any]) -> Text:
    """How a planned talk goes where clients get help on a screen; empty where messages are about practical things."""
    chats = [one.naam for one in client_chats(profile, termen) if is_talk(one.doel) and isinstance(one.naam, str)]
    if velden.raw(profile, "onlinehulp") is None and not chats:
        return ""
    told = str(velden.raw(profile, "onlinehulp.tijd.strategie") or "").lower()
    screen = ["met beeld"] if any(word in told for word in _SCREEN) else []
    online = [*screen, *(f"in {called(name, termen)}" for name in chats)]
    return dutch.opsomming(["bij ons", "per telefoon", *(online or ["online"])], "of")


def is_talk(purpose: object) -> bool:
    """Whether a channel is for helping talks, rather than for news or practical things."""
    return isinstance(purpose, str) and any(word in purpose.lower() for word in _TALK)


def in_need(profile: Profile, termen: Mapping[str, Any]) -> Text:
    """Whom somebody in need can call: 112, and the help lines that the profile names."""
    given = velden.texts(profile, "incidenten.extern") if velden.raw(profile, "incidenten.extern") else ()
    lines = [join(with_article(one, termen), _number(one)) for one in given if _is_help_line(one)]
    return dutch.opsomming(["112", *lines], "of")


def _is_help_line(name: Text) -> bool:
    return isinstance(name, str) and _HELP_LINES.search(name) is not None


def _number(name: Text) -> str:
    """The number of a help line that is named without it: who needs one has no time to look."""
    if re.search(r"\d", str(name)):
        return ""
    lines: dict[str, str] = catalogue.load("termen")["hulplijnen"]
    return next((f" ({number})" for word, number in lines.items() if word in str(name).lower()), "")
