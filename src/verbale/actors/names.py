"""Personal and other proper names that no lexicon can list: runs of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from verbale.actors.variants import plain
from verbale.language import Word
from verbale.lexicon import Match
from verbale.lexicon.givennames import given_name
from verbale.lexicon.wordlists import word_list
from verbale.model import Span

# Words inside a name that may be written small: Ursula von der Leyen, Mohammed bin Salman.
_PARTICLES = word_list("name-particles")
_CALENDAR = word_list("calendar")
_NOT_A_NAME = word_list("sentence-openers")
_NEVER_INSIDE = _NOT_A_NAME | _CALENDAR
#: Last words of names that are not persons.
ORGANISATION_HEADS = word_list("organisation-heads")
_PORTFOLIOS = word_list("portfolios")
_ROLES = word_list("agentive") | word_list("further-roles")
_ADJECTIVE_ENDS = word_list("adjective-ends")
_ALSO_SURNAMES = word_list("organisation-heads-and-surnames")
_ELIDED = re.compile(r"(?:d|l|dell|dall|n)[’'][A-ZÀ-Þ]")  # d’Aubarède
_SHORT_SURNAMES = frozenset({"he", "an", "so", "no", "my", "you", "we"})
_INITIAL = re.compile(r"^[A-Z]\.?$")
_KINDS_OF_FIRM = frozenset(w for w in word_list("company-nouns") if w.endswith(("er", "up")))
_SAYING_THINGS = word_list("documents")
_INITIALS = re.compile(r"^(?:[A-Z]\.)+[A-Z]?\.?$")


class NameRun(NamedTuple):
    """A run of words that is a proper name. ``tokens`` are its words without titles."""

    words: tuple[Word, ...]

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def is_organisation(self) -> bool:
        """Whether its last word names a body or a place rather than a person."""
        last = self.words[-1].text.lower().rstrip(".")
        if last in _ALSO_SURNAMES and len(self.words) == 2 and self.opens_as_person:
            return False  # Charlotte Church
        return last in ORGANISATION_HEADS

    @property
    def holds_given_name(self) -> bool:
        """Whether one of several words is a given name, wherever it stands."""
        return len(self.words) > 1 and any(given_name(plain(word.text)) for word in self.words)

    @property
    def opens_as_person(self) -> bool:
        """Whether it begins with a given name or initials, and goes on."""
        return len(self.words) > 1 and _opens_person(self.words[0])


def name_runs(words: Sequence[Word], matches: Sequence[Match]) -> list[NameRun]:
    """The proper names among ``words`` of a sentence that ``matches`` of the lexicon leave over."""
    taken = [match.span for match in matches]
    runs: list[NameRun] = []
    current: list[Word] = []

    def close() -> None:
        nonlocal current
        if not current:
            return
        while current and not (_is_name(current[-1]) or _ends_glued(current)):
            current.pop()
        current = _without_place(current)
        current = _without_opener(_without_role(_without_portfolio(current, words)), words)
        if current and _holds(current, words):
            runs.append(NameRun(tuple(current)))
        current = []

    for at, word in enumerate(words):
        covered = taken and any(s.start < word.end and word.start < s.end for s in taken)
        if covered or word.quote is not None:
            close()
        elif _is_name(word) and (
            current or word.text.lower() not in _NOT_A_NAME or _is_surname(word)
        ):
            if current and word.text.lower() in _NEVER_INSIDE and len(word.text) > 2:
                close()
                continue
            current.append(word)
        elif (current and _joins(word, words, at)) or (
            len(current) > 1 and current[-1].text in {"-", "‐"} and word.text.isalpha()
        ):
            current.append(word)
        else:
            close()
    close()
    return runs


def _is_surname(word: Word) -> bool:
    """Whether a word that opens sentences is the family name of who follows: He Jianxiong."""
    return (
        word.dep == "compound"
        and word.text.lower() in _SHORT_SURNAMES
        and word.head.pos == "PROPN"
        and word.head.i == word.i + 1
    )


def _without_portfolio(run: list[Word], words: Sequence[Word]) -> list[Word]:
    """The run without what an office is for: "Deputy Minister for Works Elibariki Mwasumbi"."""
    before = run[0].i - words[0].i - 1 if run else -1
    if before < 0 or words[before].text.lower() not in {"for", "of", "and", ","}:
        return run
    kept = list(run)
    while kept and kept[0].text.lower() in _PORTFOLIOS:
        kept = kept[1:]
    return kept


def _without_place(run: list[Word]) -> list[Word]:
    """The run behind an adjective that ends in a small word: "Sacramento-based McClatchy"."""
    glued = (
        n
        for n, word in enumerate(run[:-1])
        if n > 1 and word.text in _ADJECTIVE_ENDS and run[n - 1].text in {"-", "‐"}
    )
    return run[max(glued, default=-1) + 1 :]


def _without_role(run: list[Word]) -> list[Word]:
    """The run from its given name on, where only words for what somebody is stand before it:
    "Employee Steve Castro", "Singer-guitarist Tom Johnston", "CEO Marc Benioff"."""
    at = next((n for n, word in enumerate(run[:-1]) if n and _opens_person(word)), 0)
    if not at:
        return run
    post = run[at - 1].text  # Browns DL Sheldon Richardson
    short = at > 1 and post.isupper() and post.isalpha() and len(post) in {2, 3}
    return run[at:] if short or all(map(_is_role, run[:at])) else run


def _is_role(word: Word) -> bool:
    text = word.text
    if text in {"-", "‐"} or (text.isupper() and 2 <= len(text) <= 4):
        return True
    return given_name(plain(text)) is None and (
        text.lower() in _ROLES or word.tag not in {"NNP", "NNPS"}
    )


def _without_opener(run: list[Word], words: Sequence[Word]) -> list[Word]:
    """The run without the participle, or the kind of firm, that opens its sentence: "Following
    Assange's arrest", "Carmaker Velmora"."""
    opens = len(run) > 1 and run[0] is words[0]
    if opens and run[0].text.lower() in _KINDS_OF_FIRM:
        return run[1:]
    return run[1:] if opens and run[0].tag in {"VBG", "IN"} and len(run[0].text) > 5 else run


