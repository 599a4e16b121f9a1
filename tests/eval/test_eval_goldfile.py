"""Gold pairs: what is read from them, and what is said of those that do not fit."""

from pathlib import Path

import pytest

from eval.corpora import read_split
from eval.goldfile import STATEMENTS, GoldError, examine, load, main
from eval.split import assign

PAGE = """The Quay Courier

Envoy denies ferry plan

The envoy said the ferry would sail. "The envoy said nothing," Tolan Reve told reporters, and he
laughed. "Not to me."

Reve also denied that he had asked whether the ferry was sold.
"""
HEAD = """\
[report]
headline = "Envoy denies ferry plan"
outlet = "The Quay Courier"
body = [["The envoy said the", "ferry was sold."]]
language = "en"
"""


@pytest.fixture
def pair(tmp_path):
    def write(statements: str, page: str = PAGE, head: str = HEAD, ending: str = ".txt") -> Path:
        (tmp_path / f"one{ending}").write_text(page, encoding="utf-8")
        toml = tmp_path / "one.toml"
        toml.write_text(head + statements, encoding="utf-8")
        return toml

    return write


def statement(**keys: object) -> str:
    defaults = {"content": ["the ferry would sail"], "type": "indirect", "form": "clause-bare"}
    lines = (f"{key} = {_toml(value)}" for key, value in (defaults | keys).items())
    return "[[statements]]\n" + "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value).replace("'", '"')


def words(text, spans):
    return [span.of(text) for span in spans]


def test_source_and_cue_are_the_places_nearest_the_content(pair):
    gold = load(
        pair(
            statement(source="The envoy", cue="said")
            + statement(source="he", cue="told", content=["Not to me"], type="direct")
        )
    )
    first, second = gold.statements
    assert first.source[0].start == PAGE.index("The envoy said the ferry")
    assert first.cue[0].start == PAGE.index("said the ferry")
    assert second.source[0].start == PAGE.index("he\nlaughed")
    assert words(gold.text, second.content) == ["Not to me"]


def test_nested_content_is_looked_for_in_its_carrier(pair):
    gold = load(
        pair(
            statement(cue="denied that", content=["he had asked whether the ferry was sold"])
            + statement(cue="asked", content=["the ferry"], nested_in=1)
        )
    )
    assert gold.statements[1].content[0].start == PAGE.rindex("the ferry")


def test_headline_and_body_are_told_apart(pair):
    gold = load(pair(statement(content=["ferry plan"], cue="denies", zone="headline")))
    (found,) = gold.statements
    assert found.content[0].start == PAGE.index("ferry plan")
    assert gold.headline.of(gold.text) == "Envoy denies ferry plan"
    assert gold.facts.outlet == "The Quay Courier"
    assert gold.facts.body[0].of(gold.text).endswith("ferry was sold.")


def test_a_span_with_a_gap_is_a_list(pair):
    gold = load(pair(statement(cue=["Reve", "denied"], content=["The envoy said", "Not to me"])))
    assert words(gold.text, gold.statements[0].cue) == ["Reve", "denied"]


def test_statements_may_lack_source_and_cue(pair):
    (found,) = load(pair(statement(optional=True))).statements
    assert (found.source, found.cue, found.optional) == ((), (), True)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"content": ["the barge"]}, "statement 1: error: content “the barge” is not in the text"),
        ({"cue": "said@@9"}, "“said@@9” stands only 2 times"),
        ({"form": "shouting"}, "shouting"),
        ({"colour": "blue"}, "colour"),
        ({"said_on": "yesterday"}, "“yesterday” is no EDTF day"),
        ({"nested_in": 7}, "“7” is no statement"),
        ({"nested_in": 1}, "“1” is a circle"),
        ({"content": ["Not to me", "Not to me"]}, "has no place left"),
    ],
)
def test_what_does_not_fit_is_told_with_file_statement_and_words(pair, keys, told):
    with pytest.raises(GoldError) as raised:
        load(pair(statement(**keys)))
    assert told in str(raised.value)
    assert "one.toml" in str(raised.value)


def test_a_headline_that_is_not_there_is_an_error(pair):
    with pytest.raises(GoldError, match="headline “No such line” is not in the text"):
        load(pair("", head='[report]\nheadline = "No such line"\n'))


def test_in_html_a_count_too_large_is_only_doubtful(pair):
    page = f"<html><body><p>{PAGE}</p></body></html>"
    toml = pair(statement(cue="said@@9"), page=page, ending=".html")
    gold, problems = examine(toml)
    assert words(gold.text, gold.statements[0].cue) == ["said"]
    assert any("nearest taken" in problem.reason for problem in problems)
    assert not any(problem.fatal for problem in problems)


def test_check_lists_every_problem_and_fails(pair, capsys):
    toml = pair(statement(content=["the barge"]) + statement(source="nobody there"))
    (toml.parent / "two.txt").write_text("alone")
    assert main(["check", str(toml.parent)]) == 1
    printed = capsys.readouterr().out
    assert "“the barge”" in printed
    assert "“nobody there”" in printed
    assert "two.txt: error: has no .toml" in printed


def test_the_gold_that_ships_has_no_errors(capsys):
    assert main(["check", "--errors"]) == 0, capsys.readouterr().out


def test_every_gold_report_is_in_one_half():
    split = read_split()
    names = sorted(name for half in split.values() for name in half)
    assert names == sorted(toml.stem for toml in STATEMENTS.glob("*.toml"))


def test_new_reports_even_out_the_halves_and_move_none():
    known = {"dev": ["a1"], "test": []}
    pages = [Path(f"{name}.txt") for name in ("a1", "a2", "b1", "b2")] + [Path("a3.html")]
    halves = assign(pages, known)
    assert "a1" in halves["dev"]
    assert "a2" in halves["test"]
    assert {"b1", "b2"} & set(halves["dev"])
    assert {"b1", "b2"} & set(halves["test"])
    assert halves == assign(reversed(pages), known)
