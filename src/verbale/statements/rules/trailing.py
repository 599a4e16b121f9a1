"""Attributions at the end of a sentence that the parser has made part of what was said.

"... as long as Lima keeps the fleet at sea, Chilean Admiral Rosa Vega told Radio Austral": parsers
take the speaker for a subject of the subordinate clause. The order of the words is plain enough.
"""

from __future__ import annotations

from verbale.language import Word
from verbale.statements.content import of_words
from verbale.statements.grammar import is_passive, span_of
from verbale.statements.rules.drafting import clause_draft
from verbale.statements.rules.extent import Source
from verbale.statements.rules.insertions import named_in_front
from verbale.statements.rules.reach import SETTING, after_last_break, edge
from verbale.statements.rules.whole import FINITE
from verbale.statements.scene import CueWord, Draft, Scene

_PLAIN = frozenset({"say", "tell", "add", "announce", "explain", "note", "stress", "warn", "claim"})
_LONGEST = 14  # words of a speaker with office and place
_NAMING = frozenset({"NOUN", "PROPN"})
_FEWEST = 4
#: Words that open a clause which only says when or why the main one holds.
_SUBORDINATE = frozenset({"IN", "WRB", "WP", "WDT", "WP$", "VBG", "VBN", "CC", "TO"})


def trailing_clause(scene: Scene, found: CueWord) -> Draft | None:
    """Ties froze as Japan closed its ports, Korean envoy Park Min-ho told Yonhap."""
    verb = found.word
    if verb.lemma.lower() not in _PLAIN or verb.tag != "VBD" or is_passive(verb):
        return None
    if not _ends_sentence(scene, verb):
        return None
    named = named_in_front(scene, verb) or _between_comma_and(scene, verb)
    if named is None:
        return None
    source, first = named
    comma = edge(scene, first - 1)
    if comma is None or comma.text != ",":
        return None
    words = after_last_break([w for w in scene.words if w.i < comma.i])
    if not _is_main_clause(words):
        return None
    return clause_draft(scene, found, source, (of_words(scene.text, words),), "trailing-clause")


def _ends_sentence(scene: Scene, verb: Word) -> bool:
    """Whether nothing that was said can follow: a hearer, a place, a day."""
    return not any(
        w.tag in FINITE or w.tag in {"TO", "VB", "VBG"} or w.quote is not None or w.text in ":;"
        for w in scene.words
        if w.i > verb.i
    )


def _between_comma_and(scene: Scene, verb: Word) -> tuple[Source, int] | None:
    """The speaker named between the last comma and the cue, and where the words begin."""
    before = [w for w in scene.words if w.i < verb.i]
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n].text == ","), None)
    words = before[at + 1 :] if at is not None else []
    if not 0 < len(words) <= _LONGEST or words[0].tag in _SUBORDINATE:
        return None
    if any(w.tag in FINITE or w.pos == "AUX" for w in words):
        return None
    place = span_of(words)
    mentions = scene.cast.mentions(scene.words)
    runs = [run for run in mentions.names if place.covers(run.span)]
    held = [held.span for held in mentions.titles if place.covers(held.span)]
    held += [named.span for named in mentions.bodies if place.covers(named.span)]
    last = words[-1]
    if runs and runs[-1].span.end == last.end and (held or len(runs[-1].words) > 1):
        return Source(runs[-1].words[-1], (place,)), words[0].i
    if any(span.end == last.end for span in held):
        top = next((w for w in words if w.head not in words and w.pos in _NAMING), last)
        return Source(top, (place,)), words[0].i
    return None


def _is_main_clause(words: list[Word]) -> bool:
    """Whether ``words`` can be all that was said: a clause that stands by itself."""
    if len(words) < _FEWEST or words[0].tag in _SUBORDINATE or words[0].text.lower() in SETTING:
        return False
    at = next((n for n, w in enumerate(words) if w.tag in FINITE), None)
    if at is None:
        return False
    opened = {w.text.lower() for w in words[:at] if w.tag in {"WDT", "WP", "WRB"}}
    return at > 0 and not opened
