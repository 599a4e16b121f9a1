"""Exports: any table of a record as JSON lines, CSV or Parquet."""

from verbale.exports.export import FORMATS, export
from verbale.exports.tables import TABLES

__all__ = ["FORMATS", "TABLES", "export"]
