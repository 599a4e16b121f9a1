from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from verbale.record import Record


def test_the_demo_reads_shows_and_ends(run: Run) -> None:
    shown = run("demo", "here")
    assert shown.code == 0
    assert "35 new reports, 1 new version" in shown.out
    assert "Halveria" in shown.out
    assert "Try next:" in shown.out
    page = Path("here/brief.html").read_text(encoding="utf-8")
    assert "Halveria" in page
    with Record("here/demo.vrb", read_only=True) as record:
        assert record.check() == ()
        assert record.counts().statements > 200
    for line in shown.lines:
        if line.startswith("  verbale") and "FOLDER" not in line:
            assert run(*line.split()[1:]).code == 0, line
    assert "36 unchanged" in run("demo", "here").out
