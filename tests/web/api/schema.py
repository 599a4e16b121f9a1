"""Whether an answer is what the document says."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator

from verbale.web.api.document import document


def fits(value: Any, schema: dict[str, Any]) -> None:
    """Raise where ``value`` is not what ``schema``, a part of the document, asks for."""
    whole = {**schema, "components": document()["components"]}
    Draft202012Validator(whole).validate(value)


def answer_schema(path: str, media: str = "application/json") -> dict[str, Any]:
    """The schema of what is answered at a path of the document."""
    content = document()["paths"][path]["get"]["responses"]["200"]["content"][media]
    return content.get("x-line", content["schema"])
