"""Every page in `data`, read whole and compared with what stands beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.reports.cases import PAGES, document, expected, found, wanted
from tests.reports.press import Press
from verbale.lexicon import default_lexicon
from verbale.reports import read_report
from verbale.reports.names import Outlets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_reads_the_page_as_a_person_would(page: Path) -> None:
    report = read_report(document(page), Press())
    assert found(page, report) == wanted(page, report.text)
    for words in expected(page).get("notes", []):
        assert any(words in note for note in report.notes), report.notes


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_reads_it_alike_with_the_built_in_lexicon(page: Path) -> None:
    lexicon = default_lexicon()
    report = read_report(document(page), lexicon)
    assert found(page, report) == _canonical(wanted(page, report.text), lexicon)


def _canonical(case: dict[str, Any], lexicon: Outlets) -> dict[str, Any]:
    """The case with outlets and agencies under the names that the lexicon gives them."""

    def named(name: str) -> str:
        entry = lexicon.outlet(name)
        return entry.credit if entry else name

    line = case["dateline"]
    if line and "agency" in line:
        line = line | {"agency": named(line["agency"])}
    outlet = named(case["outlet"]) if case["outlet"] else None
    return case | {"outlet": outlet, "agencies": [*map(named, case["agencies"])], "dateline": line}
