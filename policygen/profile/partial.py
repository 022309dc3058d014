"""What is left of a profile without its mistakes, so that the checks on the rest can still be made."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from policygen.profile.model import Profile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygen.yaml_source.composer import Loc


def validate_rest(data: dict[str, Any], wrong: Iterable[Loc]) -> Profile | None:
    """The profile without the values at `wrong`; None when too little is left."""
    wrong = list(wrong)
    if () in wrong:  # there was more than has been told
        return None
    rest = copy.deepcopy(data)
    for loc in wrong:
        _remove(rest, loc)
    organisation = rest.setdefault("organisatie", {})
    if isinstance(organisation, dict):
        organisation.setdefault("naam", "-")
    try:
        return Profile.model_validate(rest)
    except ValidationError:
        return None


def _remove(data: Any, loc: Loc) -> None:  # noqa: ANN401 - nested data
    """Takes a value away; an item of a list takes the list with it, because the indexes after it would shift."""
    parent: Any = None
    for depth, part in enumerate(loc[:-1]):
        if isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        elif isinstance(data, dict) and part in data:
            parent = (data, part)
            data = data[part]
        else:
            return
        if isinstance(data, list) and depth == len(loc) - 2:
            parent[0].pop(parent[1], None)
            return
    if isinstance(data, dict) and loc:
        data.pop(loc[-1], None)
