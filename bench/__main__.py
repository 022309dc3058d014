"""`python -m bench fill`: runs a benchmark and prints its table in Markdown."""

from __future__ import annotations

import sys

from bench import batch, many, rules, start
from bench.fill import run

BENCHMARKS = {"start": start.main, "fill": run.main, "rules": rules.main, "batch": batch.main, "many": many.main}


def main() -> int:
    """Runs the benchmark that is named on the command line."""
    name = " ".join(sys.argv[1:])
    if name not in BENCHMARKS:
        print(__doc__, "Benchmarks:", ", ".join(BENCHMARKS))
        return 2
    BENCHMARKS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
