"""Noun phrases as content, alone or with what is said of them."""

from __future__ import annotations

from verbale.language import Word
from verbale.model import Span
from verbale.statements.content import clause_words, of_words
from verbale.statements.grammar import is_infinitive, is_passive, noun_phrase
from verbale.statements.rules.drafting import complement_draft
from verbale.statements.rules.prepositions import is_temporal
from verbale.statements.rules.reach import up_to_aside
from verbale.statements.rules.whole import with_second_verb, with_what_it_includes
from verbale.statements.scene import CueWord, Draft, Scene

_ALL_OF_IT = frozenset({"this", "that", "it", "everything", "all"})
_ITSELF = frozenset({"himself", "herself", "itself", "themselves", "oneself", "myself", "yourself"})
_OPENERS = frozenset({'"', "“", "‘", "«", "„", "'"})
_CLOSERS = frozenset({'"', "”", "’", "»", "“", "'"})
_SHOWS = frozenset({"highlight", "underline", "underscore", "detail", "outline"})
_MINDS = frozenset({"recall", "invoke"})
_POSES = frozenset({"present", "cast", "paint", "portray", "brand", "label"})
_EFFORTS = frozenset({"attempt", "effort", "move"})
_RUN_ON = frozenset({"prep", "xcomp", "advcl", "acl", "dative"})
_FELT = frozenset(
    {"alarm", "anger", "dismay", "outrage", "surprise", "shock", "concern", "frustration", "joy"}
)
_TOLD_IN = frozenset(
    {"statement", "interview", "speech", "tweet", "post", "email", "e-mail", "briefing", "message"}
)
_SETTING = frozenset({"in", "at", "on", "during", "after", "before", "when", "while", "as", "via"})


def object_with_preposition(scene: Scene, found: CueWord) -> Draft | None:
    """Seoul accused Pyongyang of jamming signals."""
    if "object-prep" not in found.cue.frames or is_passive(found.word):
        return None
    verb = found.word
    whom = verb.of("dobj")
    if whom is None:
        return None
    prep = next(
        (
            c
            for parent in (verb, whom)
            for c in parent.children
            if c.dep == "prep" and c.text.lower() in found.cue.preps and c.i > whom.i
            if not (c.text.lower() in {"on", "at"} and is_temporal(c))
        ),
        None,
    )
    if prep is None:
        return None
    words = [*noun_phrase(whom), *prep.subtree()]
    act = prep.of("pcomp")
    if act is not None:
        words = with_second_verb(verb, act, words)
    content = of_words(scene.text, _up_to_contrast(scene, words))
    return complement_draft(scene, found, (content,), "object-preposition")


def _up_to_contrast(scene: Scene, words: list[Word]) -> list[Word]:
    """ "Accuses Oslo of breaking the truce | while Oslo suggests": the other side's turn."""
    for at, word in enumerate(words):
        told = scene.cues.verbs.get(word.head.lemma.lower(), ())
        doer = word.head.of("nsubj")
        if word.text.lower() == "while" and doer is not None and any(c.speech for c, _ in told):
            return words[:at] or words
    return words


def object_as(scene: Scene, found: CueWord) -> Draft | None:
    """Minsk dismissed the report as invention."""
    if "object-as" not in found.cue.frames or is_passive(found.word):
        return None
    verb = found.word
    thing = verb.of("dobj")
    if thing is None or (thing.text.lower() == "itself" and verb.lemma.lower() in _POSES):
        return None  # "the firm presents itself as a friend of the sea": by all that it does
    prep = next(
        (
            c
            for parent in (verb, thing)
            for c in parent.children
            if c.text.lower() == "as" and c.dep in {"prep", "mark"} and c.i > thing.i
        ),
        None,
    )
    if prep is None:
        return _as_before_object(scene, found, thing)
    content = of_words(scene.text, [*noun_phrase(thing), *prep.subtree()])
    return complement_draft(scene, found, (content,), "object-as")


