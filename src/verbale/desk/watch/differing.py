"""Where reports do not agree: carriers of one utterance, and sides on who broke off talks."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.desk.watch.stories import key
from verbale.model.origin import Discrepancy
from verbale.record import CarrierRow, OriginsRow
from verbale.record.watching import Find, News, NewsPassage
from verbale.talks.timeline import Talks, Turn

_WHAT = {
    "date": "the day",
    "number": "a number",
    "polarity": "whether it was affirmed",
    "speaker": "who said it",
    "place": "the place",
    "wording": "the wording",
}


def of_carriers(found: OriginsRow, *, follow: str, matter: str) -> Iterator[Find]:
    """Each kind of difference between the reports that carry an utterance.

    The same difference in one report more is not told again; another value is.
    """
    carriers = {carrier.entry: carrier for carrier in found.carriers}
    for each in found.origins.discrepancies:
        told = [(carriers[entry], value) for entry, value in each.told if entry in carriers]
        values = sorted({value for _, value in told})
        if len(values) > 1:
            keys = tuple(
                key("discrepancy", each.kind, values, carrier.handle) for carrier, _ in told
            )
            news = News(
                kind="discrepancies",
                follow=follow,
                matter=matter,
                title=f"Reports differ on {_WHAT[each.kind]} of one {_told_of(found)}",
                why=_values(each, carriers),
                passages=tuple(_passage(carrier) for carrier, _ in told),
            )
            yield Find(news=news, keys=keys)


def of_talks(told: Talks, *, follow: str, matter: str) -> Iterator[Find]:
    """Breaks of talks for which sides name each other."""
    for accounts in told.accounts:
        words = [f"{'/'.join(turn.by)} according to {_tellers(turn)}" for turn in accounts.turns]
        keys = tuple(
            key("accounts", turn.by, turn.best.report, turn.best.words) for turn in accounts.turns
        )
        news = News(
            kind="discrepancies",
            follow=follow,
            matter=matter,
            title="Accounts differ on who broke off the talks",
            why="; ".join(dict.fromkeys(words)),
            passages=tuple(_of_turn(turn) for turn in accounts.turns),
        )
        yield Find(news=news, keys=(key("accounts", sorted(keys)),))


def _told_of(found: OriginsRow) -> str:
    return "statement" if found.entry.startswith("s") else "act"


def _values(each: Discrepancy, carriers: dict[str, CarrierRow]) -> str:
    told: dict[str, list[str]] = {}
    for entry, value in each.told:
        if entry in carriers:
            told.setdefault(value, []).append(carriers[entry].outlet or "outlet not stated")
    listed = (f"{value} ({', '.join(dict.fromkeys(by))})" for value, by in told.items())
    return "; ".join(listed)


def _passage(carrier: CarrierRow) -> NewsPassage:
    return NewsPassage(
        words=carrier.words,
        voice=carrier.speaker or "nobody named",
        outlets=carrier.outlet or "outlet not stated",
        day=carrier.published,
        entry=carrier.entry,
        report=carrier.handle,
    )


def _of_turn(turn: Turn) -> NewsPassage:
    best = turn.best
    return NewsPassage(
        words=best.words,
        voice=best.speaker or "",
        outlets=best.outlet or "outlet not stated",
        day=turn.date,
        entry=best.id,
        report=best.report,
    )


def _tellers(turn: Turn) -> str:
    return "/".join(turn.tellers) or turn.best.outlet or "a report"
