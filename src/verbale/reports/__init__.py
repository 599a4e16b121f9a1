"""Reports: from a `RawDocument` to a `Report` whose every part has its place in the text."""

from verbale.reports.days import DayMention, base_day, day_mentions
from verbale.reports.decode import decode
from verbale.reports.documents import is_document_title
from verbale.reports.read import read_report

__all__ = ["DayMention", "base_day", "day_mentions", "decode", "is_document_title", "read_report"]
