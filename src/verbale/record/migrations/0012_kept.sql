-- What pages would else count over and over, kept by whoever writes, in the transaction of what it counts.

-- How many reports ('r'), statements ('s'), actors ('a'), acts ('e') and positions ('p') there are by a property
-- (verbale.record.facets); `facet` '' counts all. `matter` '' is the whole record, else what is linked to one.
CREATE TABLE tallies (
    matter TEXT NOT NULL,
    kind   TEXT NOT NULL,
    facet  TEXT NOT NULL,
    value  TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (matter, kind, facet, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX tallies_gone ON tallies (matter) WHERE number = 0;

-- The reports that have entries on a matter, with their days, so that the newest are found without the others.
CREATE TABLE matter_reports (
    matter    TEXT NOT NULL,
    report    INTEGER NOT NULL REFERENCES reports (id),
    first_day TEXT,
    last_day  TEXT,
    PRIMARY KEY (matter, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX matter_reports_report ON matter_reports (report);
CREATE INDEX matter_reports_first ON matter_reports (matter, first_day);
CREATE INDEX matter_reports_last ON matter_reports (matter, last_day);
CREATE INDEX matter_reports_late ON matter_reports (matter, first_day IS NULL, first_day DESC, report DESC);

-- Differs once a report on the matter was drawn, came or went: what was put together for a page of it is old then.
CREATE TABLE matter_marks (
    matter TEXT PRIMARY KEY,
    mark   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whom actors are taken for: by name, kind and country ('' where none is known); `apart` is the lineage of the one
-- report whose actor is nobody else. `reports` are those that have an actor so called.
CREATE TABLE roster (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    country TEXT NOT NULL,
    apart   TEXT NOT NULL,
    reports INTEGER NOT NULL,
    UNIQUE (name, kind, country, apart)
) STRICT;
CREATE INDEX roster_most ON roster (reports DESC, name, kind, country, apart);
CREATE INDEX roster_kind ON roster (kind, reports DESC, name, country, apart);
CREATE INDEX roster_country ON roster (country, reports DESC, name, kind, apart);
CREATE INDEX roster_gone ON roster (id) WHERE reports = 0;
ALTER TABLE actors ADD COLUMN roster INTEGER REFERENCES roster (id);
CREATE INDEX actors_roster ON actors (roster, report);

-- The words of `who`, by which statements (by id) and actors (by id negated) are found. Contentless, as is `words`:
-- a row is deleted by giving its words again, which the row that goes still has.
CREATE VIRTUAL TABLE called USING fts5 (
    who,
    content = '',
    columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER statements_are_called AFTER INSERT ON statements
BEGIN
    INSERT INTO called (rowid, who) VALUES (NEW.id, NEW.who);
END;
CREATE TRIGGER statements_are_not_called AFTER DELETE ON statements
BEGIN
    INSERT INTO called (called, rowid, who) VALUES ('delete', OLD.id, OLD.who);
END;
CREATE TRIGGER actors_are_called AFTER INSERT ON actors
BEGIN
    INSERT INTO called (rowid, who) VALUES (-NEW.id, NEW.who);
END;
CREATE TRIGGER actors_are_not_called AFTER DELETE ON actors
BEGIN
    INSERT INTO called (called, rowid, who) VALUES ('delete', -OLD.id, OLD.who);
END;
INSERT INTO called (rowid, who) SELECT id, who FROM statements;
INSERT INTO called (rowid, who) SELECT -id, who FROM actors;
