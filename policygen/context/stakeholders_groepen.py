"""The groups of the stakeholder plan: the four questions, what fits each, and how often we listen, tell and talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import velden
from policygen.context.vullen import fill
from policygen.openplace import Open, Text

if TYPE_CHECKING:
    from policygen.profile import Profile

STEPS = ("luisteren", "informeren", "interactie")
QUESTIONS = ("wie", "gebruik", "bereikbaar", "bereid")
_QUIET = ("inactief", "spectator", "joiner")
_DEPTH = "midden"


def groups(profile: Profile, *, draft: bool) -> tuple[dict[str, Any], ...]:
    """Every group with its answers as printed; `mist` holds the fields that nobody answered yet.

    Args:
        profile: A checked profile.
        draft: Whether a rhythm that the profile does not name may be a proposal.
    """
    given = velden.raw(profile, "stakeholders.groepen")
    places = range(len(given)) if isinstance(given, tuple) else ()
    return tuple(_group(profile, place, draft=draft) for place in places)


def _group(profile: Profile, place: int, *, draft: bool) -> dict[str, Any]:
    path = f"stakeholders.groepen.{place}"
    data = catalogue.load("stakeholders")
    name = velden.text(profile, f"{path}.naam")
    plain = name if isinstance(name, str) else f"groep {place + 1}"
    known = {key: _known(velden.raw(profile, f"{path}.{key}")) for key in (*QUESTIONS, *STEPS)}

    def said(key: str) -> Text:
        return item_text(profile, f"{path}.{key}", "deze groep", f"de groep ‘{name}’" if plain == name else "")

    use, depth = (_choice(velden.raw(profile, f"{path}.{key}")) for key in ("gebruik", "diepgang"))
    channels = velden.texts(profile, f"{path}.kanalen")
    offline = velden.raw(profile, f"{path}.kanalen") == ()
    proposal = data["voorstel"][depth or _DEPTH]
    return {
        "naam": name,
        "kort": plain,
        "kop": f"Groep {place + 1}" if plain != name else f"Groep {place + 1}: {name}",
        "gebruik": use,
        "actief": data["gebruik"][use]["naam"] if use else dutch.hoofdletter(said("gebruik") or data["onbekend"]),
        "zin": data["gebruik"][use]["zin"] if use else data["geen_gebruik"],
        "diepgang": data["diepgang"][depth] if depth else said("diepgang") or data["afspreken"],
        "kanalen": dutch.opsomming(channels) or data["geen_kanaal" if offline else "afspreken"],
        "zonder_kanaal": offline,
        "kanaalnamen": tuple(one for one in channels if isinstance(one, str)),
        **{key: said(key) or data["onbekend"] for key in ("wie", "bereikbaar", "bereid", "behoefte")},
        "vorm": said("vorm") or data["afspreken"],
        **{key: said(key) or (f"voorstel: {proposal[key]}" if draft else data["afspreken"]) for key in STEPS},
        "antwoord": {key: velden.raw(profile, f"{path}.{key}") for key in ("bereikbaar", "bereid")},
        "mist": tuple(key for key, there in known.items() if not there),
    }


def item_text(profile: Profile, path: str, what: str, name: str) -> Text:
    """A field of a list item; its open place says which item it is about.

    Args:
        profile: A checked profile.
        path: The field.
        what: How the label of the schema calls any item (`deze groep`).
        name: How this one is called; empty where it has no name.
    """
    label = velden.open_place(path).label
    return velden.text(profile, path, "", label.replace(what, name) if name else "")


def _known(value: object) -> bool:
    return value is not None and value != "" and not isinstance(value, Open)


def _choice(value: object) -> str:
    return value if isinstance(value, str) else ""


def sentences(profile: Profile, made: tuple[dict[str, Any], ...]) -> dict[str, Text]:
    """How many groups there are, and which of them say little online."""
    data = catalogue.load("stakeholders")
    given = velden.raw(profile, "stakeholders.groepen")
    which = {0: "geen", 1: "een"}.get(len(made), "meer")
    if given is None or isinstance(given, Open):
        which = "open"
    names: dict[str, Text] = {
        "groepen.aantal": velden.telwoord(len(made)),
        "groepen.open": velden.open_place("stakeholders.groepen"),
    }
    quiet = named(tuple(group for group in made if group["gebruik"] in _QUIET))
    return {
        "groepen_zin": fill(data["groepen_zin"][which], names),
        "weinig": fill(data["weinig"], {"groepen.stil": quiet}) if quiet else "",
    }


def use_types(made: tuple[dict[str, Any], ...]) -> tuple[dict[str, Text], ...]:
    """The six ways of being online, and which of our groups are like that."""
    return tuple(
        {
            **{key: entry[key] for key in ("naam", "doet", "helpt")},
            "groepen": named(tuple(group for group in made if group["gebruik"] == use)) or "geen",
        }
        for use, entry in catalogue.load("stakeholders")["gebruik"].items()
    )


def named(made: tuple[dict[str, Any], ...]) -> Text:
    """Groups in one phrase, each name once."""
    return dutch.opsomming(dict.fromkeys(group["kort"] for group in made))
