"""Migrations: whole or not at all, with a copy before, and without losing children."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import signal
import sqlite3
from dataclasses import fields

import pytest

from bot.core.tickets import Kind, State, Ticket
from bot.errors import DatabaseNewer, DatabaseUnusable
from bot.storage.migrate import MIGRATIONS, look, migrate, statements
from tests.builders import NOW, a_ticket, a_ticket_event, a_turn, an_incoming, an_opening
from tests.storage.conftest import other_process
from tests.storage.test_sqlite_files import filled

NEXT = max(int(file.name[:4]) for file in MIGRATIONS.glob("*.sql")) + 1
MANY = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000)"
HALF_DONE = f"""
CREATE TABLE later (text TEXT);
INSERT INTO later {MANY} SELECT hex(randomblob(200)) FROM n;
UPDATE ticket SET office = 'lost';
"""


def rebuilt() -> str:
    """A migration that rebuilds the parent of ``ticket_event``, as SQLite wants it done."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        for migration in sorted(MIGRATIONS.glob("*.sql")):
            for statement in statements(migration.read_text()):
                connection.execute(statement)
        (table,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'ticket'").fetchone()
    return f"""
    DROP VIEW idle_chat;
    DROP TRIGGER ticket_kept;
    DROP TRIGGER ticket_event_kept;
    {table.replace("CREATE TABLE ticket", "CREATE TABLE ticket_new")};
    INSERT INTO ticket_new SELECT * FROM ticket;
    DROP TABLE ticket;
    ALTER TABLE ticket_new RENAME TO ticket;
    """


@pytest.fixture
async def old(sqlite):
    """A database of today with one ticket, closed: old once there is a next migration."""
    await filled(sqlite)
    return sqlite


@pytest.fixture
def folder(tmp_path):
    """The migrations, to be added to."""
    return shutil.copytree(MIGRATIONS, tmp_path / "migrations")


def test_a_statement_ends_where_sqlite_says_so():
    script = (
        "-- a; b\nCREATE TABLE a (x);\nCREATE TRIGGER t AFTER INSERT ON a\nBEGIN\n  SELECT 1;\nEND;\nSELECT 2"
    )
    assert [statement.split()[-1] for statement in statements(script)] == ["(x);", "END;", "2"]


def test_every_field_of_a_ticket_has_its_column(tmp_path):
    (tmp_path / "a.db").touch()
    migrate(tmp_path / "a.db")
    with contextlib.closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(ticket)")}
    assert {field.name for field in fields(Ticket)} <= columns


async def test_a_migration_keeps_the_children_of_a_rebuilt_table(old, folder):
    (folder / f"{NEXT:04}_rebuild.sql").write_text(rebuilt())
    store = await old.open(folder)
    assert await store.ticket("K7M3PQ") == a_ticket()
    assert list(await store.events("K7M3PQ")) == [a_ticket_event()]
    await store.close()


async def test_before_a_migration_a_copy_is_made_that_the_older_program_can_use(old, folder):
    (folder / f"{NEXT:04}_more.sql").write_text("UPDATE ticket SET office = 'ahaus';")
    store = await old.open(folder)
    assert (await store.ticket("K7M3PQ")).office == "ahaus"
    await store.close()
    with pytest.raises(DatabaseNewer):
        await old.open()
    copy = old.path.with_name(f"bot.db.before-{NEXT:04}")
    assert oct(copy.stat().st_mode)[-3:] == "600"
    copy.replace(old.path)
    assert await (await old.open()).ticket("K7M3PQ") == a_ticket()


async def test_a_new_database_is_not_copied(old):
    assert not list(old.folder.glob("*.before-*"))


@pytest.mark.parametrize(
    "end",
    [
        "INSERT INTO nowhere VALUES (1);",
        "INSERT INTO ticket_event (ticket, at, who, what, detail) VALUES ('NEVER', '', '', '', '');",
    ],
    ids=["wrong", "orphan"],
)
async def test_a_migration_that_fails_leaves_the_old_state(old, folder, end):
    (folder / f"{NEXT:04}_bad.sql").write_text(HALF_DONE + end)
    with pytest.raises(DatabaseUnusable):
        await old.open(folder)
    assert await (await old.open()).ticket("K7M3PQ") == a_ticket()


async def test_a_migration_killed_in_the_middle_leaves_the_old_state_and_works_the_next_time(old, folder):
    file = folder / f"{NEXT:04}_deadly.sql"
    file.write_text(HALF_DONE + "SELECT die();")
    died = await other_process("migrate", old.path, old.secrets, folder)
    assert await died.wait() == -signal.SIGKILL
    store = await old.open()
    assert await store.ticket("K7M3PQ") == a_ticket()
    await store.close()
    file.write_text(HALF_DONE)
    store = await old.open(folder)
    assert (await store.ticket("K7M3PQ")).office == "lost"
    await store.close()


async def test_a_first_migration_killed_in_the_middle_starts_over(sqlite, folder):
    sqlite.folder.mkdir()
    sqlite.path.touch()
    script = (MIGRATIONS / "0001_begin.sql").read_text()
    (folder / "0001_begin.sql").write_text(script + "SELECT die();")
    died = await other_process("migrate", sqlite.path, sqlite.secrets, folder)
    assert await died.wait() == -signal.SIGKILL
    assert look(sqlite.path).version == 0
    await sqlite.open()


async def test_processes_that_start_at_once_make_one_database(sqlite):
    """The bot and a command line may meet an empty folder together."""
    starters = await asyncio.gather(
        *(other_process("turns", sqlite.path, sqlite.secrets, prefix, 3) for prefix in "ABCDEF")
    )
    assert [await starter.wait() for starter in starters] == [0] * 6
    store = await sqlite.open()
    for prefix in "ABCDEF":
        assert (await store.ticket(f"{prefix}00003")).name == a_ticket().name


async def test_what_older_versions_left_of_deleted_tickets_goes(sqlite):
    """And what citizens have not deleted stays as it is."""
    store = await sqlite.open()
    openings = (an_opening(), an_opening(code="BBBBBB", wish="mornings", interpreter="uk"))
    await store.save_turn(an_incoming(), a_turn(orders=openings), NOW)
    async with store._database.write() as tx:
        await tx.run(
            "UPDATE ticket SET forgotten = 1, chat = NULL, state = 'withdrawn', wish = '2026-11-26',"
            " interpreter = 'uk', call_safe = 0, urgent = 1, appointment_at = due_at, language = 'uk',"
            " name = '', phone = '' WHERE code = 'K7M3PQ'"
        )
        await tx.run((MIGRATIONS / "0006_forgotten.sql").read_text())
    ticket = await store.ticket("K7M3PQ")
    left = Ticket("K7M3PQ", Kind.PHONE_CALL, "borken", NOW, NOW, State.WITHDRAWN, forgotten=True)
    assert ticket == left
    assert await store.ticket("BBBBBB") == a_ticket("BBBBBB", wish="mornings", interpreter="uk")
