"""Error pages and the table: escaped, grouped, complete."""

from eval import errors, run
from eval.align import align
from eval.failures import failures
from eval.predict import Outcome
from eval.records import GoldReport, GoldStatement
from verbale.model import Report, Span, Statement

TEXT = "Ana <b>Tirel</b> said the bridge is shut & dry. Omar Vash denied it. Rain fell all day."


def at(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def outcome() -> Outcome:
    gold = (
        GoldStatement(
            number=1,
            source=at("Ana <b>Tirel</b>"),
            cue=at("said"),
            content=at("the bridge is shut & dry"),
            form="clause-bare",
        ),
        GoldStatement(number=2, cue=at("denied"), content=at("it"), form="denial"),
    )
    guesses = (
        Statement(id=1, source=at("Rain"), cue=at("said"), content=gold[0].content, rule="r1"),
        Statement(id=2, cue=at("fell"), content=at("all day"), rule="r2"),
    )
    report = GoldReport(name="one", text=TEXT, statements=gold)
    return Outcome(report, Report(text=TEXT), align(TEXT, gold, guesses))


def test_every_kind_of_failure_is_told_once():
    told = [(f.kind, f.group, f.lemma) for f in failures(outcome())]
    assert told == [
        ("wrong source", "clause-bare", "said"),
        ("missed", "denial", "denied"),
        ("false alarm", "r2", "fell"),
    ]


def test_pages_group_by_kind_form_and_lemma_and_escape_the_text():
    found = errors.ordered(failures(outcome()))
    page = errors.as_page("own-dev", found)
    assert "<b>Tirel" not in page
    assert "&lt;b&gt;Tirel" in page
    assert "clause-bare (1)" in page
    assert "deny (1)" in page
    assert "3 failures" in page


def test_the_text_marks_source_cue_and_content():
    text = errors.as_text("own-dev", errors.ordered(failures(outcome())))
    assert "== missed (1)" in text
    assert "one rule r1 G: [Ana <b>Tirel</b>] {said} <the bridge is shut & dry>. Omar" in text
    assert "one rule r2 V:" in text
    assert "{fell} <all day>" in text


def test_the_test_half_cannot_be_looked_at():
    assert "own-test" not in errors.GOLD


def test_the_table_has_one_row_for_each_form():
    measured = {
        "own-dev": {
            "all.gold": 12,
            "all.content@.5": 0.5,
            "form.denial.gold": 12,
            "form.denial.found": 0.75,
            "form.denial.source": 0.5,
        },
        "seeds": {"all.gold": 3},
    }
    columns = [list(column.cells) for column in run.table(measured).columns]
    assert columns == [
        ["all.gold", "all.content@.5", "form.denial"],
        ["12", "50.0", " 75.0  50.0 of  12"],
        ["3", "", ""],
    ]
