"""The one place where an error becomes a Dutch message and an exit code."""

from __future__ import annotations

import gettext
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from policygen.errors import OutputError, PolicygenError
from policygen.interrupt import STOPPED, Interrupted

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOCALE = Path(__file__).parent.parent / "locale"
_USAGE, _INTERNAL, _INTERRUPTED = 2, 70, 130
_NO_OUTPUT = (
    "De uitvoer is nergens te schrijven: de schijf is vol of de uitvoer is gesloten. "
    "Geef een andere plek op. Wat al klaar was, is heel."
)


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
        if sys.stdout is None and not code:
            _say(_NO_OUTPUT)
            return OutputError.exit_code
    except (click.Abort, KeyboardInterrupt) as error:
        _say(_interrupted(error.__cause__ if isinstance(error, click.Abort) else error))
        return _INTERRUPTED
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        return _USAGE
    except PolicygenError as error:
        _say(str(error))
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - a user gets a sentence, whatever went wrong
        return _unexpected(error, debug="--debug" in (sys.argv[1:] if arguments is None else arguments))
    return code if isinstance(code, int) else 0


def _unexpected(error: Exception, *, debug: bool) -> int:
    """Tells of a bug, or of output that has nowhere to go."""
    if isinstance(error, OSError) and _while_printing(error):
        # Python would try once more at the very end, and complain in English.
        with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        _say(_NO_OUTPUT)
        return OutputError.exit_code
    if debug:
        import traceback

        traceback.print_exception(error)
    _say(
        f"Er ging iets mis in policygen zelf ({type(error).__name__}: {error}). Uw bestanden zijn heel. "
        "Draai de opdracht opnieuw als 'policygen --debug ...' en stuur de uitvoer mee als u dit meldt."
    )
    return _INTERNAL


def _interrupted(error: BaseException | None) -> str:
    """Tells how far the work had come, where that was counted."""
    if not isinstance(error, Interrupted):
        return STOPPED
    rest = " Draai de opdracht opnieuw voor de rest." if error.done < error.total else ""
    return f"Afgebroken: {error.done} van {error.total} {error.what}. Wat al klaar was, is heel.{rest}"


def _say(message: str) -> None:
    """Tells it to who still listens."""
    import click

    with suppress(OSError):
        click.echo(message, err=True)


def _while_printing(error: OSError) -> bool:
    """Whether the error comes out of the function that prints everything."""
    import click

    inner = error.__traceback__
    while inner is not None and inner.tb_next is not None:
        inner = inner.tb_next
    return inner is not None and inner.tb_frame.f_code is click.echo.__code__


def _speak_dutch() -> None:
    """Gives click its own words in Dutch, whatever language the computer has; it takes them from gettext."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("policygen", str(_LOCALE))
    gettext.textdomain("policygen")


def _never_stop_on_a_letter() -> None:
    """A letter that the console of an older Windows does not have becomes a question mark."""
    with suppress(AttributeError):  # no console at all, or one that a test put in its place
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
