"""Background: statements that a report recalls rather than brings."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import msgspec

from verbale.model import Passages, Report, Span, Spans, Statement, without, words_at

_PAST_PERFECT = re.compile(r"\bhad\b", re.I)
_RECALLING_CUE = re.compile(
    r"\b(?:repeatedly|previously|always|long|consistently|traditionally|earlier|once|used to)\b",
    re.I,
)
_LONG_AGO = re.compile(
    r"\b(?:last (?:year|month|decade|spring|summer|autumn|fall|winter)|(?:in|since) (?:19|20)\d\d|"
    r"(?:years|months|weeks) (?:ago|earlier)|for (?:years|decades|months)|repeatedly|"
    r"more than once|time and again|time after time|on (?:several|many) occasions|in the past)\b",
    re.I,
)
_OPENS_LONG_AGO = re.compile(r"(?:In|Back in|Since) (?:\w+ )?(?:19|20)\d\d\b")
# What opens or dates a paragraph of history wherever it stands.
_LOOKS_BACK = re.compile(
    r"(?:^|[.!?] )(?:In response|At the time|Back then|Earlier|Previously|Historically|"
    r"(?:In|Since|By|After) (?:\w+ )?(?:19|20)\d\d)\b,?|"
    r"\b(?:last year|(?:years|decades) ago|since the (?:war|mid-|early|late|\d)|begun in \d{4})",
)
_RECAP = re.compile(
    r"\b(?:since the|since \d{4}|in (?:the )?(?:19|20)\d\d|(?:last|the previous) (?:year|month)|"
    r"(?:years|months|decades|weeks) (?:ago|earlier)|after the (?:start|end|launch|outbreak|war)|"
    r"after world war|in response,|at the time|back then|earlier,|previously,|have been engaged|"
    r"has long|have long|historically|for (?:years|decades)|dates back)",
    re.I,
)
# Claims in the present tense that stand as they have stood: in a story told in the past tense.
_STANDING = re.compile(
    r"^(?:says?|argues?|contends?|maintains?|insists?|insists? on|claims?|considers?|regards?|"
    r"views?|proposes?|holds?|calls? for|rejects?|denies|deny)(?: that| on)?$",
    re.I,
)
_ACCORDING = re.compile(r"according to", re.I)
_PAST = re.compile(r"\b(?:said|told|wrote|spoke|made|gave|\w+ed)\b", re.I)
_ASIDE = re.compile(r",\s(?:who|whom|whose|which|where)\b[^,]*,")  # tells of the source
_NEAR = 40  # characters around a cue
_LEAD = 3  # paragraphs, headline and stand-first among them, that bring the news
_RECENT = 7  # days: what somebody "had said" so lately is still the news


def mark_background(
    report: Report, passages: Passages, statements: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    """``statements`` with `background` set: a recalling cue, an older day, a paragraph of history,
    a recap at the end, or a standing claim beside one of these."""
    sentences = tuple(sentence.span for sentence in passages.sentences)
    back = {s.id for s in statements if _recalled(report, s, sentences)}
    back |= _in_recap(report, passages, statements)
    back |= _standing(passages, statements, back, report.text)
    return tuple(
        msgspec.structs.replace(s, background=True) if s.id in back else s for s in statements
    )


def _place(statement: Statement) -> int:
    return (statement.cue or statement.content)[0].start if statement.zone == "body" else -1


def _recalled(report: Report, statement: Statement, sentences: Spans) -> bool:
    cue = words_at(report.text, statement.cue)
    if _RECALLING_CUE.search(cue):
        return True
    if _PAST_PERFECT.search(cue) and statement.nested_in is None:
        return not _is_recent(report, statement)
    around = _clause(report, statement, sentences)
    if _LONG_AGO.search(around):
        return True
    opens = _OPENS_LONG_AGO.match(_sentence(report, statement, sentences)) is not None
    return (opens and statement.nested_in is None) or _is_old(report, statement)


def _sentence(report: Report, statement: Statement, sentences: Spans) -> str:
    place = _place(statement)
    return next((s.of(report.text) for s in sentences if s.start <= place < s.end), "")


def _clause(report: Report, statement: Statement, sentences: Spans) -> str:
    """The words of the sentence around the cue that are not said: "has maintained since 2019"."""
    if not statement.cue:
        return ""
    cue = statement.cue[0]
    sentence = next((s for s in sentences if s.start <= cue.start < s.end), cue)
    after = Span(cue.start, min(sentence.end, statement.cue[-1].end + _NEAR))
    before = _apart(Span(sentence.start, cue.start), statement, report.text)
    return f"{_ASIDE.sub(',', before)[-_NEAR:]} {_apart(after, statement, report.text)}"


def _apart(place: Span, statement: Statement, text: str) -> str:
    """The words at ``place`` that are not said."""
    return " ".join(part.of(text) for part in without(place, statement.content))


def _is_recent(report: Report, statement: Statement) -> bool:
    return _age(report, statement) is not None and (_age(report, statement) or 0) <= _RECENT


def _is_old(report: Report, statement: Statement) -> bool:
    age = _age(report, statement)
    published = report.published
    if age is None or published is None or statement.said_on is None:
        return False
    return age > 10 and statement.said_on[:7] < published.date[:7]


def _age(report: Report, statement: Statement) -> int | None:
    """Days between the statement and the report, where both are known."""
    published = report.published
    if published is None or not published.full or statement.said_on is None:
        return None
    try:
        said = date.fromisoformat(statement.said_on)
        return (date.fromisoformat(published.date) - said).days
    except ValueError:
        return None


def _in_recap(report: Report, passages: Passages, statements: tuple[Statement, ...]) -> set[int]:
    """Statements in paragraphs that look back: a marker, nobody's quoted words, no day of now."""
    body = [s for s in statements if s.zone == "body"]
    fresh = [
        s for s in body if s.type != "indirect" or s.said_how == "stated" or _is_recent(report, s)
    ]
    last_news = max(
        (max(span.end for span in (*s.content, *s.cue)) for s in fresh if s.nested_in is None),
        default=len(report.text),
    )
    found: set[int] = set()
    going_on = False  # a recap at the end goes on until somebody says something new
    for paragraph in passages.paragraphs:
        place, words = paragraph.span, paragraph.span.of(report.text)
        inside = [s for s in body if place.start <= _place(s) < place.end]
        at_end = place.start >= last_news and _RECAP.search(words) is not None
        told = any(_PAST.search(words_at(report.text, s.cue)) for s in inside)
        going_on = at_end or (going_on and not told)
        if (going_on or _LOOKS_BACK.search(words)) and not any(s in fresh for s in inside):
            found |= {s.id for s in inside}
    return found