def _as_before_object(scene: Scene, found: CueWord, thing: Word) -> Draft | None:
    """Lima described as an affront the decision to close the gate: what is long comes last."""
    verb = found.word
    prep = next((c for c in verb.all("prep") if c.text.lower() == "as"), None)
    called = prep.subtree()[1:] if prep is not None else []
    if prep is None or not called or not verb.i < prep.i < thing.i:
        return None
    if thing.of("acl", "ccomp", "relcl") is not None and found.word.lemma.lower() == "dismiss":
        return None  # "dismissed as talk reports that it had paid": the reports are denied
    content = (of_words(scene.text, called), of_words(scene.text, _object_words(thing)))
    return complement_draft(scene, found, content, "object-as", extra=(prep,))


def object_predicate(scene: Scene, found: CueWord) -> Draft | None:
    """Tehran called the vote a farce."""
    if "object-predicate" not in found.cue.frames or is_passive(found.word):
        return None
    verb = found.word
    predicate = verb.of("oprd") or next(
        (c for c in verb.children if c.dep == "ccomp" and c.pos in {"NOUN", "ADJ", "PROPN"}), None
    )
    if predicate is None or predicate.i < verb.i:
        return _quoted_predicate(scene, found)
    if predicate.pos == "PROPN" and not _goes_on(scene, predicate):
        return None  # "we call it the Sylphy", "called him Mike": a name and no judgement
    thing = verb.of("dobj") or predicate.of("nsubj")
    if thing is None:
        return _quoted_predicate(scene, found)
    if thing.text.lower() in {"himself", "itself", "themselves", "herself"}:
        return None
    named = noun_phrase(thing) if thing.i > verb.i else []  # "what he called a farce"
    words = _with_its_contrast(verb, [*named, *predicate.subtree()])
    return complement_draft(scene, found, (of_words(scene.text, words),), "object-predicate")


def _with_its_contrast(verb: Word, words: list[Word]) -> list[Word]:
    """ "Called it not a slip, | but a rout": what it is said to be instead."""
    denied = any(c.dep == "neg" and c.i > verb.i for c in verb.children)
    other = next((c for c in verb.all("conj") if c.pos in {"NOUN", "PROPN", "ADJ"}), None)
    but = any(c.dep == "cc" and c.text.lower() == "but" for c in verb.children)
    if not denied or not but or other is None or other.i < words[-1].i:
        return words
    last = other.subtree()[-1].i
    return [w for w in verb.subtree() if words[0].i <= w.i <= last]


def _goes_on(scene: Scene, name: Word) -> bool:
    """Whether what the name is called follows it: called Onishi a "liar"."""
    following = scene.after(name.subtree()[-1])
    return following is not None and (following.pos == "DET" or following.text in _OPENERS)


def _quoted_predicate(scene: Scene, found: CueWord) -> Draft | None:
    """Called the speech "a postcard": what it is called stands in quotation marks."""
    after = [w for w in scene.words if w.i > found.word.i]
    opens = next((n for n, w in enumerate(after[:9]) if w.text in _OPENERS), None)
    if opens is None or any(
        w.pos in {"VERB", "AUX"} or w.text in {",", ";"} for w in after[:opens]
    ):
        return None
    closes = next((n for n, w in enumerate(after) if n > opens and w.text in _CLOSERS), None)
    if closes is None:
        return None
    further = after[closes + 1 :]
    if further and further[0].text in _OPENERS:  # called 'Half Moon' "a flagship game"
        last = next((n for n, w in enumerate(further[1:], 1) if w.text in _CLOSERS), None)
        closes = closes if last is None else closes + 1 + last
    words = after[: closes + 1]
    of_ = scene.after(words[-1])
    if of_ is not None and of_.text.lower() == "of":
        words = [*words, *of_.subtree()]  # called the “Belfastisation” of the city
    content = of_words(scene.text, words)
    return complement_draft(scene, found, (content,), "object-predicate")


