"""The open questions of a brief: what its reports do not let us tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from verbale.brief import names
from verbale.brief.days import spoken
from verbale.brief.material import Material
from verbale.brief.model import Citation, Section, Sentence
from verbale.brief.names import Parties
from verbale.brief.quoting import excerpt, in_context, passage
from verbale.brief.wording import slots
from verbale.model import Report
from verbale.record import Record, ReportRow, StatementRow

MOST_OF_A_KIND = 12
_LONGEST = 140
_BASES = {
    "url": "its address",
    "updated": "the day it was updated",
    "sidecar": "the sidecar beside it",
    "manifest": "the manifest",
    "feed": "the feed",
    "fields": "the fields beside it",
    "text": "its own text",
    "relative": "a day counted back on the page",
    "json-ld": "the page's data",
    "meta": "the page's data",
    "microdata": "the page's data",
    "dateline": "its dateline",
    "caption": "a caption",
}
_UNREAD = ("unserved-language", "no-body", "paywalled", "truncated")


def questions(
    record: Record, material: Material, handles: Sequence[str], parties: Parties
) -> Section:
    """All open questions about the reports ``handles``, and what was not read."""
    rows = [material.report_of[handle] for handle in handles]
    said = [row for handle in handles for row in material.by_report.get(handle, ())]
    groups = (
        [day_question(row) for row in rows],
        [unread_question(row) for row in rows],
        [speaker_question(row, material, parties) for row in said],
        [state_question(row, material, parties) for row in said],
        [skipped(name, reason) for name, reason in skips(record)],
    )
    found = [sentence for group in groups for sentence in _capped(_once(filter(None, group)))]
    return Section(
        kind="questions",
        heading=Sentence(template="heading.questions"),
        sentences=tuple(found) or (Sentence(template="open.none"),),
        scope=tuple(handles),
    )


def day_question(row: ReportRow) -> Sentence | None:
    """What is uncertain about a report's day."""
    published = row.report.published
    values = {"report": names.report_label(row.report, row.handle)}
    if published is None:
        return _about(row, "open.day", values)
    values["day"] = spoken(published.date)
    if not published.full:
        return _about(row, "open.year", {**values, "day": day_without_year(published.date)})
    if published.how == "inferred":
        return _about(row, "open.inferred", {**values, "basis": basis_words(published.basis)})
    return None


def day_without_year(edtf: str) -> str:
    """``15 July`` for XXXX-07-15."""
    return spoken(edtf).partition(" (")[0]


def basis_words(basis: str | None) -> str:
    """What a day was worked out from, in words."""
    return _BASES.get(basis or "", basis or "")


def unread_question(row: ReportRow) -> Sentence | None:
    """A report without statements for a stated reason."""
    reason = unread_because(row.report)
    if row.statements or reason is None:
        return None
    values = {"report": names.report_label(row.report, row.handle), "reason": reason}
    return _about(row, "open.unread", values)


def unread_because(report: Report) -> str | None:
    """Why a report may have no statements, in words; None where nothing is known of it."""
    found = next((flag for flag in _UNREAD if flag in report.flags), None)
    return unread_reason(found, report.language) if found else None


def unread_reason(flag: str, language: str) -> str:
    """What a flag says of a report's text, in words."""
    return {
        "unserved-language": f"its language, {language}, is not served",
        "no-body": "no story was found on its page",
        "paywalled": "its text is behind a pay wall",
        "truncated": "its text breaks off",
    }[flag]


def speaker_question(row: StatementRow, material: Material, parties: Parties) -> Sentence | None:
    """News of a statement whose speaker is not known at all."""
    if row.statement.speaker is not None or not material.said(row) or not row.source_words:
        return None
    return _statement_question(row, material, parties, "open.speaker")


def state_question(row: StatementRow, material: Material, parties: Parties) -> Sentence | None:
    """A named speaker in office whose party no report tells, or whom reports place differently."""
    statement = row.statement
    if not (statement.speaker and statement.office) or statement.speaker.startswith("unnamed"):
        return None
    if not material.said(row) or material.side_of(statement) is not None:
        return None
    if material.told_otherwise(statement):
        return _statement_question(row, material, parties, "open.contested")
    return _statement_question(row, material, parties, "open.state")


def skips(record: Record) -> tuple[tuple[str, str], ...]:
    """Inputs not read and why."""
    return tuple((row.name, row.reason) for row in record.skips())


def skipped(name: str, reason: str) -> Sentence:
    """An input that was not read."""
    values = {"name": " ".join(name.split()), "reason": " ".join(reason.split())}
    return Sentence(template="open.skipped", values=values)


def _statement_question(
    row: StatementRow, material: Material, parties: Parties, template: str
) -> Sentence:
    annotation, statement = material.annotation(row.handle), row.statement
    otherwise = material.told_otherwise(statement)
    values = {
        "report": names.report_label(annotation.report, row.handle),
        "source": " ".join(row.source_words.split()),
        "speaker": names.speaker_words(annotation.text, statement, parties),
        "office": (statement.speaker and statement.office) or "",
        "party": parties.in_sentence(statement.country) if statement.country else "",
        "others": names.listed(
            sorted(parties.in_sentence(other.statement.country or "") for other in otherwise)
        ),
        "quote": excerpt(annotation.text, statement.content, _LONGEST),
    }
    cited = (_citation(row, material), *(_citation(o, material, "party") for o in otherwise))
    return Sentence(
        template=template,
        values={name: values[name] for name in slots(template) if values[name]},
        citations=cited,
    )


def _citation(
    row: StatementRow, material: Material, why: Literal["words", "party"] = "words"
) -> Citation:
    text = material.annotation(row.handle).text
    return Citation(
        report=row.handle,
        spans=row.statement.content,
        around=(in_context(text, passage(row.statement)),),
        statement=row.statement.id,
        why=why,
    )


def _about(row: ReportRow, template: str, values: dict[str, str]) -> Sentence:
    """A sentence about a report, citing the place of its day or headline where there is one."""
    report = row.report
    span = report.published.span if report.published else None
    if span is None and report.headline is not None:
        span = report.headline.span
    places = (span,) if span else ()
    citation = Citation(report=row.handle, spans=places, around=places)
    return Sentence(
        template=template,
        values={name: value for name, value in values.items() if value},
        citations=(citation,),
    )


def _once(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The first of the questions about one speaker or source in one report."""
    seen: set[tuple[str, ...]] = set()
    for sentence in sentences:
        values = sentence.values
        who = values.get("speaker") or values.get("source")
        key = (sentence.template, values.get("report", ""), who or str(values))
        if key not in seen:
            seen.add(key)
            yield sentence


def _capped(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    found = list(sentences)
    left = len(found) - MOST_OF_A_KIND
    if left <= 1:
        return tuple(found)
    more = Sentence(template="open.more", values={"left": str(left)})
    return (*found[:MOST_OF_A_KIND], more)
