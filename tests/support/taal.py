"""Dutch that a machine can check: measures and findings, as data.

Every check returns a tuple of the fragments that it objects to, so that `assert not taal.stijlfouten(text)` shows them.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path

BRONREEKSEN = Path(__file__).parents[1] / "data" / "bronreeksen.txt"

_AFKORTINGEN = (
    r"\b(?:bijv|bv|nr|art|ca|dhr|mevr|evt|incl|excl|max|min|tel|enz|vgl|resp|st|"
    r"o\.a|d\.w\.z|m\.b\.t|t\.a\.v|z\.o\.z|t/m)\.$"
)
_ZINSEINDE = re.compile(r"[.!?…]+[”\"’')\]]*(?=\s|$)")
_WOORD = re.compile(r"[^\W_]+(?:[-'’.@/_+]+[^\W_]+)*")
_AANHALING = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")

# Vowel groups that are one syllable, longest first; every other vowel is one of its own ("media": e, i, a).
_LETTERGREEP = re.compile(
    r"aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|ai|oi|oy|ey|ay|[aeiouyáàâäéèêëíìîïóòôöúùûüý]"
)
# Loan words whose spelling has more vowel groups than sounds, or fewer.
_LEENWOORDEN = (
    ("online", "onlein"),
    ("offline", "oflein"),
    ("team", "tiem"),
    ("coach", "kootsj"),
    ("mail", "meel"),
    ("facebook", "feesboek"),
    ("deepfake", "diepfeek"),
    ("update", "updeet"),
    ("service", "servis"),
    ("software", "softweer"),
    ("website", "websait"),
    ("game", "geem"),
    ("gamen", "gemen"),
    ("museum", "museüm"),
    ("station", "statsjon"),
    ("tiktok", "tiktok"),
    ("google", "goegel"),
    ("iphone", "aifoon"),
    ("smartphone", "smartfoon"),
    ("like", "laik"),
    ("share", "sjer"),
)

STIJLWOORDEN = ("middels", "teneinde", "inzake", "dient te", "dienen te", "alsmede", "omtrent", "derhalve")

GESLACHT = (
    *("hij/zij", "zij/hij", "hij of zij", "zij of hij", "zijn/haar", "haar/zijn", "zijn of haar", "haar of zijn"),
    *("hem/haar", "haar/hem", "hem of haar", "haar of hem", "hij/zij/hen"),
    *("directrice", "zuster", "medewerkster", "verpleegster", "begeleidster", "opvoedster", "verzorgster", "leidster"),
    *("vrijwilligster", "hulpverleenster", "stagiaire", "adviseuse", "secretaresse", "voorzitster", "werkster"),
    *("poetsvrouw", "vakman", "vakvrouw", "ombudsman", "vertrouwensman", "kandidate", "collegaatje", "dames", "heren"),
)

NL_WOORDEN = (
    *("scholing", "zorgleefplan", "cliëntenraad", "verwantenraad", "raad van toezicht", "college van B en W"),
    *("personeelsvertegenwoordiging", "Wmcz", "WOR", "WGBO", "Wet BIG", "Jeugdwet", "Wzd", "Wvggz", "Wmo", "Wlz"),
    *("UAVG", "Autoriteit Persoonsgegevens", "Helpwanted", "Burgerlijk Wetboek", "instructierecht", "portretrecht"),
    *("verklaring omtrent gedrag", "VOG", "KNMG", "V&VN", "Inspectie Gezondheidszorg en Jeugd", "IGJ"),
)
BE_WOORDEN = (
    *("vorming", "bestuursorgaan", "gebruikersraad", "bewonersraad", "jongerenraad", "CPBW", "syndicale afvaardiging"),
    *("vakbondsafvaardiging", "cao 81", "cao nr. 81", "arbeidsreglement", "handelingsplan", "begeleidingsplan", "WER"),
    *("Gegevensbeschermingsautoriteit", "GBA", "VAPH", "VDAB", "OCMW", "CAW", "Opgroeien", "Vlaamse Toezichtcommissie"),
    *("Child Focus", "Wetboek van economisch recht", "zorgkundige", "opvoeder", "gsm"),
)

GEUREN = (
    *(
        "trots op je werk",
        "trots op uw werk",
        "trots op ons werk",
        "onbewust schaden",
        "(onbewust)",
        "goede naam schaden",
    ),
    *("schade aan de goede naam", "niet meer weg te denken", "niet weg te denken", "gezond verstand", "imagoschade"),
    *("imago van de organisatie", "visitekaartje van", "in de huidige maatschappij", "in deze digitale tijd"),
    *("in het digitale tijdperk", "snel veranderende wereld", "kansen en risico's", "kansen en bedreigingen"),
    *("ongekende mogelijkheden", "hoog in het vaandel"),
)
"""The smell of what is published: phrases that a communication officer spots at once."""

_DUBBEL_GOED = frozenset({"je", "u", "die", "dat", "wie", "er", "zij", "we"})


def sentences(text: str) -> tuple[str, ...]:
    """Sentences in reading order; a line break always ends one."""
    found: list[str] = []
    for line in text.splitlines():
        start = 0
        for end in _ZINSEINDE.finditer(line):
            rest = line[end.end() :].lstrip()
            if re.search(_AFKORTINGEN, line[start : end.end()], re.IGNORECASE) and rest:
                continue
            if rest and rest[0].islower() and not rest.startswith(("'t", "'s", "’t", "’s")):
                continue
            found.append(line[start : end.end()].strip())
            start = end.end()
        found.append(line[start:].strip())
    return tuple(sentence for sentence in found if words(sentence))


def words(text: str) -> tuple[str, ...]:
    """Words; `foto's`, `HR-adviseur`, `3.500` and an e-mail address are one word each."""
    return tuple(_WOORD.findall(text))


def mean_sentence(text: str) -> float:
    """Mean number of words in a sentence; 0 for a text without words."""
    return len(words(text)) / max(1, len(sentences(text)))


def longest_sentence(text: str) -> tuple[int, str]:
    """The number of words of the longest sentence, and that sentence."""
    return max(((len(words(sentence)), sentence) for sentence in sentences(text)), default=(0, ""))


def syllables(word: str) -> int:
    """Syllables of one Dutch word by its vowel groups, at least 1; an abbreviation in capitals counts its letters."""
    if len(word) > 1 and word.isupper() and word.isalpha():
        return len(word)
    sound = word.lower()
    for spelling, spoken in _LEENWOORDEN:
        sound = sound.replace(spelling, spoken)
    sound = sound.replace("qu", "kw")
    sound = re.sub(r"^y(?=[aeiou])", "j", sound)
    return max(1, len(_LETTERGREEP.findall(sound)))


def flesch_douma(text: str) -> float:
    """Flesch-Douma: 206.84 - 0.93 x words per sentence - 77 x syllables per word; higher is easier."""
    found = words(text)
    if not found:
        return 0.0
    return 206.84 - 0.93 * mean_sentence(text) - 77 * sum(map(syllables, found)) / len(found)


def leftovers(text: str) -> tuple[str, ...]:
    """What a template leaves behind: tags, None, doubled words, double spaces, stray punctuation."""
    patterns = (
        r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{[a-z_]+(?:\.[a-z_]+)*\}",
        r"\b(?:None|nan|NaN|undefined|TODO|INVULLEN|Undefined)\b",
        r"\S*(?:, ,|,,|;;|,\.|\. \.|\?\.|!\.|::)(?!\S*@)",
        r"\S*(?<!\.)\.\.(?!\.)",
        r"\S+[  ]{2,}\S+",
        r"\S+[  ]+[,.;:!?)](?=\s|$)",
        r"\([  ]+\S*|\(\s*\)|“\s*”|\"\s*\"(?=\s)",
    )
    found = [match.group() for pattern in patterns for match in re.finditer(pattern, text)]
    doubled = re.finditer(r"(?<![\w'’-])(\w+)[  ]+\1(?![\w'’-])", text, re.IGNORECASE)
    found += [
        match.group()
        for match in doubled
        if match.group(1).lower() not in _DUBBEL_GOED and not match.group(1).isdigit()
    ]
    return tuple(found)


def stijlfouten(text: str) -> tuple[str, ...]:
    """Stiff Dutch: "er wordt", "er werd" and the words of an office letter."""
    passive = re.findall(r"\ber (?:wordt|worden|werd|werden)\b", text, re.IGNORECASE)
    return (*passive, *_present(STIJLWOORDEN, text))


def je_vormen(text: str) -> tuple[str, ...]:
    """Every je, jij, jou, jouw, jullie outside quotation marks."""
    return tuple(re.findall(r"\b(?:je|jij|jou|jouw|jullie|jezelf)\b", _AANHALING.sub(" ", text), re.IGNORECASE))


def u_vormen(text: str) -> tuple[str, ...]:
    """Every u, uw, uzelf outside quotation marks."""
    return tuple(re.findall(r"\b(?:u|uw|uzelf)\b(?![-@.]\w)", _AANHALING.sub(" ", text), re.IGNORECASE))


def gemengde_aanspreekvorm(text: str) -> tuple[str, ...]:
    """The sentences with the rarer form of address, when a text has both je and u."""
    informal, formal = je_vormen(text), u_vormen(text)
    if not informal or not formal:
        return ()
    rare = je_vormen if len(informal) <= len(formal) else u_vormen
    return tuple(sentence for sentence in sentences(text) if rare(sentence))


def geslachtswoorden(text: str) -> tuple[str, ...]:
    """Pairs such as hij/zij and titles of one sex."""
    return _present(GESLACHT, text)


def woorden_van_ander_land(text: str, land: str, toegestaan: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Terms and laws of the other country; `toegestaan` holds words that the profile itself uses."""
    foreign = BE_WOORDEN if land == "NL" else NL_WOORDEN
    allowed = " ".join(toegestaan).lower()
    return tuple(word for word in _present(foreign, text) if word.lower() not in allowed)


