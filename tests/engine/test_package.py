"""The package: an ordinary zip, the same bytes every time, the same parts whatever compresses them."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from policygen import compile_template
from policygen.ooxml.package import fast_deflate, member, pack, read, text_member, zlib_deflate
from policygen.ooxml.text import lines
from tests.support.word import table, word

PARTS = st.dictionaries(st.from_regex(r"\A[a-zé]{1,8}/[a-z]{1,8}\.xml\Z"), st.binary(max_size=300), max_size=6)


class DescribePackage:
    @given(PARTS)
    def it_gives_back_every_part_and_no_clock(self, parts):
        packed = pack(member(name, data) for name, data in parts.items())
        assert read(packed) == parts
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            assert archive.testzip() is None
            assert {info.date_time for info in archive.infolist()} <= {(1980, 1, 1, 0, 0, 0)}

    @given(PARTS)
    def it_does_not_depend_on_the_order_of_its_members(self, parts):
        forward = pack(member(name, data) for name, data in parts.items())
        assert forward == pack(member(name, data) for name, data in reversed(parts.items()))

    @given(st.binary(max_size=2000))
    def it_holds_the_same_part_with_either_compressor(self, data):
        assert read(pack([member("a", data, fast_deflate)])) == read(pack([member("a", data, zlib_deflate)]))

    def it_puts_the_content_types_first_as_word_does(self):
        packed = pack([member("a.xml", b""), member("[Content_Types].xml", b""), member("Z.xml", b"")])
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            assert archive.namelist()[0] == "[Content_Types].xml"


class DescribeAVeryLongText:
    def it_is_packed_in_slices_and_comes_out_whole(self):
        text = "".join(f"<w:t>rij {number}, één &amp; twee</w:t>" for number in range(60_000))
        packed = pack([text_member("word/document.xml", text)])
        assert read(packed)["word/document.xml"].decode() == text
        assert packed == pack([text_member("word/document.xml", text)])

    def it_is_what_a_table_of_thousands_of_rows_makes(self):
        rows = (["{%tr for r in rijen %}"], ["{{ r.naam }}"], ["{%tr endfor %}"])
        items = [{"naam": f"nummer {number} & meer"} for number in range(9_000)]
        made = compile_template(word(table(["Naam"], *rows))).fill({"rijen": items})
        assert lines(made) == ["| Naam |", *(f"| {item['naam']} |" for item in items)]
