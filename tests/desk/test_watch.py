"""Watching: feeds of every behaviour on a site of our own, with a clock that tests drive."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import feedparser
import pytest

from tests.desk.site import Site, running
from verbale.desk import ReadOptions
from verbale.desk.config import Desk
from verbale.desk.watch import Channel, NotTold, Round, watch
from verbale.desk.watch.atom import AtomFile
from verbale.desk.watch.webhook import Webhook
from verbale.errors import UsageError
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
LOCAL = SourceOptions(allow_private=True, delay=0, timeout=2, deadline=1, max_bytes=100_000)


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


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as found:
        yield found


@pytest.fixture
def desk(tmp_path: Path) -> Watch:
    return Watch(tmp_path)


def test_what_is_new_is_told_once(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    made = desk.round()
    assert (made.found, made.troubles) == ({"positions": 1}, ())
    assert desk.told.titles == ["talks: refuses"]
    assert desk.round().found == {}
    site.feed("/f", AYES, NAYS)
    assert desk.round().found == {"shifts": 1}
    assert desk.told.titles == ["talks: refuses", "talks: reversal"]
    before, after = desk.told.news[-1].news.passages
    assert ("will not" in before.words, "ready" in after.words) == (True, True)
    assert (before.day, after.day) == ("2025-04-08", "2025-06-12")


def test_a_second_report_of_the_same_is_no_news(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS), site.url("/g"))
    desk.round()
    site.feed("/g", ("Talks ruled out by Moscow", NAYS[1].replace("Tarn Post", "Velm Times")))
    desk.round()
    assert desk.told.kinds == ["positions"]


def test_what_the_record_held_before_is_no_news(site: Site, desk: Watch) -> None:
    folder = desk.folder / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("\n\n".join(NAYS))
    from verbale.desk import read

    with Record(desk.folder / "x.vrb") as record:
        read([str(folder)], record)
    desk.desk(folders=["in"])
    assert desk.round().found == {}
    (folder / "b.txt").write_text("\n\n".join(AYES))
    assert desk.round().found == {"shifts": 1}


def test_reports_read_by_other_commands_are_told_as_well(site: Site, desk: Watch) -> None:
    from verbale.desk import read

    desk.desk(site.feed("/f", NAYS))
    desk.round()
    (desk.folder / "b.txt").write_text("\n\n".join(AYES))
    with Record(desk.folder / "x.vrb") as record:
        read([str(desk.folder / "b.txt")], record)
    desk.round()
    assert desk.told.kinds == ["positions", "shifts"]


def test_silence_is_told_once_and_by_the_clock(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    desk.round()
    desk.clock.pass_by(days=100)
    assert desk.round().found == {}
    desk.clock.pass_by(days=110)
    assert desk.round().found == {"silence": 1}
    assert desk.told.titles[-1] == "talks: last stated 9 months ago"
    desk.clock.pass_by(days=10)
    assert desk.round().found == {}


def test_unchanged_feeds_are_asked_with_their_validators(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS, ETag='"one"', Last_Modified="Tue, 08 Apr 2025 00:00:00 GMT"))
    desk.round()
    made = desk.round()
    assert made.summary is not None
    assert (made.summary.unchanged, made.troubles) == (1, ())
    headers = site.asked[-1][1]
    assert headers["If-None-Match"] == '"one"'
    assert headers["If-Modified-Since"].startswith("Tue, 08 Apr")


def test_one_bad_feed_does_not_stop_the_others(site: Site, desk: Watch) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/rss+xml")
        handler.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(40):
                handler.wfile.write(b"<rss>" + b" " * 70_000)
                handler.wfile.flush()

    site.pages["/huge"] = drip
    bad = [
        site.fails("/busy", 500),
        site.put("/broken", "<rss><channel><title>Tarn", "application/rss+xml"),
        site.put("/page", "<html><body><p>", "application/pdf"),
        site.url("/huge"),
        site.url("/none"),
        "http://127.0.0.1:9/feed",
    ]
    desk.desk(*bad, site.feed("/f", NAYS))
    made = desk.round()
    assert {trouble.name for trouble in made.troubles} == set(bad)
    assert made.found == {"positions": 1}
    assert all(trouble.until == "2025-06-20T08:15:00Z" for trouble in made.troubles)


def test_a_slow_drip_is_given_up(site: Site, desk: Watch) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/rss+xml")
        handler.end_headers()
        with contextlib.suppress(OSError):
            while True:
                handler.wfile.write(b"<")
                handler.wfile.flush()

    site.pages["/slow"] = drip
    import msgspec

    desk.desk(site.url("/slow"), site.feed("/f", NAYS))
    made = desk.round(msgspec.structs.replace(LOCAL, deadline=0.05, max_bytes=10**9))
    (trouble,) = made.troubles
    assert "to arrive" in trouble.reason
    assert made.found == {"positions": 1}


def test_a_failing_feed_is_left_alone_for_longer_each_time(site: Site, desk: Watch) -> None:
    desk.desk(site.fails("/f", 500))
    waits = []
    for _ in range(4):
        (trouble,) = desk.round().troubles
        then = datetime.fromisoformat(trouble.until or "")
        waits.append((then - desk.clock.time).total_seconds() / 60)
        desk.clock.pass_by(minutes=1)
        assert [each.name for each in desk.round().resting] == [site.url("/f")]
        desk.clock.time = then
    assert waits == [15, 30, 60, 120]
    assert site.times("/f") == 4
    site.feed("/f", NAYS)
    assert desk.round().troubles == ()
    site.fails("/f", 500)
    (trouble,) = desk.round().troubles
    assert (datetime.fromisoformat(trouble.until or "") - desk.clock.time).seconds == 15 * 60


@pytest.mark.parametrize("asked", ["7200", "date"])
def test_a_server_that_asks_for_patience_gets_it(asked: str, site: Site, desk: Watch) -> None:
    from email.utils import format_datetime

    then = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
    desk.desk(site.fails("/f", 429, Retry_After=then if asked == "date" else asked))
    (trouble,) = desk.round().troubles
    wait = datetime.fromisoformat(trouble.until or "") - desk.clock.time
    assert timedelta(minutes=119) < wait <= timedelta(hours=2)


def test_private_addresses_are_refused_directly_and_behind_a_redirect(
    site: Site, desk: Watch
) -> None:
    site.pages["/away"] = (302, {"Location": "http://10.0.0.7/feed"}, b"")
    desk.desk(site.feed("/f", NAYS))
    (trouble,) = desk.round(SourceOptions(delay=0)).troubles
    assert "not a public address" in trouble.reason
    assert site.asked == []


def test_robots_are_obeyed(site: Site, desk: Watch) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /f", "text/plain")
    desk.desk(site.feed("/f", NAYS))
    (trouble,) = desk.round().troubles
    assert "robots.txt" in trouble.reason
    assert site.times("/f") == 0


def test_pages_behind_a_feed_are_fetched_once(site: Site, desk: Watch) -> None:
    pages = [f"/f/{len(text)}" for _, text in (NAYS, AYES)]
    for page, (title, text) in zip(pages, (NAYS, AYES), strict=True):
        site.put(page, f"<html><body><h1>{title}</h1><p>{text}</p></body></html>")
    desk.desk(site.feed("/f", NAYS), more="pages = true")
    desk.round()
    site.feed("/f", NAYS, AYES)
    desk.round()
    assert [site.times(page) for page in pages] == [1, 1]
    assert desk.told.kinds == ["positions", "shifts"]


def test_a_channel_that_fails_gets_it_later_and_the_others_now(site: Site, desk: Watch) -> None:
    other = Told()
    other.name = "other"
    desk.more = [other]
    desk.told.refuses = True
    desk.desk(site.feed("/f", NAYS))
    (trouble,) = desk.round().troubles
    assert (trouble.name, trouble.reason) == ("told", "nobody is at home")
    assert (desk.told.kinds, other.kinds) == ([], ["positions"])
    desk.told.refuses = False
    assert desk.round().troubles == ()
    assert (desk.told.kinds, other.kinds) == (["positions"], ["positions"])


def test_a_round_cut_short_is_taken_up_again(
    site: Site, desk: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after reading: the news are found by the next watch."""
    from verbale.desk.watch import finding

    desk.desk(site.feed("/f", NAYS, ETag='"one"'))

    def killed(*arguments: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(finding, "stories", killed)
        with pytest.raises(SystemExit):
            desk.round()
    desk.round()
    assert desk.told.kinds == ["positions"]


def test_ctrl_c_while_waiting_ends_the_watch(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    desk.clock.naps = 2
    with Record(desk.folder / "x.vrb") as record:
        rounds = desk.rounds(record)
        made = []
        with pytest.raises(KeyboardInterrupt):
            made.extend(rounds)
        assert desk.clock.slept == [900.0] * 3
        assert desk.told.kinds == ["positions"]
        assert record.check() == ()
    assert list(desk.folder.glob("*-watch")) == []


def test_a_second_watch_over_the_same_record_is_refused(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    with Record(desk.folder / "x.vrb") as record:
        first = desk.rounds(record)
        next(first)
        with pytest.raises(UsageError, match="another watch"):
            next(desk.rounds(record))
        first.close()
        next(desk.rounds(record))


def test_a_desk_spoilt_meanwhile_is_told_and_its_last_state_counts(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    with Record(desk.folder / "x.vrb") as record:
        rounds = desk.rounds(record)
        next(rounds)
        desk.path.write_text("[[follow")
        site.feed("/f", AYES, NAYS)
        made = next(rounds)
        assert [trouble.name for trouble in made.troubles] == [str(desk.path)]
        assert made.found == {"shifts": 1}


def test_what_is_followed_otherwise_begins_anew(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    text = desk.path.read_text()
    desk.path.write_text(text.replace('"peace treaty"', '"fisheries"'))
    assert desk.round().found == {}
    desk.path.write_text(text)
    assert desk.round().found == {}
    site.feed("/f", AYES, NAYS)
    assert desk.round().found == {"shifts": 1}


def test_each_statement_and_act_where_asked_for(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS, AYES))
    text = desk.path.read_text()
    desk.path.write_text(f'{text}tell = ["statements", "acts"]\n')
    desk.round()
    assert "statements" in desk.told.kinds
    assert "positions" not in desk.told.kinds


def test_in_a_large_record_the_followed_matters_alone_are_looked_at(
    site: Site, desk: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    from verbale.record import near

    desk.desk(site.feed("/f", NAYS, AYES))
    desk.round()
    monkeypatch.setattr(near, "LARGE", 0)
    site.feed("/f", LATER, AYES, NAYS)
    assert desk.round().found == {"shifts": 1}
    assert desk.told.titles[-1] == "talks: reversal"


def test_forgetting_a_report_takes_its_news_along(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    desk.round()
    with Record(desk.folder / "x.vrb") as record:
        assert len(record.watching.latest(9)) == 1
        record.forget("r1")
        assert record.watching.latest(9) == ()
        assert record.check() == ()


def test_the_atom_file(site: Site, desk: Watch) -> None:
    path = desk.folder / "news.xml"
    desk.desk(site.feed("/f", NAYS))
    with Record(desk.folder / "x.vrb") as record:
        identity = record.watching.identity()
        desk.more = [AtomFile(path, identity, lambda: record.watching.latest(200))]
        next(desk.rounds(record))
        first = feedparser.parse(path.read_bytes())
        site.feed("/f", ("A \x0b &lt;b&gt; title", AYES[1]), NAYS)
        next(desk.rounds(record))
    found = feedparser.parse(path.read_bytes())
    assert not found.bozo
    assert [entry.title for entry in found.entries] == [
        "Russia on peace treaty, talks: reversal",
        "Russia on peace treaty, talks: refuses",
    ]
    assert found.entries[1].id == first.entries[0].id
    assert len({entry.id for entry in found.entries}) == 2
    assert "“Russia will not" in found.entries[1].content[0].value


def test_a_file_that_cannot_be_written_is_trouble(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    desk.more = [AtomFile(desk.folder / "none" / "news.xml", "x", lambda: ())]
    (trouble,) = desk.round().troubles
    assert trouble.name == "atom"
    assert "cannot be written" in trouble.reason


@pytest.fixture
def hook(site: Site, desk: Watch) -> Callable[..., Webhook]:
    def made(path: str = "/hook", options: SourceOptions = LOCAL) -> Webhook:
        webhook = Webhook(site.url(path), options, desk.clock.sleep)
        desk.more = [webhook]
        desk.desk(site.feed("/f", NAYS))
        return webhook

    return made


def test_a_webhook_gets_the_news(site: Site, desk: Watch, hook: Callable[..., Webhook]) -> None:
    hook()
    assert desk.round().troubles == ()
    ((path, body),) = site.posted
    told = json.loads(body)
    assert path == "/hook"
    assert len(told["delivery"]) == 24
    assert told["news"][0]["news"]["title"] == "Russia on peace treaty, talks: refuses"
    desk.round()
    assert len(site.posted) == 1


def test_a_webhook_is_tried_a_few_times(
    site: Site, desk: Watch, hook: Callable[..., Webhook]
) -> None:
    hook()
    site.post_answers = [(500, {}, b""), (429, {"Retry-After": "20"}, b"")]
    assert desk.round().troubles == ()
    assert (len(site.posted), desk.clock.slept) == (3, [2.0, 20.0])


def test_a_webhook_that_fails_gets_it_in_the_next_round(
    site: Site, desk: Watch, hook: Callable[..., Webhook]
) -> None:
    name = hook().name
    site.post_answers = [(500, {}, b"")] * 3
    (trouble,) = desk.round().troubles
    assert (trouble.name, trouble.reason) == (name, "the server answers 500")
    assert desk.round().troubles == ()
    assert len({json.loads(body)["delivery"] for _, body in site.posted}) == 1


def test_a_webhook_that_asks_for_long_patience_is_left_for_the_next_round(
    site: Site, desk: Watch, hook: Callable[..., Webhook]
) -> None:
    hook()
    site.post_answers = [(503, {"Retry-After": "3600"}, b"")]
    assert len(desk.round().troubles) == 1
    assert (len(site.posted), desk.clock.slept) == (1, [])


def test_a_webhook_at_a_private_address_is_refused(
    site: Site, desk: Watch, hook: Callable[..., Webhook]
) -> None:
    webhook = hook(options=SourceOptions(delay=0))
    assert "hook" not in webhook.name.replace("webhook", "")
    (trouble,) = desk.round().troubles
    assert "not a public address" in trouble.reason
    assert site.posted == []


def test_a_webhook_that_redirects_is_not_followed(
    site: Site, desk: Watch, hook: Callable[..., Webhook]
) -> None:
    hook()
    site.post_answers = [(302, {"Location": site.url("/other")}, b"")] * 3
    (trouble,) = desk.round().troubles
    assert trouble.reason == "the server answers 302"
    assert {path for path, _ in site.posted} == {"/hook"}
