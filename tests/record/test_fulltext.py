import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.passages.tokens import tokens
from verbale.record.fulltext import highlights, indexed, key, match_expression


def marked(text, query):
    for span in reversed(highlights(text, query)):
        text = f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"
    return text


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("The Ferry sails.", "ferry", "The [Ferry] sails."),
        ("The ferry, ferry sails.", '"ferry sails"', "The ferry, [ferry sails]."),
        ("ferries and ferry", "ferr*", "[ferries] and [ferry]"),
        ("Ordania's ferry", "ordania's", "[Ordania's] ferry"),
        ("Prime Minister Şahin", "sahin", "Prime Minister [Şahin]"),
        ("Prime Minister S\u0327ahin", "şahin", "Prime Minister [S\u0327ahin]"),
        ("平和条約の交渉", "条約", "平和[条約]の交渉"),
        ("平和条約の交渉", "条交", "平和条約の交渉"),
        ("가나다 회담을", "회담", "가나다 [회담]을"),
        ("Мирный договор", "ДОГОВОР", "Мирный [договор]"),
        ("a_b c", "b", "a_[b] c"),
        ("nothing", "", "nothing"),
        ("nothing", '"!" -', "nothing"),
        ('an "open quote', '"open quote', 'an "[open quote]'),
    ],
)
def test_highlights(text, query, expected):
    assert marked(text, query) == expected


def test_words_and_nothing_else_reach_the_index():
    assert match_expression('ferry OR "two words" NEAR(x) col:y^ sail*', "body") == (
        '{body} : ("ferry" AND "or" AND "two words" AND "near x" AND "col y" AND "sail" *)'
    )
    assert match_expression("!?", "body") is None


def test_key_is_for_whole_words():
    assert key("Lena Brask") in key("Minister Lena BRASK, of Orda")
    assert key("Bras") not in key("Lena Brask")


@given(st.text(), st.text())
def test_the_index_finds_what_is_highlighted_and_nothing_fails(text, query):
    """Any query over any text: no syntax error, and both sides agree."""
    for span, token in tokens(text):
        assert span.of(text)
        assert token
    expression = match_expression(query, "body")
    if expression is None:
        assert highlights(text, query) == ()
        return
    db = sqlite3.connect(":memory:")
    try:
        db.execute(
            "CREATE VIRTUAL TABLE words USING fts5"
            " (body, content='', tokenize='unicode61 remove_diacritics 2')"
        )
        db.execute("INSERT INTO words (rowid, body) VALUES (1, ?)", (indexed(text),))
        found = db.execute("SELECT 1 FROM words WHERE words MATCH ?", (expression,)).fetchall()
    finally:
        db.close()
    from verbale.record.fulltext import phrases

    alone = len(phrases(query)) == 1
    if alone:
        assert bool(found) >= bool(highlights(text, query))
