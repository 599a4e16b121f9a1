"""Who a cue's source is, and whether it can be one."""

from __future__ import annotations

from verbale.actors import is_document, is_sayer
from verbale.actors.mentions import Mentions
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.statements.grammar import (
    agent,
    conjoined,
    is_infinitive,
    is_passive,
    subject,
)
from verbale.statements.rules.extent import ALIKE, Source, as_source, whole
from verbale.statements.rules.unheld import is_unheld
from verbale.statements.scene import CueWord, Scene

_WRITTEN = frozenset({"write", "argue", "claim", "maintain"})
_TOLD = frozenset({"VBD", "VBN"})
_OWN_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_CLAUSES = frozenset({"clause", "quote", "question"})
_PROVES = frozenset(
    {"show", "suggest", "indicate", "prove", "demonstrate", "imply", "mean", "confirm", "signal"}
    | {"underline", "underscore", "highlight", "reveal"}
)
_SOME = frozenset({"one", "some", "most", "many", "all", "several", "few", "both"})
_TIMES = word_list("times")
_IMPERSONAL = frozenset({"it", "this", "that", "which", "what", "there", "these", "those"})


def source_of(scene: Scene, found: CueWord) -> Source | None:
    """The source of a verbal cue, if it has one that can say things."""
    asked = found.word, id(found.cue)
    if asked not in scene.answers:  # nearly every rule asks
        scene.answers[asked] = _source_of(scene, found)
    source: Source | None = scene.answers[asked]
    return source


def _source_of(scene: Scene, found: CueWord) -> Source | None:
    verb = found.word
    if not found.cue.speech and verb.dep == "relcl" and not _adds_aside(scene, verb):
        return None  # "a state that seeks to harm us" describes; it reports nothing
    if verb.head.lemma.lower() == "let" or (
        verb.dep == "pcomp" and verb.head.text.lower() == "without"
    ):
        return None  # "let us say", "it goes without saying"
    if verb.text == "say" and _gives_example(scene, verb):
        return None  # "is paid by an importer — say, Orvex"
    if verb.tag == "VB" and _opens_quotation(scene, verb):
        return None  # I said, ‘Tell them to buy larger tractors.’
    word = _doer(scene, found)
    if word is None or word.quote is not None or not may_say(scene, word, found):
        return None
    if is_unheld(scene, found, word) or _wills(verb):
        return None
    if verb is scene.words[0] and verb.tag in {"VB", "VBP"} and word.head is not verb:
        return None  # "Say what you will of the crust, the filling is sound"
    if verb.lemma.lower() == "prove" and word.pos == "PROPN":
        return None  # "Mira proved it was up to the task": by what it did
    if word.text.lower() == "it" and word.head is not verb and _is_rated(word.head, verb):
        return None  # "after outlining a plan, it is time to ...", "it's safe to assume"
    if word.tag == "WP" and scene.words[-1].text == "?" and _is_whole_question(verb):
        return None  # "who says the sea is empty?", "who is to say what it is for?"
    if _is_label(scene, word, verb):
        return None  # "Freight notes: the toll is due in dollars"
    return whole(scene, verb, as_source(word))


def _doer(scene: Scene, found: CueWord) -> Word | None:
    """The word for who does what the cue says, past what parsers get wrong."""
    verb = found.word
    word = agent(verb) if is_passive(verb) else _first_reporter(scene, found) or subject(verb)
    word = _past_likeness(scene, verb) if word is None else _named_aside(scene, verb) or word
    word = _who_opens(scene, verb) or word or _misread_name(scene, verb)
    if word is None or _is_glued(scene, word):
        return None  # "a rover NASA plans to fly": the rover is what is planned
    return _twin(_writer(scene, _past_measure(scene, word, verb), verb))


def _gives_example(scene: Scene, verb: Word) -> bool:
    """Whether "say" stands between two breaks, for "for example"."""
    before, after = scene.before(verb), scene.after(verb)
    opens = before is not None and before.text in {",", "—", "–", "--", "("}
    return opens and after is not None and after.text == ","


