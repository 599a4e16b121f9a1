-- How words came to each report, and which tellings are of one utterance (verbale.provenance). An entry is the
-- public id of a statement or act. Joins are decided pair by pair of reports, so the order of reading is no matter.

-- The chain of an entry, as verbale.model.origin defines it.
CREATE TABLE chains (
    entry  TEXT PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (id),
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX chains_report ON chains (report);

-- By which entries that may tell of one utterance are found.
CREATE TABLE telling_keys (
    key    INTEGER NOT NULL,
    entry  TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    PRIMARY KEY (key, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX telling_keys_report ON telling_keys (report);

-- Two entries of one utterance; `copied` says that the text around them is the same.
CREATE TABLE joins (
    one          TEXT NOT NULL,
    other        TEXT NOT NULL,
    one_report   INTEGER NOT NULL REFERENCES reports (id),
    other_report INTEGER NOT NULL REFERENCES reports (id),
    how          TEXT NOT NULL,
    score        REAL NOT NULL,
    copied       INTEGER NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX joins_other ON joins (other);
CREATE INDEX joins_one_report ON joins (one_report);
CREATE INDEX joins_other_report ON joins (other_report);

-- Entries that several reports carry: the utterance is called by the first of its entries. What stands alone is
-- not here. Origins are counted when looked at.
CREATE TABLE utterances (
    entry     TEXT PRIMARY KEY,
    utterance TEXT NOT NULL,
    report    INTEGER NOT NULL REFERENCES reports (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX utterances_utterance ON utterances (utterance);
CREATE INDEX utterances_report ON utterances (report);
