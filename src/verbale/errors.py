"""Every error Verbale raises on purpose, and what each means to the outside.

::

    VerbaleError                   the base; catch this to catch them all
    +-- SourceError                one input could not be read; the batch goes on
    |   +-- UnreadableSource       missing, no rights, a broken archive, not text
    |   +-- SourceTooLarge         over the size limit, packed or unpacked
    |   +-- FetchRefused           robots.txt, a private address, a scheme we do not follow
    |   +-- FetchFailed            the network or the server said no
    |   +-- BadMetadata            a sidecar, manifest or mapping with a value that cannot be
    +-- LexiconError               a lexicon file that does not validate
    +-- RecordError                about the record file
    |   +-- NotARecord             the file exists and is something else
    |   +-- RecordTooNew           written by a later version of Verbale
    |   +-- RecordTooOld           written by an earlier one, and opened only for looking
    |   +-- RecordBusy             another process holds the write lock
    |   +-- NoSuchEntry            an id that the record does not hold
    |   +-- AmbiguousEntry         a name, or the beginning of an id, that fits several entries
    +-- UsageError                 options that contradict each other or name nothing
    +-- LanguageModelMissing       the language model is not installed

An error is built from values, not from a finished sentence, so that the command line, the web
pages and the tests read the same fields. ``EXIT_CODES`` is the one table that maps them outward.
"""

from __future__ import annotations

from typing import ClassVar


class VerbaleError(Exception):
    """Base of all errors raised on purpose. ``subject`` is the file, URL or id it is about."""

    advice: ClassVar[str] = ""

    def __init__(self, subject: str, reason: str) -> None:
        super().__init__(subject, reason)
        self.subject = subject
        self.reason = reason

    def __str__(self) -> str:
        text = f"{self.subject}: {self.reason}"
        return f"{text} ({self.advice})" if self.advice else text


class SourceError(VerbaleError):
    """One input could not be read."""


class UnreadableSource(SourceError):
    """The input is missing, locked away, broken or not text. ``missing`` where nothing of that
    name is there at all, as after a slip of the keys."""

    missing = False


class SourceTooLarge(SourceError):
    """The input is larger than the limit, as stored or once unpacked."""

    advice = "raise the limit with --max-size if you trust it"


class FetchRefused(SourceError):
    """We did not make the request: robots.txt, a private address or a foreign scheme."""


class FetchFailed(SourceError):
    """The request was made and did not bring a document.

    ``retry_after`` are the seconds that the server asks us to wait, if it does.
    """

    def __init__(self, subject: str, reason: str, retry_after: float | None = None) -> None:
        super().__init__(subject, reason)
        self.retry_after = retry_after


class BadMetadata(SourceError):
    """What the user says of a report (sidecar, manifest, field mapping) cannot be right."""


class LexiconError(VerbaleError):
    """A lexicon file does not validate."""


class RecordError(VerbaleError):
    """Something about the record file."""


class NotARecord(RecordError):
    """The file exists and is not a Verbale record."""

    advice = "give another path with --record"


class RecordTooNew(RecordError):
    """The record was written by a later version."""

    advice = "upgrade Verbale to open it"


class RecordTooOld(RecordError):
    """The record was written by an earlier version; opening it for writing brings it up to date."""

    advice = "open it for writing once"


class RecordBusy(RecordError):
    """Another process is writing and did not finish in time."""

    advice = "try again when the other reading has ended"


class NoSuchEntry(RecordError):
    """The id names nothing in this record."""


class AmbiguousEntry(RecordError):
    """The name, or the beginning of an id, fits more than one entry; the reason lists them."""

    advice = "give the id of the one you mean"


class UsageError(VerbaleError):
    """Options contradict each other or name nothing."""


class LanguageModelMissing(VerbaleError):
    """The language model is not installed."""

    advice = "run `verbale doctor` to see what is missing"


#: Exit codes of the command line, most specific class first. 0 is success; 1 means that the
#: command ran to its end and some inputs could not be read; 2 is Typer's own for bad usage.
EXIT_CODES: tuple[tuple[type[VerbaleError], int], ...] = (
    (UsageError, 2),
    (SourceError, 1),
    (NoSuchEntry, 3),
    (AmbiguousEntry, 3),
    (RecordBusy, 5),
    (RecordError, 4),
    (LexiconError, 6),
    (LanguageModelMissing, 7),
    (VerbaleError, 10),
)


def exit_code(error: VerbaleError) -> int:
    """The exit code for ``error``: that of the first class in the table it belongs to."""
    return next(code for kind, code in EXIT_CODES if isinstance(error, kind))
