"""Rules of an attribute ruler, on words made up for them."""

from __future__ import annotations

from typing import Any

from verbale.language.wordrules import Tagged, WordRules, readable


def rule(*tests: dict[str, Any], index: int = 0, **sets: str) -> dict[str, Any]:
    return {"patterns": [list(tests)], "attrs": sets, "index": index}


def tagged(text: str, tag: str, dep: str = "dep") -> Tagged:
    return Tagged(text, text.lower(), tag, dep, text.isspace())


def test_later_rules_overrule_earlier_ones_wherever_they_are_filed() -> None:
    rules = WordRules(
        [
            rule({"LOWER": {"IN": ["was", "were"]}}, POS="AUX", LEMMA="be"),
            rule({"TAG": "VBD"}, POS="VERB"),
            rule({"DEP": {"NOT_IN": ["ROOT", ""]}, "TAG": {"IN": ["VBD"]}}, POS="X"),
        ]
    )
    assert rules.of(tagged("Was", "VBD", "ROOT")) == {"POS": "VERB", "LEMMA": "be"}
    assert rules.of(tagged("met", "VBD")) == {"POS": "X"}
    assert rules.of(tagged("met", "NN")) == {}


def test_patterns_search_the_letters() -> None:
    rules = WordRules([rule({"LOWER": {"REGEX": "^n[ou]thin'$"}}, LEMMA="nothing")])
    assert rules.of(tagged("Nothin'", "NN")) == {"LEMMA": "nothing"}
    assert rules.of(tagged("nothing", "NN")) == {}


def test_a_rule_over_two_words_speaks_of_one_of_them() -> None:
    rules = WordRules([rule({"LOWER": "let"}, {"LOWER": "'s"}, index=1, LEMMA="us")])
    let, us, deal = tagged("Let", "VB"), tagged("'s", "PRP"), tagged("deal", "NN")
    assert rules.opens(let)
    assert not rules.opens(us)
    assert rules.pairs(let, us) == [(0, 1)]
    assert rules.pairs(let, deal) == []
    assert rules.of(us) == {}
    assert rules.of(us, [0]) == {"LEMMA": "us"}


def test_only_what_is_understood_is_readable() -> None:
    assert readable([rule({"LOWER": "a"}, POS="DET")])
    assert not readable([rule({"SHAPE": "X"}, POS="DET")])
    assert not readable([rule({"LOWER": {"FUZZY": "a"}}, POS="DET")])
    assert not readable([rule({"LOWER": "a"}, POS="DET", ENT_TYPE="ORG")])
    assert not readable([rule({"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}, POS="DET")])
    assert not readable([rule({"LOWER": "a"}, index=-1, POS="DET")])
