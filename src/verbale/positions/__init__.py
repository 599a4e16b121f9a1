"""Positions: where a party stands on talks, outcome, terms and relations, within one report."""

from verbale.positions.find import find_positions

__all__ = ["find_positions"]
