"""Who is told. A channel gets each piece of news once, in order; the record keeps how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from verbale.record import Record
from verbale.record.watching import KeptNews

_AT_ONCE = 100


class NotTold(Exception):
    """A channel could not take the news now; it gets them in the next round."""


class Channel(Protocol):
    """Somewhere news go."""

    @property
    def name(self) -> str:
        """What the record knows it by."""
        ...

    def tell(self, news: Sequence[KeptNews]) -> None:
        """Hand news over, the oldest first. Raises `NotTold` if none of them arrived."""
        ...


def begin(record: Record, channels: Sequence[Channel]) -> None:
    """Mark where channels come in that the record does not know yet: at the end of what is told."""
    known = record.watching.told()
    for channel in channels:
        if channel.name not in known:
            record.watching.mark(channel.name, record.watching.last())


def tell(record: Record, channel: Channel) -> int:
    """Tell a channel all that it was not told yet; how much that was. Raises `NotTold`.

    Marked after each lot: should the program be killed between the telling and the mark, that lot
    is told once more rather than never.
    """
    count = 0
    upto = record.watching.told().get(channel.name, 0)
    while news := record.watching.after(upto, _AT_ONCE):
        channel.tell(news)
        upto = news[-1].number
        record.watching.mark(channel.name, upto)
        count += len(news)
    return count
