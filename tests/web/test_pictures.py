"""The pictures of the desk that the docs show: ``python -m eval.screenshots`` makes them."""

from __future__ import annotations

from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
_LARGEST = 150_000


@pytest.mark.parametrize("name", ["matter", "lanes", "report", "review"])
def test_the_picture_is_there_light_and_shown(name: str) -> None:
    data = (DOCS / "img" / f"{name}.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) < _LARGEST
    assert f"(img/{name}.png)" in (DOCS / "desk.md").read_text("utf-8")
