from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from tests.sources.printed import STATEMENT, pdf, set_out
from tests.web.conftest import HOME, PORT
from tests.web.forms import secret
from verbale.record import Record, ReportFilter
from verbale.web.app import create_app
from verbale.web.guard import Access

START = "/read/start"
TEXT = """Ferry to sail again

ORDA, March 4 - The ferry between Orda and Pellan would sail before the summer, Lena Brask said.
"""


def send(client: TestClient, files: list[tuple[str, bytes]] = (), **fields: str) -> Any:  # type: ignore[assignment]
    values = {"_token": secret(client, "/read"), **fields}
    parts = [("files", (name, data)) for name, data in files] or [("files", ("", b""))]
    return client.post(
        START, data=values, files=parts, headers={"origin": HOME}, follow_redirects=False
    )


def over(client: TestClient) -> str:
    """The page once the reading is over."""
    for _ in range(3000):  # a busy machine is slow
        text = client.get("/read").text
        if "Reading …" not in text:
            return text
        time.sleep(0.1)
    raise AssertionError("it goes on and on")


def reports(path: Path) -> dict[str, str]:
    """Headlines and where they came from."""
    with Record(path, read_only=True) as record:
        return {row.headline or "": row.origin for row in record.reports(ReportFilter())}


def test_files_and_a_text_are_read_meanwhile_pages_are_shown(
    client: TestClient, sample: Path
) -> None:
    before = reports(sample)
    files = [
        ("statement.pdf", pdf([set_out(STATEMENT)])),
        ("../../etc/scan.pdf", pdf([[]])),
        ("note.txt", TEXT.replace("Ferry", "Boat").encode()),
    ]
    said = {"outlet": "Orda Post", "published": "2024-03-05"}
    assert send(client, files, text=TEXT, **said).status_code == 303
    assert client.get("/statements").status_code == 200
    text = over(client)
    assert "3 new reports" in text
    assert "without text (scanned?)" in text
    assert "scan.pdf<" in text  # by the name it was given, neither path nor number
    assert "handed over" not in text
    new = {name: origin for name, origin in reports(sample).items() if name not in before}
    assert "Ferry to sail again" in new
    assert all(re.match(r"handed over [0-9a-f]{12}/[\w .-]+$", each) for each in new.values())
    with Record(sample, read_only=True) as record:
        row = next(r for r in record.reports() if r.headline == "Ferry to sail again")
        assert (row.outlet, row.published) == ("Orda Post", "2024-03-04")
    assert send(client, files[:1]).status_code == 303
    assert "1 read before" in over(client)


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "/etc/passwd", "ftp://orda.example/x", "javascript:alert(1)", "-"],
)
def test_only_the_web_is_asked(client: TestClient, sample: Path, address: str) -> None:
    answer = send(client, address=address)
    assert answer.status_code == 400
    assert "begins with https://" in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:9", "169.254.169.254"])
def test_private_addresses_are_refused(client: TestClient, host: str) -> None:
    assert send(client, address=f"http://{host}/latest").status_code == 303
    text = over(client)
    assert "not read:" in text
    assert "private" in text or "public" in text


def test_what_is_missing_or_wrong_is_said_and_the_text_stays(client: TestClient) -> None:
    assert "drop a file" in send(client).text
    answer = send(client, text=TEXT, published="last Monday")
    assert answer.status_code == 400
    assert "Ferry to sail again" in answer.text
    assert "accepted is" in answer.text


def test_what_is_sent_while_a_reading_goes_on_is_read_after_it(
    client: TestClient, sample: Path
) -> None:
    before = set(reports(sample))
    for name in ("Ferry", "Barge", "Tug"):
        sent = send(client, [(f"{name}.txt", TEXT.replace("Ferry", name).encode())])
        assert sent.status_code == 303
    assert "Next: Barge.txt, Tug.txt." in client.get("/read").text
    text = over(client)
    assert set(reports(sample)) - before == {
        f"{n} to sail again" for n in ("Ferry", "Barge", "Tug")
    }
    assert all(f"{name} to sail again" in text for name in ("Ferry", "Barge", "Tug"))


def test_what_is_too_large_is_refused(client: TestClient) -> None:
    assert send(client, [("big.txt", b"x" * 20_000_001)]).status_code == 303
    assert "over the limit of 20 MB" in over(client)


def test_it_takes_the_secret_of_a_page(client: TestClient) -> None:
    headers = {"origin": HOME}
    assert client.post(START, files={"files": ("a", b"x")}, headers=headers).status_code == 403


def test_a_desk_that_only_shows_reads_nothing(sample: Path) -> None:
    with TestClient(create_app(sample, Access(port=PORT, read_only=True)), base_url=HOME) as client:
        assert "to look only" in client.get("/read").text
        assert client.post(START, headers={"origin": HOME}).status_code == 405
