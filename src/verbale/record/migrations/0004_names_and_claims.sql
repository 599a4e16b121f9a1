-- Rival names and rival claims, drawn from each report with its other rows; what they amount to is computed
-- when looked at (verbale.matters.names, verbale.matters.claims). Neither table judges anything.

-- `key` is that of the place, as in topics.
CREATE TABLE name_uses (
    report INTEGER NOT NULL REFERENCES reports (id),
    n      INTEGER NOT NULL,
    key    TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_uses_key ON name_uses (key);

-- `statement` is a row of statements, `words` are the telling ones of what it says.
CREATE TABLE claims (
    report    INTEGER NOT NULL REFERENCES reports (id),
    n         INTEGER NOT NULL,
    statement INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    record    TEXT NOT NULL,
    words     TEXT NOT NULL,
    PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_statement ON claims (statement);

-- Which key gave a matter its id; the keys of a matter may lie in several buckets once a person merged it.
-- Both tables are computed anew from topics, whenever a report is drawn.
DROP TABLE matter_keys;
CREATE TABLE matter_keys (
    bucket TEXT NOT NULL,
    key    TEXT NOT NULL,
    matter TEXT NOT NULL,
    core   TEXT NOT NULL,
    PRIMARY KEY (bucket, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX matter_keys_matter ON matter_keys (matter);
DELETE FROM matters;
DELETE FROM links;
