"""Every document proves that Word will open it, before it is written."""

from __future__ import annotations

import zlib
from itertools import chain
from typing import TYPE_CHECKING, Final

from policygen.errors import Problem, TemplateError
from policygen.ooxml import rules
from policygen.ooxml.names import CONTENT_TYPES_PART
from policygen.ooxml.package import content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygen.compiled import Compiled
    from policygen.ooxml.package import Member

_HINT: Final = (
    "Word zou dit document niet goed openen, dus het is niet gemaakt. Kijk of een lus of voorwaarde in het sjabloon "
    "hier een deel weghaalt of herhaalt. Is het een sjabloon van policygen zelf, meld dit dan als fout."
)


def require_sound(members: Sequence[Member], compiled: Compiled) -> None:
    """Checks a document by the own rules.

    Only what changed since its template was compiled is looked into: the rest was checked then.

    Args:
        members: All parts of the document.
        compiled: Its template.

    Raises:
        TemplateError: With every rule that the document breaks.
    """
    same = {id(one) for one in chain(compiled.static, *compiled.package.values())}
    looked_into = {one.name for one in members if id(one) not in same or _tells_of_others(one.name)}
    try:
        parts = {one.name: content(one) if one.name in looked_into else b"" for one in members}
        broken = rules.faults(parts, looked_into)
    except zlib.error:
        broken = [rules.Fault("", "een onderdeel is niet goed ingepakt")]
    if broken:
        raise TemplateError(*(Problem(compiled.source, one.message, where=one.part, hint=_HINT) for one in broken))


def _tells_of_others(name: str) -> bool:
    return name == CONTENT_TYPES_PART or name.endswith(".rels")
