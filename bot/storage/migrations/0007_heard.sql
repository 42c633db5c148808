-- What is remembered of questions, and which wording of an answer was given since when.

-- Counts by day (in Borken), without any chat.
CREATE TABLE day_count (
    day TEXT NOT NULL,
    what TEXT NOT NULL,         -- see core/questions.py
    entry TEXT NOT NULL,
    version TEXT NOT NULL,      -- of the knowledge base in service
    language TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (day, what, entry, version, language)
) STRICT, WITHOUT ROWID;

-- Questions asked in vain and reports of errors; kept for 30 days, then only their counts are left.
CREATE TABLE in_vain (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- editors name it, so it is never used twice
    at TEXT NOT NULL,
    chat TEXT REFERENCES chat (key),       -- NULL: reported by staff
    who TEXT NOT NULL,                     -- that member of staff
    reason TEXT NOT NULL,
    entry TEXT NOT NULL,
    language TEXT NOT NULL,
    version TEXT NOT NULL,
    text TEXT NOT NULL                     -- redacted, then sealed
) STRICT;
CREATE INDEX in_vain_at ON in_vain (at);
CREATE INDEX in_vain_chat ON in_vain (chat);

-- What editors have dismissed, so that it does not come again.
CREATE TABLE dismissed (
    what TEXT PRIMARY KEY,      -- blind index of the question's words, or of the report's id
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    chats INTEGER NOT NULL      -- that had asked it then
) STRICT, WITHOUT ROWID;

-- Each time the knowledge base in service changed.
CREATE TABLE went_live (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- What of it changed. Wordings are public; nothing here is about a person but the name of who has signed.
CREATE TABLE wording (
    entry TEXT NOT NULL,
    live INTEGER NOT NULL REFERENCES went_live (id),
    hash TEXT NOT NULL,         -- of both texts; empty: from then on it was not given any more
    answer TEXT NOT NULL,
    simple TEXT NOT NULL,
    sources TEXT NOT NULL,      -- JSON: [[title, address], ...]
    approved_by TEXT,
    approved_on TEXT,
    PRIMARY KEY (entry, live)
) STRICT, WITHOUT ROWID;
