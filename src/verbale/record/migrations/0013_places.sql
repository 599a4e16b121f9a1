-- The same bytes from another place are looked for whenever a report comes in (verbale.record.places).
CREATE INDEX versions_sha256 ON versions (sha256);

-- The other places that gave a report which was forgotten, hashed as in tombstones: they would bring it back.
CREATE TABLE forgotten_places (
    place TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
