"""The organisation profile: the one schema, and a profile out of a file."""

from __future__ import annotations

from policygen.profile.earlier import load_earlier
from policygen.profile.fields import FieldInfo, field
from policygen.profile.loading import ProfileFile, load, load_line, open_lines, parse
from policygen.profile.model import Profile
from policygen.profile.openplaces import open_fields

__all__ = [
    "FieldInfo",
    "Profile",
    "ProfileFile",
    "field",
    "load",
    "load_earlier",
    "load_line",
    "open_fields",
    "open_lines",
    "parse",
]
