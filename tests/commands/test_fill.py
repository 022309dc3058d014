from __future__ import annotations

import shutil
from pathlib import Path

import docx

from policygen.ooxml import rules
from policygen.ooxml.text import lines
from tests.support.word import word


class DescribeFill:
    def it_fills_a_template_of_ones_own_with_the_names_of_the_profile(self, policygen, data):
        shutil.copy(data / "volledig.yaml", "p.yaml")
        shutil.copy(data / "logo-veldermaat.png", "logo-veldermaat.png")
        Path("brief.docx").write_bytes(
            word("{{ organisatie.naam }}: {{ document.vastgesteld_op }}", title="{{ document.titel }}")
        )
        ran = policygen("fill", "brief.docx", "p.yaml", "-o", "uit/brief-klaar.docx")
        assert (ran.code, ran.err) == (0, "")
        made = Path("uit/brief-klaar.docx").read_bytes()
        assert lines(made) == ["Stichting Veldermaat: [Nog in te vullen: de datum van vaststelling]"]
        assert rules.broken(made) == []
        assert "brief-klaar.docx" in ran.out

    def it_keeps_a_document_that_somebody_edited(self, policygen, data):
        shutil.copy(data / "minimaal.yaml", "p.yaml")
        Path("brief.docx").write_bytes(word("{{ organisatie.naam }}"))
        policygen("fill", "brief.docx", "p.yaml", "-o", "klaar.docx")
        edited = docx.Document("klaar.docx")
        edited.add_paragraph("eigen woorden")
        edited.save("klaar.docx")
        before = Path("klaar.docx").read_bytes()
        assert policygen("fill", "brief.docx", "p.yaml", "-o", "klaar.docx").code == 5
        assert Path("klaar.docx").read_bytes() == before

    def it_names_what_is_wrong_with_the_template_and_writes_nothing(self, policygen, data):
        shutil.copy(data / "volledig.yaml", "p.yaml")
        Path("brief.docx").write_bytes(word("{{ organsatie.naam }}", "{{ naam|x }}"))
        ran = policygen("fill", "brief.docx", "p.yaml", "-o", "klaar.docx")
        assert ran.code == 4
        assert ran.err.splitlines()[0] == (
            "brief.docx: alinea 1 \"{{ organsatie.naam }}\": {{ organsatie.naam }}: onbekende naam 'organsatie'. "
            "Bedoelt u 'organisatie'?"
        )
        assert len(ran.err.splitlines()) == 3
        assert not Path("klaar.docx").exists()

    def it_says_that_a_template_is_not_there(self, policygen, data):
        shutil.copy(data / "minimaal.yaml", "p.yaml")
        ran = policygen("fill", "weg.docx", "p.yaml", "-o", "klaar.docx")
        assert ran.code == 4
        assert "weg.docx: bestand niet gevonden. Controleer de naam en de map." in ran.err


class DescribeTemplates:
    def it_lists_documents_and_house_styles(self, policygen):
        out = policygen("templates", "list").out
        assert "  visie\n" in out
        assert "  standaard\n" in out

    def it_copies_them_and_never_over_an_own_version(self, policygen):
        assert policygen("templates", "copy", "eigen").code == 0
        assert Path("eigen/huisstijl/standaard.docx").exists()
        Path("eigen/visie.docx").write_bytes(b"eigen werk")
        ran = policygen("templates", "copy", "eigen")
        assert ran.code == 5
        assert Path("eigen/visie.docx").read_bytes() == b"eigen werk"

    def it_checks_the_shipped_ones_without_a_remark(self, policygen):
        policygen("templates", "copy", "eigen")
        ran = policygen("templates", "check", "eigen/visie.docx", "eigen/rolverdeling.docx", "eigen/vacature.docx")
        assert (ran.code, ran.err) == (0, "")

    def it_reports_all_faults_of_all_files(self, policygen):
        Path("a.docx").write_bytes(word("{{ x }}", "{{ organisatie.naam|y }}"))
        Path("b.docx").write_bytes(b"geen zip")
        ran = policygen("templates", "check", "a.docx", "b.docx")
        assert ran.code == 4
        assert [line.partition(":")[0] for line in ran.err.splitlines()] == ["a.docx", "a.docx", "b.docx"]

    def it_dumps_plain_lines(self, policygen):
        Path("a.docx").write_bytes(word("een", "twee"))
        assert policygen("templates", "dump", "a.docx").out == "een\ntwee\n"

    def it_lists_every_name_with_an_example(self, policygen):
        out = policygen("templates", "names").out
        assert "{{ organisatie.naam }}" in out
        assert "Stichting Veldermaat" in out
        assert "In een lus over rollen" in out
        assert "{{ x.naam }}" in out
