"""All renderers of a checked brief, by the name of their format."""

from __future__ import annotations

from collections.abc import Callable

from verbale.brief.html import render_html
from verbale.brief.markdown import render_markdown
from verbale.brief.model import CheckedBrief
from verbale.brief.text import render_terminal, render_text

FORMATS: dict[str, Callable[[CheckedBrief], str]] = {
    "text": render_text,
    "markdown": render_markdown,
    "html": render_html,
}

__all__ = ["FORMATS", "render_html", "render_markdown", "render_terminal", "render_text"]
