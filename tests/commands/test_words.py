"""What the command line says itself, click's own words included, is Dutch."""

from __future__ import annotations

import re
import string
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import policygen as package

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from babel.messages import Catalog

    from tests.commands.conftest import Ran

FOLDER = Path(package.__file__).parent / "locale" / "nl" / "LC_MESSAGES"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
COMMANDS = ["new", "check", "generate", "batch", "fill", "templates", "schema"]
MISTAKES = [
    [],
    ["generat"],
    ["--nee"],
    ["new", "--nee"],
    ["check"],
    ["check", "--prof"],
    ["generate"],
    ["generate", "a", "b"],
    ["generate", "a", "b", "c"],
    ["generate", "a", "--forse"],
    ["generate", "a", "--force=ja"],
    ["generate", "a", "-d"],
    ["generate", "a", "-d", "vise"],
    ["generate", "a", "--datum", "morgen"],
    ["new", "--sector", "ouderenzrg"],
    ["new", "--land", "DE"],
    ["schema", "x"],
]


@pytest.fixture
def cli(policygen: Callable[..., Ran]) -> click.Group:
    """The commands, as they are once the program speaks Dutch."""
    policygen("--version")
    from policygen.commands.cli import cli as group

    return group


def catalogue() -> Catalog:
    with (FOLDER / "policygen.po").open("rb") as file:
        return read_po(file, locale="nl", abort_invalid=True)


def placeholders(text: str) -> set[str]:
    """The names in `{name!r}` and `%(name)s`."""
    braces = {name for _, name, _, _ in string.Formatter().parse(text) if name} if "%(" not in text else set()
    return braces | set(re.findall(r"%\((\w+)\)", text))


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """The singular and the plural, or the one text there is."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{2,}", re.sub(r"\{.*?\}|%\(\w+\)s", " ", text).lower()))


def english() -> set[str]:
    """Words that click says in English and that are no Dutch words of ours."""
    found: set[str] = set()
    dutch: set[str] = {"help", "version", "open", "be"}  # --help, --version, `open` in both languages, Belgium
    for message in catalogue():
        found |= {word for text in forms(message.id) for word in words(text)}
        dutch |= {word for text in forms(message.string) for word in words(text)}
    return (found - dutch) | {"text", "path", "file", "integer", "boolean", "args"}


class DescribeTheCatalogue:
    def it_translates_every_message_of_the_click_that_is_installed(self) -> None:
        known = {forms(message.id): forms(message.string) for message in catalogue()}
        missing = []
        found = extract_from_dir(str(Path(click.__file__).parent), [("**.py", "python")], keywords=KEYWORDS)
        for file, line, text, _, _ in found:
            translated = known.get(forms(text), ())
            if not translated or not all(translated):
                missing.append(f"{file}:{line}: {text!r}")
        assert len(known) > 50
        assert missing == []

    def it_keeps_every_placeholder(self) -> None:
        for message in catalogue():
            english_names = [placeholders(text) for text in forms(message.id)]
            dutch_names = [placeholders(text) for text in forms(message.string)]
            assert dutch_names[-1] == english_names[-1], message.id
            assert dutch_names[0] <= english_names[0] | english_names[-1], message.id

    def it_is_compiled(self) -> None:
        fresh = BytesIO()
        write_mo(fresh, catalogue())
        fresh.seek(0)
        with (FOLDER / "policygen.mo").open("rb") as file:
            compiled = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
        expected = GNUTranslations(fresh)._catalog  # type: ignore[attr-defined]
        assert {key: text for key, text in compiled.items() if key} == {
            key: text for key, text in expected.items() if key
        }


class DescribeTheCommandLine:
    @pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
    def it_helps_in_dutch(self, policygen: Callable[..., Ran], command: list[str]) -> None:
        ran = policygen(*command, "--help")
        assert ran.code == 0
        assert ran.err == ""
        assert ran.out.startswith("Gebruik: policygen")
        assert "Opties:" in ran.out
        assert words(ran.out) & english() == set()

    @pytest.mark.parametrize("arguments", MISTAKES, ids=" ".join)
    @pytest.mark.parametrize("locale", ["C", "en_US.UTF-8", "de_DE.UTF-8", ""])
    def it_complains_in_dutch_whatever_the_language_of_the_computer(
        self, policygen: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, locale: str, arguments: list[str]
    ) -> None:
        for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
            monkeypatch.setenv(name, locale)
        ran = policygen(*arguments)
        assert ran.code == 2
        assert ran.out == ""
        assert re.search(r"^(Gebruik|Fout): ", ran.err)
        assert words(ran.err) & english() == set()

    def it_lists_every_command_with_a_whole_sentence(self, policygen: Callable[..., Ran], cli: click.Group) -> None:
        assert sorted(cli.commands) == sorted(COMMANDS)
        out = policygen("--help").out
        assert "..." not in out.partition("Opdrachten:")[2]
        for command in cli.commands.values():
            assert command.get_short_help_str(99).endswith(".")
            assert f"{command.name} " in out

    def it_explains_every_option_and_argument(self, cli: click.Group) -> None:
        for command in cli.commands.values():
            for parameter in command.params:
                assert isinstance(parameter, click.Option | click.Argument)
                assert parameter.help, (command.name, parameter.name)
                assert parameter.help.endswith(".")

    @pytest.mark.parametrize(
        ("arguments", "meant"),
        [
            (["generat"], "Bedoelt u 'generate'?"),
            (["generate", "a", "--forse"], "Bedoelt u '--force'?"),
            (["generate", "a", "-d", "vise"], "Bedoelt u 'visie'?"),
            (["new", "--sector", "ouderenzrg"], "Bedoelt u 'ouderenzorg'?"),
            (["new", "--land", "DE"], "Kies uit: NL, BE."),
            (["generate", "a", "--datum", "31-02-2026"], "Schrijf bijvoorbeeld 2026-11-23."),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else value,
    )
    def it_says_what_you_may_have_meant(self, policygen: Callable[..., Ran], arguments: list[str], meant: str) -> None:
        ran = policygen(*arguments)
        assert ran.code == 2
        assert meant in ran.err

    def it_tells_its_version(self, policygen: Callable[..., Ran]) -> None:
        assert policygen("--version").out == f"policygen, versie {package.__version__}\n"
