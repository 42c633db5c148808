"""Backups can be restored, hold all that was acknowledged, and bring nothing back that was deleted."""

from __future__ import annotations

import io
import os
import shutil
from base64 import b64encode, urlsafe_b64decode
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as some

from bot.core import moves
from bot.core.audit import Act
from bot.core.talk import Later, Session
from bot.core.tickets import Outcome, State
from bot.errors import (
    AlreadyRunning,
    BackupRefused,
    BackupThere,
    BackupUnusable,
    DatabaseForeign,
    DatabaseNewer,
    KeysMissing,
    KeysWrong,
    NoDatabase,
    UnknownTicket,
    Unreadable,
)
from bot.storage.aside import default_backup, drop_outdated_backups
from bot.storage.backup import make_backup
from bot.storage.crypto import wrapped
from bot.storage.keys import make_keys, read_keys
from bot.storage.migrate import MIGRATIONS, migrate
from bot.storage.restore import restore, turns_until
from bot.storage.sealed_file import MARK, OLDER_MARK, PIECE, Damaged, NotSealed, seal, unseal
from bot.storage.store import with_data_keys
from bot.storage.values import text_of
from tests.builders import (
    NOW,
    a_chat,
    a_received,
    a_say,
    a_session,
    a_ticket,
    a_ticket_event,
    a_turn,
    an_incoming,
    an_opening,
)
from tests.storage.conftest import Sqlite, other_process
from tests.storage.test_sqlite_files import a_folder, another_programs, bytes_of, newer, rights, sql
from tests.storage.turns import HERE, THERE, forget


@pytest.fixture
def file(tmp_path):
    return tmp_path / "elsewhere" / "one.bak"


async def open_ticket(store, code="K7M3PQ", chat=HERE, now=NOW, **fields):
    opening = an_opening(code=code, **fields)
    await store.save_turn(an_incoming(chat=chat), a_turn(orders=(opening,)), now)


def back_up(sqlite, file, now=NOW):
    return make_backup(sqlite.path, sqlite.secrets, file, now)


async def restored(sqlite, file, now=NOW):
    return await restore(sqlite.path, sqlite.secrets, file, now)


async def in_backup(sqlite, file, *codes):
    """A closed database with these tickets, and a backup of it."""
    store = await sqlite.open()
    for code in codes:
        await open_ticket(store, code)
    await store.close()
    back_up(sqlite, file)


# Making one


@pytest.mark.parametrize("after", [1, 3, 9, 27, 60])
async def test_a_backup_made_while_others_write_holds_all_that_was_acknowledged_before(
    sqlite, file, clock, tmp_path, after
):
    process = await other_process("turns", sqlite.path, sqlite.secrets, "A", 0)
    acknowledged = 0
    while acknowledged < after:
        acknowledged = int(await process.stdout.readline())
    made = back_up(sqlite, file)
    process.kill()
    last = [acknowledged, *map(int, (await process.stdout.read()).split())][-1]
    await process.wait()
    host = Sqlite(tmp_path / "another host", clock)
    shutil.copytree(sqlite.secrets, host.secrets)
    try:
        done = await restored(host, file)
        store = await host.open()
        assert acknowledged <= made.tickets == done.tickets <= last + 1
        # Exactly a beginning of what was written: none is missing, none half there.
        for number in range(1, made.tickets + 1):
            assert (await store.ticket(f"A{number:05}")).name == a_ticket().name
        with pytest.raises(UnknownTicket):
            await store.ticket(f"A{made.tickets + 1:05}")
        assert (await store.session(a_chat("A"))).turn == turns_until(NOW)
    finally:
        await host.close()