def _opens_person(word: Word) -> bool:
    return given_name(plain(word.text)) is not None or bool(_INITIALS.match(word.text))


def _ends_glued(run: list[Word]) -> bool:
    """Whether a small last part hangs on a hyphen: Man-sik."""
    return len(run) > 2 and run[-2].text in {"-", "‐"} and run[-1].text.isalpha()


def _is_name(word: Word) -> bool:
    text = word.text
    return (
        (text[0].isupper() or _ELIDED.match(text) is not None)
        and (text.lower() not in _CALENDAR or _is_given_too(word))
        and word.pos in {"PROPN", "NOUN", "ADJ", "X", "VERB", "INTJ", "ADV", "ADP", "PRON", "DET"}
        and (
            word.pos not in {"ADP", "PRON", "DET", "ADV", "INTJ"}
            or len(text) > 3
            or word.dep == "compound"
        )
        and (
            any(c.islower() for c in text)
            or len(text) > 3
            or bool(_INITIAL.match(text))
            or word.pos == "PROPN"
        )
    )


def _is_given_too(word: Word) -> bool:
    """Whether a word of the calendar is the given name of who follows: Jan Korda, April Mbeki."""
    return (
        word.dep == "compound"
        and word.head.pos == "PROPN"
        and word.head.i == word.i + 1
        and word.head.text.istitle()
        and word.head.text.lower() not in _CALENDAR
        and given_name(plain(word.text)) is not None
    )


def _joins(word: Word, words: Sequence[Word], at: int) -> bool:
    """Whether ``word`` belongs inside a name: a particle, hyphen or initial's full stop."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return False
    before = words[at - 1]
    glued = word.start == before.end
    if word.text in {"-", "‐"}:  # Man-sik, Al-Zoghbi
        return glued and following.start == word.end and following.text[:1].isalpha()
    if word.text.islower() and glued and before.text in {"-", "‐"}:
        return True
    if word.text.lower() in _PARTICLES and following.text in {"-", "‐"}:  # Karim al-Zoghbi
        return following.start == word.end
    if not following.text[:1].isupper() and following.text.lower() not in _PARTICLES:
        return False
    if word.text == ".":
        return glued and bool(_INITIAL.match(before.text))
    return word.text.lower() in _PARTICLES


def _holds(run: list[Word], words: Sequence[Word]) -> bool:
    """A capital at the start of a sentence proves nothing by itself, and a plural that says things
    is no name: "Summary Studies show"."""
    first = run[0]
    starts = first is words[0] or (first.i - words[0].i == 1 and words[0].pos == "PUNCT")
    last = run[-1].text.lower()
    single = f"{last[:-3]}y" if last.endswith("ies") else last.removesuffix("s")
    if starts and last.endswith("s") and single in _SAYING_THINGS:
        return False
    if len(run) == 1:
        if starts:
            return first.pos == "PROPN"
        return first.pos == "PROPN" or first.dep in {"nsubj", "nsubjpass", "pobj", "dobj", "appos"}
    return True
