from __future__ import annotations

import pytest

from tests.sources.printed import STATEMENT, Line, pdf, set_out
from verbale.model import RawDocument
from verbale.pipeline import annotate
from verbale.reports.pdf import page_from_pdf

PARAGRAPHS = [" ".join(lines) for lines in STATEMENT]


def texts(data: bytes) -> list[str]:
    return [block.text for block in page_from_pdf(data).blocks]


def test_lines_become_paragraphs() -> None:
    page = page_from_pdf(pdf([set_out(STATEMENT)]))
    assert [block.text for block in page.blocks] == PARAGRAPHS
    assert all(block.span.of(page.text) == block.text for block in page.blocks)


def test_an_indent_begins_a_paragraph() -> None:
    lines = [
        Line("The ferry would sail again before the summer if the dues were settled,", 72, 700),
        Line("Brask said in Orda on Monday, and that was all she would say about it now.", 72, 686),
        Line("Nothing was settled, the harbour master of Pellan said on the radio then.", 90, 672),
        Line(
            "He would wait for a letter, as harbour masters do in spring and autumn too.", 72, 658
        ),
    ]
    assert len(texts(pdf([lines]))) == 2


def test_a_sentence_goes_on_over_the_page_and_its_number() -> None:
    head = Line("Ordania, Ministry of Foreign Affairs", 72, 800)
    first = [*set_out([("The ferry would sail again before the summer, Lena Brask said, and",)])]
    second = [*set_out([("the dues would be settled in a way that both sides had agreed on.",)])]
    pages = [
        [head, *first, Line("Page 1 of 2", 280, 40)],
        [head, *second, Line("Page 2 of 2", 280, 40)],
    ]
    page = page_from_pdf(pdf(pages))
    story = [block.text for block in page.blocks if block.hint is None]
    assert story == [
        "The ferry would sail again before the summer, Lena Brask said, and"
        " the dues would be settled in a way that both sides had agreed on."
    ]
    foreign = [block.text for block in page.blocks if block.hint is not None]
    assert foreign == [head.words, "Page 1 of 2", head.words, "Page 2 of 2"]


def test_a_larger_line_is_a_heading() -> None:
    lines = [Line("Ferry to sail again", 72, 780, 20), *set_out(STATEMENT[3:], top=740)]
    first, *rest = page_from_pdf(pdf([lines])).blocks
    assert (first.text, first.heading) == ("Ferry to sail again", 1)
    assert not any(block.heading for block in rest)


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.4\n", pdf([[]])])
def test_there_is_a_page_for_any_bytes(data: bytes) -> None:
    assert page_from_pdf(data).text == ""


def test_a_printed_statement_is_read_like_any_report() -> None:
    raw = RawDocument(data=pdf([set_out(STATEMENT)]), origin="statement.pdf", media="pdf")
    drawn = annotate(raw)
    report = drawn.report
    assert report.published is not None
    assert report.published.date == "2024-03-04"
    assert [part for part in PARAGRAPHS[3:] if part in drawn.text] == PARAGRAPHS[3:]
    assert "Lena Brask" in {said.speaker for said in drawn.statements}
    assert annotate(raw) == drawn
