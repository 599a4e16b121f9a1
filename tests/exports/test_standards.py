"""Each standard form is read back by a program that reads it, or held to its published fields."""

from __future__ import annotations

import csv
import io
import json
import warnings
from typing import Any

import bibtexparser
import feedparser
import pytest
from bibtexparser.customization import convert_to_unicode
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formats
from citeproc.source.json import CiteProcJSON
from jsonschema import Draft202012Validator
from pyld import jsonld

from tests.exports.contexts import loader
from tests.record.factory import TALKS, annotate
from verbale.errors import UsageError
from verbale.exports import STANDARDS, export
from verbale.exports.feed import feed
from verbale.exports.polecat import COLUMNS
from verbale.exports.scale import QUAD_OF, scale_of
from verbale.record import Record

#: The fields of the PLOVER 2.0 manual that are written, and what each holds; the last two are ours.
_ENTITY = {"type": "object", "additionalProperties": {"type": "string"}}
_TEXTS = {"type": "array", "items": {"type": "string"}}
PLOVER: dict[str, Any] = {
    "type": "object",
    "required": ["id", "date", "actor", "event"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "has_event": {"type": "boolean"},
        "date": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "enddate": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "actor": {"type": "array", "items": _ENTITY},
        "recipient": {"type": "array", "items": _ENTITY},
        "event": {"type": "array", "items": {"enum": list(QUAD_OF)}},
        "event_text": _TEXTS,
        "quad_code": {"enum": [1, 2, 3, 4]},
        "event_scale": {"type": "number", "minimum": -10, "maximum": 10},
        "mode": _TEXTS,
        "context": _TEXTS,
        "text_info": {"required": ["start", "end"]},
        "cite_info": {
            "additionalProperties": {"type": "string"},
            "propertyNames": {
                "enum": ["citation", "url", "title", "language", "publication", "coder", "codebook"]
            },
        },
        "verbale": {"type": "object"},
        "statement": {"type": "object"},
    },
}


def written(record: Record, name: str) -> bytes:
    stream = io.BytesIO()
    export(record, name, STANDARDS[name].suffix, stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", STANDARDS)
def test_the_same_record_gives_the_same_bytes(record: Record, name: str) -> None:
    assert written(record, name) == written(record, name)


@pytest.mark.parametrize("name", STANDARDS)
def test_an_empty_record_can_be_written(tmp_path, name: str) -> None:
    with Record(tmp_path / "x.vrb") as empty:
        stream = io.BytesIO()
        assert export(empty, name, STANDARDS[name].suffix, stream) == 0
        if STANDARDS[name].suffix in ("json", "jsonld"):
            json.loads(stream.getvalue())


def test_a_standard_has_one_form(record: Record) -> None:
    with pytest.raises(UsageError, match="always jsonl"):
        export(record, "plover", "csv", io.BytesIO())


def test_plover_has_the_fields_of_the_manual(record: Record) -> None:
    lines = [json.loads(line) for line in written(record, "plover").splitlines()]
    for line in lines:
        Draft202012Validator(PLOVER).validate(line)
    assert len({line["id"] for line in lines}) == len(lines)
    events = [line for line in lines if line["has_event"]]
    said = [line for line in lines if not line["has_event"]]
    assert {line["event"][0] for line in events} == {"AGREE", "SANCTION", "CONSULT"}
    assert all(line["statement"] and not line["event"] for line in said)
    sanction = next(line for line in events if line["event"] == ["SANCTION"])
    assert (sanction["date"], sanction["enddate"]) == ("2024-03-01", "2024-03-31")
    assert sanction["verbale"]["flags"] == ["negated"]
    assert (sanction["quad_code"], sanction["event_scale"]) == (4, -6.0)
    agreed = next(line for line in events if line["event"] == ["AGREE"])
    assert agreed["statement"]["speaker"] == "Lena Brask"
    assert agreed["cite_info"]["url"].startswith("https://courier.example/")


def test_plover_leaves_out_what_has_no_day(record: Record) -> None:
    lines = [json.loads(line) for line in written(record, "plover").splitlines()]
    undated = {row.handle for row in record.reports() if row.published == "XXXX-07-15"}
    assert undated
    assert not undated & {line["cite_info"]["citation"] for line in lines}


def test_the_scale_puts_the_misprints_right() -> None:
    assert scale_of("ACCUSE", None) == -3.0
    assert QUAD_OF["SANCTION"] == 4
    assert scale_of("CONSULT", "visit") == 4.0
    assert scale_of("AGREE", "visit") == 2.5
    assert scale_of("HUM", None) is None


def test_polecat_has_its_columns_and_says_that_it_is_lossy(record: Record) -> None:
    stream = io.BytesIO()
    export(record, "polecat", "csv", stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode())))
    assert list(rows[0]) == [name for name, _ in COLUMNS]
    assert len(COLUMNS) == 40
    assert "SANCTION" not in {row["Event Type"] for row in rows}  # it is negated
    consulted = [row for row in rows if row["Event Type"] == "CONSULT"]
    assert {row["Actor Country"] for row in consulted} == {"ORD", "VEL"}
    assert all(row["Version"].endswith("lossy") for row in rows)
    assert {row["Quad Code"] for row in rows} == {"VERBAL COOPERATION"}


