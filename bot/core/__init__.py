"""The pure core: it decides and does nothing else.

Glossary (German in content, English in code):

==================  ================================================================
Anliegen/Nachricht  ticket: a citizen's wish that a human must act on
Nummer              code: six characters by which the citizen knows the ticket
Rückruf             phone_call (kind of ticket)
Terminwunsch        reschedule (kind of ticket)
verpasster Termin   missed_appointment (kind of ticket)
Knopf               choice: a button, with a typed twin
Thema, Eintrag      entry: one topic of the knowledge base; Themenbereich: topic
Formulierung        phrasing: a way in which people ask for an entry
Probefrage          sample: a question that must find its entry
Rückfrage           asking back: "Meinten Sie ...?"
vergeblich gefragt  asked in vain: not found, not meant, or not helpful
Übernahme           claim; Frist der Übernahme: lease
geprüft, signiert   approved
==================  ================================================================
"""
