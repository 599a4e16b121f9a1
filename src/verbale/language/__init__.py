"""Language backends behind one protocol. Rules see `Word`s, never a library's own types."""

from verbale.language.backend import Backend, Parse, Unit, Word, asked_once
from verbale.language.registry import SERVED, backend_for

__all__ = ["SERVED", "Backend", "Parse", "Unit", "Word", "asked_once", "backend_for"]
