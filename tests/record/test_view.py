from __future__ import annotations

import pytest

from tests.record.factory import TALKS, annotate
from verbale.errors import AmbiguousEntry, NoSuchEntry, UsageError
from verbale.record import (
    ActFilter,
    ActorFilter,
    PositionFilter,
    ReportFilter,
    StatementFilter,
)

VELDT = """Veldt answers
VELD, 6 March. {Otto Fenn|insisted|the harbour dues must fall first}. {Lena Brask|replied|no}.
"""


@pytest.fixture
def two(record):
    record.add(*annotate())
    record.add(
        *annotate(VELDT, "veldt.txt", published="2024-03-06", country="VEL", outlet="Veld Post")
    )
    return record


def words(listing):
    return [row.content_words for row in listing]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (StatementFilter(by="brask"), ["the ferry would sail again", "no"]),
        (StatementFilter(by="Lena BRASK"), ["the ferry would sail again", "no"]),
        (StatementFilter(by="bras"), []),
        (StatementFilter(by="minister of ferries", country="VEL"), [
            "the harbour dues must fall first", "no",
        ]),
        (StatementFilter(country="ORD"), ["the ferry would sail again", "that no date was fixed"]),
        (StatementFilter(about="harbour dues"), ["the harbour dues must fall first"]),
        (StatementFilter(about='"dues harbour"'), []),
        (StatementFilter(about="insisted"), []),
        (StatementFilter(text="insisted fenn"), ["the harbour dues must fall first"]),
        (StatementFilter(about="!"), []),
        (StatementFilter(report="r1", about="ferry"), ["the ferry would sail again"]),
        (StatementFilter(since="2024-03-05"), ["the harbour dues must fall first", "no"]),
        (StatementFilter(until="2024-03-05"), [
            "the ferry would sail again", "that no date was fixed",
        ]),
        (StatementFilter(since="2024", until="2024-03", limit=1, offset=1), [
            "that no date was fixed",
        ]),
        (StatementFilter(type="direct"), []),
        (StatementFilter(speech=False), []),
        (StatementFilter(speech=True, background=False, limit=1), ["the ferry would sail again"]),
        (StatementFilter(open=True), ["that no date was fixed"]),
    ],
)  # fmt: skip
def test_statement_filters(two, wanted, expected):
    assert words(two.statements(wanted)) == expected


def test_a_page_knows_the_whole(two):
    page = two.statements(StatementFilter(limit=1, offset=2))
    assert (len(page), page.total) == (1, 4)
    assert page[0].headline == "Veldt answers"


def test_undated_statements_are_left_out_of_days_and_counted(record):
    record.add(*annotate(published="XXXX-03-04"))
    record.add(*annotate(VELDT, "veldt.txt", published=None, said_on="2024-03"))
    found = record.statements(StatementFilter(since="2024-03-15"))
    assert (words(found), found.undated) == (["the harbour dues must fall first", "no"], 2)
    everything = record.statements()
    assert (everything.total, everything.undated) == (4, 0)
    assert [row.date for row in everything] == ["2024-03", "2024-03", "XXXX-03-04", "XXXX-03-04"]
    assert {row.dated_by for row in everything} == {"said", "published"}
    assert record.statements(StatementFilter(since="2025")).undated == 2


def test_a_day_without_a_year_is_no_bound(record):
    with pytest.raises(UsageError):
        record.statements(StatementFilter(since="XXXX-03-04"))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ReportFilter(), ["r1", "r2"]),
        (ReportFilter(outlet="Veld Post"), ["r2"]),
        (ReportFilter(outlet="ORDA"), ["r1", "r2"]),
        (ReportFilter(text="ferry talks"), ["r1"]),
        (ReportFilter(text="answers"), ["r2"]),
        (ReportFilter(since="2024-03-05"), ["r2"]),
        (ReportFilter(language="de"), []),
        (ReportFilter(flag="paywalled"), []),
        (ReportFilter(limit=1, offset=1), ["r2"]),
    ],
)
def test_report_filters(two, wanted, expected):
    assert [row.id for row in two.reports(wanted)] == expected


def test_actors_acts_and_positions(two):
    assert [a.actor.name for a in two.actors(ActorFilter(name="brask"))] == ["Lena Brask"] * 2
    assert [a.actor.name for a in two.actors(ActorFilter(report="r1", kind="unnamed"))] == [
        "the ministry"
    ]
    assert [(r.name, r.country, r.ids) for r in two.roster(ActorFilter(name="brask"))] == [
        ("Lena Brask", "ORD", ("a1",)),
        ("Lena Brask", "VEL", ("a4",)),
    ]
    assert [row.id for row in two.acts(ActFilter(type="AGREE", actor="ORD"))] == ["e1", "e2"]
    assert len(two.acts(ActFilter(actor="VEL"))) == 0
    assert [row.statement for row in two.acts(ActFilter(recipient="VEL", since="2024-03-05"))] == [
        "s3"
    ]
    assert [row.id for row in two.positions(PositionFilter(party="VEL", on="talks"))] == ["p2"]
    assert two.positions(PositionFilter(stance="refuses")).total == 0


