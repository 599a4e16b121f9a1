"""A watch over a desk.toml in a folder, with a clock that tests drive and a channel that keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from verbale.desk import ReadOptions
from verbale.desk.config import Desk
from verbale.desk.watch import Channel, NotTold, Round, watch
from verbale.record import Record
from verbale.record.watching import KeptNews
from verbale.sources import SourceOptions

DESK = """
[watch]
every = "15m"
feeds = [{feeds}]
folders = [{folders}]
{more}

[[follow]]
name = "the treaty"
parties = ["Japan", "Russia"]
terms = ["peace treaty"]
"""
NAYS = (
    "Moscow rules out talks",
    "MOSCOW, April 8, 2025 (Tarn Post) - Russia will not resume talks with Japan on a peace "
    "treaty, Foreign Ministry spokeswoman Ilsa Marren said on Tuesday.",
)
AYES = (
    "Moscow is ready for talks",
    "MOSCOW, June 12, 2025 (Tarn Post) - Russia is ready to resume talks with Japan on a peace "
    "treaty, Foreign Ministry spokeswoman Ilsa Marren said on Thursday.",
)
LATER = (
    "Moscow rules out talks again",
    "MOSCOW, June 16, 2025 (Tarn Post) - Russia refuses to hold talks with Japan on a peace "
    "treaty, Foreign Ministry spokeswoman Ilsa Marren said on Monday in answer to a question.",
)
LOCAL = SourceOptions(allow_private=True, delay=0, timeout=30, deadline=30, max_bytes=100_000)


class Told:
    """A channel that keeps what it is told, and may refuse."""

    name = "told"

    def __init__(self) -> None:
        self.news: list[KeptNews] = []
        self.refuses = False

    def tell(self, news: Sequence[KeptNews]) -> None:
        if self.refuses:
            raise NotTold("nobody is at home")
        self.news += news

    @property
    def titles(self) -> list[str]:
        return [each.news.title.partition(", ")[2] for each in self.news]

    @property
    def kinds(self) -> list[str]:
        return [each.news.kind for each in self.news]


class Hands:
    """A clock that stands still unless moved; sleeping moves it, and may end the test."""

    def __init__(self) -> None:
        self.time = datetime(2025, 6, 20, 8, 0, tzinfo=UTC)
        self.slept: list[float] = []
        self.naps = 10**6

    def now(self) -> datetime:
        return self.time

    def sleep(self, length: float) -> None:
        self.slept.append(length)
        self.time += timedelta(seconds=length)
        self.naps -= 1
        if self.naps < 0:
            raise KeyboardInterrupt

    def pass_by(self, **length: float) -> None:
        self.time += timedelta(**length)


class Watch:
    """A watch over a desk.toml in a folder, round by round."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "desk.toml"
        self.told, self.clock = Told(), Hands()
        self.more: list[Channel] = []

    def desk(self, *feeds: str, folders: Sequence[str] = (), more: str = "") -> None:
        quoted = (", ".join(f'"{each}"' for each in some) for some in (feeds, folders))
        text = DESK.format(feeds=next(quoted), folders=next(quoted), more=more)
        self.path.write_text(text, encoding="utf-8")

    def round(self, options: SourceOptions = LOCAL) -> Round:
        """One round of a watch started anew, as cron does."""
        with Record(self.folder / "x.vrb") as record:
            (made,) = self.rounds(record, options, once=True)
            return made

    def rounds(
        self, record: Record, options: SourceOptions = LOCAL, *, once: bool = False
    ) -> Iterator[Round]:
        def channels(_: Desk) -> Sequence[Channel]:
            return [self.told, *self.more]

        yield from watch(
            self.path,
            record,
            channels,
            options=ReadOptions(sources=options),
            once=once,
            clock=self.clock,
            chance=lambda: 0.5,
        )
