"""Many clients from the command line: what is made, what stays, what is told, and the exit code."""

from __future__ import annotations

import errno
import json
import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from filelock import FileLock

from policygen import archive
from policygen.commands import workers
from policygen.ooxml import text
from tests.batch.conftest import DAY, clients, documents, files, lines, many, profile, put, table
from tests.support.word import word

VISIE = ("-d", "visie", *DAY)
KEPT = "is gewijzigd of niet door policygen gemaakt en blijft daarom staan"


# A bookmark with a name that is longer than Word keeps: it would lose the links to it.
LONG = f'<w:p><w:bookmarkStart w:id="1" w:name="{"a" * 41}"/><w:bookmarkEnd w:id="1"/></w:p>'


def put_word(path: Path, *content: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(word(*content))


def visie(name: str) -> str:
    return f"{name}/{name}_visie_v0.1_concept.docx"


class DescribeABatch:
    def it_makes_a_folder_per_client(self, policygen, tmp_path: Path):
        put(tmp_path / "k", a=profile("Stichting Acht"), b=profile("Bries", code="b"))
        ran = policygen("batch", "k", "-o", "uit", *VISIE)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.splitlines()[:2] == ["Klanten: 2, waarvan 2 gemaakt en 0 geweigerd.", "Bestanden: 2 nieuw."]
        assert {name for name in files(tmp_path / "uit") if not name.endswith(".policygen.json")} == {
            visie("b"),
            visie("stichting-acht"),
            "overzicht.csv",
            "overzicht.docx",
            "samenvatting.csv",
        }

    def it_begins_no_more_processes_than_there_are_clients(self, policygen, tmp_path: Path, monkeypatch):
        begun: list[int] = []
        real = workers.executor
        monkeypatch.setattr(workers, "executor", lambda number: (begun.append(number), real(1))[1])
        put(tmp_path / "k", a=profile("Acht"), b=profile("Bries"))
        assert policygen("batch", "k", "-o", "uit", *VISIE, "--workers", "60").code == 0
        assert policygen("batch", "nergens", "-o", "uit", *VISIE, "--workers", "60").code == 2
        assert begun == [2]

    def it_makes_the_guide_and_the_self_scan_for_who_asks_for_less(self, policygen, tmp_path: Path):
        put(tmp_path / "k", a=profile("Acht") + "documenten: [visie]\n")
        assert policygen("batch", "k", "-o", "uit", *DAY).code == 0
        assert sorted(name.split("_")[1] for name in documents(tmp_path / "uit")) == ["leeswijzer", "visie", "zelfscan"]

    def it_counts_the_guide_and_the_self_scan_in_the_letter_as_well(self, policygen, tmp_path: Path):
        put(tmp_path / "k", a=profile("Acht") + "documenten: [gesprek]\n")
        assert policygen("batch", "k", "-o", "uit", *DAY).code == 0
        letter = "\n".join(text.lines(documents(tmp_path / "uit")["acht/acht_leeswijzer_v0.1_concept.docx"]))
        assert "drie documenten" in letter
        assert "Zelfscan" in letter

    def it_keeps_two_organisations_out_of_one_folder_over_runs(self, policygen, tmp_path: Path):
        put(tmp_path, a=profile("Acht", code="x"), b=profile("Bries", code="x"))
        assert policygen("batch", "a.yaml", "-o", "uit", *VISIE).code == 0
        before = documents(tmp_path / "uit")
        ran = policygen("batch", "b.yaml", "-o", "uit", "--zip", *VISIE)
        assert ran.code == 1
        assert f"  {Path('uit/x')}: hier staan documenten van 'Acht'. Geef een van de twee een eigen " in ran.out
        assert documents(tmp_path / "uit") == before
        put(tmp_path, a=profile("Acht BV", code="x"))
        assert policygen("batch", "a.yaml", "-o", "uit", "--force", *VISIE).code == 0
        assert policygen("batch", "a.yaml", "-o", "uit", *VISIE).code == 0

    def it_tells_of_a_zip_that_is_older_than_the_documents(self, policygen, tmp_path: Path):
        put(tmp_path, a=profile("Acht"))
        assert policygen("batch", "a.yaml", "-o", "uit", "--zip", *VISIE).code == 0
        assert policygen("batch", "a.yaml", "-o", "uit", *VISIE).code == 0
        assert not table(tmp_path / "uit/samenvatting.csv")[0]["meldingen"]
        put(tmp_path, a=profile("Acht") + "document: {kenmerk: nieuw}\n")
        assert policygen("batch", "a.yaml", "-o", "uit", *VISIE).code == 0
        said = "acht.zip: deze zip is van een eerdere keer en niet vernieuwd. Draai de opdracht met --zip"
        assert said in table(tmp_path / "uit/samenvatting.csv")[0]["meldingen"]

    def it_tells_what_stays_apart_from_what_is_refused_and_what_was_copied(self, policygen, tmp_path: Path):
        put(tmp_path / "k", a=profile("Acht"), b="onzin: 1\n")
        policygen("batch", "k", "-o", "uit", *VISIE)
        (tmp_path / "uit" / visie("acht")).write_bytes(b"van mij")
        ran = policygen("batch", "k", "-o", "uit", *VISIE)
        assert ran.out.index("Geweigerd:\n  k/b.yaml:1:1") < ran.out.index("Deze bestanden bleven staan:\n  uit/acht/")
        assert "Wilt u uw eigen versie houden, dan is dat klaar." in ran.out
        forced = policygen("batch", "k", "-o", "uit", "--force", *VISIE).out
        assert "1 reservekopie: naast het bestand staat uw eigen versie, met .bak-1 in de naam." in forced
        assert "bleven staan" not in forced

    def it_makes_the_same_as_one_profile_at_a_time(self, policygen, tmp_path: Path):
        put(tmp_path, a=profile("Acht"), b=profile("Bries", land="BE"))
        assert policygen("batch", "a.yaml", "b.yaml", "-o", "uit", *DAY).code == 0
        for name, source in (("acht", "a.yaml"), ("bries", "b.yaml")):
            assert policygen("generate", source, "-o", f"een/{name}", *DAY).code == 0
        assert documents(tmp_path / "uit") == documents(tmp_path / "een")

    def it_leaves_out_what_does_not_fit_a_client_and_says_so(self, policygen, tmp_path: Path):
        put(tmp_path / "k", a=profile("Acht"), b=profile("Bries") + "onlinehulp: {tijd: {werkuren: 1}}\n")
        ran = policygen("batch", "k", "-o", "uit", "-d", "onlinehulp", *DAY)
        assert ran.code == 0
        assert list(documents(tmp_path / "uit")) == ["bries/bries_onlinehulp_v0.1_concept.docx"]
        first, second = table(tmp_path / "uit/samenvatting.csv")
        assert first["meldingen"].startswith("let op: k/a.yaml: geen onlinehulp: ")
        assert (first["open plekken"], second["meldingen"]) == ("0", "")
        assert "Bij 1 klant staat een opmerking ('let op') in samenvatting.csv." in ran.out

    def it_does_not_lose_the_warning_of_one_client(self, policygen, tmp_path: Path):
        put(tmp_path / "k", a=profile("Acht"), b="organisatie:\n  naam: Bries\n", c=profile("Cel"))
        many(tmp_path / "k", 3)
        warning = "k/b.yaml:1:1: organisatie.land: land ontbreekt, policygen gaat uit van NL."
        ran = policygen("batch", "k", "-o", "uit", *VISIE)
        assert (ran.code, "Bij 1 klant staat een opmerking" in ran.out) == (0, True)
        told = [row["meldingen"] for row in table(tmp_path / "uit/samenvatting.csv") if row["meldingen"]]
        assert [warning in one for one in told] == [True]
        ran = policygen("batch", "k", "-o", "uit", *VISIE, "--json")
        assert ran.out.count('"let op"') == 1

    def it_warns_of_law_that_nobody_looked_at(self, policygen, tmp_path: Path):
        put(tmp_path / "k", a=profile("Acht"))
        assert policygen("batch", "k", "-o", "uit", "-d", "visie", "--datum", "2040-01-01").code == 0
        assert "te lang geleden nagekeken" in table(tmp_path / "uit/samenvatting.csv")[0]["meldingen"]

    def it_tells_all_as_lines_of_json(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 3, 1)
        ran = policygen("batch", "k", "-o", "uit", *VISIE, "--json")
        told = [json.loads(line) for line in ran.out.splitlines()]
        assert (ran.code, ran.err, len(told)) == (1, "", 4)
        assert [one["meldingen"][0]["bron"] for one in told if one["meldingen"]] == ["k/klant-0001.yaml"]
        assert (told[-1]["klanten"], told[-1]["gemaakt"], told[-1]["bestanden"]["nieuw"]) == (3, 2, 2)

    @pytest.mark.parametrize(("source", "code"), [("weg", 2), ("k", 3)])
    def it_tells_as_json_why_it_did_nothing(self, policygen, tmp_path: Path, source: str, code: int):
        put(tmp_path / "k", a=profile("Acht"), b=profile("Acht"))
        ran = policygen("batch", source, "-o", "uit", "--json")
        (line,) = ran.out.splitlines()
        assert (ran.code, len(json.loads(line)["meldingen"])) == (code, 1)


class DescribeARefusal:
    def it_makes_the_rest_and_lists_the_bad_ones(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 100, 3, 50, 51, 99)
        ran = policygen("batch", "k", "-o", "uit", *VISIE, "--workers", "1")
        assert (ran.code, len(clients(tmp_path / "uit"))) == (1, 96)
        bad = [row for row in table(tmp_path / "uit/samenvatting.csv") if row["toestand"] == "geweigerd"]
        expected = [(f"k/klant-{number:04}.yaml", "4") for number in (3, 50, 51, 99)]
        assert [(row["bron"], row["regel"]) for row in bad] == expected
        for (source, line), row in zip(expected, bad, strict=True):
            assert row["meldingen"] == f"{source}:{line}:1: onzin: onbekend veld"
            assert f"  {row['meldingen']}" in ran.out.splitlines()

    def it_reports_a_file_that_is_no_profile_with_its_line(self, policygen, tmp_path: Path):
        put(tmp_path / "k", a=profile("Acht"), dienst="version: 3\nservices:\n  web:\n    image: nginx\n")
        ran = policygen("batch", "k", "-o", "uit", *VISIE)
        assert (ran.code, clients(tmp_path / "uit")) == (1, ["acht"])
        assert "  k/dienst.yaml:2:1: services: onbekend veld" in ran.out.splitlines()

    def it_goes_on_after_a_mistake_of_the_program(self, policygen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        from policygen.batch import work

        real = work.document_set

        def wrong(loaded, **options):
            return {}[1] if loaded.path.name == "a.yaml" else real(loaded, **options)

        monkeypatch.setattr(work, "document_set", wrong)
        put(tmp_path / "k", a=profile("Acht"), b=profile("Bries"))
        ran = policygen("batch", "k", "-o", "uit", *VISIE)
        assert (ran.code, clients(tmp_path / "uit")) == (1, ["bries"])
        assert "  k/a.yaml: er ging iets mis in policygen zelf (KeyError: 1). Draai voor dit profiel" in ran.out

    def it_tells_of_a_broken_house_style_before_the_first_client(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 3)
        ran = policygen("batch", "k", "-o", "uit", "--huisstijl", "weg.docx", *VISIE)
        assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1)
        assert not (tmp_path / "uit").exists()

    def it_tells_of_a_broken_template_before_the_first_client(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 3)
        (tmp_path / "s").mkdir()
        (tmp_path / "s/visie.docx").write_bytes(b"PK\x03\x04 en niets")
        ran = policygen("batch", "k", "-o", "uit", "--sjablonen", "s", *VISIE)
        assert (ran.code, ran.err[:11], ran.err.count("\n")) == (4, "visie.docx:", 1)
        assert not (tmp_path / "uit").exists()

    def it_tells_of_a_template_that_makes_broken_documents_before_the_first_client(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 3)
        put_word(tmp_path / "s/visie.docx", LONG)
        ran = policygen("batch", "k", "-o", "uit", "--sjablonen", "s", *VISIE)
        assert (ran.code, ran.err.split(":")[:2]) == (4, ["visie.docx", " word/document.xml"])
        assert not (tmp_path / "uit").exists()

    def it_refuses_the_client_for_whom_a_template_of_somebody_else_breaks(self, policygen, tmp_path: Path):
        put(tmp_path / "k", a=profile("Acht"), b=profile("Bries", land="BE"))
        put_word(tmp_path / "s/visie.docx", "{%p if organisatie.land == 'BE' %}", LONG, "{%p endif %}")
        ran = policygen("batch", "k", "-o", "uit", "--sjablonen", "s", *VISIE)
        assert (ran.code, list(documents(tmp_path / "uit"))) == (1, [visie("acht")])
        assert "visie.docx: word/document.xml: de naam van een bladwijzer is te lang" in ran.out

    def it_refuses_the_client_whose_own_house_style_breaks(self, policygen, tmp_path: Path):
        put(tmp_path / "k", a=profile("Acht"), b=profile("Bries") + "huisstijl: {sjabloon: eigen.docx}\n")
        put_word(tmp_path / "k/eigen.docx", "{{ inhoud }}", LONG)
        ran = policygen("batch", "k", "-o", "uit", *VISIE)
        assert (ran.code, list(documents(tmp_path / "uit"))) == (1, [visie("acht")])
        assert "word/document.xml: de naam van een bladwijzer is te lang" in ran.out


class DescribeClientsThatShareAFolder:
    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (profile("Acht"), profile("ACHT")),
            (profile("Caf\u00e9"), profile("Cafe\u0301")),
            (profile("Acht"), profile("Bries", code="acht")),
            (profile("Acht", korte_naam="Zon"), profile("Bries", korte_naam="zon!")),
            ("organisatie: {naam: INVULLEN, land: NL}\n", "organisatie: {naam: '***', land: NL}\n"),
        ],
    )
    def it_names_both_and_writes_nothing(self, policygen, tmp_path: Path, first: str, second: str):
        put(tmp_path / "k", a=first, b=profile("Anders"), c=second)
        ran = policygen("batch", "k", "-o", "uit", *VISIE)
        assert (ran.code, ran.err.count("\n"), (tmp_path / "uit").exists()) == (3, 1, False)
        assert ran.err.startswith("k/c.yaml: organisatie: '")
        assert "(k/a.yaml) zouden allebei in de map '" in ran.err
        assert ran.err.endswith("komen. Geef een van de twee een eigen organisatie.code.\n")

    def it_names_the_lines_of_one_file(self, policygen, tmp_path: Path):
        lines(tmp_path / "x.jsonl", *[{"organisatie": {"naam": name, "land": "NL"}} for name in ("A", "B", "a")])
        ran = policygen("batch", "x.jsonl", "-o", "uit", *VISIE)
        assert (ran.code, ran.err[:41]) == (3, "x.jsonl:3: organisatie: 'a' en 'A' (x.jso")
        assert "(x.jsonl:1)" in ran.err


