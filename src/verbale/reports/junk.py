"""What on a page is not the story: rules by kind, each on one block.

A rule sees a block's text only, never the story around it; where a line lies decides later, in
`layout`. So a rule must be sure of a line wherever it stands. The order of `RULES` is the
algorithm: the first rule that knows the line names its kind.
"""

from __future__ import annotations

from collections.abc import Callable

from verbale.model import JunkKind
from verbale.reports import phrases
from verbale.reports.page import Block
from verbale.reports.sections import is_section_list

Rule = Callable[[str], bool]

#: No furniture is longer than this; longer blocks are prose or runs of headlines.
_LONG = 700


def _share(text: str) -> bool:
    return phrases.SHARE.fullmatch(text) is not None or phrases.SHARE_START.match(text) is not None


def _navigation(text: str) -> bool:
    if phrases.NAVIGATION.fullmatch(text) or is_section_list(text):
        return True
    return len(text) < 200 and phrases.NAVIGATION_START.match(text) is not None


def is_menu_entry(text: str) -> bool:
    """Whether a short piece of a row is an entry of a menu: ``e-Paper``, ``Archive``, ``World``."""
    return _navigation(text) or phrases.SHARE.fullmatch(text) is not None


def _subscription(text: str) -> bool:
    if phrases.SUBSCRIPTION.match(text):
        return True
    if len(text) >= 260 or not any(
        mark in text
        for mark in (
            "ign ",
            "ubscri",
            "nbox",
            "rivacy",
            "free",
            "ournalism",
            "ndependent",
            "favo",
            "our ",
        )
    ):
        return False
    return phrases.SUBSCRIPTION_ANY.search(text) is not None


def _caption(text: str) -> bool:
    if phrases.CAPTION_START.match(text) or phrases.PHOTO_CREDIT.fullmatch(text):
        return True
    marked = "/" in text[-40:] or any(mark in text for mark in phrases.CREDIT_MARKS)
    if marked and phrases.CAPTION_ANY.search(text):
        return True
    if len(text) >= 260 or not any(digit in text[-6:] for digit in "0123456789"):
        return False
    unclosed = not text.rstrip().endswith((".", "”", '"', "!", "?"))
    dated = (unclosed or len(text) < 180) and phrases.CAPTION_TIME.search(text[-60:]) is not None
    return dated and phrases.POSING.search(text) is not None


def _credit(text: str) -> bool:
    return phrases.CREDIT.match(text) is not None


def _notice(text: str) -> bool:
    return phrases.NOTICE.match(text) is not None


def _disclaimer(text: str) -> bool:
    return phrases.DISCLAIMER.match(text) is not None


def _legal(text: str) -> bool:
    if phrases.LEGAL.match(text):
        return True
    marked = len(text) < 300 and any(
        mark in text for mark in ("©", "opyright", "OPYRIGHT", "ights", "IGHTS")
    )
    return marked and phrases.LEGAL_ANY.search(text) is not None


def _comments(text: str) -> bool:
    return phrases.COMMENTS.fullmatch(text) is not None


def _advert(text: str) -> bool:
    return phrases.ADVERT.fullmatch(text) is not None


def _related(text: str) -> bool:
    return opens_related_list(text) or (
        phrases.RELATED_LINE.match(text) is not None and len(text) < 260
    )


def opens_related_list(text: str) -> bool:
    """Whether the line is a bare heading ("Related Articles") over a list of other stories."""
    return len(text) < 70 and phrases.RELATED_HEAD.fullmatch(text) is not None


RULES: tuple[tuple[JunkKind, Rule], ...] = (
    ("advert", _advert),
    ("comments", _comments),
    ("share", _share),
    ("disclaimer", _disclaimer),
    ("credit", _credit),
    ("other", _notice),
    ("caption", _caption),
    ("legal", _legal),
    ("subscription", _subscription),
    ("navigation", _navigation),
    ("related", _related),
)


def junk_kind(block: Block) -> JunkKind | None:
    """The kind of furniture that ``block`` is by its words alone, or None."""
    text = block.text
    if len(text) > _LONG:
        return None
    return next((kind for kind, rule in RULES if rule(text)), None)
