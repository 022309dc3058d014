"""Word comments beside the open places: who fills them in, with an example."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policygen.ooxml.runs import entities

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policygen.openplace import Open

AUTHOR: Final = "policygen"
_NUMBER = re.compile(r'<w:comment [^>]*?w:id="(\d{1,9})"')
_END = re.compile(r"/>\s*$|</w:comments>\s*$")


def first_free(text: str) -> int:
    """The first number that no comment of the template has, and none after it."""
    return 1 + max(map(int, _NUMBER.findall(text)), default=-1)


def with_comments(text: str, comments: Sequence[tuple[int, Open]], styles: Mapping[str, str]) -> str:
    """Adds the comments of a document to comments.xml.

    Args:
        text: The part as the template has it.
        comments: Number in the document and open place of each comment.
        styles: Style ids by lower-case name.
    """
    if not comments:
        return text
    made = "".join(_comment(number, place, styles) for number, place in comments)
    return _END.sub(lambda match: f"{'>' if match[0].startswith('/') else ''}{made}</w:comments>", text)


def _comment(number: int, place: Open, styles: Mapping[str, str]) -> str:
    lines = [f"Nog in te vullen: {place.label}."]
    lines += [f"Wie vult dit in: {place.wie}."] if place.wie else []
    lines += [f"Voorbeeld: {place.voorbeeld}"] if place.voorbeeld else []
    style = styles.get("annotation text")
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    body = "".join(
        f'<w:p>{properties}<w:r><w:t xml:space="preserve">{entities(line)}</w:t></w:r></w:p>' for line in lines
    )
    return f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="pg">{body}</w:comment>'
