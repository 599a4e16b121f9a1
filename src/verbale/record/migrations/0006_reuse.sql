-- What words stand elsewhere too: an index of the current versions, from which passages and copies are
-- computed when looked at (verbale.provenance). It follows from the texts alone, so it is the same in any order.

-- The body of a report as tokens (verbale.provenance.outline), zlib-compressed.
CREATE TABLE outlines (
    report INTEGER PRIMARY KEY REFERENCES reports (id),
    packed BLOB NOT NULL
) STRICT;

-- Hashes of five tokens in a row, some two of five.
CREATE TABLE fingerprints (
    hash   INTEGER NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    PRIMARY KEY (hash, report)
) STRICT, WITHOUT ROWID;

-- Bands of the MinHash signature: near-copies have one in common, however many there are.
CREATE TABLE signatures (
    band   INTEGER NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    PRIMARY KEY (band, report)
) STRICT, WITHOUT ROWID;
