"""Statements and acts on what is followed, for those who ask to be told of each."""

from __future__ import annotations

from verbale.desk.watch.stories import key
from verbale.record import ActRow, StatementRow
from verbale.record.watching import Find, News, NewsPassage
from verbale.record.wording import content, day, deed, sides, speaker

_UNSTATED = "outlet not stated"


def of_statement(row: StatementRow, *, follow: str, matter: str) -> Find:
    """One statement."""
    passage = NewsPassage(
        words=content(row),
        voice=speaker(row),
        outlets=row.outlet or _UNSTATED,
        day=day(row),
        entry=row.id,
        report=row.handle,
    )
    news = News(
        kind="statements",
        follow=follow,
        matter=matter,
        title=f"{speaker(row)} spoke",
        passages=(passage,),
    )
    own = key("statement", row.handle, row.source_words, row.content_words)
    return Find(news=news, keys=(own,))


def of_act(row: ActRow, *, follow: str, matter: str) -> Find:
    """One act."""
    passage = NewsPassage(
        words=row.evidence_words,
        outlets=row.outlet or _UNSTATED,
        day=day(row),
        entry=row.id,
        report=row.handle,
    )
    title = f"{sides(row)}: {deed(row)}"
    news = News(kind="acts", follow=follow, matter=matter, title=title, passages=(passage,))
    own = key("act", row.handle, row.act.type, row.evidence_words)
    return Find(news=news, keys=(own,))
