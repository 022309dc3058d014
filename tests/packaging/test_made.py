from __future__ import annotations

import pytest

from tools.__main__ import EXAMPLE, ROOT, example, made, stale


class DescribeWhatIsMadeFromOtherFiles:
    @pytest.mark.parametrize("files", [made, example], ids=["templates and tables", "example documents"])
    def it_is_never_stale(self, files):
        assert [path.relative_to(ROOT).as_posix() for path in stale(files())] == [], "run: python -m tools"

    def it_keeps_no_example_document_that_is_not_made_any_more(self):
        assert {path.name for path in (EXAMPLE / "uit").iterdir()} == {path.name for path in example()}
