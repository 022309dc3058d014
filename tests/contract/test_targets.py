"""Contract: what may not be replaced stays and is named, and the other documents of the run are written."""

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
import unicodedata
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from policygen import profile
from policygen.generate import generate_documents
from policygen.ooxml.package import member, pack, read
from tests.contract.conftest import DAY, files
from tests.support.word import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.contract.conftest import Client

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no fork, and makes no symlinks and pipes for you")

STAYS = "is gewijzigd of niet door policygen gemaakt en blijft daarom staan"
REMEDY = "Bewaar uw versie onder een andere naam, of gebruik --force: dan komt er eerst een reservekopie."
AGAIN = "Probeer het daarna opnieuw."
OPEN = f"is geopend in Word of LibreOffice. Sluit het document. {AGAIN} Is het al dicht, verwijder dan"
NOBODY = {"user": 65534} if hasattr(os, "getuid") and os.getuid() == 0 else {}  # root may write anywhere


def edit_in_word(path: Path) -> None:
    document = docx.Document(io.BytesIO(path.read_bytes()))
    document.add_paragraph("Dit schreef ik zelf.")
    document.save(str(path))


def replace_by_a_directory(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "aantekeningen.txt").write_text("van mij", encoding="utf-8")


def replace_by_a_symlink(path: Path) -> None:
    elsewhere = path.with_name(f"elders-{path.name}")
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def replace_by_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "edited": (edit_in_word, f"{STAYS}. {REMEDY}"),
    "unknown": (lambda path: path.write_bytes(b"een ander bestand"), f"{STAYS}. {REMEDY}"),
    "read-only": (
        lambda path: path.chmod(0o444),
        f"is alleen-lezen. Haal dat kenmerk van het bestand af. {AGAIN}",
    ),
    "a directory": (replace_by_a_directory, "is een map. Geef die map een andere naam of kies een andere map."),
    "a symlink": (
        replace_by_a_symlink,
        "is een snelkoppeling (symlink). Haal de snelkoppeling weg of kies een andere map.",
    ),
    "a pipe": (replace_by_a_pipe, "is geen gewoon bestand. Kies een andere map."),
    "open in Word": (lambda path: path.with_name(f"~${path.name[2:]}").write_bytes(b"J. Jansen"), f"{OPEN} ~$"),
    "open in LibreOffice": (lambda path: path.with_name(f".~lock.{path.name}#").write_bytes(b""), f"{OPEN} .~lock."),
}
FORCED = {"edited", "unknown"}


def contents(folder: Path) -> dict[str, bytes | str]:
    """Every file in a folder and below, and what is no file by its kind."""
    found: dict[str, bytes | str] = {}
    for path in folder.rglob("*"):
        kind = "link" if path.is_symlink() else "folder" if path.is_dir() else "" if path.is_file() else "pipe"
        found[str(path.relative_to(folder))] = kind or path.read_bytes()
    return found


@pytest.fixture
def immutable() -> Iterator[Callable[[Path], None]]:
    """Makes a file or folder that even root cannot change, until the test is over."""
    made: list[Path] = []

    def fix(path: Path) -> None:
        done = subprocess.run(["chattr", "+i", str(path)], capture_output=True, check=False) if _chattr() else None
        if done is None or done.returncode:
            pytest.skip("this file system, or this user, cannot make a file immutable (chattr +i)")
        made.append(path)

    yield fix
    for path in made:
        subprocess.run(["chattr", "-i", str(path)], check=True)


def _chattr() -> str | None:
    return shutil.which("chattr")