def noun_object(scene: Scene, found: CueWord) -> Draft | None:
    """The envoy affirmed commitment to the ceasefire; Minsk rejected the accusation."""
    if "object" not in found.cue.frames or is_passive(found.word):
        return None
    verb = found.word
    if verb.tag == "VBG" and verb.lemma.lower() == "cite":
        return None  # "..., citing X" is a further part of the statement it hangs on
    if _is_adjective(scene, verb) or _is_by_deed(scene, verb):
        return None
    thing = next((c for c in verb.children if c.dep in {"dobj", "attr"} and c.i > verb.i), None)
    if any(c.text.lower() in _ITSELF for c in verb.all("dative", "dobj")):
        return None  # "promised himself a holiday"
    if thing is None or thing.quote is not None or thing.text.lower() in _ITSELF:
        return None
    if verb.lemma == "deny" and _is_deprived(verb, thing):
        return None  # "a late goal denied the hosts their tenth win"
    all_of_it = thing.text.lower() in _ALL_OF_IT
    if (thing.pos == "PRON" or all_of_it) and not (found.polarity == "denies" and all_of_it):
        return None
    if not all_of_it and not may_be_told_of(thing, found):
        return None
    claimed = _denied_claim(scene, found, thing)
    if claimed is not None:
        return claimed
    words = up_to_aside(scene, _with_contact_clause(verb, _object_words(thing)))
    if len(words) < 2 and not found.cue.objects and not all_of_it:
        return None
    words = with_what_it_includes(verb, _with_that_clause(scene, _reach(verb, words)))
    if found.polarity == "denies":
        words = _with_what_it_is_rejected_as(verb, words)
    return complement_draft(scene, found, (of_words(scene.text, words),), "noun-object")


def _is_adjective(scene: Scene, verb: Word) -> bool:
    """ "Leads in both pledged delegates and votes": a participle where adjectives stand."""
    before = scene.before(verb)
    led = before is not None and (before.pos in {"DET", "ADP"} or before.text.lower() == "both")
    return led and verb.tag in {"VBN", "VBD"} and verb.of("nsubj", "aux", "mark") is None


def _is_deprived(verb: Word, thing: Word) -> bool:
    """Whether ``verb`` has a second object, which it keeps from the first."""
    if verb.of("dative") is not None:
        return True
    others = (c for c in verb.children if c is not thing and c.i > thing.i)
    return any(
        c.dep in {"dobj", "oprd", "attr"} and c.tag in {"NN", "NNS"} and c.children for c in others
    )


def _is_by_deed(scene: Scene, verb: Word) -> bool:
    """ "Doctors gain a view of it all, highlighting alarms"; "recalling it, they met"."""
    minds = verb.lemma.lower() in _MINDS and verb.i < verb.head.i
    shows = minds or verb.lemma.lower() in _SHOWS
    return shows and verb.tag == "VBG" and not _goes_with_saying(scene, verb)


def _goes_with_saying(scene: Scene, verb: Word) -> bool:
    """Whether a participle hangs on a verb of saying: "spoke for an hour, outlining the plan"."""
    own = any(c.dep in {"aux", "nsubj"} for c in verb.children)
    return own or verb.head.lemma.lower() in scene.cues.verbs or verb.head.lemma == "speak"


def may_be_told_of(thing: Word, found: CueWord) -> bool:
    """Whether the cue says something of such a thing: an ambassador is recalled by being called
    home, and an attempt that a judge rejects has failed."""
    lemma = thing.lemma.lower()
    if lemma in found.cue.never:
        return False
    listed = not found.cue.objects or {lemma, thing.text.lower()} & found.cue.objects
    if not listed and not _amounts_to(thing, found):
        return False
    return found.polarity != "denies" or lemma not in _EFFORTS or _any_of_them(thing)


def _any_of_them(thing: Word) -> bool:
    """ "Any attempt", "all efforts"."""
    return any(c.text.lower() in {"any", "all", "every", "such", "these"} for c in thing.children)


def _amounts_to(thing: Word, found: CueWord) -> bool:
    """ "Reported two crowns in earnings": the amount of one of the things that are reported."""
    return thing.pos in {"NUM", "SYM"} and any(
        word.lemma.lower() in found.cue.objects for word in thing.subtree()
    )


