"""The desk: everything composed over a record.

::

    options.py      what a person may choose
    extensions.py   lexicon extensions: found, kept with the record, loaded again
    supply.py       sources -> documents not read before, and what to remember of the web
    annotators.py   annotates documents in order, here or in worker processes
    reading.py      the loop: supply -> annotators -> record
    summary.py      what came of it
"""

from verbale.desk.annotators import Annotators, Failure
from verbale.desk.extensions import lexicon_of
from verbale.desk.options import ReadOptions
from verbale.desk.reading import Progress, read
from verbale.desk.summary import ReadSummary, Step

__all__ = [
    "Annotators",
    "Failure",
    "Progress",
    "ReadOptions",
    "ReadSummary",
    "Step",
    "lexicon_of",
    "read",
]
