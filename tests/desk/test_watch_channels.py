"""Telling what is new: an Atom file, a webhook, and channels that fail."""

from __future__ import annotations

import json
from collections.abc import Callable

import feedparser
import pytest

from tests.desk.site import Site
from tests.desk.watching import AYES, LOCAL, NAYS, Told, Watch
from verbale.desk.watch.atom import AtomFile
from verbale.desk.watch.webhook import Webhook
from verbale.record import Record
from verbale.sources import SourceOptions


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