def _denied_claim(scene: Scene, found: CueWord, thing: Word) -> Draft | None:
    """ "Rejected the claim that Astana acts under pressure", a claim that is nobody's by name: what
    is denied is the clause, and "the claim that" belongs to the cue."""
    clause = next((c for c in thing.children if c.dep in {"acl", "ccomp"} and c.of("mark")), None)
    owned = any(c.dep in {"poss", "amod", "compound"} for c in thing.children) or any(
        c.dep == "prep" and c.text.lower() in {"by", "from", "of"} for c in thing.children
    )
    mark = clause.of("mark") if clause is not None else None
    if found.polarity != "denies" or clause is None or owned or mark is None:
        return None
    if mark.text.lower() != "that":
        return None
    draft = complement_draft(
        scene, found, (of_words(scene.text, clause_words(clause)),), "denied-claim"
    )
    if draft is not None:
        draft.cue = (Span(draft.cue[0].start, mark.end),)
    return draft


def _object_words(thing: Word) -> list[Word]:
    """The object with all that hangs on it, but not an adverbial clause of the sentence."""
    words = thing.subtree()
    for child in thing.children:
        later = child.dep == "advcl" and not is_infinitive(child)
        if later or (child.dep == "prep" and (is_temporal(child) or _tells_where_said(child))):
            gone = set(map(id, child.subtree()))
            words = [w for w in words if id(w) not in gone]
    for clause in [
        w for w in words if w.dep == "advcl" and w.tag != "VBG" and not is_infinitive(w)
    ]:
        gone = set(map(id, clause.subtree()))
        words = [w for w in words if id(w) not in gone]
    kept: list[Word] = []
    for word in words:
        if kept and word.i - kept[-1].i > 1:
            break
        kept.append(word)
    return kept


def _reach(verb: Word, words: list[Word]) -> list[Word]:
    """``words`` with the phrases that follow at once and that the parser hung on the verb."""
    for child in verb.children:
        start = child.subtree()
        if start[0].i != words[-1].i + 1 or child.dep not in _RUN_ON:
            continue
        if child.dep == "advcl" and not is_infinitive(child):
            continue
        felt = start[0].text.lower() == "at" and words[-1].lemma.lower() in _FELT
        if is_temporal(child) or (start[0].text.lower() in _SETTING and not felt):
            continue
        words = [*words, *start]
    return words


def _with_what_it_is_rejected_as(verb: Word, words: list[Word]) -> list[Word]:
    """ "Rejected the account | as untrue", but not "rejected it as the talks began"."""
    for part in verb.all("prep"):
        if part.text.lower() == "as" and part.i == words[-1].i + 1:
            return [*words, *part.subtree()]
    return words


def _tells_where_said(prep: Word) -> bool:
    """ "Denied the charge | in a statement on its website", but "the charge in the statement"."""
    thing = prep.of("pobj")
    if thing is None or prep.text.lower() != "in" or thing.lemma.lower() not in _TOLD_IN:
        return False
    article = thing.of("det")
    return article is not None and article.text.lower() in {"a", "an"}


def _with_contact_clause(verb: Word, words: list[Word]) -> list[Word]:
    """ "Criticised the effect | large lenders can have when they grow": a clause without "that"
    that the parser has joined to the cue begins with its own subject right behind its noun."""
    for clause in verb.all("conj", "ccomp", "parataxis"):
        below = clause.subtree()
        doer = clause.of("nsubj")
        bare = doer is not None and below[0] in doer.subtree() and clause.of("mark", "cc") is None
        if bare and below[0].i == words[-1].i + 1 and words[-1].pos == "NOUN":
            return [*words, *below]
    return words


def _with_that_clause(scene: Scene, words: list[Word]) -> list[Word]:
    """ "The assertion of the Guard that ...": the clause, wherever the parser has hung it."""
    that = scene.after(words[-1])
    if that is None or that.text.lower() != "that" or that.tag != "IN":
        return words
    clause = next((a for a in that.ancestors() if a.pos in {"VERB", "AUX"}), None)
    below = clause.subtree() if clause is not None else []
    return [*words, *(w for w in below if w.i >= that.i)]