def test_ids(two):
    assert two.find("r1") == two.report("talks") == two.report("talks.txt")
    assert two.find("s3").content_words == "the harbour dues must fall first"
    assert two.find("a1").actor.name == "Lena Brask"
    assert two.find("e1").act.type == "AGREE"
    assert two.find("p1").position.party == "ORD"
    assert two.find(two.report("r2").handle).id == "r2"
    for missing in (
        "r9",
        "s99",
        "a99",
        "e99",
        "p99",
        "nobody",
        "",
        "r0",
        "s1x",
        "%",
        "r" + "9" * 40,
    ):
        with pytest.raises(NoSuchEntry):
            two.find(missing)
    with pytest.raises(NoSuchEntry):
        two.annotation("r1", "ffff")


def test_a_beginning_that_fits_several_is_ambiguous(record):
    record.add(*annotate(origin="talks.txt"))
    record.add(*annotate(origin="talks-2.txt"))
    with pytest.raises(AmbiguousEntry, match=r"talks-2-\w{8}"):
        record.find("talks")


def test_nested_statements_name_what_they_stand_in(record):
    import msgspec

    annotation, raw = annotate()
    first, second = annotation.statements
    nested = msgspec.structs.replace(second, nested_in=1)
    record.add(msgspec.structs.replace(annotation, statements=(first, nested)), raw)
    assert [row.nested_in for row in record.statements()] == [None, "s1"]


def test_search_marks_the_words(two):
    hits = two.search("ferry")
    assert (hits.total, [hit.report.id for hit in hits]) == (1, ["r1"])
    headline, body = hits[0].passages
    assert [mark.of(headline.excerpt) for mark in headline.marks] == ["ferry"]
    assert [mark.of(body.excerpt) for mark in body.marks] == ["ferry"]
    text = two.annotation("r1").text
    assert text[body.start : body.start + len(body.excerpt)] == body.excerpt
    assert two.search("ferry harbour").total == 0
    assert two.search('"').total == 0
    assert two.search("march", limit=1).total == 2


def test_search_excerpts_stay_near_the_words(record):
    long = "Head\n" + "word " * 300 + "needle " + "word " * 300 + "needle again\n"
    record.add(*annotate(long))
    (hit,) = record.search("needle")
    assert len(hit.passages) == 2
    for passage in hit.passages:
        assert len(passage.excerpt) < 220
        assert [mark.of(passage.excerpt) for mark in passage.marks] == ["needle"]
        assert passage.excerpt.startswith("word ")


def test_japanese_is_found(record):
    record.add(*annotate("条約\n{代表|は述べた|平和条約の交渉を続ける}。\n"))
    assert record.statements(StatementFilter(about="条約")).total == 1
    assert record.statements(StatementFilter(about="条交")).total == 0
    assert [m.of(p.excerpt) for p in record.search("条約")[0].passages for m in p.marks] == [
        "条約",
        "条約",
    ]


def test_open_questions(record):
    record.add(*annotate(published="XXXX-03-04"))
    record.add(*annotate(TALKS, "b.txt", said_on="XXXX-03-01"))
    questions = record.open_questions()
    assert [row.id for row in questions.undated] == ["r1"]
    assert [row.id for row in questions.undated_statements] == ["s3", "s4"]
    assert [row.id for row in questions.unresolved] == ["s4", "s2"]
    assert questions.inferred == questions.unread == ()


def test_counts(two):
    counts = two.counts()
    assert (counts.reports, counts.versions, counts.statements, counts.actors) == (2, 2, 4, 4)
    assert (counts.first_day, counts.last_day) == ("2024-03-04", "2024-03-06")
    assert counts.outlets == (("Orda Courier", 1), ("Veld Post", 1))


def test_whole_passes(two):
    assert [row.id for row in two.each_report()] == ["r1", "r2"]
    assert [row.id for row in two.each_statement()] == ["s1", "s2", "s3", "s4"]
    assert len(list(two.each_actor())) == 4
    assert [row.id for row in two.each_act()] == ["e1", "e2"]
    assert [row.id for row in two.each_position()] == ["p1", "p2"]
