"""Words that point back to sides without naming one: "both", "the men", "his counterpart"."""

from __future__ import annotations

from verbale.language import Word
from verbale.lexicon.wordlists import word_list

#: Whose Security Council it is where no state is named with it.
WORLD = "UN"
_HONOURED = frozenset({"excellency", "highness", "majesty", "eminence", "holiness"})
_BOTH = frozenset({"both", "two"})
_TOLD_OF = frozenset({"the", "these", "those", "its", "their", "our", "his", "her"})
_AMONG = frozenset({"of", "in", "from"})
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_SIDES = frozenset({"sides", "parties"})


def means_both(word: Word) -> bool:
    """ "The two", "both", "both countries", "the two ministers", "the parties", "all sides"."""
    text = word.text.lower()
    if text == "both" or (text == "two" and any(c.dep == "det" for c in word.children)):
        among = any(child.text.lower() in _AMONG for child in word.all("prep"))
        return word.dep not in {"nummod", "det", "predet"} and not among
    before = [c.text.lower() for c in word.children if c.i < word.i]
    if word.text in _SIDES and before in (["the"], ["all"]):
        return before == ["all"] or len(word.children) == 1
    return (
        word.lemma.lower() in word_list("side-nouns")
        and word.tag == "NNS"
        and any(
            child.text.lower() in _BOTH and not child.all("conj", "cc") for child in word.children
        )
        and not _is_one_sides(word)
    )


def how_many(word: Word) -> int:
    """ "The three countries", "all four neighbours": so many; 0 where no number is given."""
    if word.tag != "NNS" or word.lemma.lower() not in word_list("side-nouns"):
        return 0
    texts = {child.text.lower() for child in word.children}
    if _is_one_sides(word) or not texts & {"the", "all", "these", "those"}:
        return 0
    return next((number for text, number in _NUMBERS.items() if text in texts), 0)


def are_all(word: Word) -> bool:
    """ "The parties", "all sides", "the delegations": however many there are."""
    before = [c.text.lower() for c in word.children if c.i < word.i]
    named = word.text.lower() in _SIDES | {"delegations", "participants", "signatories"}
    return named and before in (["the"], ["all"]) and not word.all("relcl", "acl")


def _is_one_sides(word: Word) -> bool:
    """ "Two Russian diplomats": so many of one side, and not the two told of."""
    texts = {child.text.lower() for child in word.children}
    named = any(child.dep == "amod" and child.text[:1].isupper() for child in word.children)
    return "both" not in texts and (named or not texts & _TOLD_OF)


def family(word: Word) -> frozenset[str]:
    """The names of the lists of people and of craft that the noun is in."""
    if word.pos != "NOUN":
        return frozenset()
    forms = {word.text.lower(), word.lemma.lower()}
    lists = {"people": word_list("held-people"), "craft": word_list("craft")}
    return frozenset(name for name, known in lists.items() if forms & known)


def names_several(subject: Word) -> bool:
    """Whether a subject may be who "they" are: no pronoun but "both"."""
    return subject.pos != "PRON" or subject.text.lower() == "both"


def is_opposite(word: Word) -> bool:
    """ "His counterpart", "her opposite number", "its neighbour": of the other side."""
    lemma = word.lemma.lower()
    return (
        lemma == "counterpart"
        or is_neighbour(word)
        or (lemma == "number" and any(c.text.lower() == "opposite" for c in word.children))
    )


def is_neighbour(word: Word) -> bool:
    """ "Its northern neighbour", "the larger rival": a noun for the other state of two."""
    return word.tag == "NN" and word.lemma.lower() in {"neighbour", "neighbor", "rival"}


def is_excellency(word: Word) -> bool:
    """ "His Excellency", "Her Majesty", who need not be named again."""
    return word.text.lower() in _HONOURED and bool(word.all("poss"))


def is_one_official(word: Word) -> bool:
    """Whether "he" may be the one at ``word``: "the Czech envoy", "an American general"."""
    if word.pos == "PROPN":
        return word.tag == "NNP"
    return word.tag == "NN" and word.lemma.lower() in word_list("official-nouns")


def is_the_country(word: Word) -> bool:
    """ "The country", with nothing beside it that says which."""
    beside = [child for child in word.children if child.dep != "punct"]
    if word.text.lower() not in {"country", "nation"} or not beside:
        return False
    first, *others = beside
    if first.text.lower() == "the":
        return not others
    return first.text.lower() == "that" and all(
        w.dep == "amod" and w.text.islower() for w in others
    )


def is_official_noun(word: Word) -> bool:
    """Whether ``word`` is a noun for those who speak and act for a state."""
    return word.pos in {"NOUN", "PROPN"} and word.lemma.lower() in word_list("official-nouns")


def is_world_council(word: Word) -> bool:
    """ "The Security Council" with no state named beside it: that of the United Nations."""
    before = [child.text for child in word.children if child.dep not in {"det", "punct"}]
    return word.text == "Council" and before[:1] == ["Security"]
