"""Provenance: which words stand elsewhere too, since when, and whose they are.

Pure over what is stored; the record keeps the index and asks.

::

    outline.py       a report's body as tokens: what two reports are compared by
    fingerprints.py  hashes of five tokens, and which of them are looked up
    signing.py       MinHash bands that near-copies have in common
    runs.py          the same words in a row, in two outlines
    edited.py        sentences that were lightly edited or reworded
    align.py         both together: the parts that two outlines share
    shared.py        parts joined to passages, told apart from shared quotations
    carriers.py      who published a report and whom it credits; who had it first
    relations.py     what one report is to another: copy, update, cut ...
    kinds.py         what a shared passage is: credited, uncredited, common source, boilerplate
    compare.py       all of it for two reports
"""
