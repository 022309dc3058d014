"""The names that the texts of the policy use: who does what here, where to report and how to reach each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygen import catalogue, dutch
from policygen.context import kanaal, velden
from policygen.context.beleid_delen import within
from policygen.context.beleid_feiten import ONE_SENTENCE, about_chat, alone, councils, staff
from policygen.context.beleid_start import after, opening
from policygen.context.bijlage_toestemming import beeld
from policygen.context.contacten import answers_self
from policygen.context.dringend import urgent
from policygen.context.lidwoord import with_article
from policygen.context.meepraten import STAFF, voices
from policygen.context.ouders import parents
from policygen.context.personen import ROLES, person, who
from policygen.context.rollen import director, holders, is_external
from policygen.context.vullen import fill, flatten
from policygen.openplace import Open, Text, join

if TYPE_CHECKING:
    from policygen.profile import Profile

_FEW = 3
_CONFIDANT = 50  # from so many staff on, a Flemish employer has somebody for this
_BOTH = 2
_CARE = {"gehandicaptenzorg", "ouderenzorg", "ggz"}


def names(profile: Profile, context: dict[str, Any]) -> dict[str, Text]:
    """Everything that may stand between braces in the catalogue of the policy."""
    people = functions(profile, context)
    flat = flatten(context) | {f"wie.{key}": text for key, text in people.items()}
    own_answer = answers_self(profile, context, people["woordvoerder"])
    flat["wie.antwoord"] = people["woordvoerder"]
    if not own_answer:
        flat["wie.antwoord"] = join("de beheerder, na een ja van ", people["woordvoerder"])
    flat |= _contact(context) | _reporting(profile, context, people) | _open(profile)
    flat |= urgent(profile, context) | voices(context, alone=alone(profile))
    flat["bestuur.bellen"] = _called(people)
    flat |= {
        "besluit.door": with_article(context["motieven"]["beslist_door"], context["termen"]),
        "besluit.datum": context["motieven"]["datum"],
        "reactie.tijden": context["kanalen"]["tijden"],
        "personeel.bij": context["inspraak"]["personeel"].get("bij", ""),
        "plan.de": context["termen"]["clientplan"].get("de", "een eigen afspraak"),
        "bewaker.vol": with_article(_nameless(profile, context["pdca"]["bewaker"]), context["termen"]),
        "locaties.alle": _places(profile, context),
        "eind.uren": next(row["uren"] for row in context["rollen"] if row["id"] == context["eind"]["id"]),
        "bestuur.voorbeeld": dutch.opsomming(
            ("geeft het voorbeeld", *velden.texts(profile, "rollen.bestuur.voorbeeldgedrag"))
        ),
        "pesten.wie": _bullied(profile, context),
        "lek.wie": fill(
            catalogue.load("beleid")["lek"][
                "een" if alone(profile) or people["leiding"] == people["bestuur"] else "wel"
            ],
            flat,
        ),
        "ouders.inlichten": parents(context, people["toezicht"], people["eind"]),
        "geldt.wie": _everyone(profile, context),
        "eind.samen": dutch.opsomming(
            with_article(_nameless(profile, one), context["termen"])
            for one in holders(profile, str(context["eind"]["id"]), context["termen"])
        ),
        "account.vertrek": context["bijlagen"]["accounts"]["vertrek"],
        **beeld(context),
        "inspraak.ritme": dutch.opsomming(councils(context)[:ONE_SENTENCE]),
        "inspraak.meer": dutch.opsomming(councils(context)[ONE_SENTENCE:]),
        "gesprek.hoe": kanaal.talks(profile, context["termen"]),
        "horen.terug": velden.text(profile, "gesprek.terugkoppeling"),
        "kanalen.delen": _share(context),
        "start.zin": opening(profile, context, people["leiding"]),
        "geland.wanneer": after(profile),
    }
    return flat | _sector(context, flat)


def _everyone(profile: Profile, context: dict[str, Any]) -> Text:
    """Everybody who works here, with their number: in most sectors the word for staff leaves out the office."""
    number, word = staff(profile), context["termen"]["medewerker"]["meervoud"]
    if alone(profile):
        return ": nu is dat één mens"
    people: list[Text] = [f"alle {velden.telwoord(number)} {STAFF}"] if number > 1 else []
    if word != STAFF:
        people.append(join("dus niet alleen " if people else "niet alleen ", word))
    elif context["organisatie"]["sector"] in _CARE:
        people.append("in de zorg en daarbuiten")
    return join(": ", dutch.rij(people)) if people else ", in elke functie"


def functions(profile: Profile, context: dict[str, Any]) -> dict[str, Text]:
    """Who does what, each with its article and never an open place: those stand where the role is told."""
    termen = context["termen"]
    final = with_article(_nameless(profile, context["eind"]["nu"]), termen)
    board = termen["bestuur"]["de"]
    leads = termen["leidinggevende"].get("de") or final
    leader = "een vakgenoot" if alone(profile) else leads
    keeper = _nameless(profile, context["pdca"]["bewaker"])
    return {
        "eind": final,
        "bestuur": board,
        "leiding": leader,
        "toezicht": final if alone(profile) else leads,
        "hoger": next((one for one in (final, board) if one != leader), "iemand buiten het team"),
        "directie": _manager(profile, context) or board,
        "communicatie": _held(profile, context, "communicatie"),
        "ict": _held(profile, context, "ict"),
        "systemen": final if is_external(profile, "ict") else _held(profile, context, "ict"),
        "woordvoerder": _speaker(profile, context),
        "toestel": _lost(profile, context) or _held(profile, context, "ict"),
        "bewaker": with_article(keeper, termen) if isinstance(keeper, str) else final,
    }


def _manager(profile: Profile, context: dict[str, Any]) -> Text:
    """The director who has the role of the board, where the board itself is a body of several people."""
    return with_article(_nameless(profile, director(profile, context["termen"])), context["termen"])


def _called(people: dict[str, Text]) -> Text:
    """Whom to call about something big: the board, or its director, who informs it."""
    if people["directie"] == people["bestuur"]:
        return people["bestuur"]
    return join(people["directie"], ", die ", people["bestuur"], " inlicht")


def _bullied(profile: Profile, context: dict[str, Any]) -> str:
    """To whom somebody can go who is bullied; nobody works alone and is bullied by a colleague."""
    if alone(profile):
        return ""
    texts = catalogue.load("beleid")["pesten"]
    big = staff(profile) >= _CONFIDANT
    return str(texts["NL" if context["organisatie"]["land"] == "NL" else "BE_groot" if big else "BE"])


def _held(profile: Profile, context: dict[str, Any], role: str) -> Text:
    """The first function in a role; a colleague in a proposal, and else who is responsible now."""
    status = next((row["status"] for row in context["rollen"] if row["id"] == role), "")
    held = holders(profile, role, context["termen"])
    if status == "ingevuld" and held and isinstance(held[0], str):
        return with_article(_nameless(profile, held[0]), context["termen"])
    if status == "voorstel":
        proposed: Text = catalogue.load("bijlagen")["wie"][role]
        return proposed
    return with_article(_nameless(profile, context["eind"]["nu"]), context["termen"])


def _nameless(profile: Profile, text: Text) -> Text:
    """The function alone where names may stand everywhere: a name in every other sentence reads badly."""
    given = velden.raw(profile, "personen")
    people = (person(profile, key) for key in (() if isinstance(given, Open) else given or ()))
    return next((one["functie"] for one in people if one["tekst"] == text), text)


def _speaker(profile: Profile, context: dict[str, Any]) -> Text:
    given = velden.raw(profile, "beleid.woordvoerder")
    if isinstance(given, Open):
        return "de woordvoerder"
    if given and given not in ROLES:
        return with_article(_nameless(profile, who(profile, given, context["termen"])), context["termen"])
    if given == "bestuur":
        board: Text = context["termen"]["bestuur"]["de"]
        return board
    return _held(profile, context, given if given in {"ict", "communicatie"} else "communicatie")


def _lost(profile: Profile, context: dict[str, Any]) -> Text:
    """The ICT contact for a device that is lost; empty when the profile names none."""
    given = velden.raw(profile, "ict_contacten")
    for place, one in enumerate(given if isinstance(given, tuple) else ()):
        known = not isinstance(one, Open) and isinstance(one.naam, str) and one.naam
        if known and "kwijt" in str(context["ict_contacten"][place]["waarvoor"]).lower():
            return with_article(one.naam, context["termen"])
    return ""


def _contact(context: dict[str, Any]) -> dict[str, Text]:
    """With whom there is contact online, and by which channel of the work."""
    termen, chat = context["termen"], context["kanalen"]["chat"]
    heavy = context["organisatie"]["groep"] == "zwaar" and termen["verwant"]
    near = termen["verwant"].get("de_meervoud") or join("wie het dichtst bij ", termen["client"]["de"], " staat")
    name, time = kanaal.called(chat["naam"], termen), chat["tijd"]
    closed = next((row["naam"] for row in context["kanalen"]["rijen"] if _is_own_portal(row, termen)), "")
    return {
        "contact.meervoud": termen["verwant" if heavy else "client"]["meervoud"],
        "contact.besloten": join(", antwoorden we in ", closed) if closed else "",
        "contact.kanaal": join(" Daarvoor is er ", name, ".") if name else "",
        "contact.reactie": join(" Antwoord: ", within(time), ".") if time else "",
        "mensen.naast": near,
    }


def _is_own_portal(row: dict[str, Any], termen: dict[str, Any]) -> bool:
    """Whether a channel is for what one client asked for: in a closed group all of its members would read an answer."""
    named = row["soort"] == "besloten" and isinstance(row["naam"], str) and kanaal.for_clients(row["doelgroep"], termen)
    return named and "aanvra" in str(row["doel"]).lower()


def _places(profile: Profile, context: dict[str, Any]) -> Text:
    """All the locations: `beide locaties`, `alle 22 locaties`."""
    number = velden.raw(profile, "organisatie.locaties")
    if number == _BOTH:
        return "beide locaties"
    return join(
        "alle ", velden.telwoord(number) if isinstance(number, int) else context["organisatie"]["locaties"], " locaties"
    )


def _share(context: dict[str, Any]) -> Text:
    """Which messages everybody may pass on: those of the public channels, by name when they are few."""
    public = [row["naam"] for row in context["kanalen"]["rijen"] if row["soort"] == "openbaar"]
    if 0 < len(public) <= _FEW:
        return join("Berichten van onze openbare kanalen (", dutch.opsomming(public), ") mag iedereen doorsturen.")
    return "Berichten van onze eigen kanalen mag iedereen doorsturen."


def _reporting(profile: Profile, context: dict[str, Any], people: dict[str, Text]) -> dict[str, Text]:
    """Where to report: as the profile says, a gap in a draft, and else who leads the team."""
    asked = isinstance(velden.raw(profile, "incidenten.meldpunt.naam"), Open) or context["document"]["concept"]
    place = velden.open_place("incidenten.meldpunt.naam") if asked else people["toezicht"]
    name = velden.raw(profile, "incidenten.meldpunt.naam")
    known = isinstance(name, str) and bool(name)
    plan = context["incidenten"]["stappenplan"]
    short = with_article(name, context["termen"]) if known else "het meldpunt" if asked else people["toezicht"]
    return {
        "meld.waar": context["incidenten"]["meldpunt"] or place,
        "meld.kort": short,
        "meld.toestel": dutch.opsomming(
            [short, *([join("bij ", people["toestel"])] if people["toestel"] != short else [])]
        ),
        "meld.stappenplan": plan if not about_chat(profile) else with_article(plan, context["termen"]),
        "meld.extern": context["incidenten"]["extern"],
    }


def _open(profile: Profile) -> dict[str, Text]:
    """The open places that a text asks for only where the profile leaves a gap."""
    example = "Facebook, voor nieuws; beheer door communicatie"
    return {
        "kanalen.open": velden.open_place("kanalen", "onze kanalen, met wie ze beheert", example),
        "controle.open": velden.text(profile, "inspraak.personeel.controle_op_gebruik"),
        "woordvoerder.open": velden.text(profile, "beleid.woordvoerder"),
    }


def _sector(context: dict[str, Any], flat: dict[str, Text]) -> dict[str, Text]:
    """What sounds different in each sector and for each group."""
    data, sector = catalogue.load("beleid"), context["organisatie"]["sector"]
    own = data["sector"][sector]
    own = own | own.get("bij_doelgroep", {}).get(context["organisatie"]["groep"], {})
    filled = {f"sector.{key}": fill(text, flat) for key, text in own.items() if isinstance(text, str)}
    return filled | {"sector.vak": data["vak"][sector]}
