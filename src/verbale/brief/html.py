"""The brief as one HTML page that needs nothing else: no script, no font, no request."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from verbale.brief.layout import lay_out, note_origin
from verbale.brief.model import CheckedBrief
from verbale.brief.visible import kept_spaces, visible

_ADDRESS = re.compile(r"https?://[^\s\"'<>\x00-\x20\x7f]+", re.IGNORECASE)


def render_html(checked: CheckedBrief) -> str:
    """A self-contained page. Source text is escaped by the template engine, never trusted."""
    return _template().render(page=lay_out(checked)) + "\n"


def is_address(text: str) -> bool:
    """Whether a page may link there: an ordinary web address and no script."""
    return bool(_ADDRESS.fullmatch(text))


@cache
def _template() -> Template:
    return escaping("verbale.brief").get_template("brief.html")


def escaping(package: str) -> Environment:
    """The templates of ``package``: all that is put into them is escaped, and nothing may miss."""
    environment = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(visible=visible, piece=kept_spaces, origin=note_origin)
    environment.tests["address"] = is_address
    return environment
