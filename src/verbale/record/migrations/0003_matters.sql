-- Matters: what parties deal with, over all reports.
--
-- Drawn from each report:    topics (with the report's other rows, from its current version)
-- Computed over all topics:  matters, matter_keys, links (verbale.matters; the same in any order of reading)
--
-- A bucket is a set of parties, written as their codes in alphabetical order with spaces between.

CREATE TABLE topics (
    report  INTEGER NOT NULL REFERENCES reports (id),
    n       INTEGER NOT NULL,
    bucket  TEXT NOT NULL,
    key     TEXT NOT NULL,
    weight  INTEGER NOT NULL,
    record  TEXT NOT NULL,
    head    TEXT GENERATED ALWAYS AS (json_extract(record, '$.head')) VIRTUAL,
    kind    TEXT GENERATED ALWAYS AS (json_extract(record, '$.kind')) VIRTUAL,
    words   TEXT GENERATED ALWAYS AS (json_extract(record, '$.words')) VIRTUAL,
    place   INTEGER GENERATED ALWAYS AS (json_extract(record, '$.place')) VIRTUAL,
    PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX topics_bucket ON topics (bucket, key);

-- Two names that a report gives to one place, as keys of topics (the smaller one first).
CREATE TABLE same_places (
    report INTEGER NOT NULL REFERENCES reports (id),
    one    TEXT NOT NULL,
    other  TEXT NOT NULL,
    PRIMARY KEY (report, one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX same_places_one ON same_places (one);

-- `words` are the folded name and wordings, each between spaces, for filters by whole words.
CREATE TABLE matters (
    id     TEXT PRIMARY KEY,
    bucket TEXT NOT NULL,
    key    TEXT NOT NULL,
    words  TEXT NOT NULL,
    record TEXT NOT NULL,
    name   TEXT GENERATED ALWAYS AS (json_extract(record, '$.name')) VIRTUAL
) STRICT, WITHOUT ROWID;
CREATE INDEX matters_bucket ON matters (bucket);

-- Which matter each key of a bucket belongs to.
CREATE TABLE matter_keys (
    bucket TEXT NOT NULL,
    key    TEXT NOT NULL,
    matter TEXT NOT NULL,
    PRIMARY KEY (bucket, key)
) STRICT, WITHOUT ROWID;

-- `entry` is the row of a statement ('s'), act ('e') or position ('p').
CREATE TABLE links (
    kind   TEXT NOT NULL CHECK (kind IN ('s', 'e', 'p')),
    entry  INTEGER NOT NULL,
    matter TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    score  REAL NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (kind, entry, matter)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_matter ON links (matter, kind, entry);
CREATE INDEX links_report ON links (report);