class DescribeASecondRun:
    def it_touches_nothing_that_is_the_same(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 3, 1)
        assert policygen("batch", "k", "-o", "uit", *VISIE, "--zip").code == 1
        paths = [path for path in (tmp_path / "uit").rglob("*") if path.is_file()]
        for path in paths:
            os.utime(path, (1, 1))
        assert policygen("batch", "k", "-o", "uit", *VISIE, "--zip").code == 1
        touched = {path.name for path in paths if path.stat().st_mtime != 1}
        assert touched == {"samenvatting.csv", ".policygen.json"}  # which tell of this run

    def it_keeps_an_edit_and_goes_on(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 3)
        assert policygen("batch", "k", "-o", "uit", *VISIE).code == 0
        out, edited = tmp_path / "uit", tmp_path / "uit" / visie("stichting-0001")
        whole = documents(out)
        edited.write_bytes(b"een middag werk")
        (out / visie("stichting-0002")).unlink()
        ran = policygen("batch", "k", "-o", "uit", *VISIE)
        assert (ran.code, edited.read_bytes()) == (1, b"een middag werk")
        assert documents(out) == whole | {visie("stichting-0001"): b"een middag werk"}
        assert f"  uit/{visie('stichting-0001')}: {KEPT}." in ran.out
        row = table(out / "samenvatting.csv")[1]
        assert (row["toestand"], row["geweigerd"], KEPT in row["meldingen"]) == ("deels geweigerd", "1", True)

    def it_replaces_an_edit_by_force_after_a_copy(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 2)
        assert policygen("batch", "k", "-o", "uit", *VISIE).code == 0
        out = tmp_path / "uit"
        whole = documents(out)
        (out / visie("stichting-0001")).write_bytes(b"een middag werk")
        assert policygen("batch", "k", "-o", "uit", *VISIE, "--force").code == 0
        backup = visie("stichting-0001").replace(".docx", ".bak-1.docx")
        assert documents(out) == whole | {backup: b"een middag werk"}

    @pytest.mark.parametrize("name", ["samenvatting.csv", "overzicht.csv", "overzicht.docx"])
    def it_keeps_a_table_that_somebody_edited(self, policygen, tmp_path: Path, name: str):
        many(tmp_path / "k", 1)
        assert policygen("batch", "k", "-o", "uit", *VISIE).code == 0
        (tmp_path / "uit" / name).write_bytes(b"van mij")
        many(tmp_path / "k", 2)
        ran = policygen("batch", "k", "-o", "uit", *VISIE)
        assert (ran.code, (tmp_path / "uit" / name).read_bytes()) == (1, b"van mij")
        assert f"  uit/{name}: {KEPT}." in ran.out
        assert "Bestanden: 1 nieuw, 1 ongewijzigd." in ran.out


