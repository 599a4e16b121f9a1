"""How far content reaches: where a clause ends, what stands in front of it, what frames it."""

from __future__ import annotations

from verbale.actors import is_sayer
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Span
from verbale.statements.content import tidy
from verbale.statements.grammar import noun_phrase, span_of, subject
from verbale.statements.negation import is_negated
from verbale.statements.rules.extent import Source
from verbale.statements.rules.whole import FINITE, speaks_apart
from verbale.statements.scene import Scene

# A phrase in front of the source that says where or when it was said, not what.
SETTING = word_list("settings")
_CARRYING = word_list("carrying-verbs")
_CLOSING = frozenset({'"', "”", "’", "»", "''", "“", "'"})

_DASHES = frozenset({"—", "–", "--"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
#: How an item of a list begins that goes on with a verb: "appear", "to appear", "appearing".
_OF_ITEMS = frozenset({"VB", "TO", "VBG", "VBD", "VBN", "VBZ", "VBP"})
#: Forms of a verb that tell no time of their own ("VBP" is what taggers make of many of these).
_UNTIMED = frozenset({"VB", "TO", "VBP"})
_VERDICTS = frozenset({"right", "wrong", "correct", "mistaken"})
_MODALS = frozenset({"could", "would", "may", "might", "will", "can", "should"})
_PLAIN = frozenset({"say", "announce", "tell", "add", "state", "declare", "report", "confirm"})
_ASIDES = frozenset(
    {
        "accusation",
        "allegation",
        "claim",
        "charge",
        "suggestion",
        "assertion",
        "statement",
        "remark",
        "offer",
        "demand",
    }
)


def up_to_aside(scene: Scene, words: list[Word], verb: Word | None = None) -> list[Word]:
    """Stop where the reporter takes over: "..., a charge that Tehran denies", "..., while Bonn
    warned", "...; Bonn, which ...", "..., though we have our doubts". ``verb`` is the cue."""
    for at, word in enumerate(words[1:], 1):
        before = words[at - 1]
        if word.text == ";" and not _lists_on(scene, word):
            return words[:at]
        glossed = before.text in _DASHES and _is_gloss(scene, words, at)
        if glossed or (before.text in _DASHES and _is_verdict(words[at:])):
            return words[: at - 1]
        if before.text != ",":
            continue
        following = words[at + 1] if at + 1 < len(words) else None
        aside = (
            word.text.lower() in {"a", "an"}
            and following is not None
            and following.lemma.lower() in _ASIDES
        )
        contrast = word.text.lower() == "while" and word.head.lemma.lower() in scene.cues.verbs
        opens = following if following is not None and word.pos == "ADP" else word
        which = opens.text.lower() == "which" and _runs_to_the_end(opens, words)
        which = which and not (verb is not None and _is_said_too(opens, verb))
        if which and verb is not None and not any(w.tag in FINITE for w in words[:at]):
            continue  # the clause's own verb is yet to come
        own_words = (
            verb is not None and word.dep in {"mark", "cc"} and speaks_apart(scene, verb, word)
        )
        aside = aside or _is_judged(scene, word) or _is_carried(word, words)
        if aside or contrast or which or own_words or word.text.lower() == "according":
            return words[: at - 1]
        if verb is not None and (_tells_when(word, verb) or _leaves_unsaid(scene, word, verb)):
            return words[: at - 1]
        if _reports_again(scene, word, words[at:]):
            return words[: at - 1]
    return words


def _lists_on(scene: Scene, mark: Word) -> bool:
    """Whether a semicolon only parts the items of a list: "asks you to come; sing for them; go"."""
    rest = [word for word in scene.words if word.i > mark.i]
    return _is_item(rest[: next((n for n, w in enumerate(rest) if w.text == ";"), len(rest))])


def with_items(scene: Scene, words: list[Word]) -> list[Word]:
    """``words`` and the items of a list behind them that semicolons part: "to write for them;
    appear on their shows; open their fairs". What the writer tells in the past is none."""
    last = max(word.i for word in words)
    rest = [word for word in scene.words if word.i > last]
    if not rest or rest[0].text != ";":
        return words
    taken = len(rest)
    for at in [n for n, word in enumerate(rest) if word.text == ";"]:
        opens = next((w for w in rest[at:] if w.pos not in {"CCONJ", "PUNCT"}), None)
        if not _lists_on(scene, rest[at]) or opens is None or opens.tag not in _UNTIMED:
            taken = at
            break
    return [*words, *rest[:taken]]


def _is_item(words: list[Word]) -> bool:
    """Whether the words behind a semicolon have no subject of their own, so that they go on with
    the clause before it; quotations stand for themselves."""
    first = next((w for w in words if w.pos not in {"CCONJ", "PUNCT"}), None)
    if first is None or first.tag not in _OF_ITEMS:
        return False
    return not any(w.dep in _SUBJECTS or w.quote is not None for w in words)


def _is_gloss(scene: Scene, words: list[Word], at: int) -> bool:
    """ "That he did not know the fund — the source of it all": what a dash adds, without a verb of
    its own, at the end of a sentence that nobody is quoted with is the writer's."""
    dash, opener = words[at - 1], words[at]
    first = next((w for w in scene.words if w.text in _DASHES), dash)
    noun = opener.head if opener.pos == "DET" else opener
    if first is not dash or scene.inside is not None or noun.pos not in {"NOUN", "PROPN"}:
        return False
    rest = [w for w in scene.words if w.i > dash.i]
    if any(w.text in _DASHES for w in rest):
        return False  # "sank — the third this year — off Cebu"
    below = noun.subtree()
    ends = all(w.i <= below[-1].i or w.pos == "PUNCT" for w in rest)
    return ends and below[0] is opener and not any(w.quote is not None for w in rest)


def _is_verdict(rest: list[Word]) -> bool:
    """ "Says it has worked — | and in some cases, he is right": what the writer thinks of it."""
    if rest[0].text.lower() not in {"and", "but"}:
        return False
    for verb in rest:
        doer, found = verb.of("nsubj"), verb.of("acomp")
        if verb.tag in {"VBZ", "VBP"} and verb.lemma == "be" and doer is not None and found:
            return doer.text.lower() in {"he", "she", "they"} and found.text.lower() in _VERDICTS
    return False


def _is_judged(scene: Scene, opener: Word) -> bool:
    """ "Said the road would be shut, | a step that Peraza called rash": what another says of it."""
    noun = opener if opener.text.lower() == "something" else opener.head
    led = opener.pos == "DET" and noun.pos == "NOUN"
    if not (led or noun is opener) or noun.subtree()[0] is not opener:
        return False
    clause = noun.of("relcl")
    told = scene.cues.verbs.get(clause.lemma.lower(), ()) if clause is not None else ()
    doer = clause.of("nsubj") if clause is not None else None
    if doer is None or doer.tag == "WDT" or not any(cue.speech for cue, _ in told):
        return False
    return is_sayer(doer, scene.cast.mentions(scene.words))


def _is_carried(opener: Word, words: list[Word]) -> bool:
    """ "Said the port would shut, | as relayed by Reuters": who passed it on."""
    verb = opener.head
    passed_on = verb.tag == "VBN" and verb.lemma.lower() in _CARRYING and verb.of("agent")
    return bool(passed_on) and opener.text.lower() == "as" and verb.subtree()[-1].i >= words[-1].i


def _tells_when(opener: Word, verb: Word) -> bool:
    """ "Told them it was so, | as he fended off their questions": what was done meanwhile."""
    clause = opener.head
    if opener.text.lower() != "as" or opener.dep != "mark" or clause.tag != "VBD":
        return False
    doer = clause.of("nsubj")
    return verb.tag == "VBD" and doer is not None and doer.text.lower() in {"he", "she", "they"}


def _leaves_unsaid(scene: Scene, opener: Word, verb: Word) -> bool:
    """ "Reported that many came, | but it did not say how many": the reporter's words again."""
    clause = next((c for c in opener.head.children if c.dep == "conj" and c.i > opener.i), None)
    if opener.text.lower() != "but" or clause is None or clause.of("nsubj") is None:
        return False
    told = scene.cues.verbs.get(clause.lemma.lower(), ())
    return is_negated(clause) and verb.tag == "VBD" and any(cue.speech for cue, _ in told)


def _reports_again(scene: Scene, opener: Word, rest: list[Word]) -> bool:
    """ "..., the two ministers announced after a session": a reporting clause whose verb the
    parser has taken for a participle."""
    verb = next((w for w in rest if w.tag == "VBN" and w.dep == "acl"), None)
    if verb is None or verb.lemma.lower() not in _PLAIN or verb.of("agent", "aux", "auxpass"):
        return False
    doer = verb.head
    named = doer in rest and doer.subtree()[0] is opener and verb.i == doer.i + 1
    finite = any(w.tag in FINITE for w in rest)
    return named and not finite and is_sayer(doer, scene.cast.mentions(scene.words))


def _runs_to_the_end(which: Word, words: list[Word]) -> bool:
    """Whether a ", which ..." clause closes the content, so that it may be the reporter's own."""
    clause = next((a for a in which.ancestors() if a.dep in {"relcl", "advcl"}), None)
    return clause is not None and clause.subtree()[-1].i >= words[-1].i


def _is_said_too(which: Word, verb: Word) -> bool:
    """ "Think it is a vent, | which could come from a lake": what may be is the speaker's, and so
    is what holds at all times behind a cue in the present ("says it blocks a gene, which sets")."""
    clause = next((a for a in which.ancestors() if a.dep in {"relcl", "advcl"}), None)
    if clause is None or verb.lemma.lower() == "deny":
        return False
    if any(c.text.lower() in _MODALS and c.dep == "aux" for c in clause.children):
        return True
    both = verb.tag in {"VBZ", "VBP"} and clause.tag in {"VBZ", "VBP"}
    return both and clause.of("nsubj") is which


def run_on(scene: Scene, words: list[Word]) -> list[Word]:
    """``words`` on to the next break where the parser has stopped in the middle of a clause.

    "Said nobody in the race | is on pace": a finite verb cannot follow a content that has ended.
    """
    if not words:
        return words
    words = _past_preposition(scene, words)
    following = scene.after(words[-1])
    if following is None or following.tag not in FINITE or following.quote is not None:
        return words
    if words[-1].text == "," and following.dep == "conj" and following.head not in words:
        return words  # "told him she had seen it, | called it a fake and vowed to sue"
    rest = [w for w in scene.words if w.i > words[-1].i]
    stop = next((n for n, w in enumerate(rest) if w.text in {",", ";", ":", "—"}), len(rest))
    return [*words, *(w for w in rest[:stop] if w.quote is None)]


def _past_preposition(scene: Scene, words: list[Word]) -> list[Word]:
    """ "Hinting because of | some hidden means:": on to the break, where a content ends in a
    preposition whose noun the parser has hung elsewhere."""
    last, following = words[-1], scene.after(words[-1])
    if last.tag != "IN" or last.dep not in {"prep", "pcomp"} or last.of("pobj", "pcomp"):
        return words
    if following is None or following.pos not in {"DET", "NOUN", "PROPN", "ADJ", "NUM"}:
        return words
    rest = [w for w in scene.words if w.i > last.i]
    stop = next((n for n, w in enumerate(rest) if w.pos == "PUNCT" or w.quote), len(rest))
    return [*words, *rest[:stop]]


def fronted(scene: Scene, verb: Word, source: Source) -> Span | None:
    """Given "the real state of affairs", Peskov said ...: what stands in front is said too."""
    for child in verb.children:
        if child.dep not in {"prep", "advcl"} or child.i > min(verb.i, source.word.i):
            continue
        words = child.subtree()
        first = words[0].text.lower()
        last = scene.after(words[-1])
        if first in SETTING or last is None or last.text != ",":
            continue
        if any(w.quote is not None for w in words) or subject(child) is source.word:
            continue
        if first in {
            "given",
            "despite",
            "without",
            "unless",
            "if",
            "because",
            "under",
            "with",
            "although",
            "though",
            "amid",
        } and _quoted_or_conditional(first, words):
            return tidy(scene.text, span_of(words[1:] if first == "given" else words))
    return None


def _quoted_or_conditional(first: str, words: list[Word]) -> bool:
    return first in {"if", "unless", "without"} or any(
        w.text in {'"', "“", "‘", "«"} for w in words
    )


def reporting_reach(scene: Scene, verb: Word, source: Source) -> tuple[int, int]:
    """First and last index of the reporting clause: its source, cue, addressee and setting."""
    named = [w for w in scene.words if any(s.start <= w.start < s.end for s in source.spans)]
    words = [verb, *named]
    for child in verb.children:
        if (
            child.dep in {"aux", "auxpass", "neg", "advmod", "prt", "npadvmod", "dobj", "dative"}
            or child.dep == "prep"
        ):
            sub = child.subtree()
            if all(w.quote is None for w in sub) and len(sub) < 12:
                words.extend(sub)
    indices = sorted({w.i for w in words})
    at = indices.index(verb.i)
    first = last = at
    while first > 0 and indices[first] - indices[first - 1] == 1:
        first -= 1
    while last + 1 < len(indices) and indices[last + 1] - indices[last] == 1:
        last += 1
    phrase = named or noun_phrase(source.word)
    gap = scene.between(phrase[-1].i + 1, indices[first])
    if len(gap) == 1 and gap[0].text == ",":  # "the head of the delegation, Ma Dong-uk, said"
        return phrase[0].i, indices[last]
    return indices[first], indices[last]


def edge(scene: Scene, i: int) -> Word | None:
    """The word of the sentence with index ``i`` (as in `Word.i`)."""
    at = i - scene.words[0].i
    return scene.words[at] if 0 <= at < len(scene.words) else None


def is_closing_mark(word: Word) -> bool:
    """Whether ``word`` is a quotation mark that may close."""
    return word.text in _CLOSING and word.quote is None and word.end > word.start


def after_last_break(words: list[Word]) -> list[Word]:
    """``words`` behind the last semicolon or quotation that stands alone."""
    for at in range(len(words) - 1, -1, -1):
        if words[at].quote is not None:
            return words[at + 1 :]
        if words[at].text == ";" and not _is_item(words[at + 1 :]):
            return words[at + 1 :]
    return words


def up_to_break(words: list[Word]) -> list[Word]:
    """``words`` up to the first semicolon or quotation that stands alone."""
    for at, word in enumerate(words):
        if word.text == ";" or word.quote is not None:
            return words[:at]
    return words
