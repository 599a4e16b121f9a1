-- Verbale's record, schema 1. Works with SQLite 3.37 and later (strict tables, JSON, FTS5).
--
-- What is kept as it came:   reports, versions, texts, readings
-- What is drawn from it:     statements, actors, acts, positions  (of the current version only)
-- How that came to be:       history (append-only)
-- What was not read:         skips; what was removed on request: tombstones
-- How to ask again politely: fetches
--
-- Every drawn row keeps its whole value as JSON in `record`, as verbale.model defines it; columns that
-- repeat a part of it are generated, so that a fact stands in one place. The other columns are what the
-- JSON cannot say alone: the words at its places, and the days that it covers.
-- Days are the first and last day that an EDTF date may mean; both NULL while its year is open.

-- Facts about this file: which rule the full-text index follows, lexicon extensions, unfinished purges.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A report is a lineage: canonical URL, else the user's key, else the path. Its other columns follow
-- the current version. AUTOINCREMENT here and below: a public id is never given twice.
CREATE TABLE reports (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    lineage   TEXT NOT NULL UNIQUE,
    current   INTEGER NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    handle    TEXT NOT NULL,
    origin    TEXT NOT NULL,
    record    TEXT NOT NULL,
    first_day TEXT,
    last_day  TEXT,
    outlet    TEXT GENERATED ALWAYS AS (json_extract(record, '$.outlet')) VIRTUAL,
    language  TEXT GENERATED ALWAYS AS (json_extract(record, '$.language')) VIRTUAL
) STRICT;
CREATE INDEX reports_handle ON reports (handle);
CREATE INDEX reports_origin ON reports (origin);
CREATE INDEX reports_day ON reports (first_day);

-- The bytes of a report each time they differed. `data` is zlib-compressed, `size` what it unpacks to.
-- `annotation` (zlib-compressed JSON, the text left out) is what the drawn rows are rebuilt from.
CREATE TABLE versions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    report      INTEGER NOT NULL REFERENCES reports (id),
    sha256      TEXT NOT NULL,
    origin      TEXT NOT NULL,
    media       TEXT NOT NULL,
    charset     TEXT,
    given       TEXT NOT NULL,
    size        INTEGER NOT NULL,
    data        BLOB NOT NULL,
    code        TEXT NOT NULL,
    annotation  BLOB NOT NULL,
    read_at     TEXT NOT NULL,
    drawn_at    TEXT NOT NULL,
    UNIQUE (report, sha256)
) STRICT;