def _past_measure(scene: Scene, word: Word, verb: Word) -> Word:
    """Seoul, in "output reached 1.6 GW and Seoul plans to": parsers join the two."""
    other = word.of("conj")
    if other is None or word.of("nummod") is None or other.i + 1 != verb.i:
        return word
    mentions = scene.cast.mentions(scene.words)
    place = other.pos == "PROPN" and is_sayer(other, mentions)
    return other if place and not any(w.tag == "NNS" for w in (word, other)) else word


def _writer(scene: Scene, word: Word, verb: Word) -> Word:
    """Reed, in "in a letter calling for a truce, Reed said": not the letter, but who wrote it."""
    prep = word.head
    if (
        verb.dep != "acl"
        or word.dep != "pobj"
        or prep.text.lower() != "in"
        or not is_document(word)
    ):
        return word
    doer = next((c for c in prep.head.children if c.dep == "nsubj" and c.i > verb.i), None)
    fronted = doer is not None and prep.dep == "prep" and prep is scene.words[0]
    told = prep.head.lemma.lower() in scene.cues.verbs
    return doer if doer is not None and fronted and told else word


def _twin(word: Word) -> Word:
    """Reed, in "UPDF Chairman Jonas Reed said": parsers make two subjects of the body and him."""
    for other in word.head.all("nsubj") if word.pos == "PROPN" and word.dep == "nsubj" else ():
        if other.pos == "PROPN" and other.subtree()[0].i == word.i + 1:
            return other
    return word


def _wills(verb: Word) -> bool:
    """Whether the "will" in front of ``verb`` is somebody's last will: "his will specified"."""
    will = next((c for c in verb.children if c.dep == "aux" and c.text == "will"), None)
    if will is None or verb.tag not in _TOLD or verb.text == verb.lemma:
        return False
    return not any(c.dep in {"aux", "auxpass"} and c is not will for c in verb.children)


def _first_reporter(scene: Scene, found: CueWord) -> Word | None:
    """The subject of "said" in "said the decision had been taken and denied any link".

    Parsers join the second report to what the first one says, whose verb stands in another form; a
    report in the tense of the first one goes on from it.
    """
    verb = found.word
    if verb.dep != "conj" or verb.tag != "VBD" or not found.cue.speech:
        return None
    if verb.head.tag == "VBD" or any(c.dep in _OWN_SUBJECTS for c in verb.children):
        return None
    above = next((a for a in verb.ancestors() if a.tag == "VBD"), None)
    if above is None or not scene.cues.verbs.get(above.lemma.lower()):
        return None
    return above.of("nsubj")


def _who_opens(scene: Scene, verb: Word) -> Word | None:
    """The side of a headline's two verbs, "Lima halts fish talks, accuses Quito of stalling": the
    parser takes the first of them for a noun."""
    before = scene.before(verb)
    if scene.paragraph.zone != "headline" or before is None or before.text != ",":
        return None
    start = scene.words[0].start
    named = next(
        (m.span for m in scene.cast.mentions(scene.words).matches if m.span.start == start), None
    )
    if named is None:
        return None
    opening = [w for w in scene.words if w.start < named.end]
    following = next((w for w in scene.words if w.start >= named.end), None)
    noun = following is not None and following.i < before.i and following.pos == "NOUN"
    return opening[-1] if following is not None and noun and _may_be_verb(following) else None


def _misread_name(scene: Scene, verb: Word) -> Word | None:
    """ "Early says", "Rich told": the surname of somebody named in full, taken for no noun."""
    before = scene.before(verb)
    while before is not None and before.dep in {"aux", "neg"}:
        before = scene.before(before)
    if before is None or not before.text.istitle() or before.pos in {"NOUN", "PROPN", "PRON"}:
        return None
    person = scene.cast.person_called(before.text)
    named = person is not None and person.sure and len(person.tokens) > 1
    return before if named and verb.tag in {"VBD", "VBZ"} else None


