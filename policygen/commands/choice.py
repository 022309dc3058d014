"""A choice whose values are looked up only when somebody chooses, so that `--help` stays quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from click.shell_completion import CompletionItem


class LazyChoice(click.ParamType[str]):
    """One of the values that a function gives.

    Args:
        values: Gives the allowed values.
    """

    name = "keuze"

    def __init__(self, values: Callable[[], Sequence[str]]) -> None:
        self._values = values

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Accepts one of the values, in upper or lower case; names the nearest one otherwise."""
        values = self._values()
        for allowed in values:
            if value.casefold() == allowed.casefold():
                return allowed
        from difflib import get_close_matches

        close = get_close_matches(value.casefold(), values, n=1)
        meant = f" Bedoelt u {close[0]!r}?" if close else ""
        raise click.BadParameter(f"{value!r} bestaat niet.{meant} Kies uit: {', '.join(values)}.", ctx, param)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        """Completes the values after Tab."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(value) for value in self._values() if value.startswith(incomplete)]
