"""Corrections laid over an annotation: found by their words, with what follows from them."""

from __future__ import annotations

import itertools

import msgspec
import pytest

from tests.record.factory import TALKS, annotate
from verbale.corrections import anchor_of, apply, signed
from verbale.model import Annotation, Correction, Dated, Junk, Span, Statement

REPLACED = msgspec.structs.replace


def drawn(text: str = TALKS, **options) -> Annotation:
    return annotate(text, **options)[0]


def said(annotation, kind, number, field, new, *, at="2025-01-01T00:00:00Z"):
    anchor = anchor_of(annotation, kind, number)
    return signed(Correction(id="", anchor=anchor, field=field, new=new, author="x", at=at))


def corrected(annotation: Annotation, *corrections: Correction) -> Annotation:
    found = apply(annotation, corrections)
    assert {o.state for o in found.outcomes} <= {"applied", "agrees"}
    return found.annotation


def states(annotation, *corrections):
    return [outcome.state for outcome in apply(annotation, corrections).outcomes]


def statement(annotation: Annotation, number: int = 1) -> Statement:
    return next(s for s in annotation.statements if s.id == number)


def test_the_annotation_itself_stays():
    before = drawn()
    kept = msgspec.json.encode(before)
    after = corrected(before, said(before, "statement", 1, "speaker", "Iro Salm"))
    assert statement(after).speaker == "Iro Salm"
    assert msgspec.json.encode(before) == kept
    assert apply(before, ()).annotation is before


def test_it_finds_its_words_in_another_version():
    one = drawn()
    change = said(one, "statement", 2, "speaker", "Iro Salm")
    other = drawn("An update\n" + TALKS.replace(" ", "  ").replace('"', "”"))
    assert statement(corrected(other, change), 2).speaker == "Iro Salm"
    assert statement(corrected(other, change), 1).speaker != "Iro Salm"


def test_it_waits_where_its_words_are_gone_or_stand_twice():
    one = drawn("Head\n{Lena Brask|said|the ferry would sail}.\n")
    change = said(one, "statement", 1, "country", "VEL")
    assert states(drawn("Head\n{Lena Brask|said|the ferry would wait}.\n"), change) == ["orphaned"]
    line = "{Lena Brask|said|the ferry would sail}."
    twice = drawn(f"Head\nOn Monday {line}\nOn Friday {line}\n")
    apart = said(twice, "statement", 2, "speaker", "Iro Salm")
    speakers = [s.speaker for s in corrected(twice, apart).statements]
    assert speakers == ["Lena Brask", "Iro Salm"]
    bare = REPLACED(change.anchor.quote, prefix="", suffix="", start=9999)
    lost = signed(REPLACED(change, anchor=REPLACED(change.anchor, quote=bare)))
    (outcome,) = apply(twice, [lost]).outcomes
    assert (outcome.state, outcome.reason) == (
        "orphaned",
        "its passage stands 2 times in the report",
    )


def test_rules_may_draw_a_little_more_or_less():
    one = drawn()
    change = said(one, "statement", 1, "speaker", "Iro Salm")
    content = statement(one).content[0]
    for end in (content.end - 5, content.end + 5):
        other = REPLACED(statement(one), content=(Span(content.start, end),), id=7)
        redrawn = REPLACED(one, statements=(other, one.statements[1]))
        assert statement(corrected(redrawn, change), 7).speaker == "Iro Salm"


def test_the_machine_may_come_to_agree():
    one = drawn()
    change = said(one, "statement", 1, "speaker", "Lena Brask")
    assert states(one, change) == ["agrees"]
    rejected = said(one, "statement", 1, "rejected", True)
    assert states(REPLACED(one, statements=one.statements[1:]), rejected) == ["agrees"]


def test_a_rejection_hits_no_neighbour():
    one = drawn()
    gone = said(one, "act", 1, "rejected", True)
    other = REPLACED(one, acts=(REPLACED(one.acts[0], type="REJECT"),))
    found = apply(other, [gone])
    assert (found.outcomes[0].state, len(found.annotation.acts)) == ("agrees", 1)


