"""What a person may say of an entry, and what they are told if it cannot be."""

from __future__ import annotations

import msgspec
import pytest

from verbale.corrections import FIELDS, parsed
from verbale.errors import UsageError
from verbale.lexicon import default_lexicon
from verbale.model import Act, Position, Statement

LEXICON = default_lexicon()


@pytest.mark.parametrize(
    ("kind", "field", "said", "value"),
    [
        ("statement", "speaker", ["  Lena   Brask "], "Lena Brask"),
        ("statement", "speaker", [""], None),
        ("statement", "country", ["japan"], "JPN"),
        ("statement", "country", ["jpn"], "JPN"),
        ("statement", "via", ["TASS", ""], ("TASS",)),
        ("statement", "rejected", [], True),
        ("act", "type", ["sanction"], "SANCTION"),
        ("act", "actor", ["Japan", "EU"], ("JPN", "EU")),
        ("act", "flags", [""], ()),
        ("position", "stance", ["Refuses"], "refuses"),
        ("report", "published", ["XXXX-07-15"], "XXXX-07-15"),
    ],
)
def test_values(kind, field, said, value):
    assert parsed(kind, field, said, LEXICON) == value


@pytest.mark.parametrize(
    ("kind", "field", "said", "told"),
    [
        ("statement", "country", ["Germny"], "Germany \\(DEU\\)"),
        ("statement", "country", ["Q#"], "give a name or a code such as JPN"),
        ("statement", "stance", ["open"], "there are speaker, office"),
        ("statement", "said_on", ["15 July"], "2025-07-15"),
        ("statement", "said_on", ["2025-02-30"], "not a day"),
        ("statement", "polarity", [""], "cannot be empty"),
        ("position", "stance", ["maybe"], "there are refuses, conditional, open"),
        ("act", "type", ["SHOUT"], "there are AGREE"),
        ("report", "outlet", ["A", "B"], "one value only"),
    ],
)
def test_what_cannot_be_is_told_with_what_can(kind, field, said, told):
    with pytest.raises(UsageError, match=told):
        parsed(kind, field, said, LEXICON)


def test_every_field_is_one_of_its_record():
    for kind, record in (("statement", Statement), ("act", Act), ("position", Position)):
        names = {field.name for field in msgspec.structs.fields(record)}
        assert set(FIELDS[kind]) - {"rejected"} <= names
