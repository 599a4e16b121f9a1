"""Whose a page is and what it is called, where only its first lines or a mail tell."""

from __future__ import annotations

import pytest

from tests.sources.printed import STATEMENT, Line, pdf, set_out
from verbale.lexicon import default_lexicon
from verbale.model import Given, RawDocument, Report
from verbale.reports import read_report
from verbale.reports.pdf import page_from_pdf

STORY = """VARL, 4 May 2025 - Osk will reopen its ferry line to Pellan, Lena Brask said.

"The ships are painted and the crews are paid," Brask told a meeting of captains in Varl on Sunday.

Pellan welcomed the news and asked for a time-table before the end of the month, its envoy said.
"""


def report(text: str, **given: str) -> Report:
    raw = RawDocument(data=text.encode(), origin="x.txt", given=Given(**given))
    return read_report(raw, default_lexicon())


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Lantern del Mar", "Lantern del Mar"),
        ("Diario del Golfo", "Diario del Golfo"),
        ("Harbour Telegraph (Vienna)", "Harbour Telegraph"),
        ("Gulf Watch Bulletin (fiction)", "Gulf Watch Bulletin"),
    ],
)
def test_a_first_line_is_the_outlet(line: str, outlet: str) -> None:
    read = report(f"{line}\n\nFerry line to be opened again\n\n{STORY}")
    assert (read.outlet, read.outlet_how) == (outlet, "stated")
    assert read.headline
    assert read.headline.text == "Ferry line to be opened again"


def test_a_subject_is_the_headline_of_a_mail_without_one() -> None:
    told = {"title": "Osk to sail to Pellan again", "published": "2025-05-05", "basis": "mail"}
    read = report(f"Gulf Watch Bulletin\n\n{STORY}", **told)
    assert read.headline
    assert read.headline.text == "Osk to sail to Pellan again"
    assert read.outlet == "Gulf Watch Bulletin"
    assert read.body[0].of(read.text).startswith("VARL, 4 May 2025")


def test_a_title_beside_the_report_that_is_not_its_own_is_told() -> None:
    told = {"title": "Ferry news of May", "basis": "sidecar"}
    read = report(f"Diario del Golfo\n\nFerry line to be opened again\n\n{STORY}", **told)
    assert read.headline
    assert read.headline.text == "Ferry line to be opened again"
    assert any("Ferry news of May" in note for note in read.notes)


def test_a_heading_goes_on_in_the_next_line() -> None:
    lines = [
        Line("MINISTRY OF FOREIGN AFFAIRS OF THE", 72, 800, 16),
        Line("REPUBLIC OF ORDANIA", 72, 780, 16),
        Line("Statement by the Ministry on", 72, 745, 16),
        Line("the ferry to Pellan", 72, 725, 16),
        *set_out(STATEMENT[3:], top=690),
    ]
    texts = [block.text for block in page_from_pdf(pdf([lines])).blocks]
    assert texts[:2] == [
        "MINISTRY OF FOREIGN AFFAIRS OF THE REPUBLIC OF ORDANIA",
        "Statement by the Ministry on the ferry to Pellan",
    ]
