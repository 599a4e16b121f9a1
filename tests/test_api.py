"""The public face: few names, a cheap import, and `annotate`, which takes any text whatever."""

from __future__ import annotations

import re
import subprocess
import sys
import time

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import verbale
from verbale import Annotation, RawDocument, annotate

REPORT = """\
Ferry stays in port

OSLO, April 8 (Norpress) - The ferry will stay in port, Kemal Aras said on Tuesday.

"We wait for the bolts," he told reporters. "They do not come by themselves."

Ilse Varga denied that any bolts were missing.
"""

FRENCH = """\
Le bac reste au port

Le bac qui relie les deux rives restera au port, a déclaré mardi le directeur de la ligne.

Selon lui, la coque est fendue et personne ne sait quand il reprendra la mer.

« Nous attendons les boulons », a-t-il ajouté devant des journalistes réunis sur le quai.
"""

RUSSIAN = """\
Паром остаётся в порту

Паром, который соединяет оба берега, останется в порту, сообщил во вторник директор линии.

По его словам, в корпусе трещина, и никто не знает, когда судно снова выйдет в море.

«Мы ждём болты», — добавил он.
"""


def test_the_public_names() -> None:
    assert verbale.__all__ == ["Annotation", "RawDocument", "Record", "__version__", "annotate"]
    assert all(hasattr(verbale, name) for name in verbale.__all__)


def test_a_name_that_is_not_public() -> None:
    with pytest.raises(AttributeError, match="module 'verbale' has no attribute 'nonsense'"):
        verbale.nonsense  # noqa: B018


# -- import


