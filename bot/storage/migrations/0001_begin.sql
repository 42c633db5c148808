-- The first tables. Times are texts in UTC of one fixed width, so they sort; "sealed" fields are
-- encrypted and bound to their row, and empty where there is nothing (any more).

PRAGMA application_id = 1245921865;

CREATE TABLE data_key (
    name TEXT PRIMARY KEY,      -- the table whose fields it seals; "index" marks the index key
    wrapped TEXT NOT NULL,      -- by the master key
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE chat (
    key TEXT PRIMARY KEY,       -- blind index of channel and address
    channel TEXT NOT NULL,
    address TEXT NOT NULL       -- sealed; empty when nobody needs to write there any more
) STRICT;

CREATE TABLE session (
    chat TEXT PRIMARY KEY REFERENCES chat (key),
    content TEXT NOT NULL,      -- sealed
    turned_at TEXT NOT NULL,    -- when the last turn was saved
    reduced INTEGER NOT NULL DEFAULT 0 CHECK (reduced IN (0, 1))
) STRICT;

CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event TEXT NOT NULL UNIQUE, -- blind index of the event's id
    chat TEXT REFERENCES chat (key),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'refused', 'aside')),
    at TEXT NOT NULL,
    changed_at TEXT NOT NULL,   -- when it was stored or, later, finished
    payload TEXT NOT NULL,      -- sealed, with the event's id; empty unless waiting
    kind TEXT NOT NULL DEFAULT '',   -- of an event set aside
    error TEXT NOT NULL DEFAULT '',  -- class of the error that it caused
    CHECK (state = 'waiting' OR payload = '')
) STRICT;
CREATE INDEX inbox_waiting ON inbox (id) WHERE state = 'waiting';
CREATE INDEX inbox_waiting_of_chat ON inbox (chat, id) WHERE state = 'waiting';
CREATE INDEX inbox_chat ON inbox (chat);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat TEXT NOT NULL REFERENCES chat (key),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'parked')),
    say TEXT NOT NULL,          -- sealed; empty unless waiting
    locale TEXT NOT NULL,
    tag TEXT NOT NULL,
    replaces TEXT NOT NULL,
    stored_at TEXT NOT NULL,
    not_before TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    reference TEXT NOT NULL DEFAULT '',  -- the channel's own name of the sent message
    reason TEXT NOT NULL DEFAULT '',     -- why it was parked, one word
    done_at TEXT,
    CHECK (state = 'waiting' OR say = '')
) STRICT;
CREATE INDEX outbox_waiting ON outbox (id) WHERE state = 'waiting';
CREATE INDEX outbox_waiting_of_chat ON outbox (chat, id) WHERE state = 'waiting';
CREATE INDEX outbox_tag ON outbox (chat, tag, id);

CREATE TABLE timer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice: it makes the event's id
    chat TEXT NOT NULL REFERENCES chat (key),
    ticket TEXT NOT NULL,       -- code, or empty
    name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX timer_at ON timer (at);
CREATE INDEX timer_chat ON timer (chat, ticket);
CREATE INDEX timer_ticket ON timer (ticket);

CREATE TABLE ticket (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    chat TEXT REFERENCES chat (key),  -- NULL once forgotten
    kind TEXT NOT NULL,
    office TEXT NOT NULL,
    created_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    state TEXT NOT NULL,
    topic TEXT NOT NULL,
    urgent INTEGER NOT NULL,
    wish TEXT NOT NULL,
    appointment_at TEXT,
    reason TEXT NOT NULL,       -- sealed
    name TEXT NOT NULL,         -- sealed
    phone TEXT NOT NULL,        -- sealed
    phone_own INTEGER NOT NULL,
    call_safe INTEGER NOT NULL,
    text TEXT NOT NULL,         -- sealed
    language TEXT NOT NULL,
    interpreter TEXT NOT NULL,
    not_before TEXT,
    attempts INTEGER NOT NULL,
    taken_by TEXT NOT NULL,
    lease_until TEXT,
    read_told INTEGER NOT NULL,
    outcome TEXT,
    forgotten INTEGER NOT NULL,
    version INTEGER NOT NULL,
    settled_at TEXT,            -- when it became done or withdrawn
    retired INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX ticket_chat ON ticket (chat);
CREATE INDEX ticket_queue ON ticket (state, due_at);

CREATE TABLE ticket_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket TEXT NOT NULL REFERENCES ticket (code) ON DELETE CASCADE,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX ticket_event_ticket ON ticket_event (ticket, id);

-- Only retention deletes a ticket, after it has marked it; its events go with it and never otherwise.
CREATE TRIGGER ticket_kept BEFORE DELETE ON ticket WHEN OLD.retired = 0
BEGIN
    SELECT RAISE (ABORT, 'only retention deletes tickets');
END;
CREATE TRIGGER ticket_event_kept BEFORE DELETE ON ticket_event
WHEN EXISTS (SELECT 1 FROM ticket WHERE code = OLD.ticket AND retired = 0)
BEGIN
    SELECT RAISE (ABORT, 'ticket events are kept');
END;
CREATE TRIGGER ticket_event_unchanged BEFORE UPDATE ON ticket_event
BEGIN
    SELECT RAISE (ABORT, 'ticket events are never changed');
END;
-- REPLACE deletes without asking the trigger for deletions.
CREATE TRIGGER ticket_event_not_replaced BEFORE INSERT ON ticket_event
WHEN EXISTS (SELECT 1 FROM ticket_event WHERE id = NEW.id)
BEGIN
    SELECT RAISE (ABORT, 'ticket events are never changed');
END;

-- Chats to which nobody will have to write: no session in use, no ticket, nothing under way.
CREATE VIEW idle_chat AS
SELECT key FROM chat
WHERE NOT EXISTS (SELECT 1 FROM session WHERE session.chat = chat.key AND reduced = 0)
    AND NOT EXISTS (SELECT 1 FROM ticket WHERE ticket.chat = chat.key)
    AND NOT EXISTS (SELECT 1 FROM timer WHERE timer.chat = chat.key)
    AND NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.chat = chat.key AND state = 'waiting')
    AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.chat = chat.key AND state = 'waiting');

CREATE TABLE deletion_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat TEXT NOT NULL,         -- blind index: lets a restored backup forget again
    at TEXT NOT NULL,
    tickets INTEGER NOT NULL,
    timers INTEGER NOT NULL,
    messages INTEGER NOT NULL,  -- unsent ones
    events INTEGER NOT NULL     -- that waited
) STRICT;
