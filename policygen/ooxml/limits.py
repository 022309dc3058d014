"""How large a Word document may be: one that is read, and one that is made."""

from __future__ import annotations

from typing import Final

LARGEST: Final = 50_000_000
"""Bytes unpacked of a file that is read; characters that values and loops print in a document that is made."""
