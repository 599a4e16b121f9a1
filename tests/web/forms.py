"""Sends the forms of a page as a browser would."""

from __future__ import annotations

import re
from typing import Any

from litestar.testing import TestClient

from tests.web.conftest import HOME
from tests.web.links import Page


def secret(client: TestClient, path: str) -> str:
    """The secret in the forms of a page."""
    found = re.search(r'name="_token" value="([^"]+)"', client.get(path).text)
    assert found, f"no form on {path}"
    return found[1]


def send(client: TestClient, path: str, values: dict[str, str], **kept: Any) -> Any:
    """Post a form from a page of the desk; where it leads to is not followed."""
    return client.post(path, data=values, headers={"origin": HOME}, follow_redirects=False, **kept)


def fields(text: str, form: str) -> dict[str, str]:
    """The filled-in fields of the form with that action, as they would be sent."""
    inside = text.partition(f'action="{form}"')[2].partition("</form>")[0]
    found: dict[str, str] = {}
    for tag, attributes in Page(inside).tags:
        if tag == "input" and attributes.get("name"):
            found[str(attributes["name"])] = attributes.get("value") or ""
    return found