def _standing(
    passages: Passages, statements: tuple[Statement, ...], back: set[int], text: str
) -> set[int]:
    """Claims in the present tense beside something recalled, or in a paragraph of nothing else:
    "Guyana contends the award settled the border", in a story that says "said"."""
    body = [s for s in statements if s.zone == "body" and s.nested_in is None and s.cue]
    found = {  # "has repeatedly asserted ... However, according to the other ministry ..."
        later.id
        for earlier, later in pairwise(body)
        if earlier.id in back and _ACCORDING.match(words_at(text, later.cue))
        if later.type == "indirect" and later.country is not None and later.said_on is None
    }
    past = sum(bool(_PAST.search(words_at(text, s.cue))) for s in body)
    if past * 2 < len(body):
        return found
    for paragraph in passages.paragraphs[_LEAD:]:
        inside = [s for s in body if paragraph.span.start <= _place(s) < paragraph.span.end]
        claims = [s for s in inside if _is_standing(s, text)]
        rest = [s for s in inside if s not in claims]
        if claims and all(s.id in back for s in rest):
            found |= {s.id for s in claims}
    return found


def _is_standing(statement: Statement, text: str) -> bool:
    if statement.type != "indirect" or statement.office or statement.said_how == "stated":
        return False
    if statement.country is None and (statement.speaker or "unnamed").startswith("unnamed"):
        return False
    return _STANDING.match(" ".join(words_at(text, statement.cue).split())) is not None
