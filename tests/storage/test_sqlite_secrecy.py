"""Nothing personal is readable in the files, and what is destroyed is gone from them."""

from __future__ import annotations

import logging
import os
import sqlite3
from dataclasses import fields
from datetime import timedelta

import pytest

from bot.core.ports_desk import TicketFilter
from bot.core.questions import AskedInVain, What
from bot.core.talk import Session
from bot.core.tickets import Kind, Outcome, State, Ticket
from bot.errors import RetentionRefused, Unreadable
from bot.storage import ticket_rows
from bot.storage.values import text_of
from tests.builders import (
    NOW,
    a_chat,
    a_phrase,
    a_received,
    a_rule,
    a_say,
    a_session,
    a_ticket,
    a_ticket_event,
    a_turn,
    an_incoming,
    an_opening,
)
from tests.storage.conftest import other_process
from tests.storage.test_sqlite_files import sql
from tests.storage.turns import forget, with_tickets

CHAT = a_chat("canary-address")
HOUR = timedelta(hours=1)
CANARIES = ("canary-", "canary_", "+49151canary")


async def with_canaries(store):
    """Every place through which something personal travels; returns after one message was sent."""
    await store.receive(a_received("canary-payload", CHAT, event_id="canary-event-1"))
    await store.receive(a_received("canary-waiting", CHAT, event_id="canary-event-2"))
    ticket = a_ticket(name="canary-name", phone="+49151canary", text="canary-text", reason="canary-reason")
    session = a_session(draft={"name": "canary-draft"}, town="canary-town", asked="canary-asked")
    says = (a_say("canary-said"), a_say(a_phrase(name="canary-arg")), a_say("canary-unsent"))
    asked = AskedInVain("canary-question", What.NOT_KNOWN)
    turn = a_turn(*says, session=session, orders=(an_opening(ticket), asked))
    await store.save_turn(an_incoming("canary-heard", CHAT, "canary-event-1"), turn, NOW)
    await store.set_aside("canary-event-3", "message", "ValueError", NOW)
    await store.log_event("K7M3PQ", a_ticket_event("noted", who="Kaya", detail="canary-remark"))
    (message,) = await store.to_send("telegram", NOW)
    await store.sent(message.id, "m1", NOW)


async def with_forgotten_canaries(store, path):
    """They are written, forgotten and tidied away; returns all ciphertexts that there were meanwhile."""
    await with_canaries(store)
    before = sealed_fields(path)
    await forget(store, a_say("gone"), chat=CHAT)
    before |= sealed_fields(path)
    (message,) = await store.to_send("telegram", NOW)
    await store.sent(message.id, "m2", NOW)
    assert sealed_fields(path) == set()
    await store.retire(NOW, 30, 90)
    return before


def everything_in(folder):
    files = [file for file in folder.rglob("*") if file.is_file()]
    return b"".join(file.name.encode() + file.read_bytes() for file in files)


def sealed_fields(path):
    """All ciphertexts in the database at this moment."""
    places = ("chat.address", "session.content", "inbox.payload", "outbox.say", "ticket.name", "ticket.phone")
    places += ("ticket.text", "ticket.reason", "ticket_event.sealed", "in_vain.text")
    found = set()
    with sql(path) as execute:
        for table, column in (place.split(".") for place in places):
            found |= {row[0].encode() for row in execute(f"SELECT {column} FROM {table}") if row[0]}
    return found


async def test_nothing_personal_is_readable_in_any_file(sqlite):
    store = await sqlite.open()
    await with_canaries(store)
    found = everything_in(sqlite.folder)
    assert b"K7M3PQ" in found
    assert not [canary for canary in CANARIES if canary.encode() in found]
    await store.close()
    assert b"canary" not in everything_in(sqlite.folder)


async def test_nothing_personal_is_logged(sqlite, caplog):
    caplog.set_level(logging.DEBUG)
    await with_canaries(await sqlite.open())
    assert "canary" not in caplog.text


async def test_after_forgetting_and_tidying_not_even_ciphertexts_are_left(sqlite):
    """A key that leaks later opens nothing any more: in no file, the log and its index included."""
    store = await sqlite.open()
    written = await with_forgotten_canaries(store, sqlite.path)
    assert len(written) >= 10
    for _ in ("open", "closed"):
        found = everything_in(sqlite.folder)
        assert b"K7M3PQ" in found
        assert [sealed for sealed in written if sealed in found] == []
        assert b"canary" not in found
        await store.close()


