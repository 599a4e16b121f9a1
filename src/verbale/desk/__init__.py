"""The desk: everything composed over a record.

::

    options.py      what a person may choose
    extensions.py   lexicon extensions: found, kept with the record, loaded again
    supply.py       sources -> documents not read before, and what to remember of the web
    annotators.py   annotates documents in order, here or in worker processes
    reading.py      the loop: supply -> annotators -> record
    summary.py      what came of it
    annotating.py   the same without a record
    difference.py   what a record has that an earlier one has not
    explaining.py   one report, with every rule's answer
    correcting.py   what a person says of an entry; corrections to and from files
"""

from verbale.desk.annotating import annotate_inputs
from verbale.desk.annotators import Annotators, Failure
from verbale.desk.apart import ReadingApart
from verbale.desk.correcting import export_corrections, import_corrections, read_changes
from verbale.desk.difference import Difference, difference
from verbale.desk.explaining import Explanation, explain_file, explain_stored
from verbale.desk.extensions import lexicon_of
from verbale.desk.options import ReadOptions
from verbale.desk.reading import Progress, read
from verbale.desk.summary import ReadSummary, Skip, Step

__all__ = [
    "Annotators",
    "Difference",
    "Explanation",
    "Failure",
    "Progress",
    "ReadOptions",
    "ReadSummary",
    "ReadingApart",
    "Skip",
    "Step",
    "annotate_inputs",
    "difference",
    "explain_file",
    "explain_stored",
    "export_corrections",
    "import_corrections",
    "lexicon_of",
    "read",
    "read_changes",
]
