"""The accounts of the site are in each backup, and come back only where there are none."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from asgiref.sync import sync_to_async

from bot.core.audit import Act, Deed
from bot.core.staff import Role, Scope
from bot.errors import DatabaseUnusable
from bot.operators import words
from bot.storage.backup import make_backup
from bot.storage.files import accounts_of
from bot.storage.keys import read_keys
from bot.storage.migrate import copy_database
from bot.storage.restore import restore
from bot.storage.sealed_file import unseal
from bot.web.accounts import machines, staff
from tests.builders import NOW, a_ticket
from tests.site import PLAN

NAMES = "SELECT name FROM accounts_account ORDER BY name"


@pytest.fixture
async def here(site, enter):
    """The folder of an installation with one ticket and two accounts, of whom one is signed in."""
    await site.receive(a_ticket(office="bocholt"))
    await enter("Kaya")
    await sync_to_async(staff.add)("Ben", Role.CASEWORKER, ["bocholt"])
    await sync_to_async(machines.add)("fachverfahren", Scope.READ, ["bocholt"])
    copy_database(PLAN.database, accounts_of(site.folder / "bot.db"))
    return site.folder


def back_up(folder):
    return make_backup(folder / "bot.db", folder / "secrets", folder / "one.bak", NOW)


async def restored(folder):
    later = NOW + timedelta(hours=1)
    return await restore(folder / "bot.db", folder / "secrets", folder / "one.bak", later)


def rows(folder, query):
    with closing(sqlite3.connect(accounts_of(folder / "bot.db"))) as connection:
        return connection.execute(query).fetchall()


async def test_a_backup_tells_how_many_accounts_are_in_it(here):
    made = back_up(here)
    assert (made.tickets, made.accounts) == (1, 2)
    assert "1 Nachricht, 2 Konten" in words.backed_up(made, 0, here, is_looked_after=True)


async def test_on_another_machine_the_accounts_are_there_again_but_no_door_stands_open(here, tmp_path):
    back_up(here)
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(here / "one.bak", other)
    shutil.copytree(here / "secrets", other / "secrets")
    done = await restored(other)
    assert (done.tickets, done.accounts) == (1, True)
    assert "staff list" in words.restored(done)
    assert rows(other, NAMES) == [("Ben",), ("Kaya",)]
    assert rows(other, "SELECT name FROM accounts_machinetoken") == [("fachverfahren",)]
    assert rows(other, "SELECT count(*) FROM mfa_authenticator") == [(1,)]
    assert rows(other, "SELECT * FROM django_session") == []
    assert rows(other, "SELECT * FROM accounts_invitation") == []
    assert oct(accounts_of(other / "bot.db").stat().st_mode & 0o777) == "0o600"


async def test_who_was_removed_since_does_not_come_back_by_a_restore(here):
    back_up(here)
    with closing(sqlite3.connect(accounts_of(here / "bot.db"))) as connection:
        connection.execute("DELETE FROM accounts_invitation")
        connection.execute("DELETE FROM accounts_account WHERE name = 'Ben'")
        connection.commit()
    done = await restored(here)
    assert not done.accounts
    assert rows(here, NAMES) == [("Kaya",)]
    assert rows(here, "SELECT count(*) FROM django_session") == [(1,)]


@pytest.mark.parametrize("present", [b"no database at all, but of some length", b""])
async def test_accounts_that_cannot_be_read_make_room_and_are_kept_aside(here, present):
    back_up(here)
    for file in here.glob("bot-accounts*"):
        file.unlink()
    accounts_of(here / "bot.db").write_bytes(present)
    assert (await restored(here)).accounts
    assert rows(here, NAMES) == [("Ben",), ("Kaya",)]
    (aside,) = here.glob("bot.db.before-restore-*-accounts")
    assert aside.read_bytes() == present


async def test_accounts_that_cannot_be_read_just_now_refuse_the_restore_before_it_begins(here):
    """Locked for long, or on a disk that fails: whoever was removed since is not let in again by that."""
    back_up(here)
    for file in here.glob("bot-accounts*"):
        file.unlink()
    accounts_of(here / "bot.db").mkdir()  # what SQLite cannot open
    before = (here / "bot.db").read_bytes()
    with pytest.raises(DatabaseUnusable, match=r"bot-accounts\.db"):
        await restored(here)
    assert (here / "bot.db").read_bytes() == before
    assert accounts_of(here / "bot.db").is_dir()


@pytest.mark.parametrize("present", [b"no database at all, but of some length", b"", None])
async def test_accounts_that_are_broken_or_gone_do_not_keep_the_citizens_data_out_of_the_backup(
    site, here, present
):
    await site.store.record(Act(NOW, "Olga", Deed.STAFF_ADDED, "Kaya"))
    for file in here.glob("bot-accounts*"):
        file.unlink()
    if present is not None:
        accounts_of(here / "bot.db").write_bytes(present)
    made = back_up(here)
    assert (made.tickets, made.accounts, bool(made.lost)) == (1, None, True)
    assert "1 Nachricht, ohne Konten" in words.backed_up(made, 0, here, is_looked_after=True)
    done = await restored(here)
    assert (done.tickets, done.accounts) == (1, False)


async def test_a_page_of_the_accounts_that_is_damaged_counts_as_broken(here):
    accounts = accounts_of(here / "bot.db")
    content = bytearray(accounts.read_bytes())
    content[8192 : 8192 + 2048] = b"x" * 2048
    accounts.write_bytes(content)
    made = back_up(here)
    assert (made.tickets, made.accounts) == (1, None)


async def test_nothing_of_the_accounts_can_be_read_in_the_file(here):
    content = accounts_of(here / "bot.db").read_bytes()
    back_up(here)
    sealed = (here / "one.bak").read_bytes()
    for word in (b"Kaya", b"fachverfahren", b"md5$"):
        assert word in content
        assert word not in sealed


async def test_no_session_and_no_one_time_link_leaves_the_machine(here, tmp_path):
    """A session holds what somebody had typed, for half an hour at most; a backup is kept for weeks."""
    doors = [
        *rows(here, "SELECT session_key FROM django_session"),
        *rows(here, "SELECT digest FROM accounts_invitation"),
    ]
    assert len(doors) == 2
    back_up(here)
    with (here / "one.bak").open("rb") as source, (tmp_path / "open").open("wb") as target:
        unseal(source, target, read_keys(here / "secrets"))
    content = (tmp_path / "open").read_bytes()
    assert [door for (door,) in doors if door.encode() in content] == []


async def test_without_a_site_a_backup_holds_no_accounts(site):
    assert back_up(site.folder).accounts == 0
    assert not (await restored(site.folder)).accounts
    assert not accounts_of(site.folder / "bot.db").exists()


async def test_the_secrets_of_second_factors_are_sealed_in_it_once_more(here, tmp_path):
    """Also whoever comes by the opened content reads no secret."""
    back_up(here)
    with (here / "one.bak").open("rb") as source, (tmp_path / "open").open("wb") as target:
        unseal(source, target, read_keys(here / "secrets"))
    assert b'"secret": "sealed ' in (tmp_path / "open").read_bytes()
