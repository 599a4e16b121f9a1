from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from rich.console import Console

from tests.brief.newsroom import ALL, filled, report
from tests.brief.newsroom import said as words_of
from verbale.brief import (
    CheckedBrief,
    check,
    compose,
    render_html,
    render_markdown,
    render_terminal,
    render_text,
)
from verbale.brief.markdown import escaped

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> **bold** [link](javascript:x) "
    "[bold red]rich[/] \x1b[31mred\x1b[0m \u202egnp.exe https://evil.example www.evil.example "
    "a@evil.example `code` | cell | & &amp; {{ 7*7 }} {% raw %} # not a title _em_ ~~no~~ ![i](x)"
)


@pytest.fixture
def checked(tmp_path: Path) -> Iterator[CheckedBrief]:
    with filled(tmp_path / "ferry.vrb", ALL) as record:
        yield check(compose(record), record)


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[CheckedBrief]:
    """Markup in every place that a source can write to."""
    bad = report(
        f"Ordania and Velt {HOSTILE}\n# Lena Brask said {HOSTILE} at {HOSTILE}.\n",
        words_of(
            "Lena",
            "Lena Brask",
            "said",
            HOSTILE,
            type="direct",
            speaker=f"Lena {HOSTILE}",
            office=HOSTILE,
            to=HOSTILE,
            venue=HOSTILE,
            via=(HOSTILE,),
            country="XOR",
        ),
        origin="bad.txt",
        outlet=HOSTILE,
        agencies=(HOSTILE,),
        authors=(HOSTILE,),
    )
    with filled(tmp_path / "bad.vrb", (*ALL, bad)) as record:
        record.skip(HOSTILE, HOSTILE, kind="UnreadableSource")
        found = check(compose(record), record)
        assert not any("bad.txt" in c.report for d in found.dropped for c in d.sentence.citations)
        yield found


class Tags(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def tags(page: str) -> Tags:
    parser = Tags()
    parser.feed(page)
    return parser


def test_text_is_plain(checked: CheckedBrief) -> None:
    text = render_text(checked)
    assert text.startswith("# Brief: Ordania and Velt Islands\n")
    assert "### Ordania" in text
    assert re.search(r"“We are ready to sail again\..*” \(The Orda Courier\)\. \[\d+\]", text)
    assert re.search(r"^\[1\] “", text, re.MULTILINE)
    assert "Verbale takes no side" in text


def test_markdown_has_footnotes(checked: CheckedBrief) -> None:
    text = render_markdown(checked)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert used == set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert used


def test_html_is_one_whole_page(checked: CheckedBrief) -> None:
    page = render_html(checked)
    found = tags(page).found
    assert not {tag for tag, _ in found} & {"script", "link", "img", "iframe", "object", "base"}
    links = [attrs["href"] or "" for tag, attrs in found if tag == "a"]
    ids = {attrs.get("id") for _, attrs in found}
    assert {link for link in links if link[1:] not in ids} == {
        f"https://n.example/{raw.origin}" for _, raw in ALL
    }
    assert "url(" not in page
    assert "@import" not in page
    assert "prefers-color-scheme: dark" in page
    assert "characters 55–132 of ferry.txt" in page


def test_hostile_words_in_html(hostile: CheckedBrief) -> None:
    page = render_html(hostile)
    found = tags(page)
    assert not {tag for tag, _ in found.found} & {"script", "img"}
    assert not any(name.startswith("on") for _, attrs in found.found for name in attrs)
    assert "<script>alert(1)</script>" in found.words
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "{{ 7*7 }}" in found.words


def test_hostile_words_in_markdown(hostile: CheckedBrief) -> None:
    text = render_markdown(hostile)
    assert "\x1b" not in text
    assert "\u202e" not in text
    page = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)
    found = tags(page)
    names = {tag for tag, _ in found.found}
    assert not names & {"script", "img", "a", "em", "s", "table", "del"}
    assert "<script>alert(1)</script>" in found.words
    assert "https://evil" not in text
    assert "www.evil" not in text
    assert "a@evil" not in text


@pytest.mark.parametrize("words", ["1. one", "- one", "+ one", "# one", "1) one", "> one", "* one"])
def test_no_words_begin_a_list_or_heading(words: str) -> None:
    page = MarkdownIt().render(escaped(words))
    assert {tag for tag, _ in tags(page).found} == {"p"}


def test_hostile_words_in_text(hostile: CheckedBrief) -> None:
    text = render_text(hostile)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert "[bold red]rich[/]" in text


def test_hostile_words_on_a_terminal(hostile: CheckedBrief) -> None:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=300, color_system="truecolor")
    render_terminal(hostile, console)
    shown = screen.getvalue()
    assert "[bold red]rich[/]" in shown
    assert "\x1b[31mred" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize("width", [30, 80, 200])
def test_a_terminal_of_any_width(checked: CheckedBrief, width: int) -> None:
    screen = io.StringIO()
    render_terminal(checked, Console(file=screen, width=width))
    assert "Verbale takes" in " ".join(screen.getvalue().split())
    assert max(map(len, screen.getvalue().splitlines())) <= width
