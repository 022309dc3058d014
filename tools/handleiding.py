"""Writes the table of all keys in HANDLEIDING.md from the models; a test keeps the two equal."""

from __future__ import annotations

from pathlib import Path

from policygen.schema import reference_table

GUIDE = Path(__file__).parent.parent / "HANDLEIDING.md"
BEGIN, END = "<!-- begin: sleutels -->\n", "<!-- einde: sleutels -->"


def main() -> None:
    """Puts a fresh table between the two markers."""
    before, _, rest = GUIDE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    GUIDE.write_text(f"{before}{BEGIN}{reference_table().strip()}\n{END}{after}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