def _seconds(code: str) -> float:
    """The best of several runs of ``code`` in a fresh interpreter, its own start not counted."""
    timed = f"import time; t = time.process_time(); {code}; print(time.process_time() - t)"
    run = [sys.executable, "-W", "ignore", "-c", timed]
    return min(
        float(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
        for _ in range(3)
    )


def test_import_is_cheap() -> None:
    assert _seconds("import verbale") < 0.15 * _seconds("import spacy")


@pytest.mark.parametrize("code", ["import verbale", "import verbale.errors, verbale.model"])
def test_import_loads_nothing_heavy(code: str) -> None:
    heavy = "{'spacy', 'numpy', 'lxml', 'trafilatura', 'httpx', 'pyarrow', 'typer', 'sqlite3'}"
    check = f"import sys; {code}; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_a_look_at_a_record_loads_nothing_that_reads_reports() -> None:
    stages = "{'verbale.reports', 'verbale.actors', 'verbale.statements', 'verbale.acts', 'spacy'}"
    check = f"import sys, verbale.record; sys.exit(', '.join({stages} & set(sys.modules)) or 0)"
    subprocess.run([sys.executable, "-c", check], check=True)


# -- annotate


def test_a_report_is_annotated() -> None:
    annotation = annotate(REPORT)
    assert isinstance(annotation, Annotation)
    assert annotation.text == REPORT
    assert [
        (s.speaker, s.type, s.polarity, [span.of(REPORT) for span in s.content])
        for s in annotation.statements
        if s.zone == "body"
    ] == [
        (
            "Kemal Aras",
            "indirect",
            "affirms",
            ["The ferry will stay in port"],
        ),
        (
            "Kemal Aras",
            "direct",
            "affirms",
            ["We wait for the bolts", "They do not come by themselves"],
        ),
        ("Ilse Varga", "indirect", "denies", ["any bolts were missing"]),
    ]


def test_text_and_bytes_give_the_same() -> None:
    raw = RawDocument(data=REPORT.encode(), origin="-")
    assert annotate(REPORT) == annotate(raw)


def test_origin_and_key_name_the_annotation() -> None:
    one = annotate(RawDocument(data=REPORT.encode(), origin="in/Ferry news.txt"))
    two = annotate(RawDocument(data=REPORT.encode() + b"\n", origin="in/Ferry news.txt"))
    assert one.id == two.id
    assert one.id.startswith("Ferry-news-")
    assert one.version != two.version
    assert (one.origin, one.lineage) == ("in/Ferry news.txt", "in/Ferry news.txt")


def test_the_code_says_what_drew_it() -> None:
    version, model, lexicon = annotate(REPORT).code.split("; ")
    assert re.fullmatch(rf"verbale {re.escape(verbale.__version__)}\+[0-9a-f]{{8}}", version)
    assert model.startswith("en_core_web_sm")
    assert lexicon.startswith("lexicon ")


def test_the_same_text_gives_the_same_annotation() -> None:
    assert annotate(REPORT) == annotate(REPORT)


def test_another_report_in_between_changes_nothing() -> None:
    first = annotate(REPORT)
    annotate("Kemal Aras, the harbour’s former director, denied that Ilse Varga had spoken.")
    assert annotate(REPORT) == first


@pytest.mark.parametrize(
    ("text", "language"), [(FRENCH, "fr"), (RUSSIAN, "ru")], ids=["French", "Russian"]
)
def test_a_language_that_is_not_served_is_kept_and_flagged(text: str, language: str) -> None:
    annotation = annotate(text)
    assert annotation.text == text
    assert annotation.report.language == language
    assert "unserved-language" in annotation.report.flags
    assert annotation.statements == ()


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n", "\ufeff", "\x00"])
def test_nothing_said_where_nothing_stands(text: str) -> None:
    annotation = annotate(text)
    assert annotation.statements == ()
    assert annotation.actors == ()


def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    body = REPORT.partition("\n\n")[2]

    def seconds(times: int) -> float:
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            annotate("\n".join([body] * times))
            best = min(best, time.process_time() - start)
        return best

    seconds(1)
    assert seconds(40) < 30 * seconds(4)


# -- any text

_MARKS = [*"“”‘’«»„「」\"'.,:;?!…—-()[]"]
_BREAKS = ["\n", "\n\n", "\r\n", "\t", "\u2028", "\u00a0", "\u200b"]
_CONTROLS = ["\x00", "\x07", "\x1b[31m", "\ufeff", "\ud800", "\udfff"]
_ODD = ["🚢", "👩‍✈️", "日本", "e\u0301", "İ", "ﬁ", "<b>", "&amp;", "© 2025"]
_CUES = """
said, told reporters, that, according to, denied, was quoted as saying, asked whether, ruled out,
declined to comment on, made no mention of, accused, wants, is ready to, the claim that
"""
_OTHERS = """
Kemal Aras, Ilse Varga, he, they, the minister, Tokyo, the Kremlin, TASS, Mr., U.S., talks, of,
the border is shut, on Tuesday, (Reuters) -, By Mira Toland, May 5, Turkey, Latvia, the EU,
imposed sanctions on, signed a treaty with, attacked, threatened to, both sides, met, if, not
"""
_WORDS = [words.strip() for words in (_CUES + "," + _OTHERS).split(",")]
_PIECES = st.sampled_from([*_MARKS, *_BREAKS, *_CONTROLS, *_ODD, *_WORDS, *_WORDS])
_TEXTS = st.lists(_PIECES, max_size=50).map(" ".join) | st.lists(_PIECES, max_size=50).map("".join)


def check(annotation: Annotation) -> None:
    """All that holds of the annotation of any text."""
    size = len(annotation.text)
    statements = annotation.statements
    assert [statement.id for statement in statements] == list(range(1, len(statements) + 1))
    for statement in statements:
        assert statement.cue
        assert statement.content
        assert statement.rule
        for spans in (statement.source, statement.cue, statement.content):
            assert list(spans) == sorted(spans)
            assert all(0 <= span.start < span.end <= size for span in spans)
        outer = statement.nested_in
        assert outer is None or 1 <= outer <= len(statements)
        assert outer != statement.id
    assert [actor.id for actor in annotation.actors] == list(range(1, len(annotation.actors) + 1))
    for actor in annotation.actors:
        assert actor.mentions
        assert all(0 <= span.start < span.end <= size for span in actor.mentions)
    assert [act.id for act in annotation.acts] == list(range(1, len(annotation.acts) + 1))
    for act in annotation.acts:
        places = (*act.evidence, *act.actor_span, *act.recipient_span)
        assert all(0 <= span.start < span.end <= size for span in places)
        assert act.statement is None or 1 <= act.statement <= len(statements)
    wire = msgspec.json.encode(annotation)
    assert msgspec.json.decode(wire, type=Annotation) == annotation


@settings(max_examples=60, deadline=None)
@given(text=_TEXTS)
@example(text="is ready to » is ready to Turkey")  # a headline without a body, with two acts
def test_any_text_is_annotated(text: str) -> None:
    check(annotate(text))


@settings(max_examples=30, deadline=None)
@given(text=_TEXTS)
def test_any_text_after_a_real_report_is_annotated(text: str) -> None:
    check(annotate(REPORT + text))


def test_the_whole_report_holds_too() -> None:
    check(annotate(REPORT))