class DescribeAClientWhoseFolderCannotBeUsed:
    @pytest.fixture
    def second(self, policygen, tmp_path: Path):
        """The row of the client in the middle, when the others were made."""
        many(tmp_path / "k", 3)

        def ran() -> dict[str, str]:
            code = policygen("batch", "k", "-o", "uit", *VISIE).code
            rows = table(tmp_path / "uit/samenvatting.csv")
            assert (code, [row["toestand"] for row in rows]) == (1, ["gemaakt", "geweigerd", "gemaakt"])
            assert [row["klant"] for row in rows] == [f"Stichting 000{number}" for number in range(3)]
            return rows[1]

        return ran

    def it_goes_on_when_it_is_a_file(self, second, tmp_path: Path):
        (tmp_path / "uit").mkdir()
        (tmp_path / "uit/stichting-0001").write_bytes(b"van mij")
        assert second()["meldingen"] == (
            f"{Path('uit/stichting-0001')}: is een bestand en geen map. Kies een andere map met -o."
        )
        assert (tmp_path / "uit/stichting-0001").read_bytes() == b"van mij"

    def it_goes_on_when_another_run_is_busy_in_it(self, second, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr("policygen.batch.work._PATIENCE", 0.1)
        (tmp_path / "uit/stichting-0001").mkdir(parents=True)
        with FileLock(tmp_path / "uit/stichting-0001/.policygen.lock"):
            assert "policygen is in deze map al bezig" in second()["meldingen"]

    def it_goes_on_when_it_may_not_write_there(self, second, monkeypatch: pytest.MonkeyPatch):
        real = Path.mkdir

        def mkdir(path: Path, *arguments, **options) -> None:
            if path.name == "stichting-0001":
                raise PermissionError(errno.EACCES, "nee", str(path))
            real(path, *arguments, **options)

        monkeypatch.setattr(Path, "mkdir", mkdir)
        assert str(Path("uit/stichting-0001: ")) in second()["meldingen"]

    def it_waits_a_moment_for_what_a_killed_run_left_running(self, policygen, tmp_path: Path):
        from threading import Timer

        many(tmp_path / "k", 1)
        (tmp_path / "uit/stichting-0000").mkdir(parents=True)
        other = FileLock(tmp_path / "uit/stichting-0000/.policygen.lock", thread_local=False)
        other.acquire()
        Timer(0.3, other.release).start()
        assert policygen("batch", "k", "-o", "uit", *VISIE).code == 0

    def it_refuses_a_folder_in_which_another_batch_is_busy(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 1)
        (tmp_path / "uit").mkdir()
        with FileLock(tmp_path / "uit/.policygen.lock"):
            ran = policygen("batch", "k", "-o", "uit", *VISIE)
        assert (ran.code, ran.err[:38]) == (5, "uit: policygen is in deze map al bezig")


class DescribeAZip:
    def it_holds_the_files_of_a_client_and_is_always_the_same(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 2)
        for out in ("uit", "uit2"):
            assert policygen("batch", "k", "-o", out, "--zip", "-d", "vacature", "-d", "visie", *DAY).code == 0
        zips = {path.name: path.read_bytes() for path in (tmp_path / "uit").glob("*.zip")}
        assert sorted(zips) == ["stichting-0000.zip", "stichting-0001.zip"]
        assert zips == {path.name: path.read_bytes() for path in (tmp_path / "uit2").glob("*.zip")}
        with zipfile.ZipFile(BytesIO(zips["stichting-0000.zip"])) as opened:
            inside = {name: opened.read(name) for name in opened.namelist()}
            assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        folder = tmp_path / "uit/stichting-0000"
        assert inside == {path.name: path.read_bytes() for path in folder.iterdir() if path.name[0] != "."}
        assert {Path(name).suffix for name in inside} == {".docx", ".txt"}

    def it_stays_when_somebody_changed_it(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 1)
        assert policygen("batch", "k", "-o", "uit", "--zip", *VISIE).code == 0
        path = tmp_path / "uit/stichting-0000.zip"
        whole = path.read_bytes()
        with zipfile.ZipFile(path, "a") as opened:
            opened.writestr("brief.txt", "van mij")
        edited = path.read_bytes()
        ran = policygen("batch", "k", "-o", "uit", "--zip", *VISIE)
        assert (ran.code, path.read_bytes()) == (1, edited)
        assert f"  uit/stichting-0000.zip: {KEPT}." in ran.out
        assert policygen("batch", "k", "-o", "uit", "--zip", "--force", *VISIE).code == 0
        assert (path.read_bytes(), path.with_name("stichting-0000.bak-1.zip").read_bytes()) == (whole, edited)

    def it_holds_a_document_as_somebody_edited_it(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 1)
        for code in (0, 1):
            assert policygen("batch", "k", "-o", "uit", "--zip", *VISIE).code == code
            (tmp_path / "uit" / visie("stichting-0000")).write_bytes(b"een middag werk")
        with zipfile.ZipFile(tmp_path / "uit/stichting-0000.zip") as opened:
            assert [opened.read(name) for name in opened.namelist()] == [b"een middag werk"]

    @pytest.mark.skipif(os.name == "nt", reason="a link takes rights there")
    def it_holds_nothing_that_a_link_leads_to(self, policygen, tmp_path: Path):
        many(tmp_path / "k", 1)
        (tmp_path / "geheim").write_bytes(b"geheim")
        (tmp_path / "uit/stichting-0000").mkdir(parents=True)
        (tmp_path / "uit" / visie("stichting-0000")).symlink_to(tmp_path / "geheim")
        assert policygen("batch", "k", "-o", "uit", "--zip", *VISIE).code == 1
        assert b"geheim" not in (tmp_path / "uit/stichting-0000.zip").read_bytes()

    @pytest.mark.parametrize("data", [b"", b"PK\x05\x06" + bytes(18), b"van mij"])
    def it_is_not_ours_without_the_stamp(self, data: bytes):
        assert not archive.is_untouched(data)
