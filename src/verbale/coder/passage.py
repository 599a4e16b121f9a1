"""What the clause coder is given to read: words with what is already known of each."""

from __future__ import annotations

from typing import Final

import msgspec

TYPES: Final = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
_FLAGS = ("historical", "future", "hypothetical", "negated", "alleged")
_POS = ("VERB", "AUX", "NOUN", "PROPN", "PRON", "ADJ", "ADV", "ADP", "SCONJ", "PUNCT", "NUM")
_DEPS = (
    *("ROOT", "nsubj", "nsubjpass", "dobj", "pobj", "dative", "agent", "attr", "acomp", "poss"),
    *("ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "conj", "appos", "compound", "amod"),
    *("prep", "aux", "auxpass", "neg", "mark", "advmod", "npadvmod", "parataxis", "det"),
)
_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "NNS", "TO", "WDT")
#: What the rules read: the type and flags of their act at its head, and the words of its trail.
BY_RULES: Final = (
    *(f"deed:{name}" for name in TYPES),
    *(f"flag:{name}" for name in _FLAGS),
    *("trail", "symmetric", "nominal"),
)
#: All that may be known of a word: what the rules read there, whether it names one of the report's
#: two sides or a third, whether a side speaks it, its zone, and what it is in the parse.
TRAITS: Final = (
    *BY_RULES,
    *("leading", "third", "spoken", "headline", "inside"),
    *(f"pos:{name}" for name in _POS),
    *(f"dep:{name}" for name in _DEPS),
    *(f"tag:{name}" for name in _TAGS),
)
TRAIT: Final = {name: number for number, name in enumerate(TRAITS)}


class Marked(msgspec.Struct):
    """A word as the coder sees it.

    ``traits`` are numbers in `TRAITS`, ``above`` is the place in the passage of its head in the
    parse (its own, where that is elsewhere). Only a word that is ``asked`` about is answered for.
    """

    text: str
    asked: bool
    above: int
    traits: set[int]


#: Some consecutive paragraphs of a report.
Passage = list[Marked]
