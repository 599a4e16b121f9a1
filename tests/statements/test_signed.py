"""Posts and pulled quotations with the name under them."""

import pytest

from verbale import annotate
from verbale.model import RawDocument

PAGE = (
    "Ghana and Togo quarrel over fishing grounds\n\nThe Keta Lagoon Post\n\n12 July 2023\n\n"
    "ACCRA — Two governments quarrelled about a lagoon on Tuesday, and neither would say when "
    "they will meet again.\n\n{block}\n\nThe two countries share the lagoon, and its fishermen "
    "have crossed the line for longer than anyone can recall.\n"
)


def signed(block: str) -> list[tuple[str, str, str | None]]:
    found = annotate(PAGE.format(block=block))
    return [
        (one.source[0].of(found.text), one.content[0].of(found.text), one.speaker)
        for one in found.statements
        if one.rule == "signed-quote"
    ]


@pytest.mark.parametrize(
    ("block", "name"),
    [
        ("“We will come back to the lagoon.”\n\n— Kwabena Asare", "Kwabena Asare"),
        (
            "We will come back to the lagoon.\n\n— Kwabena Asare (@kasare) July 11, 2023",
            "Kwabena Asare",
        ),
        (
            "We will come back to the lagoon.\n\n— Kwabena Asare 🐟 (@kasare) July 11, 2023",
            "Kwabena Asare",
        ),
        (
            '"We will come back to the lagoon."\n\n-- Afi Mensah, Togo\'s envoy',
            "Afi Mensah, Togo's envoy",
        ),
    ],
)
def test_a_signature_under_a_quotation_is_its_source(block: str, name: str):
    assert signed(block) == [(name, "We will come back to the lagoon", name.split(",")[0])]


@pytest.mark.parametrize(
    "block",
    [
        "The lagoon is shallow in July.\n\n— Kwabena Asare",
        "“We will come back to the lagoon.”\n\n— Reporting by Kwabena Asare",
        "Share this page\n\n— Kwabena Asare (@kasare) July 11, 2023",
        "“We will come back,” he said, and left the hall — Kwabena Asare among those who stayed.",
    ],
)
def test_other_dashes_sign_nothing(block: str):
    assert signed(block) == []


def test_the_lines_of_an_embedded_post_are_one_statement():
    story = PAGE.format(block="POST").replace("\n\n", "</p>\n<p>")
    post = (
        '<div class="social-embed"><blockquote class="twitter-tweet"><p dir="ltr">The lagoon is '
        "ours to share.<br><br>We urge both navies to stay away<br>https://t.co/a1</p>"
        "— Afi Mensah (@afimensah) <a>July 11, 2023</a></blockquote></div>"
    )
    page = f"<html><body><article><p>{story}</p></article></body></html>"
    raw = page.replace("<p>POST</p>", post).encode()
    found = annotate(RawDocument(data=raw, origin="page.html", media="html"))
    told = [(s.rule, s.content[0].of(found.text), s.speaker) for s in found.statements]
    whole = "The lagoon is ours to share. We urge both navies to stay away"
    assert ("signed-quote", whole, "Afi Mensah") in told
    assert all("t.co" not in content for _, content, _ in told)


def test_a_pull_quote_that_repeats_the_story_is_left_out():
    said = "“We will come back to the lagoon before the rains,” Afi Mensah said in Lomé."
    pulled = "“We will come back to the lagoon before the rains.” — Afi Mensah"
    story = PAGE.format(block=f"{said}\n\nPULLED").replace("\n\n", "</p>\n<p>")
    page = f"<html><body><article><p>{story}</p></article></body></html>"
    box = f'<blockquote class="pull-quote"><p>{pulled}</p></blockquote>'
    found = annotate(
        RawDocument(data=page.replace("<p>PULLED</p>", box).encode(), origin="p", media="html")
    )
    told = [s.content[0].of(found.text) for s in found.statements if s.speaker == "Afi Mensah"]
    assert told == ["We will come back to the lagoon before the rains"]