async def test_a_backup_is_for_its_owner_only_and_leaves_nothing_else_behind(sqlite, file):
    await in_backup(sqlite, file, "K7M3PQ")
    before = set(bytes_of(sqlite.folder))
    old = os.umask(0)
    try:
        made = back_up(sqlite, sqlite.folder / "backups" / "two.bak")
    finally:
        os.umask(old)
    assert rights(made.file) == "0o600"
    assert rights(made.file.parent) == "0o700"
    assert made.size == made.file.stat().st_size
    assert set(bytes_of(sqlite.folder)) - before == {made.file}
    assert list(file.parent.iterdir()) == [file]


async def test_nothing_can_be_read_in_a_backup(sqlite, file):
    """Neither codes nor towns nor states, not even the sealed fields as they stand in the database."""
    store = await sqlite.open()
    await open_ticket(store, office="canary-town")
    content = b"".join(bytes_of(sqlite.folder).values())
    back_up(sqlite, file)
    sealed = file.read_bytes()
    for readable in (b"canary-town", b"K7M3PQ", b"SQLite format", b"gAAAAA"):
        assert readable in content
        assert readable not in sealed.removeprefix(MARK).split(b"\n", 1)[1]


async def test_without_a_database_there_is_nothing_to_back_up(sqlite, file):
    with pytest.raises(NoDatabase):
        back_up(sqlite, file)
    assert not file.parent.exists()


async def test_a_backup_takes_no_other_files_place(sqlite, file):
    await in_backup(sqlite, file, "K7M3PQ")
    before = file.read_bytes()
    with pytest.raises(BackupThere):
        back_up(sqlite, file)
    assert file.read_bytes() == before


async def test_a_place_that_cannot_be_written_is_named(sqlite, file):
    await in_backup(sqlite, file, "K7M3PQ")
    with pytest.raises(BackupRefused, match=r"one\.bak/two"):
        back_up(sqlite, file / "two.bak")


