-- When the bot last had an answer to a fetch, about once a minute: the site says so when that is long ago.
CREATE TABLE fetched (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    at TEXT NOT NULL
) STRICT;

-- Lists of programs are in this order, and go on after a ticket of it.
CREATE INDEX ticket_made ON ticket (created_at, code);
