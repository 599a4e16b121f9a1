"""What ``annotate`` costs beside spaCy, which parses the same paragraphs and does nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median

import spacy

from eval.bench import texts
from eval.bench.rounds import cpu, interleaved, ratio
from eval.bench.rows import Row
from verbale.language.english import DEFAULT_MODEL, English
from verbale.lexicon import Lexicon
from verbale.model import RawDocument
from verbale.passages import find_passages
from verbale.pipeline import annotate
from verbale.reports import read_report


def rows(runs: int) -> list[Row]:
    """``annotate`` against the components it uses, and against the whole small pipeline.

    Every round has its own, freshly loaded models that have seen no word, so nothing that one
    run has learnt serves the next. Loading is not counted.
    """
    lexicon = texts.lexicon()
    documents = [document for document in texts.documents() if _paragraphs(document, lexicon)]
    paragraphs = [text for document in documents for text in _paragraphs(document, lexicon)]
    annotate(documents[0], lexicon=lexicon)  # what is compiled and loaded on first use

    def prepare() -> Mapping[str, Callable[[], object]]:
        same = spacy.load(DEFAULT_MODEL, exclude=["ner"])
        whole = spacy.load(DEFAULT_MODEL)
        backend = English()
        _ = backend.pipeline
        return {
            "same": lambda: [None for _ in same.pipe(paragraphs)],
            "annotate": lambda: [
                None for raw in documents if annotate(raw, lexicon=lexicon, backend=backend)
            ],
            "whole": lambda: [None for _ in whole.pipe(paragraphs)],
        }

    times = interleaved(runs, prepare, cpu)
    context = f"{len(documents)} reports, {len(paragraphs)} paragraphs; " + ", ".join(
        f"{name} {median(taken):.1f} s" for name, taken in times.items()
    )
    return [
        Row(
            what="annotate / nlp.pipe, same components",
            value=ratio(times["annotate"], times["same"]),
            target=1.6,
            context=context,
        ),
        Row(
            what="annotate / nlp.pipe, whole small pipeline",
            value=ratio(times["annotate"], times["whole"]),
            target=1.2,
        ),
    ]


def _paragraphs(document: RawDocument, lexicon: Lexicon) -> list[str]:
    """The paragraphs that ``annotate`` parses; none in a language that is not served."""
    report = read_report(document, lexicon)
    if "unserved-language" in report.flags:
        return []
    return [paragraph.span.of(report.text) for paragraph in find_passages(report).paragraphs]
