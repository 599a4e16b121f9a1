"""`read_report`: the whole stage, from bytes to a `Report`."""

from __future__ import annotations

from html import unescape
from operator import itemgetter

from verbale.model import RawDocument, Report, ReportFlag, words_at
from verbale.reports.credits import Credit, read_credit
from verbale.reports.dateline import read_dateline
from verbale.reports.dates import Timing, settle
from verbale.reports.decode import decode
from verbale.reports.flags import page_flags
from verbale.reports.language import SERVED, UNKNOWN, language_of
from verbale.reports.layout import Layout, lay_out
from verbale.reports.names import Outlets, Remembered
from verbale.reports.outlet import find_outlet
from verbale.reports.page import Page, tokens_of
from verbale.reports.pagetext import page_from_text
from verbale.reports.runin import split_run_in

#: Credits this many blocks after the story are still its own.
_AFTER = 8


def read_report(raw: RawDocument, lexicon: Outlets) -> Report:
    """Read one report. Pure; answers for any bytes, with flags and notes where they are poor."""
    outlets = Remembered(lexicon)
    drawn, broken = _page(raw)
    page = split_run_in(drawn, outlets)
    title = unescape(raw.given.title).strip() if raw.given.title else None
    layout = lay_out(page, title, outlets)
    url = raw.given.url or page.facts.url
    timing = settle(page, layout, raw.given, url)
    agencies = _agencies(page, layout, outlets)
    owner = find_outlet(page, layout, raw.given, url, agencies, outlets)
    body = words_at(page.text, layout.body, "\n")
    language = language_of(body or page.text, raw.given.language or page.facts.language)
    return Report(
        text=page.text,
        headline=layout.headline,
        standfirst=layout.standfirst,
        outlet=owner.name if owner else None,
        outlet_how=owner.how if owner else None,
        authors=_authors(page, layout, raw, owner.name if owner else None, outlets),
        agencies=agencies,
        dateline=layout.filed.dateline() if layout.filed else None,
        published=timing.published,
        updated=timing.updated,
        language=language,
        url=url,
        body=layout.body,
        junk=layout.junk,
        flags=_flags(page, layout, timing, language, broken=broken),
        notes=(*timing.notes, *_title_notes(layout, title, raw.given.basis)),
    )


def _page(raw: RawDocument) -> tuple[Page, bool]:
    """The page, and whether characters of it could not be read."""
    if raw.media == "pdf":
        from verbale.reports.pdf import page_from_pdf

        return page_from_pdf(raw.data), False
    decoded = decode(raw)
    if raw.media == "html":
        from verbale.reports.html import page_from_html

        return page_from_html(decoded.text), decoded.broken
    return page_from_text(decoded.text), decoded.broken


def _agencies(page: Page, layout: Layout, outlets: Outlets) -> tuple[str, ...]:
    """Every agency credited, in order of place: datelines, bylines, credit lines, closing marks."""
    found: list[tuple[int, str]] = []
    for at, credit in layout.credits.items():
        if at < layout.run.stop + _AFTER or not layout.run:
            found += [(page.blocks[at].span.start, name) for name in credit.agencies]
    filings = [layout.filed] if layout.filed else []
    for at in layout.run:
        if layout.kinds[at] is None:
            filed = read_dateline(page.text, page.blocks[at].span, outlets)
            filings += [filed] if filed else []
    found += [(filed.span.start, name) for filed in filings for name in filed.agencies]
    for start, credit in _closing(page, layout, outlets):
        found += [(start, name) for name in credit.agencies]
    return tuple(dict.fromkeys(name for _, name in sorted(found, key=itemgetter(0))))


def _authors(
    page: Page, layout: Layout, raw: RawDocument, outlet: str | None, outlets: Outlets
) -> tuple[str, ...]:
    """Bylines first, else markup; then those who reported and wrote; else the user's word."""
    reach = layout.run.stop + _AFTER if layout.run else len(page.blocks)
    ordered = [credit for at, credit in sorted(layout.credits.items()) if at < reach]
    names = [name for credit in ordered if credit.byline for name in credit.authors]
    names = names or list(page.facts.authors)
    names += [name for credit in ordered if not credit.byline for name in credit.authors]
    names += [name for _, credit in _closing(page, layout, outlets) for name in credit.authors]
    names = names or [unescape(name) for name in raw.given.authors]
    people = (name for name in names if outlets.outlet(name) is None)
    return tuple(dict.fromkeys(name for name in people if name != outlet))


def _title_notes(layout: Layout, title: str | None, basis: str) -> tuple[str, ...]:
    """That the report is headed otherwise than the user or a mail calls it."""
    headline = layout.headline.text if layout.headline else ""
    own = " ".join(tokens_of(headline))
    if not title or not own or own in " ".join(tokens_of(title)):
        return ()
    if " ".join(tokens_of(title)) in own:
        return ()
    return (f"the {basis} calls it “{title}”; the report's own headline counts",)


def _closing(page: Page, layout: Layout, outlets: Outlets) -> list[tuple[int, Credit]]:
    """The credits that stand at the end of paragraphs, with their places."""
    read = [(span.start, read_credit(span.of(page.text), outlets)) for span in layout.closing]
    return [(start, credit) for start, credit in read if credit is not None]


def _flags(
    page: Page, layout: Layout, timing: Timing, language: str, *, broken: bool
) -> tuple[ReportFlag, ...]:
    flags: list[ReportFlag] = list(page_flags(page, layout, timing))
    if broken:
        flags.append("broken-encoding")
    if language not in SERVED and language != UNKNOWN:
        flags.append("unserved-language")
    if not layout.body:
        flags.append("no-body")
    return tuple(flags)
