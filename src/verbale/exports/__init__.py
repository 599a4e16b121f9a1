"""Exports: any table of a record as JSON lines, CSV or Parquet, and the standard forms."""

from verbale.exports.export import FORMATS, export
from verbale.exports.standards import STANDARDS
from verbale.exports.tables import TABLES

__all__ = ["FORMATS", "STANDARDS", "TABLES", "export"]
