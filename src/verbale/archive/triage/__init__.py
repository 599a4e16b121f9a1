"""Triage: what is worth reading closely, told from a look at each document and at all together.

::

    plain.py      bytes -> their text, as cheaply as can be
    gates.py      a document by itself: address, length, language, content, states
    relations.py  is it about dealings between states at all
    marks.py      what copies have in common
    seen.py       has it, or nearly it, been seen
    sift.py       all of it
"""
