"""Whoever tampers with the audit in the file is found out, whatever they do to it without the key."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from datetime import timedelta

import pytest

from bot.storage.migrate import connected
from tests.builders import NOW
from tests.storage.test_contract_audit import an_act

ROWS = 12
FIELDS = ("number", "at", "who", "what", "subject", "detail", "seal")
SEED = 20261123


async def a_record(sqlite, rows: int = ROWS) -> None:
    """A closed database with this many acts."""
    store = await sqlite.open()
    for number in range(1, rows + 1):
        await store.record(an_act(number, subject="K7M3PQ", detail=f"{number} of {rows}"))
    await store.close()


def tamper(sqlite, *statements: str, values=()) -> None:
    """What somebody may do who has the file: triggers do not stop them."""
    with contextlib.closing(connected(sqlite.path)) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            db.execute(statement, values)


def rows_of(sqlite) -> list[tuple[object, ...]]:
    with contextlib.closing(connected(sqlite.path)) as db:
        return db.execute(f"SELECT {', '.join(FIELDS)} FROM audit_trail ORDER BY number").fetchall()


async def flaws(sqlite) -> list[tuple[int, str]]:
    store = await sqlite.open()
    found = [(flaw.number, flaw.kind) for flaw in (await store.audited()).flaws]
    await store.close()
    return found


async def test_an_untouched_record_has_no_flaw(sqlite):
    await a_record(sqlite)
    assert await flaws(sqlite) == []
    assert rows_of(sqlite)[0][0] == 1


async def test_a_thousand_changes_of_one_row_are_all_found(sqlite):
    """Any field of any row, any one character of it: swapped, dropped or added."""
    await a_record(sqlite)
    chance = random.Random(SEED)
    store = await sqlite.open()
    tamper(sqlite)
    for _ in range(1000):
        before = chance.choice(rows_of(sqlite))
        number, field = before[0], chance.randrange(1, len(FIELDS))
        changed = mutated(str(before[field]), chance)
        change(sqlite, number, FIELDS[field], changed)
        assert (await store.audited()).flaws, (number, FIELDS[field], changed)
        change(sqlite, number, FIELDS[field], before[field])
    assert (await store.audited()).flaws == ()


def mutated(text: str, chance: random.Random) -> str:
    place, other = chance.randrange(len(text)), chance.choice("abc019 :-ß")
    kinds = [text[:place] + text[place + 1 :], text[:place] + other + text[place:]]
    if text[place] != other:
        kinds.append(text[:place] + other + text[place + 1 :])
    return chance.choice(kinds)


def change(sqlite, number, field, value) -> None:
    with contextlib.closing(connected(sqlite.path)) as db:
        db.execute(f"UPDATE audit_trail SET {field} = ? WHERE number = ?", (value, number))


@pytest.mark.parametrize("number", range(1, ROWS))
async def test_a_row_that_is_taken_out_is_missed(sqlite, number):
    await a_record(sqlite)
    tamper(sqlite, f"DELETE FROM audit_trail WHERE number = {number}")
    assert (number, "missing") in await flaws(sqlite)


async def test_closing_the_gap_by_new_numbers_does_not_hide_it(sqlite):
    await a_record(sqlite)
    tamper(
        sqlite,
        "DELETE FROM audit_trail WHERE number = 5",
        *(f"UPDATE audit_trail SET number = {n - 1} WHERE number = {n}" for n in range(6, ROWS + 1)),
    )
    assert (5, "changed") in await flaws(sqlite)


@pytest.mark.parametrize("left", range(ROWS))
async def test_a_cut_end_is_missed(sqlite, left):
    await a_record(sqlite)
    tamper(sqlite, f"DELETE FROM audit_trail WHERE number > {left}")
    assert await flaws(sqlite) == [(left + 1, "cut")]


@pytest.mark.parametrize(
    "head",
    [
        "DELETE FROM audit_head",
        "UPDATE audit_head SET number = 9, seal = (SELECT seal FROM audit_trail WHERE number = 9)",
        "UPDATE audit_head SET number = 9, seal = (SELECT seal FROM audit_trail WHERE number = 9),"
        " proof = (SELECT seal FROM audit_trail WHERE number = 9)",
    ],
)
async def test_a_cut_end_with_a_forged_head_is_missed_also_after_it_went_on(sqlite, head):
    await a_record(sqlite)
    tamper(sqlite, "DELETE FROM audit_trail WHERE number > 9", head)
    assert await flaws(sqlite) != []
    store = await sqlite.open()
    await store.record(an_act(99))
    await store.close()
    assert await flaws(sqlite) != []


async def test_two_rows_that_change_places_are_found(sqlite):
    await a_record(sqlite)
    tamper(
        sqlite,
        "UPDATE audit_trail SET number = 99 WHERE number = 4",
        "UPDATE audit_trail SET number = 4 WHERE number = 7",
        "UPDATE audit_trail SET number = 7 WHERE number = 99",
    )
    assert {(4, "changed"), (7, "changed")} <= set(await flaws(sqlite))


async def test_a_row_that_is_put_in_is_found(sqlite):
    await a_record(sqlite)
    last = rows_of(sqlite)[-1]
    tamper(sqlite, "INSERT INTO audit_trail VALUES (?, ?, ?, ?, ?, ?, ?)", values=(ROWS + 1, *last[1:]))
    assert await flaws(sqlite) == [(ROWS + 1, "changed"), (ROWS + 1, "head")]


async def test_a_cut_beginning_with_a_forged_anchor_is_found(sqlite):
    await a_record(sqlite)
    tamper(
        sqlite,
        "INSERT INTO audit_anchor SELECT 1, number, seal, seal FROM audit_trail WHERE number = 3",
        "DELETE FROM audit_trail WHERE number <= 3",
    )
    assert await flaws(sqlite) == [(3, "anchor")]


async def test_putting_everything_back_to_an_earlier_state_is_found_by_a_noted_mark_only(sqlite):
    """Within the file it cannot be: that is what the log is for."""
    await a_record(sqlite)
    store = await sqlite.open()
    noted = (await store.audited()).mark
    with contextlib.closing(connected(sqlite.path)) as db:
        head = db.execute("SELECT number, seal, proof FROM audit_head").fetchone()
    await store.record(an_act(99))
    later = (await store.audited()).mark
    tamper(sqlite, f"DELETE FROM audit_trail WHERE number > {ROWS}")
    tamper(sqlite, "UPDATE audit_head SET number = ?, seal = ?, proof = ?", values=head)
    assert (await store.audited()).flaws == ()
    assert (await store.audited(noted)).flaws == ()
    assert [flaw.kind for flaw in (await store.audited(later)).flaws] == ["cut"]
    await store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_trail SET who = 'Mo' WHERE number = 1",
        "UPDATE audit_trail SET number = 99 WHERE number = 1",
        "DELETE FROM audit_trail WHERE number = 1",
        "DELETE FROM audit_trail",
        "INSERT OR REPLACE INTO audit_trail VALUES (1, '', '', '', '', '', '')",
        "INSERT INTO audit_anchor VALUES (1, 3, '', '')",
    ],
)
async def test_the_database_itself_refuses_to_change_the_record(sqlite, statement):
    await a_record(sqlite)
    with contextlib.closing(connected(sqlite.path)) as db, pytest.raises(sqlite3.IntegrityError):
        db.execute(statement)
    assert await flaws(sqlite) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_anchor SET number = 99",
        "DELETE FROM audit_anchor",
        "INSERT OR REPLACE INTO audit_anchor VALUES (1, 1, '', '')",
    ],
)
async def test_the_anchor_goes_forward_only(sqlite, clock, statement):
    await a_record(sqlite)
    later = NOW + timedelta(days=400)
    clock.time = later
    store = await sqlite.open()
    await store.retire(later, 30, 90, force=True)
    await store.close()
    with contextlib.closing(connected(sqlite.path)) as db, pytest.raises(sqlite3.IntegrityError):
        db.execute(statement)


async def test_other_keys_make_no_valid_record(sqlite, tmp_path, clock):
    """The seals of one installation say nothing to another."""
    from tests.storage.conftest import Sqlite

    await a_record(sqlite)
    rows = rows_of(sqlite)
    other = Sqlite(tmp_path / "other", clock)
    await a_record(other, 1)
    tamper(other, "DELETE FROM audit_trail")
    with contextlib.closing(connected(other.path)) as db:
        db.executemany("INSERT INTO audit_trail VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    assert await flaws(other) != []