-- What each place (path, URL, "#N" in a feed) gave when it was last read. `fingerprint` hashes all that
-- the annotation depended on, so that an unchanged input is known at a glance.
CREATE TABLE readings (
    origin      TEXT PRIMARY KEY,
    version     INTEGER NOT NULL REFERENCES versions (id),
    fingerprint BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX readings_fingerprint ON readings (fingerprint);
CREATE INDEX readings_version ON readings (version);

-- The text that all offsets of a version count in, in characters (Unicode code points).
CREATE TABLE texts (
    version INTEGER PRIMARY KEY REFERENCES versions (id),
    text    TEXT NOT NULL
) STRICT;

-- `who` is the speaker and the office, folded and between spaces, for filters by whole words.
-- `date` is the day said, else the day published; `dated_by` tells which. `place` orders within the text.
CREATE TABLE statements (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    report        INTEGER NOT NULL REFERENCES reports (id),
    record        TEXT NOT NULL,
    source_words  TEXT NOT NULL,
    cue_words     TEXT NOT NULL,
    content_words TEXT NOT NULL,
    who           TEXT NOT NULL,
    date          TEXT,
    dated_by      TEXT CHECK (dated_by IN ('said', 'published')),
    first_day     TEXT,
    last_day      TEXT,
    place         INTEGER NOT NULL,
    n             INTEGER GENERATED ALWAYS AS (json_extract(record, '$.id')) VIRTUAL,
    speaker       TEXT GENERATED ALWAYS AS (json_extract(record, '$.speaker')) VIRTUAL,
    country       TEXT GENERATED ALWAYS AS (json_extract(record, '$.country')) VIRTUAL,
    type          TEXT GENERATED ALWAYS AS (json_extract(record, '$.type')) VIRTUAL,
    speech        INTEGER GENERATED ALWAYS AS (json_extract(record, '$.speech')) VIRTUAL,
    background    INTEGER GENERATED ALWAYS AS (json_extract(record, '$.background')) VIRTUAL
) STRICT;
CREATE INDEX statements_report ON statements (report, n);
CREATE INDEX statements_country ON statements (country, first_day);
CREATE INDEX statements_speaker ON statements (speaker);
CREATE INDEX statements_day ON statements (first_day);

-- An actor of one report. Who is the same person across reports is decided elsewhere, and can be undone.
CREATE TABLE actors (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    report  INTEGER NOT NULL REFERENCES reports (id),
    record  TEXT NOT NULL,
    who     TEXT NOT NULL,
    place   INTEGER NOT NULL,
    n       INTEGER GENERATED ALWAYS AS (json_extract(record, '$.id')) VIRTUAL,
    name    TEXT GENERATED ALWAYS AS (json_extract(record, '$.name')) VIRTUAL,
    kind    TEXT GENERATED ALWAYS AS (json_extract(record, '$.kind')) VIRTUAL,
    country TEXT GENERATED ALWAYS AS (json_extract(record, '$.country')) VIRTUAL
) STRICT;
CREATE INDEX actors_report ON actors (report, n);
CREATE INDEX actors_name ON actors (name);
CREATE INDEX actors_country ON actors (country);

CREATE TABLE acts (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    report         INTEGER NOT NULL REFERENCES reports (id),
    record         TEXT NOT NULL,
    evidence_words TEXT NOT NULL,
    date           TEXT,
    dated_by       TEXT CHECK (dated_by IN ('act', 'said', 'published')),
    first_day      TEXT,
    last_day       TEXT,
    place          INTEGER NOT NULL,
    n              INTEGER GENERATED ALWAYS AS (json_extract(record, '$.id')) VIRTUAL,
    type           TEXT GENERATED ALWAYS AS (json_extract(record, '$.type')) VIRTUAL
) STRICT;
CREATE INDEX acts_report ON acts (report, n);
CREATE INDEX acts_type ON acts (type, first_day);

CREATE TABLE positions (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    report         INTEGER NOT NULL REFERENCES reports (id),
    record         TEXT NOT NULL,
    evidence_words TEXT NOT NULL,
    date           TEXT,
    dated_by       TEXT CHECK (dated_by IN ('said', 'published')),
    first_day      TEXT,
    last_day       TEXT,
    place          INTEGER NOT NULL,
    n              INTEGER GENERATED ALWAYS AS (json_extract(record, '$.id')) VIRTUAL,
    party          TEXT GENERATED ALWAYS AS (json_extract(record, '$.party')) VIRTUAL,
    matter         TEXT GENERATED ALWAYS AS (json_extract(record, '$.matter')) VIRTUAL,
    target         TEXT GENERATED ALWAYS AS (json_extract(record, '$.on')) VIRTUAL,
    stance         TEXT GENERATED ALWAYS AS (json_extract(record, '$.stance')) VIRTUAL
) STRICT;
CREATE INDEX positions_report ON positions (report, n);
CREATE INDEX positions_party ON positions (party, matter, first_day);

-- One contentless index for all words: a statement's rowid is its id, a report's is its id negated.
-- Contentless means that deleting a row needs the words it was made from (verbale.record.index).
CREATE VIRTUAL TABLE words USING fts5 (
    headline, body, content, frame,
    content = '',
    tokenize = "unicode61 remove_diacritics 2"
);

-- How every drawn row came to be: JSON before and after, and the code that drew it.
-- `entry` is a public id (r1, s12, a3, e4, p5). 'moved' means the same words at other places.
CREATE TABLE history (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    code    TEXT NOT NULL,
    report  INTEGER NOT NULL,
    version TEXT,
    entry   TEXT NOT NULL,
    what    TEXT NOT NULL CHECK (what IN ('added', 'changed', 'moved', 'removed', 'forgotten')),
    old     TEXT,
    new     TEXT
) STRICT;
CREATE INDEX history_entry ON history (entry);
CREATE INDEX history_report ON history (report);

-- What was forgotten, without a word of it: the hashed lineage keeps it from coming back by itself.
CREATE TABLE tombstones (
    report  INTEGER PRIMARY KEY,
    lineage TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;
CREATE INDEX tombstones_lineage ON tombstones (lineage);

-- History only grows. The one exception is a report that has a tombstone: its words must go.
CREATE TRIGGER history_is_not_rewritten BEFORE UPDATE ON history
BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;
CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE tombstones.report = OLD.report)
BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;

-- The last failed attempt at an input; it goes once the input is read.
CREATE TABLE skips (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    name   TEXT NOT NULL UNIQUE,
    kind   TEXT NOT NULL,
    reason TEXT NOT NULL,
    at     TEXT NOT NULL
) STRICT;

-- What a server said last time, for conditional requests.
CREATE TABLE fetches (
    url           TEXT PRIMARY KEY,
    etag          TEXT,
    last_modified TEXT,
    at            TEXT NOT NULL
) STRICT, WITHOUT ROWID;
