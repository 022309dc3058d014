"""Namespaces, content types and relationship types of ECMA-376, and short ways to write names."""

from __future__ import annotations

from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
XML: Final = "http://www.w3.org/XML/1998/namespace"

PREFIXES: Final = {"w": W, "r": R, "a": A, "wp": WP}

REL: Final = R + "/"
"""Prefix of the office document relationship types, such as `REL + "image"`."""

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

DOCUMENT: Final = "word/document.xml"
STYLES: Final = "word/styles.xml"
NUMBERING: Final = "word/numbering.xml"
COMMENTS: Final = "word/comments.xml"
CONTENT_TYPES_PART: Final = "[Content_Types].xml"


def qn(name: str) -> str:
    """Turns `w:p` into lxml's `{namespace}p`."""
    prefix, local = name.split(":")
    return f"{{{PREFIXES[prefix]}}}{local}"


def is_xml(part: str) -> bool:
    """Tells by its name whether a part is XML."""
    return part.lower().endswith((".xml", ".rels"))


def rels_part(part: str) -> str:
    """Names the part that holds the relationships of `part`: `word/_rels/document.xml.rels`."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
