"""The contents list: a real field of Word, filled in beforehand with links to the headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FIELD: Final = r' TOC \o "1-2" \n \h \z \u '
_FIRST_ID: Final = 10_000


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the document: level 1 or 2, its text as XML, and its number in the document from 1."""

    level: int
    text: str
    number: int

    @property
    def bookmark(self) -> str:
        """Name of its bookmark, as Word names those of a contents list."""
        return f"_Toc{self.number:09d}"


def bookmarked(heading: Heading, content: str) -> str:
    """Puts the bookmark of a heading around its runs."""
    number = _FIRST_ID + heading.number
    return f'<w:bookmarkStart w:id="{number}" w:name="{heading.bookmark}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def contents(headings: Sequence[Heading], styles: Mapping[str, str]) -> str:
    """Prints the paragraphs of the contents list; without page numbers it is right before Word has counted pages.

    Args:
        headings: All headings of levels 1 and 2, in order.
        styles: Style ids by lower-case name; `toc 1` and `toc 2` are used when they are there.
    """
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{_FIELD}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    shown = [heading for heading in headings if heading.text]
    paragraphs = []
    for place, heading in enumerate(shown):
        run = f'<w:r><w:t xml:space="preserve">{heading.text}</w:t></w:r>'
        link = f'<w:hyperlink w:anchor="{heading.bookmark}" w:history="1">{run}</w:hyperlink>'
        first, last = "" if place else begin, "" if place < len(shown) - 1 else end
        paragraphs.append(f"<w:p>{_style(styles, heading.level)}{first}{link}{last}</w:p>")
    return "".join(paragraphs) or "<w:p/>"


def _style(styles: Mapping[str, str], level: int) -> str:
    style = styles.get(f"toc {level}")
    return f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
