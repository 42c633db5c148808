-- What leads ordered the running bot to do: be silent ("stop"), or say something first ("banner").

CREATE TABLE standing_order (
    number INTEGER PRIMARY KEY AUTOINCREMENT, -- chats remember which they were told: none comes twice
    kind TEXT NOT NULL CHECK (kind IN ('stop', 'banner')),
    text TEXT NOT NULL,     -- sealed: why, or what is said
    offices TEXT NOT NULL,  -- ids with a blank between them, empty for all
    first_day TEXT,         -- of a banner, in Borken
    last_day TEXT,
    given_at TEXT NOT NULL,
    given_by TEXT NOT NULL,
    ended_at TEXT,
    ended_by TEXT
) STRICT;
CREATE UNIQUE INDEX one_stop ON standing_order (kind) WHERE kind = 'stop' AND ended_at IS NULL;
