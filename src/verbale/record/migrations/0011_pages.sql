-- What pages list and count is found by these, however much there is. Both ways by day: what has none is last.
CREATE INDEX statements_early ON statements (first_day IS NULL, first_day, last_day);
CREATE INDEX statements_late ON statements (first_day IS NULL, first_day DESC, last_day DESC);
CREATE INDEX acts_early ON acts (first_day IS NULL, first_day, last_day);
CREATE INDEX acts_late ON acts (first_day IS NULL, first_day DESC, last_day DESC);
CREATE INDEX positions_early ON positions (first_day IS NULL, first_day, last_day);
CREATE INDEX positions_late ON positions (first_day IS NULL, first_day DESC, last_day DESC);
CREATE INDEX reports_early ON reports (first_day IS NULL, first_day);
CREATE INDEX reports_late ON reports (first_day IS NULL, first_day DESC, last_day DESC);

-- By what entries divide.
CREATE INDEX statements_type ON statements (type);
CREATE INDEX positions_target ON positions (target);
CREATE INDEX positions_stance ON positions (stance);
CREATE INDEX reports_outlet ON reports (outlet);
CREATE INDEX reports_language ON reports (language);

-- Whom an actor is taken for: the country that others of the name and kind have.
CREATE INDEX actors_called ON actors (name, kind, country);

-- The reports on a matter.
CREATE INDEX links_of ON links (matter, report);
