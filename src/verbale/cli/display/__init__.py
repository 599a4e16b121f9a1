"""How results look: on a terminal, in a pipe, as JSON.

::

    terminal.py      where words go, and what hostile text may not do there
    tables.py        rows as a table, as tab-separated lines, as JSON
    wording.py       an entry in the words of one line
    decisions.py     a correction in words      past.py          what changed in an entry
    layout.py        the parts of a page about one entry
    report_page.py   a report, its versions      entry_page.py   everything else
    progress.py      how a reading goes on
"""
