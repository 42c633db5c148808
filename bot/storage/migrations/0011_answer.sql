-- Requests of programs that act once, and what was answered; for 24 hours.

CREATE TABLE answer (
    key TEXT PRIMARY KEY,       -- HMAC
    request TEXT NOT NULL,      -- HMAC: the same key may not stand for another request
    content TEXT NOT NULL,      -- nothing personal
    at TEXT NOT NULL
) STRICT;
