-- What a watch knows between its rounds: how each feed fared, what is new, and to whom it was told.

-- How an input (a feed's address, a folder) fared last. Not to be asked before `not_before`.
CREATE TABLE watched (
    input      TEXT PRIMARY KEY,
    tried      TEXT NOT NULL,
    answered   TEXT,
    failures   INTEGER NOT NULL,
    reason     TEXT,
    not_before TEXT
) STRICT, WITHOUT ROWID;

-- What is followed, since when: what stood in the record before that is no news.
CREATE TABLE watch_follows (
    name TEXT PRIMARY KEY,
    at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- News in the order in which they were found. `record` is as verbale.record.watching.News defines it.
CREATE TABLE news (
    n      INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT;

-- Whose words a piece of news holds: it goes with the first of them that is forgotten.
CREATE TABLE news_reports (
    report INTEGER NOT NULL REFERENCES reports (id),
    n      INTEGER NOT NULL REFERENCES news (n) ON DELETE CASCADE,
    PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX news_reports_n ON news_reports (n);

-- Hashes of all that was ever found, so that nothing is found twice; they follow from words, not from row ids.
CREATE TABLE news_known (
    key TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Up to which piece of news each channel (terminal, atom, a webhook) was told.
CREATE TABLE news_told (
    channel TEXT PRIMARY KEY,
    upto    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
