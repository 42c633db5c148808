-- Which ticket a message is about: caseworkers see on it whether the citizen has got the message.
ALTER TABLE outbox ADD COLUMN ticket TEXT NOT NULL DEFAULT '';  -- code, or empty; blanked at forgetting
CREATE INDEX outbox_ticket ON outbox (ticket, id) WHERE ticket <> '';
