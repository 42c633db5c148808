"""Opening a SQLite store: what is made, what is refused, and that a refusal touches nothing."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sqlite3
import stat
from pathlib import Path

import pytest

from bot.errors import (
    DatabaseForeign,
    DatabaseNewer,
    DatabaseUnusable,
    DatabaseUrlWrong,
    KeysMissing,
    KeysWrong,
)
from bot.storage.connection import wanted_journal
from bot.storage.files import database_path
from bot.storage.keys import make_keys
from bot.storage.store import open_store
from tests.builders import NOW, a_ticket, a_turn, an_incoming, an_opening
from tests.storage.conftest import other_process


def rights(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


def bytes_of(*folders: Path) -> dict[Path, bytes]:
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return {file: file.read_bytes() for file in files}


@contextlib.contextmanager
def sql(path: Path):
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection.execute


async def filled(sqlite) -> None:
    """A database with one ticket, properly closed."""
    store = await sqlite.open()
    await store.save_turn(an_incoming(), a_turn(orders=(an_opening(),)), NOW)
    await store.close()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def another_programs(path: Path) -> None:
    path.unlink()
    with sql(path) as execute:
        execute("CREATE TABLE cookies (name TEXT)")


def newer(path: Path) -> None:
    with sql(path) as execute:
        execute("PRAGMA user_version=99")


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///var/bot.db", Path.cwd() / "var/bot.db"),
        ("sqlite:////var/bot.db", Path("/var/bot.db")),
        ("sqlite+aiosqlite:///var/bot.db", Path.cwd() / "var/bot.db"),
        ("sqlite+aiosqlite:////var/bot.db", Path("/var/bot.db")),
    ],
)
def test_a_url_with_three_slashes_is_relative_and_with_four_absolute(url, path):
    assert database_path(url) == path


@pytest.mark.parametrize("url", ["postgresql://bot:geheim@host/db", "sqlite://", "sqlite:///", "bot.db", ""])
async def test_another_url_is_refused_without_repeating_its_password(url, tmp_path):
    with pytest.raises(DatabaseUrlWrong) as refusal:
        await open_store(url, tmp_path / "secrets", lambda: NOW)
    assert "BOT_DATABASE__URL" in str(refusal.value)
    assert "geheim" not in str(refusal.value)


async def test_a_new_database_and_its_keys_are_for_their_owner_only(sqlite):
    old = os.umask(0)
    try:
        store = await sqlite.open()
        await store.save_turn(an_incoming(), a_turn(), NOW)
        made = {path.name: rights(path) for path in (sqlite.folder, *sqlite.folder.iterdir())}
    finally:
        os.umask(old)
    assert made.pop("var") == rights(sqlite.secrets) == "0o700"
    assert set(made.values()) == {"0o600"}
    assert {key.name: rights(key) for key in sqlite.secrets.iterdir()} == {
        "master.key": "0o600",
        "index.key": "0o600",
    }


async def test_a_path_with_odd_characters_is_opened_as_it_stands(tmp_path):
    path = tmp_path / "a b?mode=memory#ü%20.db"
    await (await open_store(f"sqlite:///{path}", tmp_path / "secrets", lambda: NOW)).close()
    assert path.exists()


async def test_the_database_is_set_up_to_be_durable_and_to_overwrite_what_is_deleted(sqlite):
    wanted = {
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "busy_timeout": 5000,
        "auto_vacuum": 2,
    }
    store = await sqlite.open()
    assert store.journal_mode == wanted_journal()
    async with store._database.write() as tx:
        found = {name: (await tx.one(f"PRAGMA {name}"))[0] for name in wanted}
    assert found == wanted


async def test_what_was_stored_is_there_when_the_database_is_opened_again(sqlite):
    await filled(sqlite)
    assert await (await sqlite.open()).ticket("K7M3PQ") == a_ticket()


async def test_keys_without_a_database_are_used_as_they_are(sqlite):
    make_keys(sqlite.secrets)
    before = bytes_of(sqlite.secrets)
    await filled(sqlite)
    assert bytes_of(sqlite.secrets) == before


async def test_a_first_start_that_died_half_way_goes_on(sqlite):
    """Killed after the first key, and after the empty file was made."""
    make_keys(sqlite.secrets)
    (sqlite.secrets / "index.key").unlink()
    sqlite.folder.mkdir()
    sqlite.path.touch()
    await filled(sqlite)
    assert await (await sqlite.open()).ticket("K7M3PQ") == a_ticket()


@pytest.mark.parametrize("crashed", [False, True], ids=["closed", "crashed"])
@pytest.mark.parametrize("name", ["*.key", "master.key", "index.key"])
async def test_a_database_without_its_keys_is_refused_and_nothing_is_touched(sqlite, name, crashed):
    """Also when a crash has left a log beside the database, which any other opening would write back."""
    if crashed:
        assert await (await other_process("die", sqlite.path, sqlite.secrets)).wait() == -signal.SIGKILL
        assert wanted_journal() != "wal" or sqlite.path.with_name("bot.db-wal").stat().st_size > 0
    else:
        await filled(sqlite)
    saved = shutil.copytree(sqlite.secrets, sqlite.secrets.with_name("saved"))
    for key in list(sqlite.secrets.glob(name)):
        key.unlink()
    before = {k: v for k, v in bytes_of(sqlite.folder, sqlite.secrets).items() if k.suffix != ".db-shm"}
    with pytest.raises(KeysMissing) as refusal:
        await sqlite.open()
    assert str(sqlite.secrets) in str(refusal.value)
    after = {k: v for k, v in bytes_of(sqlite.folder, sqlite.secrets).items() if k.suffix != ".db-shm"}
    assert after == before
    shutil.copytree(saved, sqlite.secrets, dirs_exist_ok=True)
    assert await (await sqlite.open()).ticket("K7M3PQ") == a_ticket()


async def test_a_database_whose_keys_folder_is_gone_gets_no_new_one(sqlite):
    await filled(sqlite)
    shutil.rmtree(sqlite.secrets)
    with pytest.raises(KeysMissing):
        await sqlite.open()
    assert not sqlite.secrets.exists()


@pytest.mark.parametrize("name", ["master.key", "index.key"])
@pytest.mark.parametrize("content", ["another", b"", b"no key", b"\xff" * 40], ids=str)
async def test_wrong_keys_are_refused_and_nothing_is_touched(sqlite, name, content, tmp_path):
    await filled(sqlite)
    make_keys(tmp_path / "other")
    another = (tmp_path / "other" / name).read_bytes()
    (sqlite.secrets / name).write_bytes(another if content == "another" else content)
    before = bytes_of(sqlite.folder, sqlite.secrets)
    with pytest.raises(KeysWrong):
        await sqlite.open()
    assert bytes_of(sqlite.folder, sqlite.secrets) == before


async def test_a_new_master_key_above_the_old_one_still_opens_the_database(sqlite, tmp_path):
    await filled(sqlite)
    make_keys(tmp_path / "other")
    file = sqlite.secrets / "master.key"
    file.write_bytes((tmp_path / "other" / "master.key").read_bytes() + file.read_bytes())
    assert await (await sqlite.open()).ticket("K7M3PQ") == a_ticket()


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (newer, DatabaseNewer),
        (another_programs, DatabaseForeign),
        (a_folder, DatabaseUnusable),
        (lambda path: path.write_bytes(b"Liebe Kollegin,"), DatabaseUnusable),
        (lambda path: path.write_bytes(b"\0" * 9000), DatabaseUnusable),
    ],
    ids=["newer", "another program's", "folder", "letter", "zeros"],
)
async def test_a_file_that_is_not_ours_to_use_is_refused_and_nothing_is_touched(sqlite, spoil, error):
    await filled(sqlite)
    spoil(sqlite.path)
    before = bytes_of(sqlite.folder, sqlite.secrets)
    with pytest.raises(error):
        await sqlite.open()
    assert bytes_of(sqlite.folder, sqlite.secrets) == before


async def test_half_a_database_is_refused(sqlite):
    await filled(sqlite)
    half = sqlite.path.read_bytes()[:5000]
    sqlite.path.write_bytes(half)
    with pytest.raises(DatabaseUnusable):
        await sqlite.open()
    assert sqlite.path.read_bytes() == half


async def test_a_place_where_no_database_can_be_made_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseUnusable, match="file/bot"):
        await open_store(f"sqlite:///{tmp_path}/file/bot.db", tmp_path / "secrets", lambda: NOW)
    assert not (tmp_path / "secrets").exists()