def test_a_rejected_statement_takes_its_positions_along_and_leaves_what_it_holds():
    one = drawn()
    inner = REPLACED(one.statements[1], nested_in=1)
    one = REPLACED(one, statements=(one.statements[0], inner))
    after = corrected(one, said(one, "statement", 1, "rejected", True))
    assert [(s.id, s.nested_in) for s in after.statements] == [(2, None)]
    assert after.positions == ()
    assert [act.statement for act in after.acts] == [None]
    stance = said(one, "position", 1, "stance", "refuses")
    found = apply(one, [stance, said(one, "statement", 1, "rejected", True)])
    assert [o.state for o in found.outcomes] == ["applied", "overruled"]


def test_sides_and_days_follow_the_statement_unless_said_otherwise():
    one = drawn(said_on="2024-03-01")
    one = REPLACED(one, acts=(REPLACED(one.acts[0], date="2024-03-01"),))
    changes = [
        said(one, "statement", 1, "country", "VEL"),
        said(one, "statement", 1, "said_on", "2024-03-02"),
    ]
    after = corrected(one, *changes)
    assert statement(after).said_how == "stated"
    assert after.positions[0].party == "VEL"
    assert (after.acts[0].actor, after.acts[0].date) == (("VEL",), "2024-03-02")
    after = corrected(one, *changes, said(one, "position", 1, "party", "ORD"))
    assert after.positions[0].party == "ORD"


def test_a_report_gives_its_year_to_days_that_lacked_one():
    one = drawn(published="XXXX-03-04", said_on="XXXX-12-30")
    notes = ("nothing supplies the year of XXXX-03-04", "its charset was guessed")
    one = REPLACED(one, report=REPLACED(one.report, notes=notes))
    after = corrected(one, said(one, "report", 0, "published", "2025-03-04"))
    assert after.report.notes == notes[1:]
    assert after.report.published == Dated(date="2025-03-04", how="metadata", basis="correction")
    assert {s.said_on for s in after.statements} == {"2024-12-30"}


def test_outlet_and_headline():
    one = drawn()
    after = corrected(
        one,
        said(one, "report", 0, "outlet", "Vel Gazette"),
        said(one, "report", 0, "headline", "Lena Brask said"),
    )
    headline = after.report.headline
    assert (after.report.outlet, after.report.outlet_how) == ("Vel Gazette", "metadata")
    assert headline is not None
    assert headline.span is not None
    assert headline.span.of(after.text) == "Lena Brask said"


def test_the_story_is_bounded_by_its_words():
    one = drawn("Head\nStart. {Lena Brask|said|yes}. Ad. End.\n{Otto Fenn|said|no}.\n")
    at = one.text.index("Ad.")
    one = REPLACED(
        one, report=REPLACED(one.report, junk=(Junk(span=Span(at, at + 3), kind="advert"),))
    )
    after = corrected(one, said(one, "report", 0, "body", ("Start. Lena … End.",)))
    assert [span.of(one.text) for span in after.report.body] == [
        "Start. Lena Brask said yes. ",
        " End.",
    ]
    assert [s.speaker for s in after.statements] == ["Lena Brask"]
    assert [actor.name for actor in after.actors] == ["Lena Brask", "Otto Fenn"]
    assert states(one, said(one, "report", 0, "body", ("Start … nowhere",))) == ["orphaned"]


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_the_order_they_come_in_does_not_matter(order):
    one = drawn(published="XXXX-03-04", said_on="XXXX-12-30")
    changes = [
        said(one, "statement", 1, "said_on", "2025-02-01"),
        said(one, "report", 0, "published", "2025-03-04"),
        said(one, "statement", 1, "country", "VEL"),
        said(one, "statement", 1, "country", "ORD", at="2025-02-02T00:00:00Z"),
    ]
    expected = apply(one, changes)
    assert apply(one, [changes[n] for n in order]) == expected
    assert statement(expected.annotation).said_on == "2025-02-01"
    assert statement(expected.annotation).country == "ORD"
