from __future__ import annotations

import json

import msgspec
import pytest
from litestar.testing import TestClient
from openapi_spec_validator import validate

from tests.web.api.schema import fits
from tests.web.links import Page
from verbale.web.api.document import document, operations
from verbale.web.api.nouns import NOUNS
from verbale.web.api.parameters import parameters_of
from verbale.web.api.routes import HANDLERS


def test_the_document_is_openapi(shown: TestClient) -> None:
    sent = shown.get("/api/openapi.json")
    assert sent.headers["content-type"].startswith("application/json")
    validate(sent.json())
    assert sent.json() == json.loads(msgspec.json.encode(document()))


def test_every_route_is_in_the_document() -> None:
    routes = {path for handler in HANDLERS for path in handler.paths}
    told = {each.path.replace("{id}", "{name:str}") for each in operations()}
    assert routes == told | {"/api/openapi.json", "/api/docs"}


def test_every_example_is_what_its_schema_says() -> None:
    number = 0
    for path in document()["paths"].values():
        for parameter in path["get"]["parameters"]:
            if "example" in parameter:
                fits(parameter["example"], parameter["schema"])
        for content in path["get"]["responses"]["200"]["content"].values():
            if "example" in content:
                number += 1
                lines = "x-line" in content
                value = json.loads(content["example"]) if lines else content["example"]
                fits(value, content["x-line"] if lines else content["schema"])
    assert number > 20


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.name)
def test_every_example_can_be_asked(shown: TestClient, noun) -> None:
    for each in parameters_of(noun.kind, noun.orders):
        asked = each.example and each.name not in ("report", "actor", "recipient", "party")
        if asked and each.name != "country":
            answer = shown.get(f"/api/{noun.name}", params={each.name: each.example})
            assert answer.status_code == 200, (each.name, answer.text)


def test_the_page_of_it_loads_nothing_from_elsewhere(shown: TestClient) -> None:
    page = Page(shown.get("/api/docs").text)
    assert all(link.startswith(("/", "#")) for link in page.links)
    asked = {link for link in page.links if link.startswith("/api/")}
    assert asked >= {"/api/statements", "/api/feed.atom"}
    for link in asked:
        assert shown.get(link).status_code == 200, link
