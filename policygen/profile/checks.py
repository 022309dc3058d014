"""What must hold between fields; each check is a small generator of findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policygen.colours import READABLE, contrast
from policygen.openplace import OPEN, Open
from policygen.profile import dates, references, stellingen, suggest, zinnen
from policygen.profile.finding import Finding, Loc
from policygen.profile.openplaces import open_places
from policygen.yaml_source.limits import short

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policygen.profile.model import Profile
    from policygen.profile.rollen import Rol

_STATES: Final = ("ja", "deels", "nee", "onbekend")
_CHOICES: Final = {"ZB08": ("gepland", "niet_nodig"), "ZG09": ("voldoende", "meer_nodig")}
_OPEN_QUESTION: Final = "ZB06"
_MOST_EXPERTS: Final = 2
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
_ARTICLE: Final = re.compile(r"(?:de|het|een|['’‘`´]t)\s", re.IGNORECASE)
_PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_MACROS: Final = "Een sjabloon is een .docx of .dotx zonder macro's."


def check(profile: Profile, folder: Path) -> Iterator[Finding]:
    """Everything that no single field can show; `folder` is where files in the profile are looked for."""
    yield from _organisation(profile)
    yield from references.check(profile)
    yield from _roles(profile)
    yield from dates.check(profile)
    yield from stellingen.check(profile)
    yield from zinnen.check(profile)
    yield from _rest(profile)
    yield from _open(profile)
    yield from _files(profile, folder)


def _organisation(profile: Profile) -> Iterator[Finding]:
    organisation = profile.organisatie
    if organisation.land is None:
        hint = "Zet 'land: NL' of 'land: BE' onder organisatie."
        yield Finding(("organisatie", "land"), "land ontbreekt, policygen gaat uit van NL", hint, warning=True)
    name = organisation.korte_naam or organisation.naam
    if organisation.lidwoord in {"de", "het"} and isinstance(name, str) and _ARTICLE.match(name):
        hint = f"Laat 'lidwoord' weg, anders staat er 'bij {organisation.lidwoord} {short(name)}'."
        yield Finding(("organisatie", "lidwoord"), "de naam begint al met een lidwoord", hint, warning=True)
    if organisation.code in _RESERVED:
        hint = "Kies een andere code: Windows kent geen map met deze naam."
        yield Finding(("organisatie", "code"), f"'{organisation.code}' kan geen naam van een map zijn", hint)
    for key, person in (profile.personen or {}).items():
        if not person.naam and not person.functie:
            hint = "Vul minstens een van de twee in."
            yield Finding(("personen", key), "naam en functie ontbreken", hint, warning=True, key=True)
    if profile.documenten == ():
        hint = "Noem minstens een document, of schrijf 'documenten: alle'."
        yield Finding(("documenten",), "een lege lijst geeft geen enkel document", hint)


def _roles(profile: Profile) -> Iterator[Finding]:
    if profile.rollen is None:
        return
    final = ""
    for name in references.ROLES:
        role = getattr(profile.rollen, name)
        if role is None:
            continue
        yield from _role(("rollen", name), role)
        if role.eindverantwoordelijk is True:
            loc: Loc = ("rollen", name, "eindverantwoordelijk")
            if name == "digicoach":
                hint = "De digicoach is een schakel. Maak een andere rol eindverantwoordelijk, meestal de expert."
                yield Finding(loc, "de digicoach kan niet eindverantwoordelijk zijn", hint)
            elif final:
                hint = "Kies een rol die eindverantwoordelijk is."
                yield Finding(loc, f"de rol {final} is ook al eindverantwoordelijk", hint)
            else:
                final = name
    ict = profile.rollen.ict
    if ict and ict.status == "niet_nodig" and not profile.ict_contacten:
        hint = "Zet bij 'ict_contacten' wie dat doet."
        message = "zonder de rol ict is niet duidelijk wie technische vragen beantwoordt"
        yield Finding(("rollen", "ict", "status"), message, hint, warning=True)
    expert = profile.rollen.expert
    experts = len(set(expert.personen)) if expert and isinstance(expert.personen, tuple) else 0
    if experts > _MOST_EXPERTS:
        hint = "Een of twee mensen werkt het best."
        message = f"de rol expert heeft {experts} personen"
        yield Finding(("rollen", "expert", "personen"), message, hint, warning=True)


def _role(loc: Loc, role: Rol) -> Iterator[Finding]:
    """A status that asks for something, or that does not go with what else is said of the role."""
    about = (*loc, "status")
    if role.status == "niet_nodig" and not role.reden:
        hint = "Zet bij 'reden' waarom deze rol hier niet nodig is."
        yield Finding((*loc, "reden"), "status niet_nodig vraagt een reden", hint, about=about)
    if role.status == "ingevuld" and not role.personen and role.extern is not True:
        hint = "Zet bij 'personen' wie de rol heeft, of kies status open."
        yield Finding((*loc, "personen"), "rol is ingevuld zonder persoon", hint, warning=True, about=about)
    if role.status in {"open", "niet_nodig"} and role.personen and role.personen is not OPEN:
        hint = "Kies status ingevuld of gepland, of haal de personen weg."
        yield Finding(about, f"rol heeft status {role.status} en toch personen", hint, warning=True)
    if isinstance(role.personen, tuple) and set(role.personen) == {role.vervanger}:
        yield Finding((*loc, "vervanger"), "de vervanger is dezelfde persoon", "Kies iemand anders.", warning=True)


def _rest(profile: Profile) -> Iterator[Finding]:
    training = profile.scholing
    if training and training.status == "meer_nodig" and not training.behoefte:
        hint = "Zet bij 'behoefte' waar scholing voor nodig is."
        loc: Loc = ("scholing", "behoefte")
        yield Finding(loc, "status meer_nodig vraagt een behoefte", hint, about=("scholing", "status"))
    for question, answer in ((profile.zelfscan and profile.zelfscan.antwoorden) or {}).items():
        allowed = (*_STATES, *_CHOICES.get(question, ()))
        if question != _OPEN_QUESTION and not isinstance(answer, Open) and answer not in allowed:
            hint = suggest.hint(answer, allowed, always_list=True)
            yield Finding(
                ("zelfscan", "antwoorden", question), f"'{short(answer)}' is geen antwoord op deze vraag", hint
            )


def _open(profile: Profile) -> Iterator[Finding]:
    document = profile.document
    status = document.status if document else None
    if document is None or status in {None, "concept"} or isinstance(status, Open):
        return
    decided: Loc = ("document", "vastgesteld_op")
    for loc in open_places(profile):
        if loc == decided and status == "ter_besluit":
            continue
        hint = "Vul de waarde in, of zet document.status op concept."
        yield Finding(loc, f"INVULLEN mag niet bij status {status}", hint, about=("document", "status"))
    if status == "definitief" and document.vastgesteld_op is None:
        hint = "Vul de datum van vaststelling in."
        yield Finding(
            decided, "status definitief vraagt een datum van vaststelling", hint, about=("document", "status")
        )


def _files(profile: Profile, folder: Path) -> Iterator[Finding]:
    style = profile.huisstijl
    if style is None:
        return
    if isinstance(style.logo, str) and style.logo:
        logo = short(style.logo)
        if not _is_file(folder, style.logo):
            hint = "Zet het bestand naast het profiel; tot die tijd is er geen logo."
            yield Finding(("huisstijl", "logo"), f"logo '{logo}' niet gevonden", hint, warning=True)
        elif not _start(folder / style.logo).startswith(_PICTURES):
            message = f"'{logo}' is geen PNG, JPG of GIF die Word kan tonen"
            yield Finding(("huisstijl", "logo"), message, "Bewaar het logo als PNG.", warning=True)
    if isinstance(style.kleur, str) and (ratio := contrast(style.kleur.lstrip("#"), "FFFFFF")) < READABLE:
        shown = f"{ratio:.1f}".replace(".", ",")
        hint = "Koppen krijgen daarom een donkerder tint; vlakken houden uw kleur."
        message = f"deze kleur is op wit slecht te lezen (contrast {shown}; 4,5 is nodig)"
        yield Finding(("huisstijl", "kleur"), message, hint, warning=True)
    if isinstance(style.sjabloon, str) and style.sjabloon:
        here: Loc = ("huisstijl", "sjabloon")
        if not style.sjabloon.lower().endswith((".docx", ".dotx")):
            yield Finding(here, f"'{short(style.sjabloon)}' is geen bruikbaar sjabloon", _MACROS)
        elif not _is_file(folder, style.sjabloon):
            hint = "Zet het bestand naast het profiel, of haal de regel weg."
            yield Finding(here, f"sjabloon '{short(style.sjabloon)}' niet gevonden", hint)


def _start(path: Path) -> bytes:
    try:
        with path.open("rb", buffering=0) as stream:
            return stream.read(max(map(len, _PICTURES)))
    except OSError:  # whoever makes the documents will say so
        return b""


def _is_file(folder: Path, name: str) -> bool:
    try:
        return (folder / name).is_file()
    except (OSError, ValueError):  # too long, or not a name at all
        return False