def fouten(text: str, land: str, eigen: str = "") -> tuple[str, ...]:
    """Every fault in style that no document may have; `eigen` is what the profile typed."""
    return (
        *stijlfouten(text),
        *geuren(text),
        *geslachtswoorden(text),
        *woorden_van_ander_land(text, land, (eigen,)),
    )


def geuren(text: str) -> tuple[str, ...]:
    """Phrases that smell of what everybody publishes."""
    return _present(GEUREN, text)


def bronreeksen(text: str) -> tuple[str, ...]:
    """Runs of eight words that also stand in a source text."""
    known = _bron()
    found = [word.lower() for word in re.findall(r"\w+", text)]
    runs = (" ".join(found[start : start + 8]) for start in range(len(found) - 7))
    return tuple(run for run in runs if hashlib.sha256(run.encode()).hexdigest()[:16] in known)


@lru_cache(maxsize=1)
def _bron() -> frozenset[str]:
    return frozenset(BRONREEKSEN.read_text(encoding="utf-8").split())


def _present(phrases: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The phrases that occur as whole words; a phrase with a capital only so (`WOR`, not `wor`)."""
    plain = text.replace("’", "'")
    found = []
    for phrase in phrases:
        flags = re.NOFLAG if phrase != phrase.lower() else re.IGNORECASE
        if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", plain, flags):
            found.append(phrase)
    return tuple(found)
