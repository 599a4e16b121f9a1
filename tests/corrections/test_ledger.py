"""Chains of decisions: what counts, what was taken back, and how two ledgers are joined."""

from __future__ import annotations

from verbale.corrections import current, heads, is_signed, join, signed, target_of
from verbale.model import Anchor, Correction

ANCHOR = Anchor(kind="matter", subject="m1")


def entry(ledger, new, *, field="name", undoes=None, author="M. Lind"):
    bare = Correction(
        id="", anchor=ANCHOR, field=field, new=new, author=author, at="2025-01-01", undoes=undoes
    )
    head = heads(ledger).get(target_of(bare))
    made = Correction(**{**_fields(bare), "after": head.id if head else None})
    return signed(made)


def _fields(correction):
    return {name: getattr(correction, name) for name in correction.__struct_fields__}


def grown(*values, undo=()):
    ledger = []
    for value in values:
        ledger.append(entry(ledger, value))
    for number in undo:
        ledger.append(entry(ledger, None, undoes=ledger[number].id))
    return ledger


def shown(ledger):
    return [decision.new for decision in current(ledger)]


def test_the_last_one_counts_and_undoing_brings_back_the_one_before():
    assert shown(grown("a", "b")) == ["b"]
    assert shown(grown("a", "b", undo=[1])) == ["a"]
    assert shown(grown("a", "b", undo=[0])) == ["b"]
    assert shown(grown("a", "b", undo=[1, 0])) == []


def test_the_same_words_twice_are_two_entries():
    ledger = grown("a", undo=[0])
    again = entry(ledger, "a")
    assert again.id not in {e.id for e in ledger}
    assert shown([*ledger, again]) == ["a"]


def test_a_ledger_goes_on_from_another():
    mine, theirs = grown("a"), grown("a", "b", undo=[1])
    joined = join(mine, theirs)
    assert (len(joined.new), joined.known, joined.conflicts) == (2, 1, ())
    assert join(theirs, mine).new == ()
    assert join(theirs, theirs).known == len(theirs)
    assert join([], theirs).new == tuple(theirs)


def test_where_both_went_on_nothing_is_overwritten():
    base = grown("a")
    mine, theirs = [*base, entry(base, "b")], [*base, entry(base, "c")]
    joined = join(mine, theirs)
    assert joined.new == ()
    assert [(c.mine.new, c.theirs.new) for c in joined.conflicts] == [("b", "c")]
    same = [*base, entry(base, "b", author="Somebody Else")]
    assert join(mine, same).conflicts == ()


def test_a_changed_entry_is_noticed():
    (one,) = grown("a")
    assert is_signed(one)
    assert not is_signed(Correction(**{**_fields(one), "new": "b"}))
