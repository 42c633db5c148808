-- What staff were told by mail, and when somebody last looked at an office's queue.

CREATE TABLE notified (
    key TEXT PRIMARY KEY,       -- kind, ticket's code or office, recipient's part; no address
    at TEXT NOT NULL            -- when the mail server took the mail
) STRICT, WITHOUT ROWID;

CREATE TABLE seen (
    office TEXT PRIMARY KEY,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