async def test_the_same_holds_for_the_systems_own_sqlite_and_its_journal(sqlite):
    """Where no newer SQLite can be had, another journal is in use."""
    process = await other_process("forget", sqlite.path, sqlite.secrets, env={"SYSTEM_SQLITE": "1"})
    written = (await process.stdout.read()).split()
    assert await process.wait() == 0
    assert len(written) >= 10
    found = everything_in(sqlite.folder)
    assert b"K7M3PQ" in found
    assert [sealed for sealed in written if sealed in found] == []
    assert b"canary" not in found


async def test_forgetting_at_the_counter_leaves_no_ciphertexts_either(sqlite):
    store = await sqlite.open()
    await with_canaries(store)
    before = sealed_fields(sqlite.path)
    await store.forget((await store.holding_of("K7M3PQ")).key, "Kaya", NOW)
    found = everything_in(sqlite.folder)
    assert [sealed for sealed in before if sealed in found] == []


async def test_a_retired_ticket_leaves_no_ciphertexts_either(sqlite):
    store = await sqlite.open()
    await with_canaries(store)
    (message,) = await store.to_send("telegram", NOW)
    await store.park(message.id, "blocked", NOW)
    (message,) = await store.to_send("telegram", NOW)
    await store.park(message.id, "blocked", NOW)
    before = {sealed for sealed in sealed_fields(sqlite.path) if sealed.startswith(b"gAAAA")}
    assert await store.retire(NOW + timedelta(days=91), 30, 90, force=True) == 1
    # Language and style, and what nobody has handled yet.
    left = sealed_fields(sqlite.path)
    found = everything_in(sqlite.folder)
    assert len(left) == 3
    assert [sealed for sealed in before - left if sealed in found] == []


async def test_also_where_retention_keeps_the_tickets_the_rest_is_gone_from_the_files(sqlite):
    """Too many tickets would go at once; drafts do not wait for somebody to answer for that."""
    store = await sqlite.open()
    await with_tickets(store, *(a_ticket(f"AAAA{number}") for number in range(22, 42)))
    await store.save_turn(an_incoming(chat=CHAT), a_turn(session=a_session(town="canary")), NOW)
    with sql(sqlite.path) as execute:
        rows = execute("SELECT content FROM session").fetchall()
    await store.retire(NOW, 30, 90)
    with pytest.raises(RetentionRefused):
        await store.retire(NOW + timedelta(days=1, minutes=-1), 30, days_open=0)
    assert all(row[0].encode() in everything_in(sqlite.folder) for row in rows)
    with pytest.raises(RetentionRefused):
        await store.retire(NOW + timedelta(days=1, minutes=1), 30, days_open=0)
    found = everything_in(sqlite.folder)
    assert not [row for row in rows if row[0].encode() in found]


async def test_the_code_of_a_gone_ticket_is_taken_while_its_history_is_kept(sqlite):
    store = await sqlite.open()
    await with_tickets(store, a_ticket())
    for days, taken in ((91, True), (366, False)):
        await store.retire(NOW + timedelta(days=days), 30, 90, force=True)
        async with store._database.read() as db:
            assert await ticket_rows.exists(db, "K7M3PQ") is taken


async def test_an_unreadable_remark_hides_no_event(sqlite):
    store = await sqlite.open()
    await with_tickets(store, a_ticket())
    for remark in ("first", "second"):
        await store.log_event("K7M3PQ", a_ticket_event(remark, detail=remark))
    async with store._database.write() as tx:
        await tx.run("DROP TRIGGER ticket_event_unchanged")
        await tx.run("UPDATE ticket_event SET sealed = (SELECT max(sealed) FROM ticket_event) WHERE id > 1")
    details = [(event.what, event.detail) for event in await store.events("K7M3PQ")]
    assert len(details) == 3
    assert ("second", "first") not in details
    assert ("first", "second") not in details


async def test_the_address_stays_only_while_an_unsent_message_needs_it(sqlite):
    store = await sqlite.open()
    await forget(store, a_say("1"), a_say("2"), chat=CHAT)
    for act in (store.sent, store.park):
        assert len(sealed_fields(sqlite.path)) > 0
        (message,) = await store.to_send("telegram", NOW)
        await act(message.id, "blocked", NOW)
    assert sealed_fields(sqlite.path) == set()


