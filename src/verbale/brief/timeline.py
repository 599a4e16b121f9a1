"""What a timeline lists: statements that are news, and deeds, in the order of days."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.brief.choose import Remark, remarks
from verbale.brief.deeds import Deed, Deeds
from verbale.brief.disputes import Dispute
from verbale.brief.material import Material
from verbale.brief.names import counted
from verbale.brief.quoting import passage
from verbale.brief.said import Scribe
from verbale.record import StatementRow
from verbale.record.days import period


def timeline(
    rows: Sequence[StatementRow],
    dispute: Dispute,
    material: Material,
    scribe: Scribe,
    deeds: Deeds,
) -> list[Remark | Deed]:
    """All that is listed of a dispute, of which ``rows`` are the statements: by the last possible
    day, then the first; of one day report by report, in the order of their text."""
    told = (row for row in rows if material.reported(row) or material.denied(row))
    news = filter(scribe.can_tell, told)
    said = [remark for remark in remarks(news) if remark.day]
    done = deeds.of(dispute.reports, dispute.parties)
    return sorted((*said, *done), key=_order)


def left_out(number: int) -> str:
    """How many lines are not shown, in words."""
    return counted(number, "earlier line")


def _order(each: Remark | Deed) -> tuple[str, str, str, int]:
    found = period(each.best.date)
    first, last = found or ("", "")
    start = each.place.start if isinstance(each, Deed) else passage(each.best.statement).start
    return last, first, each.best.handle, start
