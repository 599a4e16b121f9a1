-- With which others each report is matched (verbale.record.nearest): the few that have most keys in common. It
-- follows from the keys alone; kept so that a report that comes or goes moves only its neighbours.
CREATE TABLE nearest (
    report INTEGER NOT NULL REFERENCES reports (id),
    other  INTEGER NOT NULL REFERENCES reports (id),
    common INTEGER NOT NULL,
    PRIMARY KEY (report, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX nearest_other ON nearest (other);