class DescribeATargetThatMayNotBeReplaced:
    @pytest.mark.parametrize("force", [False, True])
    def it_stays_and_is_named_and_the_others_are_written(self, client: Client, tmp_path: Path, force: bool):
        out = tmp_path / "uit"
        client.stands("oud", out)
        documents = [out / name for name in sorted(client.made["oud"]) if name.endswith(".docx")]
        faulty = dict(zip(FAULTS, documents, strict=False))
        for name, path in faulty.items():
            FAULTS[name][0](path)
        before = contents(out)
        ended = client.generate("nieuw", out, *(["--force"] if force else []))
        assert ended.code == 5
        replaced = FORCED if force else set()
        told = ended.err.splitlines()
        assert len(told) == len(FAULTS) - len(replaced)
        for name in set(FAULTS) - replaced:
            assert [line for line in told if line.startswith(f"{faulty[name]}: {FAULTS[name][1]}")]
        expected = before | {name: data for name, data in client.again.items() if out / name not in faulty.values()}
        for path in (faulty[name] for name in replaced):
            expected[f"{path.stem}.bak-1.docx"] = before[path.name]
            expected[path.name] = client.again[path.name]
        assert contents(out) == expected

    def it_stays_when_it_is_immutable(self, client: Client, tmp_path: Path, immutable: Callable[[Path], None]):
        out = tmp_path / "uit"
        client.stands("oud", out)
        for path in (fixed := min(out.glob("*_visie_*.docx")), text := min(out.glob("*_lang.txt"))):
            immutable(path)
        edited = min(out.glob("*.docx"))
        edited.write_bytes(b"van mij")
        ended = client.generate("nieuw", out, "--force")
        told = "u mag hier niet schrijven. Kies een andere map met -o, of vraag schrijfrechten."
        assert (ended.code, ended.err) == (5, f"{fixed}: {told}\n{text}: {told}\n")
        stands = files(out)
        for path in (fixed, text):
            assert stands.pop(path.name) == client.made["oud"][path.name]
        assert stands.pop(f"{edited.stem}.bak-1.docx") == b"van mij"
        assert stands == {name: data for name, data in client.again.items() if name in stands}
        assert len(stands) == len(client.again) - 2

    def it_leaves_no_backup_of_an_edit_that_it_could_not_replace(
        self, client: Client, tmp_path: Path, immutable: Callable[[Path], None]
    ):
        out = tmp_path / "uit"
        client.stands("oud", out)
        edited = min(out.glob("*.docx"))
        edited.write_bytes(b"van mij")
        immutable(edited)
        assert client.generate("nieuw", out, "--force").code == 5
        assert files(out) == client.again | {edited.name: b"van mij"}

    def it_says_so_when_nobody_may_write_in_the_folder(self, client: Client):
        out = client.folder / "op slot"
        client.stands("oud", out)
        out.chmod(0o555)
        ended = client.generate("nieuw", Path(out.name), **NOBODY)
        told = f"{out.name}: u mag hier niet schrijven. Kies een andere map met -o, of vraag schrijfrechten.\n"
        assert (ended.code, ended.out, ended.err) == (5, "", told)
        assert files(out) == client.made["oud"]
        out.chmod(0o755)
        shutil.rmtree(out)

    def it_says_so_when_the_folder_is_immutable(
        self, client: Client, tmp_path: Path, immutable: Callable[[Path], None]
    ):
        out = tmp_path / "uit"
        client.stands("oud", out)
        immutable(out)
        ended = client.generate("nieuw", out)
        assert (ended.code, ended.out, ended.err.startswith(f"{out}: u mag hier niet schrijven.")) == (5, "", True)
        assert files(out) == client.made["oud"]

    def it_writes_in_a_folder_that_it_may_not_list(self, client: Client):
        out = client.folder / "blind"
        out.mkdir()
        out.chmod(0o333)
        ended = client.generate("nieuw", Path(out.name), **NOBODY)
        out.chmod(0o755)
        assert (ended.code, ended.err) == (0, "")
        assert files(out) == client.made["nieuw"]
        shutil.rmtree(out)

    def it_names_files_of_somebody_else(self, client: Client):
        if not NOBODY:
            pytest.skip("needs root, to be somebody else")
        out = client.folder / "van een ander"
        client.stands("oud", out)
        out.chmod(0o777)
        secret, fixed = sorted(out.glob("*.docx"))[:2]
        secret.chmod(0o600)
        fixed.chmod(0o444)
        ended = client.generate("nieuw", Path(out.name), **NOBODY)
        assert ended.code == 5
        names = [line.partition(": ")[0] for line in ended.err.splitlines()]
        assert names == [f"{out.name}/{secret.name}", f"{out.name}/{fixed.name}"]
        kept = {path.name: client.made["oud"][path.name] for path in (secret, fixed)}
        assert files(out) == client.again | kept
        shutil.rmtree(out)

    @pytest.mark.parametrize("command", ["fill --force", "templates copy --force", "new"])
    def it_stays_whatever_the_command(self, client: Client, tmp_path: Path, command: str):
        (client.folder / "brief.docx").write_bytes(word("{{ organisatie.naam }}"))
        verb, _, force = command.partition(" --")
        client.program.run("fill", "brief.docx", "nieuw.yaml", "-o", str(tmp_path / "brief.docx"))
        own = (tmp_path / "brief.docx").read_bytes()
        for name, (fault, _) in FAULTS.items():
            folder = tmp_path / name
            folder.mkdir()
            target = folder / "visie.docx"
            target.write_bytes(own)
            fault(target)
            before = contents(folder)
            arguments = {"fill": ["brief.docx", "oud.yaml", "-o", str(target)], "new": [str(target)]}
            options = arguments.get(verb, [str(folder)])
            ended = client.program.run(*verb.split(), *options, *(["--force"] if force else []))
            after = contents(folder)
            if force and name in FORCED:
                assert (ended.code, ended.err) == (0, "")
                assert after["visie.bak-1.docx"] == before["visie.docx"]
            else:
                assert ended.code == 5
                assert ended.err.startswith(f"{target}: ")
                assert ended.err.count("\n") == 1
                assert before.items() <= after.items()
            if verb == "templates copy":
                assert "huisstijl/standaard.docx" in after

    def it_does_not_hang_on_a_pipe_among_its_own_files(self, client: Client, tmp_path: Path):
        for name in (".policygen.json", ".policygen.lock"):
            out = tmp_path / name
            out.mkdir()
            os.mkfifo(out / name)
            ended = client.generate("nieuw", out)
            assert (ended.code, ended.err) == (5, f"{out / name}: is geen gewoon bestand. Kies een andere map.\n")

    @pytest.mark.parametrize("name", [".policygen.json", ".policygen.lock"])
    def it_does_not_write_through_a_symlink_among_its_own_files(self, client: Client, tmp_path: Path, name: str):
        out = tmp_path / "uit"
        out.mkdir()
        (tmp_path / "elders").write_bytes(b"van mij")
        (out / name).symlink_to(tmp_path / "elders")
        ended = client.generate("nieuw", out)
        assert (ended.code, ended.err.startswith(f"{out / name}: is een snelkoppeling")) == (5, True)
        assert (tmp_path / "elders").read_bytes() == b"van mij"

    def it_writes_the_documents_where_the_texts_cannot_be_remembered(self, client: Client, tmp_path: Path):
        out = tmp_path / "uit"
        (out / ".policygen.json").mkdir(parents=True)
        ended = client.generate("nieuw", out)
        told = f"{out / '.policygen.json'}: is een map. Geef die map een andere naam of kies een andere map.\n"
        assert (ended.code, ended.err) == (5, told)
        assert ended.out.count(" geweigerd  ") == 4
        assert {path.name for path in out.glob("*.*")} - {".policygen.json"} == {
            name for name in client.made["nieuw"] if name.endswith(".docx")
        }


