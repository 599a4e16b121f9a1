"""The pages in a real browser: what only a browser can tell. Skipped where there is none."""

from __future__ import annotations

import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from eval.browser import Visit, browser, installed, served, visit
from tests.sources.printed import STATEMENT, pdf, set_out
from verbale.record import Record

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(installed() is None, reason="no Chromium: apt-get install chromium"),
]
#: A telephone by day, a desk by night: between them, every layout and every colour.
LOOKS = ((380, False), (1440, True))
expect.set_options(timeout=60_000)  # a busy machine is slow, and no fault of the pages
PDF = pdf([set_out(STATEMENT)])
GRAVE = ("serious", "critical")


class Desk(NamedTuple):
    """A desk that is open, and the browser to look at it with."""

    home: str
    browser: Browser
    record: Path
    pages: list[str]


@pytest.fixture(scope="module")
def desk(read_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    copy = Path(shutil.copy(read_once, tmp_path_factory.mktemp("browser") / "sample.vrb"))
    with served(copy) as home, browser() as found:
        yield Desk(home, found, copy, pages_of(copy))


@pytest.fixture
def looking(desk: Desk) -> Iterator[Visit]:
    """Somebody at a wide screen; at the end nothing was complained of and nothing left."""
    with visit(desk.browser, desk.home) as found:
        yield found
        assert found.complaints == []
        assert found.elsewhere == []


def pages_of(path: Path) -> list[str]:
    """One page of each kind, with something to see on it."""
    with Record(path, read_only=True) as record:
        matter = next(row.matter.id for row in record.matters() if row.positions > 1)
        entries = (
            record.statements().rows[0].id,
            record.positions().rows[0].id,
            record.acts().rows[0].id,
            record.roster()[0].ids[0],
        )
        shared = next(row.id for row in record.reports() if record.reuse(row.id).related)
    tables = ("statements", "positions", "acts", "actors", "reports", "outlets")
    return [
        "/",
        f"/matters/{matter}",
        f"/matters/{matter}/lanes",
        *(f"/{noun}" for noun in tables),
        *(f"/entries/{entry}" for entry in entries),
        f"/reports/{shared}",
        f"/brief?matter={matter}",
        "/search?q=ban",
        "/review?kind=score",
        "/read",
    ]


def overflow(page: Page) -> int:
    """By how many pixels a page is wider than its window."""
    found = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return int(found)


def faults(page: Page) -> list[str]:
    """What axe-core finds seriously wrong, and where."""
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {node['target']}"
        for fault in found
        if fault["impact"] in GRAVE
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize(("width", "dark"), LOOKS)
def test_pages_fit_and_can_be_used_by_everybody(desk: Desk, width: int, dark: bool) -> None:
    with visit(desk.browser, desk.home, width=width, dark=dark) as looking:
        for path in desk.pages:
            looking.page.goto(path)
            assert overflow(looking.page) <= 0, path
            assert faults(looking.page) == [], path
        assert looking.complaints == []
        assert looking.elsewhere == []


def test_a_shift_opens_the_very_passage(desk: Desk, looking: Visit) -> None:
    page = looking.page
    page.goto(desk.pages[1])
    words = page.locator(".shift .pair blockquote a").first
    said = words.inner_text()
    words.click()
    expect(page).to_have_url(re.compile(r"/reports/r\d+\?s=\d+-\d+.*#s=\d+-\d+$"))
    shown = page.locator(".target")
    expect(shown.first).to_be_in_viewport()
    assert said.strip("“”… ")[:20] in "".join(shown.all_inner_texts())


def test_the_brief_is_copied_as_markdown(desk: Desk, looking: Visit) -> None:
    page = looking.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(desk.pages[-4])
    kept = page.request.get(page.get_by_text("Keep as Markdown").get_attribute("href") or "")
    page.get_by_role("button", name="copy it").click()
    expect(page.get_by_role("button", name="copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == kept.text()


def test_the_printed_brief_is_the_brief_alone(desk: Desk, looking: Visit) -> None:
    page = looking.page
    page.goto(desk.pages[-4])
    expect(page.locator("form.ask")).to_be_visible()
    page.emulate_media(media="print")
    for unprinted in ("form.ask", "header.top", ".unprinted"):
        for each in page.locator(unprinted).all():
            expect(each).to_be_hidden()
    expect(page.locator("main h1")).to_be_visible()
    assert overflow(page) <= 0
    assert page.pdf().startswith(b"%PDF-")


def test_marks_on_the_lanes_open_their_passages(desk: Desk, looking: Visit) -> None:
    page = looking.page
    page.goto(desk.pages[2])
    mark = page.locator("svg.lanes a").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/reports/|/lanes\?from|/positions\?"))


def test_a_telephone_shows_the_newest_of_the_lanes_and_that_there_is_more(desk: Desk) -> None:
    with visit(desk.browser, desk.home, width=390) as looking:
        page = looking.page
        page.goto(desk.pages[2])
        expect(page.get_by_text("scrolls sideways")).to_be_visible()
        drawing = page.get_by_role("region", name="Position lanes")
        before = drawing.evaluate("each => each.scrollWidth - each.clientWidth")
        assert before > 0
        assert drawing.locator("svg.lanes a").last.evaluate(
            "each => each.getBoundingClientRect().right <= innerWidth"
        )
        drawing.focus()
        expect(drawing).to_be_focused()
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(500)
        assert drawing.evaluate("each => each.scrollLeft") < 0
        name = drawing.locator("svg.names .who").first
        assert name.evaluate("each => each.getBoundingClientRect().left") >= 0


def test_a_wide_window_needs_no_such_hint(desk: Desk, looking: Visit) -> None:
    looking.page.goto(desk.pages[2])
    expect(looking.page.get_by_text("scrolls sideways")).to_be_hidden()
    expect(looking.page.locator("svg.names")).to_be_hidden()


def test_a_table_is_narrowed_down_in_place(desk: Desk, looking: Visit) -> None:
    page = looking.page
    page.goto("/statements")
    everything = page.locator("#results .pager").first.inner_text()
    page.get_by_label("Words").fill("ban")
    expect(page).to_have_url(re.compile(r"\?text=ban$"))
    expect(page.locator("#results .pager").first).not_to_have_text(everything)
    expect(page.locator("mark").first).to_be_visible()
    page.locator(".facet a").first.click()
    expect(page).to_have_url(re.compile(r"country=X.*text=ban|text=ban.*country=X"))
    page.go_back()
    page.go_back()
    expect(page.locator("#results .pager").first).to_have_text(everything)


def test_a_queue_is_decided_with_the_keyboard_alone(desk: Desk, looking: Visit) -> None:
    page = looking.page
    page.goto("/review?kind=score")
    waiting = queue_of(desk.record)
    press(page, "s")
    expect(page).to_have_url(re.compile(f"after={waiting[0]}"))
    press(page, "a")
    expect(page.locator(".done")).to_contain_text(f"{waiting[1]}: accepted")
    press(page, "c")
    expect(page.get_by_label("speaker", exact=True)).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("Mira Olt u a r")
    page.keyboard.press("Enter")
    expect(page.locator(".done")).to_contain_text(f"{waiting[2]}: corrected")
    press(page, "r")
    expect(page.locator(".done")).to_contain_text(f"{waiting[3]}: rejected")
    press(page, "u")
    expect(page.locator(".done")).to_contain_text(f"{waiting[3]}: as it was")
    with Record(desk.record, read_only=True) as record:
        assert record.find(waiting[2]).statement.speaker == "Mira Olt u a r"  # type: ignore[union-attr]
    assert queue_of(desk.record) == [waiting[0], *waiting[3:]]
    page.get_by_label("Single keys").uncheck()
    press(page, "a")
    expect(page.locator(".done")).to_contain_text("as it was")


def test_a_queue_is_decided_without_script(desk: Desk) -> None:
    with visit(desk.browser, desk.home, script=False) as looking:
        page = looking.page
        page.goto("/review?kind=undated")
        page.get_by_label("published", exact=True).fill("2025-05-14")
        page.get_by_label("Decided by").fill("Ada Öst 東")
        page.get_by_role("button", name="Correct").click()
        expect(page.locator(".done")).to_contain_text("corrected")
        expect(page.get_by_text("Nothing waits here")).to_be_visible()
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_label("Decided by")).to_have_value("Ada Öst 東")


def press(page: Page, key: str) -> None:
    """Press a key once the page's script is there to hear it."""
    page.wait_for_load_state()
    page.keyboard.press(key)


def test_a_file_that_is_dropped_is_read_and_shown(desk: Desk, looking: Visit) -> None:
    page = looking.page
    page.goto("/read")
    data = {"name": "statement.pdf", "mimeType": "application/pdf", "text": b64encode(PDF).decode()}
    page.evaluate(
        """({name, mimeType, text}) => {
            const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
            const carried = new DataTransfer();
            carried.items.add(new File([bytes], name, {type: mimeType}));
            const event = new DragEvent("drop", {dataTransfer: carried, bubbles: true});
            document.getElementById("drop").dispatchEvent(event);
        }""",
        data,
    )
    expect(page.get_by_text("What came of it")).to_be_visible(timeout=300_000)
    expect(page.get_by_text("1 new report")).to_be_visible()
    page.get_by_role("link", name="Statement on the ferry to Pellan").click()
    expect(page.locator(".text")).to_contain_text("provided that the harbour dues were settled")


def queue_of(path: Path) -> list[str]:
    """The entries that wait for being often wrong."""
    with Record(path, read_only=True) as record:
        return [doubt.entry for doubt in record.doubts("score")]


def test_the_keyboard_reaches_the_page_at_once(looking: Visit) -> None:
    page = looking.page
    page.keyboard.press("Tab")
    expect(page.get_by_text("To the page")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_reading_needs_no_script(desk: Desk) -> None:
    with visit(desk.browser, desk.home, script=False) as looking:
        page = looking.page
        for path in desk.pages:
            page.goto(path)
            expect(page.locator("h1")).to_be_visible()
        page.goto("/statements")
        page.get_by_label("Words").fill("ban")
        page.get_by_role("button", name="Show").click()
        expect(page.locator("mark").first).to_be_visible()
        page.get_by_role("link", name="Matters").click()
        page.locator(".card h3 a").first.click()
        page.locator(".their a").first.click()
        expect(page.locator(".target").first).to_be_in_viewport()
        assert looking.elsewhere == []


def test_a_report_that_attacks_runs_nothing(desk: Desk, hostile: Path) -> None:
    with served(hostile) as home, visit(desk.browser, home) as looking:
        asked: list[str] = []
        looking.page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        for path in ("/", "/reports/r1", "/entries/s1", "/entries/p1", "/statements", "/brief"):
            looking.page.goto(path)
        assert asked == []
        assert looking.complaints == []
        assert looking.elsewhere == []
