"""Contract: whatever happens to a profile, it is read or refused with a place; never anything else."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from policygen import generate, profile
from policygen.errors import ProfileError
from policygen.yaml_source import fast, text
from policygen.yaml_source.composer import compose

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).parents[2]
REAL: Final = (
    *sorted((ROOT / "tests" / "data").glob("*.yaml")),
    *sorted((ROOT / "tests" / "data" / "profielen").glob("*.yaml")),
    *sorted((ROOT / "profiles").glob("*.yaml")),
)
TOKENS: Final = (
    *(b"[]", b"{}", b'""', b"''", b"[", b"]", b"{", b"}", b"{x}", b":", b": ", b"- ", b"? ", b"#", b" #", b",", b"|"),
    *(b"&a", b"*a", b"!!str ", b"<<: ", b'"', b"'", b"\\", b"---\n", b"...\n", b"%YAML 1.1\n", b"{{ x }}", b"{% x %}"),
    *(b"null", b"~", b"INVULLEN", b"geen", b"ja", b"nee", b"NL", b"BE", b"definitief", b"niet_nodig", b"0", b"13"),
    *(b"2026-02-30", b"99999999999999999999", b"1e400", b".nan", b"x" * 300, b"../../x", b"CON", b"a\0b.png"),
    *(b'"\\u0001"', b'"\\ud800"', b'"\\ud83d\\ude00"', b"\t", b"\n", b"\r\n", b"\r", b"\0", b"\x85", b"\xff"),
    *(letter.encode("utf-8", "surrogatepass") for letter in "\x85\u2028\ufeff\ufffe\ud800\xa0\U000f0000\U000ffffd😀"),
)


def at_a_place(change: Callable[[random.Random, bytes], bytes]) -> Callable[[random.Random, bytes], bytes]:
    """Changes what comes after a place in the file."""

    def changed(chance: random.Random, data: bytes) -> bytes:
        place = chance.randrange(len(data) + 1)
        return data[:place] + change(chance, data[place:])

    return changed


def of_two_lines(change: Callable[[list[bytes], int, int], None]) -> Callable[[random.Random, bytes], bytes]:
    """Changes lines, given two of them."""

    def changed(chance: random.Random, data: bytes) -> bytes:
        lines = data.split(b"\n")
        change(lines, chance.randrange(len(lines)), chance.randrange(len(lines)))
        return b"\n".join(lines)

    return changed


def move_value(lines: list[bytes], one: int, other: int) -> None:
    lines[one] = lines[one].partition(b":")[0] + b":" + lines[other].partition(b":")[2]


def swap(lines: list[bytes], one: int, other: int) -> None:
    lines[one], lines[other] = lines[other], lines[one]


def cut(lines: list[bytes], one: int, other: int) -> None:
    del lines[min(one, other) : max(one, other)]


def new_value(chance: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    lines[place] = lines[place].partition(b": ")[0] + b": " + chance.choice(TOKENS)
    return b"\n".join(lines)


CHANGES: Final = (
    at_a_place(lambda chance, rest: bytes([chance.randrange(256)]) + rest),
    at_a_place(lambda chance, rest: bytes([chance.randrange(256)]) + rest[1:]),
    at_a_place(lambda chance, rest: rest[chance.randrange(1, 20) :]),
    at_a_place(lambda chance, rest: chance.choice(TOKENS) + rest),
    at_a_place(lambda _chance, _rest: b""),
    of_two_lines(lambda lines, one, _: lines.pop(one)),
    of_two_lines(lambda lines, one, other: lines.insert(other, lines[one])),
    of_two_lines(lambda lines, one, other: lines.__setitem__(one, b" " * (other % 5) + lines[one].lstrip())),
    of_two_lines(swap),
    of_two_lines(cut),
    of_two_lines(move_value),
    new_value,
)


def mutated(seed: int) -> bytes:
    """A real profile with one to six things done to it; the same for a seed every time."""
    chance = random.Random(seed)
    data = chance.choice(REAL).read_bytes()
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        data = chance.choice(CHANGES)(chance, data)
    return data


def read(path: Path, *, make: bool) -> str:
    """What came of a profile: `read` or `refused`; anything else is an error of this test."""
    try:
        loaded = profile.load(path)
        profile.open_lines(loaded)
    except ProfileError as error:
        assert any(not problem.warning for problem in error.problems)
        assert [problem for problem in error.problems if not problem.line or not problem.column] == []
        assert str(error).count("\n") == len(error.problems) - 1
        return "refused"
    if make:
        try:
            generate.preview(loaded, today=date(2026, 11, 23))
        except ProfileError as error:  # nothing may be open in what goes to a board
            assert [problem for problem in error.problems if not problem.where] == []
    decoded = text.read(path)
    composed = compose("p", decoded)
    assert [problem for problem in composed.problems if not problem.warning] == []
    with suppress(fast.Unusual):
        assert fast.construct(decoded) == composed.data
    return "read"


SEEDS: Final = [(0, 200, False), pytest.param(1000, 5000, True, marks=pytest.mark.slow)]


@pytest.mark.parametrize(("first", "number", "make"), SEEDS)
def it_is_read_or_refused_whatever_was_done_to_it(tmp_path: Path, first: int, number: int, make: bool) -> None:
    path = tmp_path / "p.yaml"
    found = []
    for seed in range(first, first + number):
        path.write_bytes(mutated(seed))
        try:
            found.append(read(path, make=make))
        except Exception as error:
            raise AssertionError(f"seed {seed}") from error
    assert found.count("refused") > number / 2
    assert found.count("read") > number / 20
