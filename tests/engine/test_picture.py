"""A picture gives way to the logo in its own proportions; what is damaged or no picture gives none."""

from __future__ import annotations

import struct

import pytest
from docx.image.image import Image

from policygen.ooxml.picture import picture

SEGMENT = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
FRAME = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", 90, 300) + b"\x03" + b"\x01\x11\x00" * 3
JPEG = b"\xff\xd8" + SEGMENT + b"\xff\xfe\x00\x04ab" + FRAME + b"\xff\xda\x00\x02\xff\xd9"
GIF = b"GIF89a" + struct.pack("<HH", 200, 50) + b"\x00" * 20


class DescribePicture:
    def it_agrees_with_python_docx_on_a_real_logo(self, data):
        logo = (data / "logo-veldermaat.png").read_bytes()
        theirs = Image.from_blob(logo)
        ours = picture(logo, "Logo")
        assert (ours.ending, ours.ratio) == ("png", theirs.px_width / theirs.px_height)

    @pytest.mark.parametrize(("data", "ending", "ratio"), [(JPEG, "jpg", 300 / 90), (GIF, "gif", 4.0)])
    def it_reads_jpeg_and_gif(self, data, ending, ratio):
        found = picture(data, "x")
        assert (found.ending, found.ratio) == (ending, ratio)

    @pytest.mark.parametrize("whole", [JPEG, GIF, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 8, 4)])
    def it_takes_nothing_from_a_damaged_file(self, whole):
        for length in range(len(whole)):
            found = picture(whole[:length], "x")
            assert found is None or found.ratio == picture(whole, "x").ratio

    @pytest.mark.parametrize("data", [b"", b"<svg/>", b"RIFF0000WEBP", b"BM", GIF[:6] + bytes(24)])
    def it_is_none_for_anything_else(self, data):
        assert picture(data, "x") is None

    def it_fits_a_box_without_losing_its_proportions(self):
        wide, high = picture(JPEG, "x"), picture(GIF[:6] + struct.pack("<HH", 10, 40) + bytes(20), "x")
        assert (wide.width(2000, 1000), wide.height(2000, 1000)) == (2000, 600)
        assert (high.width(2000, 1000), high.height(2000, 1000)) == (250, 1000)
