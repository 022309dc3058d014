from __future__ import annotations

from tools.__main__ import ROOT, stale


class DescribeWhatIsMadeFromOtherFiles:
    def it_is_never_stale(self):
        assert [path.relative_to(ROOT).as_posix() for path in stale()] == [], "run: python -m tools"
