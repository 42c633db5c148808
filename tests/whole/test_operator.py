"""A day of the operator: saved while the bot runs, deleted for somebody at the counter, put back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.whole import bot_process
from tests.whole.test_terminal import Typist

PERSONAL = ("Zacharias", "Canary", "3920017")


def everything_in(*folders: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for folder in folders for file in folder.rglob("*") if file.is_file()}


async def does(*arguments, env) -> str:
    status, said = await bot_process.command(*arguments, env=env)
    assert status == 0, said
    assert "Traceback" not in said
    return said


def leaves_a_wish(citizen: Typist) -> None:
    citizen.sees("kein Mensch")
    citizen.types("ruf mich an")
    for line, answer in (
        ("5", "welchem Ort"),
        ("bocholt", "löscht beides"),
        ("0171 3920017", "Wie heißen Sie"),
        ("Zacharias Canary", "Wann passt"),
        ("vormittags", "Alles richtig"),
    ):
        citizen.types(line)
        citizen.sees(answer)
    citizen.types("absenden")
    citizen.sees("Gespeichert:")


def sealed(database: Path) -> list[bytes]:
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT name, phone FROM ticket UNION ALL SELECT address, '' FROM chat")
        return [field.encode() for row in rows for field in row if field]


async def test_what_was_saved_comes_back_and_what_was_deleted_does_not(env, tmp_path, cache):
    database, backup = tmp_path / "bot.sqlite3", tmp_path / "elsewhere" / "one.bak"
    citizen = Typist(env, "run")
    leaves_a_wish(citizen)
    written = sealed(database)
    assert len(written) == 3
    assert "1 Nachricht" in await does("backup", str(backup), env=env)

    status, said = await bot_process.command("restore", str(backup), env=env)
    assert (status, "Der Bot läuft noch (Prozess" in said) == (1, True)
    shown = await does("citizen", "show", "--phone", "0171 3920017", "--as", "Kim", env=env)
    assert "Name: Zacharias Canary" in shown
    await does("citizen", "forget", "--phone", "0171 3920017", "--yes", "--as", "Kim", env=env)
    citizen.types("/nachrichten")
    citizen.sees("keine")
    assert citizen.ends() == 0

    for restored in (False, True):
        if restored:
            assert "auch hier gelöscht: 1 Nachricht" in await does("restore", str(backup), env=env)
        found = everything_in(tmp_path, cache)
        assert database in found
        for file, content in found.items():
            assert not [word for word in PERSONAL if word.encode() in content], file
            if file != backup:
                assert not [field for field in written if field in content], file
    status, said = await bot_process.command("citizen", "show", "--phone", "0171 3920017", env=env)
    assert (status, "nichts gespeichert" in said) == (1, True)
