"""Every document of every profile opens: by Microsoft's SDK, by ooxml-integrity and by the own rules."""

from __future__ import annotations

import re
from itertools import pairwise

from lxml import etree

from policygen.ooxml import rules
from policygen.ooxml.names import WP, qn
from policygen.ooxml.package import read
from tests.support.validators import integrity_faults, sdk_faults


class DescribeDocuments:
    def it_is_sound_by_the_own_rules_and_ooxml_integrity(self, made):
        for path in made.documents.values():
            assert rules.broken(path.read_bytes()) == []
            assert integrity_faults(path) == []

    def it_is_valid_by_the_open_xml_sdk(self, made):
        for path in made.documents.values():
            assert sdk_faults(path) == []

    def it_is_accessible(self, made):
        for path in made.documents.values():
            parts = read(path.read_bytes())
            root = etree.fromstring(parts["word/document.xml"])
            for table in root.iter(qn("w:tbl")):
                look = table.find(f".//{qn('w:tblLook')}")
                if look.get(qn("w:firstRow")) == "1":
                    assert table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            for row in root.iter(qn("w:tr")):  # a frame may print the head of a table in white on a colour
                styles = {style.get(qn("w:val")) for style in row.iter(qn("w:pStyle"))}
                assert "Tabelkop" not in styles or row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            assert not list(root.iter(qn("w:gridSpan"), qn("w:vMerge"), qn("w:hMerge")))
            assert all(node.get("descr") for node in root.iter(f"{{{WP}}}docPr"))
            land = made.profile.organisatie.land or "NL"
            assert f'<w:lang w:val="nl-{land}"' in parts["word/styles.xml"].decode()
            assert re.search(r"<dc:title>[^<]{5,}</dc:title>", parts["docProps/core.xml"].decode())

    def it_has_headings_in_order_each_with_its_own_words_and_with_text_under_it(self, made):
        for document in made.documents:
            lines = [line for line in made.lines(document) if not line.startswith("[")]
            headings = [line for line in lines if line.startswith("#")]
            assert len(set(headings)) == len(headings)
            depths = [len(line.split(" ")[0]) for line in headings]
            assert depths[0] == 1
            assert all(later - earlier <= 1 for earlier, later in pairwise(depths))
            for line, after in zip(lines, [*lines[1:], "#"], strict=True):
                same = line.startswith("#") and after.startswith("#")
                assert not same or len(after.split(" ")[0]) > len(line.split(" ")[0]), (document, line)

    def it_lists_every_heading_in_the_contents(self, made):
        for document, path in made.documents.items():
            xml = read(path.read_bytes())["word/document.xml"].decode()
            anchors = re.findall(r'<w:hyperlink w:anchor="([^"]+)"', xml)
            assert anchors == re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(_Toc\d+)"', xml), document
            assert len(anchors) >= 3
