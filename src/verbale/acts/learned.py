"""Acts that the clause coder adds to those of the rules.

The coder says on which words an act hangs and of what type. Where the rules drew an act already,
theirs stands. For the others the grammar names who may be meant, and the same code as for the rules
makes codes, day, flags and statement of it. What games are told in is left out.
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
from verbale.statements.grammar import span_of

#: How the rule of an act opens that the coder added.
LEARNED = "coder > "
#: From which probability on the coder adds an act.
ADDED = 0.75


def tellings(coder: Coder, reader: ClauseReader | None) -> list[Telling]:
    """What the rules draw of the coder's report, with what ``reader`` adds, if there is one."""
    drawn = list(coder.acts())
    found = [one.telling for one in drawn]
    if reader is not None:
        taken = {id(w) for one in drawn for w in (*one.reading.deed.trail, one.reading.deed.head)}
        for marks in read_marks(coder, drawn):
            found.extend(_added(marks, reader.read(marks.passage, ADDED), taken, coder))
    return found


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
    return any(word.text.lower() in word_list("sport-words") for word in words)
