"""Hostile source text made harmless to look at, whatever it is printed on."""

from __future__ import annotations

import re

#: Control characters, escape sequences' lead-ins, direction overrides and invisible joiners, and
#: what no encoder can write. White space is left to `visible` itself.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """``text`` on one line; each character that acts instead of showing becomes U+FFFD."""
    return UNSEEN.sub("\ufffd", " ".join(text.split()))


def kept_spaces(text: str) -> str:
    """The same for a piece of a line, whose outer spaces part it from its neighbours."""
    left = " " if text[:1].isspace() else ""
    right = " " if len(text) > 1 and text[-1:].isspace() else ""
    return f"{left}{visible(text)}{right}" if text.strip() else left
