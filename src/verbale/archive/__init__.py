"""Archives: the same reading over millions of reports, on one machine or on many.

::

    options.py    what a person may choose
    units.py      inputs -> units, which are read and resumed in one go
    shards.py     units -> shards, which are written and noted in one go
    batch.py      the batch function: documents -> rows.py; tables.py has their columns
    engines/      who runs it: local.py (a pool of processes), program.py (Daft, on Ray too;
                  driver.py asks, queries.py is the program)
    pool.py       workers that may die; process.py, worker.py, frames.py, memory.py
    parts.py      rows -> Parquet files that appear whole
    ledger.py     which shards are finished; manifest.py, what an archive holds
    job.py        all of it: `verbale.archive.job.archive`

Nothing is imported here: workers begin with what they need and no more.
"""