async def test_what_is_not_whole_is_not_called_a_backup(sqlite, file, tmp_path):
    """Backups that cannot be restored are found out on the day they are made."""
    store = await sqlite.open()
    await open_ticket(store)
    for number in range(200):
        await open_ticket(store, f"B{number:05}")
    await store.close()
    size = sqlite.path.stat().st_size
    with sqlite.path.open("r+b") as opened:
        opened.seek(size // 8192 * 4096)
        opened.write(b"\xff" * 8192)
    with pytest.raises(BackupRefused):
        back_up(sqlite, file)
    assert list(file.parent.iterdir()) == []


async def test_a_backup_without_the_right_keys_is_refused(sqlite, file, tmp_path):
    await in_backup(sqlite, file, "K7M3PQ")
    make_keys(tmp_path / "other")
    with pytest.raises(KeysWrong):
        make_backup(sqlite.path, tmp_path / "other", tmp_path / "b.bak", NOW)
    with pytest.raises(KeysMissing):
        make_backup(sqlite.path, tmp_path / "none", tmp_path / "b.bak", NOW)
    assert not (tmp_path / "b.bak").exists()


# Restoring


async def test_a_restored_database_is_as_it_was(sqlite, file):
    store = await sqlite.open()
    await open_ticket(store, text="Ölheizung")
    await store.log_event("K7M3PQ", a_ticket_event("noted", who="Kaya", detail="Remark"))
    await store.save_turn(
        an_incoming(chat=HERE),
        a_turn(
            a_say("unsent"), session=a_session(language="tr", draft={"a": "b"}), orders=(Later(NOW, "t"),)
        ),
        NOW,
    )
    await store.receive(a_received("waits", THERE))
    back_up(sqlite, file)
    await store.change_ticket("K7M3PQ", lambda t: moves.closed(t, Outcome.REACHED, "Kaya", NOW))
    await open_ticket(store, "BBBBBB")
    await store.close()
    done = await restored(sqlite, file)
    assert (done.made_at, done.tickets, done.emptied, done.log_read) == (NOW, 1, 0, True)
    store = await sqlite.open()
    assert await store.ticket("K7M3PQ") == a_ticket(text="Ölheizung")
    assert [event.detail for event in await store.events("K7M3PQ")] == ["", "Remark"]
    assert [timer.name for timer in await store.due_timers(NOW)] == ["t"]
    assert [m.say for m in await store.to_send("telegram", NOW)] == [a_say("unsent")]
    assert [event.payload for event in await store.waiting()] == ["waits"]
    with pytest.raises(UnknownTicket):
        await store.ticket("BBBBBB")


async def test_after_a_restore_no_old_button_fits_a_new_draft(sqlite, file):
    """The chats show buttons from after the backup; drafts from before it are too old to go on."""
    store = await sqlite.open()
    session = a_session(turn=7, language="tr", flow="phone_call", draft={"name": "Ayşe"})
    await store.save_turn(an_incoming(chat=HERE), a_turn(session=session), NOW)
    back_up(sqlite, file)
    await store.save_turn(an_incoming(chat=THERE), a_turn(session=a_session(turn=5)), NOW)
    await store.close()
    highest = 7
    for hours in (1, 2):
        now = NOW + timedelta(hours=hours)
        await restored(sqlite, file, now)
        store = await sqlite.open()
        begin = turns_until(now)
        assert begin > highest
        assert await store.session(HERE) == Session(turn=begin, language="tr")
        assert await store.session(THERE) == Session(turn=begin)
        highest = begin + 50
        for chat in (HERE, THERE):
            await store.save_turn(an_incoming(chat=chat), a_turn(session=a_session(turn=highest)), now)
        await store.close()


async def test_what_was_deleted_after_the_backup_stays_deleted(sqlite, file):
    store = await sqlite.open()
    await open_ticket(store, "AAAAAA", HERE)
    await open_ticket(store, "BBBBBB", THERE)
    await store.save_turn(an_incoming(chat=HERE), a_turn(a_say("x"), orders=(Later(NOW, "t"),)), NOW)
    back_up(sqlite, file)
    await forget(store, now=NOW + timedelta(hours=1), turn=8)
    await store.close()
    done = await restored(sqlite, file, NOW + timedelta(days=1))
    assert (done.emptied, done.log_read) == (1, True)
    store = await sqlite.open()
    ticket = await store.ticket("AAAAAA")
    assert (ticket.name, ticket.forgotten, ticket.state) == ("", True, State.WITHDRAWN)
    assert (await store.events("AAAAAA"))[-1] == a_ticket_event("forgotten", NOW + timedelta(hours=1), "bot")
    assert await store.tickets_of(HERE) == ()
    assert await store.session(HERE) == Session(turn=turns_until(NOW + timedelta(days=1)))
    assert not await store.due_timers(NOW)
    assert not await store.to_send("telegram", NOW)
    assert (await store.ticket("BBBBBB")).name == a_ticket().name
    assert await store.holding_of("AAAAAA") is None


async def test_what_came_after_an_older_deletion_is_not_deleted_again(sqlite, file):
    store = await sqlite.open()
    await forget(store)
    await open_ticket(store, "AAAAAA", HERE)
    await store.close()
    back_up(sqlite, file)
    assert (await restored(sqlite, file)).emptied == 0
    assert (await (await sqlite.open()).ticket("AAAAAA")).name == a_ticket().name


async def test_deletions_are_carried_through_restores_in_any_order(sqlite, tmp_path):
    """Restored twice, newer first: what was deleted in between stays deleted in the older one too."""
    store = await sqlite.open()
    await open_ticket(store, "AAAAAA", HERE)
    await open_ticket(store, "BBBBBB", THERE)
    back_up(sqlite, tmp_path / "older.bak")
    await forget(store, now=NOW + timedelta(hours=1))
    back_up(sqlite, tmp_path / "newer.bak")
    await forget(store, chat=THERE, now=NOW + timedelta(hours=2))
    await store.close()
    for hours, (name, emptied) in enumerate((("newer.bak", 1), ("older.bak", 2), ("newer.bak", 1))):
        done = await restored(sqlite, tmp_path / name, NOW + timedelta(hours=3 + hours))
        assert done.emptied == emptied
        store = await sqlite.open()
        assert [(await store.ticket(code)).forgotten for code in ("AAAAAA", "BBBBBB")] == [True, True]
        await store.close()


async def test_no_byte_of_what_was_deleted_is_in_the_restored_database(sqlite, file, tmp_path):
    """Only the backup itself and the copy that was set aside hold it, for 30 days at most."""
    store = await sqlite.open()
    await open_ticket(store, "AAAAAA", HERE)
    with sql(sqlite.path) as execute:
        sealed = execute("SELECT name, phone, address FROM ticket, chat").fetchone()
    back_up(sqlite, file)
    await forget(store, now=NOW + timedelta(hours=1))
    await store.retire(NOW + timedelta(hours=1), 30, 90)
    await store.close()
    await restored(sqlite, file)
    for path, content in bytes_of(sqlite.folder).items():
        assert not [field for field in sealed if field.encode() in content], path


async def test_the_database_from_before_is_set_aside(sqlite, file):
    await in_backup(sqlite, file, "AAAAAA")
    store = await sqlite.open()
    await open_ticket(store, "BBBBBB")
    await store.close()
    done = await restored(sqlite, file, NOW + timedelta(days=1))
    assert done.aside == sqlite.folder / "bot.db.before-restore-20261124-090000"
    assert rights(done.aside) == rights(sqlite.path) == "0o600"
    done.aside.replace(sqlite.path)
    assert (await (await sqlite.open()).ticket("BBBBBB")).code == "BBBBBB"


async def test_what_was_set_aside_before_is_never_replaced(sqlite, file):
    """Somebody tries one backup after the other within the same second."""
    await in_backup(sqlite, file, "AAAAAA")
    asides = [(await restored(sqlite, file)).aside for _ in range(3)]
    assert len({path for path in asides if path.exists()}) == 3


async def test_what_staff_did_after_the_backup_stays_recorded(sqlite, file):
    await in_backup(sqlite, file, "K7M3PQ")
    store = await sqlite.open()
    await store.record(Act(NOW, "Kaya", "signed_in"))
    await store.close()
    await restored(sqlite, file)
    store = await sqlite.open()
    assert [act.what for _, act in await store.acts()] == ["restored", "signed_in"]
    assert (await store.audited()).flaws == ()


async def test_what_was_tampered_with_before_is_found_after_a_restore_too(sqlite, file):
    store = await sqlite.open()
    for _ in range(3):
        await store.record(Act(NOW, "Kaya", "signed_in"))
    await store.close()
    back_up(sqlite, file)
    store = await sqlite.open()
    for _ in range(3):
        await store.record(Act(NOW, "Kaya", "signed_in"))
    await store.close()
    with sql(sqlite.path) as execute:
        execute("DROP TRIGGER audit_trail_unchanged")
        execute("UPDATE audit_trail SET who = 'Mo' WHERE number = 5")
    await restored(sqlite, file)
    store = await sqlite.open()
    assert [flaw.number for flaw in (await store.audited()).flaws] == [5]


async def test_another_installations_record_is_not_gone_on_with(sqlite, file, tmp_path, clock):
    await in_backup(sqlite, file, "K7M3PQ")
    host = Sqlite(tmp_path / "another host", clock)
    shutil.copytree(sqlite.secrets, host.secrets)
    await restored(host, file)
    store = await host.open()
    assert [act.what for _, act in await store.acts()] == ["restored"]
    assert (await store.audited()).flaws == ()
    await host.close()


async def test_the_clock_goes_on_after_a_restore(sqlite, file):
    """What came back and is too old already goes within the hour."""
    store = await sqlite.open()
    await open_ticket(store)
    for day in range(0, 100, 10):
        await store.retire(NOW + timedelta(days=day), 300, 300, force=True)
        if day == 50:
            back_up(sqlite, file)
    await store.close()
    await restored(sqlite, file)
    assert await (await sqlite.open()).retire(NOW + timedelta(days=90.5), 30, 90) == 1


@pytest.mark.parametrize("empty_file", [False, True], ids=["no file", "an empty file"])
async def test_on_an_empty_host_the_keys_are_enough_but_no_log_tells_of_deletions(sqlite, file, empty_file):
    await in_backup(sqlite, file, "K7M3PQ")
    shutil.rmtree(sqlite.folder)
    if empty_file:
        sqlite.folder.mkdir()
        sqlite.path.touch(0o600)
    done = await restored(sqlite, file)
    assert (done.aside is not None, done.log_read, done.tickets) == (empty_file, False, 1)
    assert await (await sqlite.open()).ticket("K7M3PQ") == a_ticket()
    names = {path.name for path in sqlite.folder.iterdir() if path != done.aside}
    assert names <= {"bot.db", "bot.db-wal", "bot.db-shm", "bot.db.lock"}


async def test_a_log_without_its_database_does_not_get_into_the_restored_one(sqlite, file):
    """Somebody has removed the database by hand, but not what lay beside it."""
    await in_backup(sqlite, file, "K7M3PQ")
    store = await sqlite.open()
    for number in range(20):
        await open_ticket(store, f"B{number:05}")
    beside = [path for path in sqlite.folder.iterdir() if path.name in ("bot.db-wal", "bot.db-shm")]
    kept = {path: path.read_bytes() for path in beside}
    await store.close()
    sqlite.path.unlink()
    for path, content in kept.items():
        path.write_bytes(content)
    await restored(sqlite, file)
    store = await sqlite.open()
    assert await store.ticket("K7M3PQ") == a_ticket()
    async with store._database.read() as db:
        assert [row[0] for row in await db.all("PRAGMA integrity_check")] == ["ok"]
        assert (await db.one("SELECT count(*) FROM ticket"))[0] == 1


async def test_a_program_that_has_the_database_open_goes_on_with_the_restored_one(sqlite, file):
    """A caseworker's command line that was not closed writes nothing into the void."""
    await in_backup(sqlite, file, "AAAAAA")
    waiting = await sqlite.open()
    await open_ticket(waiting, "BBBBBB")
    await restored(sqlite, file)
    with pytest.raises(UnknownTicket):
        await waiting.ticket("BBBBBB")
    await open_ticket(waiting, "CCCCCC")
    assert (await (await sqlite.open()).ticket("CCCCCC")).code == "CCCCCC"
    async with waiting._database.read() as db:
        assert [row[0] for row in await db.all("PRAGMA integrity_check")] == ["ok"]


@pytest.mark.parametrize(
    "spoil",
    [lambda path: path.write_bytes(b"Liebe Kollegin,"), lambda path: os.truncate(path, 5000)],
    ids=["letter", "half"],
)
async def test_a_damaged_database_is_set_aside_and_that_its_log_is_lost_is_told(sqlite, file, spoil):
    await in_backup(sqlite, file, "K7M3PQ")
    spoil(sqlite.path)
    before = sqlite.path.read_bytes()
    done = await restored(sqlite, file)
    assert not done.log_read
    assert done.aside.read_bytes() == before
    assert await (await sqlite.open()).ticket("K7M3PQ") == a_ticket()


async def test_of_a_database_with_damaged_pages_the_log_is_used_if_it_can_be_read(sqlite, file):
    store = await sqlite.open()
    await open_ticket(store)
    back_up(sqlite, file)
    for number in range(100):
        await open_ticket(store, f"B{number:05}")
    await forget(store)
    await store.close()
    with sql(sqlite.path) as execute:
        page = execute("SELECT rootpage FROM sqlite_master WHERE name = 'ticket_queue'").fetchone()
    with sqlite.path.open("r+b") as opened_file:
        opened_file.seek((page[0] - 1) * 4096)
        opened_file.write(b"\xff" * 4096)
    done = await restored(sqlite, file)
    assert (done.log_read, done.emptied) == (True, 1)
    assert (await (await sqlite.open()).ticket("K7M3PQ")).forgotten


async def test_a_database_with_other_keys_is_set_aside_and_its_log_is_not_used(sqlite, file, tmp_path):
    """The keys were lost, a new database was begun, the keys were found again."""
    await in_backup(sqlite, file, "K7M3PQ")
    found_again = sqlite.secrets.rename(tmp_path / "found")
    shutil.rmtree(sqlite.folder)
    await (await sqlite.open()).close()
    shutil.rmtree(sqlite.secrets)
    found_again.rename(sqlite.secrets)
    done = await restored(sqlite, file)
    assert (done.log_read, done.aside is not None) == (False, True)
    assert await (await sqlite.open()).ticket("K7M3PQ") == a_ticket()


async def test_a_backup_of_an_older_version_is_brought_up_to_date(sqlite, file, tmp_path):
    old = tmp_path / "old"
    old.mkdir()
    shutil.copy(MIGRATIONS / "0001_begin.sql", old)
    make_keys(sqlite.secrets)
    sqlite.folder.mkdir()
    sqlite.path.touch(0o600)
    migrate(sqlite.path, old)
    cipher = with_data_keys(sqlite.path, read_keys(sqlite.secrets), text_of(NOW))
    chat = cipher.chat_key(HERE)
    with sql(sqlite.path) as execute:
        execute("INSERT INTO chat VALUES (?, 'telegram', '')", (chat,))
        later = text_of(NOW + timedelta(hours=1))
        make_backup(sqlite.path, sqlite.secrets, file, NOW, old)
        execute("INSERT INTO deletion_log VALUES (1, ?, ?, 0, 0, 0, 0)", (chat, later))
    await restored(sqlite, file)
    store = await sqlite.open()
    async with store._database.read() as db:
        assert [row["at"] for row in await db.all("SELECT at FROM deletion_log")] == [later]
    assert not [path for path in sqlite.folder.iterdir() if "work" in path.name]


# Refusals touch nothing


def cut(path, at):
    os.truncate(path, at if at >= 0 else path.stat().st_size + at)


def change(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


SPOILT = {
    "empty": (lambda path: cut(path, 0), "foreign"),
    "a letter": (lambda path: path.write_bytes(b"Liebe Kollegin,"), "foreign"),
    "a database": (another_programs, "foreign"),
    "a folder": (a_folder, "missing"),
    "missing": (lambda path: path.unlink(), "missing"),
    "another mark": (lambda path: change(path, 0), "foreign"),
    "another key": (lambda path: change(path, len(MARK) + 60), "keys"),
    "no key": (lambda path: cut(path, len(MARK)), "keys"),
    "no ASCII": (lambda path: path.write_bytes(MARK + b"\xff\n"), "keys"),
    "cut off": (lambda path: cut(path, -1), "damaged"),
    "cut between pieces": (
        lambda path: cut(path, path.read_bytes().index(b"\n", len(MARK)) + 1 + PIECE + 16),
        "damaged",
    ),
    "changed": (lambda path: change(path, -5000), "damaged"),
    "longer": (lambda path: path.write_bytes(path.read_bytes() + b"x"), "damaged"),
}


@pytest.mark.parametrize(("spoil", "reason"), SPOILT.values(), ids=SPOILT.keys())
async def test_a_spoilt_backup_is_refused_and_nothing_is_touched(sqlite, file, spoil, reason):
    await in_backup(sqlite, file, "K7M3PQ")
    spoil(file)
    (sqlite.folder / "bot.db.lock").touch()
    before = bytes_of(sqlite.folder, sqlite.secrets)
    with pytest.raises(BackupUnusable) as refusal:
        await restored(sqlite, file)
    assert refusal.value.reason == reason
    assert str(file) in str(refusal.value)
    assert bytes_of(sqlite.folder, sqlite.secrets) == before


@pytest.mark.parametrize("keys", ["another", "none"])
async def test_without_the_right_keys_nothing_is_restored(sqlite, file, tmp_path, keys):
    await in_backup(sqlite, file, "K7M3PQ")
    if keys == "another":
        make_keys(tmp_path / keys)
    (sqlite.folder / "bot.db.lock").touch()
    before = bytes_of(sqlite.folder)
    with pytest.raises(BackupUnusable) as refusal:
        await restore(sqlite.path, tmp_path / keys, file, NOW)
    assert refusal.value.reason == {"another": "keys", "none": "no keys"}[keys]
    assert str(tmp_path / keys) in str(refusal.value)
    assert bytes_of(sqlite.folder) == before


async def test_while_a_bot_runs_nothing_is_restored(sqlite, file):
    await in_backup(sqlite, file, "K7M3PQ")
    process = await other_process("lock", sqlite.path, sqlite.secrets)
    try:
        assert await process.stdout.readline() == b"held\n"
        before = bytes_of(sqlite.folder)
        with pytest.raises(AlreadyRunning) as refusal:
            await restored(sqlite, file)
        assert refusal.value.process == process.pid
        assert bytes_of(sqlite.folder) == before
    finally:
        process.kill()
        await process.wait()


@pytest.mark.parametrize(
    ("spoil", "error"),
    [(newer, DatabaseNewer), (another_programs, DatabaseForeign)],
    ids=["newer", "foreign"],
)
async def test_a_database_that_is_not_ours_to_replace_stays(sqlite, file, spoil, error):
    await in_backup(sqlite, file, "K7M3PQ")
    spoil(sqlite.path)
    (sqlite.folder / "bot.db.lock").touch()
    before = bytes_of(sqlite.folder)
    with pytest.raises(error):
        await restored(sqlite, file)
    assert bytes_of(sqlite.folder) == before


async def test_a_backup_of_a_newer_program_is_refused(sqlite, file, tmp_path):
    await in_backup(sqlite, file, "K7M3PQ")
    folder = shutil.copytree(MIGRATIONS, tmp_path / "migrations")
    (folder / "0999_more.sql").write_text("CREATE TABLE more (x TEXT);")
    migrate(sqlite.path, folder)
    make_backup(sqlite.path, sqlite.secrets, tmp_path / "newer.bak", NOW, folder)
    with pytest.raises(DatabaseNewer):
        await restored(sqlite, tmp_path / "newer.bak")


# Old ones go


def named(folder, *names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).touch()


async def test_backups_older_than_30_days_go_by_their_name(sqlite):
    """Also those that were copied back today; what the operator named otherwise is her own."""
    backups = sqlite.folder / "backups"
    kept = {"bot-20261124-1000.bak", "bot-20261224-1000.bak", "mine.bak", "bot-2026.bak"}
    gone = {"bot-20261124-0959.bak", "bot-20250101-0000.bak", "bot-20261001-0000.bak.draft-ab12"}
    named(backups, *kept, *gone)
    assert drop_outdated_backups(sqlite.path, NOW + timedelta(days=31)) == 3
    assert {path.name for path in backups.iterdir()} == kept


async def test_upkeep_removes_old_backups_copies_and_what_a_killed_process_left(sqlite):
    store = await sqlite.open()
    old = [sqlite.folder / name for name in ("bot.db.before-restore-1", "bot.db.before-restore-1-wal")]
    left, in_use = sqlite.folder / "bot.db.work-old", sqlite.folder / "bot.db.work-new"
    named(sqlite.folder / "backups", "bot-20261001-0000.bak")
    for folder, days in ((left, 2), (in_use, 0.5)):
        named(folder, "copy")
        os.utime(folder, ((NOW - timedelta(days=days)).timestamp(),) * 2)
    for file in old:
        file.touch()
        os.utime(file, ((NOW - timedelta(days=31)).timestamp(),) * 2)
    assert (await store.preview(NOW, 30, 90)).copies == 4
    await store.retire(NOW, 30, 90)
    assert not [path for path in (*old, left, *sqlite.folder.glob("backups/*")) if path.exists()]
    assert in_use.exists()


def test_a_backup_is_named_by_the_clock_on_the_wall(tmp_path):
    assert default_backup(tmp_path / "bot.db", NOW) == tmp_path / "backups" / "bot-20261123-1000.bak"


# The sealed file itself


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    make_keys(folder)
    return read_keys(folder)


def sealed(content, keys):
    target = io.BytesIO()
    seal(io.BytesIO(content), target, keys, NOW)
    return target.getvalue()


def opened(content, keys):
    target = io.BytesIO()
    assert unseal(io.BytesIO(content), target, keys) == (NOW, [])
    return target.getvalue()


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_a_sealed_file_opens_to_what_it_was(keys, size):
    content = os.urandom(size)
    assert opened(sealed(content, keys), keys) == content


@given(some.data())
def test_no_change_of_any_byte_goes_unnoticed(keys, data):
    whole = bytearray(sealed(b"content" * 20, keys))
    place = data.draw(some.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(some.integers(1, 255))
    with pytest.raises((NotSealed, Damaged, Unreadable)):
        opened(bytes(whole), keys)


@given(some.data())
def test_no_cut_goes_unnoticed(keys, data):
    whole = sealed(b"content" * 20, keys)
    with pytest.raises((NotSealed, Damaged, Unreadable)):
        opened(whole[: data.draw(some.integers(0, len(whole) - 1))], keys)


def test_pieces_can_be_neither_swapped_nor_taken_from_another_file(keys):
    first, second = sealed(os.urandom(3 * PIECE), keys), sealed(os.urandom(3 * PIECE), keys)
    head = len(first) - 3 * (PIECE + 16)
    pieces = [first[head + number * (PIECE + 16) :][: PIECE + 16] for number in range(3)]
    for mixed in (
        first[:head] + pieces[0] + pieces[1],
        first[:head] + pieces[1] + pieces[0] + pieces[2],
        first[:head] + pieces[0] + pieces[2],
        second[:head] + b"".join(pieces),
        first[:head] + second[head:],
    ):
        with pytest.raises(Damaged):
            opened(mixed, keys)


def test_even_the_unused_bits_of_the_key_cannot_be_changed(keys):
    """Base64 has some: two texts that mean the same bytes."""
    whole = sealed(b"", keys)
    token = whole.removeprefix(MARK).split(b"\n", 1)[0]
    last = token.rstrip(b"=")[-1:]
    assert token.endswith(b"=")
    twins = [
        token.replace(last + b"=", bytes([twin]) + b"=")
        for twin in b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        if bytes([twin]) != last
    ]
    same = [one for one in twins if urlsafe_b64decode(one) == urlsafe_b64decode(token)]
    assert same
    for one in same:
        with pytest.raises(Damaged):
            opened(whole.replace(token, one), keys)


def test_two_files_of_the_same_content_have_nothing_in_common(keys):
    first, second = sealed(b"x" * 1000, keys), sealed(b"x" * 1000, keys)
    assert first[-1000:] != second[-1000:]


def test_a_file_of_the_version_before_is_opened_too(keys):
    """It holds one part and says nothing of its length."""
    key, content = os.urandom(32), b"one part"
    token = wrapped(keys, "backup", [b64encode(key).decode(), text_of(NOW)])
    head = OLDER_MARK + token.encode() + b"\n"
    old = head + AESGCM(key).encrypt(bytes(12), content, head + b"last")
    target = io.BytesIO()
    assert unseal(io.BytesIO(old), target, keys) == (NOW, ())
    assert target.getvalue() == content
