"""The rules, in the order in which they are tried. The lists ARE the algorithm.

A rule takes a scene (one sentence) and a cue word and returns a `Draft` or None. For each cue
word the first rule with an answer wins; `verbale explain` shows which ones declined.
"""

from __future__ import annotations

from collections.abc import Callable

from verbale.statements.rules.adjectives import adjective_attitude
from verbale.statements.rules.clauses import clause_after
from verbale.statements.rules.impersonal import impersonal
from verbale.statements.rules.infinitives import called_on, gerund, infinitive, object_infinitive
from verbale.statements.rules.insertions import clause_around, clause_before
from verbale.statements.rules.nouns import (
    noun_clause,
    noun_infinitive,
    noun_preposition,
    noun_saying,
)
from verbale.statements.rules.objects import (
    noun_object,
    object_as,
    object_predicate,
    object_with_preposition,
)
from verbale.statements.rules.omissions import (
    made_no_mention,
    no_comment,
    not_said,
    silent_on,
    unsaid,
)
from verbale.statements.rules.passives import passive_object
from verbale.statements.rules.phrases import according_to, as_said, in_the_words_of
from verbale.statements.rules.prepositions import prepositional
from verbale.statements.rules.quotes import framed_quote, quoted_as
from verbale.statements.rules.stray import clause_further_on, clause_in_quotes, rest_of_sentence
from verbale.statements.rules.trailing import trailing_clause
from verbale.statements.scene import CueWord, Draft, Scene

Rule = Callable[[Scene, CueWord], Draft | None]
PhraseRule = Callable[[Scene], "list[Draft]"]

VERB_RULES: tuple[Rule, ...] = (
    quoted_as,
    unsaid,
    not_said,
    framed_quote,
    impersonal,
    clause_in_quotes,
    clause_after,
    clause_further_on,
    clause_around,
    clause_before,
    trailing_clause,
    called_on,
    object_infinitive,
    object_with_preposition,
    object_as,
    object_predicate,
    prepositional,
    infinitive,
    gerund,
    noun_object,
    passive_object,
    rest_of_sentence,
)
NOUN_RULES: tuple[Rule, ...] = (noun_saying, noun_clause, noun_preposition, noun_infinitive)
ADJECTIVE_RULES: tuple[Rule, ...] = (adjective_attitude,)
PHRASE_RULES: tuple[PhraseRule, ...] = (
    according_to,
    in_the_words_of,
    as_said,
    made_no_mention,
    silent_on,
    no_comment,
)