class DescribeReruns:
    @pytest.mark.parametrize(
        "rounds", [pytest.param(10, id="some"), pytest.param(100, marks=pytest.mark.slow, id="a hundred")]
    )
    def it_loses_no_edit(self, client: Client, tmp_path: Path, rounds: int):
        loaded = {name: profile.load(client.folder / f"{name}.yaml") for name in ("oud", "nieuw")}
        drawn = random.Random(rounds)
        edits: set[bytes] = set()
        for number in range(rounds):
            generate_documents(
                loaded[drawn.choice(["oud", "nieuw"])],
                tmp_path,
                today=date.fromisoformat(DAY),
                force=drawn.random() < 0.3,
            )
            assert edits <= set(files(tmp_path).values())
            for name in drawn.sample(sorted(set(client.made["oud"]) - {".policygen.json"}), 3):
                path = tmp_path / name
                edits.discard(path.read_bytes())  # one edit over another is the user's own
                path.write_bytes(edited(path, drawn, number))
                edits.add(path.read_bytes())
        assert len(edits) > rounds / 2


def edited(path: Path, drawn: random.Random, number: int) -> bytes:
    """A file as somebody leaves it: another word, a paragraph more, half of it gone, or something else altogether."""
    data = path.read_bytes()
    other = f"versie {number} van {path.name}".encode()
    if path.suffix == ".txt" or data[:2] != b"PK":
        return drawn.choice([data + b"\r\n" + other, other])
    kind = drawn.randrange(4)
    if kind == 0:
        return data[: len(data) // 2] + other
    if kind == 1:
        return other
    if kind == 2:
        try:
            parts = read(data)
        except Exception:  # noqa: BLE001 - half a document, of an earlier round
            return other
        end = b"</w:body>"
        text = f"<w:p><w:r><w:t>{other.decode()}</w:t></w:r></w:p>".encode()
        changed = {"word/document.xml": parts["word/document.xml"].replace(end, text + end)}
        return pack(member(name, part) for name, part in (parts | changed).items())
    return data[:-200] + other


class DescribeNames:
    def it_gives_no_two_files_of_a_profile_one_name(self, client: Client, tmp_path: Path):
        functions = ["Kok", "kok", "KOK ", "Kök", unicodedata.normalize("NFD", "Kök"), "k/o/k", "kok-2", "ſok"]
        text = (client.folder / "oud.yaml").read_text(encoding="utf-8")
        head, _, _ = text.partition("\nvacatures:")
        rows = "".join(f"  - functie: {one!r}\n" for one in functions)
        path = client.folder / "namen.yaml"
        path.write_text(f"{head}\nvacatures:\n{rows}", encoding="utf-8")
        ended = client.generate("namen", tmp_path / "uit", "-d", "vacature", "-d", "visie")
        assert (ended.code, ended.err) == (0, "")
        made = [name for name in files(tmp_path / "uit") if name[0] != "."]
        assert len({unicodedata.normalize("NFC", name).casefold() for name in made}) == 2 + 3 * len(functions)
