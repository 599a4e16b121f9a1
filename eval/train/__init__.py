"""Trains the clause coder that ships with Verbale: ``python -m eval.train``."""
