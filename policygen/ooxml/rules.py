"""Own rules for a Word file: what Word refuses or repairs and public validators let pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from policygen.ooxml import package_rules, part_rules
from policygen.ooxml.names import is_xml
from policygen.ooxml.package import read
from policygen.ooxml.xml import read as read_xml

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from lxml.etree import _Element as Element


class Fault(NamedTuple):
    """A rule that a Word file breaks.

    Attributes:
        part: The part that breaks it.
        message: What is wrong, a Dutch clause.
    """

    part: str
    message: str

    def __str__(self) -> str:
        return f"{self.part}: {self.message}"


def broken(docx: bytes) -> list[str]:
    """Lists in Dutch, with the part, what is wrong with a Word file; empty when it is sound.

    Raises:
        zipfile.BadZipFile: It is no zip.
    """
    return [str(fault) for fault in faults(read(docx))]


def faults(parts: Mapping[str, bytes], looked_into: Collection[str] | None = None, *, ids: bool = True) -> list[Fault]:
    """Lists which rules a package breaks.

    Args:
        parts: The parts by name. Of a part that is not in `looked_into` only the name counts.
        looked_into: Names of the parts to look into; None for all. Content types and relationships must be among them.
        ids: Look at bookmarks, comments and the ids of pictures too; in a template they are counted again.
    """
    found: list[Fault] = []
    roots: dict[str, Element] = {}
    for name, data in parts.items():
        if is_xml(name) and (looked_into is None or name in looked_into):
            try:
                roots[name] = _parsed(data)
            except etree.XMLSyntaxError as error:
                found.append(Fault(name, f"geen geldige XML (regel {error.lineno})"))
            except _TypesDeclaredError:
                found.append(Fault(name, "DOCTYPE"))
    for name, root in roots.items():
        if name.startswith("word/"):
            found += [Fault(name, message) for message in part_rules.faults(root, ids=ids)]
    return found + [Fault(*one) for one in package_rules.faults(parts, roots)]


class _TypesDeclaredError(Exception):
    """A part with a document type declaration."""


def _parsed(data: bytes) -> Element:
    if b"<!DOCTYPE" in data:
        raise _TypesDeclaredError
    return read_xml(data, large=True)
