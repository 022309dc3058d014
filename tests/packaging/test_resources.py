from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from policygen import resources
from policygen.errors import ProfileError, TemplateError


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package as a wheel lays it out, with its templates inside."""
    package = tmp_path / "policygen"
    shutil.copytree(Path(resources.__file__).parents[1] / "templates", package / "_shipped" / "templates")
    monkeypatch.setattr(resources, "_PACKAGE", package)
    resources.documents.cache_clear()
    monkeypatch.setattr(resources, "documents", resources.documents.__wrapped__)
    monkeypatch.setattr(resources, "_folder", resources._folder.__wrapped__)
    return package / "_shipped" / "templates"


class DescribeResources:
    def it_reads_every_document_and_the_frame(self) -> None:
        assert "visie" in resources.documents()
        for data in (*map(resources.template, resources.documents()), resources.frame()):
            assert data.startswith(b"PK")

    def it_looks_inside_the_package_first(self, shipped: Path) -> None:
        (shipped / "visie.docx").write_bytes(b"from the wheel")
        assert resources.template("visie") == b"from the wheel"

    def it_takes_no_lock_file_of_word_for_a_document(self, shipped: Path) -> None:
        (shipped / "~$visie.docx").write_bytes(b"lock")
        assert not any(name.startswith("~$") for name in resources.documents())
        assert "visie" in resources.documents()

    @pytest.mark.parametrize("name", ["vise", "", "../huisstijl/standaard", "huisstijl/standaard", "~$visie"])
    def it_names_the_documents_there_are_when_one_is_unknown(self, name: str) -> None:
        with pytest.raises(TemplateError, match=r"bestaat niet\. Beschikbaar: .*visie"):
            resources.template(name)

    def it_says_so_when_a_template_cannot_be_read(self, shipped: Path) -> None:
        (shipped / "huisstijl" / "standaard.docx").unlink()
        with pytest.raises(TemplateError, match=r"standaard\.docx: dit sjabloon is niet te lezen"):
            resources.frame()

    def it_reads_a_picture(self, data: Path) -> None:
        assert resources.image(data / "logo-veldermaat.png").startswith(b"\x89PNG")

    def it_refuses_a_picture_that_is_missing_a_folder_or_enormous(self, tmp_path: Path) -> None:
        enormous = tmp_path / "logo.png"
        with enormous.open("wb") as file:
            file.truncate(20_000_001)
        with pytest.raises(ProfileError, match="groter dan 20 MB"):
            resources.image(enormous)
        for path in (tmp_path, tmp_path / "weg.png"):
            with pytest.raises(ProfileError, match="niet te lezen"):
                resources.image(path)