def test_annotations_are_json_ld_and_hold_the_words(record: Record) -> None:
    document = json.loads(written(record, "annotations"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        (page,) = jsonld.expand(document, {"documentLoader": loader})
    oa = "http://www.w3.org/ns/oa#"
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(items) == len(document["items"]) > 5
    assert len({item["@id"] for item in items}) == len(items)
    texts = {}
    for row in record.reports():
        texts[row.published] = record.annotation(row.id).text
    for item in items:
        assert item["@type"] == [f"{oa}Annotation"]
        assert item[f"{oa}motivatedBy"] == [{"@id": f"{oa}describing"}]
        for target in item[f"{oa}hasTarget"]:
            (source,) = target[f"{oa}hasSource"]
            text = texts[source["http://purl.org/dc/terms/issued"][0]["@value"]]
            place, quote = target[f"{oa}hasSelector"]
            start, end = (place[f"{oa}{end}"][0]["@value"] for end in ("start", "end"))
            exact, prefix, suffix = (
                quote[f"{oa}{part}"][0]["@value"] for part in ("exact", "prefix", "suffix")
            )
            assert text[start:end] == exact
            assert text[start - len(prefix) : end + len(suffix)] == prefix + exact + suffix
    sources = {
        t["source"]["id"].split(":")[0] for i in document["items"] for t in _list(i["target"])
    }
    assert sources == {"https", "ni"}
    said = [body for item in document["items"] for body in item["body"]
            if body["type"] == "schema:Quotation"]  # fmt: skip
    assert {body["schema:spokenByCharacter"]["type"] for body in said
            if "schema:spokenByCharacter" in body} == {"schema:Person"}  # fmt: skip


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_csl_is_set_by_a_citation_processor(record: Record) -> None:
    found = json.loads(written(record, "csl"))
    assert {item["type"] for item in found} == {"article-newspaper"}
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of variables that the processor does not know
        made = CitationStylesBibliography(style, CiteProcJSON(found), formats.plain)
        for item in found:
            made.register(Citation([CitationItem(item["id"])]))
        entries = [str(each) for each in made.bibliography()]
    assert len(entries) == len(found) == 4
    first = next(entry for entry in entries if "Marr" in entry)
    assert "Ada Marr" in first
    assert "Orda Courier" in first
    assert "2024" in first
    undated = next(item for item in found if "issued" not in item)
    assert undated["note"] == "day as printed: XXXX-07-15"


def test_bibtex_is_read_back(record: Record) -> None:
    parser = bibtexparser.bparser.BibTexParser(common_strings=True, interpolate_strings=False)
    found = bibtexparser.loads(written(record, "bibtex").decode(), parser)
    entries = {entry["ID"]: entry for entry in found.entries}
    assert set(entries) == {row.handle for row in record.reports()}
    first = next(entry for entry in entries.values() if "author" in entry)
    assert first["author"] == "{Ada Marr} and {Bo Li}"
    assert first["url"] == "https://courier.example/a?x=1&y=%7B"
    assert (first["date"], first["year"]) == ("2024-03-04", "2024")
    hostile = next(entry for entry in entries.values() if "year" not in entry)
    assert r"\textbackslash{}end\{document\}" in hostile["title"]
    assert r"100\%" in hostile["title"]
    assert "平和" in hostile["title"]
    assert "\x07" not in hostile["title"]
    assert "A & B" in convert_to_unicode(dict(hostile))["journal"].replace("{", "").replace("}", "")


def test_the_feed_is_read_by_a_feed_reader(record: Record) -> None:
    found = feedparser.parse(written(record, "atom"))
    assert not found.bozo
    assert found.version == "atom10"
    assert found.feed.title == "Verbale: north"
    kinds = [entry.tags[0].term for entry in found.entries]
    assert kinds.count("shift") == 2
    assert kinds.count("statement") == 7
    assert len({entry.id for entry in found.entries}) == len(kinds)
    times = [entry.updated for entry in found.entries]
    assert times == sorted(times, reverse=True)
    assert found.feed.updated == times[0]
    shift = next(entry for entry in found.entries if "supports" in entry.title)
    assert "reversal" in shift.title
    assert "refuses" in shift.summary
    assert "2024-05-01" in shift.summary
    said = next(
        entry for entry in found.entries if entry.get("link", "").startswith("https://courier")
    )
    assert said.author == "Orda Courier"
    hostile = next(entry for entry in found.entries if "<i>so</i>" in entry.summary)
    assert hostile.content[0].type == "text/plain"


def test_a_feed_of_an_unchanged_record_is_the_same_elsewhere(record: Record) -> None:
    plain = feed(record)
    shown = feed(record, desk="http://127.0.0.1:8765", own="http://127.0.0.1:8765/api/feed.atom")
    assert feed(record) == plain
    ids = [[entry.id for entry in feedparser.parse(each).entries] for each in (plain, shown)]
    assert ids[0] == ids[1]
    links = {entry.link for entry in feedparser.parse(shown).entries}
    assert all(link.startswith("http://127.0.0.1:8765/entries/") for link in links)


def test_what_was_read_last_comes_first(tmp_path) -> None:
    day = ["2031-01-02T00:00:00Z"]
    with Record(tmp_path / "x.vrb", clock=lambda: day[0]) as record:
        record.add(*annotate(TALKS, "new.txt", published="2031-01-01"))
        day[0] = "2031-01-03T00:00:00Z"
        record.add(*annotate(TALKS + "Again.\n", "old.txt", published="1999-01-01"))
        found = feedparser.parse(feed(record)).entries
    assert [entry.updated[:10] for entry in found][:1] == ["2031-01-03"]