async def test_retention_blanks_the_address_of_a_silent_chat_and_forgets_it_in_the_end(sqlite):
    store = await sqlite.open()
    await store.save_turn(an_incoming(chat=CHAT), a_turn(session=a_session(language="tr")), NOW)
    await store.retire(NOW + timedelta(hours=25), 30, 90, force=True)
    assert len(sealed_fields(sqlite.path)) == 1
    assert (await store.session(CHAT)).language == "tr"
    await store.retire(NOW + timedelta(days=366), 30, 90, force=True)
    async with store._database.read() as db:
        assert not await db.all("SELECT 1 FROM chat")


CANARY_TICKET = Ticket(
    code="K7M3PQ",
    kind=Kind.RESCHEDULE,
    office="borken",
    created_at=NOW,
    due_at=NOW + HOUR,
    state=State.TAKEN,
    promised_until=NOW + 2 * HOUR,
    topic="canary-topic",
    urgent=True,
    wish="2026-12-24",
    appointment_at=NOW + 3 * HOUR,
    appointment_time_known=False,
    reason="canary-reason",
    name="canary-name",
    phone="+49151canary",
    phone_own=True,
    call_safe=False,
    text="canary-text",
    language="tr",
    interpreter="tr",
    not_before=NOW + 4 * HOUR,
    forwarded_at=NOW + 5 * HOUR,
    attempts=2,
    taken_by="Kaya",
    lease_until=NOW + 6 * HOUR,
    read_told=True,
    outcome=Outcome.CAME,
)
MAY_STAY = {
    "code": "K7M3PQ",
    "kind": Kind.RESCHEDULE,
    "office": "borken",
    "created_at": NOW,
    "state": State.WITHDRAWN,
    "taken_by": "Kaya",
    "forgotten": True,
    "version": 2,
}
"""All that is left of a ticket after a deletion: the citizen reads "bleiben nur Nummer, Ort und Zeit"."""
COLUMNS_BESIDE = {"id", "chat", "settled_at", "retired"}


def test_every_field_of_a_ticket_is_tried():
    """A new field is a decision: it gets a canary above, or stands in MAY_STAY."""
    plain = Ticket("", Kind.PHONE_CALL, "", NOW, due_at=NOW)
    unset = {
        field.name
        for field in fields(Ticket)
        if getattr(CANARY_TICKET, field.name) == getattr(plain, field.name)
    }
    assert unset <= MAY_STAY.keys()


@pytest.mark.parametrize("way", ["in the chat", "at the counter"])
async def test_of_a_forgotten_ticket_only_number_kind_office_state_and_time_stay(sqlite, way):
    store = await sqlite.open()
    await with_tickets(store, CANARY_TICKET, chat=CHAT)
    if way == "in the chat":
        await forget(store, chat=CHAT)
    else:
        await store.forget((await store.holding_of("K7M3PQ")).key, "Ben", NOW)
    ticket = await store.ticket("K7M3PQ")
    assert ticket == Ticket(**MAY_STAY, due_at=NOW)
    async with store._database.read() as db:
        row = dict(await db.one("SELECT * FROM ticket"))
    assert (row["chat"], row["settled_at"]) == (None, text_of(NOW))
    empty = {name for name, value in row.items() if value in (None, "", 0)}
    rest = {
        "due_at": text_of(NOW),
        "wish": "asap",
        "language": "de",
        "call_safe": 1,
        "appointment_time_known": 1,
    }
    assert row.keys() - empty - MAY_STAY.keys() - COLUMNS_BESIDE == rest.keys()
    assert {name: row[name] for name in rest} == rest


async def test_what_was_deleted_leaves_a_line_without_anything_personal(sqlite):
    store = await sqlite.open()
    await with_canaries(store)
    await forget(store, chat=CHAT)
    async with store._database.read() as db:
        (line,) = await db.all("SELECT chat, tickets, timers, messages, events FROM deletion_log")
        assert tuple(line) == (db.cipher.chat_key(CHAT), 1, 0, 2, 1)
        await store.retire(NOW + timedelta(days=364), 30, 90, force=True)
        assert await db.all("SELECT 1 FROM deletion_log")
        await store.retire(NOW + timedelta(days=366), 30, 90, force=True)
        assert not await db.all("SELECT 1 FROM deletion_log")


