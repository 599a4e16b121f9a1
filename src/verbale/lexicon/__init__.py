"""Names of states, bodies, outlets and titles as data, and how they are found in a text."""

from verbale.lexicon.entries import Body, Entry, Institution, Match, Outlet, Party, Title
from verbale.lexicon.lexicon import Lexicon, default_lexicon

__all__ = [
    "Body",
    "Entry",
    "Institution",
    "Lexicon",
    "Match",
    "Outlet",
    "Party",
    "Title",
    "default_lexicon",
]
