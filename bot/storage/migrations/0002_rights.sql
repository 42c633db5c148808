-- Retention that doubts its clock, a history that outlives its tickets, sealed remarks, and turn numbers
-- that go on after a deletion.

-- Remarks hold what caseworkers type. What an older version wrote stays in "detail": single words only.
ALTER TABLE ticket_event ADD COLUMN sealed TEXT NOT NULL DEFAULT '';

-- Emptying a remark is the one change that an event may see: the citizen wants to be forgotten.
DROP TRIGGER ticket_event_unchanged;
CREATE TRIGGER ticket_event_unchanged BEFORE UPDATE ON ticket_event
WHEN NEW.sealed <> '' OR (NEW.id, NEW.ticket, NEW.at, NEW.who, NEW.what, NEW.detail)
    IS NOT (OLD.id, OLD.ticket, OLD.at, OLD.who, OLD.what, OLD.detail)
BEGIN
    SELECT RAISE (ABORT, 'ticket events are never changed');
END;

-- Events of tickets that are gone: who did what and when, without remarks.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL
) STRICT;
CREATE INDEX audit_ticket ON audit (ticket, id);
CREATE INDEX audit_at ON audit (at);

-- What the program remembers of its clock, in one row; empty where there is nothing. See core/retention.
CREATE TABLE clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    believed_at TEXT NOT NULL,
    doubted_from TEXT NOT NULL,
    doubted_at TEXT NOT NULL,
    excused_until TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE (ABORT, 'the audit is never changed');
END;
CREATE TRIGGER audit_not_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN
    SELECT RAISE (ABORT, 'the audit is never changed');
END;
-- Twelve months by the clock that was believed last; a day less, so that no rounding is in the way.
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
WHEN OLD.at >= coalesce((SELECT strftime('%Y-%m-%d', believed_at, '-364 days') FROM clock), '')
BEGIN
    SELECT RAISE (ABORT, 'the audit is kept for twelve months');
END;

-- The number of the chat's last turn before it was forgotten: a button from before must not fit later.
ALTER TABLE deletion_log ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
CREATE INDEX deletion_log_chat ON deletion_log (chat);

-- After a restore: the number with which the turns of chats begin of which nothing is known. One row.
CREATE TABLE turns_from (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    turn INTEGER NOT NULL
) STRICT;
