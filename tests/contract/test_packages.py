"""Contract: what a Word file of somebody else may not be or hold; each is refused by name."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile

import pytest

from policygen.errors import TemplateError
from policygen.ooxml.names import DOCUMENT, W
from policygen.ooxml.package import member, pack, read
from policygen.template import compile_template
from tests.support.word import p, word

RELS = "word/_rels/document.xml.rels"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
GOOD = word("Beste {{ naam }},")


def changed(changes: dict[str, bytes | None], docx: bytes = GOOD) -> bytes:
    parts: dict[str, bytes | None] = {**read(docx), **changes}
    return pack(member(name, data) for name, data in parts.items() if data is not None)


def in_document(xml: str) -> bytes:
    return changed({DOCUMENT: read(GOOD)[DOCUMENT].replace(b"<w:sectPr>", xml.encode() + b"<w:sectPr>")})


def related(kind: str, target: str, mode: str = "External") -> bytes:
    one = f'<Relationship Id="rIdX" Type="{REL}{kind}" Target="{target}" TargetMode="{mode}"/>'
    return changed({RELS: read(GOOD)[RELS].replace(b"</Relationships>", f"{one}</Relationships>".encode())})


def zipped(members: list[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


def field(*codes: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"<w:p>{begin}{runs}{end}</w:p>"


def refusal(docx: bytes, **options: bool) -> str:
    with pytest.raises(TemplateError) as caught:
        compile_template(docx, **options)
    assert caught.value.exit_code == 4
    return str(caught.value)


PACKAGES = {
    "geen zip": (b"<html></html>", "dit is geen Word-document (.docx), of het is beschadigd"),
    "afgebroken": (GOOD[: len(GOOD) // 2], "dit is geen Word-document (.docx), of het is beschadigd"),
    "een oud Word-bestand": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "dit is een oud Word-bestand (.doc)"),
    "zonder Word-tekst": (changed({DOCUMENT: None}), "in dit bestand zit geen Word-tekst"),
    "te veel onderdelen": (
        zipped([*read(GOOD).items(), *((f"x/{number}", b"") for number in range(2001))]),
        "er zitten meer dan 2000 onderdelen in dit bestand",
    ),
    "te groot": (
        zipped([*read(GOOD).items(), *((f"x/{number}.bin", b"\0" * 9_000_000) for number in range(6))]),
        "uitgepakt is dit bestand groter dan 50 MB",
    ),
    "een zipbom": (
        zipped([*read(GOOD).items(), ("word/media/x.xml", b"\0" * 9_000_000)]),
        "word/media/x.xml is meer dan 200 keer ingepakt, en dat doet Word niet",
    ),
    "een vreemde naam": (
        zipped([*read(GOOD).items(), ("../x.xml", b"")]),
        "een onderdeel heeft een vreemde naam: ../x.xml",
    ),
    "een DTD": (
        changed({DOCUMENT: b'<!DOCTYPE a [<!ENTITY b "c">]>' + read(GOOD)[DOCUMENT]}),
        "in word/document.xml staat een DTD",
    ),
    "een DTD in UTF-16": (
        changed({"word/comments.xml": '\ufeff<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16-le")}),
        "in word/comments.xml staat een DTD",
    ),
    "een ander soort bestand": (
        changed({"[Content_Types].xml": read(GOOD)["[Content_Types].xml"].replace(b"wordprocessingml.document", b"x")}),
        "dit is geen gewoon Word-document",
    ),
    "beschadigde XML": (changed({DOCUMENT: read(GOOD)[DOCUMENT][:-20]}), "dit Word-document is beschadigd"),
}
DANGERS = {
    "macro's": (changed({"word/vbaProject.bin": b"x"}), "word/vbaProject.bin: hier zit macro's in"),
    "een docm": (
        changed(
            {
                "[Content_Types].xml": read(GOOD)["[Content_Types].xml"].replace(
                    b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                    b"vnd.ms-word.document.macroEnabled.main",
                )
            }
        ),
        "dit bestand kan macro's bevatten",
    ),
    "een OLE-bestand": (changed({"word/embeddings/x.bin": b"x"}), "een ingesloten bestand (OLE)"),
    "een OLE-object": (in_document("<w:p><w:r><w:object/></w:r></w:p>"), "een ingesloten object (OLE)"),
    "altChunk": (in_document('<w:altChunk r:id="rIdX"/>'), "een ander document (altChunk)"),
    "DDE": (in_document(field(" DDE Excel x ")), "de veldcode DDE haalt iets van buiten"),
    "DDEAUTO, gesplitst": (
        in_document(field(" DD", "EA", "UTO c:\\\\x ")),
        "de veldcode DDEAUTO haalt iets van buiten",
    ),
    "INCLUDETEXT": (in_document(field(' includetext "c:/x.docx" ')), "de veldcode INCLUDETEXT haalt iets van buiten"),
    "een eenvoudig veld": (
        in_document(f'<w:p><w:fldSimple xmlns:w="{W}" w:instr=" LINK x "/></w:p>'),
        "de veldcode LINK haalt iets van buiten",
    ),
    "een veld in een veld": (
        in_document(field("").replace("<w:r><w:instrText></w:instrText></w:r>", field(" QUOTE 68 68 69 ")[5:-6])),
        "een veldcode die pas bij het openen ontstaat",
    ),
    "een gekoppeld sjabloon": (
        related("attachedTemplate", "https://voorbeeld.example/x.dotm"),
        "een gekoppeld sjabloon: https://voorbeeld.example/x.dotm. Zet het in het bestand zelf, of geef --allow-ext",
    ),
    "een afbeelding van internet": (related("image", "//server/x.png"), "een afbeelding van internet: //server/x.png"),
    "een koppeling naar een programma": (related("hyperlink", "javascript:x"), "een koppeling naar javascript:x"),
    "een koppeling naar een map": (related("hyperlink", "file://server/map"), "een koppeling naar file://server/map"),
    "iets anders van buiten": (related("oleObject", "http://x.example/y"), "een verwijzing naar buiten (oleObject)"),
}


@pytest.mark.parametrize("name", PACKAGES)
def it_refuses_a_file_before_it_parses_it(name):
    docx, message = PACKAGES[name]
    assert refusal(docx).startswith("sjabloon.docx: ")
    assert message in refusal(docx)


@pytest.mark.parametrize("name", DANGERS)
def it_names_what_runs_or_fetches(name):
    docx, message = DANGERS[name]
    assert message in refusal(docx)


def it_names_everything_at_once():
    docx = changed({"word/vbaProject.bin": b"x"}, related("image", "http://x.example/y.png"))
    assert refusal(docx).count("sjabloon.docx: ") == 2


@pytest.mark.parametrize("name", ["een gekoppeld sjabloon", "een afbeelding van internet"])
def it_keeps_what_stands_outside_when_that_is_allowed(name):
    compile_template(DANGERS[name][0], allow_external=True)


@pytest.mark.parametrize("name", sorted(set(DANGERS) - {"een gekoppeld sjabloon", "een afbeelding van internet"}))
def it_never_allows_the_rest(name):
    assert refusal(DANGERS[name][0], allow_external=True)


@pytest.mark.parametrize("target", ["https://voorbeeld.example", "http://voorbeeld.example", "mailto:a@b.example"])
def it_leaves_plain_hyperlinks_alone(target):
    compile_template(related("hyperlink", target))


def it_leaves_a_contents_list_and_page_numbers_alone():
    compile_template(in_document(field(' TOC \\o "1-2" ') + field(" PAGE ") + p("tekst")))


@pytest.mark.parametrize("name", ["een zipbom", "te groot", "te veel onderdelen"])
def it_refuses_a_bomb_quickly_and_in_little_memory(name):
    docx = PACKAGES[name][0]
    tracemalloc.start()
    start = time.perf_counter()
    refusal(docx)
    seconds, memory = time.perf_counter() - start, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert seconds < 1
    assert memory < 200_000_000


def it_is_not_fooled_by_a_zip_that_lies_about_its_sizes():
    docx = bytearray(zipped([*read(GOOD).items(), ("word/x.xml", b"\0" * 9_000_000)]))
    entry = docx.rfind(b"PK\x01\x02")
    docx[entry + 24 : entry + 28] = struct.pack("<I", 10)
    assert "of het is beschadigd" in refusal(bytes(docx))


def it_refuses_a_part_that_is_there_twice():
    stream = io.BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(DOCUMENT, read(GOOD)[DOCUMENT])
    assert "een onderdeel komt twee keer voor in dit bestand" in refusal(stream.getvalue())
