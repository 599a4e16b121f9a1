"""Words that point back to sides without naming one: "both", "the men", "his counterpart"."""

from __future__ import annotations

from verbale.language import Word
from verbale.lexicon.wordlists import word_list

#: Whose Security Council it is where no state is named with it.
WORLD = "UN"
_BOTH = frozenset({"both", "two"})
_TOLD_OF = frozenset({"the", "these", "those", "its", "their", "our", "his", "her"})
_AMONG = frozenset({"of", "in", "from"})
_SIDES = frozenset({"sides", "parties"})


def means_both(word: Word) -> bool:
    """ "The two", "both", "both countries", "the two foreign ministers", "the parties"."""
    text = word.text.lower()
    if text == "both" or (text == "two" and any(c.dep == "det" for c in word.children)):
        among = any(child.text.lower() in _AMONG for child in word.all("prep"))
        return word.dep not in {"nummod", "det", "predet"} and not among
    if word.text in _SIDES and [c.text.lower() for c in word.children] == ["the"]:
        return True
    return (
        word.lemma.lower() in word_list("side-nouns")
        and word.tag == "NNS"
        and any(
            child.text.lower() in _BOTH and not child.all("conj", "cc") for child in word.children
        )
        and not _is_one_sides(word)
    )


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
    """ "His counterpart", "her opposite number": of the other side."""
    lemma = word.lemma.lower()
    return lemma == "counterpart" or (
        lemma == "number" and any(c.text.lower() == "opposite" for c in word.children)
    )


def is_one_official(word: Word) -> bool:
    """Whether "he" may be the one at ``word``: "the Czech envoy", "an American general"."""
    if word.pos == "PROPN":
        return word.tag == "NNP"
    return word.tag == "NN" and word.lemma.lower() in word_list("official-nouns")


def is_the_country(word: Word) -> bool:
    """ "The country", with nothing beside it that says which."""
    before = [child.text.lower() for child in word.children if child.dep != "punct"]
    return word.text.lower() in {"country", "nation"} and before == ["the"]


def is_official_noun(word: Word) -> bool:
    """Whether ``word`` is a noun for those who speak and act for a state."""
    return word.pos in {"NOUN", "PROPN"} and word.lemma.lower() in word_list("official-nouns")


def is_world_council(word: Word) -> bool:
    """ "The Security Council" with no state named beside it: that of the United Nations."""
    before = [child.text for child in word.children if child.dep not in {"det", "punct"}]
    return word.text == "Council" and before[:1] == ["Security"]
