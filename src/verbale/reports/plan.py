"""A layout in the making: what is known so far of every block of a page."""

from __future__ import annotations

from verbale.model import Headline, Span
from verbale.reports.dateline import Filed
from verbale.reports.labels import label
from verbale.reports.names import Outlets
from verbale.reports.page import Page
from verbale.reports.stretch import story_stretch


class Plan:
    """Labels first, then headline, dateline and body, each step narrowing ``run``."""

    def __init__(self, page: Page, outlets: Outlets) -> None:
        self.page = page
        self.outlets = outlets
        labels = label(page, outlets)
        self.blocks = labels.blocks
        self.kinds = list(labels.kinds)
        self.credits = labels.credited
        self.closing = labels.closing
        self.run_on = labels.run_on
        stretch = story_stretch(labels.blocks, labels.kinds, labels.credited)
        self.run = stretch.run
        for at in stretch.listed:
            self.kinds[at] = "related"
        self.headline: Headline | None = None
        self.headline_at: int | None = None
        self.standfirst: Span | None = None
        self.filed: Filed | None = None
