"""What is contested: names and claims in their holders' words, cited and checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.brief.lines import Change, sections, with_values, without_values
from tests.brief.newsroom import filled, report
from tests.brief.newsroom import said as words_of
from verbale.brief import Brief, BriefRequest, Section, check, compose, render_html, render_markdown
from verbale.brief.wording import words
from verbale.lexicon import Lexicon
from verbale.model import Annotation, NameUse, RawDocument, Span, Topic
from verbale.record import Record

KEYS = {"Gull Rocks": "gull rock", "Herring Stones": "herring stone"}
Made = tuple[Annotation, RawDocument]


def on_the_rocks(made: Made, name: str, *uses: dict[str, Any]) -> Made:
    """The report with the rocks, under this name, as its topic; ``uses`` are names as they stand
    there."""
    annotation, raw = made
    topic = Topic(
        id=1,
        key=KEYS[name],
        head=name.split()[-1].lower(),
        kind="territory",
        words=name,
        parties=("XOR", "XVE"),
        place=True,
        disputed=True,
        also=tuple(key for key in KEYS.values() if key != KEYS[name]),
        statements=tuple(said.id for said in annotation.statements),
        weight=6,
    )
    names = []
    for fields in uses:
        start = annotation.text.index(fields["name"])
        span = Span(start, start + len(fields["name"]))
        names.append(NameUse(key=KEYS[fields["name"]], span=span, **fields))
    return msgspec.structs.replace(annotation, topics=(topic,), names=tuple(names)), raw


OURS = on_the_rocks(
    report(
        "Ordania and Velt at odds over the Gull Rocks\n"
        "The Gull Rocks, which Velt calls the Herring Stones, are bare.\n"
        "The rocks are an inherent part of Ordania, minister Lena Brask told Velt.\n",
        words_of(
            "The rocks",
            "minister Lena Brask",
            "told",
            "The rocks are an inherent part of Ordania",
            speaker="Lena Brask",
            office="minister",
            country="XOR",
            said_on="2024-03-04",
        ),
        origin="ours.txt",
    ),
    "Gull Rocks",
    {"name": "Gull Rocks", "also": ("herring stone",)},
    {"name": "Herring Stones", "party": "XVE"},
)
AGAIN = on_the_rocks(
    report(
        "Ordania on the Gull Rocks\n"
        "The rocks are an inherent part of Ordania, Lena Brask told Velt again.\n",
        words_of(
            "The rocks",
            "Lena Brask",
            "told",
            "The rocks are an inherent part of Ordania",
            speaker="Lena Brask",
            country="XOR",
        ),
        origin="again.txt",
        day="2024-05-06",
        outlet=None,
        agencies=("Orda Wire",),
    ),
    "Gull Rocks",
    {"name": "Gull Rocks"},
)
THEIRS = on_the_rocks(
    report(
        "Velt answers Ordania\n"
        '"The Herring Stones are Veltish. They are illegally occupied," Iro Salm said.\n',
        words_of(
            '"The Herring',
            "Iro Salm",
            "said",
            "The Herring Stones are Veltish. They are illegally occupied",
            type="direct",
            speaker="Iro Salm",
            office="envoy",
            country="XVE",
        ),
        origin="theirs.txt",
        day="XXXX-04-01",
        outlet="Velt Herald",
    ),
    "Herring Stones",
    {"name": "Herring Stones", "statement": 1, "own": True},
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "rocks.vrb", (OURS, AGAIN, THEIRS)) as opened:
        yield opened


@pytest.fixture
def brief(record: Record, lexicon: Lexicon) -> Brief:
    return compose(record, lexicon=lexicon)


def questions(brief: Brief) -> dict[str, Section]:
    found = (s for s in sections(brief) if s.kind == "contested" and s.sentences)
    return {words(section.heading): section for section in found}


def test_names_stand_with_those_who_use_them(brief: Brief) -> None:
    section = questions(brief)["Gull Rocks / Herring Stones: what it is called"]
    assert [words(sentence) for sentence in section.sentences] == [
        "Gull Rocks: used by The Orda Courier and an outlet not stated (from Orda Wire). In these"
        " reports from 4 March 2024 to 6 May 2024.",
        "Herring Stones: so called by the Velt Islands, as reported by The Orda Courier. Used by"
        " Iro Salm of the Velt Islands (quoted). In these reports on 4 March 2024.",
    ]


def test_claims_stand_in_their_holders_words(brief: Brief) -> None:
    section = questions(brief)["Gull Rocks / Herring Stones: whose it is"]
    assert [words(sentence) for sentence in section.sentences] == [
        "As reported on 6 May 2024, Ordania said, through Lena Brask: “The rocks are an inherent"
        " part of Ordania” (outlet not stated, from Orda Wire; The Orda Courier). First on 4 March"
        " 2024.",
        "As reported on 1 April (year not known), the Velt Islands said, through Iro Salm, envoy:"
        " “The Herring Stones are Veltish. They are illegally occupied” (Velt Herald).",
    ]


def test_every_sentence_is_cited_and_stands(brief: Brief, record: Record, lexicon: Lexicon) -> None:
    checked = check(brief, record, lexicon=lexicon)
    assert checked.dropped == ()
    for section in questions(brief).values():
        assert all(sentence.citations for sentence in section.sentences)
    for page in (render_html(checked), render_markdown(checked)):
        assert "What is contested" in page
        assert "no name is given as the name" in page


NAMES, CLAIMS = "what it is called", "whose it is"


@pytest.mark.parametrize(
    ("question", "change", "reason"),
    [
        (NAMES, with_values(name="Herring Stones"), "does not hold the name"),
        (NAMES, with_values(users="the Velt Herald"), "somebody else use"),
        (NAMES, with_values(days="in 2020"), "told otherwise"),
        (CLAIMS, with_values(party="the Velt Islands"), "another party"),
        (CLAIMS, with_values(quote="The rocks are bare"), "words"),
        (CLAIMS, with_values(speaker="Iro Salm"), "speaker"),
        (CLAIMS, with_values(office="king"), "office"),
        (CLAIMS, with_values(when="On 6 May 2024 "), "another day"),
        (CLAIMS, with_values(first="on 3 March 2024"), "another day"),
        (CLAIMS, with_values(verb="denied"), "denial"),
        (CLAIMS, with_values(teller="Iro Salm"), "whose telling"),
        (CLAIMS, with_values(sources="The Orda Courier"), "sources"),
        (CLAIMS, without_values("first"), "told otherwise"),
    ],
)
def test_a_forged_sentence_is_dropped(
    question: str, change: Change, reason: str, brief: Brief, record: Record, lexicon: Lexicon
) -> None:
    target = next(s for head, s in questions(brief).items() if head.endswith(question))

    def visit(section: Section) -> Section:
        if section is target:
            first, *rest = section.sentences
            return msgspec.structs.replace(section, sentences=(change(first), *rest))
        return msgspec.structs.replace(section, sections=tuple(map(visit, section.sections)))

    forged = msgspec.structs.replace(brief, sections=tuple(map(visit, brief.sections)))
    (dropped,) = check(forged, record, lexicon=lexicon).dropped
    assert reason in dropped.reason


def test_a_question_that_is_not_open_falls_with_all_below(
    brief: Brief, record: Record, lexicon: Lexicon
) -> None:
    def visit(section: Section) -> Section:
        heading = section.heading
        if heading.values.get("question") == CLAIMS:
            heading = with_values(question="who is to blame")(heading)
        below = tuple(map(visit, section.sections))
        return msgspec.structs.replace(section, heading=heading, sections=below)

    forged = msgspec.structs.replace(brief, sections=tuple(map(visit, brief.sections)))
    reasons = {dropped.reason for dropped in check(forged, record, lexicon=lexicon).dropped}
    assert reasons == {"under a heading: no such question is open"}


def test_one_sides_claim_alone_is_no_contest(tmp_path: Path, lexicon: Lexicon) -> None:
    with filled(tmp_path / "one.vrb", (OURS, AGAIN)) as record:
        brief = compose(record, lexicon=lexicon)
    assert list(questions(brief)) == ["Gull Rocks / Herring Stones: what it is called"]


def test_what_is_contested_does_not_pass_with_the_period(record: Record, lexicon: Lexicon) -> None:
    """A claim of before the period is still held; one from after it is not known yet."""
    late = compose(record, BriefRequest(since="2024-05"), lexicon=lexicon)
    assert check(late, record, lexicon=lexicon).dropped == ()
    assert len(questions(late)) == 2
    early = compose(record, BriefRequest(until="2024-03"), lexicon=lexicon)
    assert not any("6 May" in words(s) for q in questions(early).values() for s in q.sentences)
