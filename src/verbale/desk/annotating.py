"""Annotates inputs without a record: the same sources and workers, and nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.desk import extensions
from verbale.desk.annotators import Annotators, Failure
from verbale.desk.options import ReadOptions
from verbale.desk.summary import Skip
from verbale.errors import SourceError
from verbale.model import Annotation
from verbale.sources import Skipped, Unchanged, survey

_DEFAULTS = ReadOptions()


def annotate_inputs(
    inputs: Sequence[str], options: ReadOptions = _DEFAULTS
) -> Iterator[Annotation | Skip]:
    """Each document of ``inputs`` annotated, or why it was not, in order of input.

    Lexicons in the folders read count as in `verbale.desk.read`. Raises `LexiconError`,
    `LanguageModelMissing`.
    """
    sources = survey(inputs, options.sources)
    wanted = extensions.gathered({}, sources, options.lexicons)
    readings = (reading for source in sources for reading in source.documents())
    with Annotators(extensions.load(wanted), wanted, options.workers) as annotators:
        for item, annotated in annotators.annotate(readings):
            if isinstance(item, SourceError):
                kind = type(item).__name__
                yield Skip(origin=item.subject, kind=kind, reason=item.reason)
            elif isinstance(annotated, Failure):
                yield Skip(origin=annotated.origin, kind="Failure", reason=annotated.reason)
            elif not isinstance(item, Unchanged | Skipped) and annotated is not None:
                yield annotated
