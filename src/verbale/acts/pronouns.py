"""What pronouns go back to: "it", "its", "they" and "them", and "he" who has no name.

The side that the clause is about comes before the one named last; whoever does it is not who it is
done to ("Oslo accused it").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from verbale.actors import Cast, Mentions
from verbale.acts.codes import Codes, code_at, code_of
from verbale.acts.lines import Line, Lines
from verbale.acts.pointing import is_one_official, means_both, names_several
from verbale.language import Word
from verbale.model import Statement
from verbale.statements.grammar import subject

_PLURAL = frozenset({"they", "them", "their", "themselves"})
_LONG_BACK = 8
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "pobj", "dative"})


class Namer(Protocol):
    """Whom pronouns are asked of: what says which sides a noun stands for."""

    cast: Cast
    statements: Sequence[Statement]

    def noun(self, word: Word, words: Line) -> Codes:
        """The sides of a noun that stands before a pronoun."""

    def listed(self, word: Word, words: Line) -> Codes:
        """The sides of a noun with its list."""

    def named_in(self, words: Sequence[Word], mentions: Mentions) -> Codes:
        """All sides named among ``words``."""


class Pronouns:
    """Answers what the pronouns of one report go back to."""

    def __init__(self, namer: Namer, lines: Lines) -> None:
        self._namer = namer
        self._lines = lines

    def antecedent(self, word: Word, words: Line, voice: Statement | None) -> Codes:
        """What "it" and "its" go back to: the side named last, here or a sentence earlier."""
        together = self._together(word, words) if word.text.lower() in _PLURAL else ()
        found = together or self._spoken_by(word)
        if found:
            return found
        before = self._before(word, words)
        told = voice is not None and voice.type != "direct" and word.dep in _SUBJECTS
        if told and word.text.lower() in {"it", "they"} and voice is not None and voice.country:
            return (voice.country,)
        if before is not None and before not in self._own_subject(word, words):
            return (before,)
        if before is not None:
            return self.elsewhere(word, words, (before,))
        earlier = self._lines.before(words)
        return self._topic(earlier[0]) if earlier else ()

    def _own_subject(self, word: Word, words: Line) -> Codes:
        """Who does what is done to the pronoun ``word``, who is another: "Oslo accused it"."""
        verb = word.head.head if word.dep == "pobj" else word.head
        doer = subject(verb) if word.dep in _OBJECTS and verb.pos == "VERB" else None
        if doer is None or doer is word or doer.pos == "PRON":
            return ()
        return self._namer.noun(doer, words)

    def elsewhere(self, word: Word, words: Line, avoid: Codes) -> Codes:
        """The side named last before ``word``, none in ``avoid``, here or a sentence earlier."""
        for line in (words, *self._lines.before(words)):
            if not line:
                continue
            named = [
                code
                for match in self._namer.cast.mentions(line).matches
                if (match.span.end <= word.start or line is not words)
                and (code := code_of(match)) is not None
                and code not in avoid
            ]
            if named and word.text.lower() in _PLURAL:
                listed = self._listed_with(named[-1], word, line, words)
                if len(listed) > 1 and not set(avoid) & set(listed):
                    return listed
            if named:
                return (named[-1],) if line is words else (named[0],)
        return ()

    def _listed_with(self, code: str, word: Word, line: Line, words: Line) -> Codes:
        """The list in ``line`` (before ``word``) whose last member names ``code``."""
        mentions = self._namer.cast.mentions(line)
        for name in reversed(line):
            if (line is words and name.i >= word.i) or code_at(name, mentions) != code:
                continue
            first = name
            while first.dep == "conj":
                first = first.head
            return self._namer.listed(first, line)
        return ()

    def person_before(self, word: Word, words: Line) -> Codes:
        """The side of the official told of last before "he" or "his", who need not have a name."""
        for line in (words, *self._lines.before(words)):
            mentions = self._namer.cast.mentions(line)
            for one in line:
                if line is words and one.i >= word.i:
                    break
                if code_at(one, mentions) is not None or word.under(one):
                    continue  # no "he" is a state
                if one.dep in _SUBJECTS and is_one_official(one):
                    codes = self._spoken_by(one) or self._namer.noun(one, line)
                    if len(codes) == 1:
                        return codes
        return ()

    def same_person(self, word: Word, words: Line) -> Codes:
        """The side of the "he" who says something in the sentence before, for another "he"."""
        for one in self._lines.before_in_paragraph(words):
            if one.text.lower() == word.text.lower() and one.dep in _SUBJECTS:
                codes = self._spoken_by(one)
                if codes:
                    return codes
        return ()

    def excellency(self, word: Word, words: Line) -> Codes:
        """The side of "His Excellency": that named first after the words, here or at the last
        place before that names one."""
        for line in (words, *self._lines.before(words, _LONG_BACK)):
            mentions = self._namer.cast.mentions(line)
            for one in line:
                if one.text.lower() != word.text.lower() or (line is words and one.i > word.i):
                    continue
                held = one.head if one.dep in {"compound", "nmod"} else one
                named = self._namer.named_in(held.subtree(), mentions)
                if named:
                    return named[:1]
        return ()

    def who_says(self, word: Word) -> Codes:
        """The side of the statement whose source is ``word`` and nothing else: "he regretted"."""
        for statement in self._namer.statements:
            if statement.country and any(
                (s.start, s.end) == (word.start, word.end) for s in statement.source
            ):
                return (statement.country,)
        return ()

    def _spoken_by(self, word: Word) -> Codes:
        """The side of the statement whose source is at ``word``."""
        for statement in self._namer.statements:
            if statement.country and any(s.start <= word.start < s.end for s in statement.source):
                return (statement.country,)
        return ()

    def _together(self, word: Word, words: Line) -> Codes:
        """The sides that "they" go back to: a list or "the two", the subject here or before."""
        for line in (words, self._lines.before_in_paragraph(words)):
            subjects = [w for w in line if w.dep in _SUBJECTS and names_several(w)]
            pairs = [w for w in line if means_both(w)] if line is words else []
            for one in (*subjects[:1], *pairs):
                if line is words and one.subtree()[-1].i >= word.i:
                    continue
                codes = self._namer.listed(one, line)
                if len(codes) > 1:
                    return codes
        if word.dep in _SUBJECTS:
            return self._who_met(self._lines.before_in_paragraph(words))
        return ()

    def _who_met(self, words: Line) -> Codes:
        """Who does something in the sentence ``words``, with whom he does it: "Oslo held talks with
        Lima. They agreed"."""
        top = next((w for w in words if w.dep in _SUBJECTS and names_several(w)), None)
        if top is None or top.dep != "nsubj":
            return ()
        one = self._namer.listed(top, words)
        for word in words:
            if word.dep == "pobj" and word.head.text.lower() == "with" and word.under(top.head):
                other = self._namer.listed(word, words)
                if len(one) == 1 and other and not set(one) & set(other):
                    return (*one, *other)
        return ()

    def _before(self, word: Word, words: Line) -> str | None:
        own = self._subject_before(word, words)
        if own:
            return own[0]
        if word.dep in _SUBJECTS:
            for one in reversed(words[: _number_in(words, word)]):
                if one.dep in _SUBJECTS and one.pos != "PRON" and not word.under(one):
                    codes = self._namer.noun(one, words)
                    if len(codes) == 1:
                        return codes[0]
        mentions = self._namer.cast.mentions(words)
        found = [
            code
            for match in mentions.matches
            if match.span.end <= word.start and (code := code_of(match)) is not None
        ]
        return found[-1] if found else None

    def _subject_before(self, word: Word, words: Line) -> Codes:
        """The one side that the clause above ``word``, or the one before it, is about."""
        for above in word.ancestors():
            if above.pos not in {"VERB", "AUX"}:
                continue
            own = subject(above)
            # the whole phrase before the pronoun, or what it goes back to would hold it
            if own is not None and own.pos != "PRON" and own.subtree()[-1].i < word.i:
                codes = self._namer.noun(own, words)
                return codes if len(codes) == 1 else ()
        return ()

    def topic_before(self, words: Line) -> Codes:
        """The side that the sentence before ``words`` in its paragraph is about."""
        return self._topic(self._lines.before_in_paragraph(words))

    def _topic(self, words: Line) -> Codes:
        """The side that a sentence is about: its first subject's, else the first one named."""
        if not words:
            return ()
        mentions = self._namer.cast.mentions(words)
        for word in words:
            if word.dep in _SUBJECTS and word.pos != "PRON":
                codes = self._namer.noun(word, words)
                if codes:
                    return codes
        return self._namer.named_in(words, mentions)[:1]


def _number_in(words: Sequence[Word], word: Word) -> int:
    return next((n for n, one in enumerate(words) if one is word), 0)
