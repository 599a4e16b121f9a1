-- Corrections by a person: a ledger beside what is drawn, and what became of each of them.

-- One decision a row, with everything in `record`, as verbale.model.Correction defines it; `n` is the order
-- in which this record learned of it. An undo is a row of its own. `lineage` is that of the report it speaks
-- of, under which this record knows the report now, NULL where it is of none; `hashed` as in tombstones.
CREATE TABLE corrections (
    n       INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    lineage TEXT,
    hashed  TEXT,
    record  TEXT NOT NULL,
    kind    TEXT GENERATED ALWAYS AS (json_extract(record, '$.anchor.kind')) VIRTUAL,
    subject TEXT GENERATED ALWAYS AS (json_extract(record, '$.anchor.subject')) VIRTUAL
) STRICT;
CREATE INDEX corrections_lineage ON corrections (lineage);
CREATE INDEX corrections_kind ON corrections (kind, subject);

-- What came of the decisions that count when their report was last drawn: drawn itself, and replaced each
-- time. `row` is that of the entry, kept while a rejected entry is out of sight.
CREATE TABLE outcomes (
    correction TEXT PRIMARY KEY REFERENCES corrections (id),
    report     INTEGER NOT NULL REFERENCES reports (id),
    kind       TEXT NOT NULL,
    row        INTEGER,
    state      TEXT NOT NULL CHECK (state IN ('applied', 'agrees', 'orphaned', 'overruled')),
    reason     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX outcomes_report ON outcomes (report);
CREATE INDEX outcomes_entry ON outcomes (kind, row);

-- Which decision changed an entry, where it was a person and no reading.
ALTER TABLE history ADD COLUMN correction TEXT;
CREATE INDEX history_correction ON history (correction) WHERE correction IS NOT NULL;

-- Whom an actor is taken for across reports (verbale.model.ActorKey as JSON), where a person decided it.
ALTER TABLE actors ADD COLUMN identity TEXT;

-- The ledger only grows. Two exceptions: a report that has a tombstone takes what was said of it along, and
-- a report whose address is learned takes it to its new lineage.
CREATE TRIGGER corrections_are_not_rewritten BEFORE UPDATE OF n, id, record ON corrections
BEGIN
    SELECT RAISE(ABORT, 'corrections are append-only');
END;
CREATE TRIGGER corrections_are_not_deleted BEFORE DELETE ON corrections
WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE tombstones.lineage = OLD.hashed)
BEGIN
    SELECT RAISE(ABORT, 'corrections are append-only');
END;
