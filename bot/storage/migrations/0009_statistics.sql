-- What statistics know of tickets when these are long deleted: counts, without code, chat or name.

-- Tickets that citizens made, by day (in Borken).
CREATE TABLE wish_count (
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    office TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (day, kind, office)
) STRICT, WITHOUT ROWID;

-- How long tickets of a day waited for the first reaction, in minutes rounded to quarters of an hour.
CREATE TABLE wait_count (
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    office TEXT NOT NULL,       -- that reacted
    waited INTEGER NOT NULL,
    worked INTEGER NOT NULL,    -- the part of it that was working time
    n INTEGER NOT NULL,
    PRIMARY KEY (day, kind, office, waited, worked)
) STRICT, WITHOUT ROWID;

-- The tickets that are there; in summer those of the last hour of a day count for the day before.
INSERT INTO wish_count SELECT date(created_at, '+1 hour'), kind, office, count(*) FROM ticket GROUP BY 1, 2, 3;