def _may_be_verb(word: Word) -> bool:
    return word.text.islower() and word.text.endswith("s") and not word.text.endswith("ss")


def _adds_aside(scene: Scene, verb: Word) -> bool:
    """Whether a relative clause stands behind a comma: "the Front, which wants independence"."""
    first = scene.before(verb.subtree()[0])
    return first is not None and first.text == ","


def _past_likeness(scene: Scene, verb: Word) -> Word | None:
    """Dors, in "Like the banker Adam Moss, the envoy Jack Dors said": the parser makes one of the
    two what the other is called."""
    before = scene.before(verb)
    if scene.words[0].text.lower() not in ALIKE or before is None or before.pos != "PROPN":
        return None
    parted = any(w.text == "," for w in scene.words if w.i < before.i)
    return before if parted else None


def _named_aside(scene: Scene, verb: Word) -> Word | None:
    """Lockley, in "this system, says Richard Lockley, a chemist, helps": the parser makes him the
    subject of the clause around."""
    before, after = scene.before(verb), scene.after(verb)
    own = any(c.dep in _OWN_SUBJECTS for c in verb.children)
    if before is None or after is None or before.text != "," or own or after.pos != "PROPN":
        return None
    if verb.tag not in {"VBZ", "VBD"} or verb.dep not in {"parataxis", "ROOT", "dep"}:
        return None
    while after.dep == "compound" and after.head.pos == "PROPN":
        after = after.head
    return after if after.dep in {"nsubj", "dobj"} else None


def may_say(scene: Scene, word: Word, found: CueWord) -> bool:
    """Whether ``word`` fits what the cue asks of its source."""
    if word.pos == "ADV" and word is _misread_name(scene, found.word):
        return True
    if word.text.lower() in _IMPERSONAL and word.text.lower() != "it":
        return False
    if word.text.lower() in {"you", "one"} and not found.cue.speech:
        return False
    if word.text.lower() == "you" and not _was_told(found.word):
        return False  # "you may find", "if you're asking": whoever reads it
    if word.lemma.lower() in found.cue.silent or _is_time(word):
        return False
    proves = found.word.lemma.lower() in _PROVES and found.word.tag == "VBZ"
    if word.text.lower() == "it" and proves and scene.inside is None:
        return False  # "it shows that the pressure remains immense": what was told before does
    mentions = scene.cast.mentions(scene.words)
    if word.lemma.lower() in _SOME and _is_of_things(word, mentions):
        return False  # "one of my top requests is to ask for the time"
    group = conjoined(word)
    sayer = any(is_sayer(one, mentions) or _is_bare_name(one) for one in group)
    if sayer:
        return not (
            word.lemma.lower() in _THINGS_OF_STATE and _is_indefinite(word) and not found.cue.speech
        )
    if found.cue.needs == "sayer" or not found.cue.speech:
        return False
    if any(is_document(one) for one in group):
        return True
    own = any(c.dep in _OWN_SUBJECTS for c in found.word.children)
    of_now = found.cue.needs == "voice" or (own and not found.cue.frames & _CLAUSES)
    if of_now and found.cue.needs != "document" and found.word.tag not in _TOLD:
        return word.lemma.lower() in _ROLES | _BODIES  # "the autumn promises to be wet"
    return word.lemma.lower() in _ROLES or (found.cue.needs != "document" and _could_say(word))


def has_voice(scene: Scene, word: Word) -> bool:
    """Whether ``word`` may be silent on something: a label or a radar is not."""
    known = is_sayer(word, scene.cast.mentions(scene.words)) or is_document(word)
    return known or word.lemma.lower() not in _THINGS


def _is_time(word: Word) -> bool:
    """ "The one announced in March, which aimed to": no month says anything."""
    return word.dep == "pobj" and word.text.lower() in _TIMES


