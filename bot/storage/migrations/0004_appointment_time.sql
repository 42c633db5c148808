-- Some citizens know only the day of their appointment; its time must not look known.
ALTER TABLE ticket ADD COLUMN appointment_time_known INTEGER NOT NULL DEFAULT 1;
