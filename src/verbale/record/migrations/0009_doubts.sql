-- What a person is asked to look at (verbale.record.doubts) is found by these, however much else there is.

-- Statements by rules that are often wrong. The bound is written in the query, too: SQLite compares the words.
CREATE INDEX statements_unsure ON statements (id) WHERE json_extract(record, '$.score') < 0.85;

-- Positions that the other side tells of.
CREATE INDEX positions_reported ON positions (id) WHERE instr(json_extract(record, '$.rule'), 'by-other') > 0;
