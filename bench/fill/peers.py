"""Installs the tools that cannot share this environment, in a folder of their own, and starts the workers."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any, cast

from bench.fill import material

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CACHE = ROOT / "bench" / ".cache"
JAVASCRIPT = {"docxtemplater": material.MUSTACHE, "carbone": material.CARBONE}
PACKAGES = ("docxtemplater@3.71.0", "pizzip@3.2.0", "carbone@3.8.2")
NG = "docxtpl-ng==0.2.0"


class Worker:
    """One tool in its own long-lived process."""

    def __init__(self, tool: str, template: bytes, data: list[dict[str, Any]], folder: Path) -> None:
        self.tool = tool
        self._folder = folder / tool
        self._folder.mkdir(parents=True)
        (self._folder / "template.docx").write_bytes(template)
        (self._folder / "data.json").write_text(json.dumps(data), encoding="utf-8")
        self._process = subprocess.Popen(
            [*_command(tool), str(self._folder), *([str(CACHE)] if tool in JAVASCRIPT else [])],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._jobs, self._answers = cast("IO[str]", self._process.stdin), cast("IO[str]", self._process.stdout)

    def fill(self, start: int, stop: int, *, keep: bool = False) -> dict[str, float]:
        """Fills the data sets from `start` to `stop`; gives seconds, bytes and peak memory."""
        path = self.document if keep else None
        job = json.dumps({"from": start, "to": stop, "save": str(path) if path else None})
        self._jobs.write(job + "\n")
        self._jobs.flush()
        answer: dict[str, float] = json.loads(self._answers.readline())
        return answer

    @property
    def document(self) -> Path:
        """Where the last document of a job goes that keeps it."""
        return self._folder / "out.docx"

    def close(self) -> None:
        """Ends the process."""
        self._jobs.close()
        self._process.wait()


def available() -> dict[str, str]:
    """Installs what is missing; gives the version of every peer that can run here."""
    found = {"docxtpl": version("docxtpl"), "python-docx": version("python-docx")}
    python = _ng_python()
    if not python.exists():
        venv.create(CACHE / "ng", with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", NG], check=True)
    found["docxtpl-ng"] = NG.partition("==")[2]
    if shutil.which("node") and shutil.which("npm"):
        if not (CACHE / "node_modules").exists():
            npm = shutil.which("npm") or "npm"
            subprocess.run([npm, "install", "--silent", "--no-save", "--prefix", str(CACHE), *PACKAGES], check=True)
        found |= dict(package.split("@") for package in PACKAGES)
    return found


def syntax(tool: str) -> material.Syntax:
    """The syntax of a tool's template."""
    return JAVASCRIPT.get(tool, material.JINJA)


def _ng_python() -> Path:
    return CACHE / "ng" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _command(tool: str) -> list[str]:
    if tool in JAVASCRIPT:
        return ["node", str(HERE / "worker.js"), tool]
    python = str(_ng_python()) if tool == "docxtpl-ng" else sys.executable
    return [python, "-m", "bench.fill.worker", tool]
