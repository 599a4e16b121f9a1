"""Speed, as ratios of what ran side by side: ``python -m eval.bench``.

::

    rounds.py      runs things in turn and takes medians
    rows.py        a measured ratio, its target, the table
    texts.py       the sample reports and our own gold as documents
    newsroom.py    two thousand generated reports
    annotating.py  annotate against spaCy alone
    reading.py     a folder read twice, its memory, two workers against one
    reader.py      the process that reads, watched by reading.py
    reusing.py     the index of reused words: what it finds, how it grows
    presser.py     the process that indexes, run by reusing.py
    pressroom.py   generated reports with planted passages
    importing.py   import verbale against import spacy
"""
