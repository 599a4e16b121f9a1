"""Reports: from a `RawDocument` to a `Report` whose every part has its place in the text."""

from verbale.reports.days import day_mentions
from verbale.reports.decode import decode
from verbale.reports.read import read_report

__all__ = ["day_mentions", "decode", "read_report"]
