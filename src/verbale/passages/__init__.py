"""Passages: paragraphs, sentences and quotations of a report.

report -> paragraphs -> quotations (over paragraphs) -> sentences (not inside a framed quotation)
"""

from verbale.model import Passages, Report, Sentence
from verbale.passages.frames import Frame, read_frames
from verbale.passages.paragraphs import paragraphs
from verbale.passages.quotation import quotations
from verbale.passages.sentences import sentence_spans

__all__ = ["Frame", "find_passages", "paragraphs", "quotations", "read_frames", "sentence_spans"]


def find_passages(report: Report) -> Passages:
    """The passages of ``report``'s headline, stand-first and body; offsets into its text."""
    blocks = paragraphs(report)
    quotes = quotations(report.text, blocks)
    closed = [span for quote in quotes if quote.depth == 1 for span in quote.outer]
    found = [
        Sentence(span, block.index)
        for block in blocks
        for span in sentence_spans(
            report.text, block.span, (span for span in closed if block.span.covers(span))
        )
    ]
    return Passages(blocks, tuple(found), quotes)
