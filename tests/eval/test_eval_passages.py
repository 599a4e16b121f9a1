"""Study passages: their words are placed, and what is drawn is counted against them."""

from pathlib import Path

from eval.passages import PASSAGES, read_passages

_FILE = """
[[passages]]
id = "one-1"
published = "2021-03-02"
text = "Nemora refuses talks with Zaretia. Zaretia wants a treaty."

  [[passages.acts]]
  words = "refuses talks with Zaretia"
  type = "REJECT"

  [[passages.positions]]
  party = "NEM"
  matter = "treaty"
  on = "talks"
  stance = "refuses"
  words = ["refuses talks", "not to be found"]
"""


def test_the_words_of_a_passage_are_placed_in_its_text(tmp_path: Path) -> None:
    file = tmp_path / "one.toml"
    file.write_text(_FILE, encoding="utf-8")
    (passage,) = read_passages(file)
    assert [act.place.of(passage.text) for act in passage.acts] == ["refuses talks with Zaretia"]
    (position,) = passage.positions
    assert [place.of(passage.text) for place in position.places] == ["refuses talks"]


def test_every_study_passage_can_be_read() -> None:
    read = [passage for file in sorted(PASSAGES.glob("*.toml")) for passage in read_passages(file)]
    assert len({passage.id for passage in read}) == len(read) >= 300
    assert all(position.places for passage in read for position in passage.positions)
