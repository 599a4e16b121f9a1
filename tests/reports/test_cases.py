"""Every page in `data`, read whole and compared with what stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.cases import PAGES, document, expected, found, wanted
from tests.reports.press import Press
from verbale.reports import read_report


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_reads_the_page_as_a_person_would(page: Path) -> None:
    report = read_report(document(page), Press())
    assert found(page, report) == wanted(page, report.text)
    for words in expected(page).get("notes", []):
        assert any(words in note for note in report.notes), report.notes
