-- An office must have its own time to look: what was forwarded has waited there only since then.
ALTER TABLE ticket ADD COLUMN forwarded_at TEXT;
-- What was promised stays promised, whatever the office agrees to later.
ALTER TABLE ticket ADD COLUMN promised_until TEXT;
