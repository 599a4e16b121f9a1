"""When a clause tells of: what has long been so, what is now, what lies ahead or behind."""

from __future__ import annotations

from verbale.language import Word

#: What shows that a present tense tells of long ago as well.
_HABITS = frozenset({"always", "never", "every", "regularly", "usually", "far", "often", "long"})
_AHEAD_OF_NOW = frozenset({"will", "wo", "'ll", "’ll", "must", "shall", "can", "ca"})
_PRESENT = frozenset({"VBZ", "VBP"})
_TENSED = _PRESENT | {"VBD"}
_TO_COME = frozenset({"will", "would", "shall", "wo", "'ll", "’ll", "must", "should", "can", "may"})
_PAST = frozenset({"VBD", "VBN"})


def is_pluperfect(verb: Word) -> bool:
    """ "Had closed", "'d closed"."""
    had = any(c.dep == "aux" and c.text.lower() in {"had", "'d"} for c in verb.children)
    return had and verb.tag in _PAST


def is_present(verb: Word) -> bool:
    """Whether a clause tells of now: "calls it a tale", "is arming them", "will not lend more"; not
    what has long been so ("renews it every year"), nor what is said in passing ("which it denies").
    """
    if verb.dep == "relcl" or any(map(_is_of_long, verb.subtree())):
        return False
    helpers = verb.all("aux", "auxpass")
    while verb.dep in {"conj", "xcomp"} and not (helpers or verb.all("nsubj", "nsubjpass")):
        if verb.tag in _TENSED or verb.head.pos not in {"VERB", "AUX"}:
            break
        verb = verb.head
        helpers = verb.all("aux", "auxpass")
    first = next((c for c in helpers if c.tag in _TENSED or c.tag == "MD"), verb)
    return first.tag in _PRESENT or first.text.lower() in _AHEAD_OF_NOW


def _is_of_long(word: Word) -> bool:
    """ "Always", "every"; "since the war" (not the "since" of "has since offered")."""
    text = word.text.lower()
    return text in _HABITS or (text == "since" and word.dep != "advmod")


def is_named_by_it(verb: Word) -> bool:
    """Whether a deed only says which thing is meant: "the notice promised in the letters"."""
    return verb.dep == "acl" and verb.tag == "VBN"


def is_to_come(verb: Word) -> bool:
    """ "Will", "would" and "must": what is told so lies ahead of who tells it."""
    return any(c.dep == "aux" and c.text.lower() in _TO_COME for c in verb.children)


def is_bygone_habit(head: Word) -> bool:
    """ "Used to beg for talks", "once called them indispensable"."""
    verb = head.head if head.dep == "xcomp" else head
    used = verb.text.lower() == "used" and verb.of("xcomp") is not None and not verb.all("dobj")
    return used or any(
        child.dep == "advmod" and child.text.lower() in {"once", "formerly", "previously"}
        for child in head.children
    )
