from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from policygen import errors, schema
from policygen.commands import boundary
from tests.support.program import started

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commands.conftest import Ran

HEAVY = {"pydantic", "lxml", "jinja2", "yaml", "docx", "filelock", "isal"}


def fail_with(error: BaseException) -> Callable[..., str]:
    def fail(*_: object, **__: object) -> str:
        raise error

    return fail


class DescribeTheBoundary:
    @pytest.mark.parametrize(
        ("kind", "code"),
        [
            (errors.UsageError, 2),
            (errors.ProfileError, 3),
            (errors.TemplateError, 4),
            (errors.OutputError, 5),
        ],
    )
    def it_prints_all_problems_on_stderr_and_gives_the_exit_code_of_the_error(
        self,
        policygen: Callable[..., Ran],
        monkeypatch: pytest.MonkeyPatch,
        kind: type[errors.PolicygenError],
        code: int,
    ) -> None:
        problems = (errors.Problem("a.yaml", "fout een", 3, 7), errors.Problem("a.yaml", "fout twee", hint="Kijk."))
        monkeypatch.setattr(schema, "starter", fail_with(kind(*problems)))
        ran = policygen("new")
        assert (ran.code, ran.out) == (code, "")
        assert ran.err == "a.yaml:3:7: fout een\na.yaml: fout twee. Kijk.\n"

    def it_turns_a_bug_into_one_dutch_sentence(
        self, policygen: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(schema, "starter", fail_with(KeyError("sleutel")))
        ran = policygen("new")
        assert ran.code == 70
        assert ran.err.startswith("Er ging iets mis in policygen zelf (KeyError: 'sleutel').")
        assert "Traceback" not in ran.err

    def it_shows_the_traceback_of_a_bug_with_debug(
        self, policygen: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(schema, "starter", fail_with(KeyError("sleutel")))
        ran = policygen("--debug", "new")
        assert ran.code == 70
        assert "Traceback" in ran.err

    def it_takes_an_error_of_a_file_for_a_bug_and_not_for_a_full_disk(
        self, policygen: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(schema, "starter", fail_with(OSError(28, "No space left on device")))
        ran = policygen("new")
        assert (ran.code, ran.err.startswith("Er ging iets mis in policygen zelf (OSError: ")) == (70, True)

    def it_ends_with_130_on_an_interrupt_that_click_lets_through(
        self, policygen: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("policygen.commands.cli.cli.main", fail_with(KeyboardInterrupt()))
        ran = policygen("new")
        assert (ran.code, ran.err) == (130, "Afgebroken. Wat al klaar was, is heel.\n")

    def it_tells_of_an_interrupt_of_the_report_that_all_was_written(
        self, policygen: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        (tmp_path / "p.yaml").write_text("organisatie: {naam: De Linde, land: NL}\n", encoding="utf-8")
        monkeypatch.setattr("policygen.report.generated", fail_with(KeyboardInterrupt()))
        ran = policygen("generate", "p.yaml", "-d", "visie")
        told = "Afgebroken: 1 van 1 documenten geschreven. Wat al klaar was, is heel.\n"
        assert (ran.code, ran.err.lstrip("\n")) == (130, told)

    def it_ends_with_130_on_an_interrupt(self, policygen: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(schema, "starter", fail_with(KeyboardInterrupt()))
        ran = policygen("new")
        assert ran.code == 130
        assert "Afgebroken" in ran.err
        assert "Traceback" not in ran.err

    @pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking")
    def it_ends_with_130_when_it_is_asked_to_stop(self, tmp_path: Path) -> None:
        script = (
            "import os, signal; from policygen import schema, __main__\n"
            f"schema.starter = lambda **_: os.kill(os.getpid(), {signal.SIGTERM.value})\n"
            "raise SystemExit(__main__.main())"
        )
        ran = started("-c", script, "new", folder=tmp_path)
        assert ran.returncode == 130
        assert ran.stderr.strip() == b"Afgebroken. Wat al klaar was, is heel."


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking, and has no /dev/full")
class DescribeAnInterrupt:
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    @pytest.mark.parametrize("moment", ["policygen.commands.boundary", "policygen.commands.cli", "pydantic", "click"])
    def it_ends_with_130_while_the_program_is_still_loading(
        self, tmp_path: Path, number: signal.Signals, moment: str
    ) -> None:
        (tmp_path / "x.yaml").write_text("organisatie: {naam: De Linde}\n", encoding="utf-8")
        script = (
            "import os, sys\n"
            "class Interrupt:\n"
            "    def find_spec(self, name, path=None, target=None):\n"
            f"        if name == {moment!r}: os.kill(os.getpid(), {number.value})\n"
            "from policygen import __main__\n"
            "sys.meta_path.insert(0, Interrupt())\n"
            "raise SystemExit(__main__.main())"
        )
        ran = started("-c", script, "check", "x.yaml", folder=tmp_path)
        assert (ran.returncode, ran.stdout) == (130, b"")
        assert ran.stderr.strip() == b"Afgebroken. Wat al klaar was, is heel."

    def it_ends_with_130_where_python_would_end_otherwise(self, tmp_path: Path) -> None:
        # An interrupt while Python reads a string of code counts as one that nobody dealt with.
        (tmp_path / "sitecustomize.py").write_text(
            "import os; from policygen import schema\n"
            f"schema.starter = lambda **_: eval('os.kill(os.getpid(), {signal.SIGINT.value})')\n",
            encoding="utf-8",
        )
        paths = os.pathsep.join([str(tmp_path), str(Path(boundary.__file__).parents[2])])
        assert started("-m", "policygen", "new", folder=tmp_path, PYTHONPATH=paths).returncode == 130

    def it_leaves_an_interrupt_alone_that_is_to_be_ignored(self, tmp_path: Path) -> None:
        script = (
            "import os, signal; from policygen import __main__, schema; starter = schema.starter\n"
            "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
            f"schema.starter = lambda **_: os.kill(os.getpid(), {signal.SIGINT.value}) or starter()\n"
            "raise SystemExit(__main__.main())"
        )
        assert started("-c", script, "new", folder=tmp_path).returncode == 0

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def it_keeps_its_exit_code_when_all_is_done(self, tmp_path: Path, number: signal.Signals) -> None:
        script = (
            "import atexit, os; from policygen import __main__\n"
            f"atexit.register(os.kill, os.getpid(), {number.value})\n"
            "raise SystemExit(__main__.main())"
        )
        ran = started("-c", script, "new", folder=tmp_path)
        assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
class DescribeOutputThatGoesNowhere:
    MESSAGE = (
        "De uitvoer is nergens te schrijven: de schijf is vol of de uitvoer is gesloten. "
        "Geef een andere plek op. Wat al klaar was, is heel.\n"
    )

    @pytest.mark.parametrize("redirection", ["> /dev/full", ">&-"])
    @pytest.mark.parametrize("command", ["schema", "--help", "new", "check x.yaml", "generate x.yaml -d visie"])
    def it_says_so(self, tmp_path: Path, command: str, redirection: str) -> None:
        (tmp_path / "x.yaml").write_text("organisatie: {naam: De Linde, land: NL}\n", encoding="utf-8")
        ran = shell(f"{command} {redirection}", tmp_path)
        assert (ran.returncode, ran.stderr.decode()) == (5, self.MESSAGE)

    @pytest.mark.parametrize("command", ["check weg.yaml", "check x.yaml", "--nee"])
    def it_keeps_its_exit_code_when_nobody_hears_the_mistakes(self, tmp_path: Path, command: str) -> None:
        (tmp_path / "x.yaml").write_text("organisatie: {nam: De Linde}\n", encoding="utf-8")
        code = 2 if command == "--nee" else 3
        for redirection in ("2> /dev/full", "2>&-"):
            assert shell(f"{command} {redirection}", tmp_path).returncode == code

    def it_is_quiet_when_the_reader_of_a_pipe_is_gone(self, tmp_path: Path) -> None:
        for command in ("schema", "--help", "check weg.yaml 2>&1"):
            ran = shell(f"{command} | true", tmp_path)
            assert (ran.stdout, ran.stderr) == (b"", b"")


def shell(arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    root = Path(boundary.__file__).parents[2]
    return subprocess.run(
        f"'{sys.executable}' -m policygen {arguments}",
        shell=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        check=False,
    )


class DescribeTheProcess:
    def it_runs_as_a_module(self, tmp_path: Path) -> None:
        ran = started("-m", "policygen", "--help", folder=tmp_path)
        assert ran.returncode == 0
        assert ran.stdout.startswith(b"Gebruik: policygen [OPTIES] OPDRACHT")

    def it_gives_its_exit_code_to_the_shell(self, tmp_path: Path) -> None:
        ran = started("-m", "policygen", "check", "bestaat-niet.yaml", folder=tmp_path)
        assert ran.returncode == 3
        assert ran.stdout == b""
        assert b"bestaat-niet.yaml" in ran.stderr

    def it_imports_nothing_heavy_for_help(self, tmp_path: Path) -> None:
        script = (
            "import json, sys; from policygen.commands.boundary import run\n"
            "code = run(['--help']); print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
        )
        ran = started("-c", script, folder=tmp_path)
        modules = set(json.loads(ran.stderr))
        assert modules & HEAVY == set()
        assert {name for name in modules if name.startswith("policygen.")} <= {
            "policygen.errors",
            "policygen.interrupt",
            "policygen.commands",
            *(
                f"policygen.commands.{name}"
                for name in (
                    *("boundary", "cli", "choice", "new", "check", "generate", "schema", "today", "fill", "templates"),
                    *("paths", "batch", "options"),
                )
            ),
        }

    @pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
    def it_survives_a_console_without_the_letters(self, tmp_path: Path, encoding: str) -> None:
        (tmp_path / "x.yaml").write_text("organisatie:\n  naam: Żółw Yılmaz 🙂\n  land: NL\n", encoding="utf-8")
        for arguments in (["check", "x.yaml"], ["check", "Yılmaz-🙂.yaml"], ["new", "Yılmaz-🙂.yaml"], ["schema"]):
            ran = started("-m", "policygen", *arguments, folder=tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
            assert ran.returncode in {0, 3}, ran.stderr
            assert b"Traceback" not in ran.stderr

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
    def it_completes_commands_in_every_shell(self, tmp_path: Path, shell: str) -> None:
        source = started("-m", "policygen", folder=tmp_path, _POLICYGEN_COMPLETE=f"{shell}_source")
        assert source.returncode == (1 if shell == "bash" and not _has("bash") else 0)
        assert b"policygen" in source.stdout
        word = "ge" if shell == "fish" else "1"  # the word itself, or its number
        asked = {"_POLICYGEN_COMPLETE": f"{shell}_complete", "COMP_WORDS": "policygen ge", "COMP_CWORD": word}
        ran = started("-m", "policygen", folder=tmp_path, **asked)
        assert b"generate" in ran.stdout

    def it_completes_documents(self, tmp_path: Path) -> None:
        words = "policygen generate x -d v"
        asked = {"_POLICYGEN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "4"}
        ran = started("-m", "policygen", folder=tmp_path, **asked)
        assert ran.stdout.split() == [b"plain,vacature", b"plain,visie"]

    def it_completes_ready_profiles(self, tmp_path: Path) -> None:
        words = "policygen new --voorbeeld gg"
        asked = {"_POLICYGEN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "3"}
        ran = started("-m", "policygen", folder=tmp_path, **asked)
        assert ran.stdout.split() == [b"plain,ggz-be", b"plain,ggz-nl"]


def _has(program: str) -> bool:
    from shutil import which

    return which(program) is not None
