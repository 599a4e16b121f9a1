"""Acts that the clause coder adds to those of the rules.

The coder says on which words an act hangs and of what type. Where the rules drew an act already,
theirs stands. For the others the grammar names who may be meant, and the same code as for the rules
makes codes, day, flags and statement of it. What games are told in is left out, and so is all in a
report that is not about dealings between states: the coder learnt from none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from verbale.acts.code import Coder
from verbale.acts.loose import loose_deed
from verbale.acts.marks import Marks, read_marks
from verbale.acts.merge import Telling
from verbale.coder.reader import Answer, ClauseReader
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Act
from verbale.statements.grammar import span_of

#: How the rule of an act opens that the coder added.
LEARNED = "coder > "
#: From which probability on the coder adds an act.
ADDED = 0.75

_KIND = frozenset({"SUPPORT", "COOPERATE", "AID", "AGREE", "CONCEDE", "RETREAT", "CONSULT"})


def tellings(coder: Coder, reader: ClauseReader | None) -> list[Telling]:
    """What the rules draw of the coder's report, with what ``reader`` adds, if there is one."""
    drawn = list(coder.acts())
    found = [one.telling for one in drawn]
    if reader is not None and coder.sides.deal:
        taken = {id(w) for one in drawn for w in (*one.reading.deed.trail, one.reading.deed.head)}
        rules = list(found)
        read = read_marks(coder, drawn)
        answered = reader.read_each([marks.passage for marks in read], ADDED)
        for marks, answers in zip(read, answered, strict=True):
            added = _added(marks, answers, taken, coder)
            found += [one for one in added if not _is_held_against(one.act, rules)]
    return found


def _is_held_against(act: Act, rules: Sequence[Telling]) -> bool:
    """Whether a kindness is told in words with which its doer is blamed: "rushed to join in all
    hostile steps"."""
    return act.type in _KIND and any(
        told.act.type == "ACCUSE"
        and not set(act.actor).isdisjoint(told.act.recipient)
        and any(a.overlaps(b) for a in act.evidence for b in told.act.evidence)
        for told in rules
    )


def _added(
    marks: Marks, answers: Sequence[Answer], taken: set[int], coder: Coder
) -> Iterator[Telling]:
    for answer in answers:
        stood = marks.stood[answer.at]
        if id(stood.word) in taken or _is_game(stood.scene.words):
            continue
        deed = loose_deed(stood.word, answer.type)
        done = msgspec.structs.replace(deed, intended=False)
        if coder.timeline.is_older(done, span_of(stood.scene.words)):
            continue
        reading = coder.reading(deed, stood.scene.words, stood.scene.frame)
        if reading is None or not coder.is_told(reading):
            continue
        telling = coder.telling(reading)
        act = msgspec.structs.replace(
            telling.act, rule=LEARNED + telling.act.rule, score=round(answer.sure, 2)
        )
        yield msgspec.structs.replace(telling, act=act)


def _is_game(words: Sequence[Word]) -> bool:
    games = word_list("sport-words")
    return any(word.text.lower() in games for word in words)
