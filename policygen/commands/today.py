"""The one place that looks at the clock."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """The date of today, where the user is."""
    return datetime.now().astimezone().date()
