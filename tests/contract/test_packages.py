"""Contract: what a Word file of somebody else may not be or hold; each is refused by name."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile

import pytest

from policygen.errors import TemplateError
from policygen.ooxml.names import CONTENT_TYPES_PART, DOCUMENT, W
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


def encrypted(docx: bytes) -> bytes:
    """A zip of which the directory says that the first part is encrypted."""
    data = bytearray(docx)
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def damaged(docx: bytes) -> bytes:
    """A zip of which the compressed bytes of the first part are no deflate stream."""
    data = bytearray(docx)
    start = 30 + len(CONTENT_TYPES_PART)
    data[start : start + 20] = b"\xff" * 20
    return bytes(data)


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
    "een pad van buiten": (zipped([*read(GOOD).items(), ("/x.xml", b"<a/>")]), "een vreemde naam: /x.xml"),
    "een pad van Windows": (zipped([*read(GOOD).items(), ("a\\b.xml", b"<a/>")]), "een vreemde naam: a\\b.xml"),
    "een map van Word in andere letters": (
        zipped([*read(GOOD).items(), ("Word/x.xml", b"<a/>")]),
        "een vreemde naam: Word/x.xml",
    ),
    "een wachtwoord": (encrypted(GOOD), "dit bestand is met een wachtwoord beveiligd"),
    "beschadigd inpakwerk": (damaged(GOOD), "of het is beschadigd"),
    "een andere codering": (
        changed({"word/comments.xml": b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4APA-a/+AD4-'}),
        "word/comments.xml is geen XML zoals Word die schrijft",
    ),
    "een codering zonder haken": (
        changed({"word/comments.xml": "<?xml version='1.0' encoding='cp037'?><a/>".encode("cp037")}),
        "word/comments.xml is geen XML zoals Word die schrijft",
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
    "altChunk als relatie": (related("aFChunk", "x.html", "Internal"), "een ander document in (altChunk)"),
    "een onderdeel dat zijn soort verbergt": (
        changed(
            {
                "word/header9.dat": b"<a/>",
                CONTENT_TYPES_PART: read(GOOD)[CONTENT_TYPES_PART].replace(
                    b"<Override ",
                    b'<Override PartName="/word/header9.dat" ContentType="application/x.header+xml"/><Override ',
                    1,
                ),
            }
        ),
        "word/header9.dat: dit onderdeel heeft niet de naam die erbij hoort",
    ),
    "een docm in UTF-16": (
        changed(
            {
                CONTENT_TYPES_PART: read(GOOD)[CONTENT_TYPES_PART]
                .decode()
                .replace('"UTF-8"', '"UTF-16"')
                .replace(
                    "<Override ",
                    '<Override PartName="/x.bin" ContentType="application/vnd.ms-vbaProject"/><Override ',
                    1,
                )
                .encode("utf-16"),
            }
        ),
        "dit bestand kan macro's bevatten",
    ),
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


@pytest.mark.parametrize(
    "xml",
    [
        '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        "<w:p><w:r><w:instrText> DDE </w:instrText></w:r></w:p>",
        field(" PAGE ").replace("<w:r><w:instrText>", "<w:r><w:instrText/></w:r><w:r><w:instrText>", 1),
    ],
)
def it_stumbles_over_no_half_field(xml):
    compile_template(in_document(xml))


def it_names_the_part_that_is_damaged():
    assert refusal(changed({"word/styles.xml": b"<a>"})).startswith(
        "sjabloon.docx: word/styles.xml: dit Word-document is"
    )


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
