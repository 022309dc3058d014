"""The one place where an error becomes a Dutch message and an exit code."""

from __future__ import annotations

import gettext
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from policygen.errors import PolicygenError

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOCALE = Path(__file__).parent.parent / "locale"
_USAGE, _INTERNAL, _INTERRUPTED = 2, 70, 130


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code; never raises.

    Args:
        arguments: What was typed after `policygen`; by default what was really typed, with `*` expanded on Windows,
            where the shell does not do that.
    """
    _speak_dutch()
    _never_stop_on_a_letter()

    import click

    from policygen.commands.cli import cli

    try:
        code = cli.main(args=arguments, prog_name="policygen", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Afgebroken. Wat al klaar was, is heel.", err=True)
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return _USAGE
    except PolicygenError as error:
        click.echo(str(error), err=True)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - a user gets a sentence, whatever went wrong
        if "--debug" in (sys.argv[1:] if arguments is None else arguments):
            import traceback

            traceback.print_exc()
        click.echo(
            f"Er ging iets mis in policygen zelf ({type(error).__name__}: {error}). Uw bestanden zijn heel. "
            "Draai de opdracht opnieuw als 'policygen --debug ...' en stuur de uitvoer mee als u dit meldt.",
            err=True,
        )
        return _INTERNAL
    return code if isinstance(code, int) else 0


def _speak_dutch() -> None:
    """Gives click its own words in Dutch, whatever language the computer has; it takes them from gettext."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("policygen", str(_LOCALE))
    gettext.textdomain("policygen")


def _never_stop_on_a_letter() -> None:
    """A letter that the console of an older Windows does not have becomes a question mark."""
    with suppress(AttributeError):  # no console at all, or one that a test put in its place
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
