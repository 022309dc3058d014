"""Sets up policygen in `.venv` and starts it, in one line that is the same in every shell on every system.

python start.py          install, and make the documents of examples/veldermaat in uit/
python start.py test     install for development, and run the tests that are not slow
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
UPGRADE = ["-m", "pip", "install", "--quiet", "--upgrade", "pip"]  # an old pip fails behind a company's own certificate
JOBS = {
    "": [
        UPGRADE,
        ["-m", "pip", "install", "--quiet", "--editable", "."],
        ["-m", "policygen", "generate", "examples/veldermaat/profiel.yaml", "-o", "uit"],
    ],
    "test": [
        UPGRADE,
        ["-m", "pip", "install", "--quiet", "--editable", ".[dev]"],
        ["-m", "pytest", "-q", "-n", "auto"],
    ],
}


def main() -> int:
    """Runs the steps of one job until one fails."""
    job = JOBS.get(" ".join(sys.argv[1:]))
    if job is None:
        print(__doc__)
        return 2
    if not PYTHON.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    for step in job:
        print("+", PYTHON.relative_to(ROOT), *step, flush=True)
        code = subprocess.run([PYTHON, *step], cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