def _is_of_things(word: Word, mentions: Mentions) -> bool:
    """Whether "one", "some" or "most" are of things that say nothing."""
    of_ = next((c for c in word.children if c.text.lower() == "of"), None)
    thing = of_.of("pobj") if of_ is not None else None
    known = thing is not None and (is_sayer(thing, mentions) or is_document(thing))
    known = known or (thing is not None and thing.lemma.lower() in _ROLES)
    return thing is not None and thing.tag == "NNS" and not known


def _is_rated(clause: Word, verb: Word) -> bool:
    """Whether "it" is only what "is safe to say" needs for a subject."""
    return clause.lemma == "be" or (clause.of("acomp", "attr") is not None and is_infinitive(verb))


def _is_whole_question(verb: Word) -> bool:
    """Whether ``verb`` is what its sentence asks about, alone or behind "is to"."""
    return verb.head is verb or (verb.dep == "xcomp" and verb.head.head is verb.head)


def _is_label(scene: Scene, word: Word, verb: Word) -> bool:
    """Whether "notes" or "claims" is a noun, and ends the label of what follows its colon."""
    colon = scene.after(verb)
    if colon is None or colon.text != ":" or verb.tag != "VBZ" or word.i + 1 != verb.i:
        return False
    alone = word.subtree()[0].i == scene.words[0].i and word.of("det") is None
    return alone and not is_sayer(word, scene.cast.mentions(scene.words))


def _opens_quotation(scene: Scene, verb: Word) -> bool:
    """Whether ``verb`` is the first word behind an opening mark."""
    before = scene.before(verb)
    own = any(c.dep in _OWN_SUBJECTS or c.dep == "aux" for c in verb.children)
    return before is not None and before.text in {"‘", "“", '"', "'"} and not own


def _is_glued(scene: Scene, word: Word) -> bool:
    """Whether the parser has glued a name to the thing in front of it: "a rover NASA", "a prospect
    Vidal"; not "a spokesman Kim", "an AP reporter"."""
    if word.pos != "PROPN" or word.text.islower():
        return False
    before = scene.before(word)
    while before is not None and before.pos == "PROPN":
        before = scene.before(before)
    if before is None or before.tag not in {"NN", "NNS"} or not before.text.islower():
        return False
    if is_sayer(before, scene.cast.mentions(scene.words)):
        return False
    opens = scene.before(before)
    while opens is not None and opens.pos in {"ADJ", "NOUN"}:
        opens = scene.before(opens)
    return opens is not None and opens.text.lower() in {"a", "an"}


def _was_told(verb: Word) -> bool:
    """ "You said", "you have been talking about", "you write that": told to the one who did it."""
    has = any(c.dep == "aux" and c.lemma.lower() in {"have", "’ve", "'ve"} for c in verb.children)
    return has or verb.tag in _TOLD or verb.lemma.lower() in _WRITTEN


_THINGS_OF_STATE = frozenset({"state", "country", "nation", "neighbor", "neighbour"})
_THINGS = word_list("things")
_ROLES = word_list("further-roles")
_BODIES = word_list("company-nouns") | word_list("collective-nouns")


def _is_bare_name(word: Word) -> bool:
    """A surname that opens the sentence and was read as a common noun: "Sanders said"."""
    return (
        word.pos in {"NOUN", "ADJ", "VERB", "X"}
        and word.text[0].isupper()
        and not word.children
        and word.tag != "NNS"
        and word.lemma.lower() not in _THINGS
    )


def _is_indefinite(word: Word) -> bool:
    return any(
        child.dep == "det" and child.text.lower() in {"a", "an", "any"} for child in word.children
    )


def _could_say(word: Word) -> bool:
    """A noun no list knows may still say something, if it is no mere thing: "six in 10 say"."""
    return word.pos in {"NOUN", "NUM", "PROPN"} and word.lemma.lower() not in _THINGS
