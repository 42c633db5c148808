-- Deletions of older versions left some of what the citizen had said.
UPDATE ticket
SET due_at = created_at, topic = '', urgent = 0, wish = 'asap', appointment_at = NULL,
    appointment_time_known = 1, phone_own = 0, call_safe = 1, language = 'de', interpreter = '',
    not_before = NULL, forwarded_at = NULL, promised_until = NULL, attempts = 0, lease_until = NULL,
    read_told = 0, outcome = NULL
WHERE forgotten;
