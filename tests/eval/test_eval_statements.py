"""The statement scorer: each figure on small inputs, and agreement with the shared scorer."""

import importlib.util
import json
import random
from pathlib import Path

import pytest

from eval import attributes, quiet
from eval.align import align
from eval.corpora import SHARED, polnear
from eval.records import GoldStatement
from eval.sentences import sentences
from eval.statements import Counts, Score, score, score_speech, score_type
from verbale.model import Span

TEXT = "Ana Tirel said the bridge is shut. Omar Vash denied it was his order. Rain fell all day."
SCORER = Path(__file__).resolve().parents[2] / ".." / "shared" / "eval" / "score_statements.py"
needs_shared = pytest.mark.skipif(not SCORER.exists(), reason="../shared is not here")


def at(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def said(number: int = 1, **keys) -> GoldStatement:
    spans = {role: at(keys.pop(role)) for role in ("source", "cue", "content") if role in keys}
    return GoldStatement(number=number, **spans, **keys)


FIRST = said(1, source="Ana Tirel", cue="said", content="the bridge is shut")
SECOND = said(2, source="Omar Vash", cue="denied", content="it was his order", polarity="denies")


def test_the_same_is_all_right():
    found = score(align(TEXT, [FIRST, SECOND], [FIRST, SECOND]))
    assert found.content_half == found.source_right == found.all_exact == Counts(2, 2, 2)
    assert found.content == Counts(8, 8, 8)
    assert (found.source.equal, found.cue.equal) == (2, 2)


def test_half_of_the_words_are_enough_to_be_found_but_not_to_be_exact():
    near = said(1, source="Tirel", cue="said", content="bridge is")
    found = score(align(TEXT, [FIRST], [near]))
    assert found.content_half == found.source_right == Counts(1, 1, 1)
    assert found.content_exact == Counts(0, 1, 1)
    assert (found.source.overlapping, found.source.equal) == (1, 0)


def test_marks_never_decide():
    whole = said(1, source="Ana Tirel", cue="said", content="the bridge is shut.")
    assert score(align(TEXT, [FIRST], [whole])).all_exact.right == 1


def test_a_statement_without_source_needs_a_prediction_without_one():
    bare = said(1, cue="said", content="the bridge is shut")
    assert score(align(TEXT, [bare], [FIRST])).source_right.right == 0
    assert score(align(TEXT, [bare], [bare])).source_right.right == 1


def test_optional_gold_is_no_miss_and_no_false_alarm():
    optional = said(1, source="Ana Tirel", cue="said", content="the bridge is shut", optional=True)
    assert score(align(TEXT, [optional], [])).content_half == Counts()
    assert score(align(TEXT, [optional], [FIRST])).content_half == Counts(1, 1, 1)
    part = said(1, source="Ana Tirel", cue="said", content="shut")
    assert score(align(TEXT, [optional], [part])).content_half == Counts()


def test_uncertain_gold_is_neither_right_nor_wrong():
    unsure = said(1, source="Ana Tirel", cue="said", content="the bridge is shut", uncertain=True)
    assert score(align(TEXT, [unsure], [FIRST])).content_half == Counts()


def test_another_cue_may_be_allowed():
    other = said(1, source="Ana Tirel", cue="Ana Tirel said", content="the bridge is shut")
    gold = said(1, source="Ana Tirel", cue="Rain", content="the bridge is shut", cue_alt=("said",))
    assert score(align(TEXT, [gold], [FIRST])).triple.right == 1
    assert score(align(TEXT, [gold], [other])).triple.right == 0


def test_restricted_to_speech_predictions_on_attitudes_do_not_count():
    attitude = said(2, source="Omar Vash", cue="denied", content="it was his order", speech=False)
    stray = said(3, cue="fell", content="all day")
    found = score_speech(align(TEXT, [FIRST, attitude], [FIRST, SECOND, stray]))
    assert found.content_half == Counts(1, 2, 1)


def test_attributes_count_values_not_defaults():
    gold = said(1, content="the bridge is shut", speaker="Ana Tirel", country="NLD", via=("XA",))
    guess = said(1, content="the bridge is shut", speaker="the Ana Tirel’s", via=("XB",), to="us")
    counts = attributes.count(align(TEXT, [gold], [guess]))
    assert counts["speaker"] == Counts(1, 1, 1)
    assert counts["country"] == Counts(0, 0, 1)
    assert counts["via"] == Counts(0, 1, 1)
    assert counts["to"] == Counts(0, 1, 0)
    assert counts["polarity"] == Counts(0, 0, 0)


def test_alternatives_of_speaker_and_chain_are_right():
    gold = said(1, content="the bridge is shut", speaker_alt=("A. T.",), via_alt=(("XA",),))
    guess = said(1, content="the bridge is shut", speaker="A T", via=("XA",))
    counts = attributes.count(align(TEXT, [gold], [guess]))
    assert counts["speaker"] == counts["via"] == Counts()


def test_nesting_is_right_when_the_carriers_are_partners():
    inner = said(2, cue="denied", content="it was his order", nested_in=1)
    guess = [
        said(7, source="Ana Tirel", cue="said", content="the bridge is shut"),
        said(8, cue="denied", content="it was his order", nested_in=7),
    ]
    assert attributes.count(align(TEXT, [FIRST, inner], guess))["nested_in"] == Counts(1, 1, 1)


def test_false_alarms_are_counted_in_sentences_without_gold():
    stray = said(3, cue="fell", content="all day")
    found = quiet.count(align(TEXT, [FIRST, SECOND], [FIRST, stray]), (Span(0, len(TEXT)),))
    assert (found.loose, found.alarms, found.sentences) == (1, 1, 1)
    assert found.per_20 == 20


def test_sentences_end_at_stops_and_line_breaks():
    text = "One. “Two!” Three goes on e.g. here\nFour"
    cut = sentences(text, (Span(0, len(text)),))
    assert [place.of(text) for place in cut] == ["One.", "“Two!", "Three goes on e.g. here", "Four"]


@pytest.fixture(scope="module")
def shared():
    spec = importlib.util.spec_from_file_location("score_statements", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _perturbed(statements, length, draw):
    """Gold spoilt at random: left out, cut, widened, given another's source, made up."""
    spoilt = []
    for statement in statements:
        if draw.random() < 0.2:
            continue
        roles = {role: list(map(tuple, statement[role])) for role in ("source", "cue", "content")}
        for role, spans in roles.items():
            if draw.random() < 0.4 and spans:
                start, end = spans[-1]
                cut = (
                    max(0, start + draw.randint(-30, 30)),
                    min(length, end + draw.randint(-60, 30)),
                )
                roles[role] = spans[:-1] + ([cut] if cut[0] < cut[1] else [])
        if draw.random() < 0.1:
            roles["source"] = []
        spoilt.append(roles | {"type": statement["type"]})
    for _ in range(draw.randint(0, 4)):
        start = draw.randrange(max(1, length - 80))
        kind = draw.choice(["direct", "indirect", "mixed"])
        spoilt.append({"source": [], "cue": [], "content": [(start, start + 70)], "type": kind})
    draw.shuffle(spoilt)
    return spoilt


def _as_record(number, given):
    roles = {r: tuple(Span(*pair) for pair in given[r]) for r in ("source", "cue", "content")}
    return GoldStatement(
        number=number, **roles, type=given["type"], speech=given.get("speech", True)
    )


def _seed_documents():
    lines = (SHARED / "gold" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _articles():
    return [
        {
            "id": article.name,
            "text": article.text,
            "statements": [
                {
                    "source": s.source,
                    "cue": s.cue,
                    "content": s.content,
                    "type": s.type,
                    "speech": s.speech,
                }
                for s in article.statements
            ],
        }
        for article in polnear("dev")[:12]
    ]


@needs_shared
@pytest.mark.parametrize("documents", [_seed_documents, _articles])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_agrees_with_the_shared_scorer(shared, documents, seed):
    draw = random.Random(seed)
    gold = documents()
    predicted = {g["id"]: _perturbed(g["statements"], len(g["text"]), draw) for g in gold}
    aligned = [
        align(
            g["text"],
            [_as_record(n, s) for n, s in enumerate(g["statements"], 1)],
            [_as_record(n, s) for n, s in enumerate(predicted[g["id"]], 1)],
        )
        for g in gold
    ]
    for kind, scorer in {
        None: score,
        "speech": score_speech,
        "direct": lambda a: score_type(a, "direct"),
        "indirect": lambda a: score_type(a, "indirect"),
        "mixed": lambda a: score_type(a, "mixed"),
    }.items():
        ours = sum(map(scorer, aligned), Score())
        _assert_equal(ours, shared.score(gold, predicted, kind))


def _assert_equal(ours, theirs):
    same = {
        "content-tok": ours.content,
        "content-any": ours.content_any,
        "content-exact": ours.content_exact,
        "content@.5": ours.content_half,
        "source-e2e": ours.source_right,
        "source-e2e-exact": ours.all_exact,
        "triple-e2e": ours.triple,
    }
    for name, counts in same.items():
        expected = theirs[name]
        figures = (counts.precision, counts.recall, counts.f1)
        assert figures == pytest.approx((expected["P"], expected["R"], expected["F1"])), name
    for name, role in (("source|content", ours.source), ("cue|content", ours.cue)):
        pairs = role.pairs or 1
        assert role.pairs == theirs[name]["n"]
        assert role.overlapping / pairs == pytest.approx(theirs[name]["ov"])
        assert role.equal / pairs == pytest.approx(theirs[name]["ex"])
        assert role.tokens.f1 == pytest.approx(theirs[name]["tokF1"])
