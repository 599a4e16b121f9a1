-- How reports speak of each thing, summed up, so that a report is added without reading the others again.
-- All of it follows from topics, and goes up and down with them (verbale.record.topics).

-- `news` are the reports whose weight is not 0, `central` those that make very much of it.
CREATE TABLE topic_counts (
    bucket    TEXT NOT NULL,
    key       TEXT NOT NULL,
    words     TEXT NOT NULL,
    kind      TEXT NOT NULL,
    place     INTEGER NOT NULL,
    reports   INTEGER NOT NULL,
    news      INTEGER NOT NULL,
    weight    INTEGER NOT NULL,
    central   INTEGER NOT NULL,
    headlines INTEGER NOT NULL,
    disputed  INTEGER NOT NULL,
    PRIMARY KEY (bucket, key, words, kind, place)
) STRICT, WITHOUT ROWID;

-- Records of earlier versions get all of this when their reports are drawn anew: verbale rebuild.
DELETE FROM topics;
DELETE FROM same_places;
DELETE FROM matters;
DELETE FROM matter_keys;
DELETE FROM links;