async def test_retention_removes_old_copies_of_the_file(sqlite):
    store = await sqlite.open()
    old, young, other = (
        sqlite.folder / name for name in ("bot.db.before-0002", "bot.db.before-0003", "mine")
    )
    for file, days in ((old, 31), (young, 29), (other, 31)):
        file.touch()
        os.utime(file, ((NOW - timedelta(days=days)).timestamp(),) * 2)
    await store.retire(NOW, 30, 90)
    assert (old.exists(), young.exists(), other.exists()) == (False, True, True)


SWAPS = {
    "rows": "phone = (SELECT phone FROM ticket WHERE code = 'BBBBBB')",
    "fields": "name = phone",
    "tables": "name = (SELECT address FROM chat)",
    "damaged": "name = substr(name, 1, 40) || 'AAAA' || substr(name, 45)",
    "clear": "name = 'Mallory'",
}


@pytest.mark.parametrize("swap", SWAPS.values(), ids=SWAPS.keys())
async def test_a_swapped_or_damaged_field_is_never_shown(sqlite, swap):
    """No caseworker phones the number of one citizen about another's business."""
    store = await sqlite.open()
    await with_tickets(store, a_ticket("AAAAAA", phone="+491"), a_ticket("BBBBBB", phone="+492"))
    async with store._database.write() as tx:
        await tx.run(f"UPDATE ticket SET {swap} WHERE code = 'AAAAAA'")
    with pytest.raises(Unreadable):
        await store.ticket("AAAAAA")
    revealed = await store.revealed(["AAAAAA", "BBBBBB"], a_ticket_event("revealed", who="Kaya"))
    assert {ticket.code: ticket.phone for ticket in revealed} == {"AAAAAA": "", "BBBBBB": "+492"}
    assert len(await store.tickets(TicketFilter(), NOW)) == 2
    assert (await store.ticket("BBBBBB")).phone == "+492"


async def test_a_swapped_message_or_event_is_left_out_and_the_others_go_on(sqlite):
    store = await sqlite.open()
    for name in "abc":
        await store.receive(a_received(name, a_chat(name)))
        await store.save_turn(an_incoming(chat=a_chat(name)), a_turn(a_say(name)), NOW)
    async with store._database.write() as tx:
        await tx.run("UPDATE outbox SET say = (SELECT max(say) FROM outbox) WHERE id < 3")
        await tx.run("UPDATE inbox SET payload = (SELECT payload FROM inbox WHERE id = 5) WHERE id = 1")
    assert [m.say.parts for m in await store.to_send("telegram", NOW) if m.id < 3] in ([], [("a",)], [("b",)])
    assert [event.payload for event in await store.waiting()] == ["b", "c"]


async def test_what_cannot_be_read_can_still_be_forgotten(sqlite):
    store = await sqlite.open()
    await with_canaries(store)
    async with store._database.write() as tx:
        for table, field in (
            ("ticket", "name"),
            ("session", "content"),
            ("outbox", "say"),
            ("inbox", "payload"),
            ("in_vain", "text"),
        ):
            await tx.run(f"UPDATE {table} SET {field} = 'damaged' WHERE {field} <> ''")
    assert await store.session(CHAT) == Session()
    await forget(store, chat=CHAT)
    assert (await store.ticket("K7M3PQ")).forgotten
    assert sealed_fields(sqlite.path) == set()


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE ticket_event SET who = 'nobody'",
        "DELETE FROM ticket_event",
        "UPDATE ticket_event SET detail = 'more'",
        "UPDATE ticket_event SET sealed = 'other'",
        "UPDATE ticket_event SET sealed = '', at = ''",
        "INSERT OR REPLACE INTO ticket_event"
        " SELECT id, ticket, at, 'nobody', what, detail, sealed FROM ticket_event",
        "DELETE FROM ticket",
    ],
)
async def test_what_happened_to_a_ticket_cannot_be_changed_or_removed(sqlite, deed):
    store = await sqlite.open()
    await with_tickets(store, a_ticket())
    await store.change_ticket("K7M3PQ", a_rule())
    with pytest.raises(sqlite3.IntegrityError):
        async with store._database.write() as tx:
            await tx.run(deed)
    assert [event.what for event in await store.events("K7M3PQ")] == ["opened", "moved"]
