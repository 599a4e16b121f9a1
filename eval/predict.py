"""Runs Verbale over gold reports and lines its statements up with their gold."""

from __future__ import annotations

import re

import msgspec

from eval.align import Aligned, align
from eval.records import GoldReport
from verbale import annotate
from verbale.language import backend_for
from verbale.lexicon import default_lexicon
from verbale.model import Annotation, Report, Span, Spans, Statement
from verbale.pipeline import read_statements


class Outcome(msgspec.Struct, frozen=True):
    """One gold report with what Verbale made of it. ``report`` is what it read off the page."""

    gold: GoldReport
    report: Report
    aligned: Aligned


class TextsDifferError(Exception):
    """The text that was annotated is not the one the gold counts in."""


def read_own(gold: GoldReport) -> Outcome:
    """A report of our own gold: everything `annotate` finds, all zones."""
    annotation = _annotated(gold)
    statements = tuple(_moved(s, gold, annotation.report) for s in annotation.statements)
    return Outcome(gold, annotation.report, align(gold.text, gold.statements, statements))


def read_seed(gold: GoldReport) -> Outcome:
    """A seed: its gold holds acts of saying in the body alone, nested ones included."""
    annotation = _annotated(gold)
    statements = (s for s in annotation.statements if s.zone == "body" and s.speech)
    return Outcome(gold, annotation.report, align(gold.text, gold.statements, statements))


def read_article(gold: GoldReport) -> Outcome:
    """A PolNeAR article: its text is all body, its gold the outermost statements alone."""
    whole = Report(text=gold.text, body=(Span(0, len(gold.text)),), language="en")
    backend = backend_for("en")
    if backend is None:
        raise RuntimeError("no backend serves English")
    found, _ = read_statements(whole, default_lexicon(), backend)
    outermost = (s for s in found.statements if s.nested_in is None)
    return Outcome(gold, whole, align(gold.text, gold.statements, outermost))


def _annotated(gold: GoldReport) -> Annotation:
    annotation = annotate(gold.document())
    if annotation.text != gold.text:
        raise TextsDifferError(gold.name)
    return annotation


def _moved(statement: Statement, gold: GoldReport, report: Report) -> Statement:
    """A headline's statement at the place the gold means, where the page prints it twice."""
    ours, theirs = gold.headline, report.headline.span if report.headline else None
    if statement.zone != "headline" or ours is None or theirs is None or ours == theirs:
        return statement
    if _plain(ours.of(gold.text)) != _plain(theirs.of(gold.text)):
        return statement
    by = ours.start - theirs.start
    return msgspec.structs.replace(
        statement,
        source=_shifted(statement.source, by),
        cue=_shifted(statement.cue, by),
        content=_shifted(statement.content, by),
    )


def _shifted(spans: Spans, by: int) -> Spans:
    return tuple(Span(start + by, end + by) for start, end in spans)


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()
