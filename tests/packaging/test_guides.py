"""HANDLEIDING.md and README.md say what is true."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from policygen import report, schema
from policygen.commands.boundary import run

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "HANDLEIDING.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = [
    (kind, [line.strip() for line in body.strip().splitlines()])
    for kind, body in re.findall(r"^ *```(\w*)\n(.*?)^ *```$", GUIDE, re.MULTILINE | re.DOTALL)
]
COMMANDS = [line for kind, lines in BLOCKS if not kind for line in lines]


class DescribeTheGuide:
    def it_has_only_commands_that_work(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert len(COMMANDS) > 8
        for line in COMMANDS:
            program, *arguments = shlex.split(line)
            assert program == "policygen"
            assert run(arguments) == 0, (line, capsys.readouterr())
        made = {path.name for path in (tmp_path / "Documenten De Linde").glob("*.docx")}
        assert any("_visie_" in name for name in made)

    def it_names_every_command_and_every_option(self) -> None:
        assert run(["--version"]) == 0
        from policygen.commands.cli import cli

        for command in cli.commands.values():
            assert any(line.startswith(f"policygen {command.name}") for line in COMMANDS), command.name
            for parameter in command.params:
                if parameter.param_type_name == "option":
                    assert any(option in GUIDE for option in parameter.opts), parameter.opts

    def it_tells_how_to_complete_in_every_shell_that_click_knows(self) -> None:
        from click.shell_completion import _available_shells

        for shell in _available_shells:
            assert f"{shell}_source" in GUIDE

    def it_quotes_messages_that_exist(self) -> None:
        sources = "".join(
            path.read_text(encoding="utf-8")
            for path in (ROOT / "policygen").rglob("*")
            if path.suffix in {".py", ".po"}
        )
        for message in (
            "is gewijzigd of niet door policygen gemaakt",
            "is geopend in Word",
            "is alleen-lezen",
            "u mag hier niet schrijven",
            "er is geen ruimte meer op de schijf",
            "policygen is in deze map al bezig",
            "let op: ",
            "zet aanhalingstekens",
            "onbekend veld",
            "bestand niet gevonden",
            "en niet in UTF-8",
            "er ging iets mis in policygen zelf",
        ):
            assert message.lower() in GUIDE.lower()
            assert message.lower() in sources.lower(), message

    def it_holds_the_reference_table_of_the_models(self) -> None:
        begin, end = "<!-- begin: sleutels -->\n", "<!-- einde: sleutels -->"
        assert GUIDE.partition(begin)[2].partition(end)[0].strip() == schema.reference_table().strip()

    def it_uses_the_words_of_the_report(self) -> None:
        assert "geweigerd" in report._STATES
        assert "`geweigerd`" in GUIDE


class DescribeTheReadme:
    def it_sends_dutch_readers_to_the_guide(self) -> None:
        assert README.splitlines()[0] == "Nederlands: zie HANDLEIDING.md"

    def it_points_at_files_that_exist(self) -> None:
        for name in ("LICENSE", "HANDLEIDING.md", "start.py", "examples/veldermaat/profiel.yaml", "docs/pagina.png"):
            assert (ROOT / name).exists(), name
        for picture in re.findall(r"!\[.*?\]\((.*?)\)", README):
            assert (ROOT / picture).is_file()

    @pytest.mark.parametrize("job", ["", "test"])
    def it_gives_set_up_commands_that_start_py_knows(self, job: str) -> None:
        import importlib.util

        spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
        assert spec is not None
        assert spec.loader is not None
        start = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(start)
        assert f"python start.py {job}".strip() in README.splitlines()
        assert any(line.endswith(f"python3 start.py {job}".rstrip()) for line in README.splitlines())
        assert next(step[:2] for step in start.JOBS[job]) == ["-m", "pip"]
        assert set(start.JOBS) == {"", "test"}


class DescribeTheProject:
    def it_asks_for_the_python_that_the_readme_names(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        assert project["requires-python"] == ">=3.11"
        assert "Python 3.11 or later" in README
        assert "3.11 of nieuwer" in GUIDE

    def it_has_layers_for_every_module(self) -> None:
        """import-linter is exhaustive too; this says so without running it."""
        config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
        named = {name.strip() for layer in layers for name in layer.split("|")}
        modules = {
            path.stem
            for path in (ROOT / "policygen").iterdir()
            if (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").is_file()
        }
        assert modules == named
