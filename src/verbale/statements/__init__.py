"""Statements: who said what. Ordered rules over the parse; `find_statements` runs them."""

from verbale.statements.find import Attempt, Found, find_statements

__all__ = ["Attempt", "Found", "find_statements"]
