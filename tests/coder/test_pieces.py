"""Words are cut into the longest pieces that the list has, without case and accents."""

import pytest

from verbale.coder.pieces import Pieces

_LIST = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "talk", "##s", "##ing", "re", "##sume", "-"]


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(_LIST)


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("talks", ["talk", "##s"]),
        ("Talking", ["talk", "##ing"]),
        ("résume", ["re", "##sume"]),
        ("re-talk", ["re", "-", "talk"]),
        ("xyzzy", ["[UNK]"]),
        ("talkx", ["[UNK]"]),
        ("", ["[UNK]"]),
        ("talk" * 11, ["[UNK]"]),
    ],
)
def test_cut(pieces: Pieces, word: str, cut: list[str]) -> None:
    assert [_LIST[number] for number in pieces.of(word)] == cut


def test_the_same_again(pieces: Pieces) -> None:
    assert pieces.of("talks") is pieces.of("talks")
