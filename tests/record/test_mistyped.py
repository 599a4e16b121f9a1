"""Names that look like one asked for in vain."""

from __future__ import annotations

import pytest

from verbale.record.mistyped import like

NAMES = ["Lena Brask", "Otto Brandt", "Ilse Brask", "Foreign Minister", "foreign minister", "Bo An"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Brasck", ("Lena Brask", "Ilse Brask")),
        ("Brask, Lena", ("Lena Brask",)),
        ("Lenna Brask", ("Lena Brask",)),
        ("foreing minster", ("Foreign Minister",)),
        ("Bo Ann", ()),
        ("Lena Brandt", ()),
        ("", ()),
    ],
)
def test_like(asked: str, found: tuple[str, ...]) -> None:
    assert like(asked, NAMES) == found
