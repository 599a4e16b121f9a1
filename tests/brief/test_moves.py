"""What a brief opens with: where each side stands, what changed, the state of the talks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.brief.lines import Change, forge, said, section, with_values
from tests.brief.newsroom import ALL, filled, report
from tests.brief.newsroom import said as words_of
from verbale.brief import Brief, BriefRequest, check, compose
from verbale.brief.moves import place_of
from verbale.lexicon import Lexicon
from verbale.model import Act, Annotation, RawDocument, Span
from verbale.record import Record
from verbale.talks.find import Mention


def with_acts(made: tuple[Annotation, RawDocument], *acts: dict[str, Any]) -> Any:
    """The report with acts; ``evidence`` is their words."""
    annotation, raw = made
    placed = []
    for number, fields in enumerate(acts, 1):
        start = annotation.text.index(fields["evidence"])
        place = Span(start, start + len(fields["evidence"]))
        placed.append(Act(id=number, **{**fields, "evidence": (place,)}))
    return msgspec.structs.replace(annotation, acts=tuple(placed)), raw


LATER = with_acts(
    report(
        "Ordania never to sail to Velt\n"
        "Velt closed its harbour. In response, Ordania broke off the ferry talks with Velt, citing "
        'a loss of trust.\n"We shall never sail again," Lena Brask told Velt and Ordania.\n',
        words_of(
            '"We shall never',
            "Lena Brask",
            "told",
            "We shall never sail again",
            country="XOR",
            speaker="Lena Brask",
            office="Minister of Ferries",
            said_on="2024-05-02",
            type="direct",
        ),
        origin="never.txt",
        day="2024-05-02",
        positions=(
            {
                "party": "XOR",
                "matter": "ferry",
                "on": "talks",
                "stance": "refuses",
                "evidence": "We shall never sail again",
                "statement": 1,
            },
        ),
    ),
    {
        "type": "SANCTION",
        "actor": ("XOR",),
        "recipient": ("XVE",),
        "evidence": "Ordania broke off the ferry talks with Velt, citing a loss of trust",
    },
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "moved.vrb", (*ALL, LATER)) as opened:
        yield opened


@pytest.fixture
def brief(record: Record, lexicon: Lexicon) -> Brief:
    return compose(record, lexicon=lexicon)


def test_every_sentence_stands(brief: Brief, record: Record, lexicon: Lexicon) -> None:
    assert check(brief, record, lexicon=lexicon).dropped == ()


def test_the_latest_word_of_each_target_opens_the_brief(brief: Brief) -> None:
    (line,) = said(brief, "stands")
    assert line == (
        "On 2 May 2024 Ordania refused talks, through Lena Brask, Minister of Ferries: “We shall"
        " never sail again” (The Orda Courier)."
    )
    assert [part.kind for part in brief.sections[1].sections][:3] == ["stands", "shifts", "talks"]


def test_earlier_positions_stay_with_their_side(brief: Brief) -> None:
    (line,) = said(brief, "positions", "XOR")
    assert "On 4 March 2024 Ordania set a condition" in line


def test_a_shift_has_both_passages(brief: Brief) -> None:
    (line,) = said(brief, "shifts")
    assert line == (
        "Ordania on talks: another stance. Before: 4 March 2024, through Lena Brask, Minister of"
        " Ferries, set a condition, “sail again”: “We are ready to sail again” (The Orda"
        " Courier). After: 2 May 2024, through Lena Brask, Minister of Ferries, refused: “We shall"
        " never sail again” (The Orda Courier)."
    )
    assert len(section(brief, "shifts").sentences[0].citations) == 2


def test_the_state_of_the_talks_with_its_ground_and_what_it_answers(brief: Brief) -> None:
    (line,) = said(brief, "talks")
    assert line == (
        "As reported on 2 May 2024, talks were broken off by Ordania: “Ordania broke off the ferry"
        " talks with Velt, citing a loss of trust” (The Orda Courier). Told as an answer to this:"
        " “Velt closed its harbour”."
    )


@pytest.mark.parametrize(
    ("kind", "change", "reason"),
    [
        ("stands", with_values(silent="9 months"), "stands elsewhere"),
        ("stands", with_values(since="4 March 2024"), "stands elsewhere"),
        ("shifts", with_values(kind="a reversal"), "nothing changed so"),
        ("shifts", with_values(before_day="5 March 2024"), "2024-03-04"),
        ("shifts", with_values(before_stance="refused"), "stance"),
        ("shifts", with_values(before_quote="We are ready"), "words"),
        ("shifts", with_values(day="3 May 2024"), "2024-05-02"),
        ("shifts", with_values(quote="We shall never"), "words"),
        ("talks", with_values(by="the Velt Islands"), "no report tells"),
        ("talks", with_values(state="talks were resumed"), "no report tells"),
        ("talks", with_values(answers="Velt sank the ferry"), "no report tells"),
    ],
)
def test_a_forged_sentence_is_dropped(
    kind: str, change: Change, reason: str, brief: Brief, record: Record, lexicon: Lexicon
) -> None:
    (dropped,) = check(forge(brief, kind, change), record, lexicon=lexicon).dropped
    assert reason in dropped.reason


def test_since_a_day_a_shift_still_shows_the_words_before_it(
    record: Record, lexicon: Lexicon
) -> None:
    request = BriefRequest(since="2024-05", changes_since="2024-05")
    brief = compose(record, request, lexicon=lexicon)
    assert check(brief, record, lexicon=lexicon).dropped == ()
    assert "Before: 4 March 2024" in said(brief, "shifts")[0]
    assert brief.sections[1].sections[0].heading.values == {"since": "2024-05"}
    late = compose(record, msgspec.structs.replace(request, since="2024-06"), lexicon=lexicon)
    assert not any(part.kind == "shifts" for part in late.sections[1].sections)


def test_what_was_known_is_left_out(record: Record, lexicon: Lexicon) -> None:
    known = frozenset(r.handle for r in record.each_report() if not r.handle.startswith("never"))
    request = BriefRequest(changes_since="last-week.vrb")
    brief = compose(record, request, lexicon=lexicon, known=known)
    assert check(brief, record, lexicon=lexicon, known=known).dropped == ()
    assert len(said(brief, "shifts")) == 1
    assert not any("March" in line for line in said(brief, "timeline"))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("that it would not go on with the talks", "it would not go on with the talks"),
        ("it would not go on with the talks", "it would not go on with the talks"),
    ],
)
def test_what_joins_words_to_their_cue_is_not_quoted(words: str, shown: str) -> None:
    text = f"The ministry of Velt announced {words}. Nobody answered."
    mention = Mention(id="t1", kind="statement", words=words, before="announced ")
    assert place_of(mention, text).of(text) == shown
