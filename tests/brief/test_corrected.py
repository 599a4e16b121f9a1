"""A brief says what people corrected, and no more."""

from __future__ import annotations

from pathlib import Path

import msgspec

from tests.record.factory import TALKS, annotate
from verbale.brief import check, compose, render_text
from verbale.record import Record


def test_the_footer_counts_corrections_and_the_check_counts_again(tmp_path: Path) -> None:
    with Record(tmp_path / "x.vrb") as record:
        record.add(*annotate(TALKS, url="https://orda.example/1"))
        assert "Made by hand" not in render_text(check(compose(record), record))
        record.corrections.correct("s1", {"speaker": "Iro Salm"}, author="x")
        checked = check(compose(record), record)
        assert "Made by hand: 1 correction of" in render_text(checked)
        record.add(*annotate(TALKS.replace("sail", "wait"), url="https://orda.example/1"))
        orphaned = check(compose(record), record)
        assert "1 correction whose passage is not in the record" in render_text(orphaned)
        stale = msgspec.structs.replace(compose(record), footer=checked.brief.footer)
        assert [d.sentence.template for d in check(stale, record).dropped] == ["footer.corrected"]


def test_a_day_given_by_hand_is_called_that(tmp_path: Path) -> None:
    with Record(tmp_path / "x.vrb") as record:
        record.add(*annotate(TALKS, published="XXXX-03-04"))
        record.corrections.correct("r1", {"published": "2025-03-04"}, author="x")
        checked = check(compose(record), record)
        text = render_text(checked)
        assert checked.dropped == ()
        assert "4 March 2025 (corrected by hand)" in text
        assert "year of 4 March" not in text
