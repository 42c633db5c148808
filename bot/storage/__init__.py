"""The room that remembers: the ports of ``core/ports.py`` over SQLite.

store       opens a database and puts the ports together; start reading here
connection  the writing and the reading connection, transactions
migrate     what a file is, and the numbered ``migrations/`` that bring it up to date
files       addresses and private files; lock: one bot per database
keys        key files; crypto: sealed fields and blind indexes; values: values to JSON and back
inbox, turns, outbox, timers, tickets, upkeep, rights, alerts, questions, wordings: one port each
chats, sessions, ticket_rows, forget: what several ports need
backup      saves a running database, restore puts it back; sealed_file: how a backup is sealed;
            aside: files beside the database, and when they must go
newer_sqlite  to be called before anything imports ``sqlite3``

Nothing is imported here, so that ``newer_sqlite`` can come first.
"""
