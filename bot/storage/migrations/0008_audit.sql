-- What staff did: append-only, each row sealed with the seal of the row before.

CREATE TABLE audit_trail (
    number INTEGER PRIMARY KEY, -- 1, 2, 3 ... without a gap
    at TEXT NOT NULL,
    who TEXT NOT NULL,          -- an account's or caseworker's name
    what TEXT NOT NULL,
    subject TEXT NOT NULL,      -- a ticket's code or an account's name
    detail TEXT NOT NULL,       -- words of the program
    seal TEXT NOT NULL          -- HMAC over all this and the seal before
) STRICT;
CREATE INDEX audit_trail_at ON audit_trail (at);

-- The last row once more, by itself: what is cut off at the end would leave no gap.
CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    seal TEXT NOT NULL,
    proof TEXT NOT NULL         -- HMAC over both
) STRICT;

-- What the first row that is left goes on from; rows up to here were deleted for their age.
CREATE TABLE audit_anchor (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    seal TEXT NOT NULL,
    proof TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_trail_unchanged BEFORE UPDATE ON audit_trail
BEGIN
    SELECT RAISE (ABORT, 'the audit is never changed');
END;
CREATE TRIGGER audit_trail_not_replaced BEFORE INSERT ON audit_trail
WHEN EXISTS (SELECT 1 FROM audit_trail WHERE number = NEW.number)
BEGIN
    SELECT RAISE (ABORT, 'the audit is never changed');
END;
CREATE TRIGGER audit_trail_kept BEFORE DELETE ON audit_trail
WHEN OLD.number > coalesce((SELECT number FROM audit_anchor), 0)
BEGIN
    SELECT RAISE (ABORT, 'only retention deletes the audit, behind an anchor');
END;

-- The anchor goes forward only, and over nothing younger than twelve months by the clock that was
-- believed last; a day less, so that no rounding is in the way.
CREATE TRIGGER audit_anchor_forward BEFORE INSERT ON audit_anchor
WHEN NEW.number <= coalesce((SELECT number FROM audit_anchor), 0)
    OR EXISTS (
        SELECT 1 FROM audit_trail WHERE number <= NEW.number
        AND at >= coalesce((SELECT strftime('%Y-%m-%d', believed_at, '-364 days') FROM clock), '')
    )
BEGIN
    SELECT RAISE (ABORT, 'the audit is kept for twelve months');
END;
CREATE TRIGGER audit_anchor_unchanged BEFORE UPDATE ON audit_anchor
BEGIN
    SELECT RAISE (ABORT, 'the anchor is replaced as a whole');
END;
CREATE TRIGGER audit_anchor_kept BEFORE DELETE ON audit_anchor
BEGIN
    SELECT RAISE (ABORT, 'the anchor is kept');
END;
