from __future__ import annotations

from pathlib import Path

from litestar.testing import TestClient

from verbale.record import Record
from verbale.web.people import person


def test_offices_have_their_days_and_statements_their_matters(
    client: TestClient, sample: Path
) -> None:
    with Record(sample, read_only=True) as record:
        named = [row for row in record.roster() if row.offices and row.kind == "person"]
        row = record.find(named[0].ids[0])
        found = person(record, row)  # type: ignore[arg-type]
        said = sum(len(each.rows) for each in found.spoken)
        assert found.offices[0].first is not None
        assert said == min(found.total, 60) > 0
        assert len({each.matter.id for each in found.spoken if each.matter}) >= 1
        text = client.get(f"/entries/{row.id}").text
    assert "Offices, as reports call them" in text
    assert found.offices[0].title in text
    assert "What was said under this name" in text


def test_a_chain_is_a_tree(client: TestClient, sample: Path) -> None:
    with Record(sample, read_only=True) as record:
        row = record.statements().rows[0]
        origins = record.origins(row.id)
    text = client.get(f"/entries/{row.id}").text
    assert "How it came to this report" in text
    for link in origins.carriers[0].chain.links:
        assert (link.name or "unknown") in text


def test_what_stands_elsewhere_leads_there(client: TestClient, sample: Path) -> None:
    with Record(sample, read_only=True) as record:
        rows = [(row, record.reuse(row.id)) for row in record.reports()]
        row, reuse = next((row, reuse) for row, reuse in rows if reuse.related)
        other = reuse.related[0]
        there = other.passages[0].there
    text = client.get(f"/reports/{row.id}").text
    assert f"/reports/{other.report}?s={there.start}-{there.end}" in text


def test_the_story_stands_alone_or_beside_all(client: TestClient) -> None:
    junk = 'class="junk"'
    assert junk in client.get("/reports/r1").text
    assert junk not in client.get("/reports/r1?view=story").text
    both = client.get("/reports/r1?view=both").text
    assert "as it came" in both
    assert 'class="gone"' in both
    assert client.get("/reports/r1?view=nonsense").text == client.get("/reports/r1").text
