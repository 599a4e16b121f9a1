"""The brief: what each side said, in checked sentences that cite their passages."""

from verbale.brief.check import check, told
from verbale.brief.compose import compose
from verbale.brief.model import (
    Brief,
    BriefRequest,
    CheckedBrief,
    Citation,
    Dropped,
    Footnote,
    Section,
    Sentence,
)
from verbale.brief.names import Parties
from verbale.brief.render import FORMATS, render_html, render_markdown, render_terminal, render_text

__all__ = [
    "FORMATS",
    "Brief",
    "BriefRequest",
    "CheckedBrief",
    "Citation",
    "Dropped",
    "Footnote",
    "Parties",
    "Section",
    "Sentence",
    "check",
    "compose",
    "render_html",
    "render_markdown",
    "render_terminal",
    "render_text",
    "told",
]
