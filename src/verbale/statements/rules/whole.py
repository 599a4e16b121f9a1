"""Content made whole again where the parser has broken it: its subject, its second verb."""

from __future__ import annotations

from verbale.language import Word
from verbale.statements.grammar import subject
from verbale.statements.scene import Scene

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = frozenset({",", ";", ":", "—", "–", "(", ")"})
_ASKED = 3  # words of what is asked for
_TELLING = frozenset({"tell", "inform", "assure", "remind", "notify", "warn"})
_ANSWERING = frozenset({"say", "comment", "elaborate", "specify", "confirm", "answer", "disclose"})
_QUOTES = frozenset({"“", '"', "«", "„"})
_WOULD = frozenset({"would", "’d", "'d"})
_LATER = frozenset({"later", "eventually", "soon", "subsequently", "finally", "ultimately"})
_ASKING = frozenset({"what", "whether", "how", "why", "where", "who"})
_REASONS = frozenset({"because", "so", "unless", "lest"})
_OBJECTIVE = frozenset({"him", "her", "them", "me", "us"})


def finite_tag(verb: Word) -> str | None:
    """The tag of the finite verb of a clause: its own or its first auxiliary's."""
    if verb.tag in FINITE:
        return verb.tag
    return next((c.tag for c in verb.children if c.tag in FINITE and c.i < verb.i), None)


def from_its_subject(scene: Scene, verb: Word, words: list[Word]) -> list[Word]:
    """ "Told friends that the interview | was a success": a clause cannot begin with its verb, so
    what stands between the cue (or "that") and the verb is its subject."""
    between = list(scene.between(verb.i + 1, words[0].i)) if words else []
    if between and between[0].text.lower() in {"what", "which"} and len(between) <= _ASKED:
        return [*between, *words]  # "does not know what direction | the coach will go"
    if not words or words[0].tag not in FINITE:
        return words
    that = next((n for n, w in enumerate(between) if w.text.lower() == "that"), None)
    if that is not None:
        between = between[that + 1 :]
    elif verb.of("dobj", "dative") is not None and verb.lemma.lower() in _TELLING:
        return words
    if not between or between[0].pos in {"ADP", "ADV", "PART"} or between[0].dep == "dative":
        return words
    if any(w.text in _STOPS or w.quote is not None for w in between):
        return words
    return [*between, *words]


def with_second_verb(verb: Word, clause: Word, words: list[Word]) -> list[Word]:
    """ "Reports that many were ill | and died at home": a second verb that the parser has joined
    to the cue belongs to the content when its tense is that of the content alone."""
    words = _with_second_noun(verb, words)
    tense, told = finite_tag(clause), finite_tag(verb)
    for second in verb.all("conj"):
        if second.i < words[-1].i:
            continue
        own = finite_tag(second)
        alike = own is None and second.tag == clause.tag and second.tag != verb.tag
        alike = alike or (own is not None and own != told and tense in {own, None})
        if subject_of_its_own(second):
            both = _is_pluperfect(clause) and _is_pluperfect(second)
            alike = told == "VBD" and (both or _is_shifted_back(second))
            alike = alike or (told == "VBD" and second.subtree()[0].text in _QUOTES)
        if alike:
            return _on_to(verb, words, second)
    return words


def _with_second_noun(verb: Word, words: list[Word]) -> list[Word]:
    """ "To send a man | , and a woman, to the pole", "to tell of the firm | and what comes next": a
    noun is joined to a noun and never to the cue, wherever the parser hangs it."""
    for second in verb.all("conj"):
        opened = second.of("det", "poss", "nummod") is not None
        next_to = second.subtree()[0].i - words[-1].i <= len((",", "and", "x"))
        asked = second.subtree()[0].text.lower() in _ASKING
        thing = asked or (second.pos in {"NOUN", "PROPN"} and opened)
        if thing and second.i > words[-1].i and next_to:
            return _on_to(verb, words, second)
    return words


def with_what_it_includes(verb: Word, words: list[Word]) -> list[Word]:
    """ "Warned against forced moves, | including pushing people out": the part of a thing that the
    parser has hung on the cue."""
    for part in verb.all("prep"):
        if part.text.lower() == "including" and part.i > words[-1].i:
            return _on_to(verb, words, part)
    return words


def with_its_reason(verb: Word, words: list[Word]) -> list[Word]:
    """ "Explained how he could not have met her, | because she had put him in Lima": a reason that
    the parser hangs on the cue is said like what it is the reason of."""
    for reason in verb.all("advcl"):
        mark = reason.of("mark")
        if mark is not None and mark.text.lower() in _REASONS and mark.i > words[-1].i:
            return _on_to(verb, words, reason)
    return words


def _on_to(verb: Word, words: list[Word], last: Word) -> list[Word]:
    """``words`` on to the end of what hangs on ``last``, all of it below ``verb``."""
    end = last.subtree()[-1].i
    return [w for w in verb.subtree() if words[0].i <= w.i <= end]


def _is_pluperfect(verb: Word) -> bool:
    """Had gone, had been told."""
    return verb.tag == "VBN" and any(
        c.dep == "aux" and c.text.lower() in {"had", "’d", "'d"} for c in verb.children
    )


def _is_shifted_back(second: Word) -> bool:
    """ "Said the ship was late, | but it would dock": a "would" behind a cue in the past, unless
    the writer looks ahead with it ("but he would later say")."""
    would = any(c.dep == "aux" and c.text.lower() in _WOULD for c in second.children)
    ahead = any(c.dep == "advmod" and c.text.lower() in _LATER for c in second.children)
    return would and not ahead and second.lemma.lower() not in _TELLING | _ANSWERING


def subject_of_its_own(verb: Word) -> bool:
    """Whether ``verb`` has a subject beside it rather than sharing another's."""
    return any(c.dep in {"nsubj", "nsubjpass", "csubj", "expl"} for c in verb.children)


def is_seen(clause: Word) -> bool:
    """ "Found her buried in a basket", "saw them leave", "find it hard to compete": what was met,
    and nothing said."""
    doer = clause.of("nsubj", "nsubjpass")
    if doer is None or clause.of("mark") is not None:
        return False
    found = clause.head.lemma.lower() == "find" and clause.pos == "ADJ" and clause.of("aux") is None
    return (found and doer.text.lower() == "it") or doer.text.lower() in _OBJECTIVE


def is_past_a_dash(scene: Scene, verb: Word, clause: Word) -> bool:
    """Whether the cue stands in an insertion between dashes, and ``clause`` outside of it."""
    opened = any(w.text in {"—", "–", "("} for w in scene.words if w.i < verb.i)
    first = clause.subtree()[0].i
    return opened and any(w.text in {"—", "–", ")"} for w in scene.between(verb.i, first + 1))


def speaks_apart(scene: Scene, verb: Word, opener: Word) -> bool:
    """Whether the writer takes the word: "..., although we would not rule it out"."""
    clause = opener if opener.pos in {"VERB", "AUX"} else opener.head
    doer = clause.of("nsubj")
    if clause.dep == "advcl" and clause.head.i > clause.i:  # "although it is new, we would not"
        doer = clause.head.of("nsubj")
    first = doer is not None and doer.text.lower() in {"i", "we"} and scene.inside is None
    quoted = scene.after(opener)
    if quoted is not None and quoted.pos == "PUNCT":
        return False  # because "I do not see it"
    teller = subject(verb)
    return first and not (teller is not None and teller.text.lower() in {"i", "we"})
