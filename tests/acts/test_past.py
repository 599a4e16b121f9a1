"""Who has had which part in what a report told before."""

from __future__ import annotations

from verbale.acts.deed import Deed
from verbale.acts.past import Past, Story, lately, roles
from verbale.language import Word

_WORD = Word(0, 50, "protested", "protest", "VERB", "VBD", "ROOT")
_DEED = Deed(type="ACCUSE", mode=None, head=_WORD, core=_WORD)
_BAN = Past(10, "SANCTION", ("CHL",), ("PER",))
_HELP = Past(30, "AID", ("KEN",), ("NPL",))


def _parts(code: str, past: Past, actor: str) -> set[str]:
    told = lately([past], (actor,), _DEED)
    return set(roles(code, told, (actor,), _DEED.type))


def test_the_latest_comes_first_and_what_is_told_later_is_left_out() -> None:
    story = Story()
    for past in (_HELP, _BAN, _BAN):
        story.note(past)
    assert story.before(40) == [_HELP, _BAN]
    assert story.before(30) == [_BAN]


def test_whoever_is_answered() -> None:
    parts = _parts("CHL", _BAN, "PER")
    assert {"did last", "did to him", "did last, unkind: ACCUSE"} <= parts
    assert "had last" not in parts


def test_an_act_of_others_tells_nothing_of_who_did_it_to_him() -> None:
    assert "did to him" not in _parts("KEN", _HELP, "PER")


def test_who_goes_on_against_the_same_side() -> None:
    assert {"had last, goes on", "had from him"} <= _parts("PER", _BAN, "CHL")
