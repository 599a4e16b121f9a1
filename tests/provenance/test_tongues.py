"""From which language a quotation was put into English."""

from __future__ import annotations

import pytest

from tests.provenance.told import Told
from verbale.provenance.tongues import tongue_of


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ('"The weir stays," Ilka Orvo said in Turkish on the quay.', "turkish"),
        ('Speaking in Arabic, Ilka Orvo said: "The weir stays," and left.', "arabic"),
        ('Ilka Orvo said, in her native Quechua, that "The weir stays," as it was.', "quechua"),
        ('"The weir stays," Ilka Orvo said through an interpreter.', "any"),
        ('"The weir stays," Ilka Orvo said in English.', None),
        ('"The weir stays," Ilka Orvo said in Turkish Cyprus.', None),
        ('"The weir stays," Ilka Orvo said. The song was in Polish.', None),
        ('A ban was lifted in Malay. "The weir stays," Ilka Orvo said.', None),
    ],
)
def test_the_sentence_says_from_which(text: str, tongue: str | None) -> None:
    told = Told("Quarn Post", text).say("Ilka Orvo", "said", "The weir stays", type="direct")
    assert tongue_of(text, told.statements[0]) == tongue
